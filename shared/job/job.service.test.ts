import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#shared/kernel/actor.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { JobQuery } from './job.contract.ts';
import { createJobs, type Jobs } from './job.service.ts';
import { createJobIndexStore } from './job-index.store.ts';
import { rowOf } from './job-row.rules.ts';

let platform: TestPlatform;
let jobs: Jobs;
const admin: Actor = { type: 'user', userId: 'usr_admin', role: 'admin', scope: 'portal', credentialId: 'c' };
const someone = (id: string): Actor => ({
  type: 'user',
  userId: id,
  role: 'seeker',
  scope: 'portal',
  credentialId: 'c',
});
const ada = someone('usr_ada');
const bob = someone('usr_bob');

const body =
  'You will plan and run the ovens of our pilot bakery, write down what you learn, and teach the crews of forty shops how to do the same with less flour and fewer burnt crusts. You know yeast, heat and people, you rise early, and you like to measure twice before you cut the dough. We use Python and Excel for the planning and Kubernetes for nothing at all. ';
let n = 0;
const posting = (over: Record<string, unknown> = {}) => {
  n++;
  return {
    source: 'feed',
    sourceId: `id-${n}`,
    url: `https://jobs.example/${n}`,
    title: 'Senior Baker',
    company: `Acme ${n}`,
    location: 'Berlin, Germany',
    description: `<p>${body.repeat(4)}</p>`,
    ...over,
  };
};
const list = (query: Record<string, unknown> = {}, who = ada) => jobs.list(who, JobQuery.parse(query));
const importOne = async (over: Record<string, unknown>) => {
  const { results, rejected } = await jobs.import(admin, [over]);
  return { ...results[0], rejected };
};

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.close());
beforeEach(() => {
  jobs = createJobs(platform, { personalOf: async () => new Map() });
});

describe('importing', () => {
  it('creates once, whatever often it comes, and updates what changed', async () => {
    const one = posting();
    const first = await importOne(one);
    expect(first.outcome).toBe('created');
    expect(await importOne(one)).toMatchObject({ jobId: first.jobId, outcome: 'unchanged' });
    expect(await importOne({ ...one, location: 'Hamburg, Germany' })).toMatchObject({
      jobId: first.jobId,
      outcome: 'updated',
    });
    expect(await jobs.get(ada, String(first.jobId))).toMatchObject({
      location: { city: 'Hamburg', country: 'DE' },
      title: 'Senior Baker',
    });
    const { description } = await jobs.get(ada, String(first.jobId));
    expect(description).not.toContain('<');
  });
  it('merges the same vacancy from another source and keeps both', async () => {
    const one = posting({ company: 'Breadworks GmbH' });
    const a = await importOne(one);
    const b = await importOne({
      ...one,
      source: 'other',
      sourceId: 'x',
      url: 'https://other.example/9',
      company: 'Breadworks',
    });
    expect(b).toMatchObject({ jobId: a.jobId, outcome: 'merged' });
    expect((await jobs.get(ada, String(a.jobId))).sources.map((s) => s.source)).toEqual(['feed', 'other']);
    expect(
      await importOne({
        ...one,
        source: 'other',
        sourceId: 'x',
        url: 'https://other.example/9',
        company: 'Breadworks',
      }),
    ).toMatchObject({ outcome: 'unchanged' });
  });
  it('lists the same role elsewhere as a variant on both sides', async () => {
    const one = posting({ company: 'Crumbs', description: 'You sweep what the ovens leave behind. '.repeat(40) });
    const a = await importOne(one);
    const b = await importOne({
      ...one,
      sourceId: 'paris',
      url: 'https://jobs.example/paris',
      location: 'Paris, France',
    });
    expect(b.outcome).toBe('created');
    expect((await jobs.get(ada, String(a.jobId))).variants).toEqual([b.jobId]);
    expect((await jobs.get(ada, String(b.jobId))).variants).toEqual([a.jobId]);
  });
  it('refuses bad postings one by one and takes the good ones', async () => {
    const { results, rejected } = await jobs.import(admin, [
      posting(),
      { ...posting(), title: ' ' },
      { ...posting(), url: 'javascript:alert(1)' },
      null,
      { ...posting(), description: '<script>x</script>' },
      posting(),
    ]);
    expect(results.map((r) => [r.index, r.outcome])).toEqual([
      [0, 'created'],
      [5, 'created'],
    ]);
    expect(rejected).toEqual([
      { index: 1, code: 'job.invalid' },
      { index: 2, code: 'job.url_not_allowed' },
      { index: 3, code: 'job.invalid' },
      { index: 4, code: 'job.invalid' },
    ]);
  });
  it('two imports of one posting at the same time make one job', async () => {
    const one = posting({ company: 'Twice Ltd' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => importOne(one)));
    expect(new Set(answers.map((a) => a.jobId)).size).toBe(1);
    expect(answers.filter((a) => a.outcome === 'created')).toHaveLength(1);
    expect((await list({ company: 'Twice' })).page.total).toBe(1);
  });
  it('a second posting of a batch meets the first', async () => {
    const one = posting({ company: 'Same Batch' });
    const { results } = await jobs.import(admin, [
      one,
      { ...one, source: 'mirror', sourceId: 'm', url: 'https://mirror.example/1' },
    ]);
    expect(results.map((r) => r.outcome)).toEqual(['created', 'merged']);
  });
  it('different roles on one careers page are different jobs', async () => {
    const page = 'https://crust.example/careers';
    const a = await importOne(posting({ company: 'Crust', url: page }));
    const b = await importOne(
      posting({
        company: 'Crust',
        url: page,
        title: 'Payroll Accountant',
        description: 'You keep the books and pay our people on time, every month, with care for every cent. '.repeat(
          20,
        ),
      }),
    );
    expect([a.outcome, b.outcome]).toEqual(['created', 'created']);
    expect(a.jobId).not.toBe(b.jobId);
  });
});

