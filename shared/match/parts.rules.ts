/**
 * The parts of a score, each from features alone. Everything that reckons a score (one pair, one person against all
 * postings, one posting against all people) goes through these, so that it comes out as the same integers. Sums over
 * skills and words are sums of whole numbers: their order cannot show. `NaN` stands for unknown, which in a loop over
 * a hundred thousand postings costs nothing. Long because the constraints stand here one beside
 * the other; `mixed` and `meanOf` take what, with what and how heavy, in the order said.
 */

import { freeToWork } from '#shared/job/place.rules.ts';
import { LANGUAGE_NAMES, type VacancyFeatures } from '#shared/job/vacancy.rules.ts';
import { type CandidateFeatures, FULL_CREDIT } from './features.rules.ts';

export type Gate = {
  code:
    | 'country'
    | 'authorization'
    | 'region'
    | 'licence'
    | 'language'
    | 'level'
    | 'occupation'
    | 'excluded'
    | 'unpaid';
  text: string;
};
/** A constraint that is broken: the score stays at or under `at`, however much speaks for the posting. */
export type Ceiling = { at: number; gate: Gate };
export type PartName = 'skills' | 'experience' | 'education' | 'location' | 'preferences' | 'semantic' | 'recency';
/** Parts as 0–1, `NaN` where unknown. */
export type Parts = Record<PartName, number>;

export const clamp = (x: number): number => Math.max(0, Math.min(1, x));

/** Least number of telling skills from which a posting's wants are known. */
const ENOUGH_SKILLS = 2;
/** Adverts name far more than anyone has: having the weightier half is a strong showing. */
const SKILL_STRETCH = 1.6;

/** `got` and `total` as sums of weight × credit and of weight; `hard` is how many skills are no soft ones. */
export const skillPoints = ({ got, total, hard }: { got: number; total: number; hard: number }): number =>
  hard < ENOUGH_SKILLS || total === 0 ? Number.NaN : clamp((got / (total * FULL_CREDIT)) * SKILL_STRETCH);

/** Least sum of word weights that says anything, and how much of it a fitting resume shares. */
const ENOUGH_WORDS = 24;
const WORD_STRETCH = 2.2;

/** Share of the posting's telling words, by weight, that the person uses too: it grows with what they write. */
export const wordPoints = ({ shared, total }: { shared: number; total: number }): number =>
  total < ENOUGH_WORDS ? Number.NaN : clamp((shared / total) * WORD_STRETCH);

/** Cosines of texts about work lie between these; under the first nothing is alike, over the second all is. */
const [UNLIKE, ALIKE] = [0.2, 0.7] as const;

/** Words and meaning in equal parts; where one of them is unknown, the other. Vectors also bridge languages. */
export function meaningPoints(words: number, cosine: number): number {
  if (Number.isNaN(cosine)) return words;
  const meaning = clamp((cosine - UNLIKE) / (ALIKE - UNLIKE));
  return Number.isNaN(words) ? meaning : (words + meaning) / 2;
}

/** Words of two languages seldom meet; that says nothing about the person. */
export const sameTongue = (written: string, writtenIn: string): boolean =>
  written === writtenIn || written === 'und' || writtenIn === 'und';

const LEVEL_STEPS = { same: 1, above: 0.6, below: 0.8, farBelow: 0.35, farAbove: 0.15 } as const;

function levelPoints(gap: number): number {
  if (Number.isNaN(gap)) return gap;
  if (gap === 0) return LEVEL_STEPS.same;
  if (gap > 0) return gap === 1 ? LEVEL_STEPS.above : LEVEL_STEPS.farAbove;
  return gap === -1 ? LEVEL_STEPS.below : LEVEL_STEPS.farBelow;
}

/** How the person's line of work, level and years stand to the posting's; each `NaN` where one side is unknown. */
export type Standing = { fit: number; gap: number; asked: number; years: number; likeness: number };

/** Occupation, level, years and field of business together. */
export function experiencePoints({ fit, gap, asked, years, likeness }: Standing): number {
  let sum = 0;
  let weight = 0;
  if (fit >= 0) {
    sum += fit * 20;
    weight += 20;
  }
  if (!Number.isNaN(gap)) {
    sum += levelPoints(gap) * 11;
    weight += 11;
  }
  if (asked >= 0 && years >= 0) {
    sum += clamp((years + 0.5) / asked) * 4;
    weight += 4;
  }
  if (likeness >= 0) {
    sum += likeness * 4;
    weight += 4;
  }
  return weight === 0 ? Number.NaN : sum / weight;
}

