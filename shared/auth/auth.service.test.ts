// Over 300 lines: one story per promise of the accounts part of the contract, on one embedded store.
import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '#shared/kernel/actor.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { createNotifications } from '#shared/notification/notification.service.ts';
import { createPrivacy } from '#shared/privacy/privacy.service.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { type Auth, createAuth } from './auth.service.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const PASSWORD = 'correct horse battery';
const visitor = { address: '203.0.113.77', agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' };

let platform: TestPlatform;
let auth: Auth;
let notifications: ReturnType<typeof createNotifications>;
let privacy: ReturnType<typeof createPrivacy>;

beforeAll(async () => {
  platform = await startTestPlatform({ ADMIN_EMAIL: 'boss@example.org' });
  notifications = createNotifications(platform);
  auth = createAuth(platform, { notifier: notifications });
  privacy = createPrivacy(platform, { auth, stores: { notifications: notifications.store } });
});
afterAll(() => platform.close());

let people = 0;
async function newPerson(given: { email?: string; name?: string } = {}) {
  const email = given.email ?? `person${++people}@example.org`;
  const name = given.name ?? 'Ada Example';
  const session = await auth.register(visitor, { email, password: PASSWORD, name, role: 'seeker', consent: true });
  const actor = await auth.authenticate({ authorization: `Bearer ${session.accessToken}` });
  return { email, session, actor, userId: session.user.id };
}

const login = (email: string, otp?: string) =>
  auth.login(visitor, { email, password: PASSWORD, ...(otp !== undefined && { otp }) });
const asBearer = (token: string) => auth.authenticate({ authorization: `Bearer ${token}` });
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

/** Runs the tasks that left, as the functions would. */
async function runTasks(): Promise<string[]> {
  const ran: string[] = [];
  for (let tasks = platform.sent.take(); tasks.length > 0; tasks = platform.sent.take())
    for (const { task, payload } of tasks) {
      ran.push(task);
      if (task === 'auth.reset') await auth.sendReset(payload as never);
      if (task === 'notification.deliver') await notifications.deliver(payload as never);
      if (task === 'privacy.erase') await privacy.eraseNow(payload as never);
    }
  return ran;
}

describe('registering', () => {
  it('signs in at once, and the address is taken whatever its case', async () => {
    const { session, email } = await newPerson();
    expect(session).toMatchObject({ user: { email, name: 'Ada Example', role: 'seeker' }, expiresIn: 1800 });
    const again = { email: ` ${email.toUpperCase()}`, password: PASSWORD, name: 'B', role: 'seeker' as const };
    expect(await codeOf(auth.register(visitor, { ...again, consent: true }))).toBe('auth.email_taken');
  });

  it('gives one account to two people who register the same address at the same moment', async () => {
    const body = { email: 'race@example.org', password: PASSWORD, name: 'R', role: 'seeker', consent: true } as const;
    const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(auth.register(visitor, body))));
    expect(outcomes.toSorted()).toEqual(['auth.email_taken', 'auth.email_taken', 'no error']);
  });

  it('makes the configured address an admin, and nobody else', async () => {
    expect((await newPerson({ email: 'Boss@Example.org' })).session.user.role).toBe('admin');
    expect((await newPerson()).session.user.role).toBe('seeker');
  });

  it('keeps neither e-mail, name nor password readable in the table', async () => {
    const { userId } = await newPerson({ email: 'canary@example.org', name: 'Canary Bird' });
    const stored = JSON.stringify(await platform.table.query({ pk: `USER#${userId}` }));
    expect(stored).toContain('"sk":"ACCOUNT"');
    for (const secret of ['canary', 'Canary', 'Bird', PASSWORD, '203.0.113.77', 'X11'])
      expect(stored).not.toContain(secret);
  });
});

