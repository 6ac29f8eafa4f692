import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMark, unmarked } from './marks.ts';

describe('marks of required and optional questions', () => {
  it.each([
    ['First name *', 'First name', true],
    ['* Country/Region', 'Country/Region', true],
    ['Full name✱', 'Full name', true],
    ['Number , required.', 'Number', true],
    ['Email (required)', 'Email', true],
    ['(Required) Email', 'Email', true],
    ['Nachname (Pflichtfeld)', 'Nachname', true],
    ['Téléphone (facultatif)', 'Téléphone', false],
    ['Middle name - optional', 'Middle name', false],
    ['Phone * (optional)', 'Phone', false],
    ['City (required) *', 'City', true],
    ['Name (*)', 'Name', true],
    ['Is sponsorship required', 'Is sponsorship required', undefined],
    ['Required', 'Required', undefined],
    ['*', '*', undefined],
    ['Salary (EUR)', 'Salary (EUR)', undefined],
    ['Where do you live? * Choose a country', 'Where do you live? * Choose a country', undefined],
  ])('“%s” asks for “%s”, required: %s', (label, text, required) => {
    expect(unmarked(label)).toEqual(required === undefined ? { text } : { text, required });
  });

  it('a mark alone is no label', () => {
    expect(['required', ' Optional ', 'Pflichtfeld'].map(isMark)).toEqual([true, true, true]);
    expect(['Required skills', '', 'Name'].map(isMark)).toEqual([false, false, false]);
  });

  it('whatever a page writes, words stay in their order and a label never becomes empty', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (label) => {
        const { text } = unmarked(label);
        expect(label).toContain(text);
        expect(text === '').toBe(label.trim() === '');
      }),
    );
  });
});
