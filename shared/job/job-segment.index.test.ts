/** The index beside a filter that looks at every row by itself: same rows, same questions, same answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJobIndex, type JobFilter, type JobRow } from './job.index.ts';
import { decodeSegment, encodeSegment, segmentsOf } from './job-segment.index.ts';
import { companyKey } from './normalise.rules.ts';
import { tokens } from './text.rules.ts';

const NOW = 1_000_000;
const TITLES = [
  'Nurse',
  'Night Nurse (part-time)',
  'Baker - Pastry',
  'Data Engineer',
  'Engineer, Bridges',
  'Zoë Löwe Köchin',
];
const COMPANIES = ['Acme GmbH', 'acme', 'Müller & Söhne', 'Bread Works'];
const PLACES = [
  { place: 'Berlin, Germany', city: 'Berlin', country: 'DE', countries: ['DE'] },
  { place: 'Paris, France', city: 'Paris', country: 'FR', countries: ['FR'] },
  { place: 'Remote', countries: [] },
];
const WORDS = ['bread', 'breads', 'night', 'shift', 'python', 'oven', 'kubernetes', 'a', 'x1', 'c++', 'c#', 'münchen'];

const row = fc
  .record({
    id: fc.integer({ min: 0, max: 30 }).map((n) => `job_${String(n).padStart(2, '0')}`),
    rev: fc.integer({ min: 1, max: 5 }),
    gone: fc.boolean(),
    title: fc.constantFrom(...TITLES),
    company: fc.constantFrom(...COMPANIES),
    where: fc.constantFrom(...PLACES),
    remote: fc.constantFrom(null, 'remote' as const, 'onsite' as const),
    type: fc.constantFrom(undefined, 'full-time' as const, 'internship' as const),
    pay: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    posted: fc.integer({ min: 0, max: 5 }),
    expires: fc.option(fc.integer({ min: NOW - 2, max: NOW + 2 }), { nil: undefined }),
    sources: fc.subarray(['feed', 'board', 'list']),
    skills: fc.subarray(['Python', 'Baking']),
    text: fc.subarray(WORDS),
    lead: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  })
  .map(({ where, text, lead, ...rest }): JobRow => {
    const leader = lead === undefined ? undefined : `job_${String(lead).padStart(2, '0')}`;
    return { ...rest, ...where, words: text.join(' '), ...(leader && leader < rest.id && { lead: leader }) };
  });

const filter = fc.record(
  {
    q: fc.oneof(
      fc
        .array(fc.constantFrom(...WORDS, 'nurse', 'engineer', 'koch', 'löwe', 'acme', 'berlin'), { maxLength: 3 })
        .map((w) => w.join(' ')),
      fc.string({ maxLength: 6 }),
    ),
    company: fc.constantFrom('Acme', 'ACME gmbh', 'soh', 'Works', ''),
    location: fc.constantFrom('Germany', 'berlin', 'Paris', 'rem', 'France'),
    source: fc.constantFrom('feed', 'board', 'nowhere'),
    remote: fc.constantFrom('remote' as const, 'hybrid' as const),
    employmentType: fc.constantFrom('full-time' as const, 'contract' as const),
    postedSince: fc.integer({ min: 0, max: 6 }),
    salaryMin: fc.integer({ min: 0, max: 9 }),
    sort: fc.constantFrom('relevance' as const, 'date' as const, 'salary' as const),
    grouped: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** The rows that stand: of each id the highest revision, of equal ones the last. */
function standing(rows: readonly JobRow[]): JobRow[] {
  const byId = new Map<string, JobRow>();
  for (const one of rows) if ((byId.get(one.id)?.rev ?? 0) <= one.rev) byId.set(one.id, one);
  return [...byId.values()];
}

const LOCATIONS: Record<string, (one: JobRow) => boolean> = {
  Germany: (one) => one.country === 'DE',
  berlin: (one) => one.city === 'Berlin',
  Paris: (one) => one.city === 'Paris',
  rem: (one) => one.place === 'Remote',
  France: (one) => one.country === 'FR',
};

/** Every filter but the query and the groups. */
function passes(one: JobRow, f: JobFilter): boolean {
  const named = f.company === undefined ? '' : tokens(f.company).join(' ');
  return (
    !one.gone &&
    (one.expires === undefined || one.expires >= NOW) &&
    (f.remote === undefined || one.remote === f.remote) &&
    (f.employmentType === undefined || one.type === f.employmentType) &&
    (f.source === undefined || one.sources.includes(f.source)) &&
    (f.postedSince === undefined || one.posted >= f.postedSince) &&
    (f.salaryMin === undefined || (one.pay !== undefined && one.pay >= f.salaryMin)) &&
    (f.location === undefined || LOCATIONS[f.location]?.(one) === true) &&
    (f.company === undefined ||
      (named !== '' && ` ${tokens(one.company).join(' ')}`.includes(` ${named}`)) ||
      (companyKey(f.company) !== '' && companyKey(f.company) === companyKey(one.company)))
  );
}

