import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Auth, createAuth } from '#shared/auth/auth.service.ts';
import { createNotifications, type Notifications } from '#shared/notification/notification.service.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { createPrivacy, type PersonalStore, type Privacy } from './privacy.service.ts';

const DAY = 86_400_000;
const PASSWORD = 'correct horse battery';
const visitor = { address: '203.0.113.77', agent: 'curl/8' };

let platform: TestPlatform;
let auth: Auth;
let notifications: Notifications;
let privacy: Privacy;
const erased: string[] = [];
const elsewhere: PersonalStore = {
  exportUser: async (owner) => ({ noteAbout: owner }),
  eraseUser: async (owner) => void erased.push(owner),
};

beforeAll(async () => {
  platform = await startTestPlatform();
  notifications = createNotifications(platform);
  auth = createAuth(platform, { notifier: notifications });
  privacy = createPrivacy(platform, { auth, stores: { notifications: notifications.store, elsewhere } });
});
afterAll(() => platform.close());

let people = 0;
async function newPerson(name = 'Ada Example') {
  const email = `person${++people}@example.org`;
  const session = await auth.register(visitor, { email, password: PASSWORD, name, role: 'seeker', consent: true });
  const actor = await auth.authenticate({ authorization: `Bearer ${session.accessToken}` });
  return { email, session, actor, userId: actor.userId };
}

async function runTasks(): Promise<string[]> {
  const ran: string[] = [];
  for (let tasks = platform.sent.take(); tasks.length > 0; tasks = platform.sent.take())
    for (const { task, payload } of tasks) {
      ran.push(task);
      if (task === 'notification.deliver') await notifications.deliver(payload as never);
      if (task === 'privacy.erase') await privacy.eraseNow(payload as never);
      if (task === 'privacy.sweep') await privacy.sweep(payload as never);
    }
  return ran;
}

async function everythingStored(): Promise<string> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const { Items } = await client.send(new ScanCommand({ TableName: platform.config.tableName }));
  client.destroy();
  return JSON.stringify(Items);
}

const fails = (promise: Promise<unknown>) => expect(promise).rejects.toThrow();

describe('an export', () => {
  it('holds everything in clear, of every store, and no secret', async () => {
    const { actor, email, session } = await newPerson('Grace Example');
    await auth.createToken(actor, { name: 'Laptop', visitor });
    await notifications.publish({ owner: actor.userId, type: 'system', data: { note: 'hello' } });
    const all = await privacy.export(actor);
    expect(all).toMatchObject({
      account: { email, name: 'Grace Example', role: 'seeker', consent: { version: expect.any(String) } },
      notifications: { events: [{ type: 'system', data: { note: 'hello' } }] },
      elsewhere: { noteAbout: actor.userId },
    });
    expect(JSON.stringify(all)).toContain('Laptop');
    expect(JSON.stringify(all)).not.toMatch(/sealed:|argon2|[Hh]ash/);
    expect(JSON.stringify(all)).not.toContain(session.refreshToken);
  });
});

describe('erasing', () => {
  it('ends access at once and leaves nothing but a tombstone without personal data', async () => {
    const { actor, email, session, userId } = await newPerson();
    const { token } = await auth.createToken(actor, { name: 'Canary laptop', visitor });
    const { ticket } = await notifications.ticket(actor);
    await notifications.redeem({ ticket, connectionId: 'live-one' });
    await notifications.publish({ owner: userId, type: 'system', data: {} });
    await platform.blobs.put(`users/${userId}/resumes/r/file`, new Uint8Array([1]), { contentType: 'text/plain' });
    await privacy.erase(actor);
    await fails(auth.authenticate({ authorization: `Bearer ${session.accessToken}` }));
    await fails(auth.authenticate({ authorization: `Bearer ${token}` }));
    await fails(auth.refresh(visitor, session));
    await fails(auth.login(visitor, { email, password: PASSWORD }));
    expect(platform.closed).toContain('live-one');
    await privacy.erase(actor);
    expect(await runTasks()).toEqual(['privacy.erase']);
    expect(erased).toContain(userId);
    expect((await platform.table.query({ pk: `USER#${userId}` })).map(({ sk }) => sk)).toEqual(['TOMBSTONE']);
    expect(await platform.blobs.get(`users/${userId}/resumes/r/file`)).toBeUndefined();
    expect(await everythingStored()).not.toContain('live-one');
    expect(await everythingStored()).not.toContain(platform.cipher.blindIndex('email', email));
    await expect(
      auth.register(visitor, { email, password: PASSWORD, name: 'New', role: 'seeker', consent: true }),
    ).resolves.toBeDefined();
  });

  it('takes what late work left behind at the next sweep, and does not touch people who were not erased', async () => {
    const [gone, staying] = [await newPerson(), await newPerson()];
    await privacy.erase(gone.actor);
    await runTasks();
    await platform.table.write({ put: { pk: `USER#${gone.userId}`, sk: 'LATE#row' } });
    await privacy.eraseNow({ owner: staying.userId });
    expect(await auth.me(staying.actor)).toMatchObject({ email: staying.email });
    await privacy.sweep({ day: '2026-01-01' });
    await runTasks();
    expect((await platform.table.query({ pk: `USER#${gone.userId}` })).map(({ sk }) => sk)).toEqual(['TOMBSTONE']);
  });
});

describe('an account nobody uses', () => {
  const sweep = async () => {
    await privacy.scheduleSweep();
    return runTasks();
  };
  const exists = async (email: string) =>
    auth.login(visitor, { email, password: PASSWORD }).then(
      () => true,
      () => false,
    );

  it('is announced by mail first, and erased 30 days later unless the person came back', async () => {
    const [away, returning] = [await newPerson(), await newPerson()];
    platform.clock.advance(300 * DAY);
    await sweep();
    platform.mails.splice(0);
    const present = await newPerson();
    platform.clock.advance(66 * DAY);
    await sweep();
    const told = platform.mails.map(({ to }) => to);
    expect(told).toEqual(expect.arrayContaining([away.email, returning.email]));
    expect(told).not.toContain(present.email);
    expect(platform.mails[0]?.subject).toBe('Your Foothold account will be deleted');
    platform.clock.advance(DAY);
    await sweep();
    expect(platform.mails).toHaveLength(told.length);
    const back = await auth.login(visitor, { email: returning.email, password: PASSWORD });
    await auth.authenticate({ authorization: `Bearer ${back.accessToken}` });
    platform.clock.advance(30 * DAY);
    expect(await sweep()).toContain('privacy.erase');
    expect(await exists(returning.email)).toBe(true);
    expect(await exists(away.email)).toBe(false);
    expect(await exists(present.email)).toBe(true);
    expect((await platform.table.query({ pk: `USER#${away.userId}` })).map(({ sk }) => sk)).toEqual(['TOMBSTONE']);
  });

  it('is looked for once a day, however often the schedule ticks and in however many processes', async () => {
    platform.clock.advance(DAY);
    const other = createPrivacy(platform, { auth, stores: {} });
    await Promise.all([privacy.scheduleSweep(), other.scheduleSweep(), privacy.scheduleSweep()]);
    expect(platform.sent.take().filter(({ task }) => task === 'privacy.sweep')).toHaveLength(1);
  });
});
