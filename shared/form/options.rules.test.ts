import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchOption, matchYesNo, withoutKeys } from './options.rules.ts';
import { matchRange } from './ranges.rules.ts';

describe('options are matched whole', () => {
  const offer = (...texts: string[]) => texts.map((text) => ({ text, value: '' }));

  it('“no” is not “Norway” and “Oman” is not “Romania”', () => {
    expect(matchYesNo(offer('Norway', 'Not sure', 'Yes'), 'no')).toBeUndefined();
    expect(matchYesNo(offer('Norway', 'No, I do not', 'Yes, I do'), 'no')).toBe(1);
    expect(matchOption(offer('Romania', 'Oman'), ['Oman'])).toBe(1);
  });

  it('the keys some pages draw before answers are no part of them, letters of a word are', () => {
    expect(withoutKeys(offer('A Yes', 'B No')).map(({ text }) => text)).toEqual(['Yes', 'No']);
    const unkeyed = offer('A levels', 'Bachelor');
    expect(withoutKeys(unkeyed)).toBe(unkeyed);
  });

  it('two equally good options are no match', () => {
    expect(matchYesNo(offer('Yes, with a visa', 'Yes, as a citizen', 'No'), 'yes')).toBeUndefined();
    expect(matchOption(offer('Other', 'Other '), ['Other'])).toBe(0);
    expect(
      matchOption(
        [
          { text: 'LinkedIn (job)', value: '' },
          { text: 'LinkedIn (post)', value: '' },
        ],
        ['LinkedIn'],
      ),
    ).toBeUndefined();
  });

  it('an amount falls into exactly one range', () => {
    const ranges = offer('Less than 3 years', '3-5 years', '5-10 years', '10+ years');
    expect([1, 4, 7, 12].map((years) => matchRange(ranges, years))).toEqual([0, 1, 2, 3]);
    expect(matchRange(offer('$100k - $150k', '$150k - $200k'), 165_000)).toBe(1);
  });

  it('never picks an option that does not say one of the wanted texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 12 }), fc.string({ minLength: 1 }), (texts, wanted) => {
        const index = matchOption(offer(...texts), [wanted]);
        if (index !== undefined)
          expect(texts[index]?.normalize('NFKD').toLowerCase().replace(/\P{L}/gu, '')).toContain(
            wanted
              .normalize('NFKD')
              .toLowerCase()
              .replace(/[^\p{L}]/gu, '')
              .slice(0, 1),
          );
      }),
    );
  });
});
