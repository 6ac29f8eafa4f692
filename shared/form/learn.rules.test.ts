import { describe, expect, test } from 'vitest';
import { aField } from '#tests/support/form-field.ts';
import { isOther } from './changed.rules.ts';
import type { Classified, FieldReport } from './form.schema.ts';
import { isWorthKeeping, lessonIn } from './learn.rules.ts';

const meaning = (field: string, more: Partial<Classified> = {}): Classified => ({
  ref: 'f1',
  frame: 0,
  field,
  confidence: 1,
  reason: '',
  ...more,
});
const line = (outcome: FieldReport['outcome'], more: Partial<FieldReport> = {}): FieldReport => ({
  ref: 'f1',
  frame: 0,
  label: 'x',
  outcome,
  reason: '',
  ...more,
});
const text = aField('x');

describe('what is learnt after a fill', () => {
  test('an answer to a question of the employer, a mended draft or a mended saved answer may be kept', () => {
    for (const [field, report] of [
      ['freeQuestion', line('needs_you')],
      ['none', line('needs_you')],
      ['freeQuestion', line('filled', { review: 'A draft' })],
      ['howHeard', line('filled', { source: 'answers.custom[2]' })],
    ] as const)
      expect(lessonIn({ field: text, meaning: meaning(field), line: report })).toBe('answer');
  });

  test('facts, work permits and pay are changed in the profile, so their values are not read', () => {
    const filled = line('filled', { source: 'basics.phone' });
    expect(lessonIn({ field: text, meaning: meaning('phone'), line: filled })).toBe('fact');
    for (const field of ['workAuthorization', 'sponsorship', 'salaryExpectation'])
      expect(lessonIn({ field: text, meaning: meaning(field), line: line('needs_you') })).toBe('legal');
  });

  test('passwords, files, consents, equal opportunity and everything refused are not looked at', () => {
    const never = (field: typeof text, told: Classified, report: FieldReport | undefined) =>
      expect(lessonIn({ field, meaning: told, line: report })).toBeUndefined();
    never({ ...text, type: 'password' }, meaning('none'), line('needs_you'));
    never({ ...text, kind: 'file' }, meaning('resumeFile'), line('filled'));
    never({ ...text, kind: 'checkbox' }, meaning('consent'), line('needs_you'));
    for (const eeo of ['gender', 'race', 'ethnicity', 'veteran', 'disability', 'pronouns'])
      never(text, meaning(eeo), line('needs_you'));
    never(text, meaning('none', { veto: true, reason: 'Identity numbers are yours' }), line('refused'));
    never(text, meaning('freeQuestion'), line('skipped'));
    never(text, meaning('freeQuestion'), undefined);
    never({ ...text, visible: false }, meaning('freeQuestion'), line('needs_you'));
  });

  test('numbers that may be a card or an identity are not offered, whatever the question', () => {
    expect(isWorthKeeping('Why us?', 'Because of the rivers')).toBe(true);
    expect(isWorthKeeping('How many repositories?', '12')).toBe(true);
    expect(isWorthKeeping('Reference', '4111 1111 1111 1111')).toBe(false);
    expect(isWorthKeeping('Reference', 'AB 123456 C')).toBe(false);
    expect(isWorthKeeping('', 'words')).toBe(false);
    expect(isWorthKeeping('Why us?', '  ')).toBe(false);
  });

  test('a page that reformats what was filled has corrected nothing', () => {
    expect(isOther('4155552671', '(415) 555-2671')).toBe(false);
    expect(isOther('Portland', ' portland ')).toBe(false);
    expect(isOther('Portland', 'Salem')).toBe(true);
    expect(isOther('', 'Salem')).toBe(true);
    expect(isOther('Yes', 'No')).toBe(true);
  });
});
