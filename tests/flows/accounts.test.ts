/** Accounts over HTTP, with the real queues, functions, mail and sockets in between. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { contract } from '#shared/contract.ts';
import { createClient } from '#shared/kernel/client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ env: { EXTENSION_IDS: 'abcdefghijklmnopabcdefghijklmnop' } });
});
afterAll(() => stack?.close());

const { auth, notification, privacy } = contract;
const json = { 'content-type': 'application/json' };
const anonymous = () => createClient((path, init) => stack.fetch(path, init));
const refused = (code: string, details: object = {}) => expect.objectContaining({ code, ...details });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  stack.fetch(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } });

describe('a new password', () => {
  it('comes by a mailed link and ends what was signed in', async () => {
    const ada = await stack.person();
    const asked = await Promise.all(
      [ada.email, 'nobody@example.org'].map((email) => post('/password-reset', { email })),
    );
    expect(asked.map(({ status }) => status)).toEqual([202, 202]);
    await stack.idle();
    const mails = stack.mailbox.all().filter(({ subject }) => subject.includes('new password'));
    expect(mails.map(({ to }) => String(to))).toEqual([ada.email]);
    const token = decodeURIComponent(/#token=([\w.%-]+)/.exec(mails[0]?.text ?? '')?.[1] ?? '');
    const password = 'an even better password';
    await anonymous()(auth.confirmReset, { body: { token, password } });
    await expect(ada.call(auth.me)).rejects.toEqual(refused('auth.invalid_token'));
    const session = await anonymous()(auth.login, { body: { email: ada.email, password } });
    expect(session.user.id).toBe(ada.id);
  });
});

describe('two-step sign-in', () => {
  it('is set up, asked for, and taken off with codes of an authenticator app', async () => {
    const ada = await stack.person();
    const { secret } = await ada.call(auth.startMfa);
    const otp = () => new TOTP({ secret }).generate({ timestamp: stack.clock.now() });
    const { recoveryCodes } = await ada.call(auth.confirmMfa, { body: { otp: otp() } });
    const login = (code?: string) =>
      anonymous()(auth.login, { body: { email: ada.email, password: ada.password, ...(code && { otp: code }) } });
    await expect(login()).rejects.toEqual(refused('auth.mfa_required'));
    await expect(login(recoveryCodes[0])).resolves.toMatchObject({ user: { id: ada.id } });
    await expect(login(recoveryCodes[0])).rejects.toEqual(refused('auth.invalid_credentials'));
    stack.clock.advance(30_000);
    await ada.call(auth.removeMfa, { body: { otp: otp() } });
    await expect(login()).resolves.toBeDefined();
  });
});

describe('the portal', () => {
  it('is signed in by a cookie no script reads, and proves where a write comes from', async () => {
    const ada = await stack.person();
    const opened = await post('/session', undefined, ada.headers);
    const set = opened.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(set).toContain(part);
    const cookie = set.split(';')[0] ?? '';
    const { csrfToken } = (await opened.json()) as { csrfToken: string };
    expect((await stack.fetch('/api/v1/me', { headers: { cookie } })).status).toBe(200);
    expect((await post('/me/tokens', { name: 'T' }, { cookie })).status).toBe(403);
    expect((await post('/me/tokens', { name: 'T' }, { cookie, 'x-csrf-token': csrfToken })).status).toBe(201);
    const consent = await stack.fetch(
      `/oauth/authorize?${new URLSearchParams({
        response_type: 'code',
        client_id: 'foothold-extension',
        redirect_uri: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
        code_challenge: 'a'.repeat(43),
        code_challenge_method: 'S256',
      })}`,
      { headers: { cookie }, redirect: 'manual' },
    );
    expect([consent.status, consent.headers.get('x-frame-options')]).toEqual([200, 'DENY']);
    expect(await consent.text()).toContain(ada.email);
    await stack.fetch('/api/v1/session', { method: 'DELETE', headers: { cookie, 'x-csrf-token': csrfToken } });
    expect((await stack.fetch('/api/v1/me', { headers: { cookie } })).status).toBe(401);
  });
});

describe('live updates', () => {
  type Live = { socket: WebSocket; messages: unknown[]; closed: Promise<number> };
  async function open(url: string, origin?: string): Promise<Live> {
    const socket = new WebSocket(url.replace('localhost', '127.0.0.1'), origin === undefined ? {} : { origin });
    const messages: unknown[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    return { socket, messages, closed };
  }

  it('reach their owner, by a ticket that works once, until the sign-in behind it ends', async () => {
    const [ada, eve] = [await stack.person(), await stack.person()];
    const { url } = await ada.call(notification.ticket);
    await expect(open(url, 'https://evil.example')).rejects.toThrow();
    const live = await open(url);
    await expect(open(url)).rejects.toThrow();
    const other = await open((await eve.call(notification.ticket)).url);
    await stack.core.notifications.publish({ owner: ada.id, type: 'system', data: { n: 1 } });
    for (let i = 0; i < 100 && live.messages.length === 0; i++) await sleep(20);
    const { items } = await ada.call(notification.list);
    expect(live.messages).toEqual(items);
    expect(other.messages).toEqual([]);
    await ada.call(auth.logout, { body: { refreshToken: ada.refreshToken } });
    expect(await live.closed).toBe(1008);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
    other.socket.close();
  });
});

describe('an erased person', () => {
  it('is in no file of any store, and nothing works for them any more', async () => {
    const ada = await stack.person({ email: 'zanzibar.canary@example.org', name: 'Zanzibar Canary' });
    await ada.call(auth.createToken, { body: { name: 'T' } });
    expect(JSON.stringify(await ada.call(privacy.export))).toContain('zanzibar.canary@example.org');
    expect((await stack.fetch('/api/v1/me', { method: 'DELETE', headers: ada.headers })).status).toBe(202);
    await expect(ada.call(auth.me)).rejects.toEqual(refused('auth.invalid_token'));
    await stack.idle();
    const rows = await stack.platform.table.query({ pk: `USER#${ada.id}` });
    expect(rows.map(({ sk }) => sk)).toEqual(['TOMBSTONE']);
    const login = { email: ada.email, password: ada.password };
    await expect(anonymous()(auth.login, { body: login })).rejects.toEqual(refused('auth.invalid_credentials'));
    const found = filesOf(stack.dataDir).filter((file) => /zanzibar/i.test(readFileSync(file, 'latin1')));
    expect(found).toEqual([]);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });
}
