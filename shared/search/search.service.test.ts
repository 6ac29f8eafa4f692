import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Job } from '#shared/job/job.schema.ts';
import { systemFor } from '#shared/kernel/actor.ts';
import { newId } from '#shared/kernel/ids.ts';
import { message } from '#shared/kernel/task.ts';
import type { MatchView } from '#shared/match/match.contract.ts';
import { deliverMail } from '#shared/notification/notification.tasks.ts';
import { Preferences } from '#shared/profile/profile.schema.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import type { Filter } from './filter.rules.ts';
import type { SearchAlert } from './search.schema.ts';
import { createSearches, type Searches } from './search.service.ts';
import { runAlert, spreadSearches } from './search.tasks.ts';

/** A world with postings by title; whatever else an alert asks of it is settled by the test. */
let platform: TestPlatform;
let searches: Searches;
let jobs: Map<string, Job>;
let preferences: Preferences;
let scores: Map<string, number>;
/** Runs in the middle of the next look at the postings. */
let meanwhile: (() => Promise<unknown>) | undefined;
let published: { owner: string; data: Record<string, unknown>; once?: string }[];

const HOUR = 3_600_000;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.close());
let worlds = 0;
let owner = '';
beforeEach(() => {
  owner = `usr_ada${++worlds}`;
  [jobs, scores, published, meanwhile] = [new Map(), new Map(), [], undefined];
  preferences = Preferences.parse({});
  const passes = (filters: readonly Filter[], among: Iterable<Job>) =>
    [...among].filter((job) => filters.some(({ q = '' }) => job.title.includes(q))).map(({ id }) => id);
  searches = createSearches(platform, {
    profiles: {
      preferences: async () => preferences,
      putPreferences: async (_, changed) => {
        preferences = changed;
        return changed;
      },
    },
    postings: {
      matching: async (filters) => {
        const ids = passes(filters, jobs.values());
        const work = meanwhile;
        meanwhile = undefined;
        await work?.();
        return ids;
      },
      among: async (ids) => (filters) =>
        passes(
          filters,
          ids.flatMap((id) => jobs.get(id) ?? []),
        ),
      findMany: async (_, ids) => ids.flatMap((id) => jobs.get(id) ?? []),
    },
    matches: {
      list: async () => ({ items: [], page: { total: 0 } }),
      scores: async (_, ids) =>
        ids.flatMap((jobId) => {
          const score = scores.get(jobId);
          return score === undefined ? [] : [{ jobId, score, provisional: false }];
        }),
      get: async (_, jobId) => fitOf(jobId),
      dismissed: async () => new Set(),
    },
    personalOf: async () => new Map(),
    hasProfile: async () => scores.size > 0,
    contactOf: async () => ({ email: 'ada@example.org', name: 'Ada' }),
    publish: async (event) => void published.push(event),
    mail: ({ owner: to, kind, key, data }) => message(deliverMail, { owner: to, kind, key, sealed: data.digest ?? '' }),
  });
  platform.sent.take();
});

function fitOf(jobId: string): MatchView {
  const job = jobs.get(jobId);
  if (job === undefined) throw new Error('There is no such posting');
  const part = { skills: 0, experience: 0, education: 0, location: 0, preferences: 0, semantic: 0, recency: 0 };
  const reasons = [{ text: `Because of ${job.title}`, evidence: [], stance: 'for' as const }];
  const rest = { matchedSkills: [], missingSkills: [], provisional: false, status: null };
  return { job, score: scores.get(jobId) ?? 0, breakdown: part, reasons, ...rest };
}

function comesIn(title: string): string {
  const id = newId('job', platform.clock.now());
  const rest = { location: { text: 'Berlin', remote: null }, skills: [], sources: [], variants: [], liveness: 'live' };
  jobs.set(id, Job.parse({ id, title, company: `Firm ${id}`, description: '', url: 'https://x.example/', ...rest }));
  return id;
}

