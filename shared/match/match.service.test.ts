import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplications } from '#shared/application/application.service.ts';
import { posting as aPosting } from '#shared/feed/posting.schema.ts';
import { createJobs, type Jobs } from '#shared/job/job.service.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { Preferences } from '#shared/profile/profile.schema.ts';
import { createProfiles } from '#shared/profile/profile.service.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { MatchView } from './match.contract.ts';
import { createMatches, type Matches } from './match.service.ts';
import { scoreMatches, spreadJobs } from './match.tasks.ts';

let platform: TestPlatform;
let world: ReturnType<typeof build>;
const events: { owner: string; type: string; data: Record<string, unknown> }[] = [];
const admin: Actor = { type: 'user', userId: 'usr_admin', role: 'admin', scope: 'portal', credentialId: 'c' };
const ada: Actor = { type: 'user', userId: 'usr_ada', role: 'seeker', scope: 'portal', credentialId: 'c' };
const bob: Actor = { ...ada, userId: 'usr_bob' };

/** The services as `core.ts` wires them. */
function build(on: Pick<TestPlatform, keyof Platform> = platform) {
  const profiles = createProfiles(on, { onChange: (owner) => matches.onProfileChange(owner) });
  const applications = createApplications(on, {
    jobOf: (actor, id) => jobs.find(actor, id),
    jobsOf: (actor, ids) => jobs.findMany(actor, ids),
    documentsOf: async () => [],
    onStatus: (owner, change) => matches.onStatus(owner, change),
  });
  const jobs: Jobs = createJobs(on, {
    personalOf: applications.personalOf,
    onChange: (ids) => matches.onJobsChange(ids),
    onCapture: (owner, id) => matches.onCapture(owner, id),
  });
  const matches: Matches = createMatches(on, {
    profiles,
    jobs,
    applications,
    publish: async (event) => void events.push(event),
  });
  return { profiles, applications, jobs, matches };
}

/** Runs every task that left, and those that follow, as the queue would. */
async function settle(services = world): Promise<void> {
  for (let sent = platform.sent.take(); sent.length > 0; sent = platform.sent.take())
    for (const { task, payload } of sent) {
      if (task === scoreMatches.id) await services.matches.score(scoreMatches.schema.parse(payload));
      if (task === spreadJobs.id) await services.matches.spread(spreadJobs.schema.parse(payload));
    }
}

const text = (skills: string) =>
  `Requirements:\n• 5+ years of experience with ${skills}\nYou will build and run services for thousands of shops, talk to the people who use them, and leave the code better than you found it. `.repeat(
    5,
  );
let n = 0;
const posting = (over: Record<string, unknown> = {}) => {
  n++;
  return {
    source: 'feed',
    sourceId: `m-${n}`,
    url: `https://m.example/${n}`,
    title: 'Senior Backend Engineer',
    company: `Employer ${n}`,
    location: 'Berlin, Germany',
    description: text('Python, PostgreSQL and Kubernetes'),
    postedAt: '2026-01-01',
    ...over,
  };
};
const bring = async (...postings: ReturnType<typeof posting>[]) => {
  const { results } = await world.jobs.import(admin, postings);
  await settle();
  return results.map((r) => r.jobId);
};

beforeAll(async () => {
  platform = await startTestPlatform();
  world = build();
  await world.profiles.put(ada, {
    version: 0,
    answers: {},
    resume: {
      work: [
        {
          position: 'Senior Backend Engineer',
          startDate: '2017-01',
          highlights: ['Python services on PostgreSQL and Kubernetes'],
        },
      ],
      skills: [{ name: 'Python' }, { name: 'PostgreSQL' }, { name: 'Docker' }],
    },
  });
  await world.profiles.putPreferences(
    ada,
    Preferences.parse({ country: 'DE', locations: ['Berlin'], seniority: 'senior', alertMinScore: 60 }),
  );
  await settle();
});
afterAll(() => platform.close());

