/** Advice on resumes of an invented person, for tests of its checks. */
import { expect } from 'vitest';
import type { Finding } from '#shared/advice/advice.schema.ts';
import { adviseOn, type FileAdvice } from '#shared/advice/score.rules.ts';
import { type AdviceInput, subjectOf } from '#shared/advice/subject.rules.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { readingOf } from './reading.ts';

export const good: Resume = {
  basics: {
    name: 'Ines Duarte',
    label: 'Data Engineer',
    email: 'ines.duarte@example-mail.org',
    phone: '+351 912 345 678',
    summary: 'Data engineer for public transport, six years with Python and Airflow.',
    location: { city: 'Lisbon', countryCode: 'PT' },
  },
  work: [
    {
      position: 'Data Engineer',
      name: 'Carris',
      startDate: '2021-03',
      highlights: [
        'Built pipelines in Python for the position data of 900 vehicles, from the depots to the boards at the stops, with checks that tell the control room within a minute when a vehicle falls silent',
        'Cut the nightly load from 5 hours to 40 minutes with Airflow',
        'Trained 6 colleagues in PostgreSQL so that planners write their own queries on delays, transfers and full vehicles, and no longer wait a week for a report from us',
      ],
    },
    {
      position: 'Analyst',
      name: 'Metro',
      startDate: '2018-02',
      endDate: '2021-02',
      highlights: [
        'Reported 12 figures a week to the board, with the two that had changed most on top and a line on why they had',
        'Wrote Terraform modules that 3 teams use for their test stands instead of asking the operations desk',
      ],
    },
  ],
  education: [{ institution: 'IST', studyType: 'MSc', endDate: '2018-01', startDate: '2016-01' }],
  skills: [{ name: 'Python' }, { name: 'Airflow' }, { name: 'PostgreSQL' }, { name: 'Terraform' }],
};

export const file = { name: 'Ines-Duarte-Resume.pdf', bytes: 40_000 };
type Over = Parameters<typeof readingOf>[1] & Partial<Omit<AdviceInput, 'reading'>>;
export function adviceOn(resume: Resume, over: Over = {}): FileAdvice {
  const { file: named, asOf, country, ...reading } = over;
  return adviseOn(
    subjectOf({
      reading: readingOf(resume, reading),
      file: named ?? file,
      asOf: asOf ?? '2026-11-21',
      ...(country !== undefined && { country }),
    }),
  );
}
export const withPoints = (highlights: string[], endDate?: string): Resume => ({
  ...good,
  work: [{ position: 'Nurse', name: 'Clinic', startDate: '2019-01', ...(endDate && { endDate }), highlights }],
});
export const found = (advice: FileAdvice, code: string): Finding | undefined =>
  advice.findings.find((f) => f.code === code);
export const expectFound = (advice: FileAdvice, code: string): Finding => {
  const finding = found(advice, code);
  expect(
    finding,
    `${code} among ${advice.findings.map((f) => f.code).join(', ')}; open: ${JSON.stringify(advice.notChecked)}`,
  ).toBeDefined();
  return finding as Finding;
};
