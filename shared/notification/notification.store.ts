/**
 * Events of a person in a sequence without gaps: `USER#u → EVENTS` counts, `EVENT#<seq>` holds one, kept 60 days; live
 * connections `USER#u → CONNECTION#c`, found back by `CONNECTION#c → OWNER`; tickets for them; which mails went out.
 */
import { createHash } from 'node:crypto';
import type { Cipher } from '#shared/platform/cipher.ts';
import type { Clock } from '#shared/platform/clock.ts';
import { ttlIn } from '#shared/platform/clock.ts';
import { joinKey, key, prefixOf, type Row, type Table, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import { eventId } from './event.rules.ts';
import type { EventType, LiveEvent } from './notification.contract.ts';

type CounterRow = Row & { readonly seq: number; readonly readSeq?: number };
type EventRow = Row & { readonly type: EventType; readonly at: string; readonly data: Record<string, unknown> };
export type TicketRow = Row & { readonly hash: string; readonly credentialId: string; readonly expiresAt: number };
export type ConnectionRow = Row & { readonly connectionId: string; readonly credentialId: string };
type DeliveryRow = Row & { readonly state: DeliveryState; readonly tries: number };
/** `unknown`: the mail server may have taken it; it is not sent again, since nobody wants a mail twice. */
export type DeliveryState = 'sending' | 'sent' | 'refused' | 'unknown';

const DAY = 86_400;
const EVENT_DAYS = 60;
const CONNECTION_SECONDS = 2 * 3600;

export type NotificationStore = ReturnType<typeof createNotificationStore>;

export function createNotificationStore({ table, clock, cipher }: { table: Table; clock: Clock; cipher: Cipher }) {
  const pk = (owner: string) => joinKey(['USER', owner]);
  const counterKey = (owner: string) => key(['USER', owner], ['EVENTS']);
  const eventKey = (owner: string, id: string) => key(['USER', owner], ['EVENT', id]);
  const ticketKey = (owner: string, id: string) => key(['USER', owner], ['TICKET', id]);
  const connectionKey = (owner: string, id: string) => key(['USER', owner], ['CONNECTION', id]);
  const ownerKey = (id: string) => key(['CONNECTION', id], ['OWNER']);
  const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 27);
  const onceKey = (owner: string, name: string) => key(['USER', owner], ['EVENTONCE', shortHash(name)]);
  const deliveryKey = (owner: string, name: string) => key(['USER', owner], ['DELIVERY', shortHash(name)]);

  const toEvent = ({ sk, type, at, data }: EventRow): LiveEvent => ({ id: sk.slice('EVENT#'.length), type, at, data });

  return {
    async counters(owner: string): Promise<{ seq: number; readSeq: number }> {
      const row = await table.get<CounterRow>(counterKey(owner));
      return { seq: row?.seq ?? 0, readSeq: row?.readSeq ?? 0 };
    },

    /**
     * Writes that append an event after number `seq`. The first fails when another event got there first, the second when
     * the owner was erased, the last when `once` has happened already.
     */
    append(owner: string, event: Omit<LiveEvent, 'id'> & { seq: number; once?: string | undefined }): Write[] {
      const { seq, once, type, at, data } = event;
      const ttl = ttlIn(clock, EVENT_DAYS * DAY);
      return [
        {
          update: counterKey(owner),
          set: { seq: seq + 1 },
          when: seq === 0 ? { below: { seq: 1 } } : { equals: { seq } },
        },
        aliveCheck(owner),
        { put: { ...eventKey(owner, eventId(seq + 1)), type, at, data, ttl } },
        ...(once === undefined ? [] : [{ put: { ...onceKey(owner, once), ttl }, when: { exists: false } }]),
      ];
    },

    /** Oldest first, after the event `since`; without it the newest, still oldest first. */
    async events(owner: string, { since, limit }: { since?: string | undefined; limit: number }): Promise<LiveEvent[]> {
      const prefix = prefixOf(['EVENT']);
      if (since === undefined) {
        const newest = await table.query<EventRow>({ pk: pk(owner), prefix, limit, descending: true });
        return newest.map(toEvent).reverse();
      }
      const after = eventKey(owner, since).sk;
      return (await table.query<EventRow>({ pk: pk(owner), prefix, after, limit })).map(toEvent);
    },

    /** Moves the mark forward, never back. */
    read: (owner: string, seq: number): Write => ({
      update: counterKey(owner),
      set: { readSeq: seq },
      when: { exists: true, below: { readSeq: seq } },
    }),

    addTicket: (
      owner: string,
      ticket: { id: string; hash: string; credentialId: string; expiresAt: number },
    ): Write => ({
      put: { ...ticketKey(owner, ticket.id), ...ticket, ttl: Math.ceil(ticket.expiresAt / 1000) },
    }),
    getTicket: (owner: string, id: string) => table.get<TicketRow>(ticketKey(owner, id)),

    /** Uses a ticket up and notes its connection. Fails when it was used before. */
    connect(owner: string, given: { ticket: string; connectionId: string; credentialId: string }): Write[] {
      const { ticket, connectionId, credentialId } = given;
      const ttl = ttlIn(clock, CONNECTION_SECONDS);
      return [
        { remove: ticketKey(owner, ticket), when: { exists: true } },
        { put: { ...connectionKey(owner, connectionId), connectionId, credentialId, ttl } },
        { put: { ...ownerKey(connectionId), owner, ttl } },
        aliveCheck(owner),
      ];
    },
    connections: (owner: string) => table.query<ConnectionRow>({ pk: pk(owner), prefix: prefixOf(['CONNECTION']) }),
    ownerOf: async (connectionId: string) => (await table.get<Row & { owner: string }>(ownerKey(connectionId)))?.owner,
    disconnect: (owner: string, connectionId: string): Write[] => [
      { remove: connectionKey(owner, connectionId) },
      { remove: ownerKey(connectionId) },
    ],

    /** Address and data of a mail, readable only with the owner's key. */
    seal: (owner: string, text: string) => cipher.seal({ owner, field: 'mail' }, text),
    unseal: (owner: string, sealed: string) => cipher.open({ owner, field: 'mail' }, sealed),

    delivery: (owner: string, name: string) => table.get<DeliveryRow>(deliveryKey(owner, name)),
    /** Claims the next try of a delivery; fails when another process has claimed it. */
    claimDelivery: (owner: string, { name, tries }: { name: string; tries: number }): Write => ({
      put: { ...deliveryKey(owner, name), state: 'sending', tries: tries + 1, ttl: ttlIn(clock, EVENT_DAYS * DAY) },
      when: tries === 0 ? { exists: false } : { equals: { tries } },
    }),
    closeDelivery: (owner: string, { name, state }: { name: string; state: DeliveryState }): Write => ({
      update: deliveryKey(owner, name),
      set: { state },
      when: { exists: true },
    }),

    async exportUser(owner: string): Promise<unknown> {
      const events = await table.query<EventRow>({ pk: pk(owner), prefix: prefixOf(['EVENT']) });
      return { events: events.map(toEvent) };
    },

    async eraseUser(owner: string): Promise<void> {
      for (const prefix of ['EVENT', 'EVENTONCE', 'TICKET', 'DELIVERY'])
        for (const row of await table.query({ pk: pk(owner), prefix: prefixOf([prefix]) }))
          await table.write({ remove: row });
      for (const { connectionId } of await this.connections(owner))
        for (const write of this.disconnect(owner, connectionId)) await table.write(write);
      await table.write({ remove: counterKey(owner) });
    },
  };
}
