/** Events people are told about: kept in order, pushed to open connections, mailed where a mail is due. */
import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import type { Actor } from '#shared/kernel/actor.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { type Message, message, type TaskPayload } from '#shared/kernel/task.ts';
import { hashSecret, mintCredential, randomName, readCredential, sameText } from '#shared/platform/credentials.ts';
import { neverAccepted } from '#shared/platform/mail.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import { eventId, eventSeq, originAllowed } from './event.rules.ts';
import { MailContent, type MailKind } from './mail.schema.ts';
import { letters } from './mails/registry.ts';
import type { EventType, LiveEvent, notificationContract } from './notification.contract.ts';
import { notificationErrors } from './notification.errors.ts';
import { createNotificationStore } from './notification.store.ts';
import { deliverMail } from './notification.tasks.ts';

export type NewEvent = {
  readonly owner: string;
  readonly type: EventType;
  /** The ids the type names; no personal data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The effect's natural key: given twice, the event happens once. */
  readonly once?: string;
};

/** `total`: how many there have been after `since`. */
type EventList = { items: LiveEvent[]; page: { limit: number; total: number }; unread: number };
type ListQuery = z.output<(typeof notificationContract)['list']['query']>;

const TICKET_PREFIX = 'fhw';
const TICKET_MS = 60_000;
const MAX_APPENDS = 30;
/** A process that died while sending gets one more try; after that nobody knows, and nobody is mailed twice for it. */
const MAX_TRIES_AFTER_CRASH = 2;

export type Notifications = ReturnType<typeof createNotifications>;

