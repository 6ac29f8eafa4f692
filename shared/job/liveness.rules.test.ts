import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from './job.schema.ts';
import { livenessOf, type Word, withWords } from './liveness.rules.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-10-01T00:00:00Z');
const isBoard = (source: string) => source.startsWith('board');
const seen = (source: string, daysAgo = 0): Job['sources'][number] => ({
  source,
  sourceId: '1',
  url: 'https://x.example/1',
  seenAt: new Date(now - daysAgo * DAY).toISOString(),
});
const job = (...sources: Job['sources']): { job: Job; absent?: Record<string, 'missing' | 'gone'> } => ({
  job: {
    id: 'job_1',
    title: 'Baker',
    company: 'Acme',
    location: { text: 'Berlin', remote: null },
    description: 'Bakes.',
    url: 'https://x.example/1',
    skills: [],
    sources,
    liveness: 'live',
    variants: [],
  },
});
const said = (source: string, word: Word, unlessSeenAfter?: number) => ({
  source,
  sourceId: '1',
  word,
  ...(unlessSeenAfter !== undefined && { unlessSeenAfter }),
});

describe('a posting of several sources', () => {
  it('is open while an employer’s board shows it', () => {
    const both = job(seen('board-a'), seen('board-b'));
    const next = withWords(both, [said('board-a', 'gone')], { now, isBoard });
    expect(next?.job.liveness).toBe('live');
    expect(next && withWords(next, [said('board-b', 'gone')], { now, isBoard })?.job.liveness).toBe('closed');
  });
  it('is uncertain when the board dropped it and only an aggregator shows it', () => {
    const next = withWords(job(seen('board-a'), seen('list')), [said('board-a', 'gone')], { now, isBoard });
    expect(next?.job.liveness).toBe('uncertain');
  });
  it('is believed of a list for a month and forgotten after six weeks', () => {
    const of = (days: number) => livenessOf([seen('list', days)], { absent: {}, now, isBoard });
    expect([1, 29, 31, 46].map(of)).toEqual(['live', 'live', 'uncertain', 'closed']);
  });
  it('comes back when it is seen again', () => {
    const gone = withWords(job(seen('board-a', 9)), [said('board-a', 'gone')], { now, isBoard });
    const back = gone && withWords(gone, [said('board-a', 'shown')], { now, isBoard });
    expect(gone?.job.liveness).toBe('closed');
    expect(back?.job).toMatchObject({ liveness: 'live', sources: [{ seenAt: new Date(now).toISOString() }] });
  });
  it('does not close by one search what another saw later, nor by a source it never had', () => {
    expect(withWords(job(seen('list', 2)), [said('list', 'gone', now - 30 * DAY)], { now, isBoard })).toBeUndefined();
    expect(withWords(job(seen('board-a')), [said('board-b', 'gone')], { now, isBoard })).toBeUndefined();
  });
  it('does not change by a word that is repeated', () => {
    const word = fc.constantFrom<Word>('shown', 'missing', 'gone');
    const source = fc.constantFrom('board-a', 'board-b', 'list');
    const words = fc.array(fc.tuple(source, word), { maxLength: 6 });
    fc.assert(
      fc.property(words, (list) => {
        const start = job(seen('board-a', 3), seen('board-b', 3), seen('list', 3));
        const given = list.map(([from, what]) => said(from, what));
        const once = withWords(start, given, { now, isBoard }) ?? start;
        const last = [...new Map(given.map((one) => [one.source, one])).values()];
        expect(withWords(once, last, { now, isBoard })).toBeUndefined();
      }),
    );
  });
});
