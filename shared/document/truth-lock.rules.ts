/**
 * The truth lock: a sentence stays only when its evidence says it. The check is closed-world. Every word must come from the
 * cited facts, from a short list of words that claim nothing, or be a synonym at the same rank; every number must be
 * there with its unit and its neighbours; what limits a fact must be kept; what the posting says is never said of the
 * person. Sentences about the posting must be one of our own frames. It holds against a model that lies on purpose, so
 * it would rather lose a true sentence than pass a false one. Long because a lock is
 * judged as a whole: every check a sentence must pass stands here, in order.
 */
import { clean, fold } from '#shared/kernel/text.ts';
import { bareAddress } from './common.rules.ts';
import { dateRange, longDate, shortDate } from './dates.rules.ts';
import { LABELS } from './document.data.ts';
import type { TraceLine } from './document.schema.ts';
import { entryOf, evidenceOf, type Sources } from './facts.rules.ts';
import { fitsFrame } from './frame.rules.ts';
import { GLUE, HEDGES, NEVER, RANK, SAME } from './lock.data.ts';
import { DocumentLanguage } from './model.schema.ts';
import { canonicalSkill } from './requirements.rules.ts';
import { isNumberWord, isUnit, type Quantity, quantitiesOf, sentencesOf, stem, wordsOf } from './words.rules.ts';

export type Dropped = { readonly text: string; readonly reason: string };
export type LockResult = { readonly kept: TraceLine[]; readonly dropped: Dropped[] };

/** Keeps the sentences whose evidence supports them; says of every other one what it claims without ground. */
export function lockSentences(lines: readonly TraceLine[], sources: Sources): LockResult {
  const evidence = evidenceOf(sources);
  const kept: TraceLine[] = [];
  const dropped: Dropped[] = [];
  for (const line of lines) {
    const reason = faultOf(line, { evidence, now: sources.now });
    if (reason === undefined) kept.push(line);
    else dropped.push({ text: line.text, reason });
  }
  return { kept, dropped };
}

type World = { readonly evidence: ReadonlyMap<string, string>; readonly now: string | undefined };

/** Why a sentence must go, or `undefined` when it stands. */
function faultOf({ text, evidence: paths }: TraceLine, world: World): string | undefined {
  const { evidence, now } = world;
  if (clean(text) === '') return 'it is empty';
  if (paths.length === 0) return 'it names no evidence';
  const unknown = paths.find((path) => !evidence.has(path));
  if (unknown !== undefined) return `its evidence ${unknown} is not in the profile`;
  const facts = paths.map((path) => ({ path, text: evidence.get(path) ?? '' }));
  const own = facts.filter(({ path }) => !path.startsWith('job.'));

  const body = withoutLabel(text);
  const verbatim = own.some(
    (fact) => isVerbatim(text, fact.text) || (ADDRESS_PATH.test(fact.path) && clean(text) === bareAddress(fact.text)),
  );
  if (verbatim && own.length === facts.length) return undefined;
  // The name of the company or the post alone, as in an address, says nothing of the person.
  if (
    own.length === 0 &&
    facts.every((fact) => fact.path !== 'job.description' && fact.text === clean(text)) &&
    !NEVER.some((pattern) => pattern.test(text))
  )
    return undefined;
  if (hasHidden(text)) return 'it holds invisible characters';
  if (NEVER.some((pattern) => pattern.test(withoutEvidence(text, own))))
    return 'it holds a placeholder or words of a machine';
  const address = foreignAddress(text, own);
  if (address !== undefined) return `“${address}” is not an address of yours`;
  const entries = new Set(paths.flatMap((path) => entryOf(path) ?? []));
  if (entries.size > 1) return 'it mixes different jobs or studies';
  if (isStructured(text, { own, evidence })) return undefined;
  if (fitsFrame(text, { paths, evidence, now })) return undefined;
  if (own.length !== facts.length) return 'it says of you what the posting says';
  return unsupported(body, { facts: own, world });
}

