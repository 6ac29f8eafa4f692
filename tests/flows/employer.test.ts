/** Recruiters' own postings: public, theirs alone to change, and never stronger than what other sources say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let rita: Person;
let rob: Person;
let ada: Person;
let admin: Person;

const text = (about: string) =>
  `<p>${`We look for somebody who ${about}, every day and with pleasure. `.repeat(20)}</p>`;
const sexton = {
  title: 'Sexton',
  company: 'Saint Tern Chapel',
  location: 'Graz, Austria',
  description: text('rings bells and keeps the yard'),
  employmentType: 'part-time' as const,
  salary: { min: 1500, max: 1800, currency: 'eur', period: 'month' as const },
};
const status = async (method: string, path: string, who: Person, body?: unknown) =>
  (
    await stack.fetch(`/api/v1${path}`, {
      method,
      headers: { ...who.headers, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  ).status;
const listed = async (q: string) => (await ada.call(contract.job.list, { query: { q } })).items.map(({ id }) => id);

beforeAll(async () => {
  stack = await startTestStack({ env: { ADMIN_EMAIL: 'admin@example.org' } });
  admin = await stack.person({ email: 'admin@example.org' });
  rita = await stack.person({ role: 'recruiter' });
  rob = await stack.person({ role: 'recruiter' });
  ada = await stack.person();
});
afterAll(() => stack?.close());

describe('a recruiter’s own posting', () => {
  it('is published for everybody, and sent twice it is one', async () => {
    const job = await rita.call(contract.employer.create, { body: sexton });
    expect(job).toMatchObject({
      title: 'Sexton',
      company: 'Saint Tern Chapel',
      location: { text: 'Graz, Austria', city: 'Graz', country: 'AT' },
      employmentType: 'part-time',
      salary: { min: 1500, max: 1800, currency: 'EUR', period: 'month' },
      liveness: 'live',
      sources: [{ source: 'foothold' }],
    });
    expect(job.url).toMatch(new RegExp(`/jobs/${job.id}$`));
    expect(job.description).not.toContain('<p>');
    expect(await listed('sexton')).toEqual([job.id]);
    expect(await status('POST', '/jobs', rita, sexton)).toBe(200);
    expect(await status('POST', '/jobs', rita, { ...sexton, title: 'Verger' })).toBe(201);
    expect(await listed('sexton')).toEqual([job.id]);
  });

  it('is refused with a code when it lacks what a posting needs, or markup is all it has', async () => {
    for (const wrong of [
      { ...sexton, title: '' },
      { ...sexton, location: undefined },
      { ...sexton, url: 'javascript:alert(1)' },
      { ...sexton, salary: { ...sexton.salary, min: 9000 } },
      { ...sexton, title: 'Organist', description: '<script>alert(1)</script>' },
    ])
      expect(await status('POST', '/jobs', rita, wrong)).toBe(400);
    expect(await listed('organist')).toEqual([]);
  });

  it('is nobody’s who only looks for work', async () => {
    expect(await status('POST', '/jobs', ada, sexton)).toBe(403);
  });

  it('is changed by its writer alone; others are told there is nothing', async () => {
    const job = await rita.call(contract.employer.create, { body: { ...sexton, title: 'Bell Founder' } });
    for (const who of [rob, admin]) {
      expect(await status('PATCH', `/jobs/${job.id}`, who, { title: 'Hijacked' })).toBe(404);
      expect(await status('DELETE', `/jobs/${job.id}`, who)).toBe(404);
    }
    expect(await status('PATCH', '/jobs/job_nothing', rita, { title: 'x' })).toBe(404);
    const changed = await rita.call(contract.employer.change, {
      params: { id: job.id },
      body: { title: 'Senior Bell Founder', salary: null, url: 'https://chapel.example/jobs/9' },
    });
    expect(changed).toMatchObject({ id: job.id, title: 'Senior Bell Founder', url: 'https://chapel.example/jobs/9' });
    expect(changed.salary).toBeUndefined();
    expect(changed.employmentType).toBe('part-time');
    const back = await rita.call(contract.employer.change, { params: { id: job.id }, body: { url: null } });
    expect(back.url).toMatch(new RegExp(`/jobs/${job.id}$`));
    expect((await ada.call(contract.job.get, { params: { id: job.id } })).title).toBe('Senior Bell Founder');
    // Under the title of another of one's own it would be that one.
    expect(await status('PATCH', `/jobs/${job.id}`, rita, { title: 'Sexton' })).toBe(409);
  });

  it('closed leaves every list, stays with who applied, and opens again when it is sent again', async () => {
    const job = await rita.call(contract.employer.create, { body: { ...sexton, title: 'Gravedigger' } });
    await ada.call(contract.application.setStatus, { params: { id: job.id }, body: { status: 'applied' } });
    expect(await status('DELETE', `/jobs/${job.id}`, rita)).toBe(204);
    expect(await status('DELETE', `/jobs/${job.id}`, rita)).toBe(404);
    expect(await status('PATCH', `/jobs/${job.id}`, rita, { title: 'x' })).toBe(404);
    expect(await listed('gravedigger')).toEqual([]);
    expect(await ada.call(contract.job.get, { params: { id: job.id } })).toMatchObject({
      liveness: 'closed',
      title: 'Gravedigger',
    });
    expect((await ada.call(contract.application.list, { query: {} })).items.map((one) => one.jobId)).toContain(job.id);
    const again = await rita.call(contract.employer.create, { body: { ...sexton, title: 'Gravedigger' } });
    expect(again).toMatchObject({ id: job.id, liveness: 'live' });
    expect(await listed('gravedigger')).toEqual([job.id]);
  });

  it('copied by another recruiter is another posting: neither changes or keeps open the first', async () => {
    const own = { ...sexton, title: 'Chapel Cook', url: 'https://chapel.example/jobs/cook' };
    const first = await rita.call(contract.employer.create, { body: own });
    const copy = await rob.call(contract.employer.create, { body: own });
    expect(copy.id).not.toBe(first.id);
    await rob.call(contract.employer.change, {
      params: { id: copy.id },
      body: { description: text('steals recipes') },
    });
    expect((await ada.call(contract.job.get, { params: { id: first.id } })).description).toContain('rings bells');
    await rita.call(contract.employer.close, { params: { id: first.id } });
    expect((await ada.call(contract.job.get, { params: { id: first.id } })).liveness).toBe('closed');
  });

  it('never overwrites what another source says of the same vacancy, nor closes it', async () => {
    const board = {
      source: 'greenhouse',
      sourceId: '4400100200',
      url: 'https://boards.greenhouse.io/sainttern/jobs/4400100200',
      title: 'Choir Master',
      company: 'Saint Tern Chapel',
      location: 'Graz, Austria',
      description: text('leads forty voices'),
    };
    const { results } = await admin.call(contract.job.import, { body: { jobs: [board] } });
    const id = results[0]?.jobId ?? '';
    const claim = { ...sexton, title: 'Choir Master', url: board.url, description: text('sends money first') };
    const answer = await rob.call(contract.employer.create, { body: claim });
    expect(answer.id).toBe(id);
    expect(await ada.call(contract.job.get, { params: { id } })).toMatchObject({ liveness: 'live', url: board.url });
    const seen = await ada.call(contract.job.get, { params: { id } });
    expect(seen.description).toContain('forty voices');
    expect(seen.description).not.toContain('money');
    expect(seen.salary).toBeUndefined();
    await rob.call(contract.employer.change, { params: { id }, body: { description: text('sends more money') } });
    await rob.call(contract.employer.close, { params: { id } });
    expect(await ada.call(contract.job.get, { params: { id } })).toMatchObject({ liveness: 'live' });
    expect((await ada.call(contract.job.get, { params: { id } })).description).toContain('forty voices');
  });

  it('written before a board brings it gives way to the board', async () => {
    const url = 'https://boards.greenhouse.io/sainttern/jobs/4400100300';
    const claim = await rob.call(contract.employer.create, {
      body: { ...sexton, title: 'Organ Tuner', url, description: text('pays a fee first') },
    });
    const { results } = await admin.call(contract.job.import, {
      body: {
        jobs: [
          {
            source: 'greenhouse',
            sourceId: '4400100300',
            url,
            title: 'Organ Tuner',
            company: 'Saint Tern Chapel',
            location: 'Graz, Austria',
            description: text('tunes pipes'),
          },
        ],
      },
    });
    expect(results).toMatchObject([{ jobId: claim.id, outcome: 'merged' }]);
    const seen = await ada.call(contract.job.get, { params: { id: claim.id } });
    expect(seen.description).toContain('tunes pipes');
    expect(seen.salary).toBeUndefined();
  });

  it('sent ten times at once is one', async () => {
    const body = { ...sexton, title: 'Candle Maker' };
    const jobs = await Promise.all(Array.from({ length: 10 }, () => rita.call(contract.employer.create, { body })));
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    expect(await listed('candle maker')).toHaveLength(1);
  });

  it('is in its writer’s export, and closes when they go', async () => {
    const leaver = await stack.person({ role: 'recruiter' });
    const job = await leaver.call(contract.employer.create, { body: { ...sexton, title: 'Glazier' } });
    const core = stack.core;
    expect(await core.employers.store.exportUser(leaver.id)).toMatchObject([
      { title: 'Glazier', company: 'Saint Tern Chapel' },
    ]);
    await core.employers.store.eraseUser(leaver.id);
    expect(await core.employers.store.exportUser(leaver.id)).toEqual([]);
    expect(await ada.call(contract.job.get, { params: { id: job.id } })).toMatchObject({ liveness: 'closed' });
    expect(await listed('glazier')).toEqual([]);
  });
});