async function save(q: string, alert: Partial<SearchAlert> = {}) {
  const whole: SearchAlert = { on: true, frequency: 'daily', channels: ['email'], ...alert };
  const { search } = await searches.create(systemFor(owner), { name: q, query: { q }, alert: whole });
  platform.clock.advance(1000);
  return search;
}
const dueOf = async (id: string) => (await searches.store.alert(owner, id))?.dueAt;
/** Lets the time come, and gives the task that is handed out then. */
async function due(id: string) {
  platform.clock.advance(Math.max(0, ((await dueOf(id)) ?? 0) - platform.clock.now()) + 1000);
  await searches.tick();
  const handed = platform.sent.take().filter(({ task }) => task === runAlert.id);
  const mine = handed.map(({ payload }) => runAlert.schema.parse(payload)).filter((task) => task.owner === owner);
  const [task] = mine.filter((one) => one.id === id);
  if (task === undefined) throw new Error('Nothing was handed out');
  return task;
}
/** Titles in the mails that left since. */
const mailed = (): string[][] =>
  platform.sent
    .take()
    .filter(({ task }) => task === deliverMail.id)
    .map(({ payload }) =>
      [...deliverMail.schema.parse(payload).sealed.matchAll(/"title":"([^"]+)"/g)].map(([, t]) => t ?? ''),
    );

describe('an alert', () => {
  it('that fails before it is written tells nothing, and everything when it is tried again', async () => {
    const { id } = await save('cook');
    comesIn('cook');
    const task = await due(id);
    meanwhile = () => Promise.reject(new Error('out of order'));
    await expect(searches.run(task)).rejects.toThrow('out of order');
    expect(mailed()).toEqual([]);
    await searches.run(task);
    expect(mailed()).toEqual([['cook']]);
    await searches.run(task);
    expect(mailed()).toEqual([]);
  });

  it('run by two at once is told by one', async () => {
    const { id } = await save('cook');
    comesIn('cook');
    const task = await due(id);
    await Promise.all([1, 2, 3].map(() => searches.run(task)));
    expect(mailed()).toEqual([['cook']]);
  });

  it('that is switched off while it runs tells nothing', async () => {
    const { id, version } = await save('cook');
    comesIn('cook');
    const task = await due(id);
    const off = { on: false, frequency: 'daily' as const, channels: [] };
    meanwhile = () => searches.update(systemFor(owner), { id, version, alert: off });
    await searches.run(task);
    expect([mailed(), await dueOf(id)]).toEqual([[], undefined]);
  });

  it('that was given up is due again the next day, and tells then', async () => {
    const { id } = await save('cook');
    comesIn('cook');
    await searches.giveUp(await due(id));
    expect(mailed()).toEqual([]);
    await searches.run(await due(id));
    expect(mailed()).toEqual([['cook']]);
  });

  it('tells postings by fit, with the best reason, and only those at or above its own score', async () => {
    const { id } = await save('cook', { minScore: 50 });
    scores.set(comesIn('cook of soups'), 60).set(comesIn('cook of cakes'), 80).set(comesIn('cook of stones'), 40);
    await searches.run(await due(id));
    const [mail] = platform.sent.take().filter(({ task }) => task === deliverMail.id);
    const { fresh } = JSON.parse(deliverMail.schema.parse(mail?.payload).sealed);
    expect(
      fresh.lines.map((line: { title: string; score: number; reason: string }) => [
        line.title,
        line.score,
        line.reason,
      ]),
    ).toEqual([
      ['cook of cakes', 80, 'Because of cook of cakes'],
      ['cook of soups', 60, 'Because of cook of soups'],
    ]);
    expect(fresh.total).toBe(2);
  });

  it('counts what came in beyond what it looks at, and never tells of it as new again', async () => {
    const { id } = await save('cook');
    for (let n = 0; n < 450; n++) comesIn(`cook ${n}`);
    await searches.run(await due(id));
    const [mail] = platform.sent.take().filter(({ task }) => task === deliverMail.id);
    expect(JSON.parse(deliverMail.schema.parse(mail?.payload).sealed).fresh).toMatchObject({ total: 450, rest: 435 });
    comesIn('cook at last');
    await searches.run(await due(id));
    expect(mailed()[0]?.[0]).toBe('cook at last');
    await searches.run(await due(id));
    expect(mailed()).toEqual([]);
  });

  it('tells of a posting that was made before a run but found only after it', async () => {
    const { id } = await save('cook');
    const late = comesIn('cook who was late');
    const hidden = jobs.get(late);
    jobs.delete(late);
    comesIn('cook');
    await searches.run(await due(id));
    expect(mailed()).toEqual([['cook']]);
    if (hidden) jobs.set(late, hidden);
    await searches.run(await due(id));
    expect(mailed()[0]?.[0]).toBe('cook who was late');
  });
});

