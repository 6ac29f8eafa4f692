import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtersOf, isSame, searchOf } from './query.rules.ts';
import { SearchQuery } from './search.schema.ts';

const word = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/);
const kept = fc.record(
  {
    q: word,
    location: word,
    company: word,
    source: word,
    remote: fc.constantFrom('remote', 'hybrid', 'onsite'),
    employmentType: fc.constantFrom('full-time', 'contract'),
    postedSince: fc.integer({ min: 1, max: 365 }),
    salaryMin: fc.integer({ min: 1, max: 500_000 }),
  },
  { requiredKeys: [] },
);

describe('a saved search', () => {
  it('opens as the filters it was saved from', () => {
    fc.assert(
      fc.property(kept, (given) => {
        const query = SearchQuery.parse(given);
        const filters = filtersOf(query);
        expect(searchOf(filters) ?? {}).toEqual(query);
        expect(isSame({ ...filters, sort: 'date', offset: '25' }, query)).toBe(true);
      }),
    );
  });
  it('is never made of nothing, nor of what is no number', () => {
    expect(searchOf({ days: 'soon', salaryMin: '-3', q: '', remote: 'moon' })).toBeUndefined();
  });
  it('is another one when a filter differs', () => {
    expect(isSame({ q: 'baker' }, { q: 'baker', remote: 'remote' })).toBe(false);
  });
});
