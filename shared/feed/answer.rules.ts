/**
 * Reading what sources answer. Nothing in an answer is trusted: every reader here takes `unknown`, gives null for what
 * is not there or not what it should be, and cuts to the length the normal form allows. Long because all
 * sources read their fields here; each reader is a few lines.
 */
import { countryCode, findPlaces } from '#shared/job/place.rules.ts';
import { cleanText } from '#shared/job/text.rules.ts';
import { feedErrors } from './feed.errors.ts';
import { parseJson } from './json.rules.ts';
import { SourcePosting } from './posting.schema.ts';
import type { SourcePage } from './source.schema.ts';

export type Loose = Readonly<Record<string, unknown>>;

/** An object's fields; nothing for anything else. */
export const fieldsOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value under a path of names; undefined where a step is missing. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => fieldsOf(inner)[name], value);

/** An answer that must be JSON. Throws `feed.unreadable` for anything else, HTML pages of status 200 included. */
export function jsonOf(body: string): unknown {
  const read = parseJson(body);
  if (read === undefined) throw feedErrors.unreadable({ log: `no JSON: ${body.slice(0, 80)}` });
  return read;
}

/** The list an answer must hold under a path. Throws `feed.unreadable` when there is none: no list is no empty list. */
export function entriesAt(answer: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = at(answer, ...path);
  if (!Array.isArray(list)) throw feedErrors.unreadable({ log: `no list at ${path.join('.') || 'the top'}` });
  return list;
}

/** One line of plain text of at most `most` characters; null where there is none. Numbers count as text. */
export function lineOf(value: unknown, most: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  // A field is never megabytes long; what is gives its beginning.
  const line = cleanText(String(value).slice(0, most * 10 + 1000), most * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .trim();
  return line === '' ? null : line;
}

/** Lines of a list, each once, empty ones dropped. `most` is characters a line, `count` lines. */
export const linesOf = (value: unknown, { most, count }: { most: number; count: number }): string[] =>
  [...new Set(listOf(value).flatMap((item) => lineOf(item, most) ?? []))].slice(0, count);

const MOST_TEXT = 400_000;

/** A description as it is, HTML included; the import cleans it. */
export const bodyOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\0', '').slice(0, MOST_TEXT) : '';

/** Parts a source keeps apart as one text, each under its heading (already safe to stand in HTML or plain text). */
export const joinParts = (parts: readonly { heading?: string; text: string }[]): string =>
  parts
    .filter(({ text }) => text.trim() !== '')
    .map(({ heading, text }) => (heading === undefined ? text : `<h3>${heading}</h3>\n${text}`))
    .join('\n\n')
    .slice(0, MOST_TEXT);

/** Plain text to stand beside HTML parts without its `<` being taken for tags. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** A finite number that is not negative, also where it comes as text (`"92166"`, `"12,500.50"`). */
export function amountOf(value: unknown): number | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\s*\d[\d,]*(?:\.\d+)?\s*$/.test(value)
        ? Number(value.replaceAll(',', ''))
        : Number.NaN;
  return Number.isFinite(number) && number >= 0 ? number : null;
}

/** A range as sources give it: 0 means "not stated", ends the wrong way round are turned. Null where neither is stated. */
export function rangeOf(low: unknown, high: unknown): { min: number | null; max: number | null } | null {
  const [a, b] = [amountOf(low) || null, amountOf(high) || null];
  if (a === null && b === null) return null;
  return a !== null && b !== null && a > b ? { min: b, max: a } : { min: a, max: b };
}

export const currencyOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Za-z]{3}$/.test(value.trim()) ? value.trim().toUpperCase() : null;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** An instant when it is a real day between 1990 and 2100; sources send year 1, 31 February and 9999. */
function instantFrom(parts: readonly number[], offsetMinutes: number): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 25 && minute < 60 && second < 61;
  if (!real || year < 1990 || year > 2100) return null;
  return new Date(at.getTime() - offsetMinutes * 60_000).toISOString();
}

const OFFSETS: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

