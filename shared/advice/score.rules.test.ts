import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { readingOf } from '#tests/support/reading.ts';
import { Advice, type Finding } from './advice.schema.ts';
import { ADVICE_VERSION, adviseOn, CHECKS, type FileAdvice } from './score.rules.ts';
import { type AdviceInput, subjectOf } from './subject.rules.ts';

const good: Resume = {
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

const file = { name: 'Ines-Duarte-Resume.pdf', bytes: 40_000 };
type Over = Parameters<typeof readingOf>[1] & Partial<Omit<AdviceInput, 'reading'>>;
function adviceOn(resume: Resume, over: Over = {}): FileAdvice {
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
const withPoints = (highlights: string[], endDate?: string): Resume => ({
  ...good,
  work: [{ position: 'Nurse', name: 'Clinic', startDate: '2019-01', ...(endDate && { endDate }), highlights }],
});
const found = (advice: FileAdvice, code: string): Finding | undefined => advice.findings.find((f) => f.code === code);
const expectFound = (advice: FileAdvice, code: string): Finding => {
  const finding = found(advice, code);
  expect(
    finding,
    `${code} among ${advice.findings.map((f) => f.code).join(', ')}; open: ${JSON.stringify(advice.notChecked)}`,
  ).toBeDefined();
  return finding as Finding;
};

describe('the score', () => {
  it('is made of checks worth 100 points together', () => {
    expect(CHECKS.reduce((sum, { worth }) => sum + worth, 0)).toBe(100);
    expect(new Set(CHECKS.map(({ code }) => code)).size).toBe(CHECKS.length);
  });

  it('is full for a file without fault, and finds nothing there', () => {
    const advice = adviceOn(good);
    expect(advice.findings).toEqual([]);
    expect(advice.score).toBe(100);
  });

  it('loses exactly what the findings say', () => {
    const advice = adviceOn({ ...good, basics: { name: 'Ines Duarte' } }, { facts: { columns: 2, tables: 3 } });
    const possible = advice.parts.reduce((sum, { outOf }) => sum + outOf, 0);
    const lost = advice.findings.reduce((sum, { points }) => sum + points, 0);
    expect(advice.findings.length).toBeGreaterThan(3);
    expect(advice.score).toBe(Math.round((100 * (possible - lost)) / possible));
    expect(advice.findings.map(({ points }) => points)).toEqual(
      advice.findings.map(({ points }) => points).toSorted((a, b) => b - a),
    );
  });

  it('leaves out what a language has no words for, and says so', () => {
    const advice = adviceOn(good, { language: 'pl' });
    expect(advice.notChecked).toContainEqual(
      expect.objectContaining({ code: 'content.tense', why: 'Not checked in Polish.' }),
    );
    const run = advice.parts.flatMap(({ checks }) => checks.map(({ code }) => code));
    expect(run).toContain('content.openings');
    expect(run).not.toContain('content.tense');
  });

  it('does not change with the day, only with the file', () => {
    expect(adviceOn(good)).toEqual(adviceOn(good));
  });

  it('holds for any resume: within bounds, each finding with its place and its fix', () => {
    const text = fc.string({ maxLength: 60, unit: 'grapheme' });
    const date = fc.constantFrom('2020', '2021-05', '1999-12-31', '2030-01');
    const entry = fc.record(
      {
        position: text,
        name: text,
        startDate: date,
        endDate: date,
        summary: text,
        highlights: fc.array(text, { maxLength: 6 }),
      },
      { requiredKeys: [] },
    );
    const resume = fc.record(
      {
        basics: fc.record({ name: text, email: text, phone: text, summary: text, label: text }, { requiredKeys: [] }),
        work: fc.array(entry, { maxLength: 5 }),
        skills: fc.array(fc.record({ name: text, keywords: fc.array(text, { maxLength: 5 }) }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(resume, fc.constantFrom('en', 'de', 'zh', 'hi', 'tr', 'und', 'ar'), text, (value, language, name) => {
        const advice = adviceOn(value, { language, file: { name, bytes: 1 }, extra: [name] });
        expect(advice.score).toBeGreaterThanOrEqual(0);
        expect(advice.score).toBeLessThanOrEqual(100);
        for (const finding of advice.findings) {
          expect(finding.evidence.length).toBeGreaterThan(0);
          expect(finding.fix.length).toBeGreaterThan(10);
        }
        Advice.shape.findings.parse(advice.findings);
        Advice.shape.parts.parse(advice.parts);
      }),
      { numRuns: 150 },
    );
  });

  it('carries the version that scores are compared by', () => {
    expect(ADVICE_VERSION).toBeGreaterThanOrEqual(1);
  });
});

describe('how a machine reads it', () => {
  it('shows two lines that stand side by side in different columns', () => {
    const reading = readingOf(good, { facts: { columns: 2 } });
    const lines = (reading.lines ?? []).map((line, i) =>
      i < 8 ? line : { ...line, box: [350, 40 + (i - 8) * 12, 200, 10] as [number, number, number, number] },
    );
    const advice = adviseOn(subjectOf({ reading: { ...reading, lines }, file, asOf: '2026-11-21' }));
    const { evidence } = expectFound(advice, 'machine.columns');
    expect(evidence).toHaveLength(2);
    expect(evidence[0]?.box?.[1]).toBeCloseTo(evidence[1]?.box?.[1] ?? -1);
  });

  it('says nothing of tables in a file that was not looked into', () => {
    expect(found(adviceOn(good, { facts: null }), 'machine.tables')).toBeUndefined();
    expect(adviceOn(good, { facts: null }).notChecked.map(({ code }) => code)).toContain('machine.tables');
    expectFound(adviceOn(good, { facts: { tables: 2 } }), 'machine.tables');
  });

  it.each([
    ['machine.textBoxes', { textBoxes: 1 }],
    ['machine.hidden', { hiddenCharacters: 400 }],
    ['machine.margins', { marginCharacters: 300 }],
    ['machine.icons', { fonts: ['FontAwesome5Free'] }],
    ['machine.pictures', { images: 6 }],
    ['machine.scanned', { ocrPages: [1] }],
    ['structure.font', { bodyFont: 7.5 }],
  ])('finds %s', (code, facts) => {
    expectFound(adviceOn(good, { facts }), code);
    expect(found(adviceOn(good), code)).toBeUndefined();
  });

  it('takes a name of the person in the file name, and stumbles over drafts and strangers', () => {
    expect(
      found(adviceOn(good, { file: { name: 'CV_duarte_2026.pdf', bytes: 1 } }), 'machine.fileName'),
    ).toBeUndefined();
    expectFound(adviceOn(good, { file: { name: 'resume.pdf', bytes: 1 } }), 'machine.fileName');
    expectFound(adviceOn(good, { file: { name: 'Duarte CV final (2).pdf', bytes: 1 } }), 'machine.fileName');
  });
});

describe('contact', () => {
  it('misses an address and a number, and shows where they belong', () => {
    const advice = adviceOn({ ...good, basics: { name: 'Ines Duarte', location: { city: 'Lisbon' } } });
    expect(expectFound(advice, 'contact.email').evidence[0]).toMatchObject({ page: 1, text: 'Ines Duarte' });
    expectFound(advice, 'contact.phone');
  });

  it('does not call a number missing that was seen but not understood', () => {
    const basics = { ...good.basics, phone: undefined };
    expect(found(adviceOn({ ...good, basics }, { extra: ['T: 912 345 678 901'] }), 'contact.phone')).toBeUndefined();
    expect(
      expectFound(adviceOn({ ...good, basics }, { extra: ['+351 912 *** ***'] }), 'contact.phone').title,
    ).toContain('not complete');
  });

  it('leaves birth dates alone where they are usual, and not where they are not', () => {
    const extra = ['Date of birth: 13/03/1993'];
    const at = (countryCode: string, language: string) =>
      adviceOn({ ...good, basics: { ...good.basics, location: { city: 'X', countryCode } } }, { extra, language });
    expectFound(at('GB', 'en'), 'contact.private');
    expect(found(at('DE', 'de'), 'contact.private')).toBeUndefined();
    expect(found(at('IN', 'en'), 'contact.private')).toBeUndefined();
  });

  it('remarks on a picture without a charge, and only where a photo is unusual', () => {
    const at = (countryCode: string) =>
      adviceOn({ ...good, basics: { ...good.basics, location: { city: 'X', countryCode } } }, { facts: { images: 1 } });
    expect(expectFound(at('GB'), 'contact.photo').points).toBe(0);
    expect(at('GB').score).toBe(100);
    expect(found(at('FR'), 'contact.photo')).toBeUndefined();
  });

  it('minds an address that sounds private, but no year of birth and no surname', () => {
    const mail = (email: string) => adviceOn({ ...good, basics: { ...good.basics, email } });
    expectFound(mail('ninja.gamer@mail.org'), 'contact.mailTone');
    for (const fair of ['ines.1969@mail.org', 'j.glover@mail.org', 'duarte69@mail.org'])
      expect(found(mail(fair), 'contact.mailTone'), fair).toBeUndefined();
  });

  it('takes a street for an address, but no sentence about the road', () => {
    const home = { ...good, basics: { ...good.basics, location: { city: 'Leeds', countryCode: 'GB' } } };
    expectFound(adviceOn(home, { extra: ['12 Hazel Street, Leeds'] }), 'contact.private');
    expect(found(adviceOn(home, { extra: ['15 years on the road with a band'] }), 'contact.private')).toBeUndefined();
  });

  it('sees placeholders of templates', () => {
    expectFound(adviceOn(good, { extra: ['linkedin.com/in/yourname'] }), 'contact.links');
  });
});

describe('structure', () => {
  it('allows academics their length', () => {
    const highlights = Array.from({ length: 99 }, (_, i) => `Supervised ${i} theses on rivers and lakes of the north`);
    const years = (n: number) => ({
      work: Array.from({ length: n }, () => ({ position: 'Nurse', startDate: '2019-01', highlights })),
    });
    expectFound(adviceOn({ ...good, ...years(2) }), 'structure.length');
    const professor = { ...good, work: years(2).work.map((job) => ({ ...job, position: 'Professor of Hydrology' })) };
    expect(found(adviceOn(professor), 'structure.length')).toBeUndefined();
  });

  it.each([
    ['en', 'References available upon request'],
    ['de', 'Referenzen auf Anfrage'],
    ['fr', 'Références disponibles sur demande'],
    ['es', 'Referencias disponibles a petición'],
    ['pl', 'Referencje dostępne na życzenie'],
    ['zh', '推荐人资料备索'],
  ])('finds the line about references in %s', (language, line) => {
    expectFound(adviceOn(good, { language, extra: [line] }), 'structure.references');
  });
});

describe('dates', () => {
  it('finds a gap by months, and none that years alone cannot prove', () => {
    const jobs = (first: string, second: string): Resume => ({
      ...good,
      education: [],
      work: [
        { position: 'B', name: 'Two', startDate: second, highlights: ['Did 3 things'] },
        { position: 'A', name: 'One', startDate: '2017-01', endDate: first, highlights: ['Did 3 things'] },
      ],
    });
    const gap = expectFound(adviceOn(jobs('2020-01', '2021-03')), 'dates.gaps');
    expect(gap.text).toContain('13 months');
    expect(gap.evidence.map(({ text }) => text)).toEqual(['2020-01', '2021-03']);
    expect(found(adviceOn(jobs('2020', '2021')), 'dates.gaps')).toBeUndefined();
    expect(found(adviceOn(jobs('2020-01', '2020-07')), 'dates.gaps')).toBeUndefined();
  });

  it('lets studies fill a gap, and does not guess when a job has no dates', () => {
    const work = [
      { position: 'B', name: 'Two', startDate: '2022-01' },
      { position: 'A', name: 'One', startDate: '2017-01', endDate: '2020-01' },
    ];
    const studied = { ...good, work, education: [{ institution: 'Uni', startDate: '2020-02', endDate: '2021-12' }] };
    expect(found(adviceOn(studied), 'dates.gaps')).toBeUndefined();
    const undated = { ...good, education: [], work: [...work, { position: 'C', name: 'Three' }] };
    expect(found(adviceOn(undated), 'dates.gaps')).toBeUndefined();
    expectFound(adviceOn(undated), 'dates.missing');
  });

  it('wants the latest job first', () => {
    expectFound(adviceOn({ ...good, work: good.work?.toReversed() }), 'dates.order');
  });

  it('sees impossible dates', () => {
    expectFound(adviceOn({ ...good, work: [{ position: 'A', startDate: '2029-01' }] }), 'dates.possible');
    expectFound(
      adviceOn({ ...good, work: [{ position: 'A', startDate: '2021-11', endDate: '2021-05' }] }),
      'dates.possible',
    );
  });

  it('sees two ways of writing dates, but no second way in the word May', () => {
    const written = (a: string, b: string) => {
      const reading = readingOf({ ...good, education: [] });
      const at = (path: string, text: string) => ({ [path]: (reading.spans[path] ?? []).map((s) => ({ ...s, text })) });
      return adviseOn(
        subjectOf({
          reading: {
            ...reading,
            spans: { ...reading.spans, ...at('work[0].startDate', a), ...at('work[1].startDate', b) },
          },
          file,
          asOf: '2026-11-21',
        }),
      );
    };
    expectFound(written('March 2021 – Present', '02/2018 – 02/2021'), 'dates.formats');
    expect(found(written('Mar 2021 – Present', 'May 2018 – Feb 2021'), 'dates.formats')).toBeUndefined();
    expect(found(written('Summer 2021', 'March 2018'), 'dates.formats')).toBeUndefined();
  });
});

describe('content', () => {
  it.each([
    ['en', 'Responsible for managing a ward of 12 beds'],
    ['de', 'Verantwortlich für die Pflege von 12 Patienten'],
    ['fr', 'Responsable de la prise en charge de 12 patients'],
    ['es', 'Encargada de la atención a 12 pacientes'],
    ['it', 'Responsabile della cura di 12 pazienti'],
    ['pt', 'Responsável pelo cuidado de 12 pacientes'],
    ['nl', 'Verantwoordelijk voor de zorg van 12 patiënten'],
    ['pl', 'Odpowiedzialna za opiekę nad 12 pacjentami'],
    ['sv', 'Ansvarig för vården av 12 patienter'],
    ['tr', '12 hastanın bakımından sorumluydum'],
    ['zh', '负责12张病床的护理工作'],
    ['hi', '12 मरीजों की देखभाल के लिए जिम्मेदार'],
  ])('finds an opening that is a duty in %s', (language, weak) => {
    const other = { zh: '主导重构结算系统，节省3天', hi: '3 टीमों का नेतृत्व किया' }[language] ?? 'Aaa 1 bbb ccc';
    const advice = adviceOn(withPoints([weak, other, `${other} 2`]), { language });
    expect(expectFound(advice, 'content.openings').evidence.map(({ text }) => text)).toEqual([weak]);
  });

  it("puts the deed first in the person's own words, and only where they hold one", () => {
    const points = [
      'Responsible for managing a ward of 12 beds',
      'Responsible for the budget of 3 wards',
      'Helped to move 40 patients',
      'Led 4 nurses',
    ];
    const { evidence } = expectFound(adviceOn(withPoints(points, '2025-01')), 'content.openings');
    expect(evidence.map(({ instead }) => instead)).toEqual(['“Managed a ward of 12 beds”', undefined, undefined]);
    expect(expectFound(adviceOn(withPoints(points)), 'content.openings').evidence[0]?.instead).toBeUndefined();
  });

  it('counts figures, not years, versions or ordinals', () => {
    const lacking = [
      'Moved shops to Java 17 in 2019',
      'Won the 2nd place of the region',
      'Wrote the HTML5 part of the site',
    ];
    const having = ['Cut costs by 20%', 'Saved 3 days a week', 'Served two hundred guests', '提升转化率21.7%的效果'];
    const said = expectFound(
      adviceOn(withPoints([...lacking, ...lacking.map((t) => `${t} again`), having[0] ?? ''])),
      'content.numbers',
    );
    expect(said.title).toContain('1 of 7');
    expect(found(adviceOn(withPoints([...lacking, ...having])), 'content.numbers')).toBeUndefined();
  });

  it('hears the first person, but not in roman numbers', () => {
    expectFound(adviceOn(withPoints(['I created 3 tools', 'Led 2 teams', 'Cut 4 costs'])), 'content.person');
    expect(
      found(adviceOn(withPoints(['Ran 3 phase I trials', 'Led 2 teams', 'Cut 4 costs'])), 'content.person'),
    ).toBeUndefined();
  });

  it('hears the present tense in past jobs only', () => {
    const points = ['Manage 4 nurses', 'Train 2 students', 'Write 3 plans'];
    expectFound(adviceOn(withPoints(points, '2024-05')), 'content.tense');
    expect(found(adviceOn(withPoints(points)), 'content.tense')).toBeUndefined();
    expect(
      found(adviceOn(withPoints(['Led 4 nurses', 'Set 2 rules', 'Support of 3 teams'], '2024-05')), 'content.tense'),
    ).toBeUndefined();
  });

  it('cuts a long point where it has a joint', () => {
    const long = `Planned ${'the care of many people on the ward '.repeat(3)}and wrote ${'all plans for the next week '.repeat(5)}`;
    const { evidence } = expectFound(adviceOn(withPoints([long, 'Led 4 nurses', 'Set 2 rules'])), 'content.long');
    expect(evidence[0]?.instead).toMatch(/^“Planned .*” and “wrote /);
  });

  it('wants tools to be shown where they were used', () => {
    const skills = ['Python', 'PostgreSQL', 'Kubernetes', 'Terraform', 'Airflow', 'Redis'].map((name) => ({ name }));
    const unproved = expectFound(
      adviceOn({ ...withPoints(['Led 4 nurses', 'Set 2 rules', 'Cut 3 costs', 'Ran 2 wards']), skills }),
      'content.proved',
    );
    expect(unproved.evidence).toHaveLength(6);
    expect(found(adviceOn({ ...good, skills }), 'content.proved')).toBeUndefined();
  });

  it('reads a resume that only says titles as one that says nothing', () => {
    expectFound(
      adviceOn({ ...good, work: [{ position: 'Nurse', name: 'Clinic', startDate: '2020-01' }] }),
      'content.described',
    );
  });
});
