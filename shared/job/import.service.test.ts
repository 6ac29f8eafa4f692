/** Merging, parting, returning and changing of postings, over the real stores. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { posting, type SourcePosting } from '#shared/feed/posting.schema.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { JobQuery } from './job.contract.ts';
import { createJobs, type Jobs } from './job.service.ts';

let platform: TestPlatform;
let jobs: Jobs;
const ada: Actor = { type: 'user', userId: 'usr_ada', role: 'seeker', scope: 'portal', credentialId: 'c' };

const WORDS =
  'lamp lens wick fog ship rope tea stove boat log ink oil storm gull rock tide bell stair brass night watch signal rescue harbour'.split(
    ' ',
  );
/** A text of its own for every employer. */
const text = (about: string): string => {
  let seed = [...about].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: 60 }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return WORDS[(seed >>> 8) % WORDS.length];
  })
    .join(' ')
    .concat(`. ${about} gives you a room and every third week ashore. `);
};
let n = 0;
const given = (over: Partial<SourcePosting> = {}): SourcePosting => {
  n++;
  return posting({
    source: 'board',
    sourceId: `id-${n}`,
    url: `https://board.example/jobs/${n}`,
    title: 'Lighthouse Keeper',
    company: 'Beacon',
    places: [{ text: 'Kiel, Germany', city: null, region: null, country: null }],
    description: text(over.company ?? 'Beacon').repeat(2),
    postedAt: '2026-10-01T00:00:00.000Z',
    ...over,
  });
};
const at = (where: string) => [{ text: where, city: null, region: null, country: null }];
const take = async (one: SourcePosting) => {
  const { results, rejected } = await jobs.take([one]);
  const [result] = results;
  if (result === undefined) throw new Error(`refused: ${rejected[0]?.code}`);
  return result;
};
const fresh = () => createJobs(platform, { personalOf: async () => new Map(), isBoard: () => true });

beforeAll(async () => {
  platform = await startTestPlatform();
  jobs = fresh();
});
afterAll(() => platform.close());

describe('two sources of one vacancy', () => {
  it('in disagreement: the better source is shown, what it leaves open comes from the other, both are kept', async () => {
    const company = 'Disagree';
    const list = given({
      company,
      source: 'list',
      truncated: true,
      description: text(company),
      employmentType: 'part-time',
      pay: { min: 30_000, max: 40_000, currency: 'EUR', period: 'year', predicted: true, text: null },
    });
    const first = await take(list);
    const second = await take(
      given({ company, url: 'https://boards.greenhouse.io/disagree/jobs/7654321', employmentType: 'full-time' }),
    );
    expect(second).toMatchObject({ jobId: first.jobId, outcome: 'merged' });
    const job = await jobs.get(ada, first.jobId);
    expect(job).toMatchObject({
      employmentType: 'full-time',
      url: 'https://boards.greenhouse.io/disagree/jobs/7654321',
      salary: { min: 30_000, predicted: true },
    });
    expect(job.excerpt).toBeUndefined();
    const { sources } = await jobs.merges.sources(first.jobId);
    expect(sources.map((s) => [s.source, s.shown, typeof s.why])).toEqual([
      ['list', false, 'undefined'],
      ['board', true, 'string'],
    ]);
  });

  it('at the same instant, also where one does not name the employer, make one job', async () => {
    const company = 'Instant Lights';
    const brought = ['one', 'two', 'three', 'four'].map((source, i) =>
      given({
        company: i % 2 === 0 ? company : 'Confidential',
        description: `${'abcdefghijklmnop'
          .split('')
          .map((c, k) => `Lamp ${c}${k} stands on rock ${k * 7} and wants its wick cut by keeper ${c}.`)
          .join(' ')}`.repeat(2),
        source,
        url: `https://${source}.example/x`,
      }),
    );
    const results = await Promise.all(brought.map((one) => take(one)));
    expect(new Set(results.map((r) => r.jobId)).size).toBe(1);
    expect(results.filter((r) => r.outcome === 'created')).toHaveLength(1);
  });

  it('found the same only later become one; the other id answers with it, and its variants are told', async () => {
    const company = 'Later';
    const one = await take(given({ company }));
    platform.clock.advance(1);
    const two = given({ company, source: 'other', url: 'https://other.example/later', places: at('Oslo, Norway') });
    const apart = await take(two);
    const third = await take(given({ company, places: at('Porto, Portugal') }));
    expect(apart.jobId).not.toBe(one.jobId);
    expect(await take({ ...two, places: at('Kiel, Germany') })).toMatchObject({ outcome: 'updated' });
    const job = await jobs.get(ada, apart.jobId);
    expect(job.id).toBe(one.jobId);
    expect(job.sources).toHaveLength(2);
    expect(job.variants).toEqual([third.jobId]);
    expect((await jobs.get(ada, third.jobId)).variants).toEqual([one.jobId]);
    const listed = await jobs.list(ada, JobQuery.parse({ company }));
    expect(listed.items.map((j) => j.id).sort()).toEqual([one.jobId, third.jobId].sort());
    expect(await take({ ...two, places: at('Kiel, Germany') })).toMatchObject({
      outcome: 'unchanged',
      jobId: one.jobId,
    });
  });
});

