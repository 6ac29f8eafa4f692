import { describe, expect, it } from 'vitest';
import { describeVacancy } from '#shared/job/vacancy.rules.ts';
import { inventedPeople, inventedPostings } from '#tests/fixtures/market.ts';
import { describeCandidate } from './candidate.rules.ts';
import { gainsOf } from './gain.rules.ts';
import { scoreCandidate } from './score.rules.ts';

const vacancies = inventedPostings({ count: 8, seed: 3 }).map((job) => describeVacancy(job));
const profiles = inventedPeople({ count: 6, seed: 4 });

describe('what would raise a score', () => {
  it('names missing skills only, and what closing the gap really gains', () => {
    let checked = 0;
    for (const profile of profiles)
      for (const vacancy of vacancies) {
        const me = describeCandidate(profile);
        const { score, missingSkills } = scoreCandidate(me, vacancy);
        for (const { skill, points, kind } of gainsOf({ me, vacancy })) {
          expect(points).toBeGreaterThan(0);
          if (kind === 'later') continue;
          expect(missingSkills).toContain(skill);
          // Writing the skill into the resume gains at least as much: it also adds words, and what it hints at.
          const skills = [...(profile.resume.skills ?? []), { name: skill }];
          const after = scoreCandidate(
            describeCandidate({ ...profile, resume: { ...profile.resume, skills } }),
            vacancy,
          );
          expect(after.score).toBeGreaterThanOrEqual(score + points);
          checked++;
        }
      }
    expect(checked).toBeGreaterThan(20);
  });
  it('tells what only has to be said from what has to be learnt, and both from licences, degrees and years', () => {
    const me = describeCandidate({
      resume: {
        work: [
          { position: 'Backend Engineer', startDate: '2024-01', highlights: ['Cared for the wiring of harbours'] },
        ],
        skills: [{ name: 'Java' }, { name: 'PostgreSQL' }],
        education: [{ studyType: 'Bachelor', area: 'Computer Science' }],
      },
      preferences: profiles[0]?.preferences ?? expect.fail(),
      asOf: '2026-11-01T00:00:00.000Z',
    });
    const gains = gainsOf({
      me,
      vacancy: describeVacancy({
        title: 'Backend Engineer',
        company: 'Alder Works',
        location: { text: '', remote: null },
        skills: [],
        description:
          'Requirements:\n• 6+ years of experience with Java\n• SQL\n• Kubernetes\n• Terraform\n• Master’s degree in computer science required',
      }),
    });
    const kindOf = (name: string) => gains.find(({ skill }) => skill === name)?.kind;
    expect(kindOf('Kubernetes')).toBe('learn');
    expect(kindOf('a master’s degree')).toBe('later');
    expect(kindOf('6 years of experience')).toBe('later');
  });
});
