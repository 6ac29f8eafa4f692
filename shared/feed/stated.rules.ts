/** The few facts every board states in words of its own: kind of contract, pay, period, language, several places in one line. */
import { findPlaces } from '#shared/job/place.rules.ts';
import { sections } from '#shared/job/requirements.rules.ts';
import { parseSalary, plausiblePay } from '#shared/job/salary.rules.ts';
import { employmentTypeOf } from '#shared/job/title.rules.ts';
import { amountOf, currencyOf, lineOf, placeFrom, placeOf } from './answer.rules.ts';
import { feedErrors } from './feed.errors.ts';
import { neverFetched } from './never.rules.ts';
import type { SourcePosting } from './posting.schema.ts';

type Place = SourcePosting['places'][number];
type Pay = NonNullable<SourcePosting['pay']>;

/** Kind of contract from the first of a source's words that tells it (`FullTime`, `fulltime_permanent`, `INTERN`). */
export function employmentOf(...words: readonly unknown[]): SourcePosting['employmentType'] {
  for (const word of words) {
    const kind = typeof word === 'string' ? employmentTypeOf(word.replace(/([a-z])([A-Z])/g, '$1 $2')) : undefined;
    if (kind) return kind;
  }
  return null;
}

/** The period in a phrase: `1 YEAR`, `per-year-salary`, `YEARLY`, `HOUR`; null where none is named. */
export function periodIn(phrase: unknown): Pay['period'] {
  const text = typeof phrase === 'string' ? phrase.toLowerCase().slice(0, 100) : '';
  if (/year|annu|\byr\b/.test(text)) return 'year';
  if (/month/.test(text)) return 'month';
  if (/week/.test(text)) return 'week';
  if (/hour|\bhr\b/.test(text)) return 'hour';
  return /\bday|daily|per-day/.test(text) ? 'day' : null;
}

/**
 * Pay as a board states it. People type these figures: negative ones, a range that runs backwards, and what no period
 * can pay (`$150` a year) are dropped, while the board's own words stay, with the period it names: `$150` alone would be
 * read as pay by the hour. Null where nothing is left.
 */
export function payOf(stated: {
  min?: unknown;
  max?: unknown;
  currency?: unknown;
  period?: Pay['period'];
  text?: unknown;
}): Pay | null {
  const period = stated.period ?? null;
  const usable = (written: unknown): number | null => {
    const amount = amountOf(written);
    return amount !== null && amount > 0 && (period === null || plausiblePay(amount, period)) ? amount : null;
  };
  const [min, max] = [usable(stated.min), usable(stated.max)];
  const text = lineOf(stated.text, 500);
  const figures = (min !== null || max !== null) && !(min !== null && max !== null && max < min);
  if (!figures) {
    if (text === null) return null;
    const whole = period === null || periodIn(text) !== null ? text : `${text} per ${period}`;
    return { min: null, max: null, currency: null, period, predicted: false, text: whole };
  }
  return { min, max, currency: currencyOf(stated.currency), period, predicted: false, text };
}

/** Pay that is only written in words (`$45,000 - $50,000`, `$18 - $22/hr`); the words stay where no figure can be read. */
export function payIn(words: unknown): Pay | null {
  const text = lineOf(words, 500);
  return text === null ? null : payOf({ ...parseSalary(text), text });
}

/** ISO 639-1 of `en`, `en-GB`, `de_DE`. */
export const languageIn = (code: unknown): string | null =>
  typeof code === 'string' ? (/^([a-z]{2})(?:[-_]|$)/.exec(code.toLowerCase())?.[1] ?? null) : null;

/** Several places in one line (`London, UK; Paris | Remote`), each as the source writes it. */
export const placesIn = (line: unknown): Place[] =>
  distinct(
    typeof line === 'string'
      ? line
          .slice(0, 5000)
          .split(/[;|•\n]|\s+or\s+/)
          .map(placeOf)
      : [],
  );

