/**
 * Which answers of a model count: those whose words stand in the lines they name, in the part of the file the field
 * belongs to, and are of the kind the field takes. What counts is taken from the file, not from the answer.
 */
import { fold } from '#shared/kernel/text.ts';
import { textsIn, valueAt, withValue } from '#shared/profile/path.rules.ts';
import { Resume } from '#shared/profile/profile.schema.ts';
import type { HelpAnswer } from './help.prompt.ts';
import {
  type Doubts,
  entriesOf,
  fieldsOf,
  linesOf,
  MOST_NEW,
  type Part,
  type Slot,
  type SlotKind,
} from './help.rules.ts';
import { quotedIn } from './quote.rules.ts';
import { type Dating, type FoundDate, findDates } from './read/dates.rules.ts';
import { datingOf } from './read/dating.rules.ts';
import { withSkills } from './read/evidence.rules.ts';
import { headingKind } from './read/headings.rules.ts';
import { languageNamed } from './read/lexicon.rules.ts';
import type { Reading, Span } from './resume.schema.ts';
import { DOUBTFUL_BELOW } from './trace.rules.ts';

/** `fields` are the paths whose value came from the model or was confirmed by it; `rejected` counts answers left out. */
export type Helped = { reading: Reading; fields: string[]; rejected: number };

type Accepted = { path: string; value: string; spans: Span[]; confidence: number };

/** Guesses, kept below what the rules are sure of: what can be checked by its form is surer than what cannot. */
const CONFIDENCE: Readonly<Record<SlotKind, number>> = {
  email: 0.8,
  phone: 0.75,
  date: 0.75,
  name: 0.7,
  company: 0.65,
  school: 0.65,
  position: 0.65,
  degree: 0.65,
  place: 0.6,
  skill: 0.65,
  language: 0.75,
  certificate: 0.6,
};

/** Puts into a reading what an answer to its doubts adds; `asOf` is the day the file came. */
export function withHelp(
  reading: Reading,
  { doubts, answer, asOf }: { doubts: Doubts; answer: HelpAnswer; asOf?: string | undefined },
): Helped {
  const check = checker(reading, { doubts, dating: datingFor(reading, asOf) });
  const accepted = new Map<string, Accepted>();
  let rejected = 0;
  for (const value of answer.values) {
    const good = accepted.has(value.path) ? undefined : check(value);
    if (good === undefined) rejected++;
    else accepted.set(value.path, good);
  }
  for (const path of unsound(reading.resume, accepted)) {
    accepted.delete(path);
    rejected++;
  }
  const paths = renumbered(reading.resume, [...accepted.keys()]);
  let resume = reading.resume;
  const confidence = { ...reading.confidence };
  const spans = { ...reading.spans };
  for (const [asked, good] of accepted) {
    const path = paths.get(asked) ?? asked;
    resume = withValue(resume, path, good.value);
    confidence[path] = good.confidence;
    spans[path] = good.spans;
  }
  const whole = Resume.safeParse(resume);
  if (!whole.success) return { reading, fields: [], rejected: answer.values.length };
  const fields = [...accepted.keys()].map((path) => paths.get(path) ?? path);
  if (fields.length === 0) return { reading, fields, rejected };
  return { reading: withSkills({ ...reading, resume: whole.data, confidence, spans }, { asOf }), fields, rejected };
}

function datingFor({ lines = [], language, resume }: Reading, asOf: string | undefined): Dating {
  const { phone, location } = resume.basics ?? {};
  const { region, countryCode } = location ?? {};
  return datingOf({ texts: lines.map((l) => l.text), language, phone, region, countryCode, asOf });
}

