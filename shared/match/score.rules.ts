/**
 * The fit of one person and one posting, in points and reasons. Constraints (country, licence, language, level) decide
 * apart from points: they hold the score under a ceiling and say so. Same input, same number; nothing is learnt here.
 * `scoreFeatures` and `scoreCandidate` take who, what, and what is different for them.
 */

import { likenessOf, unpackDomains } from '#shared/job/domain.rules.ts';
import { unpack } from '#shared/job/pack.rules.ts';
import {
  describeVacancy,
  featuresOf,
  type MatchJob,
  type Vacancy,
  type VacancyFeatures,
} from '#shared/job/vacancy.rules.ts';
import { cosineOf, unpackVector } from '#shared/job/vector.rules.ts';
import { occupationNearness } from '#shared/skill/occupation.rules.ts';
import { type Candidate, describeCandidate, type MatchProfile } from './candidate.rules.ts';
import { type CandidateFeatures, candidateFeaturesOf, meets } from './features.rules.ts';
import { adjustmentOf, type Taste } from './feedback.rules.ts';
import {
  type Ceiling,
  demandCeilings,
  educationPoints,
  experiencePoints,
  type Facts,
  fitOf,
  type Gate,
  HIDDEN_FIELD_CEILING,
  levelCeiling,
  meaningPoints,
  occupationCeiling,
  type PartName,
  payPoints,
  placePart,
  preferencePoints,
  rate,
  rateGuessed,
  recencyPoints,
  sameTongue,
  skillPoints,
  UNPAID_CEILING,
  WEIGHTS,
  wordPoints,
} from './parts.rules.ts';
import { type Reason, reasonsOf } from './reason.rules.ts';

/** Raise when any rule here or in what it uses changes what a score comes out as; stored matches are then made anew. */
export const SCORER_VERSION = 6;

/** Each part 0–100; 50 where the posting states nothing to go by. */
export type Breakdown = Record<PartName, number>;
export type Score = {
  /** 0–100. */
  score: number;
  gate?: Gate;
  breakdown: Breakdown;
  /** The posting's text is too thin to trust the number. */
  provisional: boolean;
};
export type Match = Score & { reasons: Reason[]; matchedSkills: string[]; missingSkills: string[] };

/** A person's features, opened for look-ups. */
type Opened = {
  credits: ReadonlyMap<number, number>;
  words: ReadonlySet<number>;
  domains: Uint8Array;
  vector: Int8Array;
  /** Nearness to an occupation times strength, in hundred-thousandths. */
  near: (id: string) => number;
};

const opened = new WeakMap<CandidateFeatures, Opened>();

/** Skill key → credit in fiftieths, word keys, fields of business and nearness to occupations of a person; opened once. */
export function open(me: CandidateFeatures): Opened {
  const known = opened.get(me);
  if (known !== undefined) return known;
  const credits = new Map<number, number>();
  for (let at = 0; at < me.skills.length; at += 6)
    credits.set(unpack(me.skills, { at, width: 5 }), unpack(me.skills, { at: at + 5, width: 1 }));
  const words = new Set<number>();
  for (let at = 0; at < me.terms.length; at += 4) words.add(unpack(me.terms, { at, width: 4 }));
  const nearest = new Map<string, number>();
  const near = (id: string): number => {
    const seen = nearest.get(id);
    if (seen !== undefined) return seen;
    let best = 0;
    for (const [own, strength] of me.occupations)
      best = Math.max(best, Math.round(occupationNearness(own, id) * 1000) * strength);
    nearest.set(id, best);
    return best;
  };
  const fresh = { credits, words, domains: unpackDomains(me.domains), vector: unpackVector(me.vector ?? ''), near };
  opened.set(me, fresh);
  return fresh;
}

/** What the words of a posting say to a person: how much they share, and which wishes are met. */
function compareText(me: CandidateFeatures, fit: VacancyFeatures) {
  const { credits, words } = open(me);
  const asked = new Set<number>();
  let got = 0;
  let total = 0;
  for (let at = 0; at < fit.skills.length; at += 6) {
    const key = unpack(fit.skills, { at, width: 5 });
    const weight = unpack(fit.skills, { at: at + 5, width: 1 });
    asked.add(key);
    total += weight;
    got += weight * (credits.get(key) ?? 0);
  }
  const named = new Set<number>();
  let shared = 0;
  let all = 0;
  for (let at = 0; at < fit.terms.length; at += 4) {
    const packed = unpack(fit.terms, { at, width: 4 });
    const key = packed >> 4;
    const weight = packed & 15;
    named.add(key);
    all += weight;
    if (words.has(key)) shared += weight;
  }
  const has = { word: (key: number) => named.has(key), skill: (key: number) => asked.has(key) };
  const { keywords, industries } = me.wishes;
  return {
    skills: skillPoints({ got, total, hard: fit.hard }),
    semantic: sameTongue(fit.demands.written, me.writtenIn) ? wordPoints({ shared, total: all }) : Number.NaN,
    keywords: keywords.length === 0 ? Number.NaN : keywords.filter((wish) => meets(wish, has)).length / keywords.length,
    industry: industries.find((wish) => meets(wish, has))?.name,
  };
}

