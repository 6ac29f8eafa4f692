import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedLetters, sellsCourse } from './wording.rules.ts';

describe('letters encoded twice', () => {
  const twice = (text: string) => new TextDecoder('latin1').decode(new TextEncoder().encode(text));

  it('are read as they were meant', () => {
    expect(mendedLetters('donâ\u0080\u0099t')).toBe('don’t');
    expect(mendedLetters('donâ€™t')).toBe('don’t');
    expect(mendedLetters(twice('Café in Århus – naïve'))).toBe('Café in Århus – naïve');
  });

  it('leave text alone that was written well', () => {
    for (const text of ['Café in Århus – naïve', 'Ã la carte', 'plain', 'São Paulo, Łódź, 東京'])
      expect(mendedLetters(text)).toBe(text);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc ÅåÉéßüñ’–') }), (text) => {
        expect(mendedLetters(text)).toBe(text);
      }),
    );
  });
});

describe('courses that pose as jobs', () => {
  it('are known by what they promise', () => {
    expect(
      sellsCourse({
        title: 'Trainee Network Technician',
        text: 'No experience needed. Study online at your own pace and land your first role within 3 months. Payment plans available.',
      }),
    ).toBe(true);
  });

  it('are not confused with jobs that train', () => {
    expect(
      sellsCourse({
        title: 'Trainee Accountant',
        text: 'No experience required: we train you on the job, full pay from day one, study leave for your exams.',
      }),
    ).toBe(false);
    expect(
      sellsCourse({
        title: 'Online Training Manager',
        text: 'You run our online training courses and manage five trainers.',
      }),
    ).toBe(false);
    expect(sellsCourse({ title: 'Driver', text: '' })).toBe(false);
  });
});
