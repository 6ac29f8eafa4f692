import { describe, expect, it } from 'vitest';
import { requirementsOf } from './requirements.rules.ts';

const asked = (text: string) => {
  const { languages, degree } = requirementsOf({ title: 'Analyst', text });
  return { languages: languages.map(({ language }) => language), degree: degree?.value };
};

describe('languages', () => {
  it.each([
    'You are fluent in English (no French required).',
    'Fluent English. French is not required for this job.',
    "We all speak English; you don't need to speak French, French isn't necessary.",
  ])('named only to be let off are not asked for: %s', (text) => {
    expect(asked(text).languages).not.toContain('French');
  });
  it.each([
    'Fluent French required, no German required.',
    'French is required. You will speak it daily.',
    'Native French and fluent English needed.',
  ])('asked for stay asked for: %s', (text) => {
    expect(asked(text).languages).toContain('French');
  });
});

describe('a degree', () => {
  it.each([
    "Currently pursuing a bachelor's degree in statistics",
    'You are enrolled in a master’s programme',
    'Working towards a degree in design',
    'A budget for training to master your craft',
  ])('one is still studying for is none one must hold: %s', (text) => {
    expect(asked(text).degree).toBeUndefined();
  });
  it('asked for beside a running one stays asked for', () => {
    expect(asked("You hold a bachelor's degree.\nMaster students: currently pursuing a master's degree.").degree).toBe(
      3,
    );
  });
});
