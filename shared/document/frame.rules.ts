/** Letter frames as code: filling one, and recognising a sentence that is one with its slots' evidence checked. */
import { clean, fold } from '#shared/kernel/text.ts';
import { longDate } from './dates.rules.ts';
import { AND } from './document.data.ts';
import { FRAMES, type Frame, type FrameUse } from './letter.data.ts';
import { DocumentLanguage } from './model.schema.ts';
import { mentions } from './requirements.rules.ts';
import { literal, sentencesOf } from './words.rules.ts';

/** Which paths may stand behind a slot. */
const SLOT_PATHS: Readonly<Record<string, RegExp>> = {
  job: /^job\.title$/,
  company: /^job\.company$/,
  quote: /^job\.description$/,
  employer: /^(work\[\d+\]\.name|volunteer\[\d+\]\.organization)$/,
  position: /^(work|volunteer)\[\d+\]\.position$/,
  project: /^projects\[\d+\]\.name$/,
  clause: /\.(highlights\[\d+\]|summary|description)$/,
  institution: /^education\[\d+\]\.institution$/,
  degree: /^education\[\d+\]\.(studyType|area)$/,
  from: /\.startDate$/,
  to: /\.endDate$/,
  label: /^basics\.label$/,
  years: /^answers\.yearsExperience$/,
  skills: /^skills\[\d+\]\.(name|keywords\[\d+\])$/,
  askedSkills: /^skills\[\d+\]\.(name|keywords\[\d+\])$/,
  certificates: /^certificates\[\d+\]\.name$/,
  languages: /^languages\[\d+\]\.(language|fluency)$/,
  notice: /^answers\.noticePeriod$/,
  start: /^answers\.startDate$/,
};

/** Words that may join several values in one slot. */
const JOINERS = new Set(['', ...Object.values(AND), 'in', 'en', 'of']);

type Compiled = {
  readonly frame: Frame;
  readonly language: DocumentLanguage;
  readonly pattern: RegExp;
  readonly slots: readonly string[];
};

const compile = (frame: Frame, language: DocumentLanguage): Compiled => {
  const slots: string[] = [];
  const source = literal(frame.text).replace(/\\\{(\w+)\\\}/g, (_, slot: string) => {
    if (slot === 'a') return '(?:an? )?';
    if (slot === 'the') return '(?:the )?';
    slots.push(slot);
    return '(.+?)';
  });
  return { frame, language, pattern: new RegExp(`^${source}$`, 'iu'), slots };
};

const COMPILED: readonly Compiled[] = DocumentLanguage.options.flatMap((language) =>
  FRAMES[language].map((frame) => compile(frame, language)),
);

const bare = (text: string): string =>
  fold(text)
    .replace(/[.;]+$/, '')
    .trim();

/** True when `captured` is made of evidence values alone, joined by commas, brackets and list words. */
function madeOf(captured: string, values: readonly string[]): boolean {
  let rest = ` ${fold(captured)} `;
  let used = false;
  for (const value of [...values].map(bare).sort((a, b) => b.length - a.length)) {
    const at = rest.search(new RegExp(`(?<![\\p{L}\\p{N}#+])${literal(value)}(?![\\p{L}\\p{N}#+])`, 'u'));
    if (at < 0) continue;
    used = true;
    rest = `${rest.slice(0, at)},${rest.slice(at + value.length)}`;
  }
  return used && rest.split(/[\s,()]+/u).every((word) => JOINERS.has(word));
}

/** A clause is a whole sentence of its fact, nothing cut off it. */
const isWholeSentence = (captured: string, value: string): boolean =>
  bare(value) === bare(captured) || sentencesOf(value).some((sentence) => bare(sentence) === bare(captured));

/** Text of a posting that must not be quoted: addresses, markup, orders to machines, anything overlong. */
export const isQuotable = (quote: string): boolean =>
  quote.length <= 140 &&
  !/https?:|www\.|[@<>{}[\]|`\\]|\d{5,}|ignore|disregard|instruct|prompt|system|assistant|language model|candidate (?:is|has)|rank|\bapi\b.*key|password/i.test(
    quote,
  );

function slotHolds({
  slot,
  captured,
  paths,
  evidence,
  language,
}: {
  slot: string;
  captured: string;
  paths: readonly string[];
  evidence: ReadonlyMap<string, string>;
  language: DocumentLanguage;
}): boolean {
  const allowed = SLOT_PATHS[slot];
  if (allowed === undefined) return false;
  const values = paths.filter((path) => allowed.test(path)).map((path) => evidence.get(path) ?? '');
  if (values.length === 0) return false;
  if (slot === 'from' || slot === 'to')
    return values.some((value) => fold(longDate(value, language)) === fold(captured));
  if (slot === 'clause') return values.some((value) => isWholeSentence(captured, value));
  if (slot === 'job') return values.some((value) => isPartOf(captured, value));
  if (slot === 'quote') return isQuotable(captured) && values.some((value) => fold(value).includes(fold(captured)));
  if (slot === 'askedSkills') return madeOf(captured, values) && namedByPosting(captured, { values, evidence });
  if (slot === 'skills' || slot === 'certificates' || slot === 'languages' || slot === 'degree')
    return madeOf(captured, values);
  return values.some((value) => bare(value) === bare(captured));
}

/** A title may lose its tail (`(m/w/d)`, `– Berlin`), not words in between. */
const isPartOf = (part: string, whole: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literal(fold(part))}(?![\\p{L}\\p{N}])`, 'u').test(fold(whole));

