/** A merge looked at and undone by an admin, through HTTP. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let admin: Person;
let ada: Person;

const weaver = {
  source: 'board',
  sourceId: '1',
  url: 'https://board.example/jobs/1',
  title: 'Loom Weaver',
  company: 'Warp and Weft',
  location: 'Ghent, Belgium',
  description: 'You thread the loom by hand and mend what the night shift tore. '.repeat(20),
};

beforeAll(async () => {
  stack = await startTestStack({ env: { ADMIN_EMAIL: 'admin@example.org' } });
  admin = await stack.person({ email: 'admin@example.org' });
  ada = await stack.person();
});
afterAll(() => stack?.close());

it('an admin sees why sources were merged and takes one out; nobody else may', async () => {
  const other = { ...weaver, source: 'other', sourceId: '9', url: 'https://other.example/9' };
  const { results } = await admin.call(contract.job.import, { body: { jobs: [weaver, other] } });
  const id = results[0]?.jobId ?? '';
  expect(results.map((r) => [r.jobId, r.outcome])).toEqual([
    [id, 'created'],
    [id, 'merged'],
  ]);
  const { sources } = await admin.call(contract.job.sources, { params: { id } });
  expect(sources.map((s) => [s.source, s.shown, s.why !== undefined])).toEqual([
    ['board', true, false],
    ['other', false, true],
  ]);
  for (const [path, method] of [
    ['sources', 'GET'],
    ['split', 'POST'],
  ] as const)
    expect((await stack.fetch(`/api/v1/admin/jobs/${id}/${path}`, { method, headers: ada.headers })).status).toBe(403);

  const { splitId } = await admin.call(contract.job.split, {
    params: { id },
    body: { source: 'other', sourceId: '9' },
  });
  const [left, apart] = await Promise.all(
    [id, splitId].map((one) => ada.call(contract.job.get, { params: { id: one } })),
  );
  expect(left).toMatchObject({ sources: [{ source: 'board' }], variants: [splitId] });
  expect(apart).toMatchObject({ sources: [{ source: 'other' }], variants: [id] });
  const again = await admin.call(contract.job.import, {
    body: { jobs: [{ ...other, description: `${other.description}!` }] },
  });
  expect(again.results).toMatchObject([{ jobId: splitId, outcome: 'updated' }]);
});
