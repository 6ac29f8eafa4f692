import { createHash, randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth } from '#shared/auth/auth.service.ts';
import { createNotifications } from '#shared/notification/notification.service.ts';
import { createLimits } from '#shared/platform/limits.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import type { Env } from '../http/context.ts';
import { asAppError, errorResponse } from '../http/errors.ts';
import { createRateLimit } from '../http/limits.ts';
import { oauthRoutes } from './oauth.routes.ts';

const EXTENSION = 'abcdefghijklmnopabcdefghijklmnop';
const REDIRECT = `https://${EXTENSION}.chromiumapp.org/`;
const ORIGIN = 'http://localhost:8787';
const visitor = { address: '203.0.113.7', agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0' };

let platform: TestPlatform;
let auth: ReturnType<typeof createAuth>;
let app: Hono<Env>;
beforeAll(async () => {
  platform = await startTestPlatform({ RATE_LIMIT: '10000' });
  auth = createAuth(platform, { notifier: createNotifications(platform) });
  const limits = createLimits(platform.table, platform.clock);
  app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('requestId', 'req_test');
    c.set('visitor', visitor);
    await next();
  });
  const rateLimit = createRateLimit({ limits, cipher: platform.cipher, perMinute: platform.config.rateLimit });
  app.route('/', oauthRoutes({ auth, platform }, { rateLimit }));
  app.onError((error, c) => errorResponse(asAppError(error), c.get('requestId')));
});
afterAll(() => platform.close());

let people = 0;
async function signedIn() {
  const email = `person${++people}@example.org`;
  const body = { email, password: 'correct horse battery', name: 'Ada', role: 'seeker', consent: true } as const;
  const session = await auth.register(visitor, body);
  const actor = await auth.authenticate({ authorization: `Bearer ${session.accessToken}` });
  const { cookie } = await auth.openPortal(actor, visitor);
  return { email, userId: actor.userId, cookie: `foothold=${cookie}` };
}

function pkce() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
const asked = (challenge: string, changes: Record<string, string | undefined> = {}) => {
  const all = {
    response_type: 'code',
    client_id: 'foothold-extension',
    redirect_uri: REDIRECT,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'st&te "1"',
    ...changes,
  };
  return new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
};
const authorize = (query: URLSearchParams, cookie?: string) =>
  app.request(`${ORIGIN}/oauth/authorize?${query}`, { headers: cookie === undefined ? {} : { cookie } });
const post = (path: string, form: Record<string, string> | URLSearchParams, headers: Record<string, string> = {}) =>
  app.request(`${ORIGIN}${path}`, { method: 'POST', body: new URLSearchParams(form), headers });
const locationOf = (response: Response) => new URL(response.headers.get('location') ?? '', ORIGIN);
const token = async (form: Record<string, string>) => {
  const response = await post('/oauth/token', { client_id: 'foothold-extension', ...form });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

/** The hidden fields of the consent page, as a browser would send them. */
async function fieldsOf(response: Response): Promise<Record<string, string>> {
  const text = await response.text();
  const decode = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
  const inputs = text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, decode(value)]));
}

async function codeFor(person: { cookie: string }) {
  const { verifier, challenge } = pkce();
  const fields = await fieldsOf(await authorize(asked(challenge), person.cookie));
  const answer = await post('/oauth/authorize', { ...fields, decision: 'approve' }, { cookie: person.cookie });
  const code = locationOf(answer).searchParams.get('code') ?? '';
  return {
    answer,
    code,
    verifier,
    grant: { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: REDIRECT },
  };
}

