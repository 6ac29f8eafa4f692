/** How much a short text looks like a job title, an employer, a school, a degree or a place: 0 none, 1 clear. */
import * as lexicon from './lexicon.data.ts';
import { remembered } from './memo.rules.ts';
import { capsShare, fold, HAN, wordCount, words } from './text.rules.ts';

const set = (list: string, separator: RegExp = /\s+/u): ReadonlySet<string> =>
  new Set(
    list
      .split(separator)
      .map((w) => fold(w.trim()))
      .filter((w) => w !== ''),
  );
/** Parts of words: endings by their length, so that a word is looked up once a length; other scripts one by one. */
type Parts = {
  endings: readonly (readonly [number, ReadonlySet<string>])[];
  han: readonly string[];
  nagari: readonly string[];
};
const NAGARI = /[\u0900-\u097f]/u;
const parts = (list: string): Parts => {
  const all = list
    .split('|')
    .map(fold)
    .filter((p) => p !== '');
  const endings = new Map<number, Set<string>>();
  for (const part of all)
    if (!HAN.test(part) && !NAGARI.test(part))
      endings.set(part.length, (endings.get(part.length) ?? new Set()).add(part));
  return {
    endings: [...endings],
    han: all.filter((part) => HAN.test(part)),
    nagari: all.filter((part) => !HAN.test(part) && NAGARI.test(part)),
  };
};

const TITLES = set(lexicon.TITLE_WORDS);
const TITLE_PARTS = parts(lexicon.TITLE_PARTS);
const MODIFIERS = set(lexicon.TITLE_MODIFIERS);
const ORGS = set(lexicon.ORG_WORDS);
const ORG_PARTS = parts(lexicon.ORG_PARTS);
const SCHOOLS = set(lexicon.SCHOOL_WORDS);
const SCHOOL_PARTS = parts(lexicon.SCHOOL_PARTS);
const DEGREES = set(lexicon.DEGREE_WORDS);
const DEGREE_PARTS = parts(lexicon.DEGREE_PARTS);
const REGION_CODES = new Set(lexicon.REGION_CODES.split(' '));
const REGIONS = set(lexicon.REGIONS, /\|/u);
const CITIES = set(lexicon.CITIES, /\|/u);
const COUNTRIES = new Map(Object.entries(lexicon.COUNTRIES));

/** Letters of the scripts of Europe come before this one. */
const AFTER_EUROPE = '\u0900';
const isEuropean = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) if (word.charAt(i) >= AFTER_EUROPE) return false;
  return true;
};

const hasPart = (word: string, { endings, han, nagari }: Parts): boolean =>
  endings.some(([length, known]) => word.length > length && known.has(word.slice(-length))) ||
  (!isEuropean(word) && (han.some((part) => word.endsWith(part)) || nagari.some((part) => word.includes(part))));

/** In Chinese the last word says what a name is; the others may be of anything (`网络工程师` is no network). */
const holdsPart = (word: string, { han }: Parts): boolean =>
  !isEuropean(word) && HAN.test(word) && han.some((part) => word.includes(part));

const SHORTEST_ENDING = 6;
/** Germanic compounds end in the word that tells the post: `Bilanzbuchhalterin`, `socialsekreterare`. */
function hasEnding(word: string, set: ReadonlySet<string>): boolean {
  for (let from = 2; from <= word.length - SHORTEST_ENDING; from++) if (set.has(word.slice(from))) return true;
  return false;
}

