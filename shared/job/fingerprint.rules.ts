/**
 * What comparing two postings needs of each, read once: employer, role and level words of the title, places, pay, and a
 * sample of the text.
 */
import { fold, words } from '#shared/kernel/text.ts';
import { atsIdOf, canonicalUrl, hostOf } from './canonical-url.rules.ts';
import { companyKey } from './normalise.rules.ts';
import { findPlaces } from './place.rules.ts';
import { parseSalary, yearlyUsd } from './salary.rules.ts';
import { commonRuns, runsOf, type Sketch, sketchOf } from './shingle.rules.ts';
import { cleanTitle, levelWords } from './title.rules.ts';

export type Comparable = {
  url: string;
  title: string;
  company: string;
  location: string;
  description: string;
  /** The text is only an excerpt of the advert. */
  excerpt?: boolean;
};

/** What a comparison needs of one posting, made once. */
export type Fingerprint = {
  key: string | undefined;
  ats: string | undefined;
  /** The site that shows it. */
  host: string;
  company: string;
  titleWords: ReadonlySet<string>;
  levels: string;
  /** The title names no role, or several: one advert for all an employer has open. */
  roundup: boolean;
  places: ReadonlySet<string>;
  countries: ReadonlySet<string>;
  /** Words of the location as given, in order of the alphabet. */
  where: string;
  /** Countries the title itself names. */
  titleCountries: string;
  /** The place is the employer's seat, read in the text; the work may be elsewhere. */
  seat: boolean;
  text: Sketch;
  /** The text is only the beginning of the advert. */
  excerpt: boolean;
  pay: { yearly: number | undefined; country: readonly string[] | undefined } | undefined;
};

const COUNTRY = new Intl.DisplayNames(['en'], { type: 'region' });

const FILLER = new Set(
  'the of and a an for to in at on with remote hybrid onsite home office m w d f h x all genders usa us uk full time part office days multiple roles various positions hiring open emea latam europe eu de du des le la les et en fully'.split(
    ' ',
  ),
);

/** Two ways to write one word of a title, folded. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bfull[ -]?stack\b/g, 'fullstack'],
  [/\bfront[ -]?end\b/g, 'frontend'],
  [/\bback[ -]?end\b/g, 'backend'],
  [/\bdev[ -]?ops\b/g, 'devops'],
  [/\b(?:informatique|informatik|informatica)\b/g, 'it'],
  [/\bsw\b/g, 'software'],
  [/\beng\b/g, 'engineer'],
  [/\b(?:dev|developpeu(?:r|se)|entwickler(?:in)?)\b/g, 'developer'],
];

/** A word of a title without the endings of number and of the feminine (French, German, Spanish pairs are common). */
const stemOf = (word: string): string =>
  word.length < 4
    ? word
    : word
        .replace(/s$/, '')
        .replace(/(?:trice|teur|tor|euse|eur)$/, 'eur')
        .replace(/(?:ienne|ien)$/, 'ien')
        .replace(/(?:iere|ier)$/, 'ier')
        .replace(/(?:ive|if)$/, 'if')
        .replace(/([fnlt])\1e$/, '$1')
        .replace(/e$/, '');

/** Words of a title that name the role: no level, place, filler. Plural, feminine and other spellings meet. */
function roleWords(title: string): Set<string> {
  const levels = new Set(levelWords(title).split(' '));
  const bare = cleanTitle(title)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\(([^)]*)\)/g, ' $1 ')
    .replace(/,\s*[A-Z]{2}\b/g, ' ');
  const named = findPlaces(bare, { prose: true });
  const places = new Set(
    named.places.flatMap((p) => [p.city, p.region, COUNTRY.of(p.country)]).flatMap((name) => words(name ?? '')),
  );
  const spelled = SPELLINGS.reduce((text, [way, word]) => text.replace(way, word), fold(bare));
  return new Set(
    words(spelled)
      .filter((w) => !places.has(w))
      .filter((w) => !FILLER.has(w) && !levels.has(w) && !/^(?:sr|jr|\d+x?)$/.test(w))
      .map(stemOf),
  );
}

const WORKER =
  /\b(?:engineer|developer|designer|scientist|analyst|manager|lead|architect|writer|researcher|recruiter|marketer|devrel)s?$/;

/** `Multiple roles`, `2x Backend + 1x Frontend`, `Product Engineer, Designer, Data Scientist`: more than one vacancy. */
function isRoundup(title: string, role: ReadonlySet<string>): boolean {
  if (role.size === 0) return true;
  const t = fold(title).replace(/\([^)]*\)/g, ' ');
  if (
    /\b(?:multiple|various|several|many|different|all) (?:\w+ )?(?:roles|positions|openings|jobs|teams)\b|\b\d ?x\b|\bhiring for\b/.test(
      t,
    )
  )
    return true;
  return t.split(/[,+;/&|]| and /).filter((part) => WORKER.test(part.trim())).length > 1;
}