describe('signing in', () => {
  it('answers a wrong password and an unknown address alike, with the same work', async () => {
    const { email } = await newPerson();
    await codeOf(auth.login(visitor, { email: 'warm@example.org', password: 'up the dummy hash' }));
    const trips: number[] = [];
    for (const address of [email, 'nobody@example.org']) {
      platform.roundTrips();
      expect(await codeOf(auth.login(visitor, { email: address, password: 'not the password' }))).toBe(
        'auth.invalid_credentials',
      );
      trips.push(platform.roundTrips());
    }
    expect(trips[0]).toBe(trips[1]);
  });

  it('notes good and refused sign-ins with a cut address', async () => {
    const { email, actor } = await newPerson();
    platform.clock.advance(1);
    await codeOf(auth.login(visitor, { email, password: 'not the password' }));
    platform.clock.advance(1);
    await login(email);
    const { items, audit } = await auth.sessions(actor);
    expect(items).toHaveLength(2);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect(audit.slice(0, 2).map(({ event, outcome }) => [event, outcome])).toEqual([
      ['sign_in', 'ok'],
      ['sign_in', 'denied'],
    ]);
    expect(audit[0]).toMatchObject({ address: '203.0.113.0', agent: 'Chrome on Linux' });
  });
});

describe('access tokens', () => {
  it('cost one round trip, and none again within a second', async () => {
    const { session } = await newPerson();
    platform.clock.advance(SECOND);
    platform.roundTrips();
    await asBearer(session.accessToken);
    expect(platform.roundTrips()).toBe(1);
    await asBearer(session.accessToken);
    expect(platform.roundTrips()).toBe(0);
  });

  it('live 30 minutes', async () => {
    const { session } = await newPerson();
    platform.clock.advance(29 * MINUTE);
    expect((await asBearer(session.accessToken)).userId).toBe(session.user.id);
    platform.clock.advance(2 * MINUTE);
    expect(await codeOf(asBearer(session.accessToken))).toBe('auth.invalid_token');
  });

  it('are refused as not signed in when forged, foreign, of another type or no token at all', async () => {
    const { session, actor } = await newPerson();
    const now = Math.floor(platform.clock.now() / 1000);
    const good = { sub: actor.userId, sid: actor.credentialId, iss: 'http://localhost:8787', aud: 'foothold-api' };
    const times = { iat: now, exp: now + 600 };
    const key = new TextEncoder().encode(platform.config.jwtSecret);
    const sign = (claims: object, header: object = {}, secret: Uint8Array = key) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header }).sign(secret);
    const [head = '', body = '', signature = ''] = session.accessToken.split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = { alg: 'none', typ: 'at+jwt' };
    expect(await codeOf(asBearer(await sign({ ...good, ...times })))).toBe('no error');
    const forged = {
      'another key': await sign({ ...good, ...times }, {}, randomBytes(32)),
      'no expiry': await sign({ ...good, iat: now }),
      'no time of issue': await sign({ ...good, exp: now + 600 }),
      'too long a life': await sign({ ...good, iat: now - 4000, exp: now + 600 }),
      'issued in the future': await sign({ ...good, iat: now + 600, exp: now + 1200 }),
      'not yet valid': await sign({ ...good, ...times, nbf: now + 600 }),
      'another issuer': await sign({ ...good, ...times, iss: 'https://evil.example' }),
      'another audience': await sign({ ...good, ...times, aud: 'other' }),
      'another type': await sign({ ...good, ...times }, { typ: 'JWT' }),
      'another algorithm': await sign({ ...good, ...times }, { alg: 'HS512' }, randomBytes(64)),
      'an unknown critical header': `${encode({ alg: 'HS256', typ: 'at+jwt', crit: ['x'], x: 1 })}.${body}.${signature}`,
      'no algorithm': `${encode(none)}.${body}.`,
      'a public-key algorithm': `${encode({ alg: 'RS256', typ: 'at+jwt' })}.${body}.${signature}`,
      'no signature': `${head}.${body}.`,
      'changed claims': `${head}.${encode({ ...good, ...times, sub: 'usr_other' })}.${signature}`,
      "somebody else's session": await sign({ ...good, ...times, sub: (await newPerson()).userId }),
      'a refresh token': session.refreshToken,
      'a key part in the name': await sign({ ...good, ...times, sub: 'usr#x' }),
      'a huge token': `${head}.${'a'.repeat(100_000)}.${signature}`,
      'an empty one': '',
      'no token': 'null',
    };
    for (const [name, token] of Object.entries(forged))
      expect([name, await codeOf(asBearer(token))]).toEqual([name, 'auth.invalid_token']);
    expect(await codeOf(auth.authenticate({ authorization: `Basic ${session.accessToken}` }))).toBe(
      'auth.invalid_token',
    );
    expect(await codeOf(auth.authenticate({}))).toBe('auth.invalid_token');
  });

  it('end with their session within a second, in other processes too', async () => {
    const { session } = await newPerson();
    const elsewhere = createAuth(platform, { notifier: notifications });
    const there = () => codeOf(elsewhere.authenticate({ authorization: `Bearer ${session.accessToken}` }));
    expect(await there()).toBe('no error');
    await auth.logout(visitor, { refreshToken: session.refreshToken });
    expect(await codeOf(asBearer(session.accessToken))).toBe('auth.invalid_token');
    platform.clock.advance(SECOND);
    expect(await there()).toBe('auth.invalid_token');
  });

  it('follow a change of role without a new sign-in', async () => {
    const { session, email } = await newPerson();
    expect(await auth.grantAdmin(email)).toBe(true);
    expect((await asBearer(session.accessToken)).role).toBe('admin');
    expect(await auth.grantAdmin('nobody@example.org')).toBe(false);
  });
});

