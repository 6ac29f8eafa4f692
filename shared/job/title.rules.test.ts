import { describe, expect, it } from 'vitest';
import { titleLevel } from './title.rules.ts';

describe('the level of a title', () => {
  it.each([
    ["Founder's Associate", 1],
    ['Founder’s Office Analyst', undefined],
    ['Special Officer to the CEO', undefined],
    ['Coordinator, Office of the President', undefined],
  ])('of %s is not that of whom one works for', (title, level) => {
    expect(titleLevel(title)).toBe(level);
  });
  it.each([
    ['Co-Founder', 5],
    ['Director to build our Lyon office', 5],
    ['CEO', 5],
    ['Head of Sales', 5],
  ])('of %s stays its own', (title, level) => {
    expect(titleLevel(title)).toBe(level);
  });
});
