import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationOf, inUnit, matchRange, unitIn } from './ranges.rules.ts';

const offer = (...texts: string[]) => texts.map((text) => ({ text, value: '' }));
const pick = (options: string[], amount: Parameters<typeof matchRange>[1]): string | undefined => {
  const index = matchRange(offer(...options), amount);
  return index === undefined ? undefined : options[index];
};

describe('an amount falls into exactly one range', () => {
  it.each([
    [['Less than 3 years', '3-5 years', '5-10 years', '10+ years'], 5, '5-10 years'],
    [['0-2', '3–5', 'More than 5'], 5, '3–5'],
    [['0-2', '3 to 5', 'More than 5'], 6, 'More than 5'],
    [['None', 'Less than 1 year', '1-2 years', '3 or more years'], 0, undefined],
    [['None', '1-2 years', '3 or more years'], 0, 'None'],
    [['Less than a year', '1 to 3 years', 'Over 3 years'], 0.5, 'Less than a year'],
    [['unter 50.000 €', '50.000 – 70.000 €', 'über 70.000 €'], 55_000, '50.000 – 70.000 €'],
    [['unter 50.000 €', '50.000 – 70.000 €', 'über 70.000 €'], 70_000, '50.000 – 70.000 €'],
    [['$80k–$100k', '$100k–$120k', '$120k+'], 100_000, '$100k–$120k'],
    [['80-100k', '100-120k'], 90_000, '80-100k'],
    [['< 40 000 €', '40 000 - 50 000 €', '> 50 000 €'], 40_000, '40 000 - 50 000 €'],
    [['Moins de 2 ans', '2 à 5 ans', 'Plus de 5 ans'], 5, '2 à 5 ans'],
    [['Menos de 2 años', 'De 2 a 5 años', 'Más de 5 años'], 7, 'Más de 5 años'],
    [['Do 2 lat', '3-5 lat', 'Powyżej 5 lat'], 6, 'Powyżej 5 lat'],
    [['Mindre än 2 år', '2–5 år', 'Mer än 5 år'], 1, 'Mindre än 2 år'],
    [['1-3 yıl', '3-5 yıl', '5 yıldan fazla'], 8, '5 yıldan fazla'],
    [['0–1 rok', '2–5 let', 'Více než 5 let'], 3, '2–5 let'],
    [['1', '2', '3', '4', '5+'], 7, '5+'],
    [['Beginner', 'Expert'], 7, undefined],
  ])('%j, %d → %s', (options, amount, chosen) => {
    expect(pick(options, amount)).toBe(chosen);
  });

  it('units are converted only where that is exact', () => {
    expect(pick(['2 weeks', '1 month', '2 months'], { count: 14, unit: 'day' })).toBe('2 weeks');
    expect(pick(['2 weeks', '1 month', '2 months'], { count: 4, unit: 'week' })).toBeUndefined();
    expect(pick(['Immediately', '2 Wochen', '1 Monat'], { count: 0, unit: 'day' })).toBe('Immediately');
    expect(pick(['Less than 6 months', '6 months - 1 year', '1-3 years'], { count: 2, unit: 'year' })).toBe(
      '1-3 years',
    );
    expect(inUnit({ count: 4, unit: 'week' }, 'day')).toBe(28);
    expect(inUnit({ count: 1, unit: 'year' }, 'month')).toBe(12);
    expect(inUnit({ count: 4, unit: 'week' }, 'month')).toBeUndefined();
    expect(inUnit({ count: 10, unit: 'day' }, 'week')).toBeUndefined();
  });

  it('durations are read as they are said', () => {
    expect(durationOf('4 weeks')).toEqual({ count: 4, unit: 'week' });
    expect(durationOf('drei Monate')).toEqual({ count: 3, unit: 'month' });
    expect(durationOf('One month')).toEqual({ count: 1, unit: 'month' });
    expect(durationOf('sofort')).toEqual({ count: 0, unit: 'day' });
    expect(durationOf('3 Monate zum Quartalsende')).toBeUndefined();
    expect(durationOf('negotiable')).toBeUndefined();
    expect(unitIn('Notice period (in days)')).toBe('day');
    expect(unitIn('Kündigungsfrist in Wochen')).toBe('week');
    expect(unitIn('Notice period')).toBeUndefined();
  });

  it('a partition of numbers holds each number once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 }),
        fc.nat(45),
        (cuts, amount) => {
          const [first = 1, ...rest] = [...cuts].sort((a, b) => a - b);
          let from = first;
          const options = [`Less than ${first} years`];
          for (const to of rest) {
            options.push(`${from} - ${to - 1} years`);
            from = to;
          }
          options.push(`${from}+ years`);
          const chosen = matchRange(offer(...options), amount);
          expect(chosen).toBe(
            amount < first ? 0 : amount >= from ? options.length - 1 : rest.findIndex((to) => amount < to) + 1,
          );
        },
      ),
    );
  });
});