describe('listing', () => {
  it('filters by every filter of the contract, with totals', async () => {
    const company = 'Filter Works';
    await jobs.import(admin, [
      posting({
        company,
        title: 'Backend Engineer',
        location: 'Remote, Germany',
        salary: { min: 70000, max: 90000, currency: 'EUR', period: 'year' },
        employmentType: 'full-time',
        postedAt: '2026-06-01',
        description: 'Python and PostgreSQL. '.repeat(60),
      }),
      posting({
        company,
        title: 'Office Assistant',
        location: 'Paris, France',
        salary: { min: 2000, currency: 'EUR', period: 'month' },
        employmentType: 'part-time',
        postedAt: '2026-01-01',
        description: 'Phones, letters, visitors. '.repeat(60),
        source: 'special',
      }),
    ]);
    const titles = async (query: Record<string, unknown>) =>
      (await list({ company, ...query })).items.map((j) => j.title);
    expect((await list({ company })).page.total).toBe(2);
    expect(await titles({ q: 'backend' })).toEqual(['Backend Engineer']);
    expect(await titles({ q: 'postgresql engineer' })).toEqual(['Backend Engineer']);
    expect(await titles({ location: 'France' })).toEqual(['Office Assistant']);
    expect(await titles({ location: 'paris' })).toEqual(['Office Assistant']);
    expect(await titles({ location: 'Deutschland' })).toEqual(['Backend Engineer']);
    expect(await titles({ source: 'special' })).toEqual(['Office Assistant']);
    expect(await titles({ remote: 'remote' })).toEqual(['Backend Engineer']);
    expect(await titles({ employmentType: 'part-time' })).toEqual(['Office Assistant']);
    expect(await titles({ postedSince: '2026-05-01' })).toEqual(['Backend Engineer']);
    expect(await titles({ salaryMin: '50000' })).toEqual(['Backend Engineer']);
    expect(await titles({ sort: 'salary' })).toEqual(['Backend Engineer', 'Office Assistant']);
    expect(await titles({ q: 'zeppelin' })).toEqual([]);
  });
  it('pages by offset and by a cursor bound to its owner and filters', async () => {
    const company = 'Pages Inc';
    const titles = ['Baker', 'Butcher', 'Painter', 'Plumber', 'Welder'];
    await jobs.import(
      admin,
      titles.map((title) => posting({ company, title, description: `${title} wanted. `.repeat(70) })),
    );
    const first = await list({ company, limit: 2 });
    expect(first.page).toMatchObject({ total: 5, limit: 2, offset: 0 });
    const cursor = first.page.nextCursor;
    const second = await list({ company, limit: 2, cursor });
    const third = await list({ company, limit: 2, cursor: second.page.nextCursor });
    expect([...first.items, ...second.items, ...third.items].map((j) => j.title).sort()).toEqual(titles);
    expect(third.page.nextCursor).toBeUndefined();
    expect((await list({ company, limit: 2, offset: 2 })).items).toEqual(second.items);
    await expect(list({ company, cursor }, bob)).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(list({ cursor })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(list({ company, cursor: '3.forged' })).rejects.toMatchObject({ code: 'request.invalid' });
  });
  it('shows one posting of a group of variants, and how many have what, when asked', async () => {
    const company = 'Grouped Ovens';
    const one = posting({ company, location: 'Berlin, Germany' });
    await jobs.import(admin, [
      one,
      { ...one, sourceId: 'g-2', url: 'https://jobs.example/g-2', location: 'Paris, France' },
      posting({ company, title: 'Payroll Accountant', description: 'You keep the books, every month. '.repeat(40) }),
    ]);
    expect((await list({ company })).page.total).toBe(3);
    const grouped = await list({ company, grouped: 'true', facets: 'true' });
    expect(grouped.page.total).toBe(2);
    expect(grouped.items.map(({ title }) => title).sort()).toEqual(['Payroll Accountant', 'Senior Baker']);
    expect(grouped.facets).toMatchObject({
      source: [{ value: 'feed', count: 2 }],
      company: [{ value: company, count: 2 }],
    });
    expect((await list({ company })).facets).toBeUndefined();
  });
  it('takes two turns of reads for a list and one for a posting, captures among them or not', async () => {
    const reading = createJobs(platform, { personalOf: async () => new Map() });
    const { job } = await reading.capture(bob, { title: 'Ferryman', company: 'River', description: 'Row us over.' });
    const { jobId } = await importOne(posting({ company: 'Few Reads' }));
    await reading.list(bob, JobQuery.parse({}));
    platform.clock.advance(5_000);
    const callsOf = async (ask: () => Promise<unknown>) => {
      platform.roundTrips();
      await ask();
      return platform.roundTrips();
    };
    expect(await callsOf(() => reading.list(bob, JobQuery.parse({})))).toBe(2);
    expect(await callsOf(() => reading.get(bob, job.id))).toBe(1);
    expect(await callsOf(() => reading.get(bob, String(jobId)))).toBe(1);
  });
  it('another process sees an import within two seconds', async () => {
    const reader = createJobs(platform, { personalOf: async () => new Map() });
    await reader.list(ada, JobQuery.parse({}));
    await importOne(posting({ company: 'Late News' }));
    platform.clock.advance(1_500);
    expect((await reader.list(ada, JobQuery.parse({ company: 'Late News' }))).page.total).toBe(1);
  });
  it('keeps the number of index segments small, and loses no row by merging them', async () => {
    const { jobId } = await importOne(posting({ company: 'Segments' }));
    const job = await jobs.get(ada, String(jobId));
    for (let i = 0; i < 20; i++)
      await jobs.reader.append([rowOf({ ...job, id: `job_segment${i}` }, { rev: 1, seenAt: platform.clock.now() })]);
    const { segments } = await createJobIndexStore(platform).pointer();
    expect(segments.length).toBeLessThan(10);
    const fresh = await createJobs(platform, { personalOf: async () => new Map() }).reader.get();
    expect(fresh.search({ company: 'Segments' }, { now: platform.clock.now() })).toHaveLength(21);
  });
});

describe('capturing', () => {
  const page = {
    url: 'https://careers.example/role/7?utm_source=mail',
    title: 'Pastry Chef',
    company: 'Sweet',
    location: 'Vienna, Austria',
    description: 'Make cakes. <b>Daily.</b>',
  };
  it('keeps it for its owner alone, once', async () => {
    const { job, created } = await jobs.capture(ada, page);
    expect(created).toBe(true);
    expect(job).toMatchObject({
      title: 'Pastry Chef',
      description: 'Make cakes. Daily.',
      location: { city: 'Vienna', country: 'AT' },
    });
    expect(await jobs.capture(ada, { ...page, url: 'https://careers.example/role/7' })).toMatchObject({
      created: false,
      job: { id: job.id },
    });
    expect((await list({ company: 'Sweet' })).items.map((j) => j.id)).toEqual([job.id]);
    expect((await list({ company: 'Sweet' }, bob)).page.total).toBe(0);
    await expect(jobs.get(bob, job.id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await jobs.capture(bob, page)).created).toBe(true);
  });
  it('gives way to the public posting once a source confirms it', async () => {
    const { job } = await jobs.capture(ada, { ...page, url: 'https://careers.example/role/8', company: 'Tart' });
    const imported = await importOne(
      posting({ company: 'Tart', title: 'Pastry Chef', url: 'https://careers.example/role/8' }),
    );
    expect((await jobs.get(ada, job.id)).id).toBe(imported.jobId);
    expect((await list({ company: 'Tart' })).items.map((j) => j.id)).toEqual([imported.jobId]);
    expect(await jobs.capture(bob, { ...page, url: 'https://careers.example/role/8' })).toMatchObject({
      created: false,
      job: { id: imported.jobId },
    });
  });
  it('works without an address and refuses one that is no web address', async () => {
    const { job } = await jobs.capture(ada, {
      title: 'Night Baker',
      company: 'Word of Mouth',
      description: 'Ask for Jo.',
    });
    expect(
      await jobs.capture(ada, { title: 'Night Baker', company: 'Word of Mouth', description: 'Ask for Jo.' }),
    ).toMatchObject({ created: false, job: { id: job.id } });
    await expect(jobs.capture(ada, { ...page, url: 'ftp://careers.example' })).rejects.toMatchObject({
      code: 'job.url_not_allowed',
    });
  });
  it('two clicks at once keep one', async () => {
    const both = await Promise.all(
      [1, 2, 3].map(() => jobs.capture(ada, { ...page, url: 'https://careers.example/role/twice' })),
    );
    expect(new Set(both.map((b) => b.job.id)).size).toBe(1);
    expect(both.filter((b) => b.created)).toHaveLength(1);
  });
  it('is exported and erased with its owner, and nothing comes after', async () => {
    const carl = someone('usr_carl');
    const { job } = await jobs.capture(carl, page);
    expect(JSON.stringify(await jobs.store.exportUser('usr_carl'))).toContain('Make cakes');
    await jobs.store.eraseUser('usr_carl');
    expect(await jobs.store.exportUser('usr_carl')).toEqual([]);
    await expect(jobs.get(carl, job.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('reading', () => {
  it('answers an unknown, foreign or malformed id alike', async () => {
    for (const id of ['job_00000000000000000000000000', 'nonsense', 'job_#', 'res_1'])
      await expect(jobs.get(ada, id)).rejects.toMatchObject({ code: 'not_found' });
  });
  it('shows what a person noted', async () => {
    const { jobId } = await importOne(posting({ company: 'Noted' }));
    const noting = createJobs(platform, {
      personalOf: async () => new Map([[String(jobId), { status: 'bookmarked', notes: 'call Jo' }]]),
    });
    expect((await noting.get(ada, String(jobId))).personal).toEqual({ status: 'bookmarked', notes: 'call Jo' });
  });
});
