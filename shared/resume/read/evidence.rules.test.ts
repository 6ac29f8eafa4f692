import { describe, expect, it } from 'vitest';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { readResume } from '../resume.extract.ts';
import type { Span } from '../resume.schema.ts';
import { placedSpans } from './boxes.rules.ts';
import { skillsShown } from './evidence.rules.ts';

const asOf = '2026-11-21';
const shown = (resume: Resume) => skillsShown({ resume, spans: {}, asOf });
const skill = (resume: Resume, name: string) => shown(resume).find((s) => s.name === name);
const said = (text: string) => shown({ work: [{ name: 'Brightwater Ltd', highlights: [text] }] }).map((s) => s.name);

describe('the skills a resume shows', () => {
  it('keeps listed and mentioned apart, under canonical names', () => {
    const resume: Resume = {
      skills: [{ name: 'Sprachen', keywords: ['Postgres', 'K8s'] }, { name: 'Buchhaltung' }],
      work: [{ position: 'Entwickler', highlights: ['Migrated reports to ReactJS', 'Tuned PostgreSQL'] }],
    };
    expect(shown(resume).map(({ name, listed, paths }) => ({ name, listed, paths }))).toEqual([
      { name: 'PostgreSQL', listed: true, paths: ['skills[0].keywords[0]', 'work[0].highlights[1]'] },
      { name: 'Kubernetes', listed: true, paths: ['skills[0].keywords[1]'] },
      { name: 'Accounting', listed: true, paths: ['skills[1].name'] },
      { name: 'React', listed: false, paths: ['work[0].highlights[0]'] },
    ]);
  });

  it('counts years once where entries overlap, and open ones until the day given', () => {
    const resume: Resume = {
      skills: [{ name: 'Python' }],
      work: [
        { startDate: '2024-01', highlights: ['Python services'] },
        { startDate: '2020-01', endDate: '2021-12', highlights: ['Python and Java'] },
      ],
      projects: [{ name: 'Python bindings', startDate: '2021-07', endDate: '2022-06' }],
    };
    expect(skill(resume, 'Python')).toMatchObject({ years: 5.4, lastUsed: 'present', listed: true });
    expect(skill(resume, 'Java')).toMatchObject({ years: 2, lastUsed: '2021-12', listed: false });
  });

  it('takes a year alone for its middle', () => {
    const used = (startDate: string, endDate: string) =>
      skill({ work: [{ startDate, endDate, summary: 'Taught with Python' }] }, 'Python')?.years;
    expect([used('2018', '2020'), used('2019', '2019'), used('2018', '2019-06')]).toEqual([2, 0.5, 1]);
  });

  it('gives no years without dates, and without the day nothing lasts', () => {
    expect(skill({ work: [{ summary: 'Python' }] }, 'Python')).toEqual({
      name: 'Python',
      listed: false,
      paths: ['work[0].summary'],
      spans: [],
    });
    const open = skillsShown({ resume: { work: [{ startDate: '2020-01', summary: 'Python' }] }, spans: {} });
    expect(open[0]).toMatchObject({ lastUsed: 'present' });
    expect(open[0]).not.toHaveProperty('years');
  });

  it('counts no day to come', () => {
    const resume: Resume = { work: [{ startDate: '2026-01', endDate: '2030-12', summary: 'Python' }] };
    expect(skill(resume, 'Python')?.years).toBe(0.9);
  });

  it.each([
    ['No experience with Kubernetes or Terraform', []],
    ['No experience with Kubernetes, but daily work in Python', ['Python']],
    ['I have never used Kubernetes. Wrote Python.', ['Python']],
    ['Keine Erfahrung mit Kubernetes, aber viel Python', ['Python']],
    ['Aucune expérience de Kubernetes', []],
    ['Sin experiencia en Kubernetes', []],
    ['Sem experiência com Kubernetes', []],
    ['Senza esperienza con Kubernetes', []],
    ['Geen ervaring met Kubernetes', []],
    ['Brak doświadczenia z Kubernetes', []],
    ['Ingen erfarenhet av Kubernetes', []],
    ['Kubernetes deneyimim yok', []],
    ['没有Kubernetes经验', []],
  ] as const)('does not count what is denied: %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    'Eager to learn Kubernetes',
    'Currently learning Kubernetes',
    'Kubernetes (learning)',
    'Learning Kubernetes',
    'Ich möchte Kubernetes lernen',
    "J'apprends Kubernetes",
    'Quiero aprender Kubernetes',
    'Quero aprender Kubernetes',
    'Sto imparando Kubernetes',
    'Chcę nauczyć się Kubernetes',
    'Vill lära mig Kubernetes',
    'Kubernetes öğreniyorum',
    '正在学习Kubernetes',
  ])('does not count what is wished for: %s', (text) => {
    expect(said(text)).toEqual([]);
    expect(shown({ skills: [{ name: text }] })).toEqual([]);
  });

  it('does not take machine learning or a course system for a wish', () => {
    expect(said('Machine learning with Python')).toEqual(['Machine learning', 'Python']);
    expect(said('Python, maschinelles Lernen')).toEqual(['Python', 'Machine learning']);
    expect(said('Ran without downtime on Kubernetes')).toEqual(['Kubernetes']);
  });

  it('does not count the names of firms that are also products', () => {
    expect(said('Worked at Salesforce on Python')).toEqual(['Python']);
    expect(said('Interned for Databricks')).toEqual([]);
    expect(said('Proficient at Salesforce')).toEqual(['Salesforce']);
    const atMaker: Resume = { work: [{ name: 'Figma, Inc.', highlights: ['Grew Figma to 3 markets with Tableau'] }] };
    expect(shown(atMaker).map((s) => s.name)).toEqual(['Tableau']);
  });

  it("leaves out employers, schools, hobbies, referees' words and spoken languages", () => {
    const resume: Resume = {
      work: [{ name: 'Accounting Solutions Ltd' }],
      education: [{ institution: 'School of Nursing' }],
      interests: [{ name: 'Photography' }],
      references: [{ reference: 'Excellent at Python' }],
      skills: [{ name: 'English' }],
    };
    expect(shown(resume)).toEqual([]);
  });
});

