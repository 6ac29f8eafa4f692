/**
 * Are two postings one vacancy? Three answers: `same` (merge), `variant` (the same role elsewhere: group, never merge),
 * `different`. Sure signs first (one posting id), then employer, title with its level words, place and text with the
 * employer's boilerplate in mind. The text never decides alone: two adverts of one employer share most of theirs.
 * `compare` takes two equals and what else is known: three positions read best.
 * Over 300 lines because one verdict weighs every sign in a fixed order.
 */
import { fold, words } from '#shared/kernel/text.ts';
import { atsIdOf, canonicalUrl } from './canonical-url.rules.ts';
import { companyKey } from './normalise.rules.ts';
import { findPlaces } from './place.rules.ts';
import { parseSalary, yearlyUsd } from './salary.rules.ts';
import { commonRuns, containment, runsOf, type Sketch, sketchOf } from './shingle.rules.ts';
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
  company: string;
  titleWords: ReadonlySet<string>;
  levels: string;
  places: ReadonlySet<string>;
  countries: ReadonlySet<string>;
  text: Sketch;
  /** The text is only the beginning of the advert. */
  excerpt: boolean;
  pay: { yearly: number | undefined; country: readonly string[] | undefined } | undefined;
};

/** Why two postings were judged as they were; kept with a merge so that it can be explained and undone. */
export type Verdict = { outcome: 'same' | 'variant' | 'different'; why: string };

const COUNTRY = new Intl.DisplayNames(['en'], { type: 'region' });

const FILLER = new Set(
  'the of and a an for to in at on with remote hybrid onsite home office m w d f h x all genders usa us uk full time part office days multiple roles various positions hiring open emea latam europe eu de du des le la les et en fully'.split(
    ' ',
  ),
);

/** Words of a title that name the role: no level, place, filler. Plural and French feminine forms meet. */
function roleWords(title: string): Set<string> {
  const levels = new Set(levelWords(title).split(' '));
  const bare = cleanTitle(title)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\(([^)]*)\)/g, ' $1 ');
  const named = findPlaces(bare, { prose: true });
  const places = new Set(
    named.places.flatMap((p) => [p.city, p.region, COUNTRY.of(p.country)]).flatMap((name) => words(name ?? '')),
  );
  return new Set(
    words(bare)
      .filter((w) => !places.has(w))
      .filter((w) => !FILLER.has(w) && !levels.has(w) && w !== 'sr' && w !== 'jr')
      .map((w) => w.replace(/(?:trice|euse|ienne|iere|e)$/, '').replace(/s$/, '')),
  );
}

const HIDDEN_PLACE =
  /(?:^|\n)\s*headquarters:\s*([^\n]{2,80})|\blocation\s*[-:]\s*([^\n]{3,60})|\b(?:based in|located in)\s+([^\n.,;]{3,40}(?:, [A-Z]\w+)?)/gi;

/** Place words of the location, and where that is blank or says anywhere, of what the text gives away. */
function placesOf({ location, description, title }: Comparable): {
  places: Set<string>;
  countries: Set<string>;
} {
  const inTitle = /\(([^)]*)\)|- ([^-]+)$/.exec(title)?.slice(1).join(' ') ?? '';
  const own = findPlaces(location);
  const stated = own.countries.length > 0 ? own : findPlaces(inTitle, { prose: true });
  let found = stated;
  if (stated.countries.length === 0) {
    const head = description.slice(0, 1500);
    const hints = [...head.matchAll(HIDDEN_PLACE)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
    if (hints.length > 0) found = findPlaces(hints.join(' ; '), { prose: true });
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
  };
}

/** `runs` spares cutting the text up twice. */
export function fingerprint(posting: Comparable, runs = runsOf(posting.description)): Fingerprint {
  const { places, countries } = placesOf(posting);
  const pay = parseSalary(posting.description);
  const ats = atsIdOf(posting.url);
  return {
    key: canonicalUrl(posting.url),
    ats: ats?.ats,
    company: companyKey(posting.company),
    titleWords: roleWords(posting.title),
    levels: levelWords(cleanTitle(posting.title)),
    places,
    countries,
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

const overlap = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let n = 0;
  for (const x of small) if (large.has(x)) n++;
  return n;
};

const jaccard = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  const n = overlap(a, b);
  return a.size + b.size === 0 ? 0 : n / (a.size + b.size - n);
};

/** Word overlap of two titles; where one says all the other does and at least three words, nearly full. */
function titleLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  const within = smaller >= 3 && overlap(a, b) === smaller ? 0.8 : 0;
  return Math.max(within, jaccard(a, b));
}

const payDiffers = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) > 0.12 * Math.max(a, b);

