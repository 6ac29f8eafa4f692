import { describe, expect, it } from 'vitest';
import { applicantAnswers, applicantDocuments, applicantResume } from '#tests/support/applicant.ts';
import { aField, anApplication } from '#tests/support/form-field.ts';
import type { FormField } from './form.schema.ts';
import { latestFirst, splitName } from './person.rules.ts';
import { countriesIn, countriesOfLocation, countryCode } from './places.rules.ts';
import { type PlanInput, planFill } from './plan.rules.ts';
import { countReport, joinReports } from './report.rules.ts';

const planFor = (field: FormField, change: Partial<PlanInput> = {}) => {
  const plan = planFill({
    fields: [...anApplication(), field],
    resume: applicantResume,
    answers: applicantAnswers,
    documents: applicantDocuments,
    origin: 'https://jobs.example',
    ...change,
  });
  return {
    step: plan.steps.find((step) => step.ref === field.ref),
    line: plan.report.find((line) => line.ref === field.ref),
    plan,
  };
};
const yesNo = (label: string): FormField => aField(label, { kind: 'radio', options: ['Yes', 'No'] });

describe('legal questions are answered from explicit statements, in any polarity', () => {
  it.each([
    ['Are you legally authorized to work in the United States?', 'Yes'],
    ['Will you now or in the future require sponsorship to work in the US?', 'No'],
    ['Can you work in the United States without sponsorship?', 'Yes'],
    ['Do you require a visa to work in the United States?', 'No'],
    ['Are you authorized to work in Canada?', 'No'],
    ['Will you require visa sponsorship in Canada?', 'Yes'],
    ['Can you work in Canada without sponsorship?', 'No'],
  ])('%s → %s', (question, said) => {
    expect(planFor(yesNo(question)).step?.value).toBe(said);
  });

  it('without a country in the question it is the job’s, and without one it is the person’s to answer', () => {
    const question = yesNo('Will you now or in the future require sponsorship for employment visa status?');
    expect(planFor(question).line?.outcome).toBe('needs_you');
    expect(planFor(question, { job: { country: 'CA' } }).step?.value).toBe('Yes');
    expect(planFor(question, { job: { location: 'Austin, TX' } }).step?.value).toBe('No');
    expect(planFor(question, { job: { location: 'Sunnyvale, CA' } }).line?.outcome).toBe('needs_you');
  });

  it('the page’s other question about the right to work names the country for both', () => {
    const sponsorship = yesNo('Will you require sponsorship for this role?');
    const fields = (...labels: string[]) => [...anApplication(), ...labels.map(yesNo), sponsorship];
    const one = fields('Are you authorized to work in Canada?');
    expect(planFor(sponsorship, { fields: one }).step?.value).toBe('Yes');
    const two = fields('Are you authorized to work in Canada?', 'Are you authorized to work in the US?');
    expect(planFor(sponsorship, { fields: two }).line?.outcome).toBe('needs_you');
    const elsewhere = { fields: one, job: { location: 'Austin, TX' } };
    expect(planFor(sponsorship, elsewhere).step?.value).toBe('No');
  });

  it('a country the person said nothing about is not guessed', () => {
    expect(planFor(yesNo('Are you authorized to work in Singapore?')).line?.outcome).toBe('needs_you');
  });
});

describe('an offered answer', () => {
  it('the keys some pages draw before answers are no part of them', () => {
    const keyed = aField('Do you need sponsorship to work in the US?', { kind: 'radio', options: ['A Yes', 'B No'] });
    expect(planFor(keyed).step).toMatchObject({ value: 'No', options: [`${keyed.ref}.o1`] });
  });

  it('a degree is found by its level when no option names it, unless the option says more', () => {
    const degree = (options: string[]) => planFor(aField('Degree', { kind: 'select', options })).step?.value;
    expect(degree(['Ensino médio', 'Graduação (bacharelado)', 'Mestrado'])).toBe('Graduação (bacharelado)');
    expect(degree(['Some bachelor coursework', 'Master'])).toBeUndefined();
    expect(degree(['Bachelor or higher', 'High school'])).toBeUndefined();
  });
});

