/** From a profile and a posting to files, over HTTP and through the real queue and function. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { engineer, engineerJob } from '#tests/fixtures/people.ts';
import { type Person, startTestStack, type TestStack } from '#tests/support/stack.ts';

let stack: TestStack;
let marta: Person;

beforeAll(async () => {
  stack = await startTestStack();
  marta = await stack.person({ name: 'Marta' });
  await marta.call(contract.profile.put, { body: { resume: engineer.resume, answers: engineer.answers, version: 0 } });
});
afterAll(() => stack.close());

const { title, company, description } = engineerJob;

describe('documents over HTTP', () => {
  it('are ready in one call when the caller waits, else can be followed', async () => {
    const captured = await marta.call(contract.job.capture, { body: { title, company, description } });
    const answer = await stack.fetch(`/api/v1/jobs/${captured.job.id}/generate-documents`, {
      method: 'POST',
      headers: { ...marta.headers, 'content-type': 'application/json', prefer: 'wait=25' },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    const generation = contract.document.generation.response.parse(await answer.json());
    expect(generation.status).toBe('done');
    expect(generation.documents.map(({ kind }) => kind)).toEqual(['resume', 'coverLetter']);
    for (const { trace } of generation.documents)
      for (const { evidence } of trace) expect(evidence.length).toBeGreaterThan(0);

    const list = await marta.call(contract.document.list, { query: { jobId: captured.job.id } });
    expect(list.page.total).toBe(2);
    for (const { id } of list.items) {
      const pdf = await stack.fetch(`/api/v1/documents/${id}/download?format=pdf`, { headers: marta.headers });
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
      expect(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-');
    }
    await marta.call(contract.document.rate, { params: { id: list.items[0]?.id ?? '' }, body: { rating: 5 } });
  });

  it('start with 202 and are somebody’s own', async () => {
    const answer = await stack.fetch('/api/v1/jobs/external/generate-documents', {
      method: 'POST',
      headers: { ...marta.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ job: { title, company, description }, kinds: ['coverLetter'] }),
    });
    expect(answer.status).toBe(202);
    const { generationId } = (await answer.json()) as { generationId: string };
    const other = await stack.person();
    const foreign = await stack.fetch(`/api/v1/generations/${generationId}`, { headers: other.headers });
    expect(foreign.status).toBe(404);
    await expect
      .poll(async () => (await marta.call(contract.document.generation, { params: { id: generationId } })).status, {
        timeout: 15_000,
      })
      .toBe('done');
  });

  it('refuse an address that is not public', async () => {
    for (const jobUrl of ['http://127.0.0.1:8787/', 'http://192.168.1.1/', 'file:///etc/passwd']) {
      const answer = await stack.fetch('/api/v1/jobs/external/generate-documents', {
        method: 'POST',
        headers: { ...marta.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ jobUrl }),
      });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code: 'job.url_not_allowed' } });
    }
  });
});
