/** What every call has in common: idempotency, limits, versions, errors that say what to do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ env: { RATE_LIMIT: '100' } });
});
afterAll(() => stack?.close());

const json = { 'content-type': 'application/json' };

describe('an Idempotency-Key', () => {
  it('gives the first answer again, refuses another body, and belongs to its owner', async () => {
    const [ada, eve] = [await stack.person(), await stack.person()];
    const mint = (who: typeof ada, name: string) =>
      stack.fetch('/api/v1/me/tokens', {
        method: 'POST',
        headers: { ...who.headers, ...json, 'idempotency-key': 'k1' },
        body: JSON.stringify({ name }),
      });
    const first = (await (await mint(ada, 'Laptop')).json()) as { id: string };
    const repeated = await mint(ada, 'Laptop');
    expect(repeated.status).toBe(201);
    expect(await repeated.json()).toEqual(first);
    expect((await ada.call(contract.auth.tokens)).items).toHaveLength(1);
    const other = await mint(ada, 'Phone');
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ error: { code: 'idempotency.mismatch' } });
    expect(((await (await mint(eve, 'Laptop')).json()) as { id: string }).id).not.toBe(first.id);
  });

  it('lets only one of many simultaneous calls act', async () => {
    const ada = await stack.person();
    const calls = Array.from({ length: 8 }, () =>
      stack.fetch('/api/v1/me/tokens', {
        method: 'POST',
        headers: { ...ada.headers, ...json, 'idempotency-key': 'together' },
        body: '{"name":"Laptop"}',
      }),
    );
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect((await ada.call(contract.auth.tokens)).items).toHaveLength(1);
  });
});

describe('limits', () => {
  it('refuse request 101 of a minute with when to come back, and nobody else', async () => {
    const [ada, eve] = [await stack.person(), await stack.person()];
    stack.clock.advance(60_000);
    const statuses: number[] = [];
    for (let i = 0; i < 100; i++) statuses.push((await stack.fetch('/api/v1/me', { headers: ada.headers })).status);
    expect(statuses.every((status) => status === 200)).toBe(true);
    const refused = await stack.fetch('/api/v1/me', { headers: ada.headers });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: { code: 'rate.limited' } });
    expect((await stack.fetch('/api/v1/me', { headers: eve.headers })).status).toBe(200);
    expect((await stack.fetch('/api/v1/notifications', { headers: ada.headers })).status).toBe(200);
    stack.clock.advance(60_000);
    expect((await stack.fetch('/api/v1/me', { headers: ada.headers })).status).toBe(200);
  });

  it('refuse the 11th sign-in to an account in a minute, known or not', async () => {
    const ada = await stack.person();
    stack.clock.advance(60_000);
    for (const email of [ada.email, 'nobody@example.org']) {
      const attempt = () =>
        stack.fetch('/api/v1/login', {
          method: 'POST',
          headers: json,
          body: JSON.stringify({ email, password: 'wrong wrong wrong' }),
        });
      const statuses: number[] = [];
      for (let i = 0; i < 11; i++) statuses.push((await attempt()).status);
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    }
  });
});

describe('a profile', () => {
  it('of a new account is empty at version 0, and two editors cannot overwrite each other', async () => {
    const ada = await stack.person();
    const fresh = await ada.call(contract.profile.get);
    expect(fresh).toMatchObject({ version: 0, resume: {}, answers: {} });
    const body = { resume: { basics: { name: 'Ada' } }, answers: { relocate: true }, version: 0 };
    expect(await ada.call(contract.profile.put, { body })).toMatchObject({ version: 1 });
    await expect(ada.call(contract.profile.put, { body })).rejects.toMatchObject({ code: 'profile.version_conflict' });
    expect(await ada.call(contract.profile.versions)).toMatchObject({ items: [{ version: 1, by: 'person' }] });
  });

  it('stands in the store without one readable word of the person', async () => {
    const ada = await stack.person({ name: 'Canary Name' });
    const body = {
      resume: { basics: { name: 'Canary Name', email: 'canary@example.org', phone: '+44 7700 900123' } },
      answers: { address: { line1: '1 Canary Street' } },
      version: 0,
    };
    await ada.call(contract.profile.put, { body });
    const rows = await stack.platform.table.query({ pk: `USER#${ada.id}` });
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toMatch(/canary|7700/i);
    expect(JSON.stringify(rows)).not.toContain(ada.email);
  });
});

describe('an error', () => {
  it('says what happened, what to do, which fields, and by which id it can be found', async () => {
    const response = await stack.fetch('/api/v1/register', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ email: 'x', password: 'short' }),
    });
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as {
      error: { code: string; requestId: string; details: { fields: { field: string }[] } };
    };
    expect(error.code).toBe('request.invalid');
    expect(error.requestId).toBe(response.headers.get('x-request-id'));
    expect(error.details.fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['body.email', 'body.password']),
    );
  });
});

describe('OpenAPI', () => {
  it('is 3.1 and describes every endpoint of the contract', async () => {
    const document = (await (await stack.fetch('/api/v1/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    const declared = Object.values(contract).flatMap((concept) => Object.values(concept)).length;
    const ofServer = ['get /api/v1/health', 'get /api/v1/openapi.json', 'get /api/v1/docs'];
    expect(described).toEqual(expect.arrayContaining(ofServer));
    expect(described).toHaveLength(declared + ofServer.length);
    expect(Object.keys(document.paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
  });
  it('has a page to read it', async () => {
    expect(await (await stack.fetch('/api/v1/docs')).text()).toContain('/api/v1/me/profile');
  });
});
