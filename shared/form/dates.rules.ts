/** Days, months and years in the spelling a control asks for; a part the person has not said is never made up. */
import type { FormField } from './form.schema.ts';
import { nameWords, plain } from './spelling.rules.ts';

export type Written = { readonly value: string; readonly alternatives?: readonly string[] };
type Missing = { readonly missing: string };
type Day = { readonly year: string; readonly month?: string | undefined; readonly day?: string | undefined };
type Part = 'year' | 'month' | 'day';

/** `2021`, `2021-03`, `2021-03-15` in its parts; undefined for words (“immediately”). */
export function partsOf(date: string): Day | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date.trim());
  return found?.[1] ? { year: found[1], month: found[2], day: found[3] } : undefined;
}

/** `date` (ISO, perhaps without day or month, or free words) as `field` takes it. */
export function dateFor(field: FormField, date: string): Written | Missing {
  const parts = partsOf(date);
  if (!parts)
    return field.kind === 'date' ? { missing: 'It takes a date; your answer is in words' } : { value: date.trim() };
  if (field.kind === 'date') return nativeDate(field, parts);
  const part = partAsked(field);
  if (part) return onePart(part, parts);
  if (field.options.length > 0 && field.kind !== 'text') return listed(parts);
  const pattern = patternOf(field);
  if (!pattern) return { value: iso(parts), alternatives: spellings(parts) };
  const asksDay = /\b(?:d{1,2}|t{1,2}|jj|gg)\b/i.test(pattern.replace(/jjjj|aaaa|rrrr/gi, 'yyyy'));
  if (asksDay && !parts.day) return { missing: 'It wants the day, which you have not said' };
  if (/m|\baa\b/i.test(pattern) && !parts.month) return { missing: 'It wants the month, which you have not said' };
  return { value: spell(pattern, parts) };
}

const iso = ({ year, month, day }: Day): string => [year, month, day].filter((part) => part !== undefined).join('-');

function nativeDate(field: FormField, parts: Day): Written | Missing {
  const wanted = field.type === 'month' ? 2 : field.type === 'date' ? 3 : 0;
  if (wanted === 0) return { missing: 'It takes a time, not a day' };
  if (wanted >= 2 && !parts.month) return { missing: 'It wants the month, which you have not said' };
  if (wanted === 3 && !parts.day) return { missing: 'It wants the day, which you have not said' };
  const value = wanted === 2 ? `${parts.year}-${parts.month}` : iso(parts);
  const isOutside =
    (field.min !== undefined && /^\d{4}-/.test(field.min) && value < field.min) ||
    (field.max !== undefined && /^\d{4}-/.test(field.max) && value > field.max);
  return isOutside ? { missing: 'Your date is outside what this box takes' } : { value };
}

function onePart(part: Part, parts: Day): Written | Missing {
  if (part === 'year') return { value: parts.year };
  if (part === 'day')
    return parts.day
      ? { value: String(Number(parts.day)), alternatives: [parts.day] }
      : { missing: 'It wants the day, which you have not said' };
  if (!parts.month) return { missing: 'It wants the month, which you have not said' };
  return { value: parts.month, alternatives: [...monthNames(Number(parts.month)), String(Number(parts.month))] };
}

/** A whole date among options: `March 2021`, `03/2021`. */
const listed = (parts: Day): Written => ({ value: iso(parts), alternatives: spellings(parts) });

function spellings({ year, month, day }: Day): string[] {
  if (!month) return [];
  const names = monthNames(Number(month));
  if (!day) return [`${month}/${year}`, `${month}.${year}`, ...names.map((name) => `${name} ${year}`)];
  return names.flatMap((name) => [`${name} ${Number(day)}, ${year}`, `${Number(day)} ${name} ${year}`]);
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'tr', 'cs', 'ru'];
const months = new Map<number, readonly string[]>();

/** Names of a month (1–12) in the languages we read, long and short, as subject and behind a number, English first. */
export function monthNames(month: number): readonly string[] {
  const known = months.get(month);
  if (known) return known;
  const day = new Date(Date.UTC(2021, month - 1, 15));
  const say = (language: string, options: Intl.DateTimeFormatOptions): string => {
    const parts = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(day);
    return (parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '');
  };
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
  ];
  const names = [...new Set(LANGUAGES.flatMap((language) => forms.map((form) => say(language, form))))].filter(
    // Some languages write a short month as its number.
    (name) => /\p{L}/u.test(name),
  );
  months.set(month, names);
  return names;
}

let monthIndex: ReadonlyMap<string, number> | undefined;