describe('what is left alone', () => {
  it('equal-opportunity questions without the person’s opt-in', () => {
    const gender = aField('Gender', { kind: 'select', options: ['Select', 'Male', 'Female'] });
    expect(planFor(gender).step?.value).toBe('Female');
    expect(
      planFor(gender, { answers: { ...applicantAnswers, eeo: { fill: false, gender: 'Female' } } }).line?.outcome,
    ).toBe('needs_you');
    expect(planFor(gender, { answers: { eeo: { fill: true } } }).line?.outcome).toBe('needs_you');
  });

  it('what the person typed, but not the page’s own untouched default', () => {
    expect(planFor(aField('City', { value: 'Salem' })).line?.outcome).toBe('already');
    const country = aField('Country', {
      kind: 'select',
      options: ['Germany', 'United States'],
      value: 'Germany',
      pristine: true,
    });
    expect(planFor(country).step).toMatchObject({ value: 'United States', replaces: 'Germany' });
    expect(planFor(aField('Country', { value: 'USA' })).line).toMatchObject({
      outcome: 'already',
      source: 'answers.address.country',
    });
    expect(planFor(aField('Why us?', { value: 'Because' })).line).toMatchObject({ outcome: 'already' });
    const typed = aField('City', { value: 'Salem' });
    expect(planFor(typed, { overwrite: [typed.ref] }).step).toMatchObject({ value: 'Portland', replaces: 'Salem' });
  });

  it('consent, even when a saved answer has the same words', () => {
    const consent = aField('I agree to the terms', { kind: 'checkbox' });
    const answers = { ...applicantAnswers, custom: [{ question: 'I agree to the terms', answer: 'yes' }] };
    expect(planFor(consent, { answers }).step).toBeUndefined();
  });

  it('no field of an empty profile is ever written', () => {
    const labels = [
      'Phone',
      'City',
      'Gender',
      'Are you authorized to work in the US?',
      'Desired salary',
      'Cover letter',
      'LinkedIn',
    ];
    const plan = planFill({
      fields: [...anApplication(), ...labels.map((label) => aField(label))],
      resume: {},
      answers: {},
      documents: [],
      origin: 'https://jobs.example',
    });
    expect(plan.steps).toEqual([]);
    expect(plan.report).toHaveLength(anApplication().length + labels.length);
  });
});

describe('values in the form’s own spelling', () => {
  it('salary only where currency and period cannot be mistaken', () => {
    expect(planFor(aField('Salary expectation (EUR per year)')).line?.outcome).toBe('needs_you');
    expect(planFor(aField('Desired hourly salary')).line?.outcome).toBe('needs_you');
    expect(planFor(aField('Desired salary', { type: 'number' })).step?.value).toBe('165000');
    expect(planFor(aField('Desired salary')).step?.value).toBe('165000 USD per year');
  });

  it('dates follow the box', () => {
    expect(planFor(aField('Start date', { placeholder: 'MM/DD/YYYY' })).step?.value).toBe('02/01/2027');
    expect(planFor(aField('Start date', { placeholder: 'TT.MM.JJJJ' })).step?.value).toBe('01.02.2027');
    expect(planFor(aField('Start date', { kind: 'date', type: 'date' })).step?.value).toBe('2027-02-01');
    expect(
      planFor(aField('Start date', { kind: 'date', type: 'date' }), { answers: { startDate: 'immediately' } }).line
        ?.outcome,
    ).toBe('needs_you');
  });

  it('a phone is national beside its dial code and international without', () => {
    expect(planFor(aField('Phone')).step?.value).toBe('+1 415 555 2671');
    const code = aField('Country code', { kind: 'select', options: ['Germany (+49)', 'United States (+1)'] });
    const phone = aField('Phone number');
    const plan = planFill({
      fields: [...anApplication(), code, phone],
      resume: applicantResume,
      answers: applicantAnswers,
      documents: [],
      origin: 'https://jobs.example',
    });
    expect(plan.steps.slice(-2).map((step) => step.value)).toEqual(['United States (+1)', '4155552671']);
  });

  it('saved answers go to the same question, not to one with another number or a negation', () => {
    const answers = { custom: [{ question: 'Do you have 5 years of experience with Kafka?', answer: 'Yes' }] };
    expect(planFor(yesNo('Do you have 5 years of experience with Kafka?'), { answers }).step?.value).toBe('Yes');
    expect(planFor(yesNo('Do you have 7 years of experience with Kafka?'), { answers }).step).toBeUndefined();
    expect(planFor(yesNo('Do you have no experience with Kafka in 5 years?'), { answers }).step).toBeUndefined();
  });

  it('resume and cover letter never swap, and a file the site does not take is not offered', () => {
    const letter = aField('Cover letter', { kind: 'file', type: 'file' });
    expect(planFor(letter).step?.value).toBe('doc_letter');
    expect(planFor(letter, { documents: applicantDocuments.slice(0, 1) }).line?.outcome).toBe('needs_you');
    expect(planFor(aField('Cover letter', { kind: 'file', accept: '.docx' })).line?.outcome).toBe('needs_you');
  });
});