const LABEL = new RegExp(
  `^(?:${Object.values(LABELS)
    .flatMap(({ grade, courses }) => [grade, courses])
    .join('|')}): `,
);
/** `Courses: …` and `Grade: …` are names of fields, not claims. */
const withoutLabel = (text: string): string => text.replace(LABEL, '');

const ADDRESS_PATH = /(?:^basics|profiles\[\d+\])\.url$/;

/** The fact itself, whole or by whole sentences. */
function isVerbatim(text: string, fact: string): boolean {
  const said = clean(text);
  if (said === fact || `${said}.` === fact || said === `${fact}.`) return true;
  const sentences = sentencesOf(fact);
  return sentencesOf(text).every((sentence) => sentences.includes(sentence));
}

const hasHidden = (text: string): boolean =>
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u{E0000}-\u{E007F}]/u.test(text);

/** A bracket or a word like `GPT-4` that the person wrote themself is no placeholder. */
const withoutEvidence = (text: string, own: readonly { text: string }[]): string =>
  own.reduce((rest, fact) => (fact.text.length > 3 ? rest.replaceAll(fact.text, '') : rest), clean(text));

const ADDRESS =
  /https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+\.(?:com|org|net|io|dev|ai|app|co|de|fr|es|eu|info|me)(?:\/\S*)?\b|\+?\d[\d\s().-]{7,}\d/giu;

function foreignAddress(text: string, own: readonly { text: string }[]): string | undefined {
  const known = fold(own.map((fact) => fact.text).join(' \u0001 '));
  const digits = known.replace(/\D/g, '');
  return clean(text)
    .match(ADDRESS)
    ?.find((found) => {
      const bare = fold(found).replace(/[.,;)]+$/, '');
      if (/^\+?[\d\s().-]+$/.test(bare)) {
        const number = bare.replace(/\D/g, '');
        return number.length >= 9 && !/^(?:[12]\d{3}){2}$/.test(number) && !digits.includes(number);
      }
      return !known.includes(bare);
    });
}

/** Lines a resume has beside sentences: dates, `Employer, City`, `Label: a, b`. Every piece must be a fact as it stands. */
function isStructured(
  text: string,
  { own, evidence }: { own: readonly { path: string; text: string }[]; evidence: ReadonlyMap<string, string> },
): boolean {
  const isDate = ({ path }: { path: string }) => /(?:Date|\.date)$/.test(path);
  if (own.length === 0 || !own.every(isDate)) return false;
  const said = fold(text);
  const start = own.find(({ path }) => path.endsWith('startDate'));
  const entry = entryOf(own[0]?.path ?? '');
  const startDate = start?.text;
  const endDate = evidence.get(`${entry}.endDate`);
  return DocumentLanguage.options.some((language) => {
    if (
      own.some((fact) => said === fold(shortDate(fact.text, language)) || said === fold(longDate(fact.text, language)))
    )
      return true;
    const cited = own.some(({ path }) => path.endsWith('endDate'));
    const range = dateRange(
      { startDate, endDate: cited || endDate !== undefined ? endDate : undefined },
      { language, lasting: /^(work|volunteer|education)/.test(entry ?? '') },
    );
    return range !== undefined && said === fold(range);
  });
}

const SAME_KEY = new Map<string, string>();
for (const row of SAME) for (const word of row) SAME_KEY.set(word, `=${row[0]}`);
/** Comparable form of a word: its synonym row, else its stem. */
const keyOf = (word: string): string => SAME_KEY.get(word) ?? stem(word);

const ALL_GLUE = DocumentLanguage.options.map((language) => GLUE[language]);
/** Words that join in lists and labels of every language we write. */
const isGlue = (word: string, language: ReadonlySet<string>): boolean => language.has(word);

/** The language whose small words the sentence uses most. */
function glueOf(words: readonly string[]): ReadonlySet<string> {
  let best = ALL_GLUE[0] ?? new Set<string>();
  let most = -1;
  for (const glue of ALL_GLUE) {
    const count = words.filter((word) => glue.has(word)).length;
    if (count > most) {
      best = glue;
      most = count;
    }
  }
  return best;
}

type FactText = { readonly path: string; readonly text: string };

