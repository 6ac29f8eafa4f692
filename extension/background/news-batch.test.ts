import { describe, expect, it } from 'vitest';
import { eventId } from '#shared/notification/event.rules.ts';
import type { LiveEvent } from '#shared/notification/notification.contract.ts';
import { nextBatch } from './news-batch.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const nothing = { since: eventId(0), waiting: [] };
const found = (seq: number, data: object): LiveEvent => ({
  id: eventId(seq),
  type: 'match.found',
  at: '2026-11-21T11:00:00.000Z',
  data: { jobId: 'job_1', jobIds: ['job_1'], notify: { browser: true }, ...data },
});
const ask = (events: LiveEvent[], more: { news?: typeof nothing; readUpTo?: number; now?: number } = {}) =>
  nextBatch(more.news ?? nothing, { events, readUpTo: more.readUpTo ?? 0, now: more.now ?? NOW });

describe('news of jobs in the browser', () => {
  it('of several events are one batch, the latest first and no posting twice', () => {
    const batch = ask([found(1, { jobIds: ['job_1', 'job_2'] }), found(2, { jobIds: ['job_3', 'job_1'], count: 5 })]);
    expect(batch.jobIds).toEqual(['job_3', 'job_1', 'job_2']);
    expect(batch.count).toBe(7);
    expect(batch.news).toEqual({ since: eventId(2), waiting: [] });
  });

  it('wait for the end of quiet hours and then come once', () => {
    const after = new Date(NOW + 3_600_000).toISOString();
    const first = ask([found(1, { notify: { browser: true, after } })]);
    expect([first.jobIds, first.news.waiting.length]).toEqual([[], 1]);
    const later = nextBatch(first.news, { events: [], readUpTo: 0, now: NOW + 3_600_000 });
    expect(later.jobIds).toEqual(['job_1']);
    expect(later.news).toEqual({ since: eventId(1), waiting: [] });
    expect(nextBatch(later.news, { events: [], readUpTo: 0, now: NOW + 3_600_001 }).jobIds).toEqual([]);
  });

  it('are left out when the person did not ask, has seen them elsewhere, or the event is of another kind or shape', () => {
    const other = { ...found(3, {}), type: 'resume.completed' } satisfies LiveEvent;
    const odd = { ...found(4, {}), data: { jobId: 7 } };
    expect(ask([found(1, { notify: { browser: false } }), found(2, { notify: undefined }), other, odd]).jobIds).toEqual(
      [],
    );
    expect(ask([found(5, {})], { readUpTo: 5 }).jobIds).toEqual([]);
  });
});