describe('ranking', () => {
  it('scores all postings on demand, with progress anyone waiting can read', async () => {
    await bring(
      posting(),
      posting({
        title: 'Pastry Chef',
        description: 'Bake croissants and mind the ovens of our hotel kitchen, early every day. '.repeat(15),
      }),
      posting({ location: 'Toronto, Canada' }),
    );
    const { taskId } = await world.matches.refresh(ada);
    expect(await world.matches.task(ada, taskId)).toMatchObject({ status: 'queued' });
    await settle();
    expect(await world.matches.task(ada, taskId)).toEqual({ id: taskId, status: 'done', progress: 1 });
    await expect(world.matches.task(bob, taskId)).rejects.toMatchObject({ code: 'not_found' });
    const { items, page } = await world.matches.list(ada, { limit: 20, sort: 'score' });
    expect(page.total).toBe(3);
    for (const item of items) expect(() => MatchView.parse(item)).not.toThrow();
    expect(items[0]?.job.title).toBe('Senior Backend Engineer');
    expect(items[0]?.gate).toBeUndefined();
    expect(items.find((m) => m.job.location.country === 'CA')?.gate?.code).toBe('country');
    expect(items.find((m) => m.job.title === 'Pastry Chef')?.score).toBeLessThan(40);
  });
  it('stores what it shows, and reckons any posting on demand alike', async () => {
    const { items } = await world.matches.list(ada, { limit: 20, sort: 'score' });
    for (const item of items) {
      const { gains, ...alike } = await world.matches.get(ada, item.job.id);
      expect(alike).toEqual(item);
      for (const { points } of gains ?? []) expect(item.score + points).toBeLessThanOrEqual(100);
    }
  });
  it('filters and sorts by score, date and pay', async () => {
    const [rich] = await bring(
      posting({ salary: { min: 150000, max: 180000, currency: 'USD', period: 'year' }, location: 'Remote, Germany' }),
    );
    const [fresh] = await bring(posting({ postedAt: '2026-10-30' }));
    const ids = async (query: Partial<Parameters<Matches['list']>[1]>) =>
      (await world.matches.list(ada, { limit: 50, sort: 'score', ...query })).items.map((m) => m.job.id);
    expect((await ids({ sort: 'salary' }))[0]).toBe(rich);
    expect((await ids({ sort: 'date' }))[0]).toBe(fresh);
    expect(await ids({ remote: 'remote' })).toEqual([rich]);
    expect(await ids({ location: 'Toronto' })).toHaveLength(1);
    const scores = (await world.matches.list(ada, { limit: 50, sort: 'score', minScore: 60 })).items.map(
      (m) => m.score,
    );
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(60);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect((await world.matches.list(ada, { limit: 1, offset: 1, sort: 'score' })).page).toMatchObject({
      limit: 1,
      offset: 1,
      total: 5,
    });
  });
});

