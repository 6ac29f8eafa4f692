/** What would raise a score, and by how much: the score is reckoned again with the gap closed, one gap at a time. */

import { nameKey, pack } from '#shared/job/pack.rules.ts';
import { contentTerms } from '#shared/job/terms.rules.ts';
import { featuresOf, type Vacancy } from '#shared/job/vacancy.rules.ts';
import { impliedSkills } from '#shared/skill/skill.rules.ts';
import type { Candidate } from './candidate.rules.ts';
import { type CandidateFeatures, candidateFeaturesOf, FULL_CREDIT } from './features.rules.ts';
import type { Taste } from './feedback.rules.ts';
import { DEGREE_NAMES, skillsAgainst } from './reason.rules.ts';
import { scoreFeatures } from './score.rules.ts';

/**
 * `prove`: the profile shows part of it or uses its words, and only has to say so. `learn`: it does not. `later`: a
 * licence, a degree or years, which nobody gets in a week.
 */
export type Gain = { skill: string; points: number; kind: 'learn' | 'prove' | 'later' };

const MOST_TRIED = 12;
const MOST_SHOWN = 8;

/** The person with a skill more, and with what it also shows. */
const withSkill = (me: CandidateFeatures, skill: string): CandidateFeatures => ({
  ...me,
  skills:
    // Of two entries of one skill the later stands, so what they had already comes last.
    [...impliedSkills(skill)]
      .map(([name, credit]) => pack(nameKey(name), 5) + pack(Math.round(credit * FULL_CREDIT), 1))
      .join('') +
    me.skills +
    pack(nameKey(skill), 5) +
    pack(FULL_CREDIT, 1),
});

/** The gaps worth closing, those that gain most first; closing one that gains nothing is not named. */
export function gainsOf({
  me,
  vacancy,
  taste,
}: {
  me: Candidate;
  vacancy: Vacancy;
  taste?: Taste | undefined;
}): Gain[] {
  const features = candidateFeaturesOf(me);
  const fit = featuresOf(vacancy);
  const { score: now } = scoreFeatures(features, fit, taste);
  const gained = (changed: CandidateFeatures): number => scoreFeatures(changed, fit, taste).score - now;
  const { demands } = vacancy;
  const isShown = (skill: string): boolean => {
    const words = contentTerms(skill);
    return (me.skills.get(skill) ?? 0) > 0 || (words.length > 0 && words.every((word) => me.terms.has(word)));
  };
  const gains: Gain[] = skillsAgainst(me, vacancy)
    .missing.slice(0, MOST_TRIED)
    .map(({ skill }) => ({
      skill,
      points: gained(withSkill(features, skill)),
      kind: isShown(skill) ? ('prove' as const) : ('learn' as const),
    }));
  for (const { licence } of demands.licences)
    if (!me.licences.has(licence))
      gains.push({
        skill: licence,
        points: gained({ ...features, licences: [...features.licences, licence] }),
        kind: 'later',
      });
  if (demands.degree && me.degree < demands.degree.value)
    gains.push({
      skill: DEGREE_NAMES[demands.degree.value],
      points: gained({ ...features, degree: demands.degree.value }),
      kind: 'later',
    });
  if (demands.years && me.years !== undefined && me.years < demands.years.value)
    gains.push({
      skill: `${demands.years.value} years of experience`,
      points: gained({ ...features, years: demands.years.value }),
      kind: 'later',
    });
  return gains
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.skill < b.skill ? -1 : 1))
    .slice(0, MOST_SHOWN);
}