const bag = (one: JobRow): Set<string> =>
  new Set(tokens([one.title, one.company, one.place, ...one.skills, one.words].join(' ')));

/** Words as they stand, either number, the last one begun; none of them a skill's name, so no synonyms come in. */
function hasWords(one: JobRow, q: string): boolean {
  const has = bag(one);
  const typed = tokens(q);
  return typed.every((word) => {
    const other =
      word.length < 4 || !/^[a-z]+$/.test(word) ? word : word.endsWith('s') ? word.slice(0, -1) : `${word}s`;
    const begun = word === typed.at(-1) && [...has].some((w) => w.startsWith(word));
    return has.has(word) || has.has(other) || begun;
  });
}

describe('the search index', () => {
  it('finds what looking at every row finds, by every filter but the words', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 6 }), filter, (batches, given) => {
        const { q: _q, grouped: _grouped, ...f } = given;
        const index = createJobIndex();
        for (const batch of batches) index.apply(batch);
        const rows = standing(batches.flat());
        const expected = rows.filter((one) => passes(one, f));
        const key = (one: JobRow) => (f.sort === 'salary' ? (one.pay ?? -1) : 0);
        expected.sort((a, b) => key(b) - key(a) || b.posted - a.posted || (a.id < b.id ? 1 : -1));
        expect(index.page(f, { now: NOW })).toEqual({ ids: expected.map((one) => one.id), total: expected.length });
        expect(index.size).toBe(rows.length);
        for (const one of rows) expect(index.revOf(one.id)).toBe(one.rev);
      }),
      { numRuns: 80 },
    );
  });

  it('finds the postings that have all the words, whatever was added, changed and withdrawn before', () => {
    const plain = fc.constantFrom('bread', 'night', 'shift', 'oven', 'nurse', 'löwe', 'berlin', 'acme', 'bri', 'nig');
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 6 }),
        fc.array(plain, { minLength: 1, maxLength: 3 }),
        (batches, typed) => {
          const q = typed.join(' ');
          const index = createJobIndex();
          for (const batch of batches) index.apply(batch);
          const open = standing(batches.flat()).filter((one) => passes(one, {}));
          // Spelling is forgiven only in a word that stands nowhere.
          const all = standing(batches.flat()).filter((one) => !one.gone);
          const somewhere = tokens(q).every((word) => all.some((one) => hasWords(one, word)));
          fc.pre(somewhere);
          expect(index.search({ q }, { now: NOW }).sort()).toEqual(
            open
              .filter((one) => hasWords(one, q))
              .map((one) => one.id)
              .sort(),
          );
        },
      ),
      { numRuns: 80 },
    );
  });

  it('pages hold together: one after the other they are the whole, in its order', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), filter, fc.integer({ min: 1, max: 7 }), (rows, f, limit) => {
        const index = createJobIndex();
        index.apply(rows);
        const whole = index.page(f, { now: NOW });
        const pages: string[] = [];
        for (let offset = 0; offset < whole.total + limit; offset += limit)
          pages.push(...index.page(f, { now: NOW, offset, limit }).ids);
        expect(pages).toEqual(whole.ids);
        expect([...index.passing(f, { now: NOW })].sort()).toEqual([...whole.ids].sort());
        expect(whole.total).toBe(whole.ids.length);
      }),
      { numRuns: 100 },
    );
  });

  it('shows of each group of variants the one that comes first among those that pass', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), filter, (rows, f) => {
        const index = createJobIndex();
        index.apply(rows);
        const each = index.search({ ...f, grouped: false }, { now: NOW });
        const seen = new Set<string>();
        const first = each.filter((id) => !seen.has(index.groupOf(id)) && seen.add(index.groupOf(id)));
        expect(index.search({ ...f, grouped: true }, { now: NOW })).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  it('says the same after it was written and read', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), filter, (rows, f) => {
        const [direct, read] = [createJobIndex(), createJobIndex()];
        direct.apply(rows);
        for (const { segment } of segmentsOf(rows)) read.add(decodeSegment(encodeSegment(segment)));
        expect(read.page(f, { now: NOW, facets: true })).toEqual(direct.page(f, { now: NOW, facets: true }));
        expect(read.asked(['Nurse'], { most: 5, now: NOW })).toEqual(direct.asked(['Nurse'], { most: 5, now: NOW }));
      }),
      { numRuns: 100 },
    );
  });

  it('never fails on any words', () => {
    const index = createJobIndex();
    index.apply(fc.sample(row, 50));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (q) => {
        index.page({ q, company: q, location: q, source: q }, { now: NOW, facets: true });
      }),
      { numRuns: 40 },
    );
  });
});