describe('a file that already says what is what', () => {
  it('shows its skills too, with years but without places', async () => {
    const bytes = new TextEncoder().encode(
      JSON.stringify({
        basics: { name: 'Ada Lovelace' },
        work: [{ name: 'Engine Works', position: 'Analyst', startDate: '2024-12', highlights: ['Reports in Tableau'] }],
        skills: [{ name: 'BI', keywords: ['tableau', 'Excel'] }],
      }),
    );
    const { skills } = await readResume({ bytes, fileName: 'ada.json', asOf });
    expect(skills).toContainEqual({
      name: 'Tableau',
      listed: true,
      paths: ['skills[0].keywords[0]', 'work[0].highlights[0]'],
      spans: [],
      years: 2,
      lastUsed: 'present',
    });
  });
});

describe('the place of a skill', () => {
  const line: Span = { page: 2, box: [100, 50, 200, 10], text: 'Python, Kubernetes' };
  const resume: Resume = { skills: [{ name: 'Python' }, { name: 'Kubernetes' }] };
  const spans = {
    'skills[0].name': [{ ...line, text: 'Python' }],
    'skills[1].name': [{ ...line, text: 'Kubernetes' }],
  };

  it('is exact where the words are pieces of their own', () => {
    const texts = [
      { text: 'Python,', page: 2, x: 100, y: 50, width: 70, height: 10 },
      { text: 'Kuber', page: 2, x: 180, y: 50, width: 60, height: 10 },
      { text: 'netes', page: 2, x: 240, y: 50, width: 60, height: 10 },
    ];
    const kubernetes = skillsShown({ resume, spans, texts }).find((s) => s.name === 'Kubernetes');
    expect(kubernetes?.spans).toEqual([{ page: 2, box: [180, 50, 120, 10], text: 'Kubernetes' }]);
  });

  it('is a part of the line where only the line has a place', () => {
    const [python, kubernetes] = skillsShown({ resume, spans, texts: placedSpans([line]) }).map((s) => s.spans[0]?.box);
    expect(python?.[0]).toBe(100);
    expect((python?.[0] ?? 0) + (python?.[2] ?? 0)).toBeLessThan(kubernetes?.[0] ?? 0);
    expect((kubernetes?.[0] ?? 0) + (kubernetes?.[2] ?? 0)).toBeCloseTo(300, 0);
  });

  it('is the line in which the words begin where they go on in the next, and nowhere where no line holds them', () => {
    const at = (y: number, text: string): Span => ({ page: 1, box: [0, y, 100, 10], text });
    const place = (...texts: string[]) =>
      skillsShown({
        resume: { work: [{ highlights: ['Led the project management office'] }] },
        spans: { 'work[0].highlights[0]': texts.map((text, i) => at(i * 12, text)) },
      })[0]?.spans;
    expect(place('Led the proj-', 'ect management', 'office')).toEqual([at(0, 'Led the proj-')]);
    expect(place('Led the', 'office')).toEqual([]);
  });

  it('is the whole line where the pieces do not tell, and none where the field has none', () => {
    expect(skillsShown({ resume, spans }).map((s) => s.spans)).toEqual([
      [{ ...line, text: 'Python' }],
      [{ ...line, text: 'Kubernetes' }],
    ]);
    expect(shown(resume).map((s) => s.spans)).toEqual([[], []]);
  });
});
