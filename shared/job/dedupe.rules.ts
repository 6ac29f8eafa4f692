/**
 * Are two postings one vacancy? Three answers: `same` (merge), `variant` (the same role elsewhere: group, never merge),
 * `different`. Sure signs first (one posting id), then employer, title with its level words, place and text with the
 * employer's boilerplate in mind. The text never decides alone: two adverts of one employer share most of theirs.
 * `compare` takes two equals and what else is known: three positions read best.
 */
import { atsIdOf } from './canonical-url.rules.ts';
import { type Fingerprint, overlap } from './fingerprint.rules.ts';
import { containment } from './shingle.rules.ts';

/** Why two postings were judged as they were; kept with a merge so that it can be explained and undone. */
export type Verdict = { outcome: 'same' | 'variant' | 'different'; why: string };

const jaccard = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  const n = overlap(a, b);
  return a.size + b.size === 0 ? 0 : n / (a.size + b.size - n);
};

/** How much of the longer text the shorter one is; a beginning of it is not the whole. */
const sizes = (a: Fingerprint, b: Fingerprint): number => {
  const [x, y] = [a.text.runs.length * 2 ** a.text.bits, b.text.runs.length * 2 ** b.text.bits];
  return Math.min(x, y) / Math.max(x, y, 1);
};

/** Word overlap of two titles; where one says all the other does and at least three words, nearly full. */
function titleLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  const within = smaller >= 3 && overlap(a, b) === smaller ? 0.8 : 0;
  return Math.max(within, jaccard(a, b));
}

const payDiffers = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) > 0.12 * Math.max(a, b);

/** Adverts for whatever an employer has open: one and the same only if text and titles are; else its adverts of two months. */
function roundups(a: Fingerprint, b: Fingerprint, { alike, titles, places }: Signs): Verdict {
  const sameRoles = titles >= 0.99 || (a.titleWords.size === 0 && b.titleWords.size === 0);
  const whole = alike >= 0.75 && (sizes(a, b) >= 0.75 || (!a.excerpt && !b.excerpt));
  if (sameRoles && places !== 'disjoint' && (whole || alike >= 0.9))
    return { outcome: 'same', why: 'the same roles and text' };
  if (a.roundup && b.roundup) return { outcome: 'variant', why: 'adverts for several roles of one employer' };
  return a.host === b.host || alike >= 0.5
    ? { outcome: 'variant', why: 'a role, and an advert for several' }
    : { outcome: 'different', why: 'a role, and another advert for several' };
}

type Signs = { alike: number; titles: number; places: PlaceRelation };

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

/** Whether an address is of such a board. */
export const isOneIdBoard = (url: string): boolean => ONE_ID_PER_VACANCY.has(atsIdOf(url)?.ats ?? '');

type PlaceRelation = 'same' | 'overlap' | 'disjoint' | 'unstated';

function comparePlaces(a: Fingerprint, b: Fingerprint): PlaceRelation {
  if (paidElsewhere(a, b) || paidElsewhere(b, a)) return 'disjoint';
  const shared = overlap(a.countries, b.countries);
  // Where a whole continent is called, the seat of the employer, or a title that says so too, is no other place.
  const wide = Math.max(a.countries.size, b.countries.size) > 5;
  const sameCall = a.titleCountries !== '' && a.titleCountries === b.titleCountries;
  if (wide && shared > 0 && (a.seat || b.seat || sameCall)) return 'overlap';
  if (a.places.size > 0 && b.places.size > 0) {
    const n = overlap(a.places, b.places);
    if (n > 0) return n === Math.max(a.places.size, b.places.size) ? 'same' : 'overlap';
    return 'disjoint';
  }
  if (a.countries.size === 0 || b.countries.size === 0) return 'unstated';
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

/** One site's two entries, one for a place and one for the country around it, are two calls for one role. */
const listedTwice = (a: Fingerprint, b: Fingerprint): boolean =>
  a.host !== '' &&
  a.host === b.host &&
  a.where !== '' &&
  b.where !== '' &&
  a.where !== b.where &&
  (a.places.size === 0) !== (b.places.size === 0);

/** What more is known where two postings are compared. */
export type Circumstances = {
  /** Word runs that stand in several other adverts of the employer; they say nothing of the vacancy. */
  common?: ReadonlySet<number>;
  /** One of the two is over: a second id on its board is then its return. */
  repost?: boolean;
};

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
  const all = containment(a.text, b.text);
  // Where nothing is left but what stands in all the employer's adverts, the text says nothing.
  const alike = (common?.size ? containment(a.text, b.text, common) : all) ?? 0;
  const titles = titleLikeness(a.titleWords, b.titleWords);
  const places = comparePlaces(a, b);
  if (!sameCompany) {
    // A blank employer, or one name within the other: only near-identical text of an equal title, in one place, is one
    // vacancy. Two names are two employers, however alike the texts they copy.
    if (!related) return { outcome: 'different', why: 'another employer' };
    if (titles >= 0.99 && a.levels === b.levels && alike >= 0.85)
      return places === 'disjoint' || listedTwice(a, b)
        ? { outcome: 'variant', why: 'equal title and text, other place' }
        : { outcome: 'same', why: 'equal title, text and place under another employer name' };
    if (titles >= 0.99 && a.levels === b.levels && alike >= 0.5)
      return { outcome: 'variant', why: 'equal title and much of the text under another employer name' };
    if (alike < 0.6 || titles < 0.6) return { outcome: 'different', why: 'another employer' };
  }
  if (a.roundup !== b.roundup || a.titleWords.size === 0 || b.titleWords.size === 0 || (a.roundup && titles < 0.99))
    return roundups(a, b, { alike, titles, places });
  if (a.levels !== b.levels) return { outcome: 'different', why: 'another level' };
  if (titles < 0.75) {
    // The beginnings of two adverts are the employer's words on itself.
    if (alike >= 0.85 && titles >= 0.5 && !a.excerpt && !b.excerpt)
      return { outcome: 'variant', why: 'same text under another title' };
    return { outcome: 'different', why: 'another role' };
  }
  const oneBoard = a.ats !== undefined && a.ats === b.ats && ONE_ID_PER_VACANCY.has(a.ats);
  if (!a.excerpt && !b.excerpt && (all ?? 1) < 0.3)
    return { outcome: titles >= 0.99 && places !== 'disjoint' ? 'variant' : 'different', why: 'the texts differ' };
  if (oneBoard && !repost) return { outcome: 'variant', why: 'two ids on one board' };
  if (places === 'disjoint') return { outcome: 'variant', why: 'same role in another place' };
  if (listedTwice(a, b)) return { outcome: 'variant', why: 'one site lists it twice, for other places' };
  if (a.pay && b.pay && payDiffers(a.pay.yearly, b.pay.yearly))
    return { outcome: 'variant', why: 'same role at another pay' };
  if (titles < 0.99 && alike < 0.6) return { outcome: 'variant', why: 'similar title, unclear text' };
  return { outcome: 'same', why: `employer and title agree, places ${places}` };
}
