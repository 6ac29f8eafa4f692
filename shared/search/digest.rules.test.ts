import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Job } from '#shared/job/job.schema.ts';
import {
  type Found,
  freshness,
  groupVariants,
  isNew,
  isWorthTelling,
  layOut,
  PER_COMPANY,
  payText,
  remember,
} from './digest.rules.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const posting = (given: Partial<Job>): Job =>
  Job.parse({
    id: 'job_1',
    title: 'Baker',
    company: 'Acme',
    location: { text: 'Berlin', remote: null },
    description: '',
    url: 'https://acme.example/1',
    skills: [],
    sources: [{ source: 'acme', sourceId: '1', url: 'https://acme.example/1', seenAt: '2026-11-20T12:00:00Z' }],
    liveness: 'live',
    variants: [],
    ...given,
  });

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });
const found = ids.chain((numbers) =>
  fc.tuple(
    ...numbers.map((n) =>
      fc
        .record({
          company: fc.constantFrom('Acme', 'ACME ', 'Bolt', 'Crumb', '', 'Dune & Co', 'Eel'),
          score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
          variants: fc.array(
            fc.integer({ min: 1, max: 60 }).map((v) => `job_${v}`),
            { maxLength: 2 },
          ),
        })
        .map(({ score, ...rest }): Found => ({ job: posting({ id: `job_${n}`, ...rest }), score })),
    ),
  ),
);

