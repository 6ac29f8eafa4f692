import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { applicantAnswers, applicantResume } from '#tests/support/applicant.ts';
import { aField } from '#tests/support/form-field.ts';
import { answer } from './answer.rules.ts';
import type { Case } from './control.rules.ts';
import { countWords, fitLines } from './cut.rules.ts';
import { addersFor, sectionOfAction } from './entries.rules.ts';
import type { FormAction, FormField } from './form.schema.ts';

const resume: Resume = {
  ...applicantResume,
  work: [
    {
      name: 'Brightwood Labs',
      position: 'Data Engineer',
      location: 'Salem, OR',
      startDate: '2016-06',
      endDate: '2021-02',
    },
    {
      name: 'Tidewater Analytics',
      position: 'Senior Data Engineer',
      startDate: '2021-03',
      summary: 'Leads the platform team.',
      highlights: ['• Moved 40 pipelines to Kafka.', 'Cut costs by a third.'],
    },
  ],
};

const answerTo = (field: FormField, key: string, row?: number, change: Partial<Resume> = {}) => {
  const one: Case = {
    field,
    meaning: { ref: field.ref, frame: 0, field: key, confidence: 1, reason: '', ...(row === undefined ? {} : { row }) },
    input: {
      fields: [field],
      resume: { ...resume, ...change },
      answers: applicantAnswers,
      documents: [],
      origin: 'https://x',
    },
    hasDialCode: false,
  };
  const outcome = answer(one);
  return 'outcome' in outcome ? outcome.outcome : outcome.value;
};

describe('a row holds one entry, the latest first', () => {
  it('gives dates in the row’s parts', () => {
    expect(answerTo(aField('From', { placeholder: 'MM/YYYY' }), 'workStart', 0)).toBe('03/2021');
    expect(answerTo(aField('From', { placeholder: 'MM/YYYY' }), 'workStart', 1)).toBe('06/2016');
    expect(answerTo(aField('To', { placeholder: 'MM/YYYY' }), 'workEnd', 1)).toBe('02/2021');
    const month = aField('Start month', {
      kind: 'select',
      options: [
        'Month',
        ...'January February March April May June July August September October November December'.split(' '),
      ],
    });
    expect(answerTo(month, 'workStart', 0)).toBe('March');
    expect(answerTo(aField('Year', { placeholder: 'YYYY' }), 'workStart', 1)).toBe('2016');
    expect(answerTo(aField('From', { kind: 'date', type: 'date' }), 'workStart', 0)).toBe('needs_you');
  });

  it('a job that lasts has no end, and says so where it can', () => {
    expect(answerTo(aField('To', { placeholder: 'MM/YYYY' }), 'workEnd', 0)).toBe('skipped');
    expect(answerTo(aField('I currently work here', { kind: 'checkbox' }), 'workCurrent', 0)).toBe('checked');
    expect(answerTo(aField('I currently work here', { kind: 'checkbox' }), 'workCurrent', 1)).toBe('skipped');
    expect(answerTo(aField('Still there?', { kind: 'radio', options: ['Yes', 'No'] }), 'workCurrent', 1)).toBe('No');
    expect(answerTo(aField('Still there?', { kind: 'checkbox' }), 'workCurrent', 0, { work: [{ name: 'X' }] })).toBe(
      'needs_you',
    );
  });

  it('describes the work in whole lines, as many as fit', () => {
    const box = (maxLength?: number) =>
      aField('Description', { kind: 'textarea', ...(maxLength ? { maxLength } : {}) });
    expect(answerTo(box(), 'workSummary', 0)).toBe(
      'Leads the platform team.\nMoved 40 pipelines to Kafka.\nCut costs by a third.',
    );
    expect(answerTo(box(60), 'workSummary', 0)).toBe('Leads the platform team.\nMoved 40 pipelines to Kafka.');
    expect(answerTo(box(10), 'workSummary', 0)).toBe('needs_you');
    expect(answerTo(box(), 'workSummary', 1)).toBe('skipped');
  });

  it('rows beyond the profile stay empty without nagging', () => {
    expect(answerTo(aField('Company'), 'currentCompany', 2)).toBe('skipped');
    expect(answerTo(aField('From'), 'workStart', 5)).toBe('skipped');
    expect(answerTo(aField('School'), 'school', 1)).toBe('skipped');
    expect(answerTo(aField('School'), 'school', 0, { education: [] })).toBe('needs_you');
  });

  it('text is never cut inside a word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ mode: 'sentences', maxCount: 4 }), { minLength: 1 }),
        fc.nat(300),
        fc.nat(40),
        (lines, characters, words) => {
          const text = fitLines(lines, { characters, words });
          if (text === undefined) return;
          expect(text.length).toBeLessThanOrEqual(characters);
          expect(countWords(text)).toBeLessThanOrEqual(words);
          const rest = lines.join('\n').slice(text.length);
          expect(lines.join('\n').startsWith(text)).toBe(true);
          expect(rest).toMatch(/^(?:\s|$)/);
        },
      ),
    );
  });
});

