import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listFilters, naturalKey, tidy, wantedFor, wantedOf } from './filter.rules.ts';
import { SearchQuery } from './search.schema.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const text = fc.string({ maxLength: 30 });
const query = fc
  .record(
    {
      q: text,
      titles: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 5 }),
      location: text,
      company: text,
      source: text,
      sources: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 5 }),
      remote: fc.constantFrom('remote' as const, 'hybrid' as const, 'onsite' as const),
      postedSince: fc.integer({ min: 1, max: 365 }),
      salaryMin: fc.integer({ min: 0, max: 1_000_000 }),
    },
    { requiredKeys: [] },
  )
  .map((given) => SearchQuery.safeParse(given))
  .filter(({ success }) => success)
  .map(({ data }) => data ?? {});

describe('a saved search', () => {
  it('of several titles and sources is a filter for each pair, with days as a moment', () => {
    const filters = listFilters({ titles: ['Cook', 'Chef'], q: 'vegan', sources: ['a', 'b'], postedSince: 2 }, NOW);
    expect(filters.map(({ q, source }) => [q, source])).toEqual([
      ['Cook vegan', 'a'],
      ['Cook vegan', 'b'],
      ['Chef vegan', 'a'],
      ['Chef vegan', 'b'],
    ]);
    expect(new Set(filters.map(({ postedSince }) => postedSince))).toEqual(new Set([NOW - 2 * 86_400_000]));
  });

  it('has at least one filter and at most 25, and none of them says nothing', () => {
    fc.assert(
      fc.property(query, (one) => {
        const filters = listFilters(one, NOW);
        expect(filters.length).toBeGreaterThanOrEqual(1);
        expect(filters.length).toBeLessThanOrEqual(25);
        for (const filter of filters) expect(Object.values(filter)).not.toContain('');
      }),
    );
  });

  it('is the same search in another order, case or spacing, and stays itself when tidied', () => {
    expect(naturalKey({ q: ' Cook ', sources: ['b', 'a'], location: '' })).toBe(
      naturalKey({ sources: ['a', 'b'], q: 'cook' }),
    );
    expect(naturalKey({ q: 'cook' })).not.toBe(naturalKey({ location: 'cook' }));
    fc.assert(
      fc.property(query, (one) => {
        expect(naturalKey(tidy(one))).toBe(naturalKey(one));
        expect(tidy(tidy(one))).toEqual(tidy(one));
        expect(SearchQuery.parse(tidy(one))).toEqual(tidy(one));
      }),
    );
  });
});

describe('what sources are asked', () => {
  it('is each title at each place once, in one spelling, and nothing for a search without words or place', () => {
    expect(wantedOf({ company: 'Acme', remote: 'remote' })).toEqual([]);
    expect(wantedOf({ q: 'Köch', location: ' BERLIN ' }, 'DE')).toEqual([
      { what: 'koch', where: 'berlin', country: 'DE' },
    ]);
    expect(wantedFor({ titles: ['Cook', 'cook', ' '], places: ['Rome', 'Bari'] })).toEqual([
      { what: 'cook', where: 'rome' },
      { what: 'cook', where: 'bari' },
      { what: '', where: 'rome' },
      { what: '', where: 'bari' },
    ]);
  });
});