describe('refreshing', () => {
  it('rotates: the new token works on, and so does the session', async () => {
    const { session } = await newPerson();
    const next = await auth.refresh(visitor, session);
    expect(next.refreshToken).not.toBe(session.refreshToken);
    platform.clock.advance(MINUTE);
    const last = await auth.refresh(visitor, next);
    expect((await asBearer(last.accessToken)).userId).toBe(session.user.id);
  });

  it('gives a repeat within 10 s the same successor', async () => {
    const { session } = await newPerson();
    const [first, second] = await Promise.all([auth.refresh(visitor, session), auth.refresh(visitor, session)]);
    expect(second.refreshToken).toBe(first.refreshToken);
    platform.clock.advance(10 * SECOND);
    expect((await auth.refresh(visitor, session)).refreshToken).toBe(first.refreshToken);
  });

  it('kills the family when an old token comes back later', async () => {
    const { session, actor } = await newPerson();
    const next = await auth.refresh(visitor, session);
    platform.clock.advance(11 * SECOND);
    expect(await codeOf(auth.refresh(visitor, session))).toBe('auth.invalid_token');
    expect(await codeOf(auth.refresh(visitor, next))).toBe('auth.invalid_token');
    expect(await codeOf(asBearer(next.accessToken))).toBe('auth.invalid_token');
    expect((await auth.sessions(actor)).audit[0]?.event).toBe('refresh_reuse');
  });

  it('kills the family when the successor was used already, however soon', async () => {
    const { session } = await newPerson();
    const next = await auth.refresh(visitor, session);
    const last = await auth.refresh(visitor, next);
    expect(await codeOf(auth.refresh(visitor, session))).toBe('auth.invalid_token');
    expect(await codeOf(auth.refresh(visitor, last))).toBe('auth.invalid_token');
  });

  it('refuses a made-up token without harm to the session it names', async () => {
    const { session } = await newPerson();
    const madeUp = session.refreshToken.replace(/.{46}$/, 'A'.repeat(46));
    expect(await codeOf(auth.refresh(visitor, { refreshToken: madeUp }))).toBe('auth.invalid_token');
    await auth.logout(visitor, { refreshToken: madeUp });
    expect(await codeOf(auth.refresh(visitor, session))).toBe('no error');
  });

  it('ends after 30 days without use', async () => {
    const { session } = await newPerson();
    platform.clock.advance(29 * DAY);
    const next = await auth.refresh(visitor, session);
    platform.clock.advance(31 * DAY);
    expect(await codeOf(auth.refresh(visitor, next))).toBe('auth.invalid_token');
  });
});

