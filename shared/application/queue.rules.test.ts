import { describe, expect, test } from 'vitest';
import { openingsLeft } from './cap.rules.ts';
import { type Acted, type Candidate, isSameRole, nextJobs, sentBefore } from './queue.rules.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
const job = (given: Partial<Candidate> & Pick<Candidate, 'jobId'>): Candidate => ({
  title: `Role ${given.jobId}`,
  company: `Firm ${given.jobId}`,
  location: 'Portland',
  url: `https://jobs.example.com/${given.jobId}`,
  from: 'match',
  ...given,
});
const acted = (given: Partial<Acted> & Pick<Acted, 'jobId'>): Acted => ({
  title: `Role ${given.jobId}`,
  company: `Firm ${given.jobId}`,
  status: 'applied',
  at: daysAgo(10),
  ...given,
});
const ids = (jobs: readonly Candidate[]) => jobs.map(({ jobId }) => jobId);

describe('what to apply to next', () => {
  test('the best fit comes first, and a saved posting before a found one that fits as well', () => {
    const queue = nextJobs({
      saved: [job({ jobId: 's', from: 'saved', score: 70 })],
      matches: [job({ jobId: 'a', score: 70 }), job({ jobId: 'b', score: 91 })],
      acted: [],
      now,
    });
    expect(ids(queue)).toEqual(['b', 's', 'a']);
  });

  test('a saved posting takes the score it was found with and stands there once', () => {
    const queue = nextJobs({
      saved: [job({ jobId: 'a', from: 'saved' }), job({ jobId: 'z', from: 'saved' })],
      matches: [job({ jobId: 'b', score: 60 }), job({ jobId: 'a', score: 80 })],
      acted: [],
      now,
    });
    expect(queue.map(({ jobId, from, score }) => [jobId, from, score])).toEqual([
      ['a', 'saved', 80],
      ['b', 'match', 60],
      ['z', 'saved', undefined],
    ]);
  });

  test('nothing applied to comes again, not even as another posting of the same role there', () => {
    const queue = nextJobs({
      saved: [],
      matches: [
        job({ jobId: 'a', score: 90 }),
        job({ jobId: 'b', score: 80, title: 'Data Engineer (m/f/d)', company: 'Acme Rivers, Inc.' }),
        job({ jobId: 'c', score: 70 }),
      ],
      acted: [
        acted({ jobId: 'a', status: 'rejected', at: daysAgo(400) }),
        acted({ jobId: 'old', title: 'Data Engineer', company: 'Acme Rivers' }),
        acted({ jobId: 'c', status: 'started' }),
      ],
      now,
    });
    expect(ids(queue)).toEqual(['c']);
  });

  test('what no browser tab can open is left out', () => {
    const queue = nextJobs({
      saved: [job({ jobId: 'a', url: '' }), job({ jobId: 'b', url: 'javascript:alert(1)' })],
      matches: [job({ jobId: 'c', url: 'chrome://settings' })],
      acted: [],
      now,
    });
    expect(queue).toEqual([]);
  });
});

describe('whether the person applied before', () => {
  const sent = [acted({ jobId: 'j1', title: 'Data Engineer', company: 'Acme Rivers GmbH', at: daysAgo(179) })];

  test('the same posting counts however long ago, the same role for half a year', () => {
    expect(sentBefore({ jobId: 'j1', title: 'x', company: 'y' }, { acted: sent, now })).toBe(sent[0]);
    const role = { title: 'data engineer', company: 'Acme Rivers' };
    expect(sentBefore(role, { acted: sent, now })).toBe(sent[0]);
    expect(sentBefore(role, { acted: sent, now: now + 2 * 86_400_000 })).toBeUndefined();
  });

  test('another level, another employer or an application only begun is no application before', () => {
    expect(sentBefore({ title: 'Senior Data Engineer', company: 'Acme Rivers' }, { acted: sent, now })).toBeUndefined();
    expect(sentBefore({ title: 'Data Engineer', company: 'Brook Labs' }, { acted: sent, now })).toBeUndefined();
    const begun = [acted({ jobId: 'j1', status: 'started' }), acted({ jobId: 'j2', status: 'bookmarked' })];
    expect(sentBefore({ jobId: 'j1', title: 'x', company: 'y' }, { acted: begun, now })).toBeUndefined();
  });

  test('postings without an employer are never taken for each other', () => {
    const nameless = [acted({ jobId: 'j1', title: 'Cook', company: '' })];
    expect(sentBefore({ title: 'Cook', company: '' }, { acted: nameless, now })).toBeUndefined();
  });
});

test('a page that words the title and the firm another way shows the same role', () => {
  const queued = { title: 'Data Engineer', company: 'Acme Rivers' };
  expect(isSameRole(queued, { title: 'Data Engineer (m/w/d)', company: 'Acme Rivers GmbH' })).toBe(true);
  expect(isSameRole(queued, { title: 'Data Analyst', company: 'Acme Rivers' })).toBe(false);
  expect(isSameRole({ title: '', company: '' }, { title: '', company: '' })).toBe(false);
});

describe('the daily cap', () => {
  test('counts a day and begins anew with the next', () => {
    expect(openingsLeft(undefined, { day: '2026-11-21', cap: 25 })).toBe(25);
    expect(openingsLeft({ day: '2026-11-21', count: 24 }, { day: '2026-11-21', cap: 25 })).toBe(1);
    expect(openingsLeft({ day: '2026-11-21', count: 30 }, { day: '2026-11-21', cap: 25 })).toBe(0);
    expect(openingsLeft({ day: '2026-11-20', count: 25 }, { day: '2026-11-21', cap: 25 })).toBe(25);
  });
});