/** The check of one answer against the lines it names. */
function checker(
  reading: Reading,
  { doubts, dating }: { doubts: Doubts; dating: Dating },
): (value: HelpAnswer['values'][number]) => Accepted | undefined {
  const lines = reading.lines ?? [];
  const shown = new Set(doubts.lines);
  const certain = certainValues(reading);
  return ({ path, text, lines: cited }) => {
    const slot = slotFor(path, { doubts, resume: reading.resume });
    if (slot === undefined || !isRun(cited)) return undefined;
    if (!cited.every((i) => shown.has(i) && slot.ranges.some(([from, to]) => i >= from && i < to))) return undefined;
    const own = cited.flatMap((i) => lines[i] ?? []);
    const quote = quotedIn(
      text,
      own.map((line) => line.text),
    );
    if (quote === undefined || own.length !== cited.length) return undefined;
    const value = fieldValue(quote.text, { kind: slot.kind, path, alone: quote.alone, dating });
    if (value === undefined) return undefined;
    // What one field surely holds is not another's too; a range of dates serves both its ends.
    const others = slot.kind === 'date' ? [] : certain.filter((c) => c.path !== path && c.folded === fold(value));
    if (others.some((c) => linesOf(c.spans, own).length > 0 || /^basics\./u.test(path))) return undefined;
    const same = slot.now !== undefined && fold(slot.now) === fold(value);
    const before = same ? (reading.confidence[path] ?? 0) : 0;
    const held = valueAt(reading.resume, path);
    if (held !== undefined && (reading.confidence[path] ?? 1) >= DOUBTFUL_BELOW) return undefined;
    const spans = own.map(({ page, box }) => ({ page, ...(box && { box }), text: quote.text }));
    return { path, value, spans, confidence: Math.max(before, CONFIDENCE[slot.kind]) };
  };
}

/** Lines that follow one another. */
const isRun = (cited: readonly number[]): boolean => cited.every((n, i) => i === 0 || n === (cited[i - 1] ?? 0) + 1);

type Target = Pick<Slot, 'kind' | 'now'> & { ranges: readonly (readonly [number, number])[] };

/** The field a path asks for: one of the doubts, or a field of an entry that is new. */
function slotFor(path: string, { doubts, resume }: { doubts: Doubts; resume: Resume }): Target | undefined {
  const slot = doubts.slots.find((s) => s.path === path);
  if (slot !== undefined)
    return { kind: slot.kind, ...(slot.now !== undefined && { now: slot.now }), ranges: [[slot.from, slot.to]] };
  const parts = /^(\w+)\[(\d{1,3})\]\.(\w+)$/u.exec(path);
  const section = PARTS.find((part) => part === parts?.[1]);
  if (section === undefined) return undefined;
  const added = Number(parts?.[2]) - entriesOf(resume, section);
  const kind = fieldsOf(section).find(([field]) => field === parts?.[3])?.[1];
  const ranges = doubts.growth.filter((g) => g.section === section).map((g) => [g.from, g.to] as const);
  if (parts === null || kind === undefined || ranges.length === 0 || !(added >= 0 && added < MOST_NEW[section]))
    return undefined;
  return { kind, ranges };
}

const PARTS: readonly Part[] = ['work', 'education', 'skills', 'languages', 'certificates'];

type Certain = { path: string; folded: string; spans: readonly Span[] };

/** Values the rules are sure of, in the words of the field and of the file. */
const certainValues = (reading: Reading): Certain[] =>
  Object.entries(reading.confidence).flatMap(([path, confidence]) => {
    if (confidence < DOUBTFUL_BELOW) return [];
    const value = valueAt(reading.resume, path);
    const spans = reading.spans[path] ?? [];
    const texts = [...(typeof value === 'string' ? [value] : []), ...spans.map((s) => s.text)];
    return [...new Set(texts.map(fold))].flatMap((folded) => (folded === '' ? [] : [{ path, folded, spans }]));
  });

