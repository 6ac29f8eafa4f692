import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemsOf, tidy, toSave } from './draft.rules.ts';
import { type Answers, Resume } from './profile.schema.ts';

const draft = (resume: Resume, answers: Answers = {}) => ({ resume, answers, version: 3 });

test('a date that is no date is named with its field before anything is sent', () => {
  const problems = problemsOf(draft({ work: [{ name: 'Acme', startDate: 'spring' }] }));
  expect(Object.keys(problems)).toEqual(['work[0].startDate']);
  expect(problemsOf(draft({ work: [{ startDate: '2019-04' }] }))).toEqual({});
});

test('half a legal name is asked to be completed, and never saved', () => {
  const half = draft({}, { legalName: { first: 'Ada', last: '' } });
  expect(problemsOf(half)).toHaveProperty('answers.legalName');
  expect(toSave(half).answers.legalName).toBeUndefined();
});

test('"no" and zero are answers, not gaps', () => {
  const answers: Answers = {
    relocate: false,
    yearsExperience: 0,
    workAuthorization: [{ country: 'DE', authorized: false, sponsorship: false }],
    eeo: { fill: false },
  };
  expect(toSave(draft({}, answers)).answers).toMatchObject(answers);
});

test('rows that were added and left empty are not saved', () => {
  const saved = toSave(draft({ work: [{}, { name: 'Acme', highlights: ['', 'built it'] }] }));
  expect(saved.resume).toEqual({ work: [{ name: 'Acme', highlights: ['built it'] }] });
});

test('whatever is typed, what is saved keeps to the schema and saving it again changes nothing', () => {
  const text = fc.string({ maxLength: 20 });
  const resume = fc.record(
    {
      basics: fc.record({ name: text, email: text }),
      work: fc.array(fc.record({ name: text, highlights: fc.array(text) })),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(resume, (value) => {
      const once = toSave(draft(value)).resume;
      expect(Resume.safeParse(once).success).toBe(true);
      expect(tidy(once)).toEqual(once);
    }),
  );
});