/** Adverts without a role in their title (`Multiple roles`, `REMOTE`): one and the same only if the text is. */
function titleless({
  alike,
  places,
  a,
  b,
}: {
  alike: number;
  places: PlaceRelation;
  a: Fingerprint;
  b: Fingerprint;
}): Verdict {
  if (alike >= 0.75 && places !== 'disjoint' && !a.excerpt && !b.excerpt)
    return { outcome: 'same', why: 'no role in the title, same text' };
  if (alike >= 0.9 && places !== 'disjoint') return { outcome: 'same', why: 'no role in the title, same text' };
  // Two adverts of one employer that both name no role are its adverts of two months, with another list of roles.
  return a.titleWords.size === b.titleWords.size
    ? { outcome: 'variant', why: 'no role in either title, other text' }
    : { outcome: 'different', why: 'a role in one title only, other text' };
}

/** Boards that list each vacancy under its own id once: two ids there are two vacancies. */
const ONE_ID_PER_VACANCY = new Set([
  'greenhouse',
  'lever',
  'ashby',
  'smartrecruiters',
  'workday',
  'usajobs',
  'recruitee',
  'personio',
  'icims',
  'bamboohr',
  'jobvite',
]);

type PlaceRelation = 'same' | 'overlap' | 'disjoint' | 'unstated';

function comparePlaces(a: Fingerprint, b: Fingerprint): PlaceRelation {
  if (paidElsewhere(a, b) || paidElsewhere(b, a)) return 'disjoint';
  if (a.places.size > 0 && b.places.size > 0) {
    const n = overlap(a.places, b.places);
    if (n > 0) return n === Math.max(a.places.size, b.places.size) ? 'same' : 'overlap';
    return 'disjoint';
  }
  if (a.countries.size === 0 || b.countries.size === 0) return 'unstated';
  const shared = overlap(a.countries, b.countries);
  if (shared === 0) return 'disjoint';
  // `EMEA` and `Portugal, Spain`, or a whole continent and one city of it, are two calls for one role.
  if (a.countries.size > 2 * b.countries.size || b.countries.size > 2 * a.countries.size) return 'disjoint';
  return a.places.size === b.places.size && shared === Math.max(a.countries.size, b.countries.size)
    ? 'same'
    : 'overlap';
}

function paidElsewhere(a: Fingerprint, b: Fingerprint): boolean {
  const money = a.pay?.country;
  if (!money || a.countries.size > 0 || b.countries.size === 0) return false;
  return !money.some((c) => b.countries.has(c));
}

/** What more is known where two postings are compared. */
export type Circumstances = {
  /** Word runs that stand in several other adverts of the employer; they say nothing of the vacancy. */
  common?: ReadonlySet<number>;
  /** One of the two is over: a second id on its board is then its return. */
  repost?: boolean;
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

/** The verdict on two postings. */
export function compare(a: Fingerprint, b: Fingerprint, { common, repost = false }: Circumstances = {}): Verdict {
  if (a.key !== undefined && a.key === b.key) return { outcome: 'same', why: 'one posting id or address' };
  const sameCompany = a.company !== '' && a.company === b.company;
  const related =
    sameCompany ||
    a.company === '' ||
    b.company === '' ||
    a.company.includes(b.company) ||
    b.company.includes(a.company);
  const text = containment(a.text, b.text, common);
  const all = containment(a.text, b.text);
  const titles = titleLikeness(a.titleWords, b.titleWords);
  const places = comparePlaces(a, b);
  const alike = Math.max(text ?? 0, all ?? 0);
  if (!sameCompany) {
    // Agencies and blank employers: only near-identical long text of an equal title, in one place, is one vacancy.
    if (titles >= 0.99 && a.levels === b.levels && alike >= 0.85)
      return places === 'disjoint'
        ? { outcome: 'variant', why: 'equal title and text, other place' }
        : { outcome: 'same', why: 'equal title, text and place under another employer name' };
    if (!related || alike < 0.6 || titles < 0.6) return { outcome: 'different', why: 'another employer' };
  }
  if (a.titleWords.size === 0 || b.titleWords.size === 0) return titleless({ alike, places, a, b });
  if (a.levels !== b.levels) return { outcome: 'different', why: 'another level' };
  if (titles < 0.75) {
    if (alike >= 0.93 && !a.excerpt && !b.excerpt && titles >= 0.5)
      return { outcome: 'variant', why: 'same text under another title' };
    return { outcome: 'different', why: 'another role' };
  }
  const oneBoard = a.ats !== undefined && a.ats === b.ats && ONE_ID_PER_VACANCY.has(a.ats);
  if (!a.excerpt && !b.excerpt && (all ?? 1) < 0.3)
    return { outcome: titles >= 0.99 && places !== 'disjoint' ? 'variant' : 'different', why: 'the texts differ' };
  if (oneBoard && !repost) return { outcome: 'variant', why: 'two ids on one board' };
  if (places === 'disjoint') return { outcome: 'variant', why: 'same role in another place' };
  if (a.pay && b.pay && payDiffers(a.pay.yearly, b.pay.yearly))
    return { outcome: 'variant', why: 'same role at another pay' };
  if (titles < 0.99 && alike < 0.6) return { outcome: 'variant', why: 'similar title, unclear text' };
  return { outcome: 'same', why: `employer and title agree, places ${places}` };
}
