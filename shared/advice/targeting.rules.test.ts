import { describe, expect, it } from 'vitest';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { readingOf } from '#tests/support/reading.ts';
import { subjectOf } from './subject.rules.ts';
import { type Demand, targetingOf } from './targeting.rules.ts';

const resume: Resume = {
  basics: { name: 'Ines Duarte', label: 'Data Engineer', summary: 'Six years with Linux.' },
  work: [
    {
      position: 'Data Engineer',
      name: 'Carris',
      highlights: ['Ran 12 services on K8s', 'Tuned PostgreSQL for 900 buses'],
    },
  ],
  skills: [{ name: 'Terraform' }],
};
const demand = (over: Partial<Demand> = {}): Demand => ({
  titles: ['Data Engineer'],
  postings: 48,
  skills: [
    { skill: 'Kubernetes', count: 40 },
    { skill: 'Python', count: 31 },
    { skill: 'SQL', count: 30 },
    { skill: 'Terraform', count: 20 },
    { skill: 'Communication', count: 18 },
    { skill: 'COBOL', count: 1 },
  ],
  ...over,
});
const compare = (over: Partial<Demand> = {}, held: Resume = resume) =>
  targetingOf(
    subjectOf({ reading: readingOf(held), file: { name: 'a.pdf', bytes: 1 }, asOf: '2026-11-21' }),
    demand(over),
  );

describe('what postings ask', () => {
  it('counts each skill and says where the file shows it, by which name', () => {
    const { wanted } = compare();
    expect(wanted.asked).toEqual([
      { skill: 'Kubernetes', count: 40, shown: true, proved: true, where: 'work[0].highlights[0]', as: 'K8s' },
      { skill: 'Python', count: 31, shown: false, proved: false },
      { skill: 'SQL', count: 30, shown: true, proved: true, where: 'work[0].highlights[1]', impliedBy: 'PostgreSQL' },
      { skill: 'Terraform', count: 20, shown: true, proved: false, where: 'skills[0].name' },
    ]);
  });

  it('never costs points, and never advises to claim what is missing', () => {
    const { findings } = compare();
    expect(findings.map(({ code }) => code)).toEqual([
      'targeting.missing',
      'targeting.listedOnly',
      'targeting.otherName',
    ]);
    expect(findings.every(({ points }) => points === 0)).toBe(true);
    expect(findings[0]).toMatchObject({ severity: 'high', evidence: [{ text: 'Python: 31 of 48 postings' }] });
    expect(findings[0]?.fix).toMatch(/Where you have used/);
  });

  it('gives no list where there are too few postings to speak of', () => {
    expect(compare({ postings: 3 })).toEqual({
      wanted: { titles: ['Data Engineer'], postings: 3, asked: [] },
      findings: [],
    });
    expect(compare({ postings: 0, skills: [] }).findings).toEqual([]);
  });

  it('says when the wanted title stands nowhere', () => {
    expect(compare({ titles: ['Tax Adviser'] }).findings.map(({ code }) => code)).toContain('targeting.title');
    expect(compare().findings.map(({ code }) => code)).not.toContain('targeting.title');
  });
});
