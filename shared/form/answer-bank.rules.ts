/**
 * Finding the saved answer to a question put in other words. Both questions are brought down to what they ask: the kind of
 * answer, and the set of words that carry meaning under one spelling and one word for all that mean the same. Only equal
 * sets are the same question; one word more is another question.
 */
import { EMPLOYER, FILLER, NUMBERS, ROLE, SAME_WORD, SENSITIVE, TURNS } from './answer-bank.data.ts';
import { plain } from './spelling.rules.ts';
import { core } from './wording.rules.ts';

export type Saved = { readonly question: string; readonly answer: string };

export type Found = {
  readonly index: number;
  readonly answer: string;
  /** Why the person must read it first: it was meant for another employer, or answers more than is asked. */
  readonly review?: string;
};

type Asked = {
  readonly kind: Kind;
  /** What is asked, in the words that stand for their kind. */
  readonly words: ReadonlySet<string>;
  /** Asks about the employer that asks, so that an answer may hold for one employer only. */
  readonly isAboutEmployer: boolean;
};
type Kind = 'yesNo' | 'count' | 'when' | 'where' | 'who' | 'open';

/**
 * The saved answer to `question`, if there is one and no other that says something else. `company` is the employer's name;
 * with `isSensitive`, or where the words tell so, nothing but the very same wording counts.
 */
export function findAnswer(
  saved: readonly Saved[],
  asked: { readonly question: string; readonly company?: string | undefined; readonly isSensitive?: boolean },
): Found | undefined {
  const wording = core(asked.question);
  if (wording === '') return undefined;
  const same = saved.flatMap((entry, index) => (core(entry.question) === wording ? [{ entry, index }] : []));
  if (same.length > 0)
    return only(
      same.map(({ entry, index }) => withCare({ entry, index, question: asked.question, company: asked.company })),
    );
  if (asked.isSensitive || SENSITIVE.test(plain(asked.question))) return undefined;
  const sought = readQuestion(asked.question, asked.company);
  if (sought.words.size === 0) return undefined;
  const hits: Found[] = [];
  saved.forEach((entry, index) => {
    if (SENSITIVE.test(plain(entry.question)) || entry.answer.trim() === '') return;
    const found = compare({ entry, index, sought, company: asked.company });
    if (found) hits.push(found);
  });
  return only(hits.filter(({ review }) => review === undefined)) ?? only(hits);
}

/** One of several, when all say the same. */
function only(hits: readonly Found[]): Found | undefined {
  const [first] = hits;
  return first && hits.every((hit) => plain(hit.answer) === plain(first.answer)) ? first : undefined;
}

type Comparison = { entry: Saved; index: number; sought: Asked; company: string | undefined };

