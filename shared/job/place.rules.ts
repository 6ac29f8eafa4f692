/** From a location as people type it to city, region, country and how remote it is. */

import { fold } from '#shared/kernel/text.ts';
import { CITIES, COUNTRY_ALIASES, COUNTRY_CODES, COUNTRY_GROUPS, EU_COUNTRIES, REGIONS } from './place.data.ts';

export type Remote = 'remote' | 'hybrid' | 'onsite';
/** One place a text names, as precisely as it does. */
export type Place = { city?: string; region?: string; country: string };
/** `countries`: every country meant, groups (EMEA, LATAM) spelled out; empty when none is stated. `anywhere`: says worldwide. */
export type Places = { places: Place[]; countries: string[]; anywhere: boolean; remote: Remote | null };

type Entry = {
  kind: 'country' | 'region' | 'city' | 'group';
  place?: Place;
  countries: readonly string[];
  exactCase?: string;
};

const spaced = (name: string): string => name.replaceAll('_', ' ');
const keyOf = (name: string): string => (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function buildIndex(): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  const add = (name: string, entry: Entry) => {
    const key = keyOf(name);
    if (!key) return;
    const list = index.get(key);
    if (list) list.push(entry);
    else index.set(key, [entry]);
  };
  for (const locale of ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl']) {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    for (const code of COUNTRY_CODES) {
      const name = names.of(code);
      if (name && !index.has(keyOf(name))) add(name, { kind: 'country', place: { country: code }, countries: [code] });
      if (locale === 'en') add(code, { kind: 'country', place: { country: code }, countries: [code], exactCase: code });
    }
  }
  for (const [alias, code] of Object.entries(COUNTRY_ALIASES))
    add(alias, {
      kind: 'country',
      place: { country: code },
      countries: [code],
      ...(/^[A-Z.]+$/.test(alias) && { exactCase: alias }),
    });
  for (const [country, list] of Object.entries(REGIONS))
    for (const pair of list.split(' ')) {
      const [code = '', name = ''] = pair.split('=');
      const region = spaced(name);
      add(region, { kind: 'region', place: { region, country }, countries: [country] });
      if (code) add(code, { kind: 'region', place: { region, country }, countries: [country], exactCase: code });
    }
  for (const [where, list] of Object.entries(CITIES)) {
    const [country = '', code] = where.split('-');
    const region = code === undefined ? undefined : regionName(country, code);
    for (const raw of list.split(' ')) {
      const city = spaced(raw).replace(/,? (MA|TX|CO|FL|MN|BC|CR|Ontario)$/, '');
      const shown = city === 'NYC' || city === 'New York' ? 'New York City' : city === 'SF' ? 'San Francisco' : city;
      add(spaced(raw), {
        kind: 'city',
        place: { city: shown, ...(region && { region }), country },
        countries: [country],
        ...(/^[A-Z]{2,3}$/.test(raw) && { exactCase: raw }),
      });
    }
  }
  for (const [name, countries] of Object.entries(COUNTRY_GROUPS))
    add(name, { kind: 'group', countries, ...(/^[A-Z]+$/.test(name) && { exactCase: name }) });
  return index;
}

function regionName(country: string, code: string): string | undefined {
  const pair = (REGIONS[country] ?? '').split(' ').find((entry) => entry.startsWith(`${code}=`));
  return pair ? spaced(pair.slice(code.length + 1)) : undefined;
}

let index: Map<string, Entry[]> | undefined;
const LONGEST = 5;

/** Codes that are also everyday words or other abbreviations in running text; in a location line they are safe. */
const PROSE_UNSAFE = new Set([
  'in',
  'or',
  'me',
  'hi',
  'ok',
  'id',
  'de',
  'la',
  'pa',
  'ma',
  'co',
  'al',
  'ca',
  'sa',
  'act',
  'vic',
  'mobile',
  'phoenix',
  'reading',
  'nice',
  'split',
  'bath',
  'mesa',
  'golden',
  'newton',
  'cali',
  'tours',
  'brest',
  'lowell',
  'ain',
  'marne',
  'essen',
  'madison',
  'jordan',
  'georgia',
  'victoria',
  'cork',
  'santiago',
  'lima',
  'metz',
  'nancy',
  'sofia',
  'augusta',
  'burlington',
  'riverside',
  'henderson',
  'charlotte',
  'orlando',
  'lincoln',
  'estados',
  'viet',
  'stateside',
  'bali',
  'penang',
  'durham',
  'chad',
  'turkey',
  'rogers',
  'ennis',
  'irving',
  'american',
]);

/** `Anywhere in France` is France; `anywhere in the world` is not. */
const WORLDWIDE =
  /\b(?:world-?wide|globally|any country|anywhere (?:in|on|around) (?:the )?(?:world|globe|earth|planet))\b/i;
/** Beside a named country these call a team or a market (`Spain (Payments International)`), not where one may live. */
const WIDE = /\b(?:global|international(?:ly)?|anywhere|any location)\b/i;

/**
 * Every place a text names, longest names first, in order. `prose` is for running text: codes and city names that are
 * also words are then left out.
 */