describe('linking the extension', () => {
  it('asks the person, gives a code for their yes, and tokens of scope extension for the code', async () => {
    const person = await signedIn();
    const page = await authorize(asked(pkce().challenge), person.cookie);
    expect(page.status).toBe(200);
    expect(await page.clone().text()).toContain(person.email);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await page.text()).not.toMatch(/<script|<style| style=| on\w+=/);

    const { answer, grant } = await codeFor(person);
    expect(answer.status).toBe(303);
    const to = locationOf(answer);
    expect(to.origin + to.pathname).toBe(REDIRECT);
    expect(to.searchParams.get('state')).toBe('st&te "1"');
    expect(to.searchParams.get('iss')).toBe(ORIGIN);

    const { status, body } = await token(grant);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 1800, scope: 'extension' });
    const actor = await auth.authenticate({ authorization: `Bearer ${body.access_token}` });
    expect(actor).toMatchObject({ userId: person.userId, scope: 'extension' });
    expect((await auth.tokens(actor)).items).toMatchObject([
      { kind: 'oauth', name: 'Foothold extension, Chrome on Linux' },
    ]);

    const refreshed = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' });
    expect(refreshed.status).toBe(200);
    const revoked = await post('/oauth/revoke', {
      client_id: 'foothold-extension',
      token: refreshed.body.refresh_token ?? '',
    });
    expect(revoked.status).toBe(200);
    await expect(auth.authenticate({ authorization: `Bearer ${body.access_token}` })).rejects.toThrow();
    expect(
      (await token({ grant_type: 'refresh_token', refresh_token: refreshed.body.refresh_token ?? '' })).body.error,
    ).toBe('invalid_grant');
  });

  it('sends somebody who is not signed in to the sign-in page and back', async () => {
    const query = asked(pkce().challenge);
    const response = await authorize(query);
    const to = locationOf(response);
    expect(to.origin + to.pathname).toBe(`${ORIGIN}/login`);
    expect(to.searchParams.get('next')).toBe(`/oauth/authorize?${query}`);
  });

  it('takes a no', async () => {
    const person = await signedIn();
    const fields = await fieldsOf(await authorize(asked(pkce().challenge), person.cookie));
    const answer = await post('/oauth/authorize', { ...fields, decision: 'deny' }, { cookie: person.cookie });
    expect(locationOf(answer).searchParams.get('error')).toBe('access_denied');
    expect(locationOf(answer).searchParams.has('code')).toBe(false);
  });

  it('never redirects to an address that is not exactly a known extension', async () => {
    const person = await signedIn();
    const { challenge } = pkce();
    for (const redirect_uri of [
      'https://evil.example/',
      `${REDIRECT}x`,
      REDIRECT.slice(0, -1),
      REDIRECT.replace('https', 'http'),
      `https://${EXTENSION}.chromiumapp.org.evil.example/`,
      `https://user@${EXTENSION}.chromiumapp.org/`,
      `https://ponmlkjihgfedcbaponmlkjihgfedcba.chromiumapp.org/`,
      undefined,
    ]) {
      const response = await authorize(asked(challenge, { redirect_uri }), person.cookie);
      expect([redirect_uri, response.status, response.headers.get('location')]).toEqual([redirect_uri, 400, null]);
    }
    expect((await authorize(asked(challenge, { client_id: 'other' }), person.cookie)).status).toBe(400);
    const twice = asked(challenge);
    twice.append('redirect_uri', 'https://evil.example/');
    expect((await authorize(twice, person.cookie)).status).toBe(400);
  });

  it('tells the extension what is wrong with its request', async () => {
    const person = await signedIn();
    const { challenge } = pkce();
    const errors: [Record<string, string | undefined>, string][] = [
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ code_challenge_method: undefined }, 'invalid_request'],
      [{ code_challenge: undefined }, 'invalid_request'],
      [{ code_challenge: 'short' }, 'invalid_request'],
      [{ scope: 'portal' }, 'invalid_scope'],
    ];
    for (const [change, error] of errors) {
      const response = await authorize(asked(challenge, change), person.cookie);
      expect(locationOf(response).origin).toBe(new URL(REDIRECT).origin);
      expect(locationOf(response).searchParams.get('error')).toBe(error);
    }
  });

  it('takes no yes without the CSRF token of this very session', async () => {
    const [person, other] = [await signedIn(), await signedIn()];
    const fields = await fieldsOf(await authorize(asked(pkce().challenge), person.cookie));
    const foreign = await fieldsOf(await authorize(asked(pkce().challenge), other.cookie));
    for (const csrf_token of ['', 'forged', foreign.csrf_token ?? '']) {
      const answer = await post(
        '/oauth/authorize',
        { ...fields, csrf_token, decision: 'approve' },
        { cookie: person.cookie },
      );
      expect(answer.status).toBe(403);
    }
    const json = await app.request(`${ORIGIN}/oauth/authorize`, {
      method: 'POST',
      body: JSON.stringify(fields),
      headers: { cookie: person.cookie, 'content-type': 'text/plain' },
    });
    expect(json.status).toBe(415);
  });
});

