/** Words and numbers of a sentence in comparable form. */
import { languageOf } from '#shared/job/text.rules.ts';
import { clean, fold } from '#shared/kernel/text.ts';
import { DocumentLanguage } from './model.schema.ts';

/** Folded words; `C++`, `C#`, `.NET`, `Node.js`, `CI/CD` parts and `O'Brien` stay whole, numbers are left out. */
export const wordsOf = (text: string): string[] =>
  (
    fold(text)
      .replaceAll('’', "'")
      .match(/\.?[\p{L}\p{N}][\p{L}\p{N}+#]*(?:[.'][\p{L}\p{N}][\p{L}\p{N}+#]*)*/gu) ?? []
  ).filter((word) => !/^\.?\d[\d.,]*$/.test(word));

/** A text as the source of a regular expression that matches it and nothing else. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const ENDINGS = /(?:ing|ingly|edly|ed|es|s|ly|en|er|e|n)$/;

/** A rough stem: `reduced`, `reducing`, `reduce` meet; good enough to compare within one person's few sentences. */
export function stem(word: string): string {
  if (word.length < 5 || /[^\p{L}]/u.test(word)) return word.length > 3 ? word.replace(/(?<=[\p{L}])s$/u, '') : word;
  const single = word.replace(/s$/, '');
  const cut = single.replace(ENDINGS, '');
  const base = cut.length >= 3 ? cut : single;
  return base
    .replace(/(.)\1$/, '$1')
    .replace(/e$/, '')
    .replace(/i$/, 'y');
}

export const stemsOf = (text: string): string[] => wordsOf(text).map(stem);

/** Splits prose into sentences; abbreviations and decimals do not end one. */
export function sentencesOf(text: string): string[] {
  const marked = clean(text).replace(
    /(?<!\b(?:e\.g|i\.e|z\.B|bzw|ca|etc|Dr|Mr|Ms|Mrs|St|Inc|Ltd|Co|vs|No|Nr|approx|p\.ex|Sr|Sra|[A-Z]))([.!?])\s+(?=[\p{Lu}\p{N}“"«„(])/gu,
    '$1\u0000',
  );
  return marked
    .split('\u0000')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The document language a text is written in; `undefined` where it is another one or too short to tell. */
export function documentLanguageOf(text: string): DocumentLanguage | undefined {
  const parsed = DocumentLanguage.safeParse(languageOf(text));
  return parsed.success ? parsed.data : undefined;
}

/** A number with what gives it meaning. */
export type Quantity = { value: number; unit: string; plus: boolean; index: number };

const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  mille: 1e3,
  mil: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  millones: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  milliarden: 1e9,
  milliards: 1e9,
};
const CURRENCY: Readonly<Record<string, string>> = {
  $: 'usd',
  usd: 'usd',
  dollar: 'usd',
  dollars: 'usd',
  '€': 'eur',
  eur: 'eur',
  euro: 'eur',
  euros: 'eur',
  '£': 'gbp',
  gbp: 'gbp',
  pounds: 'gbp',
  chf: 'chf',
  '¥': 'jpy',
};
const PERCENT = /^(?:%|percent|percentage|pct|prozent|pourcent|pourcents|porciento)$/;
const NUMBER_WORDS = new Map<string, number>();
for (const [list, from] of [
  [
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    2,
  ],
  ['zwei drei vier funf sechs sieben acht neun zehn elf zwolf', 2],
  ['deux trois quatre cinq six sept huit neuf dix onze douze', 2],
  ['dos tres cuatro cinco seis siete ocho nueve diez once doce', 2],
] as const)
  for (const [i, word] of list.split(' ').entries()) NUMBER_WORDS.set(word, from + i);
for (const [i, word] of 'thirty forty fifty sixty seventy eighty ninety'.split(' ').entries())
  NUMBER_WORDS.set(word, 30 + i * 10);
NUMBER_WORDS.set('hundred', 100).set('one', 1);

/** Whether a folded word is a unit that {@link quantitiesOf} reads together with its number. */
export const isUnit = (word: string): boolean => PERCENT.test(word);

/** Whether a folded word says a number. */
export const isNumberWord = (word: string): boolean => NUMBER_WORDS.has(word);

const NUMBER =
  /(?<![\p{L}\p{N}.])([$€£¥]|usd|eur|gbp|chf)?\s?((?:\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+(?!\d)|\d+)(?:[.,]\d+)*)\s?(\+)?\s?(%|[\p{L}€£$]+)?/gu;

/** `1,200` and `1.200` and `1 200` are 1200; `3.8` and `3,8` are 3.8. */
function numericValue(digits: string): number {
  const bare = digits.replace(/['\u00a0\u202f ]/g, '');
  if (/^\d{1,3}([.,]\d{3})+$/.test(bare)) return Number(bare.replace(/[.,]/g, ''));
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (last < 0) return Number(bare);
  return Number(`${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`);
}

/** Every number of a text with scale applied and its unit class: `%`, a currency, or none. `index` is a character position in the folded text. */
export function quantitiesOf(text: string): Quantity[] {
  const folded = fold(text).replaceAll('’', "'");
  const found: Quantity[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const [, symbol, digits = '', plus, tail = ''] = match;
    const scale = SCALE[tail] ?? 1;
    const after =
      SCALE[tail] === undefined
        ? tail
        : (/^\s?([\p{L}€£$]+)/u.exec(folded.slice(match.index + match[0].length))?.[1] ?? '');
    const unit = PERCENT.test(tail) ? '%' : (CURRENCY[symbol ?? ''] ?? CURRENCY[after] ?? '');
    found.push({ value: numericValue(digits) * scale, unit, plus: plus !== undefined, index: match.index });
  }
  for (const match of folded.matchAll(/[\p{L}]+/gu)) {
    const value = NUMBER_WORDS.get(match[0]);
    if (value === undefined) continue;
    const next = /^[\s-]?([\p{L}%]+)/u.exec(folded.slice(match.index + match[0].length))?.[1] ?? '';
    found.push({ value, unit: PERCENT.test(next) ? '%' : (CURRENCY[next] ?? ''), plus: false, index: match.index });
  }
  return found;
}
