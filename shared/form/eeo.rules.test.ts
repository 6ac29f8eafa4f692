import { describe, expect, it } from 'vitest';
import { type EeoKey, matchEachEeo, matchEeo } from './eeo.rules.ts';
import { relocateAnswer } from './relocate.rules.ts';

const pick = (asked: { key: EeoKey; value: string; options: string[]; question?: string }): string | undefined => {
  const index = matchEeo({ question: '', ...asked, options: asked.options.map((text) => ({ text, value: '' })) });
  return index === undefined ? undefined : asked.options[index];
};
const YES_NO = ['Yes', 'No', 'I do not want to answer'];

describe('equal-opportunity answers say just what was stored', () => {
  it('a bare yes or no needs the question it answers', () => {
    const hispanic = { key: 'ethnicity' as const, value: 'Not Hispanic or Latino', options: YES_NO };
    expect(pick({ ...hispanic, question: 'Are you Hispanic/Latino?' })).toBe('No');
    expect(pick({ ...hispanic, question: 'Do you belong to an ethnic minority?' })).toBeUndefined();
    expect(pick({ ...hispanic, value: 'Swedish', question: 'Are you Hispanic/Latino?' })).toBeUndefined();
    expect(
      pick({ key: 'race', value: 'White', options: YES_NO, question: 'Are you Hispanic/Latino?' }),
    ).toBeUndefined();
    expect(
      pick({ key: 'race', value: 'Hispanic or Latino', options: YES_NO, question: 'Are you Hispanic/Latino?' }),
    ).toBe('Yes');
  });

  it('who is no protected veteran may still be a veteran', () => {
    const value = 'I am not a protected veteran';
    expect(pick({ key: 'veteran', value, options: YES_NO, question: 'Are you a protected veteran?' })).toBe('No');
    expect(pick({ key: 'veteran', value, options: YES_NO, question: 'Are you a veteran?' })).toBeUndefined();
    const standard = [
      'I identify as one or more of the classifications of protected veteran',
      'I am not a protected veteran',
      "I don't wish to answer",
    ];
    expect(pick({ key: 'veteran', value: 'No', options: standard, question: 'Veteran status' })).toBe(standard[1]);
  });

  it('the standard disability form is read with its past', () => {
    const options = [
      'Yes, I have a disability, or have had one in the past',
      'No, I do not have a disability and have not had one in the past',
      'I do not want to answer',
    ];
    expect(pick({ key: 'disability', value: 'No, I do not have a disability', options })).toBe(options[1]);
    expect(pick({ key: 'disability', value: 'Yes', options })).toBe(options[0]);
    expect(pick({ key: 'disability', value: 'Prefer not to say', options })).toBe(options[2]);
  });

  it('nobody is declined, or made “other”, who did not ask for it', () => {
    expect(
      pick({ key: 'gender', value: 'Agender', options: ['Male', 'Female', 'Other', 'Prefer not to say'] }),
    ).toBeUndefined();
    expect(pick({ key: 'gender', value: 'Other', options: ['Male', 'Female', 'Other'] })).toBe('Other');
  });

  it('several origins are ticked when each has its box', () => {
    const options = ['Asian', 'Black or African American', 'White'].map((text) => ({ text, value: '' }));
    expect(matchEachEeo({ key: 'race', value: 'Asian, White', options })).toEqual([0, 2]);
    expect(matchEachEeo({ key: 'race', value: 'Asian, Martian', options })).toBeUndefined();
    expect(matchEachEeo({ key: 'race', value: 'Asian', options })).toBeUndefined();
  });
});

describe('moving for a job', () => {
  it.each([
    ['Are you willing to relocate?', 'yes', 'no'],
    ['If you are not within a commutable distance, are you willing to relocate?', 'yes', 'no'],
    ['Do you live in Austin or would you be willing to relocate?', 'yes', 'yours'],
    ['Wären Sie bereit umzuziehen?', 'yes', 'no'],
    ['Are you unable to relocate?', 'yours', 'yours'],
    ['Would you relocate at your own expense?', 'yours', 'yours'],
    ['Where would you relocate to?', 'yours', 'yours'],
  ])('%s', (question, willing, unwilling) => {
    const say = (relocate: boolean) => {
      const said = relocateAnswer(question, relocate);
      return typeof said === 'string' ? said : 'yours';
    };
    expect(say(true)).toBe(willing);
    expect(say(false)).toBe(unwilling);
  });
});