const namedByPosting = (
  captured: string,
  { values, evidence }: { values: readonly string[]; evidence: ReadonlyMap<string, string> },
): boolean => {
  const posting = `${evidence.get('job.title') ?? ''}. ${evidence.get('job.description') ?? ''}`;
  return values.filter((value) => mentions(captured, value)).every((value) => mentions(posting, value));
};

/** Frames that say something is going on. */
const NOW: ReadonlySet<FrameUse> = new Set([
  'current',
  'currentSince',
  'currentAsSince',
  'didNow',
  'wasNow',
  'amNow',
  'amAlso',
  'includedNow',
  'includedAt',
  'includedAlso',
]);

/** A condition a frame puts on the entry its evidence comes from. */
function entryHolds(
  use: FrameUse,
  {
    paths,
    evidence,
    now,
  }: { paths: readonly string[]; evidence: ReadonlyMap<string, string>; now: string | undefined },
): boolean {
  const entry = paths
    .map((path) => /^(?:work|education|volunteer)\[\d+\]/.exec(path)?.[0])
    .find((found) => found !== undefined);
  if (entry === undefined) return true;
  const end = evidence.get(`${entry}.endDate`);
  if (NOW.has(use)) return end === undefined || (now !== undefined && end > now);
  if (use === 'graduated' || use === 'degree') return end !== undefined && (now === undefined || end <= now);
  if (use === 'studying') return end === undefined || now === undefined || end > now;
  return true;
}

/**
 * Whether a sentence is one of the frames with every slot resting on the given evidence, and all of it from one entry.
 * `paths` are the sentence's evidence, `evidence` all citable texts by path.
 */
export function fitsFrame(
  sentence: string,
  {
    paths,
    evidence,
    now,
  }: { paths: readonly string[]; evidence: ReadonlyMap<string, string>; now?: string | undefined },
): boolean {
  const text = clean(sentence);
  return COMPILED.some(({ frame, language, pattern, slots }) => {
    const match = pattern.exec(text);
    if (match === null) return false;
    return (
      slots.every((slot, i) => slotHolds({ slot, captured: match[i + 1] ?? '', paths, evidence, language })) &&
      entryHolds(frame.use, { paths, evidence, now })
    );
  });
}

/** `a `, `an ` or nothing before a title: one Head of Engineering needs no article. */
export function articleFor(title: string): string {
  const word = (/^[\p{L}\d.-]+/u.exec(title)?.[0] ?? '').toLowerCase();
  if (word === '' || /^(head|director|chief|vp|vice|ceo|cto|cfo|coo|founder|co-founder|an?|the)$/.test(word)) return '';
  if (/^(mba|msc|m\.sc|md|mphil|llm|lpn|nhs|fp|sre|hr|rn|sap|x-?ray)\b/.test(word)) return 'an ';
  if (/^(uni|use|usa|uk|euro|one|ux(?!$)|ui)/.test(word)) return /^uninter|^unim/.test(word) ? 'an ' : 'a ';
  if (/^(hour|honou?r|heir)/.test(word)) return 'an ';
  return /^[aeiou]/.test(word) || /^8/.test(word) ? 'an ' : 'a ';
}

/** The first frame of a use that fits the tone, `turn` choosing among several; `undefined` where the language has none. */
export function pickFrame(
  use: FrameUse,
  { language, tone, turn = 0 }: { language: DocumentLanguage; tone: string; turn?: number },
): Frame | undefined {
  const fitting = FRAMES[language].filter(
    (frame) => frame.use === use && (frame.tone === undefined || frame.tone === tone),
  );
  return fitting[Math.abs(turn) % Math.max(fitting.length, 1)];
}

const TAKES_THE =
  /^(?:University|College|Institute|School|Academy|London School|Open University)\b.*\b(?:of|for)\b|^Open University$/;

/** Fills a frame; `{a}` follows from the title or degree behind it. */
export function fillFrame(frame: Frame, slots: Readonly<Record<string, string>>): string {
  return frame.text
    .replace(/\{a\}\{(\w+)\}/g, (_, slot: string) => `${articleFor(slots[slot] ?? '')}{${slot}}`)

    .replace(/\{the\}\{(\w+)\}/g, (_, slot: string) => `${TAKES_THE.test(slots[slot] ?? '') ? 'the ' : ''}{${slot}}`)
    .replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
}