/** `a.b.c` and `a/b` count as their pieces too. */
const pieces = remembered((text: string): readonly string[] => {
  const plain = words(text.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1'));
  return plain
    .flatMap((w) => [w.replace(/'s$/u, ''), ...(w.includes("'") ? w.split("'") : [])])
    .map((w) => w.replace(/^[·-]+|[·-]+$/gu, ''));
});

export const titleScore = remembered((text: string): number => {
  if (wordCount(text) > 14) return 0;
  const list = pieces(text.replace(/[:*_]?in(?:nen)?\b/gu, (m) => (m.length > 3 ? '' : m)));
  let score = 0;
  list.forEach((word, i) => {
    const last = i === list.length - 1 || i === 0;
    if (TITLES.has(word) || hasPart(word, TITLE_PARTS) || hasEnding(word, TITLES)) score += last ? 0.9 : 0.7;
    else if (holdsPart(word, TITLE_PARTS)) score += 0.3;
    else if (MODIFIERS.has(word)) score += 0.2;
  });
  return Math.min(1, score);
});

/** Legal forms too short to count as words anywhere but at the end. */
const LEGAL_END =
  /[\s,](?:AB|AG|KG|SE|SA|SAS|SARL|SNC|NV|BV|SL|SLU|S\.?L\.?U?\.?|S\.A\.?(?:S\.?)?|SpA|S\.p\.A\.?|Srl|S\.r\.l\.?|Oy|Oyj|AS|ASA|A\/S|ApS|A\.Ş\.?|Ltd\. ?Şti\.?|[Ss]p\. z o\.? ?o\.?|d\.o\.o\.?|s\.r\.o\.?|Kft\.?|Ltda\.?|ME|EIRELI|e\. ?V\.|eG|VOF|B\.V\.?|N\.V\.?|प्रा\. ?लि\.?|लिमिटेड)$/u;

export const orgScore = remembered((text: string): number => {
  if (wordCount(text) > 14) return 0;
  let score = 0;
  for (const word of pieces(text))
    if (ORGS.has(word) || hasPart(word, ORG_PARTS))
      score += word.length > 2 || HAN.test(word) || /^(?:ag|kg|ug|se|sa|nv|bv)$/u.test(word) ? 0.7 : 0.3;
    else if (holdsPart(word, ORG_PARTS)) score += 0.3;
  if (LEGAL_END.test(text)) score += 0.7;
  if (/\.(?:com|io|ai|net|org|co|de|fr|es|br)\b/iu.test(text) && !text.includes('@')) score += 0.6;
  return Math.min(1, score);
});

export const schoolScore = remembered((text: string): number => {
  let score = 0;
  for (const word of pieces(text))
    if (SCHOOLS.has(word) || hasPart(word, SCHOOL_PARTS))
      score += word.length > 3 || /^(?:mit|tu|eth|iut|ens|usp)$/u.test(word) ? 0.8 : 0.3;
  return Math.min(1, score);
});

export const degreeScore = remembered((text: string): number => {
  let score = 0;
  const list = pieces(text);
  list.forEach((word, i) => {
    if (DEGREES.has(word) || hasPart(word, DEGREE_PARTS))
      score +=
        word.length > 2 || HAN.test(word) || (i === 0 && /\b[BM]\.?[SAE]\b|\bA\.?[AS]\b|\b[LM][123]\b/u.test(text))
          ? 0.8
          : 0.15;
  });
  return Math.min(1, score);
});

const PLACE_SHAPE = /^[\p{Lu}\p{Script=Han}][\p{L}\p{M}.'’ -]{1,40}$/u;

/** City, region or country, alone or as `City, ST`. */
export const placeScore = remembered((text: string): number => {
  const plain = text
    .replace(/\(.*?\)/gu, ' ')
    .replace(/[.\s]+$/u, '')
    .trim();
  if (plain === '' || wordCount(plain) > 9) return 0;
  if (/^(?:remote|hybrid|on-?site|teletravail|remoto|homeoffice|home office|télétravail)\b/iu.test(plain)) return 0.8;
  const segments = plain.split(/\s*[,，/|·]\s*|\s[-–—]\s/u).filter((s) => s !== '');
  let known = 0;
  let shaped = 0;
  segments.forEach((segment, i) => {
    const key = fold(segment)
      .replace(/^\d{4,6}\s+|\s+\d{4,6}(?:-\d{3,4})?$/gu, '')
      .trim();
    if (COUNTRIES.has(key) || REGIONS.has(key) || CITIES.has(key)) known++;
    else if (i > 0 && REGION_CODES.has(segment.replace(/\s+\d{4,6}(?:-\d{4})?$/u, '').trim())) known++;
    if (PLACE_SHAPE.test(segment)) shaped++;
  });
  if (segments.length === 1 && known === 0) {
    const tail = /^(.*\p{L})\s+([A-Z]{2})(?:\s+\d{5})?$/u.exec(plain);
    if (tail !== null && REGION_CODES.has(tail[2] ?? '') && wordCount(tail[1] ?? '') <= 3) return 0.7;
    const last = /^\p{Lu}[\p{L}-]+\s+(.+)$/u.exec(plain);
    if (last !== null && COUNTRIES.has(fold(last[1] ?? ''))) return 0.6;
  }
  if (known === 0) return 0;
  if (known === segments.length) return 1;
  return shaped === segments.length && known >= 1 && wordCount(plain) <= 7 ? 0.85 : 0.3 * (known / segments.length);
});

/** ISO 3166-1 alpha-2 of a country named in the text, else undefined. */
export function countryIn(text: string): string | undefined {
  for (const segment of text.split(/[,|/()·]|\s[-–]\s/u).reverse()) {
    const code = COUNTRIES.get(fold(segment).trim());
    if (code !== undefined) return code;
  }
  const tail = fold(text).split(/\s+/u);
  return COUNTRIES.get(tail.slice(-2).join(' ')) ?? COUNTRIES.get(tail.at(-1) ?? '');
}

/** Splits a place off the end of `Acme Corp, Berlin, Germany` or `Acme – Boston, MA`. */
export function splitPlace(text: string): { rest: string; place?: string } {
  const breaks = [...text.matchAll(/\s*(?:[,，|·•(]|\s[-–—]\s)\s*/gu)];
  for (const match of breaks) {
    const place = text
      .slice(match.index + match[0].length)
      .replace(/\)\s*$/u, '')
      .trim();
    const rest = text.slice(0, match.index).trim();
    if (rest.length < 2 || place.length < 2) continue;
    const score = placeScore(place);
    const segments = place.split(',').length;
    if (
      score >= 0.7 &&
      !/\d{6,}/u.test(place) &&
      titleScore(place) < 0.5 &&
      (segments > 1 || score === 1) &&
      orgScore(place) < 0.6
    )
      return { rest, place };
  }
  const glued = /^(.{3,}?)\s+((?:\p{Lu}[\p{L}.'-]+\s){0,2}\p{Lu}[\p{L}.'-]+,\s+[A-Z]{2})$/u.exec(text);
  if (glued !== null && REGION_CODES.has((glued[2] ?? '').slice(-2))) {
    // The city's own extent is unknown without a comma before it: take the longest known one, else one word.
    const rest = text.slice(0, text.lastIndexOf(',')).split(' ');
    for (const n of [3, 2]) {
      const city = rest.slice(-n).join(' ');
      if (CITIES.has(fold(city)) && rest.length > n)
        return { rest: rest.slice(0, -n).join(' '), place: text.slice(rest.slice(0, -n).join(' ').length).trim() };
    }
    if (rest.length > 1 && CITIES.has(fold(rest.at(-1) ?? '')))
      return { rest: rest.slice(0, -1).join(' '), place: text.slice(rest.slice(0, -1).join(' ').length).trim() };
  }
  return { rest: text };
}

const LANGUAGE_OF = new Map<string, string>();
for (const [english, names] of Object.entries(lexicon.LANGUAGE_NAMES))
  for (const name of names.split('|')) LANGUAGE_OF.set(fold(name), english);
const LANGUAGE_KEYS = [...LANGUAGE_OF.keys()].sort((a, b) => b.length - a.length);
const HAN_LANGUAGES = LANGUAGE_KEYS.filter((k) => HAN.test(k) || /[\u0900-\u097f]/u.test(k));

/** English name of a human language written in any language read, else undefined. */
export function languageNamed(text: string): string | undefined {
  const key = fold(text)
    .replace(/[^\p{L}\p{M}' ]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return LANGUAGE_OF.get(key) ?? HAN_LANGUAGES.filter((k) => key === k).map((k) => LANGUAGE_OF.get(k))[0];
}

const FLUENCY = lexicon.FLUENCY.split('|')
  .map(fold)
  .sort((a, b) => b.length - a.length);
/** Whether the text states how well a language is spoken. */
export function isFluency(text: string): boolean {
  const list = ` ${words(text).join(' ')} `;
  return FLUENCY.some((f) => (HAN.test(f) ? list.includes(f) : list.includes(` ${f} `)));
}

/** Prose rather than a label: long, or a sentence. */
/** A full stop that ends a legal form or initials, not a sentence: `Fabryka Wagonów Odra S.A.`. */
const ENDS_ABBREVIATED = /(?<![\p{L}])(?:inc|ltd|co|corp|etc|jr|sr|ltda|şti|(?:\p{L}\.){1,3}\p{L})\.$/iu;

export const isProse = remembered((text: string): boolean => {
  const n = wordCount(text);
  if (n > 16) return true;
  const lower = text.split(/\s+/u).filter((w) => /^\p{Ll}{2,}/u.test(w)).length;
  if (/[.!?。；;]\s*$/u.test(text) && n > 6 && lower / n > 0.4 && !ENDS_ABBREVIATED.test(text)) return true;
  if (/^\p{Ll}/u.test(text) && n > 4) return true;
  return n > 9 && lower / n > 0.62;
});

export const looksShouted = (text: string): boolean => capsShare(text) > 0.9;

const PARTICLE =
  /^(?:of|the|and|for|in|at|de|del|la|las|el|los|y|e|et|le|les|des|du|d|l|der|die|das|dem|den|und|für|fur|im|am|an|zu|van|voor|het|en|op|di|della|dei|delle|degli|per|i|w|z|na|dla|och|för|av|ve|do|da|dos|das|para|von|vom|zur|zum)$/iu;

/** What speaks against a text being a name: sentences and words without capitals. */
export function misshapenName(text: string): number {
  if (HAN.test(text) || /[\u0900-\u097f]/u.test(text)) return isProse(text) ? 1 : 0;
  const list = text.split(/[\s/]+/u).filter((w) => /\p{L}{2}/u.test(w) && !PARTICLE.test(w.replace(/[.,]/gu, '')));
  const small = list.filter((w) => /^\p{Ll}/u.test(w)).length / Math.max(1, list.length);
  let n = isProse(text) ? 1 : 0;
  if (list.length >= 3 && small > 0.5) n += 0.6;
  if (/^\p{Ll}/u.test(text) && small > 0.3) n += 0.4;
  if (/\p{Ll}{3}[.!?]$/u.test(text) && list.length >= 2 && /^\p{Ll}/u.test(list.at(-1) ?? '')) n += 0.5;
  return n;
}