describe('the portal session', () => {
  it('trades the bearer credential for a cookie, once; the bearer credential ends', async () => {
    const { session, actor, email } = await newPerson();
    const opened = await auth.openPortal(actor, visitor);
    expect(opened.user.email).toBe(email);
    expect(await codeOf(asBearer(session.accessToken))).toBe('auth.invalid_token');
    expect(await codeOf(auth.refresh(visitor, session))).toBe('auth.invalid_token');
    expect(await codeOf(auth.openPortal(actor, visitor))).toBe('auth.invalid_token');
    const byCookie = await auth.authenticate({ cookie: opened.cookie });
    expect(byCookie).toMatchObject({ userId: actor.userId, scope: 'portal' });
    expect(auth.csrfTokenOf(byCookie)).toBe(opened.csrfToken);
    expect(await auth.portalSession(opened.cookie)).toEqual({ user: opened.user, csrfToken: opened.csrfToken });
    expect(() => auth.checkCsrf(byCookie, opened.csrfToken)).not.toThrow();
    expect(() => auth.checkCsrf(byCookie, 'x')).toThrow(AppError);
    await auth.portalLogout(byCookie, visitor);
    expect(await auth.portalSession(opened.cookie)).toEqual({ user: null, csrfToken: '' });
    expect(await codeOf(auth.authenticate({ cookie: opened.cookie }))).toBe('auth.invalid_token');
  });

  it('is no bearer token, and no bearer token is a cookie', async () => {
    const { session, actor } = await newPerson();
    expect(await codeOf(auth.authenticate({ cookie: session.accessToken }))).toBe('auth.invalid_token');
    expect(await codeOf(auth.authenticate({ cookie: session.refreshToken }))).toBe('auth.invalid_token');
    const { cookie } = await auth.openPortal(actor, visitor);
    expect(await codeOf(asBearer(cookie))).toBe('auth.invalid_token');
  });
});

describe('extension tokens', () => {
  it('work with scope extension until they are revoked', async () => {
    const { actor } = await newPerson();
    const { id, token } = await auth.createToken(actor, { name: 'Laptop', visitor });
    const linked = await asBearer(token);
    expect(linked).toEqual({ ...actor, scope: 'extension', credentialId: id });
    expect((await auth.tokens(actor)).items).toMatchObject([{ id, name: 'Laptop', kind: 'token', current: false }]);
    expect(JSON.stringify(await platform.table.query({ pk: `USER#${actor.userId}` }))).not.toContain(token.slice(-46));
    await auth.revokeToken(actor, { id, visitor });
    expect(await codeOf(asBearer(token))).toBe('auth.invalid_token');
    expect(await codeOf(auth.revokeToken(actor, { id, visitor }))).toBe('not_found');
  });

  it('are 20 at most, also when asked for at the same moment', async () => {
    const { actor } = await newPerson();
    const mint = () => codeOf(auth.createToken(actor, { name: 'T', visitor }));
    for (let i = 0; i < 18; i++) expect(await mint()).toBe('no error');
    const outcomes = await Promise.all([mint(), mint(), mint(), mint()]);
    expect(outcomes.filter((outcome) => outcome === 'no error')).toHaveLength(2);
    expect((await auth.tokens(actor)).items).toHaveLength(20);
  });

  it('end after 180 days without use; use is noted at most hourly', async () => {
    const { actor } = await newPerson();
    const { token } = await auth.createToken(actor, { name: 'T', visitor });
    platform.clock.advance(170 * DAY);
    await asBearer(token);
    platform.clock.advance(SECOND);
    platform.roundTrips();
    await asBearer(token);
    expect(platform.roundTrips()).toBe(1);
    platform.clock.advance(170 * DAY);
    await asBearer(token);
    platform.clock.advance(181 * DAY);
    expect(await codeOf(asBearer(token))).toBe('auth.invalid_token');
  });

  it("are nobody else's to revoke", async () => {
    const [owner, other] = [await newPerson(), await newPerson()];
    const { id, token } = await auth.createToken(owner.actor, { name: 'T', visitor });
    expect(await codeOf(auth.revokeToken(other.actor, { id, visitor }))).toBe('not_found');
    const ended = { id: owner.actor.credentialId, visitor };
    expect(await codeOf(auth.endSession(other.actor, ended))).toBe('not_found');
    expect(await codeOf(asBearer(token))).toBe('no error');
    await auth.endSession(owner.actor, ended);
    expect(await codeOf(asBearer(owner.session.accessToken))).toBe('auth.invalid_token');
  });
});

