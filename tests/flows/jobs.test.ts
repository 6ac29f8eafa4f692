/** From an import and a capture to a ranked list and an application, through HTTP and the queues. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let admin: Person;
let ada: Person;
let bob: Person;

const baker = {
  source: 'board',
  sourceId: '1',
  url: 'https://board.example/jobs/1?utm_source=x',
  title: 'Senior Backend Engineer',
  company: 'Crumb Labs',
  location: 'Berlin, Germany',
  description: `<p>${'You build services in Python and PostgreSQL for bakeries of every size. '.repeat(20)}</p>`,
  postedAt: '2026-10-01T08:00:00Z',
};
const json = (body: unknown, who: Person) => ({
  method: 'POST',
  headers: { ...who.headers, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

beforeAll(async () => {
  stack = await startTestStack({ env: { ADMIN_EMAIL: 'admin@example.org' } });
  admin = await stack.person({ email: 'admin@example.org' });
  ada = await stack.person();
  bob = await stack.person();
  await ada.call(contract.profile.put, {
    body: {
      version: 0,
      answers: {},
      resume: { work: [{ position: 'Backend Engineer', startDate: '2018-01', highlights: ['Python and PostgreSQL'] }] },
    },
  });
  await ada.call(contract.profile.putPreferences, {
    body: { country: 'DE', locations: ['Berlin'], alertMinScore: 50 },
  });
  await stack.idle();
});
afterAll(() => stack?.close());

describe('jobs', () => {
  it('only an admin imports; one bad posting spoils nothing', async () => {
    expect((await stack.fetch('/api/v1/jobs/import', json({ jobs: [baker] }, ada))).status).toBe(403);
    const answer = await admin.call(contract.job.import, { body: { jobs: [baker, { ...baker, title: '' }] } });
    expect(answer).toMatchObject({
      results: [{ index: 0, outcome: 'created' }],
      rejected: [{ index: 1, code: 'job.invalid' }],
    });
    const tooMany = await stack.fetch(
      '/api/v1/jobs/import',
      json({ jobs: Array.from({ length: 101 }, () => baker) }, admin),
    );
    expect(tooMany.status).toBe(400);
  });

  it('is found, ranked with reasons, announced, and applied to', async () => {
    await stack.idle();
    const { items, page } = await ada.call(contract.job.list, { query: { q: 'backend', location: 'Berlin' } });
    expect(page.total).toBe(1);
    const id = items[0]?.id ?? '';
    expect((await ada.call(contract.match.list, {})).items[0]).toMatchObject({ job: { id }, status: null });
    expect((await ada.call(contract.match.recommended, {})).items[0]?.reasons.length).toBeGreaterThan(0);
    const events = await ada.call(contract.notification.list, {});
    expect(events.items.filter((e) => e.type === 'match.found').map((e) => e.data.jobId)).toEqual([id]);
    expect((await ada.call(contract.match.apply, { params: { jobId: id } })).url).toContain(
      'https://board.example/jobs/1',
    );
    await ada.call(contract.application.setStatus, {
      params: { id },
      body: { status: 'applied', notes: 'sent on Monday' },
    });
    const list = await ada.call(contract.application.list, { query: { status: 'applied' } });
    expect(list.items).toMatchObject([{ jobId: id, notes: 'sent on Monday', job: { id }, documents: [] }]);
    expect((await ada.call(contract.job.get, { params: { id } })).personal).toEqual({
      status: 'applied',
      notes: 'sent on Monday',
    });
    expect((await bob.call(contract.job.get, { params: { id } })).personal).toBeUndefined();
  });

  it('keeps the text somebody applied to when the employer changes it, for them alone', async () => {
    const edited = { ...baker, description: `${baker.description}<p>The salary is half of what it was.</p>` };
    const { items } = await ada.call(contract.application.list, { query: { status: 'applied' } });
    const id = items[0]?.jobId ?? '';
    const read = (who: Person) => stack.fetch(`/api/v1/jobs/${id}/applied-text`, { headers: who.headers });
    expect((await read(ada)).status).toBe(404);
    stack.clock.advance(60_000);
    await admin.call(contract.job.import, { body: { jobs: [edited] } });
    const before = await ada.call(contract.application.appliedText, { params: { id } });
    const now = await ada.call(contract.job.get, { params: { id } });
    expect(before.description).not.toContain('half of what it was');
    expect(now.description).toContain('half of what it was');
    expect(before.changedAt > before.appliedAt).toBe(true);
    expect((await read(bob)).status).toBe(404);
  });

  it('a refresh is a task whose state only its owner sees', async () => {
    const { taskId } = await ada.call(contract.match.refresh, {});
    await stack.idle();
    expect(await ada.call(contract.match.task, { params: { id: taskId } })).toMatchObject({
      id: taskId,
      status: 'done',
    });
    expect((await stack.fetch(`/api/v1/tasks/${taskId}`, { headers: bob.headers })).status).toBe(404);
  });

  it('a capture is private: 201, then 200, and 404 for everybody else', async () => {
    const page = {
      url: 'https://careers.example/7',
      title: 'Night Baker',
      company: 'Sweet',
      description: 'Bake at night.',
    };
    const first = await stack.fetch('/api/v1/jobs/capture', json(page, ada));
    const { job } = (await first.json()) as { job: { id: string } };
    expect(first.status).toBe(201);
    expect((await stack.fetch('/api/v1/jobs/capture', json(page, ada))).status).toBe(200);
    for (const path of [`/api/v1/jobs/${job.id}`, `/api/v1/matches/${job.id}`]) {
      expect((await stack.fetch(path, { headers: ada.headers })).status).toBe(200);
      expect((await stack.fetch(path, { headers: bob.headers })).status).toBe(404);
    }
    expect(
      (await stack.fetch(`/api/v1/jobs/${job.id}/status`, { ...json({ status: 'applied' }, bob), method: 'PUT' }))
        .status,
    ).toBe(404);
  });

  it('leaves with its owner', async () => {
    const exported = await ada.call(contract.privacy.export, {});
    expect(JSON.stringify(exported)).toContain('sent on Monday');
    expect(JSON.stringify(exported)).toContain('Bake at night.');
    const removed = await stack.fetch('/api/v1/matches/nonsense', { method: 'DELETE', headers: ada.headers });
    expect(removed.status).toBe(404);
  });
});
