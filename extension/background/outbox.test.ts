import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { read, stored, write } from '../storage.ts';
import { flushOutbox, queueAnswer, queueStatus } from './outbox.ts';

/** `hotel` answers with the page of a network that wants a sign-in first, `newer` in a shape we do not know. */
type Scripted = number | 'offline' | 'hotel' | 'newer';
type Sent = { key: string | null; body: string; path: string };

/** A server that answers from a list, oldest first; `offline` rejects as fetch does. */
function scriptServer(answers: Scripted[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    const answer = answers.shift() ?? 200;
    sent.push({ key: new Headers(init.headers).get('idempotency-key'), body: String(init.body), path: url.pathname });
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    if (answer === 'hotel') return new Response('<html>Welcome</html>');
    if (answer === 'newer') return new Response('{"version":9}');
    const at = '2026-11-21T10:00:00.000Z';
    const settled = { jobId: 'job', status: null, notes: '', history: [], updatedAt: at };
    const body = answer < 400 ? settled : { error: { code: 'x', message: 'x', requestId: 'r' } };
    return new Response(JSON.stringify(body), { status: answer });
  });
  return sent;
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('__STORE_BUILD__', false);
  await write(stored.credential, { kind: 'token', token: 'fht_0123456789' });
});

describe('writes made without a network', () => {
  test('go out once the server can be reached, each under the key it was queued with', async () => {
    const sent = scriptServer(['offline', 'offline', 200, 200]);
    await queueStatus('job_a', 'started');
    await queueStatus('job_b', 'bookmarked');
    const queue = await read(stored.outbox);
    expect(queue).toHaveLength(2);
    expect(await fakeBrowser.alarms.get('outbox')).toMatchObject({ periodInMinutes: 1 });

    await flushOutbox();
    expect(await read(stored.outbox)).toEqual([]);
    expect(await fakeBrowser.alarms.get('outbox')).toBeUndefined();
    expect(sent.slice(2).map(({ key, path }) => [key, path])).toEqual([
      [queue?.[0]?.id, '/api/v1/jobs/job_a/status'],
      [queue?.[1]?.id, '/api/v1/jobs/job_b/status'],
    ]);
  });

  test('keep their key when the answer was lost, so the server can tell the repeat', async () => {
    const sent = scriptServer(['offline', 503, 200]);
    await queueStatus('job_a', 'started');
    await flushOutbox();
    await flushOutbox();
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(await read(stored.outbox)).toEqual([]);
  });

  test('a later status of the same job replaces one that has not left', async () => {
    const sent = scriptServer(['offline', 'offline', 200]);
    await queueStatus('job_a', 'bookmarked');
    await queueStatus('job_a', 'started');
    await flushOutbox();
    expect(sent.at(-1)?.body).toBe('{"status":"started"}');
    expect(sent).toHaveLength(3);
  });

  test('a refusal is final and does not block what comes after', async () => {
    const sent = scriptServer(['offline', 404, 200]);
    await queueStatus('job_gone', 'started');
    await queueStatus('job_b', 'started');
    expect(await read(stored.outbox)).toEqual([]);
    expect(sent.at(-1)?.path).toBe('/api/v1/jobs/job_b/status');
  });

  test('wait behind the page of a network that wants a sign-in first', async () => {
    scriptServer(['hotel']);
    await queueStatus('job_a', 'started');
    expect(await read(stored.outbox)).toHaveLength(1);
  });

  test('are settled when a newer server took them and answers in another shape', async () => {
    scriptServer(['newer']);
    await queueStatus('job_a', 'started');
    expect(await read(stored.outbox)).toEqual([]);
  });

  test('two flushes at once send nothing twice', async () => {
    const sent = scriptServer(['offline', 200, 200]);
    await queueStatus('job_a', 'started');
    await Promise.all([flushOutbox(), flushOutbox()]);
    expect(sent).toHaveLength(2);
  });

  test('an answer to keep waits among them and is told once, under its own key', async () => {
    const sent = scriptServer(['offline', 'offline', 200, 200]);
    await queueAnswer({ question: 'Why us?', answer: 'The rivers.' });
    await queueStatus('job_a', 'started');
    const keys = (await read(stored.outbox))?.map(({ id }) => id);
    await flushOutbox();
    expect(await read(stored.outbox)).toEqual([]);
    expect(sent.slice(2).map(({ key, path }) => [key, path])).toEqual([
      [keys?.[0], '/api/v1/me/profile/answers'],
      [keys?.[1], '/api/v1/jobs/job_a/status'],
    ]);
    expect(sent[2]?.body).toBe('{"question":"Why us?","answer":"The rivers."}');
  });
});
