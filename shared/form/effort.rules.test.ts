import { describe, expect, it } from 'vitest';
import { applicantAnswers, applicantDocuments, applicantResume } from '#tests/support/applicant.ts';
import { aField, anApplication } from '#tests/support/form-field.ts';
import { preview } from './effort.rules.ts';
import type { FormField } from './form.schema.ts';
import type { PlanInput } from './plan.rules.ts';

const look = (fields: readonly FormField[], change: Partial<PlanInput> = {}) =>
  preview({
    fields: [...anApplication(), ...fields],
    resume: applicantResume,
    answers: applicantAnswers,
    documents: applicantDocuments,
    origin: 'https://jobs.example',
    drafts: false,
    ...change,
  });
const yesNo = (label: string): FormField => aField(label, { kind: 'radio', options: ['Yes', 'No'] });

describe('what a form costs is known before it is filled', () => {
  it('counts questions, written answers and what stays with the person', () => {
    const seen = look([
      aField('What was the hardest problem you solved?', { kind: 'textarea' }),
      yesNo('Have you worked here before?'),
    ]);
    expect(seen).toMatchObject({ questions: 6, written: 1, yours: 2, ready: 4 });
    expect(seen.minutes).toBeGreaterThanOrEqual(3);
  });

  it('what nobody is asked costs nothing', () => {
    const trap = aField('Leave this field blank', { visible: false, hidden: 'off the page' });
    expect(look([trap]).questions).toBe(look([]).questions);
    expect(look([aField('Phone')], { groups: ['documents'] })).toMatchObject({ questions: 1, ready: 1, yours: 0 });
  });
});

describe('questions that end applications are named with the honest answer', () => {
  const only = (question: FormField, change: Partial<PlanInput> = {}) => look([question], change).knockouts;

  it('sponsorship conflicts only where the employer gives none', () => {
    const question = yesNo('Will you now or in the future require sponsorship to work in Canada?');
    const posting = { title: 'Engineer', company: 'Acme' };
    expect(only(question)).toEqual([{ label: question.label, answer: 'Yes', conflict: false }]);
    const refuses = {
      posting: { ...posting, description: 'We are unable to provide visa sponsorship for this role.' },
    };
    expect(only(question, refuses)[0]?.conflict).toBe(true);
    const home = yesNo('Will you require sponsorship to work in the United States?');
    expect(only(home, refuses)).toMatchObject([{ answer: 'No', conflict: false }]);
  });

  it('a no to the right to work conflicts unless the employer sponsors', () => {
    const question = yesNo('Are you legally authorized to work in Canada?');
    expect(only(question)).toMatchObject([{ answer: 'No', conflict: true }]);
    const sponsors = { posting: { title: 'x', company: 'y', description: 'Visa sponsorship is available.' } };
    expect(only(question, sponsors)).toMatchObject([{ answer: 'No', conflict: false }]);
  });

  it('degrees are compared by level, and what nobody stored has no answer', () => {
    expect(only(yesNo("Do you have a bachelor's degree?"))).toMatchObject([
      { answer: 'Yes: Bachelor of Science', conflict: false },
    ]);
    expect(only(yesNo('Do you hold a PhD?'))).toMatchObject([{ answer: 'Bachelor of Science', conflict: true }]);
    const licence = only(yesNo("Do you have a valid driver's license?"));
    expect(licence).toEqual([{ label: "Do you have a valid driver's license?", conflict: false }]);
    expect(only(yesNo('Do you have an active security clearance?'))).toHaveLength(1);
    expect(only(yesNo('Are you at least 18 years of age?'))).toHaveLength(1);
  });

  it('plain contact questions are none', () => {
    expect(look([aField('Phone'), aField('City')]).knockouts).toEqual([]);
  });
});
