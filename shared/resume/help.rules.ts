/**
 * What of a reading is doubtful enough to ask a model about, and which lines of the file it needs to see for that. Where
 * nothing is doubtful, nothing is asked.
 */
import type { Resume } from '#shared/profile/profile.schema.ts';
import { findDates } from './read/dates.rules.ts';
import type { Reading, Span } from './resume.schema.ts';
import { DOUBTFUL_BELOW } from './trace.rules.ts';

/** What kind of text belongs into a field. */
export type SlotKind =
  | 'name'
  | 'email'
  | 'phone'
  | 'place'
  | 'position'
  | 'company'
  | 'school'
  | 'degree'
  | 'date'
  | 'skill'
  | 'language'
  | 'certificate';
/** A field to fill or to check; `from`–`to` are the lines (indices into `Reading.lines`, end exclusive) its value may stand in. */
export type Slot = { path: string; kind: SlotKind; now?: string; from: number; to: number };
/** Parts of a resume that may hold more entries than were read. */
export type Part = 'work' | 'education' | 'skills' | 'languages' | 'certificates';
/** Lines of which nothing was read though they look like entries of a part: new ones may begin here. */
export type Growth = { section: Part; from: number; to: number };
export type Doubts = { slots: Slot[]; growth: Growth[]; lines: number[] };

const MOST_SLOTS = 40;
const MOST_LINES = 150;
const MOST_CHARACTERS = 9000;

const FIELDS: Readonly<Record<Part, readonly (readonly [string, SlotKind, boolean])[]>> = {
  // The third says whether a field that is empty is a gap; an empty end means that it lasts.
  work: [
    ['position', 'position', true],
    ['name', 'company', true],
    ['startDate', 'date', true],
    ['endDate', 'date', false],
  ],
  education: [
    ['institution', 'school', true],
    ['studyType', 'degree', true],
    ['startDate', 'date', false],
    ['endDate', 'date', false],
  ],
  skills: [['name', 'skill', false]],
  languages: [['language', 'language', false]],
  certificates: [['name', 'certificate', false]],
};
/** How many new entries of a part one answer may bring. */
export const MOST_NEW: Readonly<Record<Part, number>> = {
  work: 4,
  education: 4,
  skills: 30,
  languages: 6,
  certificates: 10,
};

/** Fields of a new entry in a part, with the kind of text each takes. */
export const fieldsOf = (part: Part): readonly (readonly [string, SlotKind])[] =>
  FIELDS[part].map(([field, kind]) => [field, kind]);

/** The doubts of a reading; `undefined` where there are none, or no lines to settle them by. */
export function doubtsOf(reading: Reading): Doubts | undefined {
  const lines = reading.lines ?? [];
  if (lines.length === 0) return undefined;
  const read = readLines(reading, lines);
  const slots = [
    ...contactSlots(reading, { lines, read }),
    ...entrySlots(reading, { part: 'work', lines }),
    ...entrySlots(reading, { part: 'education', lines }),
  ].slice(0, MOST_SLOTS);
  const growth = unreadEntries(reading, { lines, read }).slice(0, 8);
  if (slots.length === 0 && growth.length === 0) return undefined;
  const wanted = new Set<number>();
  let characters = 0;
  for (const { from, to } of [...slots, ...growth])
    for (let i = from; i < to; i++) {
      if (wanted.has(i) || wanted.size >= MOST_LINES || characters > MOST_CHARACTERS) continue;
      wanted.add(i);
      characters += lines[i]?.text.length ?? 0;
    }
  return { slots, growth, lines: [...wanted].sort((a, b) => a - b) };
}

type View = { lines: readonly Span[]; read: ReadonlySet<number> };

/** Name, e-mail, telephone and place, where the head of the file or the contact section has lines nobody read. */
function contactSlots(reading: Reading, { lines, read }: View): Slot[] {
  const basics = reading.resume.basics ?? {};
  const range = headOf(reading, lines);
  const { from, to } = range;
  const unread = lines.slice(from, to).filter((_, i) => !read.has(from + i));
  const worded = unread.some((line) => /\p{L}{2}|\p{Script=Han}/u.test(line.text));
  const slots: Slot[] = [];
  const doubtful = (path: string): boolean => (reading.confidence[path] ?? 1) < DOUBTFUL_BELOW;
  if (basics.name === undefined ? worded : doubtful('basics.name'))
    slots.push(slotOf({ path: 'basics.name', kind: 'name', now: basics.name, ...range }));
  const addressed = lines.slice(from, to).some((line) => line.text.includes('@'));
  if (basics.email === undefined ? addressed : doubtful('basics.email'))
    slots.push(slotOf({ path: 'basics.email', kind: 'email', now: basics.email, ...range }));
  const numbered = unread.some((line) => line.text.replace(/\D/gu, '').length >= 7);
  if (basics.phone === undefined ? numbered : doubtful('basics.phone'))
    slots.push(slotOf({ path: 'basics.phone', kind: 'phone', now: basics.phone, ...range }));
  const placed = unread.some((line) => /\p{L}.*,\s*\p{L}|\d{4,5}\s+\p{L}|\p{L}\s+\d{4,5}/u.test(line.text));
  if (basics.location?.city === undefined && basics.location?.address === undefined && placed)
    slots.push({ path: 'basics.location.city', kind: 'place', ...range });
  return slots;
}

/** The lines about the person: before the first section, and the section of contact data wherever it stands. */
function headOf(reading: Reading, lines: readonly Span[]): { from: number; to: number } {
  const own = (reading.sections ?? []).filter((s) => s.kind === 'header' || s.kind === 'contact');
  const [first] = own;
  if (first === undefined) return { from: 0, to: Math.min(15, lines.length) };
  const contact = own.find((s) => s.kind === 'contact' && s.lines[0] <= first.lines[1]);
  return { from: first.lines[0], to: Math.min(contact?.lines[1] ?? first.lines[1], first.lines[0] + 25) };
}