const HIDDEN_PLACE =
  /(?:^|\n)\s*headquarters:\s*([^\n]{2,80})|\blocation\s*[-:]\s*([^\n]{3,60})|\b(?:based in|located in)\s+([^\n.,;]{3,40}(?:, [A-Z]\w+)?)/gi;

/** Place words of the location, and where that is blank or says anywhere, of what the text gives away. */
function placesOf({ location, description, title }: Comparable): {
  places: Set<string>;
  countries: Set<string>;
  seat: boolean;
  titleCountries: string;
} {
  const inTitle = /\(([^)]*)\)|- ([^-]+)$/.exec(title)?.slice(1).join(' ') ?? '';
  const own = findPlaces(location);
  const stated = own.countries.length > 0 ? own : findPlaces(inTitle, { prose: true });
  let found = stated;
  let seat = false;
  if (stated.countries.length === 0) {
    const head = description.slice(0, 1500);
    const hints = [...head.matchAll(HIDDEN_PLACE)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
    if (hints.length > 0) {
      found = findPlaces(hints.join(' ; '), { prose: true });
      seat = found.places.length > 0;
    }
  }
  const names = found.places.flatMap((p) => [p.city, p.region].filter((n) => n !== undefined).map(fold));
  const raw =
    found.places.length === 0
      ? words(location).filter(
          (w) =>
            w.length > 3 &&
            !/^(remote|anywhere|world|hybrid|office|headquarters|distributed|home|international)$/.test(w),
        )
      : [];
  return {
    places: new Set([...names, ...raw]),
    countries: new Set(found.countries),
    seat,
    titleCountries: findPlaces(title, { prose: true }).countries.toSorted().join(' '),
  };
}

/** `runs` spares cutting the text up twice. */
export function fingerprint(posting: Comparable, runs = runsOf(posting.description)): Fingerprint {
  const { places, countries, seat, titleCountries } = placesOf(posting);
  const role = roleWords(posting.title);
  const pay = parseSalary(posting.description);
  const ats = atsIdOf(posting.url);
  return {
    key: canonicalUrl(posting.url),
    ats: ats?.ats,
    host: hostOf(posting.url),
    company: companyKey(posting.company),
    titleWords: role,
    roundup: isRoundup(posting.title, role),
    levels: levelWords(cleanTitle(posting.title)),
    places,
    countries,
    where: [...new Set(words(posting.location))].sort().join(' ').slice(0, 200),
    titleCountries,
    seat,
    text: sketchOf(runs),
    excerpt: posting.excerpt ?? posting.description.length < 900,
    pay: pay && { yearly: yearlyUsd(pay), country: CURRENCY_COUNTRIES[pay.currency] },
  };
}

/** Pay in a country's own money says where the work is, whatever the location says; the euro leaves many. */
const CURRENCY_COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  USD: ['US'],
  CAD: ['CA'],
  GBP: ['GB'],
  PLN: ['PL'],
  AUD: ['AU'],
  INR: ['IN'],
  CHF: ['CH'],
  EUR: ['AT', 'BE', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'IE', 'IT', 'LT', 'LU', 'LV', 'NL', 'PT', 'SI', 'SK'],
};

export const overlap = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let n = 0;
  for (const x of small) if (large.has(x)) n++;
  return n;
};

/** Adverts of other roles an employer's sentence stands in before it counts as said in all of them. */
const COMMON_FROM = 4;
/** Roles looked at for that. */
const ROLES_READ = 80;

/** Word runs that stand in adverts of several roles of one employer. One role in many cities is one advert here. */
export function commonOf(prints: readonly Fingerprint[]): ReadonlySet<number> {
  const byRole = new Map<string, Sketch>();
  for (const { titleWords, levels, text } of prints) {
    if (byRole.size >= ROLES_READ) break;
    byRole.set(`${[...titleWords].sort().join(' ')}|${levels}`, text);
  }
  return byRole.size < COMMON_FROM ? new Set() : commonRuns([...byRole.values()], COMMON_FROM);
}

/** Share of the shorter title's role words that the other has too; a title without any may be of any role. */
export function roleShare(a: Fingerprint, b: Fingerprint): number {
  const smaller = Math.min(a.titleWords.size, b.titleWords.size);
  return smaller === 0 ? 1 : overlap(a.titleWords, b.titleWords) / smaller;
}