describe('a merge undone', () => {
  it('gives the source its own posting again, remakes the rest, and is not made a second time', async () => {
    const company = 'Parting';
    const face = given({
      company,
      url: 'https://boards.greenhouse.io/parting/jobs/1234567',
      title: 'Lighthouse Keeper',
    });
    const other = given({ company, source: 'other', url: 'https://other.example/p', employmentType: 'contract' });
    const { jobId } = await take(other);
    expect((await take(face)).jobId).toBe(jobId);
    const { splitId } = await jobs.merges.split({ jobId, source: face.source, sourceId: face.sourceId });
    expect(await jobs.get(ada, jobId)).toMatchObject({
      url: other.url,
      employmentType: 'contract',
      variants: [splitId],
    });
    expect(await jobs.get(ada, splitId)).toMatchObject({ url: face.url, variants: [jobId] });
    expect((await jobs.get(ada, splitId)).employmentType).toBeUndefined();
    // The same words change nothing, other words join nothing.
    expect(await take(face)).toMatchObject({ jobId: splitId, outcome: 'unchanged' });
    const more = `${face.description} Bring boots.`;
    expect(await take({ ...face, description: more })).toMatchObject({ jobId: splitId, outcome: 'updated' });
    expect(await take({ ...other, description: `${other.description} Bring boots.` })).toMatchObject({ jobId });
    const listed = await jobs.list(ada, JobQuery.parse({ company }));
    expect(listed.items.map((j) => j.id).sort()).toEqual([jobId, splitId].sort());
  });
  it('needs two sources, and a source that is there', async () => {
    const one = given({ company: 'Alone' });
    const { jobId } = await take(one);
    await expect(jobs.merges.split({ jobId, source: one.source, sourceId: one.sourceId })).rejects.toMatchObject({
      code: 'job.one_source',
    });
    await expect(jobs.merges.split({ jobId, source: 'x', sourceId: 'y' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(jobs.merges.sources('job_nothing')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a vacancy that returns', () => {
  it('after its closing under a new id of its board goes on as the job it was', async () => {
    const company = 'Again';
    const url = (id: number) => `https://boards.greenhouse.io/again/jobs/${id}`;
    const first = given({ company, url: url(1111111) });
    const { jobId } = await take(first);
    const before = await jobs.get(ada, jobId);
    await jobs.witness([{ jobId, source: first.source, sourceId: first.sourceId, word: 'gone' }]);
    expect((await jobs.get(ada, jobId)).liveness).toBe('closed');
    expect((await jobs.list(ada, JobQuery.parse({ company }))).page.total).toBe(0);
    const back = await take(given({ company, url: url(2222222) }));
    expect(back).toMatchObject({ jobId, outcome: 'merged' });
    expect(await jobs.get(ada, jobId)).toMatchObject({
      liveness: 'live',
      reposts: 1,
      firstSeenAt: before.firstSeenAt,
      url: url(2222222),
    });
    expect((await jobs.list(ada, JobQuery.parse({ company }))).page.total).toBe(1);
  });
  it('while the first is open is a second opening', async () => {
    const company = 'Two Posts';
    const url = (id: number) => `https://boards.greenhouse.io/twoposts/jobs/${id}`;
    const first = await take(given({ company, url: url(3333333) }));
    const second = await take(given({ company, url: url(4444444) }));
    expect(second.outcome).toBe('created');
    expect((await jobs.get(ada, second.jobId)).variants).toEqual([first.jobId]);
  });
});

describe('a posting that changes', () => {
  it('keeps its last texts, and for good the one somebody applied to', async () => {
    const one = given({ company: 'Changing' });
    const { jobId } = await take(one);
    const text0 = (await jobs.get(ada, jobId)).description;
    platform.clock.advance(1000);
    const applied = new Date(platform.clock.now()).toISOString();
    await jobs.keepVersion(jobId);
    for (let i = 1; i <= 8; i++) {
      platform.clock.advance(60_000);
      await take({ ...one, description: `${one.description} Edition ${i}.` });
    }
    expect((await jobs.versionOf(jobId, applied))?.description).toBe(text0);
    const job = await jobs.get(ada, jobId);
    expect(job.description).toContain('Edition 8');
    expect(job.changedAt && job.changedAt > applied).toBe(true);
    const now = new Date(platform.clock.now()).toISOString();
    expect((await jobs.versionOf(jobId, now))?.description).toBe(job.description);
    expect((await jobs.store.versions(jobId)).length).toBeLessThanOrEqual(6);
  });
  it('that only moves its date has no new text', async () => {
    const one = given({ company: 'Still' });
    const { jobId } = await take(one);
    platform.clock.advance(1000);
    expect(await take({ ...one, expiresAt: '2027-01-01T00:00:00.000Z' })).toMatchObject({ outcome: 'updated' });
    const job = await jobs.get(ada, jobId);
    expect(job.expiresAt).toBe('2027-01-01T00:00:00.000Z');
    expect(job.changedAt).toBeUndefined();
  });
});

describe('a crash', () => {
  it('between a posting and its index row is made up for by the next import, tasks included', async () => {
    const told: string[] = [];
    let down = true;
    const broken = createJobs(
      {
        ...platform,
        blobs: {
          ...platform.blobs,
          put: async (...args: Parameters<typeof platform.blobs.put>) => {
            if (down) throw new Error('the power went');
            return platform.blobs.put(...args);
          },
        },
      },
      {
        personalOf: async () => new Map(),
        onChange: (ids) => {
          told.push(...ids);
          return [];
        },
      },
    );
    const one = given({ company: 'Powerless' });
    await expect(broken.take([one])).rejects.toThrow('the power went');
    down = false;
    platform.clock.advance(60_000);
    expect(told).toEqual([]);
    const { results } = await broken.take([one, given({ company: 'Elsewhere' })]);
    expect(results[0]?.outcome).toBe('unchanged');
    expect((await fresh().list(ada, JobQuery.parse({ company: 'Powerless' }))).page.total).toBe(1);
    expect(told).toContain(results[0]?.jobId);
  });
});

describe('what sources state', () => {
  it('reaches the job: pay, remote, expiry, questions, an excerpt', async () => {
    const { jobId } = await take(
      given({
        company: 'Stated',
        places: [],
        remote: { kind: 'remote', countries: ['NO', 'SE'], text: null },
        pay: { min: 90_000, max: 60_000, currency: 'USD', period: 'year', predicted: false, text: null },
        expiresAt: '2027-03-01T00:00:00.000Z',
        questions: { count: 9, written: 2, knockouts: ['Can you row?'] },
        truncated: true,
      }),
    );
    expect(await jobs.get(ada, jobId)).toMatchObject({
      location: { remote: 'remote', text: 'Remote, Norway, Sweden' },
      salary: { min: 60_000, max: 90_000, currency: 'USD' },
      expiresAt: '2027-03-01T00:00:00.000Z',
      questions: 9,
      effort: { questions: 9, written: 2 },
      knockouts: ['Can you row?'],
      excerpt: true,
    });
  });
  it('with a place kept apart stands over what its text reads as', async () => {
    const { jobId } = await take(
      given({ company: 'Apart', places: [{ text: 'Springfield', city: 'Springfield', region: null, country: 'US' }] }),
    );
    expect((await jobs.get(ada, jobId)).location).toMatchObject({ city: 'Springfield', country: 'US' });
  });
  it('many at once: each is told by itself, bad ones do not stop the rest', async () => {
    const list = Array.from({ length: 40 }, (_, i) =>
      given({ company: `Many ${i % 7}`, title: `Keeper of lamp ${i}` }),
    );
    const { results, rejected } = await jobs.take([
      ...list,
      { ...given(), description: '<p> </p>' },
      given({ title: '' }),
    ]);
    expect(results.map((r) => r.index)).toEqual(list.map((_, i) => i));
    expect(rejected).toEqual([
      { index: 40, code: 'job.invalid' },
      { index: 41, code: 'job.invalid' },
    ]);
    const again = await jobs.take(list);
    expect(new Set(again.results.map((r) => r.outcome))).toEqual(new Set(['unchanged']));
  });
});