const slotOf = ({ now, ...slot }: Omit<Slot, 'now'> & { now: string | undefined }): Slot =>
  now === undefined ? slot : { ...slot, now };

/** Fields of entries that are missing or doubtful, with the lines of their entry. */
function entrySlots(reading: Reading, { part, lines }: { part: 'work' | 'education'; lines: readonly Span[] }): Slot[] {
  const entries: readonly Record<string, unknown>[] = reading.resume[part] ?? [];
  const heads = entries.map((_, i) => headLines(reading, { path: `${part}[${i}]`, lines }));
  return entries.flatMap((entry, i) => {
    const own = heads[i] ?? [];
    if (own.length === 0) return [];
    const others = heads.flatMap((head, n) => (n === i ? [] : head));
    const first = Math.min(...own);
    const last = Math.max(...own);
    // An entry reaches to where another one's head stands.
    const before = Math.max(-1, ...others.filter((n) => n < first));
    const after = Math.min(lines.length, ...others.filter((n) => n > last));
    const range = within(reading, { from: Math.max(before + 1, first - 3), to: Math.min(after, last + 4), at: first });
    return FIELDS[part].flatMap(([field, kind, needed]) => {
      const path = `${part}[${i}].${field}`;
      const value = entry[field];
      const now = typeof value === 'string' && value !== '' ? value : undefined;
      const asked = now === undefined ? needed : (reading.confidence[path] ?? 1) < DOUBTFUL_BELOW;
      return asked ? [slotOf({ path, kind, now, ...range })] : [];
    });
  });
}

/** The range cut to the section that line `at` stands in. */
function within(
  reading: Reading,
  { from, to, at }: { from: number; to: number; at: number },
): { from: number; to: number } {
  const section = reading.sections?.find((s) => at >= s.lines[0] && at < s.lines[1]);
  if (section === undefined) return { from, to };
  const heading = section.heading === undefined ? 0 : 1;
  return { from: Math.max(from, section.lines[0] + heading), to: Math.min(to, section.lines[1]) };
}

/** Lines that hold the head of an entry: its names, place and dates; without these the first line of its text. */
function headLines(reading: Reading, { path, lines }: { path: string; lines: readonly Span[] }): number[] {
  const own = Object.entries(reading.spans).filter(([key]) => key.startsWith(`${path}.`));
  const head = own.filter(([key]) => !/\.(?:summary|highlights\[\d+\]|courses\[\d+\])$/u.test(key));
  const found = (head.length > 0 ? head : own.slice(0, 1)).flatMap(([, spans]) => linesOf(spans, lines));
  return head.length > 0 ? found : found.slice(0, 1);
}

/**
 * Runs of unread lines that look like entries: with a range of dates in a section of work, education or one nobody knows;
 * short ones in lists of skills, languages and certificates, or several of them under an unknown heading.
 */
function unreadEntries(reading: Reading, { lines, read }: View): Growth[] {
  const labels = new Set((reading.resume.skills ?? []).map((s) => s.name));
  return (reading.sections ?? []).flatMap(({ kind, lines: [from, to], heading }) => {
    const out: Growth[] = [];
    let start: number | undefined;
    for (let i = from + (heading === undefined ? 0 : 1); i <= to; i++) {
      const label = labels.has(lines[i]?.text.replace(/\s*[:：]\s*$/u, ''));
      if (i < to && !read.has(i) && !label) {
        start ??= i;
        continue;
      }
      const section = start === undefined ? undefined : partOf(kind, lines.slice(start, i));
      if (start !== undefined && section !== undefined) out.push({ section, from: start, to: Math.min(i, start + 30) });
      start = undefined;
    }
    return out;
  });
}

/** The part that unread lines of a section may belong to. */
function partOf(kind: string, run: readonly Span[]): Part | undefined {
  if (kind === 'work' || kind === 'education' || kind === 'other')
    if (run.some((line) => hasRange(line.text))) return kind === 'education' ? 'education' : 'work';
  const short = run.filter(({ text }) => /\p{L}{2}|\p{Script=Han}/u.test(text) && text.split(/\s+/u).length <= 6);
  if (kind === 'other') return short.length >= 3 && short.length === run.length ? 'skills' : undefined;
  return (kind === 'skills' || kind === 'languages' || kind === 'certificates') && short.length > 0 ? kind : undefined;
}

const hasRange = (text: string): boolean => findDates(text).some((d) => d.kind === 'range' && d.strong);

/** Lines of which some value was read. */
function readLines(reading: Reading, lines: readonly Span[]): Set<number> {
  return new Set(linesOf(Object.values(reading.spans).flat(), lines));
}

/** The lines that lie under the given places. */
export function linesOf(spans: readonly Span[], lines: readonly Span[]): number[] {
  return lines.flatMap((line, i) => (spans.some((span) => covers(span, line)) ? [i] : []));
}

function covers(span: Span, line: Span): boolean {
  if (span.page !== line.page) return false;
  if (span.box === undefined || line.box === undefined) return line.text.includes(span.text);
  const [x, y, w, h] = span.box;
  const [lx, ly, lw, lh] = line.box;
  const across = Math.min(x + w, lx + lw) - Math.max(x, lx);
  const down = Math.min(y + h, ly + lh) - Math.max(y, ly);
  return across > Math.min(w, lw) * 0.4 && down > Math.min(h, lh) * 0.5;
}

/** How many entries a part has. */
export const entriesOf = (resume: Resume, part: Part): number => resume[part]?.length ?? 0;