describe('setting a new password', () => {
  const tokenOf = (text: string) => decodeURIComponent(/#token=([\w.%-]+)/.exec(text)?.[1] ?? 'none');

  it('works once by the mailed link and ends every session, cookie and token', async () => {
    const { email, session, actor } = await newPerson();
    const { token: extension } = await auth.createToken(actor, { name: 'T', visitor });
    const { cookie } = await auth.openPortal(await asBearer((await login(email)).accessToken), visitor);
    await auth.requestReset(visitor, { email: email.toUpperCase() });
    const queued = platform.sent.take();
    expect(JSON.stringify(queued)).not.toContain('example.org');
    for (const { payload } of [...queued, ...queued]) await auth.sendReset(payload as never);
    const deliveries = platform.sent.take();
    expect(deliveries).toHaveLength(1);
    expect(JSON.stringify(deliveries)).not.toMatch(/fhp_|example\.org/);
    platform.mails.splice(0);
    for (const { payload } of [...deliveries, ...deliveries]) await notifications.deliver(payload as never);
    expect(platform.mails).toHaveLength(1);
    expect(platform.mails[0]?.to).toBe(email);
    const token = tokenOf(platform.mails[0]?.text ?? '');
    await auth.confirmReset(visitor, { token, password: 'another long password' });
    for (const ended of [session.accessToken, extension])
      expect(await codeOf(asBearer(ended))).toBe('auth.invalid_token');
    expect(await codeOf(auth.authenticate({ cookie }))).toBe('auth.invalid_token');
    expect(await codeOf(auth.refresh(visitor, session))).toBe('auth.invalid_token');
    expect(await codeOf(login(email))).toBe('auth.invalid_credentials');
    expect(await codeOf(auth.login(visitor, { email, password: 'another long password' }))).toBe('no error');
    expect(await codeOf(auth.confirmReset(visitor, { token, password: PASSWORD }))).toBe('auth.reset_expired');
    expect(await runTasks()).toEqual(['notification.deliver']);
    expect(platform.mails.at(-1)?.subject).toBe('Your Foothold password was changed');
  });

  it('asks for the same work whether the address is known or not, and mails nobody unknown', async () => {
    const { email } = await newPerson();
    const trips: number[] = [];
    for (const address of [email, 'nobody@example.org']) {
      platform.roundTrips();
      await auth.requestReset(visitor, { email: address });
      trips.push(platform.roundTrips());
    }
    expect(trips[0]).toBe(trips[1]);
    expect(await runTasks()).toEqual(['auth.reset', 'auth.reset', 'notification.deliver']);
  });

  it('refuses links older than 30 minutes, made up, or asked for before another was used', async () => {
    const { email } = await newPerson();
    await auth.requestReset(visitor, { email });
    await auth.requestReset(visitor, { email });
    platform.mails.splice(0);
    await runTasks();
    const [first = '', second = ''] = platform.mails.map(({ text }) => tokenOf(text));
    const confirm = (token: string) => codeOf(auth.confirmReset(visitor, { token, password: PASSWORD }));
    expect(await confirm(first.replace(/.{46}$/, 'A'.repeat(46)))).toBe('auth.reset_expired');
    expect(await confirm('')).toBe('auth.reset_expired');
    expect(await confirm(second)).toBe('no error');
    expect(await confirm(first)).toBe('auth.reset_expired');
    await auth.requestReset(visitor, { email });
    await runTasks();
    platform.clock.advance(31 * MINUTE);
    expect(await confirm(tokenOf(platform.mails.at(-1)?.text ?? ''))).toBe('auth.reset_expired');
  });
});

describe('two-step sign-in', () => {
  const codeNow = (secret: string) => new TOTP({ secret }).generate({ timestamp: platform.clock.now() });
  async function withMfa() {
    const person = await newPerson();
    const { secret, otpauthUrl } = await auth.startMfa(person.actor);
    expect(otpauthUrl).toMatch(/^otpauth:\/\/totp\/Foothold/);
    const { recoveryCodes } = await auth.confirmMfa(person.actor, { otp: codeNow(secret), visitor });
    platform.clock.advance(30 * SECOND);
    return { ...person, secret, recoveryCodes };
  }

  it('is on only after a right code, and then asks for one', async () => {
    const person = await newPerson();
    const { secret } = await auth.startMfa(person.actor);
    const wrong = codeNow(secret) === '000000' ? '000001' : '000000';
    expect(await codeOf(auth.confirmMfa(person.actor, { otp: wrong, visitor }))).toBe('auth.invalid_otp');
    expect(await codeOf(login(person.email))).toBe('no error');
    await auth.confirmMfa(person.actor, { otp: codeNow(secret), visitor });
    expect((await auth.me(person.actor)).mfa).toBe(true);
    expect(await codeOf(login(person.email))).toBe('auth.mfa_required');
    expect(await codeOf(login(person.email, wrong))).toBe('auth.invalid_credentials');
    expect(await codeOf(auth.startMfa(person.actor))).toBe('auth.mfa_enabled');
    platform.clock.advance(30 * SECOND);
    expect(await codeOf(login(person.email, codeNow(secret)))).toBe('no error');
  });

  it('takes each code once, also when it is sent twice at the same moment', async () => {
    const { email, secret } = await withMfa();
    const code = codeNow(secret);
    const outcomes = await Promise.all([codeOf(login(email, code)), codeOf(login(email, code))]);
    expect(outcomes.toSorted()).toEqual(['auth.invalid_credentials', 'no error']);
    platform.clock.advance(90 * SECOND);
    expect(await codeOf(login(email, code))).toBe('auth.invalid_credentials');
  });

  it('takes each of ten recovery codes once, however it is typed', async () => {
    const { email, recoveryCodes } = await withMfa();
    const [first = ''] = recoveryCodes;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await codeOf(login(email, ` ${first.toLowerCase().replace('-', ' ')}`))).toBe('no error');
    expect(await codeOf(login(email, first))).toBe('auth.invalid_credentials');
    expect(await codeOf(login(email, recoveryCodes[1]))).toBe('no error');
  });

  it('is not passed by before the password was right, nor by a new password', async () => {
    const { email } = await withMfa();
    const wrong = auth.login(visitor, { email, password: 'not the password' });
    expect(await codeOf(wrong)).toBe('auth.invalid_credentials');
    await auth.requestReset(visitor, { email });
    await runTasks();
    const token = decodeURIComponent(/#token=([\w.%-]+)/.exec(platform.mails.at(-1)?.text ?? '')?.[1] ?? '');
    await auth.confirmReset(visitor, { token, password: PASSWORD });
    expect(await codeOf(login(email))).toBe('auth.mfa_required');
  });

  it('goes off only by a code, and takes its recovery codes along', async () => {
    const { actor, email, secret, recoveryCodes } = await withMfa();
    expect(await codeOf(auth.removeMfa(actor, { otp: 'AAAAA-AAAAA', visitor }))).toBe('auth.invalid_otp');
    await auth.removeMfa(actor, { otp: codeNow(secret), visitor });
    expect(await codeOf(login(email))).toBe('no error');
    expect(await codeOf(auth.removeMfa(actor, { otp: recoveryCodes[0] ?? '', visitor }))).toBe('auth.mfa_not_enabled');
    const stored = await platform.table.query({ pk: `USER#${actor.userId}`, prefix: 'RECOVERY#' });
    expect(stored).toEqual([]);
    platform.mails.splice(0);
    await runTasks();
    expect(platform.mails.at(-1)?.subject).toBe('Two-step sign-in is off');
  });
});

describe('live connections', () => {
  it('close with the session that opened them', async () => {
    const { actor, email } = await newPerson();
    const other = await asBearer((await login(email)).accessToken);
    for (const [who, connectionId] of [
      [actor, 'one'],
      [other, 'two'],
    ] as [UserActor, string][]) {
      const { ticket } = await notifications.ticket(who);
      await notifications.redeem({ ticket, connectionId });
    }
    platform.closed.splice(0);
    await auth.endSession(other, { id: actor.credentialId, visitor });
    expect(platform.closed).toEqual(['one']);
  });
});
