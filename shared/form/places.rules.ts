/** Countries and regions under all the names forms give them. */
import { COUNTRY_ALIASES, COUNTRY_CODES, INFLECTED, REGIONS } from './places.data.ts';
import { plain } from './spelling.rules.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'tr', 'cs'];

const namesIn = new Map<string, Intl.DisplayNames>();

function displayName(code: string, language: string): string {
  const names = namesIn.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
  namesIn.set(language, names);
  return names.of(code) ?? code;
}

let byName: ReadonlyMap<string, string> | undefined;

function countryIndex(): ReadonlyMap<string, string> {
  if (byName) return byName;
  const index = new Map<string, string>();
  for (const code of COUNTRY_CODES) {
    for (const language of LANGUAGES) {
      const name = plain(displayName(code, language));
      if (!index.has(name)) index.set(name, code);
    }
    for (const alias of COUNTRY_ALIASES[code] ?? []) index.set(alias, code);
  }
  byName = index;
  return index;
}

/** ISO alpha-2 code of a country written as a code or as a name in any language we read; undefined when it is none. */
export function countryCode(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^[A-Za-z]{2}$/.test(trimmed) && COUNTRY_CODES.includes(trimmed.toUpperCase())) return trimmed.toUpperCase();
  return countryIndex().get(plain(trimmed.replace(/\s*\(?\+\d[\d\s-]*\)?\s*$/, '')));
}

/** Every spelling of a country an option may have: the English name first, then the code. */
export function countryNames(code: string): string[] {
  const english = displayName(code, 'en');
  const names = [
    english,
    code,
    `${code} ${english}`,
    ...(COUNTRY_ALIASES[code] ?? []),
    ...LANGUAGES.map((language) => displayName(code, language)),
  ];
  return [...new Set(names)];
}

let inflected: ReadonlyMap<string, string> | undefined;

const inflectedIndex = (): ReadonlyMap<string, string> => {
  inflected ??= new Map(
    Object.entries(INFLECTED).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
  );
  return inflected;
};

/**
 * Codes of the countries a sentence names, by whole words, `EU` for the union; “us” alone counts only in capitals, and a
 * name that is an everyday word (“Turkey”) only in capitals behind “in”.
 */
export function countriesIn(sentence: string): string[] {
  const found = new Set<string>();
  // Turkish hangs its endings on with an apostrophe: “Almanya'da”.
  const words = plain(sentence.replace(/(\p{Ll})['’](?:n?[dt][ae](?:n|ki)?|n?[ıiuü]n|y[ae])(?!\p{L})/gu, '$1')).split(
    ' ',
  );
  const index = countryIndex();
  for (let start = 0; start < words.length; start++) {
    for (let length = Math.min(5, words.length - start); length >= 1; length--) {
      const phrase = words.slice(start, start + length).join(' ');
      const code = index.get(phrase) ?? inflectedIndex().get(phrase);
      if (!code || (length === 1 && isDoubtful(phrase, sentence))) continue;
      found.add(code);
      start += length - 1;
      break;
    }
  }
  if (/\bU\.?S\.?(?:A\.?)?(?![a-z])/.test(sentence) || /\bh[- ]?1[- ]?b\b/i.test(sentence)) found.add('US');
  if (/\bE\.?U\.?(?![a-z])|\bEuropean Union\b|\bEEA\b|\bSchengen\b|\bUE\b|\bEWR\b/.test(sentence)) found.add('EU');
  return [...found];
}

function isDoubtful(word: string, sentence: string): boolean {
  if (word === 'uk') return false;
  if (AMBIGUOUS.has(word))
    return word === 'georgia' || !new RegExp(`\\bin ${word[0]?.toUpperCase()}${word.slice(1)}\\b`).test(sentence);
  return word.length < 3;
}

/** Country names that are also everyday words, in one of our languages, or people's names. */
const AMBIGUOUS = new Set([
  'jordan',
  'chad',
  'georgia',
  'guinea',
  'mali',
  'man',
  'island',
  'oman',
  'niger',
  'cuba',
  'peru',
  'kuba',
  'jersey',
  'turkey',
  'america',
  'malta',
]);

/** Spellings of a region: as given, its name, its code. */
export function regionNames(region: string, country: string | undefined): string[] {
  const lists = country && REGIONS[country] ? [REGIONS[country]] : Object.values(REGIONS);
  const wanted = plain(region);
  for (const list of lists) {
    for (const [code, name] of Object.entries(list)) {
      if (plain(name) === wanted || plain(code) === wanted)
        return [...new Set([name, code, region, `${code} ${name}`, ...(country ? [`${country} ${code}`] : [])])];
    }
  }
  return [region];
}

/**
 * Countries a job's location may mean: a country it names, else the country of the state it ends in. “Austin, TX” is the
 * United States; “Dover, DE” may be Germany too, so both are given, the state's country first.
 */
export function countriesOfLocation(location: string): string[] {
  const named = countriesIn(location);
  if (named.length > 0) return named;
  const last = location.split(/[,;/]/).at(-1)?.trim() ?? '';
  const found: string[] = [];
  for (const country of ['US', 'CA', 'AU']) {
    for (const [code, name] of Object.entries(REGIONS[country] ?? {})) {
      if (last === code || plain(last) === plain(name)) found.push(country);
    }
  }
  if (/^[A-Z]{2}$/.test(last) && COUNTRY_CODES.includes(last)) found.push(last);
  return [...new Set(found)];
}
