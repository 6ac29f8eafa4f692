/**
 * Amounts and the ranges lists offer for them: “3–5 years”, “5+”, “unter 50.000 €”, “$80k–$100k”, “2 weeks”. Units are
 * converted only where that is exact: a year has twelve months and a week seven days, but no month has four weeks.
 */
import type { Offered } from './options.rules.ts';

export type Unit = 'year' | 'month' | 'week' | 'day';
/** What a number counts; without a unit it is bare, like money. */
export type Amount = { readonly count: number; readonly unit?: Unit | undefined };

type Scale = 'bare' | 'months' | 'days';
type Measured = { readonly scale: Scale; readonly value: number };

/** Small letters without accents, signs kept. */
const flat = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/[‐‑–—−]/g, '-');

const UNITS: readonly (readonly [Unit, RegExp])[] = [
  [
    'year',
    /^\W*(?:years?|yrs?|jahre?n?|ans?|annees?|anos?|ano\(s\)|anni|anno|jaar|jaren|lata?|rok\w*|ar|yil\w*|let|roky)\b/,
  ],
  [
    'month',
    /^\W*(?:months?|mos?|monate?n?|mois|mes(?:es)?|mesi|mese|maand\w*|miesi\w+|manad\w*|maned\w*|ay|ayi?|mesic\w*)\b/,
  ],
  [
    'week',
    /^\W*(?:weeks?|wks?|wochen?|semaines?|semanas?|settiman\w+|weken?|week|tygod\w+|tydzien|veck\w+|uger?|hafta\w*|tyden\w*|tydn\w*)\b/,
  ],
  [
    'day',
    /^\W*(?:(?:calendar|business|working) )?(?:days?|tagen?|tage?|jours?|dias?|giorn\w+|dagen?|dag|dni|dzien|dagar|dage|gun\w*|den|dny)\b/,
  ],
];

const measure = (count: number, unit: Unit | undefined): Measured => {
  switch (unit) {
    case 'year':
      return { scale: 'months', value: count * 12 };
    case 'month':
      return { scale: 'months', value: count };
    case 'week':
      return { scale: 'days', value: count * 7 };
    case 'day':
      return { scale: 'days', value: count };
    default:
      return { scale: 'bare', value: count };
  }
};

/** `amount` counted in `unit`, where that is exact. */
export function inUnit(amount: Amount, unit: Unit): number | undefined {
  if (amount.unit === unit) return amount.count;
  const own = measure(amount.count, amount.unit);
  const one = measure(1, unit);
  const count = own.value / one.value;
  return own.scale === one.scale && Number.isInteger(count) ? count : undefined;
}

/** The unit a text names, if it names just one: “Notice period (in weeks)”. */
export function unitIn(text: string): Unit | undefined {
  const words = flat(text).split(/[^\p{L}]+/u);
  const named = UNITS.filter(([, name]) => words.some((word) => word.length > 1 && name.exec(word)?.[0] === word));
  return named.length === 1 ? named[0]?.[0] : undefined;
}

const ONE =
  /\b(?:an?|one|ein(?:em|en|er)?|une?|uno|uma?|een|jeden|ett?|en|bir)\s+(?=(?:year|month|week|day|jahr|monat|woche|tag|an\b|mois|semaine|ano|mes\b|semana|anno|mese|settimana|jaar|maand|week|rok|miesiac|ar\b|manad|vecka|maned|uge|yil|ay\b|hafta|mesic|tyden))/g;