function offsetOf(zone: string | undefined): number {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (!numeric) return OFFSETS[zone ?? ''] ?? 0;
  return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/;
const MAIL =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]*[\s-]+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2})(?::\d+)?)?\s*([A-Z]{1,4}|[+-]\d{4})?)?$/;
const DAY_FIRST = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * A moment as an ISO instant: ISO 8601 with or without time and zone (none means UTC), dates of mails and feeds
 * (`Wed, 19 Aug 2026 23:10:38 GMT`), `19/08/2026` (day first), seconds or milliseconds since 1970. Null for what is none.
 */
export function instantOf(value: unknown): string | null {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,13}$/.test(value.trim()))) {
    const given = Number(value);
    const milliseconds = given < 1e11 ? given * 1000 : given;
    return milliseconds > 631_152_000_000 && milliseconds < 4_102_444_800_000
      ? new Date(milliseconds).toISOString()
      : null;
  }
  if (typeof value !== 'string') return null;
  const text = value.trim().slice(0, 60);
  const iso = ISO.exec(text);
  if (iso)
    return instantFrom(
      iso.slice(1, 7).map((part) => Number(part ?? 0)),
      offsetOf(iso[7]),
    );
  const mail = MAIL.exec(text);
  if (mail) {
    const [, day, month = '', year, hour, minute, second, zone] = mail;
    const number = MONTHS.indexOf(month.toLowerCase()) + 1;
    return instantFrom([year, number, day, hour ?? 0, minute ?? 0, second ?? 0].map(Number), offsetOf(zone));
  }
  const slashed = DAY_FIRST.exec(text);
  if (slashed) {
    const [, day, month, year, hour, minute, second] = slashed;
    return instantFrom([year, month, day, hour ?? 0, minute ?? 0, second ?? 0].map(Number), 0);
  }
  return null;
}

/** A closing date: where only a day is given, one may apply until that day ends in the westernmost zone of the Americas in use (UTC−10). */
export function closingOf(value: unknown): string | null {
  const instant = instantOf(value);
  if (instant === null || !instant.endsWith('T00:00:00.000Z')) return instant;
  return new Date(Date.parse(instant) + 34 * 3_600_000 - 1000).toISOString();
}

/** A web address people can be sent to: http(s), no name or password in it, its default port dropped; null otherwise. */
export function addressOf(value: unknown, base?: string): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  try {
    const url = new URL(value.trim(), base);
    const safe = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
    return safe && url.href.length <= 2000 ? url.href : null;
  } catch {
    return null;
  }
}

type SourcePlace = SourcePosting['places'][number];

/** A place as written, with its country, region and city as far as the words tell. */
export function placeOf(value: unknown): SourcePlace | null {
  const text = lineOf(value, 300);
  if (text === null) return null;
  const { places, countries } = findPlaces(text);
  const first = places[0];
  const country = first?.country ?? (countries.length === 1 ? countries[0] : undefined);
  return {
    text,
    city: first?.city ?? null,
    region: first?.region ?? null,
    country: country ?? null,
  };
}

/** A place whose parts the source names apart. `country` may be a code or a name. */
export function placeFrom(parts: {
  text?: unknown;
  city?: unknown;
  region?: unknown;
  country?: unknown;
}): SourcePlace | null {
  const city = lineOf(parts.city, 120);
  const region = lineOf(parts.region, 120);
  const named = lineOf(parts.country, 120);
  const text =
    lineOf(parts.text, 300) ??
    [city, region, named]
      .filter((part) => part !== null)
      .join(', ')
      .slice(0, 300);
  if (text === '') return null;
  return { text, city, region, country: named === null ? null : (countryCode(named) ?? null) };
}

/**
 * Remote work, and from where by the source's own words (`Europe, UK`); no words or `Worldwide` mean from anywhere. Where
 * a part of the words names nothing we know (`Northern lands, UK`) no country is given: half a list would shut people out.
 */