/** The quotation as the field holds it; `undefined` where it is not of the field's kind. `alone`: nothing but marks around it. */
function fieldValue(
  quote: string,
  { kind, path, alone, dating }: { kind: SlotKind; path: string; alone: boolean; dating: Dating },
): string | undefined {
  switch (kind) {
    case 'email': {
      const address = quote.replace(/\s/gu, '');
      return /^[\w.+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,20}$/u.test(address) ? address : undefined;
    }
    case 'phone': {
      const digits = quote.replace(/\D/gu, '').length;
      return digits >= 7 && digits <= 15 && /^[+\d\s().\-–/]+$/u.test(quote) ? quote : undefined;
    }
    case 'date':
      return dateOf(quote, { isEnd: path.endsWith('.endDate'), dating });
    case 'name':
      return alone && isName(quote) ? quote : undefined;
    case 'place':
      return quote.length <= 60 && /^[\p{L}\p{M}\s.'’-]+$/u.test(quote) && isTitleLike(quote, 5) ? quote : undefined;
    case 'position':
    case 'company':
    case 'school':
    case 'degree':
      return quote.length <= 120 && isTitleLike(quote, 14) ? quote : undefined;
    case 'skill':
      return alone && quote.length <= 60 && isTitleLike(quote, 6) ? quote : undefined;
    case 'language':
      return languageNamed(quote) === undefined ? undefined : quote;
    case 'certificate':
      return alone && quote.length <= 160 && isTitleLike(quote, 18) ? quote : undefined;
  }
}

/** A date by our own grammar; a range gives the end that is asked for. */
function dateOf(quote: string, { isEnd, dating }: { isEnd: boolean; dating: Dating }): string | undefined {
  const found = findDates(quote, dating);
  const [date] = found;
  if (date === undefined || found.length > 1 || !isOnlyDate(quote, date)) return undefined;
  if (date.kind === 'point') return date.end;
  return isEnd ? date.end : date.start;
}

const isOnlyDate = (quote: string, { index, length }: FoundDate): boolean =>
  !/[\p{L}\p{N}]{3}/u.test(quote.slice(0, index) + quote.slice(index + length));

const isName = (text: string): boolean =>
  text.length <= 60 &&
  /^[\p{L}\p{M}\s.,'’·-]+$/u.test(text) &&
  (/\p{Script=Han}/u.test(text) ? text.replace(/\s/gu, '').length <= 12 : /^\p{L}\S*(?:\s+\S+){1,5}$/u.test(text)) &&
  isTitleLike(text, 6);

/** Words of a name or title, not of a sentence, a heading, a date, an address on the web or markup. */
const isTitleLike = (text: string, most: number): boolean =>
  /\p{L}{2}|\p{Script=Han}/u.test(text) &&
  text.split(/\s+/u).length <= most &&
  !/[@<>{}=\\]|https?:|www\./iu.test(text) &&
  !/[.!?]\s+\p{Lu}|[:;]$/u.test(text) &&
  headingKind(text) === undefined &&
  !findDates(text).some((d) => d.kind === 'range' || isOnlyDate(text, d));

/** Accepted values that do not go together: an end before its start, new entries that say too little, one text twice. */
function unsound(resume: Resume, accepted: ReadonlyMap<string, Accepted>): string[] {
  const out = new Set<string>();
  const entries = new Map<string, string[]>();
  for (const path of accepted.keys()) {
    const entry = path.replace(/\.\w+$/u, '');
    entries.set(entry, [...(entries.get(entry) ?? []), path]);
  }
  for (const [entry, paths] of entries) {
    const at = (field: string): string | undefined => {
      const held = valueAt(resume, `${entry}.${field}`);
      return accepted.get(`${entry}.${field}`)?.value ?? (typeof held === 'string' ? held : undefined);
    };
    const [start, end] = [at('startDate'), at('endDate')];
    if (start !== undefined && end !== undefined && end < start.slice(0, end.length))
      for (const field of ['startDate', 'endDate']) if (accepted.has(`${entry}.${field}`)) out.add(`${entry}.${field}`);
    const [name, title] = [at('name') ?? at('institution'), at('position') ?? at('studyType')];
    if (name !== undefined && title !== undefined && fold(name) === fold(title))
      for (const path of paths) if (/\.(?:name|institution|position|studyType)$/u.test(path)) out.add(path);
    // A list names each thing once.
    const listed = /^(skills|languages|certificates)\[/u.exec(entry)?.[1];
    for (const path of listed === undefined ? [] : paths) {
      const folded = fold(accepted.get(path)?.value ?? '');
      const first = [...accepted].find(([p, a]) => p.startsWith(`${listed}[`) && fold(a.value) === folded)?.[0];
      if (first !== path || namedIn(valueAt(resume, listed ?? ''), folded)) out.add(path);
    }
    const isNew = /^(?:work|education)\[/u.test(entry) && valueAt(resume, entry) === undefined;
    if (isNew && (start === undefined || (name === undefined && title === undefined)))
      for (const path of paths) out.add(path);
  }
  return [...out];
}

/** Whether some text of a part says the same. */
const namedIn = (part: unknown, folded: string): boolean => textsIn(part).some(({ text }) => fold(text) === folded);

/** New entries follow the ones that exist without a gap, in the order they were given. */
function renumbered(resume: Resume, paths: readonly string[]): Map<string, string> {
  const out = new Map<string, string>();
  for (const section of PARTS) {
    const count = entriesOf(resume, section);
    const pattern = new RegExp(`^${section}\\[(\\d+)\\]`, 'u');
    const fresh = [...new Set(paths.flatMap((p) => pattern.exec(p)?.[1] ?? []).map(Number))].filter((n) => n >= count);
    for (const path of paths) {
      const index = Number(pattern.exec(path)?.[1] ?? Number.NaN);
      const at = fresh.sort((a, b) => a - b).indexOf(index);
      if (at >= 0) out.set(path, path.replace(pattern, `${section}[${count + at}]`));
    }
  }
  return out;
}