function compare({ entry, index, sought, company }: Comparison): Found | undefined {
  const own = readQuestion(entry.question, company);
  if (own.kind !== sought.kind) return undefined;
  const missing = [...sought.words].filter((word) => !holds(own.words, word));
  const extra = [...own.words].filter((word) => !holds(sought.words, word));
  if (missing.length === 0 && extra.length === 0)
    return sought.isAboutEmployer
      ? { index, answer: entry.answer, review: aboutEmployer(company) }
      : { index, answer: entry.answer };
  // A motive named another employer where this one is meant.
  if (sought.words.has('MOTIVE') && own.words.has('MOTIVE') && missing.every((word) => word === 'EMPLOYER')) {
    const named = namedEmployer(entry.question);
    const isJustTheName =
      named &&
      extra.length > 0 &&
      extra.every((word) =>
        plain(named)
          .split(' ')
          .some((part) => canonical(part) === word),
      );
    // An answer that names the other employer is of no use here.
    if (!isJustTheName || plain(entry.answer).includes(plain(named))) return undefined;
    return { index, answer: entry.answer, review: `You wrote this about ${named}: read whether it fits here` };
  }
  // What answers more than is asked may still be what the person wants to say.
  const isPart = sought.kind === 'open' && missing.length === 0 && sought.words.size >= 2 && extra.length === 1;
  if (isPart && ![...extra].some((word) => /^[A-Z]|\d/.test(word)))
    return {
      index,
      answer: entry.answer,
      review: `Your answer to “${clip(entry.question)}”: read whether it fits here`,
    };
  return undefined;
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const aboutEmployer = (company: string | undefined): string =>
  `Saved with another employer in mind: read whether it holds for ${company ?? 'this one'}`;

/** The very same wording still speaks of another employer when it speaks of “us”. */
function withCare({
  entry,
  index,
  question,
  company,
}: {
  entry: Saved;
  index: number;
  question: string;
  company: string | undefined;
}): Found {
  const { isAboutEmployer } = readQuestion(question, undefined);
  const found = { index, answer: entry.answer };
  return isAboutEmployer ? { ...found, review: aboutEmployer(company) } : found;
}

const FIRST: readonly (readonly [Kind, RegExp])[] = [
  [
    'count',
    /^(?:please )?(?:(?:state|indicate|enter) )?(?:the )?(?:how (?:many|much|long)|number of|(?:total )?years of|wie (?:viele?|lange)|combien|cuant\w*|quant[aio]s?|hoe(?:veel| lang)|ile|hur (?:manga|lang)|hvor (?:mange|lang)|kac|kolik)\b/,
  ],
  [
    'when',
    /^(?:when|what date|how soon|from when|wann|ab wann|quand|cuando|quando|wanneer|kiedy|nar|hvornar|ne zaman|kdy)\b/,
  ],
  [
    'where',
    /^(?:where|in which (?:city|country)|wo|woher|ou|donde|onde|dove|waar|gdzie|var|hvor|nerede|kde)\b(?! do you see)/,
  ],
  ['who', /^(?:who|whom|wer|qui|quien|quem|chi|wie is|kto|vem|hvem|kim|kdo)\b/],
  [
    'yesNo',
    /^(?:(?:if|as) [^?]{0,60}? )?(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|may|am|haben|hast|sind|sie sind|bist|konnen|kannst|wurden|waren|mochten|besitzen|verfugen|avez|as tu|etes|pouvez|est ce que|disposez|souhaitez|seriez|tiene|tienes|esta|estas|puede|puedes|ha|has|posee|dispone|eres|voce tem|tem|possui|pode|hai|sei|puo|possiede|heeft|heb|bent|ben|kunt|kun|beschikt|czy|har|er|kan|mate|mas|jste|jsi|muzete|muzes)\b|\b(?:misiniz|musunuz|misin|var mi)\b/,
  ],
];

/** What one wants to do with an employer, in any of the words for it. */
const MOTIVE_VERBS =
  'work apply start want arbeiten bewerben travailler rejoindre trabajar trabalhar lavorare werken pracowac arbeta arbejde'.split(
    ' ',
  );

/** What a question asks, in canonical words. */
export function readQuestion(question: string, company: string | undefined): Asked {
  const text = plain(question);
  const bare = text.replace(/^(?:please|kindly|bitte|hi|hello|and|so) /, '');
  const kind = FIRST.find(([, begins]) => begins.test(bare))?.[0] ?? 'open';
  let rest = ` ${bare} `;
  if (company && plain(company) !== '') rest = rest.replaceAll(` ${plain(company)} `, ' EMPLOYER ');
  // Before the turns of phrase, which eat “us” and “you”.
  const speaksOfEmployer =
    / EMPLOYER /.test(rest) ||
    new RegExp(EMPLOYER.source).test(rest.replace(/\b(?:tell|let|give|with|help) us\b/g, ' '));
  rest = rest.replace(/\b(?:tell|let|give|show) us(?: know)?\b/g, ' tell ');
  for (const [turn, meaning] of TURNS) rest = rest.replace(turn, meaning);
  const isMotive = rest.includes('MOTIVE');
  rest = rest.replace(EMPLOYER, isMotive || /PAST|FITNESS|apply|relative|know/.test(rest) ? ' EMPLOYER ' : ' ');
  rest = rest.replace(ROLE, isMotive ? ' ROLE ' : ' ');
  const found = new Set<string>();
  for (const word of rest.split(' ')) if (word !== '' && !FILLER.has(word)) found.add(canonical(word));
  if (isMotive) for (const word of MOTIVE_VERBS) found.delete(word);
  if (kind === 'yesNo' && /^(?:have|had|did|were|was) you\b/.test(bare) && !found.has('experience')) found.add('PAST');
  if (kind !== 'yesNo' && /^(?:when|where) (?:did|was|were)\b/.test(bare) && !found.has('HEARD')) found.add('PAST');
  // “Have you ever …” and “have you … before” are one.
  if (found.has('PAST')) found.delete('before');
  if (found.has('HEARD')) for (const word of ['EMPLOYER', 'ROLE']) found.delete(word);
  const isAboutEmployer =
    speaksOfEmployer &&
    (isMotive ||
      (kind === 'yesNo' &&
        /\b(?:us|here|company|organi[sz]ation|uns|nous|EMPLOYER)\b/.test(rest + bare) &&
        /PAST|relative|know|apply/.test(rest)));
  return { kind: found.has('HEARD') ? 'open' : kind, words: found, isAboutEmployer };
}

const canonical = (word: string): string => {
  if (/^[A-Z]+$/.test(word)) return word;
  const digits = NUMBERS.get(word);
  if (digits) return digits;
  return SAME_WORD.get(word) ?? SAME_WORD.get(stem(word)) ?? stem(word);
};

/** English endings, lightly: plural and the forms of verbs. Short words stay as they are. */
function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?:ing|ed)$/, '')
    .replace(/(?<=[^aeiou])e$/, '');
}

/** The same word, or one with another ending in a language whose endings we do not know. */
function holds(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  if (word.length < 7 || /[A-Z\d]/.test(word)) return false;
  for (const other of words) {
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    if (short.length >= 7 && long.length - short.length <= 2 && long.startsWith(short.slice(0, -1))) return true;
  }
  return false;
}

/** The proper name behind “at” or “for”: the employer a motive was written for. */
function namedEmployer(question: string): string | undefined {
  return /\b(?:at|for|with|join|joining|about|in|bei|für|chez|en|na|w|hos|till|til|voor|presso)\s+((?:\p{Lu}[\p{L}\p{N}&.'-]*)(?:\s+\p{Lu}[\p{L}\p{N}&.'-]*)*)/u
    .exec(question)?.[1]
    ?.replace(/[.'-]+$/, '');
}