describe('the token endpoint', () => {
  it('takes a code once; its second use ends what the first one gave', async () => {
    const { grant } = await codeFor(await signedIn());
    const both = await Promise.all([token(grant), token(grant)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    const access = both.find(({ status }) => status === 200)?.body.access_token;
    await token(grant);
    await expect(auth.authenticate({ authorization: `Bearer ${access}` })).rejects.toThrow();
  });

  it('refuses a code after 60 s, with another verifier or address, and uses it up', async () => {
    const person = await signedIn();
    const changes = [
      { code_verifier: pkce().verifier },
      { code_verifier: '' },
      { redirect_uri: 'https://evil.example/' },
    ];
    for (const change of changes) {
      const { grant } = await codeFor(person);
      expect((await token({ ...grant, ...change })).body.error).toBe('invalid_grant');
      expect((await token(grant)).body.error).toBe('invalid_grant');
    }
    const { grant } = await codeFor(person);
    platform.clock.advance(61_000);
    expect((await token(grant)).body.error).toBe('invalid_grant');
  });

  it('answers in the form of the RFC whatever it is sent', async () => {
    expect((await token({})).body.error).toBe('invalid_request');
    expect((await token({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
    expect((await token({ grant_type: 'authorization_code' })).body.error).toBe('invalid_grant');
    expect((await token({ grant_type: 'refresh_token', refresh_token: 'x' })).body.error).toBe('invalid_grant');
    const unknown = await token({ client_id: 'other', grant_type: 'refresh_token' });
    expect([unknown.status, unknown.body.error]).toEqual([401, 'invalid_client']);
    const twice = new URLSearchParams([
      ['client_id', 'foothold-extension'],
      ['client_id', 'foothold-extension'],
    ]);
    expect((await post('/oauth/token', twice)).status).toBe(400);
    const ok = await post('/oauth/token', { client_id: 'foothold-extension' });
    expect(ok.headers.get('cache-control')).toBe('no-store');
  });

  it("does not refresh a program's session: its scope would shrink unnoticed", async () => {
    const body = {
      email: 'api@example.org',
      password: 'correct horse battery',
      name: 'A',
      role: 'seeker',
      consent: true,
    } as const;
    const { refreshToken } = await auth.register(visitor, body);
    expect((await token({ grant_type: 'refresh_token', refresh_token: refreshToken })).body.error).toBe(
      'invalid_grant',
    );
    await post('/oauth/revoke', { client_id: 'foothold-extension', token: refreshToken });
    await expect(auth.refresh(visitor, { refreshToken })).resolves.toBeDefined();
  });
});

describe('revocation', () => {
  it('ends a pasted token and an access token too, and says nothing about others', async () => {
    const person = await signedIn();
    const actor = await auth.authenticate({ cookie: person.cookie.replace('foothold=', '') });
    const pasted = await auth.createToken(actor, { name: 'T', visitor });
    const access = (await token((await codeFor(person)).grant)).body.access_token ?? '';
    for (const ended of [pasted.token, access]) {
      await expect(auth.authenticate({ authorization: `Bearer ${ended}` })).resolves.toBeDefined();
      const revoked = await post('/oauth/revoke', { client_id: 'foothold-extension', token: ended });
      expect(revoked.status).toBe(200);
      await expect(auth.authenticate({ authorization: `Bearer ${ended}` })).rejects.toThrow();
    }
    expect((await post('/oauth/revoke', { client_id: 'foothold-extension', token: 'unknown' })).status).toBe(200);
  });
});

describe('discovery', () => {
  it('names the endpoints under the issuer', async () => {
    const response = await app.request(`${ORIGIN}/.well-known/oauth-authorization-server`);
    expect(await response.json()).toMatchObject({
      issuer: ORIGIN,
      token_endpoint: `${ORIGIN}/oauth/token`,
      code_challenge_methods_supported: ['S256'],
    });
    expect((await app.request(`${ORIGIN}/oauth/style.css`)).headers.get('content-type')).toContain('text/css');
  });
});