describe('one more row is asked for only when the profile has one more entry', () => {
  const add = (label: string, section = '', ref = label): FormAction => ({
    ref,
    frame: 0,
    kind: 'addRow',
    label,
    section,
    form: 'page',
  });
  const company = (row: number): [FormField, number] => [aField('Company'), row];
  const planned = (rows: [FormField, number][], isFilled = true) => ({
    person: { resume, answers: applicantAnswers },
    fields: rows.map(([field]) => field),
    classified: rows.map(([field, row]) => ({
      ref: field.ref,
      frame: 0,
      field: 'currentCompany',
      confidence: 1,
      reason: '',
      row,
    })),
    steps: isFilled
      ? rows.map(([field]) => ({
          ref: field.ref,
          frame: 0,
          label: '',
          action: 'text' as const,
          value: 'x',
          source: 'y',
        }))
      : [],
    report: [],
  });

  it('while there are fewer rows than entries, all of them filled', () => {
    const another = add('Add another', 'Work Experience');
    expect(addersFor([another], planned([company(0)]))).toEqual([another]);
    expect(addersFor([another], planned([company(0), company(1)]))).toEqual([]);
    expect(addersFor([another], planned([company(0)], false))).toEqual([]);
    expect(addersFor([another, add('Add employment')], planned([]))).toEqual([another]);
    expect(addersFor([{ ...another, kind: 'next' }], planned([company(0)]))).toEqual([]);
  });

  it.each([
    ['Add work experience', 'work'],
    ['Add another', 'work', 'Employment history'],
    ['Berufserfahrung hinzufügen', 'work'],
    ['Ausbildung hinzufügen', 'education'],
    ['Ajouter une expérience', 'work'],
    ['Ajouter une formation', 'education'],
    ['Añadir experiencia', 'work'],
    ['Añadir educación', 'education'],
    ['Adicionar experiência', 'work'],
    ['Adicionar formação', 'education'],
    ['Aggiungi esperienza', 'work'],
    ['Aggiungi istruzione', 'education'],
    ['Werkervaring toevoegen', 'work'],
    ['Opleiding toevoegen', 'education'],
    ['Dodaj doświadczenie', 'work'],
    ['Dodaj wykształcenie', 'education'],
    ['Lägg till arbetslivserfarenhet', 'work'],
    ['Lägg till utbildning', 'education'],
    ['Tilføj erhvervserfaring', 'work'],
    ['Tilføj uddannelse', 'education'],
    ['Deneyim ekle', 'work'],
    ['Eğitim ekle', 'education'],
    ['Přidat praxi', 'work'],
    ['Přidat zaměstnání', 'work'],
    ['Přidat vzdělání', 'education'],
    ['Add another', undefined, 'Certifications'],
    ['Add language', undefined, 'Education'],
    ['Add', undefined, 'Work and education'],
    ['Add a website', undefined],
  ])('%s is for %s', (label, section, heading = '') => {
    expect(sectionOfAction({ label, section: heading ?? '' })).toBe(section);
  });
});