describe('what the person decided about whole parts', () => {
  it('a part kept for oneself is left, and said so', () => {
    const kept = planFor(aField('Phone'), { groups: ['documents'] });
    expect(kept.step).toBeUndefined();
    expect(kept.line).toMatchObject({ outcome: 'skipped', reason: 'You keep this part for yourself', field: 'phone' });
    expect(kept.plan.steps.map((step) => step.field)).toEqual(['resumeFile']);
  });

  it('a draft is marked for review, a plain value is not', () => {
    const question = aField('Describe your experience with Kafka.', { kind: 'textarea' });
    const resume = { ...applicantResume, work: [{ highlights: ['Moved the platform to Kafka with a team of five'] }] };
    expect(planFor(question, { resume }).step).toMatchObject({
      field: 'freeQuestion',
      source: 'work[0].highlights[0]',
      review: expect.stringContaining('draft'),
    });
    expect(planFor(question, { resume, drafts: false }).line?.outcome).toBe('needs_you');
    expect(planFor(aField('Phone')).step?.review).toBeUndefined();
  });

  it('a list of boxes takes every part of a saved answer, or none', () => {
    const boxes = aField('Which shifts can you work?', {
      kind: 'checkboxGroup',
      options: ['Days', 'Nights', 'Weekends'],
    });
    const saved = (answer: string) => ({ answers: { custom: [{ question: 'Which shifts can you work?', answer }] } });
    expect(planFor(boxes, saved('Days, Weekends')).step?.options).toEqual([`${boxes.ref}.o0`, `${boxes.ref}.o2`]);
    expect(planFor(boxes, saved('Days, Evenings')).line?.outcome).toBe('needs_you');
  });

  it('the family name comes first where the box says so', () => {
    expect(planFor(aField('Full name', { placeholder: 'Last name, First name' })).step?.value).toBe('Lindqvist, Nora');
  });
});

describe('people and places', () => {
  it('names split with their particles; one word is no first and last name', () => {
    expect(splitName('Vincent van Gogh')).toEqual({ first: 'Vincent', last: 'van Gogh' });
    expect(splitName('Mary Jane Watson')).toEqual({ first: 'Mary', last: 'Watson' });
    expect(splitName('Plato')).toBeUndefined();
    expect(planFor(aField('Middle Initial')).step?.value).toBe('I');
    expect(planFor(aField('Middle name')).step?.value).toBe('Ingrid');
  });

  it('the latest job comes first, one that lasts before all', () => {
    expect(
      latestFirst([
        { startDate: '2010', endDate: '2012' },
        { startDate: '2015' },
        { startDate: '2012', endDate: '2019-05' },
      ]).map(({ index }) => index),
    ).toEqual([1, 2, 0]);
  });

  it('countries are known by code and by name in many languages', () => {
    expect(['US', 'Deutschland', 'États-Unis', 'Niemcy', 'UK', 'United States (+1)'].map(countryCode)).toEqual([
      'US',
      'DE',
      'US',
      'DE',
      'GB',
      'US',
    ]);
    expect(countriesIn('tell us about work in Germany')).toEqual(['DE']);
    expect(countriesIn('Are you authorized to work in the US?')).toEqual(['US']);
    expect(countriesOfLocation('Austin, TX')).toEqual(['US']);
    expect(countriesOfLocation('Dover, DE')).toEqual(['US', 'DE']);
  });
});

describe('the report', () => {
  it('counts verified questions out of those a person sees', () => {
    const line = (ref: string, outcome: 'filled' | 'skipped' | 'needs_you') => ({
      ref,
      frame: 0,
      label: ref,
      outcome,
      reason: 'x',
    });
    const joined = joinReports(
      [line('a', 'needs_you'), line('b', 'skipped'), line('c', 'needs_you')],
      [line('c', 'filled')],
    );
    expect(countReport(joined)).toEqual({ filled: 1, found: 2 });
    const right = { ...line('d', 'needs_you'), outcome: 'already' as const, source: 'basics.email' };
    const theirs = { ...line('e', 'needs_you'), outcome: 'already' as const };
    expect(countReport([right, theirs])).toEqual({ filled: 1, found: 2 });
  });
});
