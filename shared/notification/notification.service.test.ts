import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '#shared/kernel/actor.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { tombstoneKey } from '#shared/platform/tombstone.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { eventId, originAllowed } from './event.rules.ts';
import { createNotifications, type Notifications } from './notification.service.ts';

let platform: TestPlatform;
let notifications: Notifications;
beforeAll(async () => {
  platform = await startTestPlatform();
  notifications = createNotifications(platform);
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.pushed.splice(0);
  platform.closed.splice(0);
  platform.mails.splice(0);
});

let people = 0;
const newPerson = (): UserActor => {
  const userId = `usr_person${++people}`;
  return { type: 'user', userId, role: 'seeker', scope: 'portal', credentialId: `ses_${people}` };
};
const progress = (owner: string, data: Record<string, unknown> = {}) =>
  ({ owner, type: 'resume.progress', data }) as const;
const connect = async (actor: UserActor, connectionId: string) => {
  const { ticket } = await notifications.ticket(actor);
  return notifications.redeem({ ticket, connectionId, origin: 'http://localhost:8787' });
};
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

describe('events', () => {
  it('stand in a sequence without gaps, also when written at the same moment', async () => {
    const actor = newPerson();
    await Promise.all(Array.from({ length: 12 }, (_, n) => notifications.publish(progress(actor.userId, { n }))));
    const { items, unread } = await notifications.list(actor, { limit: 100 });
    expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, i) => eventId(i + 1)));
    expect(new Set(items.map(({ data }) => data.n)).size).toBe(12);
    expect(unread).toBe(12);
  });

  it('missed by a client are given after the last it saw, in order; without one the newest', async () => {
    const actor = newPerson();
    for (let n = 1; n <= 5; n++) await notifications.publish(progress(actor.userId, { n }));
    const list = async (query: { since?: string; limit: number }) =>
      (await notifications.list(actor, query)).items.map(({ data }) => data.n);
    expect(await list({ since: eventId(2), limit: 100 })).toEqual([3, 4, 5]);
    expect(await list({ since: eventId(2), limit: 2 })).toEqual([3, 4]);
    expect(await list({ since: eventId(5), limit: 2 })).toEqual([]);
    expect(await list({ limit: 2 })).toEqual([4, 5]);
    expect(await codeOf(notifications.list(actor, { since: 'EVENTS#1', limit: 2 }))).toBe('notification.unknown_event');
  });

  it('are read up to a mark that never goes back', async () => {
    const actor = newPerson();
    await notifications.markRead(actor, { upTo: eventId(1) });
    for (let n = 1; n <= 4; n++) await notifications.publish(progress(actor.userId));
    await notifications.markRead(actor, { upTo: eventId(3) });
    await notifications.markRead(actor, { upTo: eventId(1) });
    expect((await notifications.list(actor, { limit: 10 })).unread).toBe(1);
    await notifications.markRead(actor, { upTo: eventId(999) });
    await notifications.publish(progress(actor.userId));
    expect((await notifications.list(actor, { limit: 10 })).unread).toBe(1);
  });

  it('with a natural key happen once, however often their task runs', async () => {
    const actor = newPerson();
    await connect(actor, 'once');
    const event = { ...progress(actor.userId), once: 'resume res_1 read, attempt 1' };
    await Promise.all([notifications.publish(event), notifications.publish(event)]);
    await notifications.publish(event);
    expect((await notifications.list(actor, { limit: 10 })).items).toHaveLength(1);
    expect(platform.pushed).toHaveLength(1);
  });

  it('reach the connections of their owner and nobody else', async () => {
    const [ada, eve] = [newPerson(), newPerson()];
    await connect(ada, 'ada-1');
    await connect(ada, 'ada-2');
    await connect(eve, 'eve-1');
    await notifications.publish(progress(ada.userId, { resumeId: 'res_1' }));
    expect(platform.pushed.map(({ connectionId }) => connectionId).toSorted()).toEqual(['ada-1', 'ada-2']);
    expect(platform.pushed[0]?.message).toMatchObject({ id: eventId(1), type: 'resume.progress' });
    expect((await notifications.list(eve, { limit: 10 })).items).toEqual([]);
  });

  it('are kept 60 days, and the sequence goes on after that', async () => {
    const actor = newPerson();
    await notifications.publish(progress(actor.userId));
    platform.clock.advance(61 * 86_400_000);
    await notifications.publish(progress(actor.userId));
    const { items } = await notifications.list(actor, { limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([eventId(2)]);
  });

  it('are not written for somebody who was erased', async () => {
    const actor = newPerson();
    await platform.table.write({ put: tombstoneKey(actor.userId) });
    await notifications.publish(progress(actor.userId));
    expect(await platform.table.query({ pk: `USER#${actor.userId}` })).toHaveLength(1);
  });
});