/** Another occupation in one's own field is a stretch; in another field it is no match. `Infinity` for none. */
export function occupationCeiling({ fit, likeness }: Pick<Standing, 'fit' | 'likeness'>): number {
  if (!(fit < 0.3)) return Number.POSITIVE_INFINITY;
  return likeness >= 0.7 ? 56 : fit < 0.15 ? 34 : 44;
}

/** `Infinity` where the level is near enough, or unknown. */
export function levelCeiling(gap: number): number {
  if (gap >= 3) return 30;
  if (gap === 2) return 40;
  return gap <= -2 ? 55 : Number.POSITIVE_INFINITY;
}

export const UNPAID_CEILING = 50;
export const HIDDEN_FIELD_CEILING = 30;

/** Degree asked for against degree held; `NaN` where none is asked. */
export function educationPoints(degree: CandidateFeatures['degree'], asked: VacancyFeatures['degree']): number {
  if (asked === undefined) return Number.NaN;
  if (degree >= asked.value) return 1;
  if (!asked.required) return 0.6;
  return degree + 1 === asked.value ? 0.4 : 0.1;
}

/** `wish` and `pay` in US dollars a year; a third less than wished counts for little. */
export const payPoints = (wish: number, pay: number): number =>
  !(wish > 0) || !(pay >= 0) ? Number.NaN : pay >= wish ? 1 : clamp(1 - (2.5 * (wish - pay)) / wish);

/** `keywords` is the share of the wished words that the posting names. */
export function preferencePoints({
  keywords,
  pay,
  internship,
}: {
  keywords: number;
  pay: number;
  /** Whether an internship is wished where one is offered; `NaN` where none is. */
  internship: number;
}): number {
  let sum = 0;
  let weight = 0;
  if (keywords >= 0) {
    sum += keywords * 2;
    weight += 2;
  }
  if (pay >= 0) {
    sum += pay * 2;
    weight += 2;
  }
  if (internship >= 0) {
    sum += internship === 1 ? 1 : 0.3;
    weight += 1;
  }
  return weight === 0 ? Number.NaN : sum / weight;
}

/** Days after which a posting counts half as fresh. */
const HALF_LIFE_DAYS = 30;
export const recencyPoints = (day: number, posted: number | undefined): number =>
  posted === undefined ? Number.NaN : clamp(0.5 ** (Math.max(0, day - posted) / HALF_LIFE_DAYS));

/** `Berlin, Germany` for people to read; two places at most. */
export function placeName({ places, countries }: VacancyFeatures['where']): string {
  const named = places
    .slice(0, 2)
    .map(({ city, region, country }) => [city ?? region, countryName(country)].filter(Boolean).join(', '));
  const all = named.length > 0 ? named : countries.slice(0, 3).map(countryName);
  const more = Math.max(places.length, countries.length) - all.length;
  return `${[...new Set(all)].join(' or ')}${more > 0 ? ` and ${more} more` : ''}`;
}

