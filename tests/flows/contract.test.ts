/** What the contract promises of every list and every repeated call, asked of the running server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, resumePdf } from '../support/pdf.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let ada: Person;
let bob: Person;

beforeAll(async () => {
  stack = await startTestStack();
  ada = await stack.person();
  bob = await stack.person();
});
afterAll(() => stack?.close());

type Answer = { status: number; text: string; body: { items?: unknown[]; page?: Record<string, unknown> } & Code };
type Code = { error?: { code: string } };

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await stack.fetch(`/api/v1${path}`, init);
  const text = await response.text();
  return { status: response.status, text, body: text === '' ? {} : JSON.parse(text) };
}
const as = (who: Person, extra: Record<string, string> = {}) => ({ headers: { ...who.headers, ...extra } });
const send = (who: Person, options: { body: unknown; method?: string; headers?: Record<string, string> }) => ({
  method: options.method ?? 'POST',
  headers: { ...who.headers, 'content-type': 'application/json', ...options.headers },
  body: JSON.stringify(options.body),
});
/** The same bytes for the same lines: a PDF notes when it was made. */
const made = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
function pdfOnce(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const known = made.get(lines.join()) ?? resumePdf(lines);
  made.set(lines.join(), known);
  return known;
}
async function upload(who: Person, file: { lines: readonly string[]; key: string; name?: string }) {
  const form = new FormData();
  form.set('file', new File([await pdfOnce(file.lines)], file.name ?? 'cv.pdf'));
  const headers = { ...who.headers, 'idempotency-key': file.key };
  return ask('/cv-upload', { method: 'POST', body: form, headers });
}

describe('every list', () => {
  const lists = ['/jobs/all', '/jobs/recommended', '/matches', '/documents', '/applications', '/resumes', '/me/tokens'];
  it.each([...lists, '/notifications'])('%s answers with a page that counts', async (path) => {
    const { status, body } = await ask(`${path}?limit=7`, as(ada));
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: expect.any(Array), page: { limit: 7, total: expect.any(Number) } });
    for (const limit of ['0', '101', 'abc', '1.5'])
      expect((await ask(`${path}?limit=${limit}`, as(ada))).body.error?.code).toBe('request.invalid');
  });
  it.each(lists)('%s refuses a cursor it has not given', async (path) => {
    for (const cursor of ['garbage', '0.AAAA', '-1.x'])
      expect((await ask(`${path}?cursor=${cursor}`, as(ada))).body.error?.code).toBe('request.invalid');
  });
  it('goes on at its cursor, for its owner alone', async () => {
    for (const name of ['one', 'two', 'three']) await ask('/me/tokens', send(ada, { body: { name } }));
    const first = await ask('/me/tokens?limit=2', as(ada));
    const cursor = encodeURIComponent(String(first.body.page?.nextCursor));
    const second = await ask(`/me/tokens?limit=2&cursor=${cursor}`, as(ada));
    expect(second.body).toMatchObject({ items: [{ kind: 'token' }], page: { offset: 2, total: 3 } });
    expect(second.body.page).not.toHaveProperty('nextCursor');
    expect((await ask(`/me/tokens?limit=2&cursor=${cursor}`, as(bob))).status).toBe(400);
  });
});

describe('an Idempotency-Key', () => {
  it('of an upload means that file, and its owner', async () => {
    const first = await upload(ada, { lines: ADA, key: 'file' });
    expect((await upload(ada, { lines: ADA, key: 'file' })).text).toBe(first.text);
    const other = await upload(ada, { lines: [...ADA, 'Chess'], key: 'file' });
    expect(other).toMatchObject({ status: 422, body: { error: { code: 'idempotency.mismatch' } } });
    const foreign = await upload(bob, { lines: ADA, key: 'file' });
    expect(foreign.status).toBe(202);
    expect(foreign.text).not.toBe(first.text);
  });
  it('of a refusal gives the same refusal', async () => {
    const call = (status: string | null) =>
      ask('/jobs/unknown/status', send(ada, { method: 'PUT', body: { status }, headers: { 'idempotency-key': 'no' } }));
    const first = await call('applied');
    expect(first.status).toBe(404);
    expect((await call('applied')).text).toBe(first.text);
    expect((await call(null)).status).toBe(422);
  });
  it('of a registration keeps nothing that the server could read without the request', async () => {
    const body = { email: 'once@example.org', password: 'correct horse', name: 'Once', role: 'seeker', consent: true };
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'new' },
      body: JSON.stringify(body),
    };
    const first = await ask('/register', init);
    expect(first.status).toBe(201);
    expect((await ask('/register', init)).text).toBe(first.text);
  });
});

describe('waiting', () => {
  it('for a ranking answers with the finished task', async () => {
    const init = { method: 'POST', headers: { ...ada.headers, prefer: 'wait=20' } };
    expect(await ask('/matches/refresh', init)).toMatchObject({
      status: 200,
      body: { taskId: expect.any(String), status: 'done' },
    });
  });
});

describe('resumes', () => {
  it('are downloaded under a name no header or folder can hide in', async () => {
    const { text } = await upload(bob, { lines: ADA, key: 'named', name: `../it's "évil"\u202e.pdf` });
    const { resumeId } = JSON.parse(text) as { resumeId: string };
    const answer = await stack.fetch(`/api/v1/resumes/${resumeId}/download`, as(bob));
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="it's __vil_ .pdf"; filename*=UTF-8''it%27s%20%22%C3%A9vil%22%20.pdf`,
    );
  });
  it('when the active one goes, the newest that is left takes its place', async () => {
    await stack.idle();
    const listed = async () => (await ask('/resumes', as(bob))).body.items as { id: string; active: boolean }[];
    const gone = (await listed()).find(({ active }) => active);
    await ask(`/resumes/${gone?.id}`, { method: 'DELETE', headers: bob.headers });
    const left = await listed();
    expect(left.map(({ active }) => active)).toEqual([true]);
  });
});