export function findPlaces(text: string, options: { prose?: boolean } = {}): Places {
  index ??= buildIndex();
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+(?:\.(?=[\p{L}])[\p{L}](?![\p{L}]))*/gu)].map((m) => ({
    raw: m[0],
    key: keyOf(m[0]),
    start: m.index,
    end: m.index + m[0].length,
  }));
  const hits: Entry[] = [];
  for (let i = 0; i < tokens.length; i++) {
    let taken = 0;
    for (let length = Math.min(LONGEST, tokens.length - i); length >= 1 && taken === 0; length--) {
      const slice = tokens.slice(i, i + length);
      const key = slice.map((t) => t.key).join(' ');
      const entries = index.get(key);
      if (!entries || (options.prose && length === 1 && PROSE_UNSAFE.has(key))) continue;
      const raw = text.slice(slice[0]?.start, slice.at(-1)?.end);
      const usable = entries.filter(
        (e) => e.exactCase === undefined || e.exactCase.replace(/\.$/, '') === raw.replace(/\.$/, ''),
      );
      const cased = options.prose ? usable.filter(() => /^\p{Lu}/u.test(raw)) : usable;
      const chosen = choose(cased, hits.at(-1), tokens[i + length]?.raw);
      if (!chosen) continue;
      hits.push(chosen);
      taken = length;
    }
    if (taken > 1) i += taken - 1;
  }
  const found = mergeHits(hits);
  return {
    ...found,
    anywhere: WORLDWIDE.test(text) || (found.countries.length === 0 && WIDE.test(text)),
    remote: remoteOf(text),
  };
}

/** `DE` is Delaware after a US city and Germany after a German one; `Georgia` a state after Atlanta; `CA` California unless Canada was named. */
function choose(entries: readonly Entry[], previous: Entry | undefined, next: string | undefined): Entry | undefined {
  if (entries.length <= 1) return entries[0];
  const near = previous?.countries.length === 1 ? previous.countries[0] : undefined;
  const first = (list: readonly Entry[]) =>
    list.find((e) => e.kind === 'city') ?? list.find((e) => e.kind === 'region') ?? list[0];
  const same = near === undefined ? [] : entries.filter((e) => e.countries[0] === near && e.kind !== previous?.kind);
  const agreeing = same.find((e) => e.kind === 'region' && e.place?.region === previous?.place?.region);
  if (agreeing ?? same[0]) return agreeing ?? first(same);
  const byNext =
    next === undefined
      ? []
      : entries.filter((e) => e.place?.region && e.place.region === regionName(e.place.country, next));
  return first(byNext) ?? first(entries);
}

/** `Berlin, Germany` is one place; `Berlin; Paris` are two. */
function mergeHits(hits: readonly Entry[]): { places: Place[]; countries: string[] } {
  const places: Place[] = [];
  const countries = new Set<string>();
  let last: { place: Place; kind: Entry['kind'] } | undefined;
  for (const { kind, place, countries: all } of hits) {
    if (!place) {
      for (const code of all) countries.add(code);
      last = undefined;
      continue;
    }
    const order = { city: 0, region: 1, country: 2, group: 3 };
    if (last && order[kind] > order[last.kind] && mergeable(last.place, kind, place)) {
      if (place.country !== last.place.country) countries.delete(last.place.country);
      if (kind === 'region' && place.region) last.place.region = place.region;
      last.place.country = place.country;
      last.kind = kind;
    } else {
      last = { place: { ...place }, kind };
      places.push(last.place);
    }
    countries.add(place.country);
  }
  return { places, countries: [...new Set([...places.map((p) => p.country), ...countries])] };
}

/** A region that differs from the city's own belongs to another place, unless the city was placed without one (Paris, TX). */
function mergeable(city: Place, kind: Entry['kind'], place: Place): boolean {
  if (kind === 'region') return city.region === undefined || city.region === place.region;
  return place.country === city.country;
}

/** How remote a short text says the work is; `null` where it does not say. */
export function remoteOf(text: string): Remote | null {
  const t = fold(text);
  if (/\bhybrid|\bhybride|teilweise remote|teletravail partiel|\bhibrid/.test(t)) return 'hybrid';
  if (
    /\b(?:not|no|non) remote\b|\bon-?site\b|\bin[- ]office\b|\bin-person\b|\bvor ort\b|\bsur site\b|\bpresencial\b/.test(
      t,
    ) &&
    !/\bremote\b.*\bor\b.*on-?site/.test(t)
  )
    return /\bremote\b/.test(t) && !/\b(?:not|no|non) remote\b/.test(t) ? 'hybrid' : 'onsite';
  if (
    /\bremote(?:ly)?\b|\bwork from home\b|\bwfh\b|\btelecommut|\bteletravail\b|\bhome ?office\b|\bdistributed\b|\bfully remote\b|\bremoto\b|\banywhere\b|\btelework/.test(
      t,
    )
  )
    return 'remote';
  return null;
}

/** City, region, country and remoteness of one location line, first place first. */
export function parseLocation(text: string): {
  text: string;
  city?: string;
  region?: string;
  country?: string;
  remote: Remote | null;
} {
  const found = findPlaces(text);
  const head = found.places[0];
  const closer =
    head && !head.city && !/[;|]/.test(text)
      ? found.places.find((p) => p.city && p.country === head.country)
      : undefined;
  const first = closer ?? head;
  return {
    text,
    ...(first?.city && { city: first.city }),
    ...(first?.region && { region: first.region }),
    ...(first
      ? { country: first.country }
      : found.countries.length === 1 && found.countries[0]
        ? { country: found.countries[0] }
        : {}),
    remote: found.remote,
  };
}

/** ISO code of a country by code, name or alias, in any of seven languages. */
export function countryCode(name: string): string | undefined {
  if (/^[A-Za-z]{2}$/.test(name) && COUNTRY_CODES.includes(name.toUpperCase())) return name.toUpperCase();
  index ??= buildIndex();
  return index.get(keyOf(name))?.find((e) => e.kind === 'country')?.countries[0];
}

/** Whether someone living in `home` may work in `country` without a permit (own country, or both in the EU). */
export const freeToWork = (home: string, country: string): boolean =>
  home === country || (EU_COUNTRIES.has(home) && EU_COUNTRIES.has(country));