describe('live connections', () => {
  it('open once by a ticket, within 60 s, from our own pages or the extension', async () => {
    const actor = newPerson();
    const { ticket, url } = await notifications.ticket(actor);
    expect(url).toBe(`ws://localhost:8787/ws/live?ticket=${ticket}`);
    const redeem = (text: string, origin?: string) =>
      codeOf(notifications.redeem({ ticket: text, connectionId: 'c', origin }));
    expect(await redeem(ticket, 'https://evil.example')).toBe('notification.ticket_invalid');
    expect(await redeem(ticket.replace(/.{46}$/, 'A'.repeat(46)))).toBe('notification.ticket_invalid');
    expect(await redeem('')).toBe('notification.ticket_invalid');
    const both = await Promise.all([redeem(ticket), redeem(ticket)]);
    expect(both.toSorted()).toEqual(['no error', 'notification.ticket_invalid']);
    const late = await notifications.ticket(actor);
    platform.clock.advance(61_000);
    expect(await redeem(late.ticket)).toBe('notification.ticket_invalid');
  });

  it('that are gone are forgotten at the next push; those that closed, at once', async () => {
    const actor = newPerson();
    for (const id of ['here', 'gone', 'left']) await connect(actor, id);
    platform.gone.add('gone');
    await notifications.disconnect('left');
    await notifications.publish(progress(actor.userId));
    expect(platform.pushed.map(({ connectionId }) => connectionId)).toEqual(['here']);
    const rows = await platform.table.query({ pk: `USER#${actor.userId}`, prefix: 'CONNECTION#' });
    expect(rows.map(({ sk }) => sk)).toEqual(['CONNECTION#here']);
    await notifications.disconnect('never seen');
  });

  it('know the portal, the extension and, on one machine, the other name of loopback', () => {
    const known = { publicUrl: 'http://localhost:8787', extensionIds: ['abc'], local: true };
    for (const origin of ['http://localhost:8787', 'http://127.0.0.1:8787', 'chrome-extension://abc', undefined])
      expect([origin, originAllowed(origin, known)]).toEqual([origin, true]);
    for (const origin of ['http://localhost:9999', 'https://localhost:8787', 'chrome-extension://abcd', 'null', ''])
      expect([origin, originAllowed(origin, known)]).toEqual([origin, false]);
    const cloud = { publicUrl: 'https://foothold.example', extensionIds: [], local: false };
    expect(originAllowed('http://127.0.0.1:8787', cloud)).toBe(false);
  });
});

describe('mails', () => {
  const at = '2026-11-21T14:05:00.000Z';
  const mailTo = (owner: string, key = 'k1') =>
    notifications.mail({
      owner,
      kind: 'password-changed',
      key,
      to: 'ada@example.org',
      data: { name: '<b>Ada</b>', at },
    }).payload as Parameters<Notifications['deliver']>[0];
  /** A mail server that fails as given, then works. */
  function failingMailer(errors: object[]) {
    const mails: unknown[] = [];
    const send = async (mail: unknown) => {
      const error = errors.shift();
      if (error !== undefined) throw Object.assign(new Error('mail'), error);
      mails.push(mail);
    };
    return { mails, service: createNotifications({ ...platform, mailer: { send } }) };
  }

  it('carry nothing readable on the queue, and the person may write what they like in their name', async () => {
    const payload = mailTo(newPerson().userId);
    expect(JSON.stringify(payload)).not.toMatch(/ada@example|Ada/);
    await notifications.deliver(payload);
    const [mail] = platform.mails;
    expect(mail).toMatchObject({ to: 'ada@example.org', subject: 'Your Foothold password was changed' });
    expect(mail?.text).toContain('21 November 2026, 14:05 UTC');
    expect(mail?.html).toContain('&lt;b&gt;Ada&lt;/b&gt;');
    expect(mail?.html).not.toMatch(/<b>|<img|src=|@import|url\(/);
  });

  it('go out once per key, in sequence and at the same moment', async () => {
    const payload = mailTo(newPerson().userId);
    await Promise.all([codeOf(notifications.deliver(payload)), codeOf(notifications.deliver(payload))]);
    await notifications.deliver(payload);
    platform.clock.advance(2 * 3_600_000);
    await notifications.deliver(payload);
    expect(platform.mails).toHaveLength(1);
  });

  it('refused before they were taken are tried again', async () => {
    const payload = mailTo(newPerson().userId);
    const { mails, service } = failingMailer([{ code: 'ECONNREFUSED' }, { command: 'RCPT TO', responseCode: 450 }]);
    await expect(service.deliver(payload)).rejects.toThrow();
    await expect(service.deliver(payload)).rejects.toThrow();
    await service.deliver(payload);
    expect(mails).toHaveLength(1);
  });

  it('that may have been taken are not sent again', async () => {
    for (const error of [
      { command: 'DATA', responseCode: 500 },
      { code: 'ETIMEDOUT' },
      { $metadata: { httpStatusCode: 500 } },
    ]) {
      const payload = mailTo(newPerson().userId);
      const { mails, service } = failingMailer([error]);
      await service.deliver(payload);
      await service.deliver(payload);
      expect(mails).toHaveLength(0);
    }
  });

  it('left behind by a process that died are sent once more under the same Message-ID', async () => {
    const owner = newPerson().userId;
    const payload = mailTo(owner);
    await notifications.deliver(payload);
    const [row] = await platform.table.query({ pk: `USER#${owner}`, prefix: 'DELIVERY#' });
    if (row === undefined) throw new Error('no delivery row');
    await platform.table.write({ update: row, set: { state: 'sending' } });
    await notifications.deliver(payload);
    expect(platform.mails).toHaveLength(2);
    expect(platform.mails[1]?.id).toBe(platform.mails[0]?.id);
    await platform.table.write({ update: row, set: { state: 'sending' } });
    await notifications.deliver(payload);
    expect(platform.mails).toHaveLength(2);
  });

  it('are not sent to somebody who was erased', async () => {
    const actor = newPerson();
    const payload = mailTo(actor.userId);
    await platform.table.write({ put: tombstoneKey(actor.userId) });
    await notifications.deliver(payload);
    expect(platform.mails).toEqual([]);
  });
});
