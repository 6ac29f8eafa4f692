/** Who may call what: generated from the contract, so that a new endpoint is covered the moment it exists. */
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretsOf } from '#infra/local/environment.ts';
import { contract } from '#shared/contract.ts';
import { accessOf, type EndpointDefinition, fullPath } from '#shared/kernel/endpoint.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

const endpoints: EndpointDefinition[] = Object.values(contract).flatMap((concept) => Object.values(concept));
const protectedOnes = endpoints.filter((endpoint) => accessOf(endpoint) !== 'public');
const title = (endpoint: EndpointDefinition) => `${endpoint.method} ${fullPath(endpoint)}`;
/** A path with ids that exist nowhere. */
const concrete = (endpoint: EndpointDefinition) =>
  fullPath(endpoint).replace(/\{(\w+)\}/g, (_, param) => (param === 'version' ? '1' : `${param}-unknown`));

let stack: TestStack;
let ada: Person;
let extensionToken: string;

beforeAll(async () => {
  stack = await startTestStack();
  ada = await stack.person();
  extensionToken = (await ada.call(contract.auth.createToken, { body: { name: 'Test' } })).token;
});
afterAll(() => stack?.close());

const request = (endpoint: EndpointDefinition, authorization?: string) =>
  stack.fetch(concrete(endpoint), {
    method: endpoint.method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(endpoint.method !== 'GET' && { 'content-type': 'application/json' }),
    },
    ...(endpoint.method !== 'GET' && { body: '{}' }),
  });

describe('without a credential', () => {
  it.each(protectedOnes.map((endpoint) => [title(endpoint), endpoint] as const))(
    '%s answers 401',
    async (_, endpoint) => {
      const response = await request(endpoint);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'auth.invalid_token' } });
    },
  );
});

describe('a forged, expired or foreign token answers 401, never 500', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const claims = () => ({
    sub: ada.id,
    sid: 'ses_x',
    iat: now(),
    exp: now() + 600,
    iss: stack.platform.config.publicUrl,
    aud: 'foothold',
  });
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (secret: string, payload: Record<string, unknown>, header: Record<string, string> = {}) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
      .sign(new TextEncoder().encode(secret));

  const forgeries: [string, () => Promise<string> | string][] = [
    ['no token', () => ''],
    ['not a token', () => 'abc'],
    ['alg none', () => `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims())}.`],
    ['empty signature', () => `${encode({ alg: 'HS256', typ: 'at+jwt' })}.${encode(claims())}.`],
    ['another secret', () => signed('y'.repeat(64), claims())],
    [
      'RS256 header over HMAC',
      () => `${encode({ alg: 'RS256', typ: 'at+jwt' })}.${encode(claims())}.${'A'.repeat(43)}`,
    ],
    [
      'expired',
      () => signed(secretsOf(stack.dataDir).jwtSecret, { ...claims(), iat: now() - 7200, exp: now() - 3600 }),
    ],
    [
      'no expiry',
      () => signed(secretsOf(stack.dataDir).jwtSecret, { ...claims(), exp: undefined as unknown as number }),
    ],
    [
      'another issuer',
      () => signed(secretsOf(stack.dataDir).jwtSecret, { ...claims(), iss: 'https://elsewhere.example' }),
    ],
    ['another audience', () => signed(secretsOf(stack.dataDir).jwtSecret, { ...claims(), aud: 'elsewhere' })],
    ['another type', () => signed(secretsOf(stack.dataDir).jwtSecret, claims(), { typ: 'JWT' })],
    ['a session that never was', () => signed(secretsOf(stack.dataDir).jwtSecret, claims())],
    ['the refresh token', () => ada.refreshToken],
    [
      'a key id that points elsewhere',
      () =>
        `${encode({ alg: 'HS256', typ: 'at+jwt', jku: 'http://127.0.0.1:1/keys', kid: '../../x' })}.${encode(claims())}.AAAA`,
    ],
    ['a tampered payload', () => ada.accessToken.replace(/\.[^.]+\./, `.${encode({ ...claims(), role: 'admin' })}.`)],
  ];
  it.each(forgeries)('%s', async (_, forge) => {
    const response = await stack.fetch('/api/v1/me', { headers: { authorization: `Bearer ${await forge()}` } });
    expect(response.status).toBe(401);
  });
});

