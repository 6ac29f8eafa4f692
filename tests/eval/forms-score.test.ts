import { expect, test } from 'vitest';
import type { Control } from './forms.page.ts';
import type { Label } from './forms-corpus.ts';
import { type Filled, scoreForm } from './forms-score.ts';
import { hasAnswer, isRight } from './forms-truth.ts';

const entry = { name: 'a', file: 'a.html', tier: 't', ats: 'own', url: '', hasLabels: true, hasJob: false };
const label = (given: Partial<Label>): Label => ({
  selector: '#x',
  label: 'Email',
  kind: 'text',
  field: 'email',
  fillable: true,
  ...given,
});
const control = (given: Partial<Control> = {}): Control => ({
  tag: 'input',
  type: 'text',
  name: '',
  text: '',
  on: false,
  files: [],
  seen: true,
  disabled: false,
  suggests: false,
  ...given,
});
const scored = (labels: Label[], after: Control[], rest: Partial<Filled> = {}) =>
  scoreForm({
    entry,
    labels,
    before: after.map((each) => ({ ...each, text: '', on: false, files: [] })),
    after,
    fields: [],
    owners: labels.map(() => []),
    reports: [],
    collectMs: 0,
    fillMs: 0,
    unasked: 0,
    ...rest,
  });
const verdicts = (score: ReturnType<typeof scored>) => score.questions.map((question) => question.verdict);

test('what the control holds decides, not where it was meant to go', () => {
  expect(verdicts(scored([label({})], [control({ text: 'nora.lindqvist@example.com' })]))).toEqual(['right']);
  expect(verdicts(scored([label({})], [control({ text: 'Nora' })]))).toEqual(['wrong']);
  expect(verdicts(scored([label({})], [control()]))).toEqual(['missed']);
});

test('a write into a trap, a consent box, a hidden or an unlabelled control is a harm', () => {
  const trap = label({ field: 'none', fillable: false, trap: true });
  const consent = label({ field: 'consent', fillable: false, kind: 'checkbox' });
  const { harms } = scored(
    [trap, consent],
    [
      control({ text: 'x' }),
      control({ type: 'checkbox', on: true }),
      control({ text: 'x', seen: false }),
      control({ text: 'x' }),
    ],
  );
  expect(harms).toMatchObject({ trap: 1, consent: 1, hidden: 1, unlisted: 1, wrong: 0 });
});

test('a field outside the vocabulary takes what it asks for and nothing else', () => {
  const middle = label({ label: 'Middle name', field: 'none', fillable: false });
  expect(scored([middle], [control({ text: 'Ingrid' })])).toMatchObject({ neutralRight: 1, harms: { neutral: 0 } });
  expect(scored([middle], [control({ text: 'Nora' })])).toMatchObject({ neutralRight: 0, harms: { neutral: 1 } });
});

test('text left in a field of suggestions is wrong even if it is the right word', () => {
  const city = label({ label: 'City', field: 'city', kind: 'combobox' });
  const score = scored([city], [control({ text: 'Portland', suggests: true })]);
  expect(score.harms.uncommitted).toBe(1);
  expect(verdicts(score)).toEqual(['wrong']);
});

test('the options of a question are one question, and the wrong one of them is wrong', () => {
  const options = ['Yes', 'No'].map((option) =>
    label({
      label: option,
      option,
      group: 'Are you authorized to work in Canada?',
      kind: 'radio',
      field: 'workAuthorization',
    }),
  );
  const radios = (chosen: number) => [0, 1].map((n) => control({ type: 'radio', name: 'q', on: n === chosen }));
  expect(verdicts(scored(options, radios(1)))).toEqual(['right']);
  expect(verdicts(scored(options, radios(0)))).toEqual(['wrong']);
});

test('a question the applicant never answered is rightly left, and any answer to it is wrong', () => {
  const germany = label({ label: 'Are you authorized to work in Germany?', field: 'workAuthorization' });
  expect(hasAnswer(germany)).toBe(false);
  expect(verdicts(scored([germany], [control()]))).toEqual(['left']);
  expect(verdicts(scored([germany], [control({ text: 'Yes' })]))).toEqual(['wrong']);
});

test.each([
  ['Can you work in the US without sponsorship?', 'sponsorship', 'Yes', true],
  ['Will you require sponsorship to work in the United States?', 'sponsorship', 'Yes', false],
  ['Brauchen Sie ein Visum für Kanada?', 'sponsorship', 'Ja', true],
  ['Country', 'country', 'United States Minor Outlying Islands', false],
  ['Land', 'country', 'Vereinigte Staaten', true],
  ['Desired monthly salary (USD)', 'salaryExpectation', '13,750', true],
  ['Desired annual salary', 'salaryExpectation', '$150,000 - $199,999', true],
  ['Desired annual salary', 'salaryExpectation', '$200,000+', false],
  ['Earliest start', 'startDate', '01.02.2027', true],
  ['Earliest start', 'startDate', '2027-03-01', false],
])('%s (%s): %s', (question, field, text, right) => {
  expect(isRight(label({ label: question, field }), text)).toBe(right);
});