describe('new postings', () => {
  it('reach people who were ranked before, and those alone, with one event', async () => {
    events.length = 0;
    const [id] = await bring(posting({ company: 'Brand New' }));
    expect(events).toMatchObject([{ owner: 'usr_ada', type: 'match.found', data: { jobId: id, jobIds: [id] } }]);
    expect((await world.matches.list(ada, { limit: 50, sort: 'score' })).items.map((m) => m.job.id)).toContain(id);
    expect((await world.matches.list(bob, { limit: 50, sort: 'score' })).page.total).toBe(0);
  });
  it('are held against everybody ranked, and only whom they could concern has them ranked', async () => {
    const { results } = await world.jobs.import(admin, [
      posting({ title: 'Registered Nurse', location: 'Austin, TX' }),
    ]);
    const scored: unknown[] = [];
    for (let sent = platform.sent.take(); sent.length > 0; sent = platform.sent.take())
      for (const { task, payload } of sent)
        if (task === spreadJobs.id) await world.matches.spread(spreadJobs.schema.parse(payload));
        else scored.push(payload);
    expect(results[0]?.outcome).toBe('created');
    expect(scored).toEqual([]);
  });
  it('that are past their day leave the list by themselves', async () => {
    const [given] = [posting({ company: 'Short Lived' })];
    await world.jobs.take([
      aPosting({
        ...given,
        places: [{ text: 'Berlin, Germany', city: null, region: null, country: null }],
        postedAt: null,
        expiresAt: new Date(platform.clock.now() + 60_000).toISOString(),
      }),
    ]);
    await settle();
    const listed = async () =>
      (await world.matches.list(ada, { limit: 100, sort: 'score' })).items.map(({ job }) => job.company);
    expect(await listed()).toContain('Short Lived');
    platform.clock.advance(61_000);
    expect(await listed()).not.toContain('Short Lived');
  });
  it('are told once, however often their task is delivered', async () => {
    const { results } = await world.jobs.import(admin, [posting({ company: 'Only Once' })]);
    const sent = platform.sent.take();
    events.length = 0;
    for (let i = 0; i < 3; i++)
      for (const { payload } of sent) await world.matches.spread(spreadJobs.schema.parse(payload));
    await settle();
    expect(events.filter((e) => e.data.jobId === results[0]?.jobId)).toHaveLength(1);
  });
  it('that a person kept are ranked for them', async () => {
    const { job } = await world.jobs.capture(ada, {
      title: 'Senior Backend Engineer',
      company: 'Captured',
      location: 'Berlin',
      description: text('Python'),
    });
    await settle();
    expect((await world.matches.list(ada, { limit: 50, sort: 'score' })).items.map((m) => m.job.id)).toContain(job.id);
    await expect(world.matches.get(bob, job.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('every day', () => {
  it('everybody is ranked anew, once', async () => {
    await world.matches.scheduleDaily();
    await world.matches.scheduleDaily();
    expect(platform.sent.take().map(({ task }) => task)).toEqual([spreadJobs.id]);
  });
});

describe('a change of wishes', () => {
  it('ranks anew', async () => {
    await world.profiles.putPreferences(bob, Preferences.parse({ titles: ['Pastry Chef'], country: 'DE' }));
    await settle();
    const { items } = await world.matches.list(bob, { limit: 1, sort: 'score' });
    expect(items[0]?.job.title).toBe('Pastry Chef');
  });
});

describe('what a person says to a match', () => {
  it('recommends at most ten above the threshold, two of one employer', async () => {
    await bring(
      ...Array.from({ length: 4 }, (_, i) =>
        posting({
          company: 'Greedy',
          title: 'Senior Backend Engineer',
          location: ['Berlin', 'Hamburg', 'Munich', 'Cologne'][i],
        }),
      ),
    );
    const { items } = await world.matches.recommended(ada);
    expect(items.length).toBeLessThanOrEqual(10);
    expect(items.filter((m) => m.job.company === 'Greedy').length).toBeLessThanOrEqual(2);
    for (const { score } of items) expect(score).toBeGreaterThanOrEqual(60);
  });
  it('a thumb down leaves the recommendations, a deletion leaves the list for good', async () => {
    const before = (await world.matches.recommended(ada)).items;
    const [first, second] = before;
    if (!first || !second) throw new Error('two recommendations are needed');
    expect(await world.matches.feedback(ada, { jobId: first.job.id, rating: 'down', reason: 'too far' })).toEqual({
      jobId: first.job.id,
      rating: 'down',
    });
    await world.matches.remove(ada, second.job.id);
    await world.matches.remove(ada, second.job.id);
    const after = (await world.matches.recommended(ada)).items.map((m) => m.job.id);
    expect(after).not.toContain(first.job.id);
    expect(after).not.toContain(second.job.id);
    await world.matches.refresh(ada);
    await settle();
    const all = (await world.matches.list(ada, { limit: 100, sort: 'score' })).items.map((m) => m.job.id);
    expect(all).toContain(first.job.id);
    expect(all).not.toContain(second.job.id);
    expect(JSON.stringify(await world.matches.store.exportUser('usr_ada'))).toContain('too far');
  });
  it('thumbs change the next ranking, say so, and can be forgotten', async () => {
    await bring(
      ...Array.from({ length: 3 }, (_, i) => posting({ company: 'Not For Me', location: ['Kiel', 'Ulm', 'Jena'][i] })),
    );
    const list = async () => (await world.matches.list(ada, { limit: 100, sort: 'score' })).items;
    const theirs = (await list()).filter(({ job }) => job.company === 'Not For Me');
    expect(theirs).toHaveLength(3);
    for (const { job } of theirs.slice(0, 2)) await world.matches.feedback(ada, { jobId: job.id, rating: 'down' });
    await settle();
    const third = theirs[2];
    const now = (await list()).find(({ job }) => job.id === third?.job.id);
    expect(now?.score).toBeLessThan(third?.score ?? 0);
    expect((await world.matches.get(ada, third?.job.id ?? '')).score).toBe(now?.score);
    const { reasons, counts } = await world.matches.taste(ada);
    expect(reasons.join()).toContain('Not For Me');
    expect(counts).toMatchObject({ down: 3, hidden: 1 });
    await world.matches.forgetTaste(ada);
    await settle();
    expect((await list()).find(({ job }) => job.id === third?.job.id)?.score).toBe(third?.score);
    expect(await world.matches.taste(ada)).toEqual({ reasons: [], counts: { up: 0, down: 0, applied: 0, hidden: 1 } });
  });
  it('an application teaches as well', async () => {
    const { items } = await world.matches.list(ada, { limit: 1, sort: 'score' });
    const id = items[0]?.job.id ?? '';
    await world.applications.setStatus(ada, { id, status: 'applied' });
    expect((await world.matches.taste(ada)).counts.applied).toBe(1);
    await world.applications.setStatus(ada, { id, status: null });
  });
  it('a thumb shows on the match and can be taken back, with its reason', async () => {
    const { items } = await world.matches.list(ada, { limit: 1, sort: 'score' });
    const jobId = items[0]?.job.id ?? '';
    await world.matches.feedback(ada, { jobId, rating: 'up', reason: 'near my home' });
    expect((await world.matches.get(ada, jobId)).rating).toBe('up');
    await world.matches.feedback(ada, { jobId, rating: null });
    expect((await world.matches.get(ada, jobId)).rating).toBeUndefined();
    expect((await world.matches.store.feedback('usr_ada')).get(jobId)).not.toHaveProperty('reason');
  });

  it('what was taken out comes back where it stood, when the person takes that back', async () => {
    const before = await world.matches.list(ada, { limit: 100, sort: 'score' });
    const jobId = before.items.at(-1)?.job.id ?? '';
    await world.matches.remove(ada, jobId);
    expect(await world.matches.scores(ada, [jobId])).toEqual([]);
    await world.matches.restore(ada, jobId);
    await settle();
    const after = await world.matches.list(ada, { limit: 100, sort: 'score' });
    expect(after.items.map(({ job }) => job.id)).toEqual(before.items.map(({ job }) => job.id));
    await expect(world.matches.restore(ada, 'job_nothing')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('the scores of a list of postings are the stored ones, one’s own alone', async () => {
    const { items } = await world.matches.list(ada, { limit: 2, sort: 'score' });
    const ids = items.map(({ job }) => job.id);
    const scores = await world.matches.scores(ada, [...ids, 'job_nothing']);
    expect(scores.map(({ jobId, score }) => [jobId, score]).toSorted()).toEqual(
      items.map(({ job, score }) => [job.id, score]).toSorted(),
    );
    expect(await world.matches.scores({ ...bob, userId: 'usr_nobody' }, ids)).toEqual([]);
  });

  it('applying gives the address and begins an application, without taking one back', async () => {
    const [id = ''] = await bring(posting({ company: 'Apply Here' }));
    expect((await world.matches.apply(ada, id)).url).toMatch(/^https:\/\/m\.example\//);
    expect((await world.matches.get(ada, id)).status).toBe('started');
    await world.applications.setStatus(ada, { id, status: 'interviewed' });
    await world.matches.apply(ada, id);
    const { items } = await world.applications.list(ada, { limit: 10, status: 'interviewed' });
    expect(items[0]).toMatchObject({ jobId: id, status: 'interviewed', company: 'Apply Here', documents: [] });
    expect(items[0]?.history.map((h) => h.status)).toEqual(['started', 'interviewed']);
    expect((await world.applications.list(bob, { limit: 10 })).page.total).toBe(0);
  });
  it('notes and status can be set, kept and forgotten', async () => {
    const [id = ''] = await bring(posting({ company: 'Notes' }));
    await world.applications.setStatus(ada, { id, status: 'bookmarked', notes: 'ask about the ovens' });
    expect(await world.applications.setStatus(ada, { id, status: null })).toMatchObject({
      status: null,
      notes: 'ask about the ovens',
    });
    expect((await world.jobs.get(ada, id)).personal).toEqual({ status: null, notes: 'ask about the ovens' });
    expect((await world.applications.list(ada, { limit: 50 })).items.map((a) => a.jobId)).not.toContain(id);
    const raw = await platform.table.query({ pk: 'USER#usr_ada', prefix: 'APPLICATION#' });
    expect(JSON.stringify(raw)).not.toContain('ovens');
    await expect(world.applications.setStatus(ada, { id: 'job_0', status: 'applied' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('with vectors of a model', () => {
  it('what means the same counts, alike in the ranking and on demand, and other people stay as they were', async () => {
    /** A model that knows two meanings. */
    const embed = async (texts: readonly string[]) =>
      texts.map((one) =>
        Int8Array.from({ length: 256 }, (_, i) => (i === (/boats|marina/.test(one) ? 0 : 1) ? 127 : 0)),
      );
    const meaning = build({ ...platform, embeddings: { enabled: true, embed } });
    const sailor: Actor = { ...ada, userId: 'usr_sailor' };
    await meaning.profiles.put(sailor, {
      version: 0,
      answers: {},
      resume: { work: [{ position: 'Harbour Master', highlights: ['Kept two hundred boats in order'] }] },
    });
    await settle(meaning);
    const about = (words: string) => ({ title: 'Site Manager', description: `${text('planning')} ${words}` });
    const { results } = await meaning.jobs.import(admin, [
      posting(about('The place is a marina.')),
      posting(about('The place is a bakery.')),
    ]);
    await settle(meaning);
    await meaning.matches.refresh(sailor);
    await settle(meaning);
    const stored = (await meaning.matches.list(sailor, { limit: 100, sort: 'score' })).items;
    const [marina, bakery] = results.map(({ jobId }) => stored.find(({ job }) => job.id === jobId));
    expect(marina?.breakdown.semantic).toBeGreaterThan(bakery?.breakdown.semantic ?? 100);
    expect((await meaning.matches.get(sailor, results[0]?.jobId ?? '')).score).toBe(marina?.score);
    expect(marina?.score).toBeGreaterThan(bakery?.score ?? 100);
  });
});

describe('erasing', () => {
  it('leaves nothing behind, and late tasks bring nothing back', async () => {
    await world.matches.refresh(ada);
    const late = platform.sent.take();
    for (const part of [world.matches, world.applications, world.jobs]) await part.store.eraseUser('usr_ada');
    await platform.table.write({ put: { pk: 'USER#usr_ada', sk: 'TOMBSTONE' } });
    for (const { payload } of late) await world.matches.score(scoreMatches.schema.parse(payload));
    const left = await platform.table.query({ pk: 'USER#usr_ada' });
    expect(
      left.map((row) => row.sk).filter((sk) => /^(MATCH|FEEDBACK|TASK|APPLICATION|JOB|JOBTEXT|CAPTURE)#/.test(sk)),
    ).toEqual([]);
    expect(await world.matches.store.exportUser('usr_ada')).toEqual({ matches: [], feedback: [] });
  });
});