describe('the lines of a digest', () => {
  it('add up: what is shown, what is named per company and the rest are the total; nobody has more than two lines', () => {
    fc.assert(
      fc.property(found, fc.integer({ min: 0, max: 12 }), fc.nat(500), (all, most, uncounted) => {
        const section = layOut(all, { most, now: NOW, uncounted });
        const named = section.more.reduce((sum, { count }) => sum + count, 0);
        expect(section.lines.length + named + section.rest).toBe(section.total);
        expect(section.total).toBe(groupVariants(all).length + uncounted);
        expect(section.lines.length).toBeLessThanOrEqual(most);
        const perCompany = new Map<string, number>();
        for (const { company } of section.lines) {
          const name = company.toLowerCase();
          perCompany.set(name, (perCompany.get(name) ?? 0) + 1);
        }
        expect(Math.max(0, ...perCompany.values())).toBeLessThanOrEqual(PER_COMPANY);
        for (const { company } of section.more) expect(perCompany.has(company.toLowerCase())).toBe(true);
        const shown = section.lines.map(({ jobId }) => jobId);
        expect(new Set(shown).size).toBe(shown.length);
        const scores = section.lines.map(({ score }) => score ?? -1);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
      { numRuns: 500 },
    );
  });

  it('show variants of a role as one, by the best of them, and count each posting in one group only', () => {
    fc.assert(
      fc.property(found, (all) => {
        const groups = groupVariants(all);
        const members = groups.reduce((sum, { elsewhere }) => sum + 1 + elsewhere, 0);
        expect(members).toBe(all.length);
        const leads = new Map(groups.map((group) => [group.job.id, group]));
        for (const { job } of all)
          for (const other of job.variants)
            if (other !== job.id && all.some((one) => one.job.id === other))
              expect(leads.has(job.id) && leads.has(other)).toBe(false);
      }),
    );
    const [first, ...rest] = groupVariants([
      { job: posting({ id: 'job_1', variants: ['job_2'] }), score: 40 },
      { job: posting({ id: 'job_2' }), score: 90 },
      { job: posting({ id: 'job_3', variants: ['job_2'] }) },
    ]);
    expect([first?.job.id, first?.elsewhere, rest]).toEqual(['job_2', 2, []]);
  });

  it('call an estimate one, and say nothing of pay that nobody offered', () => {
    const pay = { min: 50_000, max: 60_000, currency: 'EUR', period: 'year' as const };
    expect(payText({ salary: pay })).toBe('€50,000–€60,000 a year');
    expect(payText({ salary: { ...pay, predicted: true } })).toBe('€50,000–€60,000 a year (estimate, not offered)');
    expect(payText({ salary: { min: 17.5, currency: 'USD', period: 'hour' } })).toBe('$17.50 an hour');
    expect(payText({ salary: { min: 0, currency: '??', period: 'hour' } })).toBeUndefined();
    expect(payText({})).toBeUndefined();
  });

  it('tell how old a posting is in whole days, and that it may be gone', () => {
    const at = (postedAt: string | undefined, liveness: Job['liveness'] = 'live') =>
      freshness(posting({ postedAt, liveness }), NOW);
    expect(at('2026-11-21T01:00:00Z')).toBe('posted today');
    expect(at('2026-11-20T11:00:00Z')).toBe('posted yesterday');
    expect(at('2026-11-11T11:00:00Z', 'uncertain')).toBe('posted 10 days ago, may be closed');
    expect(at(undefined)).toBe('first seen yesterday');
    expect(at('2027-01-01T00:00:00Z')).toBe('posted today');
  });

  it('name sources as they ask, linked to the posting there, and count unseen what may not be passed on', () => {
    const seenAt = '2026-11-20T12:00:00Z';
    const from = (source: string, url = 'https://board.example/1') => ({ source, sourceId: '1', url, seenAt });
    const both = posting({ sources: [from('adzuna'), from('greenhouse')] });
    expect(layOut([{ job: both }], { most: 1, now: NOW }).lines[0]?.credits).toEqual([
      { text: 'Jobs by Adzuna', url: 'https://board.example/1', size: { width: 116, height: 23 } },
    ]);
    const script = posting({ sources: [from('adzuna', 'javascript:alert(1)')] });
    expect(layOut([{ job: script }], { most: 1, now: NOW }).lines[0]?.credits).toEqual([]);
    const kept = posting({ id: 'job_2', sources: [from('remotive')] });
    expect(layOut([{ job: kept }], { most: 5, now: NOW })).toEqual({ total: 1, lines: [], more: [], rest: 1 });
  });

  it('carry no text of a posting whole that could fill a mail', () => {
    const long = posting({
      title: '𝕏'.repeat(5000),
      company: 'y'.repeat(5000),
      location: { text: 'z'.repeat(5000), remote: 'remote' },
    });
    const [line] = layOut([{ job: long, reason: 'r'.repeat(5000) }], { most: 1, now: NOW }).lines;
    expect(JSON.stringify(line).length).toBeLessThan(1200);
  });
});

describe('what is worth telling', () => {
  it('is open, not acted on and not put aside', () => {
    const about = { status: undefined, hidden: false, now: NOW };
    expect(isWorthTelling(posting({}), about)).toBe(true);
    expect(isWorthTelling(posting({}), { ...about, status: 'bookmarked' })).toBe(true);
    expect(isWorthTelling(posting({ liveness: 'uncertain' }), about)).toBe(true);
    for (const status of ['started', 'applied', 'rejected', 'withdrawn', 'offered'] as const)
      expect(isWorthTelling(posting({}), { ...about, status })).toBe(false);
    expect(isWorthTelling(posting({}), { ...about, hidden: true })).toBe(false);
    expect(isWorthTelling(posting({ liveness: 'closed' }), about)).toBe(false);
    expect(isWorthTelling(posting({ expiresAt: '2026-11-21T11:59:59Z' }), about)).toBe(false);
  });
});

describe('what was told', () => {
  it('is never new again, however much is told in between and however little is remembered', () => {
    const batch = fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(batch, fc.integer({ min: 10, max: 99 })), { maxLength: 8 }),
        fc.integer({ min: 1, max: 15 }),
        (runs, most) => {
          let state = { floor: 'job_09', told: [] as readonly string[] };
          const told = new Set<string>();
          for (const [numbers, floor] of runs) {
            const known = { floor: state.floor, told: new Set(state.told) };
            const fresh = numbers.map((n) => `job_${n}`).filter((id) => isNew(known, id));
            for (const id of fresh) expect(told.has(id)).toBe(false);
            for (const id of fresh) told.add(id);
            state = remember(state, { ids: fresh, floor: `job_${floor}`, most });
            expect(state.told.length).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('without a floor is remembered by name, the latest longest', () => {
    const state = remember({ floor: '', told: ['a', 'b'] }, { ids: ['c'], floor: '', most: 2 });
    expect(state).toEqual({ floor: '', told: ['b', 'c'] });
  });
});