/** The closed-world check of a free sentence against profile facts. */
function unsupported(text: string, { facts, world }: { facts: readonly FactText[]; world: World }): string | undefined {
  const said = wordsOf(text);
  const exact = new Set(facts.flatMap((fact) => wordsOf(fact.text)));
  const keys = new Set([...exact].map(keyOf));
  const skills = new Set(facts.flatMap((fact) => [canonicalSkill(fact.text)]));
  const glue = glueOf(said);
  const covered = aliasWords(text, skills);

  for (const word of said) {
    if (RANK.has(word)) {
      if (!exact.has(word)) return `“${word}” is not in your profile there`;
      continue;
    }
    if (
      isGlue(word, glue) ||
      exact.has(word) ||
      keys.has(keyOf(word)) ||
      covered.has(word) ||
      isNumberWord(word) ||
      isUnit(word)
    )
      continue;
    return `“${word}” is not in your profile there`;
  }
  return (
    numberFault(text, facts) ??
    hedgeFault(said, facts) ??
    presentFault(text, { facts, world }) ??
    passiveFault(text, facts) ??
    orderFault(text, facts)
  );
}

/** Words of the text that spell a cited skill in another way: `Kubernetes` where the profile says `K8s`. */
function aliasWords(text: string, skills: ReadonlySet<string>): Set<string> {
  const words = wordsOf(text);
  const covered = new Set<string>();
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(from + 5, words.length); to++) {
      const name = words.slice(from, to);
      if (skills.has(canonicalSkill(name.join(' ')))) for (const word of name) covered.add(word);
    }
  return covered;
}

const sameQuantity = (a: Quantity, b: Quantity): boolean =>
  Math.abs(a.value - b.value) < 1e-9 * Math.max(1, Math.abs(a.value)) && a.unit === b.unit && (!a.plus || b.plus);

/** Words around a number tell what it counts; one of them must be around it in the fact as well. */
function neighbours(text: string, index: number): Set<string> {
  const folded = fold(text).replaceAll('’', "'");
  const before = wordsOf(folded.slice(0, index)).filter(isContent).slice(-3);
  const after = wordsOf(folded.slice(index).replace(/^\S+/, '')).filter(isContent).slice(0, 3);
  return new Set([...before, ...after].map(keyOf));
}
const isContent = (word: string): boolean => !ALL_GLUE.some((glue) => glue.has(word)) && !isNumberWord(word);

/** What a number counts: the words after it up to the next small word, number or comma. */
function counted(text: string, quantity: Quantity): string[] {
  const folded = fold(text).replaceAll('’', "'");
  const tail = folded.slice(quantity.index).replace(/^[\s$€£¥]*(?:\d\S*|\p{L}+)/u, '');
  const words = wordsOf(tail.split(/[,;.:()\d]/)[0] ?? '');
  const end = words.findIndex((word) => !isContent(word));
  return (end < 0 ? words : words.slice(0, end)).map(keyOf);
}

/** `from 12`, `of 12` and `to 12` are not `by 12`. */
const PREPOSITIONS = new Set(
  'of from to by under below over above than until bis von auf um unter uber de a sur sous desde hasta'.split(' '),
);
const before = (text: string, index: number): string => wordsOf(fold(text).slice(0, index)).at(-1) ?? '';
function samePreposition({ said, known }: { said: string; known: string }): boolean {
  const strict = (word: string) => (PREPOSITIONS.has(word) ? word : '');
  return strict(said) === strict(known) || (strict(said) === '' && (known === 'by' || known === 'um'));
}