export function remoteFrom(words: unknown): NonNullable<SourcePosting['remote']> {
  const text = lineOf(words, 300);
  const none = { kind: 'remote' as const, countries: [], text };
  if (text === null || findPlaces(text).anywhere) return none;
  const parts = text
    .split(/[,;/|()]|\b(?:and|or)\b/i)
    .map((part) =>
      part
        .replace(/\b(?:fully|100%|remote(?:ly)?|only|based|in|from|within|the|time ?zones?|on-?site|hybrid)\b/gi, ' ')
        .trim(),
    )
    .filter((part) => /\p{L}{2}/u.test(part));
  const known = parts.every((part) => findPlaces(part).countries.length > 0);
  const { countries } = findPlaces(text);
  return known && countries.length <= 60 ? { ...none, countries } : none;
}

const inGoodForm = (entry: SourcePosting): SourcePosting => {
  const parsed = SourcePosting.safeParse(entry);
  if (!parsed.success) throw feedErrors.unreadable({ log: parsed.error.message });
  return parsed.data;
};

/** What an entry's reader gives: postings, none (`skip`: it is no posting at all), or a code to reject it with. */
export type Entry = SourcePosting | readonly SourcePosting[] | 'skip' | { readonly reject: string };

/**
 * Reads each entry by itself: one that is malformed is rejected with its id, and the rest stand. An id that comes twice
 * is taken once. `idOf` may give undefined.
 */
export function readEntries(
  entries: readonly unknown[],
  { read, idOf }: { read: (entry: unknown) => Entry; idOf: (entry: unknown) => unknown },
): Pick<SourcePage, 'postings' | 'rejected'> {
  const postings = new Map<string, SourcePosting>();
  const rejected: { sourceId: string | null; code: string }[] = [];
  for (const entry of entries) {
    const sourceId = lineOf(idOf(entry), 300);
    try {
      const result = read(entry);
      if (result === 'skip') continue;
      if ('reject' in result) {
        rejected.push({ sourceId, code: result.reject });
        continue;
      }
      for (const one of Array.isArray(result) ? result : [result]) {
        const good = inGoodForm(one);
        if (!postings.has(good.sourceId)) postings.set(good.sourceId, good);
      }
    } catch {
      rejected.push({ sourceId, code: 'feed.unreadable' });
    }
  }
  return { postings: [...postings.values()], rejected };
}

/** The request for an answer's next page: the same address with one number in its query changed; only at the same host. */
export function nextPage(
  answered: string,
  { host, parameter, value }: { host: string; parameter: string; value: number },
): { url: string } | undefined {
  const url = new URL(answered);
  if (url.host !== host || url.protocol !== 'https:') return undefined;
  url.searchParams.set(parameter, String(value));
  return { url: url.href };
}

/** The whole number an address's query holds under a name; `otherwise` where it holds none. */
export function numberIn(address: string, parameter: string, otherwise: number): number {
  const value = new URL(address).searchParams.get(parameter);
  return value !== null && /^\d{1,7}$/.test(value) ? Number(value) : otherwise;
}

const PERIODS: readonly [RegExp, NonNullable<SourcePosting['pay']>['period']][] = [
  [/^(?:pa|per year|year|yearly|annual|annually|annum|per annum|yr|jahr|jährlich|an|année|año|anno|jaar)$/i, 'year'],
  [/^(?:pm|per month|month|monthly|monat|mois|mes|mese|maand)$/i, 'month'],
  [/^(?:pw|per week|week|weekly|woche|semaine|semana|settimana)$/i, 'week'],
  [/^(?:pd|per day|day|daily|tag|jour|día|giorno|dag)$/i, 'day'],
  [/^(?:ph|per hour|hour|hourly|hr|stunde|heure|hora|ora|uur)$/i, 'hour'],
];

/** The period a word or code means (`PA`, `Per Hour`, `monthly`, `Stunde`); null for the ones pay has no form for. */
export const periodOf = (value: unknown): NonNullable<SourcePosting['pay']>['period'] =>
  typeof value === 'string' ? (PERIODS.find(([words]) => words.test(value.trim()))?.[1] ?? null) : null;
