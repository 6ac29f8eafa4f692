import { describe, expect, it } from 'vitest';
import { findPlaces } from './place.rules.ts';

describe('work open to the whole world', () => {
  it.each(['Remote (Global)', 'International', 'Worldwide', 'Anywhere'])('is what %s says', (text) => {
    expect(findPlaces(text)).toMatchObject({ anywhere: true, countries: [] });
  });
  it.each([
    ['Remote Spain ; Payments International', 'ES'],
    ['Indonesia ; Remote, Global Hiring', 'ID'],
  ])('is not what a team of that name beside a country says: %s', (text, country) => {
    expect(findPlaces(text)).toMatchObject({ anywhere: false, countries: [country] });
  });
  it('is said beside a country too where the word can mean nothing else', () => {
    expect(findPlaces('Berlin or anywhere in the world').anywhere).toBe(true);
    expect(findPlaces('Portugal; worldwide').anywhere).toBe(true);
  });
});