function numberFault(text: string, facts: readonly FactText[]): string | undefined {
  const prose = facts.map((fact) => ({
    ...fact,
    quantities: quantitiesOf(fact.text),
    isDate: /(?:Date|\.date)$/.test(fact.path),
  }));
  for (const quantity of quantitiesOf(text)) {
    const shown = String(quantity.value);
    const around = neighbours(text, quantity.index);
    const what = counted(text, quantity);
    const supported = prose.some((fact) => {
      if (fact.isDate)
        return (
          quantity.unit === '' &&
          Number.isInteger(quantity.value) &&
          quantity.value > 1900 &&
          fact.text.startsWith(`${quantity.value}`) &&
          what.length === 0
        );
      return fact.quantities.some((known) => {
        if (!sameQuantity(quantity, known)) return false;
        if (!samePreposition({ said: before(text, quantity.index), known: before(fact.text, known.index) }))
          return false;
        if (fact.path === 'answers.yearsExperience') return /^(year|jahr|an|ano)/.test(what[0] ?? '');
        const there = neighbours(fact.text, known.index);
        const whatThere = counted(fact.text, known);
        const [noun] = what;
        if (noun !== undefined && whatThere.length > 0 && !whatThere.includes(noun)) return false;
        return around.size === 0 || [...around].some((word) => there.has(word));
      });
    });
    if (!supported) return `the number ${shown} is not in your profile there`;
  }
  return undefined;
}

const HEDGE_ROWS = HEDGES.map((row) => new Set(row));

/** A fact that says `helped`, `assistant` or `not` may not be retold without it. */
function hedgeFault(said: readonly string[], facts: readonly FactText[]): string | undefined {
  const keys = new Set(said.map(keyOf));
  for (const fact of facts) {
    const words = wordsOf(fact.text);
    if (!words.some((word) => isContent(word) && keys.has(keyOf(word)))) continue;
    for (const row of HEDGE_ROWS) {
      const there = words.find((word) => row.has(word));
      if (there !== undefined && !said.some((word) => row.has(word))) return `it leaves out “${there}”`;
    }
  }
  return undefined;
}

const NOW_WORDS =
  /\b(?:currently|current|now|today|present|still|aktuell|derzeit|zurzeit|heute|actuellement|aujourd|actualmente|hoy|work|lead|manage|run|own)\b/i;
const SAYS_I_AM = /\bI am\b(?! applying)/i;

/** What has ended is not going on. */
function presentFault(
  text: string,
  { facts, world }: { facts: readonly FactText[]; world: World },
): string | undefined {
  const entry = facts
    .map(({ path }) => /^(?:work|volunteer|education|projects)\[\d+\]/.exec(path)?.[0])
    .find((found) => found !== undefined);
  if (entry === undefined) return undefined;
  const end = world.evidence.get(`${entry}.endDate`);
  if (end === undefined || (world.now !== undefined && end > world.now)) return undefined;
  const said = clean(text);
  const known = new Set(facts.flatMap((fact) => wordsOf(fact.text)));
  const hit = NOW_WORDS.exec(said)?.[0];
  if (SAYS_I_AM.test(said) || (hit !== undefined && !known.has(fold(hit))))
    return 'it says that something past is going on';
  return undefined;
}

/** Being led, trained or supervised by others is not leading, training or supervising them. */
const PASSIVE =
  /\b(?:led|managed|headed|supervised|directed|mentored|trained|coached|taught|owned|founded|awarded) by\b|\breport(?:ed|ing) to\b|\bunder the\b/i;

function passiveFault(text: string, facts: readonly FactText[]): string | undefined {
  const turned = facts.some((fact) => PASSIVE.test(fact.text)) && !PASSIVE.test(text);
  return turned ? 'it turns around who did it' : undefined;
}

/** Verbs keep their order and object: content words must appear in runs as the fact has them, not reshuffled. */
function orderFault(text: string, facts: readonly FactText[]): string | undefined {
  const said = wordsOf(text).filter(isContent).map(keyOf);
  const longFacts = facts.filter((fact) => wordsOf(fact.text).length >= 6);
  if (longFacts.length === 0 || said.length < 4) return undefined;
  let pairs = 0;
  let reversed = 0;
  for (const fact of longFacts) {
    const order = new Map<string, number>();
    for (const [i, word] of wordsOf(fact.text).map(keyOf).entries()) if (!order.has(word)) order.set(word, i);
    const positions = said.flatMap((word) => order.get(word) ?? []);
    for (let i = 1; i < positions.length; i++) {
      pairs++;
      if ((positions[i] ?? 0) < (positions[i - 1] ?? 0)) reversed++;
    }
  }
  return pairs > 0 && reversed / pairs > 0.4 ? 'it puts the words of a fact in another order' : undefined;
}