describe('an extension token', () => {
  it.each(protectedOnes.filter((e) => !e.extension).map((endpoint) => [title(endpoint), endpoint] as const))(
    'may not call %s',
    async (_, endpoint) => {
      const response = await request(endpoint, `Bearer ${extensionToken}`);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error: { code: 'auth.scope' } });
    },
  );
  it('may read the account and the profile', async () => {
    for (const path of ['/api/v1/me', '/api/v1/me/profile', '/api/v1/resumes'])
      expect((await stack.fetch(path, { headers: { authorization: `Bearer ${extensionToken}` } })).status).toBe(200);
  });
  it('stops working within a second of being revoked', async () => {
    const { id, token } = await ada.call(contract.auth.createToken, { body: { name: 'Short-lived' } });
    const me = () => stack.fetch('/api/v1/me', { headers: { authorization: `Bearer ${token}` } });
    expect((await me()).status).toBe(200);
    await ada.call(contract.auth.revokeToken, { params: { id } });
    stack.clock.advance(1000);
    expect((await me()).status).toBe(401);
  });
});

describe('somebody else', () => {
  const withId = protectedOnes.filter(
    (endpoint) => /\{/.test(endpoint.path) && accessOf(endpoint) === 'user' && endpoint.body === undefined,
  );
  it('is answered about my resume exactly as about one that does not exist', async () => {
    const eve = await stack.person();
    const form = new FormData();
    form.set(
      'file',
      new File(
        ['Ada Lovelace\nada@example.org\n\nExperience\nProgrammer, Analytical Engines, 2019 - 2021\n'],
        'ada.txt',
        { type: 'text/plain' },
      ),
    );
    const uploaded = await stack.fetch('/api/v1/cv-upload', { method: 'POST', body: form, headers: ada.headers });
    const { resumeId } = (await uploaded.json()) as { resumeId: string };
    await stack.idle();
    for (const endpoint of withId.filter(({ path }) => path.startsWith('/resumes/{id}'))) {
      const ask = async (id: string) => {
        const response = await stack.fetch(fullPath(endpoint).replace('{id}', id), {
          method: endpoint.method,
          headers: eve.headers,
        });
        const { error } = (await response.json()) as { error: { code: string; message: string } };
        return { status: response.status, code: error.code, message: error.message };
      };
      expect(await ask(resumeId), title(endpoint)).toEqual(await ask('res_01J00000000000000000000000'));
      expect((await ask(resumeId)).status, title(endpoint)).toBe(404);
    }
    expect((await ada.call(contract.resume.status, { params: { id: resumeId } })).status).toBe('read');
  });

  it('cannot give themself a role or an owner', async () => {
    const response = await stack.fetch('/api/v1/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: 'mallory@example.org',
        password: 'correct horse battery',
        name: 'M',
        role: 'admin',
        consent: true,
      }),
    });
    expect(response.status).toBe(400);
  });
});

describe('hostile requests are refused, never a server error', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  it.each([
    ['not JSON', '{', 400],
    ['a prototype key', '{"__proto__":{"role":"admin"}}', 400],
    ['20,000 levels', deep, 400],
    ['more than a megabyte', JSON.stringify({ email: 'x'.repeat(1_200_000) }), 413],
  ])('%s', async (_, body, status) => {
    const response = await stack.fetch('/api/v1/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(status);
  });
  it('another content type', async () => {
    expect(
      (await stack.fetch('/api/v1/login', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }))
        .status,
    ).toBe(415);
  });
  it('what is not built, path or method, is absent', async () => {
    expect((await stack.fetch('/api/v1/nothing')).status).toBe(404);
    expect((await stack.fetch('/api/v1/login', { method: 'PATCH' })).status).toBe(404);
  });
  it('another origin gets no CORS headers', async () => {
    const response = await stack.fetch('/api/v1/me', { headers: { ...ada.headers, origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
