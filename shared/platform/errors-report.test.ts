import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { internalError } from '#shared/kernel/errors.ts';
import { listen } from '#tests/support/listen.ts';
import { createErrorsReport } from './errors-report.ts';

type Received = { path: string; lines: unknown[]; text: string };
let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** Sentry's side of the wire: an envelope is a line of header, then a line of header and one of content per item. */
async function startSentry(answer: { status?: number } = {}) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const lines = text.split('\n').filter(Boolean);
    received.push({ path: request.url ?? '', lines: lines.map((line) => JSON.parse(line)), text });
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end('{}');
  });
  const listening = await listen(server);
  close = listening.close;
  return { received, dsn: `http://publickey@127.0.0.1:${listening.port}/42` };
}

const fail = (message: string): Error => {
  try {
    throw new TypeError(message);
  } catch (error) {
    return error as Error;
  }
};

describe('reporting failures to Sentry', () => {
  it('sends what was behind an internal error, with its stack and the request it belongs to', async () => {
    const { received, dsn } = await startSentry();
    const report = createErrorsReport({ dsn, environment: 'test', onFailure: (error) => expect.fail(String(error)) });
    await report(internalError(fail('x is not a function')), { requestId: 'req_1', route: 'GET /api/v1/me' });
    expect(received).toHaveLength(1);
    expect(received[0]?.path).toMatch(/^\/api\/42\/envelope\/\?.*sentry_key=publickey/);
    expect(received[0]?.lines[1]).toMatchObject({ type: 'event' });
    expect(received[0]?.lines[2]).toMatchObject({
      environment: 'test',
      tags: { code: 'internal', requestId: 'req_1', route: 'GET /api/v1/me' },
      exception: { values: [{ type: 'TypeError', value: 'x is not a function' }] },
    });
    expect(received[0]?.text).toContain('errors-report.test.ts');
  });

  it('sends no address, token or number of a person, and nothing of the machine', async () => {
    const { received, dsn } = await startSentry();
    const report = createErrorsReport({ dsn, environment: 'test', onFailure: () => undefined });
    await report(fail('no row for ada@example.org, +44 20 7946 0018, token fht_0123456789abcdefghijkl'), {
      route: 'GET /people/ada@example.org',
    });
    const text = received[0]?.text ?? '';
    expect(text).toContain('[email]');
    expect(text).not.toMatch(/ada@example|7946|fht_0123/);
    const event = received[0]?.lines[2];
    expect(event).not.toHaveProperty('request');
    expect(event).not.toHaveProperty('user');
    expect(event).not.toHaveProperty('server_name');
    expect(event).not.toHaveProperty('breadcrumbs');
  });

  it('a Sentry that is down, or a DSN that is none, harms nobody and is said', async () => {
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => void failures.push(error);
    await createErrorsReport({ dsn: 'http://key@127.0.0.1:9/1', environment: 'test', onFailure })(fail('a'));
    expect(failures.length).toBeGreaterThan(0);
  });

  it('without a DSN nothing is sent', async () => {
    const { received } = await startSentry();
    await createErrorsReport({ dsn: undefined, environment: 'test', onFailure: () => undefined })(fail('a'));
    expect(received).toEqual([]);
  });
});