let names: Intl.DisplayNames | undefined;
export function countryName(code: string): string {
  names ??= new Intl.DisplayNames(['en'], { type: 'region' });
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** What a part of the posting does to the score. */
export type Held = { points: number; ceilings: Ceiling[] };

/** Whether the way of working (remote, hybrid, on site) is the wished one; `NaN` where one side does not say. */
function kindPoints(wanted: CandidateFeatures['wishes']['remote'], remote: VacancyFeatures['where']['remote']): number {
  if (wanted === 'any' || remote === null) return Number.NaN;
  if (wanted === remote) return 1;
  return wanted === 'hybrid' || remote === 'hybrid' ? 0.6 : 0.25;
}

const mixed = (points: number, pointsWeight: number, kind: number): number => {
  if (Number.isNaN(kind)) return points;
  return Number.isNaN(points) ? kind : (points * pointsWeight + kind) / (pointsWeight + 1);
};

/** Where the work is, against where the person is and may work. */
export function placePart(
  me: { home: CandidateFeatures['home']; wishes: Pick<CandidateFeatures['wishes'], 'remote'> },
  where: VacancyFeatures['where'],
): Held {
  const { places, remote, authorization } = where;
  const home = me.home.country;
  const countries = where.countries.length > 0 ? where.countries : (authorization ?? []);
  const kind = kindPoints(me.wishes.remote, remote);
  if (home === undefined || countries.length === 0)
    return { points: mixed(remote === 'remote' ? 0.75 : Number.NaN, 2, kind), ceilings: [] };
  const ceilings: Ceiling[] = [];
  const there = where.countries.length > 0 ? placeName(where) : countries.map(countryName).join(', ');
  let points: number;
  if (countries.includes(home)) {
    points = remote === 'remote' ? 1 : nearness(me.home, places);
    if (points === ELSEWHERE)
      ceilings.push({
        at: 76,
        gate: { code: 'region', text: `On site in ${there}, not near ${me.home.city ?? me.home.region}` },
      });
  } else if (countries.some((country) => freeToWork(home, country))) {
    points = remote === 'remote' ? 0.55 : 0.35;
    ceilings.push({
      at: remote === 'remote' ? 76 : 66,
      gate: { code: 'region', text: `The work is tied to ${there}; you live elsewhere in the EU` },
    });
  } else {
    points = 0;
    ceilings.push({
      at: 45,
      gate:
        where.countries.length === 0
          ? { code: 'authorization', text: `Asks for the right to work in ${there}; you are in ${countryName(home)}` }
          : {
              code: 'country',
              text: `${remote === 'remote' ? 'Remote, but only from' : 'On site in'} ${there}; you are in ${countryName(home)}`,
            },
    });
  }
  return { points: mixed(points, 3, kind), ceilings };
}

const ELSEWHERE = 0.45;

/** Within one's own country: same city, same region, too vague to tell, or somewhere else. */
function nearness(home: CandidateFeatures['home'], places: VacancyFeatures['where']['places']): number {
  const here = places.filter((place) => place.country === home.country);
  if (home.city !== undefined && here.some((place) => place.city === home.city)) return 1;
  if (home.region !== undefined && here.some((place) => place.region === home.region)) return 0.9;
  const vague = here.every((place) => !place.city && !place.region) || (!home.city && !home.region);
  return vague ? 0.8 : ELSEWHERE;
}

/** Whether someone speaks a language asked for, or one of several of which one will do (`French / Dutch`). */
export const speaks = (languages: readonly string[], asked: string): boolean =>
  asked.split(' / ').some((language) => languages.includes(language));

/** Licences and languages: what no other merit makes up for. */
export function demandCeilings(
  me: Pick<CandidateFeatures, 'licences' | 'regions' | 'languages'>,
  { demands, where }: Pick<VacancyFeatures, 'demands' | 'where'>,
): Ceiling[] {
  const out: Ceiling[] = [];
  const { licences } = demands;
  const either = licences.some(({ licence }) => me.licences.includes(licence));
  for (const { licence, region } of licences) {
    const near = licence === 'Licensed Practical Nurse' && me.licences.includes('Registered Nurse');
    if (!either && !near)
      out.push({ at: 24, gate: { code: 'licence', text: `Needs ${licence}; your profile does not show it` } });
    else if (region !== undefined && me.regions.length > 0 && !me.regions.includes(region))
      out.push({ at: 45, gate: { code: 'licence', text: `Needs ${licence} of ${region}` } });
  }
  const there = where.places.flatMap(({ region }) => region ?? []);
  if (
    licences.length > 0 &&
    where.remote !== 'remote' &&
    there.length > 0 &&
    me.regions.length > 0 &&
    !there.some((region) => me.regions.includes(region))
  )
    out.push({
      at: 55,
      gate: { code: 'licence', text: `Needs a licence for ${[...new Set(there)].slice(0, 3).join(', ')}` },
    });
  const textLanguage = LANGUAGE_NAMES[demands.written];
  const lacking =
    demands.languages.find((language) => language !== 'English' && !speaks(me.languages, language)) ??
    (textLanguage && textLanguage !== 'English' && !me.languages.includes(textLanguage) ? textLanguage : undefined);
  if (lacking !== undefined)
    out.push({ at: 49, gate: { code: 'language', text: `Asks for ${lacking}; your profile does not show it` } });
  return out;
}

/**
 * How well a person fits an occupation list, 0–1 in steps of a ten-millionth. `best` gives the person's nearness to an
 * occupation times its strength, in hundred-thousandths; `NaN` where the posting names none.
 */
export function fitOf(want: VacancyFeatures['occupations'], best: (id: string) => number): number {
  let sum = 0;
  let shares = 0;
  for (const [id, share] of want) {
    sum += share * best(id);
    shares += share;
  }
  return shares === 0 ? Number.NaN : sum / (shares * 100_000);
}

/** Weight of each part; experience is occupation, level and years together. */
export const WEIGHTS: Readonly<Parts> = {
  skills: 30,
  experience: 35,
  education: 4,
  location: 14,
  preferences: 5,
  semantic: 11,
  recency: 1,
};

/** What an unstated part counts as, and how much: a posting that says little must not score high on that little. */
const UNSTATED = 0.45;
const UNSTATED_SHARE = 0.5;

/** A posting that names no skill cannot be called fitting; see the calibration in `match.design.md`. */
const UNTOLD_CEILING = 74;

/** One pair in numbers: all that {@link rate} looks at. Unknown is `NaN`, no ceiling `Infinity`. */
export type Facts = Standing &
  Omit<Parts, 'experience'> & {
    /** The lowest of the ceilings of place, demands and wishes, and how many there are. */
    lowest: number;
    broken: number;
    /** Points that feedback adds or takes. */
    adjust: number;
  };

/** The score of one pair, a whole number from 0 to 100. */
export function rate(facts: Facts, weights: Readonly<Parts>): number {
  const experience = experiencePoints(facts);
  const occupation = occupationCeiling(facts);
  const level = levelCeiling(facts.gap);
  const told = Number.isNaN(facts.skills) ? UNTOLD_CEILING : Number.POSITIVE_INFINITY;
  return shown({
    mean: meanOf(facts, experience, weights),
    lowest: Math.min(facts.lowest, occupation, level, told),
    broken: facts.broken + (occupation < 100 ? 1 : 0) + (level < 100 ? 1 : 0),
    adjust: facts.adjust,
  });
}

/** An occupation that was only guessed counts where it raises the score. */
export function rateGuessed(facts: Facts, weights: Readonly<Parts>): { score: number; guessHelps: boolean } {
  const { fit } = facts;
  const withGuess = rate(facts, weights);
  facts.fit = Number.NaN;
  const without = rate(facts, weights);
  facts.fit = fit;
  return withGuess >= without ? { score: withGuess, guessHelps: true } : { score: without, guessHelps: false };
}

/** The weighted mean of the parts. Skills, experience, place and words count a little even where nothing is stated. */
function meanOf(parts: Omit<Parts, 'experience'>, experience: number, weights: Readonly<Parts>): number {
  let sum = 0;
  let weight = 0;
  const { skills, location, semantic, education, preferences, recency } = parts;
  sum += Number.isNaN(skills) ? UNSTATED * weights.skills * UNSTATED_SHARE : skills * weights.skills;
  weight += Number.isNaN(skills) ? weights.skills * UNSTATED_SHARE : weights.skills;
  sum += Number.isNaN(experience) ? UNSTATED * weights.experience * UNSTATED_SHARE : experience * weights.experience;
  weight += Number.isNaN(experience) ? weights.experience * UNSTATED_SHARE : weights.experience;
  sum += Number.isNaN(location) ? UNSTATED * weights.location * UNSTATED_SHARE : location * weights.location;
  weight += Number.isNaN(location) ? weights.location * UNSTATED_SHARE : weights.location;
  sum += Number.isNaN(semantic) ? UNSTATED * weights.semantic * UNSTATED_SHARE : semantic * weights.semantic;
  weight += Number.isNaN(semantic) ? weights.semantic * UNSTATED_SHARE : weights.semantic;
  if (education >= 0) {
    sum += education * weights.education;
    weight += weights.education;
  }
  if (preferences >= 0) {
    sum += preferences * weights.preferences;
    weight += weights.preferences;
  }
  if (recency >= 0) {
    sum += recency * weights.recency;
    weight += weights.recency;
  }
  return sum / weight;
}

/** Raw weighted means crowd the middle; knots (raw → shown) spread them so that 40, 60 and 80 mean stretch, plausible, fitting. */
const KNOTS_RAW = [0, 0.3, 0.5, 0.65, 0.8, 0.92, 1] as const;
const KNOTS_SHOWN = [0, 20, 42, 62, 82, 94, 100] as const;

function calibrate(raw: number): number {
  let i = 1;
  while (i < KNOTS_RAW.length - 1 && raw > (KNOTS_RAW[i] ?? 1)) i++;
  const x0 = KNOTS_RAW[i - 1] ?? 0;
  const y0 = KNOTS_SHOWN[i - 1] ?? 0;
  return y0 + ((raw - x0) / ((KNOTS_RAW[i] ?? 1) - x0)) * ((KNOTS_SHOWN[i] ?? 100) - y0);
}

/**
 * The score as shown, 0–100. Under a ceiling the order of the rest still shows: the last part below it is shared out by
 * the free score. `lowest` is the lowest of `broken` ceilings; `adjust` are points a person's feedback takes off.
 */
function shown({
  mean,
  lowest,
  broken,
  adjust,
}: { mean: number } & Pick<Facts, 'lowest' | 'broken' | 'adjust'>): number {
  const open = calibrate(mean);
  const held = broken === 0 ? open : Math.min(open, lowest * (0.85 + 0.15 * (open / 100)) * 0.94 ** (broken - 1));
  return Math.round(Math.max(0, Math.min(100, held + adjust)));
}
