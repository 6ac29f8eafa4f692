/** When two pieces of a resume say the same: names, places, numbers, languages. */
/** From this on, two names are the same. */
export const ENOUGH = 0.8;

const words = (text: string | null | undefined): string[] =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/ı/gu, 'i')
    .normalize('NFC')
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, ' $& ')
    .split(/[^\p{L}\p{M}\p{N}+#]+/u)
    .filter((w) => w !== '');

const TITLES = new Set(words('dr prof mr mrs ms herr frau phd rn mba dipl ing'));
const LEGAL_FORMS = new Set(words('inc llc ltd limited gmbh mbh co kg ag se sa sas sarl srl spa bv nv plc ltda ab oy'));
const FILLERS = new Set(words('of the in and a degree de des du la le en et der die das und of di e em do da i w'));

const without = (text: string | null | undefined, left: ReadonlySet<string>): string[] => {
  const all = words(text);
  const kept = all.filter((w) => !left.has(w));
  return kept.length > 0 ? kept : all;
};

/** Dice coefficient, 2|A∩B| / (|A|+|B|) of word sets. */
function dice(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a);
  const right = new Set(b);
  if (left.size === 0 || right.size === 0) return 0;
  return (2 * [...left].filter((w) => right.has(w)).length) / (left.size + right.size);
}

type Like = (truth: string, read: string) => number;
export const likePerson: Like = (a, b) => dice(without(a, TITLES), without(b, TITLES));
export const likeOrganisation: Like = (a, b) => dice(without(a, LEGAL_FORMS), without(b, LEGAL_FORMS));
export const likeText: Like = (a, b) => dice(words(a), words(b));
export const likeDegree: Like = (a, b) => dice(without(a, FILLERS), without(b, FILLERS));

/** The same digits; a country code or trunk zero may be absent on one side. */
export function samePhone(truth: string, read: string): boolean {
  const digits = (text: string): string => text.replace(/\(0\)|\D/gu, '').replace(/^0+/u, '');
  const [short = '', long = ''] = [digits(truth), digits(read)].sort((a, b) => a.length - b.length);
  return short.length >= 7 && long.endsWith(short) && long.length - short.length <= 3;
}

/** Most of what was read is in the truth, and it holds the city or a fair part of it. */
export function rightPlace(truth: { location?: string | null; city?: string | null }, read: string): boolean {
  const wanted = words(truth.location);
  const given = [...new Set(words(read))];
  const hits = given.filter((w) => wanted.includes(w)).length;
  const city = words(truth.city);
  return (
    hits / given.length >= ENOUGH &&
    (hits / wanted.length >= 0.4 || (city.length > 0 && city.every((w) => given.includes(w))))
  );
}

/** Without scheme, `www.`, country of the subdomain, query and trailing slash. */
export const plainUrl = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '')
    .replace(/^[a-z]{2}\.linkedin\./u, 'linkedin.');

export const plainSkill = (skill: string): string =>
  skill
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/gu, '')
    .replace(/[\s.\-–—_'’]/gu, '');

const NAMED_IN = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'tr', 'zh', 'hi'];
const CODES =
  'en de fr es pt it nl pl sv tr zh hi sa br eu ca ru ja ko ar he fi da nb cs ro hu el uk fa ur bn ta te mr gu pa la vi id lb ga cy gl hr sr sk sl bg lt lv et sq'.split(
    ' ',
  );
/** What people write and the tables do not have. */
const ALSO: readonly (readonly [string, string])[] = [
  ['castellano', 'es'],
  ['हिंदी', 'hi'],
  ['अंग्रेजी', 'en'],
  ['mandarin', 'zh'],
  ['普通话', 'zh'],
  ['汉语', 'zh'],
];
const NAMES = new Map<string, string>([
  ...ALSO.map(([name, code]) => [words(name).join(' '), code] as const),
  ...NAMED_IN.flatMap((locale) => {
    const names = new Intl.DisplayNames([locale], { type: 'language' });
    return CODES.map((code) => [words(names.of(code) ?? code).join(' '), code] as const);
  }),
]);

/** ISO 639-1 of a language's name, `?name` where nobody knows it. */
export function languageCode(name: string): string {
  const text = words(name.replace(/\(.*/u, '')).join(' ');
  if (CODES.includes(text)) return text;
  return (
    NAMES.get(text) ??
    words(name)
      .map((w) => NAMES.get(w))
      .find((c) => c !== undefined) ??
    `?${text}`
  );
}
