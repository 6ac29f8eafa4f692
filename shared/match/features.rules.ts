/** What decides a person's scores, as plain data without a word of the resume: enough to score any posting's features. */

import { packDomains } from '#shared/job/domain.rules.ts';
import { companyKey } from '#shared/job/normalise.rules.ts';
import { nameKey, pack, wordKey } from '#shared/job/pack.rules.ts';
import type { Degree } from '#shared/job/requirements.rules.ts';
import { yearlyUsd } from '#shared/job/salary.rules.ts';
import { plainTerms } from '#shared/job/terms.rules.ts';
import type { Level } from '#shared/job/title.rules.ts';
import type { Preferences } from '#shared/profile/profile.schema.ts';
import { canonicalSkill } from '#shared/skill/skill.rules.ts';
import type { Candidate } from './candidate.rules.ts';

/** A word or phrase a person looks for or shuns: met by a skill of that name, or by all of its words. */
export type Wish = { name: string; skill?: number; words: number[] };

/** Raise when the fields or how they are packed change. */
export const CANDIDATE_VERSION = 1;

export type CandidateFeatures = {
  v: number;
  /** Six characters a skill: five of its name's key, one of its credit in fiftieths. */
  skills: string;
  /** Occupation ids with how much each is the person's, percent. */
  occupations: [id: string, strength: number][];
  /** The occupations were guessed by skills alone: they may raise a score, never lower it. */
  guessed?: true;
  level?: Level;
  /** Years worked, in tenths rounded. */
  years?: number;
  degree: Degree;
  licences: string[];
  regions: string[];
  languages: string[];
  home: { country?: string; region?: string; city?: string };
  /** Four characters a word. */
  terms: string;
  domains: string;
  /** A vector of what the person did and can, packed; added by whoever has one, see `textOfProfile`. */
  vector?: string;
  /** Language the resume is written in, ISO 639-1 or `und`. */
  writtenIn: string;
  wishes: {
    remote: Preferences['remote'];
    /** US dollars a year. */
    pay?: number;
    internship?: true;
    keywords: Wish[];
    industries: Wish[];
    /** Keys of hidden employers. */
    companies: string[];
  };
  /** The day scores are reckoned for, in days since 1970. */
  day: number;
};

/** Credits are 1, 0.6 and 0.36: fiftieths hold them exactly. */
export const FULL_CREDIT = 50;

function wishOf(name: string): Wish | undefined {
  const skill = canonicalSkill(name);
  const words = plainTerms(name).map(wordKey);
  if (skill === undefined && words.length === 0) return undefined;
  return { name, ...(skill !== undefined && { skill: nameKey(skill) }), words: [...new Set(words)] };
}

const wishesOf = (names: readonly string[]): Wish[] => names.flatMap((name) => wishOf(name.trim()) ?? []);

/** Whether a posting of these words and skills meets the wish. */
export const meets = (
  { skill, words }: Wish,
  has: { word: (key: number) => boolean; skill: (key: number) => boolean },
): boolean => (skill !== undefined && has.skill(skill)) || (words.length > 0 && words.every(has.word));

const known = new WeakMap<Candidate, CandidateFeatures>();

/** The features of a person already read; made once for each. */
export function candidateFeaturesOf(me: Candidate): CandidateFeatures {
  const features = known.get(me) ?? readFeatures(me);
  known.set(me, features);
  return features;
}

function readFeatures(me: Candidate): CandidateFeatures {
  const { preferences, home } = me;
  const wish = preferences.salaryMin;
  const pay = wish && yearlyUsd({ min: wish.amount, currency: wish.currency, period: wish.period });
  return {
    v: CANDIDATE_VERSION,
    skills: [...me.skills]
      .map(([name, credit]) => pack(nameKey(name), 5) + pack(Math.round(credit * FULL_CREDIT), 1))
      .join(''),
    occupations: [...me.occupations].map(([id, strength]) => [id, Math.round(Math.min(1, strength) * 100)]),
    ...(me.guessed && { guessed: true as const }),
    ...(me.level !== undefined && { level: me.level }),
    ...(me.years !== undefined && { years: Math.round(me.years * 10) / 10 }),
    degree: me.degree,
    licences: [...me.licences],
    regions: [...me.regions],
    languages: [...me.languages],
    home: {
      ...(home.country && { country: home.country }),
      ...(home.region && { region: home.region }),
      ...(home.city && { city: home.city }),
    },
    terms: [...new Set([...me.terms].map(wordKey))].map((key) => pack(key, 4)).join(''),
    domains: packDomains(me.domains),
    writtenIn: me.writtenIn,
    wishes: {
      remote: preferences.remote,
      ...(pay !== undefined && pay > 0 && { pay: Math.round(pay) }),
      ...(preferences.seniority === 'intern' && { internship: true as const }),
      keywords: wishesOf(preferences.keywords),
      industries: wishesOf(preferences.ignoredIndustries.filter((name) => name.trim().length > 2)),
      companies: preferences.ignoredCompanies.map(companyKey).filter(Boolean),
    },
    day: Math.floor(Date.parse(me.asOf) / 86_400_000),
  };
}
