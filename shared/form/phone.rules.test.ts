import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantAnswers, applicantResume } from '#tests/support/applicant.ts';
import { aField } from '#tests/support/form-field.ts';
import { fitsPattern } from './pattern.rules.ts';
import { phoneFor } from './phone.rules.ts';

const person = { resume: applicantResume, answers: applicantAnswers };
const german = {
  resume: { basics: { phone: '+49 151 23456789' } },
  answers: { phoneCountry: 'DE' },
};
const written = (
  change: Parameters<typeof aField>[1] = {},
  hasDialCode = false,
  who: Parameters<typeof phoneFor>[0] = person,
) => phoneFor(who, { field: aField('Phone', change), hasDialCode })?.value;

describe('a telephone number takes the form of its box', () => {
  it('national beside a dial code, international without', () => {
    expect(written()).toBe('+1 415 555 2671');
    expect(written({}, true)).toBe('4155552671');
    expect(written({}, true, german)).toBe('01512 3456789');
    expect(written({ type: 'number' })).toBe('14155552671');
  });

  it('in the shape the box shows', () => {
    expect(written({ placeholder: '(555) 555-5555' })).toBe('(415) 555-2671');
    expect(written({ placeholder: 'xxx-xxx-xxxx' })).toBe('415-555-2671');
    expect(written({ placeholder: '+1 650 000 0000' })).toBe('+1 415 555 2671');
    expect(written({ placeholder: 'Your phone number' })).toBe('+1 415 555 2671');
  });

  it('within its pattern and length, or not at all', () => {
    expect(written({ pattern: '[0-9]{3}-[0-9]{3}-[0-9]{4}' })).toBe('415-555-2671');
    expect(written({ pattern: '\\d{10}' })).toBe('4155552671');
    expect(written({ maxLength: 10 })).toBe('4155552671');
    expect(written({ pattern: '0[0-9]{9}' })).toBeUndefined();
    expect(written({ pattern: '^\\+[0-9]{7,15}$' })).toBe('+14155552671');
  });
});

describe('a page’s pattern cannot stall the worker', () => {
  it('patterns that may backtrack without end are not tried', () => {
    expect(fitsPattern('(a+)+b', 'a'.repeat(50))).toBeUndefined();
    expect(fitsPattern('(a|a)*b', 'a'.repeat(50))).toBeUndefined();
    expect(fitsPattern('a*a*a*a*a*b', 'a'.repeat(50))).toBeUndefined();
    expect(fitsPattern('(?=a)b', 'b')).toBeUndefined();
    expect(fitsPattern('[', 'a')).toBeUndefined();
    expect(fitsPattern('\\d{5}', '97209')).toBe(true);
    expect(fitsPattern('\\d{5}', '9720')).toBe(false);
  });

  it('no pattern throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, value) => {
        fitsPattern(pattern, value);
      }),
    );
  });
});
