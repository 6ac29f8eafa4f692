import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePosting } from '#shared/job/normalise.rules.ts';
import type { MatchJob } from '#shared/job/vacancy.rules.ts';
import { Preferences, type Resume } from '#shared/profile/profile.schema.ts';
import { allSkills } from '#shared/skill/skill.rules.ts';
import { scoreMatch } from './score.rules.ts';

const asOf = '2026-11-01T00:00:00.000Z';
const resume: Resume = {
  basics: { name: 'Ada Example', email: 'ada@example.org', location: { city: 'Berlin', countryCode: 'DE' } },
  work: [
    {
      position: 'Backend Engineer',
      name: 'Orchard',
      startDate: '2020-01',
      highlights: ['Built payment services in Python and PostgreSQL', 'Ran them on Kubernetes'],
    },
    { position: 'Software Engineer', name: 'Pear', startDate: '2017-03', endDate: '2019-12' },
  ],
  education: [{ institution: 'Technical University', studyType: 'Bachelor', area: 'Computer Science' }],
  skills: [{ name: 'Python' }, { name: 'Docker' }],
  languages: [{ language: 'English' }, { language: 'German' }],
};
const preferences = Preferences.parse({ country: 'DE', locations: ['Berlin'], seniority: 'senior' });

const posting = (over: Partial<Parameters<typeof normalisePosting>[0]> = {}): MatchJob => {
  const {
    level: _level,
    countries: _countries,
    language: _language,
    ...job
  } = normalisePosting({
    title: 'Senior Backend Engineer',
    company: 'Acme',
    location: 'Berlin, Germany',
    description:
      'Requirements:\n• 5+ years of experience building services in Python\n• PostgreSQL, Docker and Kubernetes\n• Bachelor’s degree or equivalent\nNice to have:\n• Terraform\nYou will own the services that take payments for thousands of shops.',
    ...over,
  });
  return job;
};
const score = (job: MatchJob, who: Resume = resume, wish = preferences) =>
  scoreMatch({ profile: { resume: who, preferences: wish, asOf }, job });

describe('scoreMatch', () => {
  it('puts a fitting job high and says why, with evidence', () => {
    const match = score(posting());
    expect(match.score).toBeGreaterThanOrEqual(75);
    expect(match.gate).toBeUndefined();
    expect(match.matchedSkills).toEqual(expect.arrayContaining(['Python', 'PostgreSQL', 'Kubernetes']));
    expect(match.missingSkills).toEqual(['Terraform']);
    for (const reason of match.reasons.filter((r) => r.text.includes('skills asked for')))
      expect(reason.evidence.length).toBeGreaterThan(0);
  });
  it('tells what speaks for a posting from what speaks against it, each with two pieces of evidence at most', () => {
    const { reasons } = score(
      posting({ description: posting().description.replace('PostgreSQL,', 'PostgreSQL, Haskell,') }),
    );
    const of = (words: string) => reasons.find(({ text }) => text.startsWith(words));
    expect(of('Not shown in your profile')?.stance).toBe('against');
    expect(reasons.find(({ text }) => text.includes('skills asked for'))?.stance).toBe('for');
    expect(of('Place fits')?.stance).toBe('for');
    for (const { evidence } of reasons) {
      expect(evidence.length).toBeLessThanOrEqual(2);
      expect(new Set(evidence).size).toBe(evidence.length);
    }
  });
  it('holds a job in another country under a ceiling and names the gate', () => {
    const match = score(posting({ location: 'Toronto, Canada' }));
    expect(match.gate?.code).toBe('country');
    expect(match.score).toBeLessThanOrEqual(45);
    expect(score(posting({ location: 'Remote' })).gate).toBeUndefined();
  });
  it('gates a licence, a language, a level and another occupation', () => {
    const gate = (over: Parameters<typeof posting>[0]) => score(posting(over)).gate?.code;
    expect(
      gate({
        title: 'Registered Nurse',
        description: 'Active RN license required. Care for patients on a telemetry ward.',
      }),
    ).toBe('licence');
    expect(gate({ description: `${posting().description}\nFluent Japanese is required.` })).toBe('language');
    expect(gate({ title: 'Backend Engineering Intern' })).toBe('level');
    expect(
      gate({ title: 'Pastry Chef', description: 'Bake croissants and mind the ovens of our hotel kitchen.' }),
    ).toBe('occupation');
  });
  it('takes a hidden employer to zero', () => {
    const match = score(posting(), resume, { ...preferences, ignoredCompanies: ['ACME Inc.'] });
    expect([match.score, match.gate?.code]).toEqual([0, 'excluded']);
  });
  it('marks a thin posting as provisional and does not rate it high', () => {
    const match = score(posting({ title: 'Join us', description: 'Python. Apply now.', location: '' }));
    expect(match.provisional).toBe(true);
    expect(match.score).toBeLessThan(70);
  });
  it('gives the same integers for the same input', () => {
    const first = score(posting());
    expect(score(posting())).toEqual(first);
    for (const value of [first.score, ...Object.values(first.breakdown)])
      expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true);
  });
});

describe('what must not move a score, and what must not lower it', () => {
  it('name, gendered words, photo and contact data', () => {
    const plain = score(posting());
    for (const basics of [
      { ...resume.basics, name: 'Muhammad al-Beispiel' },
      { ...resume.basics, name: 'Miss Mary Example', email: 'x@y.zz', phone: '+1 555', image: 'https://a.b/c.png' },
    ])
      expect(score(posting(), { ...resume, basics })).toEqual(plain);
    const school = {
      ...resume,
      education: [{ institution: 'University of the Moon', studyType: 'Bachelor', area: 'Computer Science' }],
    };
    expect(score(posting(), school).score).toBe(plain.score);
  });
  it('one more skill never lowers it', () => {
    const skills = allSkills()
      .filter((s) => s.kind !== 'licence')
      .map((s) => s.name);
    fc.assert(
      fc.property(
        fc.subarray(skills, { maxLength: 6 }),
        fc.constantFrom(...skills),
        fc.constantFrom('Berlin', 'Toronto', 'Remote'),
        (have, more, location) => {
          const job = posting({ location });
          const withSkills = (names: string[]): Resume => ({ ...resume, skills: names.map((name) => ({ name })) });
          expect(score(job, withSkills([...have, more])).score).toBeGreaterThanOrEqual(
            score(job, withSkills(have)).score,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
  it('survives any posting', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: fc.string(),
          company: fc.string(),
          location: fc.string(),
          description: fc.string({ maxLength: 2000 }),
        }),
        (raw) => {
          const { score: value } = score(posting(raw));
          return Number.isInteger(value) && value >= 0 && value <= 100;
        },
      ),
      { numRuns: 50 },
    );
  });
});
