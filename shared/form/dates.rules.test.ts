import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aField } from '#tests/support/form-field.ts';
import { dateFor, monthNames, monthOf, partAsked } from './dates.rules.ts';

const written = (field: Parameters<typeof dateFor>[0], date: string): string | undefined => {
  const found = dateFor(field, date);
  return 'missing' in found ? undefined : found.value;
};

describe('a date follows the box', () => {
  it.each([
    ['MM/DD/YYYY', '02/03/2027'],
    ['DD/MM/YYYY', '03/02/2027'],
    ['dd.mm.yyyy', '03.02.2027'],
    ['TT.MM.JJJJ', '03.02.2027'],
    ['JJ/MM/AAAA', '03/02/2027'],
    ['DD-MM-RRRR', '03-02-2027'],
    ['GG.AA.YYYY', '03.02.2027'],
    ['GG/MM/AAAA', '03/02/2027'],
    ['YYYY-MM-DD', '2027-02-03'],
    ['yyyy/mm/dd', '2027/02/03'],
    ['MM/DD/YY', '02/03/27'],
    ['M/D/YYYY', '2/3/2027'],
    ['MM/YYYY', '02/2027'],
    ['mm/yy', '02/27'],
    ['YYYY-MM', '2027-02'],
    ['YYYY', '2027'],
    ['MM', '02'],
  ])('%s → %s', (placeholder, value) => {
    expect(written(aField('Start date', { placeholder }), '2027-02-03')).toBe(value);
  });

  it('never makes up a day or a month', () => {
    expect(written(aField('From', { placeholder: 'MM/DD/YYYY' }), '2021-03')).toBeUndefined();
    expect(written(aField('From', { placeholder: 'MM/YYYY' }), '2021')).toBeUndefined();
    expect(written(aField('From', { kind: 'date', type: 'date' }), '2021-03')).toBeUndefined();
    expect(written(aField('From', { kind: 'date', type: 'month' }), '2021-03')).toBe('2021-03');
    expect(written(aField('Month', { placeholder: 'MM' }), '2021')).toBeUndefined();
    expect(written(aField('Start', { kind: 'date', type: 'date', min: '2027-01-01' }), '2026-12-31')).toBeUndefined();
    expect(written(aField('Start', { kind: 'date', type: 'date' }), 'as soon as possible')).toBeUndefined();
    expect(written(aField('When can you start?'), 'as soon as possible')).toBe('as soon as possible');
  });

  it('knows a part by its options, its placeholder or its name', () => {
    const list = (options: string[]) => aField('Start', { kind: 'select', options: ['Select', ...options] });
    const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
    expect(partAsked(list(count(1980, 2026)))).toBe('year');
    expect(partAsked(list(count(1, 12)))).toBe('month');
    expect(partAsked(list(count(1, 31)))).toBe('day');
    for (const language of ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'tr', 'cs']) {
      const names = count(1, 12).map((month) =>
        new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
          new Date(Date.UTC(2020, Number(month) - 1, 10)),
        ),
      );
      expect(partAsked(list(names)), language).toBe('month');
      expect(names.map(monthOf), language).toEqual(count(1, 12).map(Number));
    }
    expect(partAsked(aField('', { name: 'startDate-dateSectionMonth' }))).toBe('month');
    expect(partAsked(aField('Year'))).toBe('year');
    expect(partAsked(aField('Start date'))).toBeUndefined();
  });

  it('a month has names no other month has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (month) => {
        for (const name of monthNames(month)) expect(monthOf(name)).toBe(month);
      }),
    );
    expect(monthOf('03 - March')).toBe(3);
    expect(monthOf('Marketing')).toBeUndefined();
  });
});