export function createNotifications(platform: Platform) {
  const { clock, cipher, commit, config, live, log, mailer, table } = platform;
  const store = createNotificationStore(platform);

  /** Appends after the last event; several processes may be at it, then the next number is tried. */
  async function append({ owner, type, data, once }: NewEvent): Promise<LiveEvent | undefined> {
    const at = new Date(clock.now()).toISOString();
    for (let attempt = 1; ; attempt++) {
      const { seq } = await store.counters(owner);
      try {
        await commit(store.append(owner, { type, at, data: { ...data }, seq, once }));
        return { id: eventId(seq + 1), type, at, data: { ...data } };
      } catch (error) {
        const failed = failedIndex(error);
        if (failed === undefined || (failed === 0 && attempt === MAX_APPENDS)) throw error;
        if (failed !== 0) return undefined;
        await setTimeout(Math.random() * 5 * attempt);
      }
    }
  }

  async function push(owner: string, event: LiveEvent): Promise<void> {
    const connections = await store.connections(owner);
    await Promise.all(
      connections.map(async ({ connectionId }) => {
        const there = await live.push(connectionId, event).catch((error: unknown) => {
          log.warn('notification.push_failed', { error });
          return true;
        });
        if (!there) await commit(store.disconnect(owner, connectionId));
      }),
    );
  }

  return {
    store,

    /** Writes the event, then pushes it. Nothing happens for an erased owner, or when `once` has happened. */
    async publish(event: NewEvent): Promise<void> {
      const written = await append(event);
      if (written !== undefined) await push(event.owner, written);
    },

    /** Events after `since`, nothing missed; how many are unread. */
    async list(actor: Actor, { since, limit }: ListQuery): Promise<EventList> {
      const known = since === undefined ? undefined : eventSeq(since);
      if (since !== undefined && known === undefined) throw notificationErrors.unknown_event();
      const [items, { seq, readSeq }] = await Promise.all([
        store.events(actor.userId, { since, limit }),
        store.counters(actor.userId),
      ]);
      const total = Math.max(items.length, seq - (known ?? 0));
      return { items, page: { limit, total }, unread: Math.max(0, seq - readSeq) };
    },

    /** Marks everything up to an event as read; going back changes nothing. */
    async markRead(actor: Actor, { upTo }: { upTo: string }): Promise<undefined> {
      const asked = eventSeq(upTo);
      if (asked === undefined) throw notificationErrors.unknown_event();
      const { seq } = await store.counters(actor.userId);
      const mark = Math.min(asked, seq);
      if (mark > 0) await commit([store.read(actor.userId, mark)]).catch(ignoreCondition);
    },

    /** A single-use address for a WebSocket, valid 60 s. */
    async ticket(actor: Actor & { credentialId: string }): Promise<{ ticket: string; url: string }> {
      const name = { prefix: TICKET_PREFIX, owner: actor.userId, id: randomName() };
      const { text, hash } = mintCredential(cipher, name);
      const { credentialId } = actor;
      await commit([
        store.addTicket(actor.userId, { id: name.id, hash, credentialId, expiresAt: clock.now() + TICKET_MS }),
      ]);
      const url = new URL(config.liveUrl ?? `${config.publicUrl.replace(/^http/, 'ws')}/ws/live`);
      url.searchParams.set('ticket', text);
      return { ticket: text, url: url.href };
    },

    /**
     * Opens a connection by a ticket and gives its owner. Throws `notification.ticket_invalid` when it was used, is older
     * than 60 s or made up, and when the page's origin is not ours.
     */
    async redeem(given: { ticket: string; connectionId: string; origin?: string | undefined }): Promise<string> {
      const { ticket, connectionId, origin } = given;
      const credential = readCredential(cipher, TICKET_PREFIX, ticket);
      const { publicUrl, extensionIds, mode } = config;
      if (credential === undefined || !originAllowed(origin, { publicUrl, extensionIds, local: mode === 'local' }))
        throw notificationErrors.ticket_invalid();
      const { owner, id, secret } = credential;
      const row = await store.getTicket(owner, id);
      if (row === undefined || row.expiresAt <= clock.now() || !sameText(row.hash, hashSecret(secret)))
        throw notificationErrors.ticket_invalid();
      try {
        await commit(store.connect(owner, { ticket: id, connectionId, credentialId: row.credentialId }));
      } catch (error) {
        throw failedIndex(error) === undefined ? error : notificationErrors.ticket_invalid({ cause: error });
      }
      return owner;
    },

    /** Forgets a connection that has closed. */
    async disconnect(connectionId: string): Promise<void> {
      const owner = await store.ownerOf(connectionId);
      if (owner !== undefined) await commit(store.disconnect(owner, connectionId));
    },

    /** Closes the connections opened by one credential, or all of the owner's; called when access ends. */
    async closeConnections(owner: string, credentialId?: string): Promise<void> {
      for (const connection of await store.connections(owner)) {
        if (credentialId !== undefined && connection.credentialId !== credentialId) continue;
        await live.close(connection.connectionId);
        await commit(store.disconnect(owner, connection.connectionId));
      }
    },

    /** A mail as a task, to be committed with the rows it follows from. It goes out once per owner and `key`. */
    mail(mail: {
      owner: string;
      kind: MailKind;
      key: string;
      to: string;
      data: Readonly<Record<string, string>>;
    }): Message {
      const { owner, kind, to, data } = mail;
      const sealed = store.seal(owner, JSON.stringify({ to, data } satisfies MailContent));
      return message(deliverMail, { owner, kind, key: mail.key, sealed });
    },

    /**
     * The task behind {@link mail}. Refused before it was taken: tried again. Failed in a way that leaves open whether it
     * was taken: noted as unknown and not sent again.
     */
    async deliver({ owner, kind, key: name, sealed }: TaskPayload<typeof deliverMail>): Promise<void> {
      if (await isErased(table, owner)) return;
      const earlier = await store.delivery(owner, name);
      const tries = earlier?.tries ?? 0;
      if (earlier?.state === 'sent' || earlier?.state === 'unknown') return;
      if (earlier?.state === 'sending' && tries >= MAX_TRIES_AFTER_CRASH) {
        await commit([store.closeDelivery(owner, { name, state: 'unknown' })]);
        return;
      }
      const { to, data } = MailContent.parse(JSON.parse(store.unseal(owner, sealed)));
      const letter = letters[kind]({ publicUrl: config.publicUrl, data });
      await commit([store.claimDelivery(owner, { name, tries })]);
      try {
        await mailer.send({ to, ...letter, id: `${hashSecret(`${owner} ${name}`).slice(0, 27)}@foothold` });
      } catch (error) {
        const refused = neverAccepted(error);
        await commit([store.closeDelivery(owner, { name, state: refused ? 'refused' : 'unknown' })]);
        if (refused) throw error;
        log.error('notification.delivery_unknown', { error });
        return;
      }
      await commit([store.closeDelivery(owner, { name, state: 'sent' })]);
    },
  };
}

/** Which write of a transaction did not hold; 0 for a single write, undefined for any other failure. */
function failedIndex(error: unknown): number | undefined {
  if (!(error instanceof AppError) || error.code !== 'table.condition_failed') return undefined;
  return Number(error.details?.index ?? 0);
}

function ignoreCondition(error: unknown): void {
  if (failedIndex(error) === undefined) throw error;
}