const NUMBER = /(\d[\d.,'\s]*\d|\d)\s*(k\b|tsd|thousand|tausend|mila\b|mil\b|tys|tis\b)?/g;

type Found = { readonly count: number; readonly unit: Unit | undefined; readonly start: number; readonly end: number };

function numbersIn(text: string): Found[] {
  const found = [...text.matchAll(NUMBER)].map((match) => {
    const end = match.index + match[0].trimEnd().length;
    const unit = UNITS.find(([, name]) => name.test(text.slice(end)))?.[0];
    return { count: numberOf(match[1] ?? ''), isThousands: match[2] !== undefined, unit, start: match.index, end };
  });
  const last = found.at(-1);
  return found.map(({ count, isThousands, unit, start, end }) => {
    // In “80-100k” and “3-5 years” the last one's sign holds for the first.
    const scaled = isThousands || (last?.isThousands === true && count < last.count) ? count * 1000 : count;
    return { count: scaled, unit: unit ?? last?.unit, start, end };
  });
}

/** `50.000`, `50,000`, `50 000` and `1,5` as numbers. */
function numberOf(digits: string): number {
  const bare = digits.replace(/[\s']/g, '');
  const decimal = /^(\d+)[.,](\d{1,2})$/.exec(bare);
  return Number(decimal ? `${decimal[1]}.${decimal[2]}` : bare.replace(/[.,]/g, ''));
}

const AT_LEAST =
  /\+|>=|≥|\bat least\b|\bminimum\b|\bor (?:more|above|over|greater|longer)\b|\band (?:more|above|over|up)\b|\bmindestens\b|\bab\b|\b(?:und|oder) mehr\b|\bau moins\b|\b(?:et|ou) plus\b|\ba partir de\b|\bal menos\b|\b[oy] mas\b|\bpelo menos\b|\b(?:ou|e) mais\b|\balmeno\b|\b[oe] (?:piu|oltre)\b|\bminstens\b|\b(?:of|en) meer\b|\bvanaf\b|\bco najmniej\b|\b(?:lub|i) wiecej\b|\bminst\b|\b(?:eller|och) mer\b|\bmindst\b|\b(?:eller|og) (?:mere|derover)\b|\ben az\b|\bve uzeri\b|\bveya daha fazla\b|\balespon\b|\b(?:a|nebo) vice\b/;
const MORE_THAN =
  />|\bmore than\b|\bover\b|\babove\b|\bgreater than\b|\bmehr als\b|\buber\b|\bplus d[e']|\bmas de\b|\bmais de\b|\boltre\b|\bpiu di\b|\bmeer dan\b|\bponad\b|\bpowyzej\b|\bwiecej niz\b|\bmer an\b|\bmere end\b|\bfazla\b|\bvice nez\b|\bnad\b/;
const AT_MOST =
  /<=|≤|\bup to\b|\bat most\b|\bmaximum\b|\bmax\b|\bor (?:less|fewer|under|below)\b|\bbis\b|\bhochstens\b|\bjusqu|\bhasta\b|\bate\b|\bfino a\b|\btot\b|\bmaximaal\b|\bmaksymalnie\b|\bupp till\b|\bhogst\b|\bop til\b|\bhojst\b|\ben fazla\b|\bkadar\b|\bnejvyse\b|\bmaximalne\b/;
const LESS_THAN =
  /<|\bless than\b|\bunder\b|\bbelow\b|\bfewer than\b|\bweniger als\b|\bunter\b|\bmoins d[e']|\bmenos de\b|\bmeno di\b|\bsotto\b|\bminder dan\b|\bonder\b|\bmniej niz\b|\bponizej\b|\bmindre (?:an|end)\b|\baltinda\b|\bdaha az\b|\bmene nez\b|\bpod\b/;
const NONE =
  /^\W*(?:none|no experience|no notice(?: period)?|0|immediate(?:ly)?(?: available| joiner)?|available immediately|keine?|keine erfahrung|sofort|ab sofort|aucune?|immediatement|ningun[ao]?|sin experiencia|inmediat\w+|nenhum[ao]?|imediat\w+|nessun[ao]?|immediat\w+|geen|per direct|direct|brak|natychmiast|od zaraz|ingen|omgaende|straks|med det samme|yok|hemen|zadn\w+|ihned)\W*$/;

/** Whether an option's words hold `amount`; undefined where it cannot be told. */
function holds(option: string, amount: Amount): boolean | undefined {
  const text = flat(option).replace(ONE, '1 ');
  if (NONE.test(text)) return amount.count === 0;
  const numbers = numbersIn(text);
  const [first, second] = numbers;
  if (!first || numbers.length > 2) return undefined;
  const own =
    amount.unit === undefined
      ? measure(amount.count, first.unit === undefined ? undefined : 'year')
      : measure(amount.count, amount.unit);
  const value = (found: Found): number | undefined => {
    const measured = measure(
      found.count,
      amount.unit === undefined ? (found.unit ?? undefined) : (found.unit ?? amount.unit),
    );
    return measured.scale === own.scale ? measured.value : undefined;
  };
  const low = value(first);
  if (low === undefined) return amount.count === 0 ? false : undefined;
  if (second) {
    const high = value(second);
    if (high === undefined) return undefined;
    const isOpen = LESS_THAN.test(text.slice(first.end, second.start).replace('<=', ''));
    return own.value >= low && (isOpen ? own.value < high : own.value <= high);
  }
  if (AT_LEAST.test(text)) return own.value >= low;
  if (AT_MOST.test(text)) return own.value <= low;
  if (MORE_THAN.test(text)) return own.value > low;
  if (LESS_THAN.test(text)) return own.value < low;
  return own.value === low;
}

/** Index of the one option whose range holds `amount`; neighbours that share a border give it to the higher one. */
export function matchRange(options: readonly Offered[], amount: number | Amount): number | undefined {
  const wanted = typeof amount === 'number' ? { count: amount } : amount;
  const hits = options.flatMap((option, index) => (holds(option.text, wanted) ? [index] : []));
  if (hits.length <= 1) return hits[0];
  const startsHere = hits.filter(
    (index) => numbersIn(flat(options[index]?.text ?? '').replace(ONE, '1 '))[0]?.count === wanted.count,
  );
  return startsHere.length === 1 ? startsHere[0] : undefined;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  ein: 1,
  eine: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  sechs: 6,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  um: 1,
  dois: 2,
  due: 2,
  tre: 3,
  een: 1,
  twee: 2,
  drie: 3,
  a: 1,
  an: 1,
};

/** “4 weeks”, “ein Monat”, “immediately” as an amount; undefined when the words say more than that. */
export function durationOf(said: string): Amount | undefined {
  const text = flat(said).trim();
  if (NONE.test(text)) return { count: 0, unit: 'day' };
  const [, number = '', rest = ''] =
    /^(\d+|[a-z]+)\s*(.*)$/.exec(text.replace(/^(?:notice(?: period)?(?: is| of)?:?|about)\s+/, '')) ?? [];
  const count = /^\d+$/.test(number) ? Number(number) : NUMBER_WORDS[number];
  const unit = UNITS.find(([, name]) => name.exec(rest)?.[0].length === rest.replace(/(?:'? notice)?\W*$/, '').length);
  return count === undefined || !unit ? undefined : { count, unit: unit[0] };
}