/** Places without holes and repetitions, at most as many as a posting holds. */
export function distinct(places: readonly (Place | null)[]): Place[] {
  const byText = new Map<string, Place>();
  for (const place of places)
    if (place && !byText.has(place.text.toLowerCase())) byText.set(place.text.toLowerCase(), place);
  return [...byText.values()].slice(0, 200);
}

/** `London, United Kingdom` of a line with holes (`London, , United Kingdom`). */
export const withoutHoles = (line: unknown): string | null =>
  typeof line === 'string'
    ? lineOf(
        line
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '')
          .join(', '),
        300,
      )
    : null;

/** Words of a fixed vocabulary as people read them: `fulltime_permanent` is `fulltime permanent`. */
export const inWords = (code: unknown, most: number): string | null =>
  typeof code === 'string' ? lineOf(code.replace(/[_]+/g, ' '), most) : null;

/** A board's name for itself that may stand in a host name or path. Throws nothing: `undefined` for anything else. */
export const slugIn = (board: string | undefined): string | undefined =>
  board !== undefined && /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(board) ? board : undefined;

/**
 * A place a board names in its own words and, beside them, in parts. The words decide where they name a place: the parts
 * of `LatAm` are often the address of an office (`Panama`).
 */
export function placeWith(
  words: unknown,
  parts: { city?: unknown; region?: unknown; country?: unknown },
): Place | null {
  const text = withoutHoles(words);
  const [named, given] = [placeOf(text), placeFrom({ ...parts, text })];
  if (named === null || given === null || named.country === given.country) {
    return given === null
      ? named
      : { ...given, city: given.city ?? named?.city ?? null, region: given.region ?? named?.region ?? null };
  }
  return findPlaces(named.text).countries.length === 0 ? given : named;
}

/** Remote work of a kind; from the countries that the places beside it name, where it is remote at all. */
export function remoteAs(
  kind: NonNullable<SourcePosting['remote']>['kind'],
  { places, text }: { places: readonly Place[]; text?: unknown },
): SourcePosting['remote'] {
  const found = places.map((place) => findPlaces(place.text));
  const countries = new Set(
    found.flatMap((named, i) => (named.countries.length > 0 ? named.countries : (places[i]?.country ?? []))),
  );
  const open = kind !== 'remote' || found.some(({ anywhere }) => anywhere);
  return { kind, countries: open ? [] : [...countries].slice(0, 60), text: lineOf(text, 300) };
}

/** Which of the parts a posting keeps apart a heading opens; null for duties, the employer and everything else. */
export function partUnder(heading: string): keyof NonNullable<SourcePosting['sections']> | null {
  const kind = sections(`${heading.replace(/:\s*$/, '')}:\n`)[0]?.kind;
  return kind === 'required' ? 'requirements' : kind === 'nice' ? 'preferred' : kind === 'benefits' ? 'benefits' : null;
}

/** The parts under headings, each kind joined; null where no heading tells any. */
export function partsOf(lists: readonly { heading: string; html: string }[]): SourcePosting['sections'] {
  const joined = (part: ReturnType<typeof partUnder>) =>
    lists
      .filter(({ heading, html }) => html.trim() !== '' && partUnder(heading) === part)
      .map(({ html }) => html)
      .join('\n') || null;
  const parts = { requirements: joined('requirements'), preferred: joined('preferred'), benefits: joined('benefits') };
  return Object.values(parts).every((part) => part === null) ? null : parts;
}

/** The host of a board under a system's domain (`acme`), or the employer's own (`jobs.acme.com`). Throws `feed.no_board`. */
export function hostIn(board: string | undefined, domain: string): string {
  const host = board?.toLowerCase() ?? '';
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(host)) return `${host}.${domain}`;
  const whole = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/.test(host) && !neverFetched(host);
  if (!whole) throw feedErrors.no_board();
  return host;
}