/** The numbers of one pair, and the ceilings behind them. */
function factsOf(me: CandidateFeatures, fit: VacancyFeatures): { facts: Facts; ceilings: Ceiling[] } {
  const { near, domains, vector } = open(me);
  const text = compareText(me, fit);
  const place = placePart(me, fit.where);
  const ceilings = [...place.ceilings, ...demandCeilings(me, fit)];
  if (me.wishes.companies.includes(fit.company))
    ceilings.push({ at: 0, gate: { code: 'excluded', text: 'You hid this employer' } });
  if (text.industry !== undefined)
    ceilings.push({ at: HIDDEN_FIELD_CEILING, gate: { code: 'excluded', text: `You hid the field ${text.industry}` } });
  if (fit.unpaid)
    ceilings.push({ at: UNPAID_CEILING, gate: { code: 'unpaid', text: 'The posting says it is unpaid' } });
  const facts: Facts = {
    skills: text.skills,
    fit: me.occupations.length === 0 ? Number.NaN : fitOf(fit.occupations, near),
    gap: fit.level === undefined || me.level === undefined ? Number.NaN : fit.level - me.level,
    asked: fit.years ?? Number.NaN,
    years: me.years ?? Number.NaN,
    likeness: likenessOf(domains, unpackDomains(fit.domains)),
    education: educationPoints(me.degree, fit.degree),
    location: place.points,
    preferences: preferencePoints({
      keywords: text.keywords,
      pay: payPoints(me.wishes.pay ?? Number.NaN, fit.pay ?? Number.NaN),
      internship: fit.internship ? (me.wishes.internship ? 1 : 0) : Number.NaN,
    }),
    semantic: meaningPoints(text.semantic, cosineOf(vector, unpackVector(fit.vector ?? ''))),
    recency: recencyPoints(me.day, fit.posted),
    lowest: Math.min(Number.POSITIVE_INFINITY, ...ceilings.map(({ at }) => at)),
    broken: ceilings.length,
    adjust: 0,
  };
  return { facts, ceilings };
}

/** Ceilings of line of work and level, in words. */
function standingCeilings({ fit, likeness, gap }: Facts): Ceiling[] {
  const occupation = occupationCeiling({ fit, likeness });
  const level = levelCeiling(gap);
  return [
    ...(level < 100 ? [{ at: level, gate: { code: 'level' as const, text: levelText(gap) } }] : []),
    ...(occupation < 100
      ? [{ at: occupation, gate: { code: 'occupation' as const, text: 'Another occupation than yours' } }]
      : []),
  ];
}

function levelText(gap: number): string {
  if (gap >= 3) return 'Far above your level';
  return gap === 2 ? 'Two levels above yours' : `${-gap} levels below yours`;
}

const percent = (points: number): number => (Number.isNaN(points) ? 50 : Math.round(points * 100));

/**
 * The score of a person for a posting, from the features of both: the same integers wherever it is reckoned. `taste` is
 * what the person's feedback made of the weights.
 */
export function scoreFeatures(me: CandidateFeatures, fit: VacancyFeatures, taste?: Taste): Score {
  const { facts, ceilings } = factsOf(me, fit);
  const weights = taste?.weights ?? WEIGHTS;
  if (taste !== undefined) facts.adjust = adjustmentOf(taste, fit);
  const { score, guessHelps } = me.guessed
    ? rateGuessed(facts, weights)
    : { score: rate(facts, weights), guessHelps: true };
  if (!guessHelps) facts.fit = Number.NaN;
  const lowest = [...ceilings, ...standingCeilings(facts)].sort((a, b) => a.at - b.at)[0];
  const { skills, education, location, preferences, semantic, recency } = facts;
  return {
    score,
    ...(lowest !== undefined && { gate: lowest.gate }),
    breakdown: {
      skills: percent(skills),
      experience: percent(experiencePoints(facts)),
      education: percent(education),
      location: percent(location),
      preferences: percent(preferences),
      semantic: percent(semantic),
      recency: percent(recency),
    },
    provisional: fit.thin === true || Number.isNaN(skills),
  };
}

/**
 * Scores a person already read against a posting already read, with reasons; see {@link scoreMatch}. `features` and `fit`
 * where there is more to them than what was read: vectors of meaning.
 */
export function scoreCandidate(
  me: Candidate,
  vacancy: Vacancy,
  options: { taste?: Taste; features?: CandidateFeatures; fit?: VacancyFeatures } = {},
): Match {
  const { taste, features = candidateFeaturesOf(me), fit = featuresOf(vacancy) } = options;
  return { ...scoreFeatures(features, fit, taste), ...reasonsOf(me, vacancy) };
}

/**
 * Scores one posting for one person. Deterministic: the same profile, `asOf` and posting give the same integers.
 * Evidence of a reason is a quotation from the posting or a field path of the resume.
 */
export const scoreMatch = ({ profile, job }: { profile: MatchProfile; job: MatchJob }): Match =>
  scoreCandidate(describeCandidate(profile), describeVacancy(job));