/** 1–12 for a month's name in any language we read, or for `03 - March`; a bare number is none. */
export function monthOf(text: string): number | undefined {
  monthIndex ??= new Map(
    Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
      monthNames(month).map((name) => [plain(name), month] as const),
    ),
  );
  return monthIndex.get(plain(text).replace(/^\d{1,2} | \d{1,2}$/g, ''));
}

/** Which part of a date a control wants by itself: its options say so, else its placeholder, else its name. */
export function partAsked(field: FormField): Part | undefined {
  const texts = field.options.map(({ text }) => text.trim()).filter((text) => /\d/.test(text) || monthOf(text));
  if (texts.length >= 10 || (texts.length >= 2 && field.kind !== 'combobox')) {
    if (texts.filter((text) => monthOf(text)).length >= 10) return 'month';
    const numbers = texts.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
    if (numbers.length === texts.length && numbers.length > 1) {
      if (numbers.every((number) => number >= 1900 && number <= 2100)) return 'year';
      if (numbers.every((number) => number >= 1 && number <= 12) && numbers.length === 12) return 'month';
      if (numbers.every((number) => number >= 1 && number <= 31) && numbers.length >= 28) return 'day';
    }
    return undefined;
  }
  const shape = field.placeholder.trim();
  if (/^(?:y{2,4}|j{4}|a{4}|r{4}|г{4})$/i.test(shape)) return 'year';
  if (/^m{1,2}$/i.test(shape)) return 'month';
  if (/^(?:d{1,2}|t{1,2}|j{2}|g{1,2})$/i.test(shape)) return 'day';
  if (patternOf(field)) return undefined;
  return partIn(plain(`${field.label} ${shape}`)) ?? partIn(nameWords(`${field.name} ${field.id}`));
}

const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['year', /\b(?:years?|yyyy|jahr|annee|ano|anno|jaar|rok|ar|yil|yili)\b/],
  ['month', /\b(?:months?|mm|monat|mois|mes|mese|maand|miesiac|manad|maned|ay|mesic)\b/],
  ['day', /\b(?:day|dd|tag|jour|dia|giorno|dag|dzien|gun|den)\b/],
];

/** The part words name, if they name just one. */
function partIn(words: string): Part | undefined {
  const named = PARTS.filter(([, names]) => names.test(words));
  return named.length === 1 ? named[0]?.[0] : undefined;
}

const YEAR = 'y{4}|j{4}|a{4}|r{4}|yy|jj|aa';
// Turkish months are `AA`.
const DAY_OR_MONTH = 'd{1,2}|m{1,2}|t{1,2}|j{1,2}|g{1,2}|aa';
const FULL = new RegExp(
  `(?<![\\p{L}])(?:(?:${DAY_OR_MONTH})([./\\-\\s])\\s?(?:${DAY_OR_MONTH})\\1\\s?(?:${YEAR})|(?:${YEAR})([./\\-])(?:m{1,2})\\2(?:d{1,2}|t{1,2}|j{1,2}|g{1,2}))(?![\\p{L}])`,
  'iu',
);
const SHORT = new RegExp(
  `(?<![\\p{L}])(?:m{1,2}\\s?[./-]\\s?(?:${YEAR})|(?:y{4}|j{4}|a{4}|r{4})[./-]m{1,2})(?![\\p{L}])`,
  'iu',
);

/** The spelling a box shows: `MM/DD/YYYY`, `TT.MM.JJJJ`, `MM/YYYY`. Polish and French letters are read too. */
function patternOf(field: FormField): string | undefined {
  for (const text of [field.placeholder, field.label, field.hint]) {
    const found = FULL.exec(text)?.[0] ?? SHORT.exec(text)?.[0];
    if (found) return found;
  }
  return undefined;
}

/** `pattern` with the parts in place. The last letter group of four, or at an end, is the year; `m` is the month. */
function spell(pattern: string, { year, month = '', day = '' }: Day): string {
  const groups = pattern.match(/[a-z]+/gi) ?? [];
  const isLast = (at: number) => at === groups.length - 1;
  let at = -1;
  return pattern.replace(/[a-z]+/gi, (letters) => {
    at++;
    if (letters.length === 4) return year;
    if (/^m/i.test(letters) || (/^aa$/i.test(letters) && /y{4}/i.test(pattern)))
      return letters.length === 1 ? String(Number(month)) : month;
    if (/^[yra]/i.test(letters) || (isLast(at) && groups.length > 1 && !/^[dtg]/i.test(letters))) return year.slice(2);
    return letters.length === 1 ? String(Number(day)) : day;
  });
}

/** Whether a box shows that it wants more of a date than its year, or just a month or day. */
export const showsDate = (field: FormField): boolean => {
  const part = partAsked(field);
  return part ? part !== 'year' : patternOf(field) !== undefined;
};