describe('an instant search', () => {
  it('woken while it runs is asked again, so that nothing is left behind', async () => {
    const { id } = await save('cook', { frequency: 'instant', channels: ['email', 'browser'] });
    comesIn('cook');
    await searches.wake(owner, id);
    const task = await due(id);
    meanwhile = async () => {
      comesIn('cook of the last minute');
      await searches.wake(owner, id);
    };
    await searches.run(task);
    const sent = platform.sent.take();
    const mails = sent.filter(({ task: name }) => name === deliverMail.id);
    expect(mails).toHaveLength(1);
    expect(deliverMail.schema.parse(mails[0]?.payload).sealed).toContain('cook of the last minute');
    const [announce] = sent.filter(({ task: name }) => name === runAlert.id);
    await searches.run(runAlert.schema.parse(announce?.payload));
    expect(published).toMatchObject([{ owner, data: { count: 2, searchId: id, notify: { browser: true } } }]);
    expect(published[0]?.once).toContain(String(task.slot));
    expect(await dueOf(id)).toBeUndefined();
  });

  it('that has told lately waits half an hour; one that had nothing to tell does not', async () => {
    const { id } = await save('cook', { frequency: 'instant' });
    await searches.wake(owner, id);
    await searches.run(await due(id));
    expect(mailed()).toEqual([]);
    comesIn('cook');
    await searches.wake(owner, id);
    expect((await dueOf(id)) ?? 0).toBeLessThanOrEqual(platform.clock.now() + 3 * 60_000);
    await searches.run(await due(id));
    expect(mailed()).toEqual([['cook']]);
    const toldAt = platform.clock.now();
    comesIn('cook again');
    await searches.wake(owner, id);
    expect((await dueOf(id)) ?? 0).toBeGreaterThanOrEqual(toldAt + 30 * 60_000);
  });

  it('is found among many people’s by new postings, shard by shard; old postings wake nobody', async () => {
    const people = Array.from({ length: 40 }, (_, n) => `usr_crowd${worlds}x${n}`);
    const alert: SearchAlert = { on: true, frequency: 'instant', channels: ['email'] };
    for (const [n, one] of people.entries())
      await searches.create(systemFor(one), { name: 'x', query: { q: n % 2 === 0 ? 'glover' : 'hatter' }, alert });
    expect(searches.onJobsChange([newId('job', platform.clock.now() - 48 * HOUR)])).toEqual([]);
    const [first, ...more] = searches.onJobsChange([comesIn('glover')]);
    expect(more).toEqual([]);
    platform.sent.take();
    for (let next: unknown = first?.payload; next !== undefined; ) {
      await searches.spread(spreadSearches.schema.parse(next));
      next = platform.sent.take().find(({ task }) => task === spreadSearches.id)?.payload;
    }
    const woken = await Promise.all(
      people.map(async (one) => (await searches.store.alerts(one)).some(({ dueAt }) => dueAt !== undefined)),
    );
    expect(woken).toEqual(people.map((_, n) => n % 2 === 0));
  });
});

it('the event of matches says whether and from when a notification is wanted', async () => {
  const tell = () => searches.announce({ owner, type: 'match.found', data: { jobId: 'job_1', jobIds: ['job_1'] } });
  await tell();
  const hour = (ahead: number) => new Date(platform.clock.now() + ahead * HOUR).toISOString().slice(11, 16);
  preferences = Preferences.parse({ alertChannels: ['browser'], quietHours: { from: hour(-2), to: hour(2) } });
  await tell();
  expect(published.map(({ data }) => data.notify)).toEqual([
    { browser: false },
    { browser: true, after: expect.stringContaining(`T${hour(2)}:00`) },
  ]);
});
