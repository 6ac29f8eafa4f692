import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceInWords, pathInWords, textsIn, valueAt, withValue } from './path.rules.ts';

test('a value put at a path is found there, and the old resume is unchanged', () => {
  const resume = { work: [{ name: 'Acme', highlights: ['a', 'b'] }] };
  const next = withValue(resume, 'work[0].highlights[1]', 'c');
  expect(valueAt(next, 'work[0].highlights[1]')).toBe('c');
  expect(resume.work[0]?.highlights[1]).toBe('b');
});

test('clearing a field removes it, so that nothing empty is saved', () => {
  expect(withValue({ basics: { name: 'Ada', label: 'x' } }, 'basics.label', undefined)).toEqual({
    basics: { name: 'Ada' },
  });
});

test('a path never reaches the prototype', () => {
  expect(valueAt({}, '__proto__.polluted')).toBeUndefined();
  expect(valueAt({}, 'constructor.name')).toBeUndefined();
});

test('every text of a resume can be found again under the path it is listed with', () => {
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('node'), { maxKeys: 4 }),
    ),
  })).node;
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tree, { maxKeys: 5 }), (root) => {
      for (const { path, text } of textsIn(root)) expect(valueAt(root, path)).toBe(text);
    }),
  );
});

test('people read words, not paths', () => {
  expect(pathInWords('work[0].highlights[1]')).toBe('job 1, point 2');
  expect(pathInWords('work[1].name')).toBe('job 2, employer');
  expect(pathInWords('basics.email')).toBe('email');
  expect(pathInWords('job.title')).toBe("the posting's title");
  expect(pathInWords('answers.legalName.first')).toBe('your answers, legal name, first');
});

test('a quotation is shown as written, even where it has capitals inside a word', () => {
  expect(evidenceInWords('You bring: Go, PostgreSQL')).toBe('“You bring: Go, PostgreSQL”');
  expect(evidenceInWords('work[1].position')).toBe('job 2, position');
});
