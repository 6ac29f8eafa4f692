import { expect, test } from 'vitest';
import { helpFor, mayHelp } from './failure.rules.ts';
import { resumeErrors } from './resume.errors.ts';

test('a retry is offered only where it can help', () => {
  expect(helpFor('resume.too_complex').again).toBe(true);
  expect(helpFor('internal').again).toBe(true);
  for (const code of ['damaged', 'no_text', 'not_a_resume', 'image_too_large', 'too_many_pages', 'encrypted'])
    expect(helpFor(`resume.${code}`).again, code).toBe(false);
});

test('a locked file asks for its password, again after a wrong one', () => {
  expect(helpFor(resumeErrors.encrypted().code).password).toBe(true);
  expect(helpFor(resumeErrors.wrong_password().code).password).toBe(true);
  expect(helpFor(resumeErrors.damaged().code).password).toBe(false);
});

test('too much work is tried twice, damage once', () => {
  expect([1, 2].map((attempts) => mayHelp('resume.too_complex', attempts))).toEqual([true, false]);
  expect(mayHelp('resume.damaged', 1)).toBe(false);
  expect(mayHelp('internal', 5)).toBe(true);
});
