/**
 * Queues and messages that survive the process. What must not be lost (queues, messages, how often each was received,
 * deletions) goes through the journal; who is handling a message right now does not, so messages that were in flight
 * are visible again as soon as the store is opened.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { openJournal } from '../aws/journal.ts';
import { createQueue, type Message, message, type Queue } from './queue.ts';
import { numberAttribute, type QueueAttributes, redriveOf } from './queue-attributes.ts';

const journalRecord = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('queue'),
    queue: z.string(),
    attributes: z.record(z.string(), z.string()),
    createdAt: z.number(),
  }),
  z.object({ op: z.literal('put'), queue: z.string(), message }),
  z.object({ op: z.literal('receive'), queue: z.string(), id: z.string(), at: z.number() }),
  z.object({ op: z.literal('move'), queue: z.string(), id: z.string(), to: z.string(), message }),
  z.object({ op: z.literal('remove'), queue: z.string(), id: z.string() }),
  z.object({ op: z.literal('purge'), queue: z.string() }),
]);
type JournalRecord = z.infer<typeof journalRecord>;

export type QueueStore = {
  find(name: string): Queue | undefined;
  names(): string[];
  arnOf(name: string): string;
  findByArn(arn: string): Queue | undefined;
  /** Creates the queue, or gives an existing one these attributes. */
  define(name: string, attributes: QueueAttributes): Promise<void>;
  /** Makes messages visible at once, and durable by the time the promise resolves. */
  put(queue: Queue, messages: readonly Message[]): Promise<void>;
  /** Takes up to `limit` visible messages for `visibilityMs`; those received too often go to the dead-letter queue. */
  receive(queue: Queue, options: { limit: number; visibilityMs: number }): Message[];
  remove(queue: Queue, id: string): void;
  purge(queue: Queue): void;
  /** Gives dead messages back, as new ones, to `to` or to the queues they failed in. */
  redrive(queue: Queue, to: Queue | undefined): void;
  /** Lines of the journal that could not be read at open. */
  readonly damagedLines: number;
  close(): Promise<void>;
};

/** Opens the store in `dir`; only one process may have it open. `region` and `account` only shape the ARNs. */
export function openQueueStore(options: { dir: string; region: string; account: string }): QueueStore {
  const queues = new Map<string, Queue>();
  const journal = openJournal<JournalRecord>({
    file: path.join(options.dir, 'queues.journal'),
    schema: journalRecord,
    apply: (record) => apply(queues, record),
    snapshot: () => snapshot(queues),
  });
  for (const queue of queues.values())
    for (const { id, receives } of queue.messages.values()) if (receives > 0) queue.setVisibleAt(id, 0, Date.now());

  const arnOf = (name: string): string => `arn:aws:sqs:${options.region}:${options.account}:${name}`;
  const findByArn = (arn: string): Queue | undefined => {
    const name = arn.slice(arn.lastIndexOf(':') + 1);
    return arn === arnOf(name) ? queues.get(name) : undefined;
  };

  /** True when the message must not be delivered: it is too old, or it failed too often and was moved. */
  function retire(queue: Queue, entry: Message, now: number): boolean {
    const retentionMs = 1000 * numberAttribute(queue.attributes, 'MessageRetentionPeriod');
    if (now - entry.sentAt > retentionMs) {
      journal.append({ op: 'remove', queue: queue.name, id: entry.id });
      return true;
    }
    const policy = redriveOf(queue.attributes);
    const dead = policy && entry.receives >= policy.maxReceiveCount ? findByArn(policy.deadLetterTargetArn) : undefined;
    if (dead === undefined) return false;
    const moved = { ...entry, visibleAt: 0, deadFrom: arnOf(queue.name) };
    journal.append({ op: 'move', queue: queue.name, id: entry.id, to: dead.name, message: moved });
    return true;
  }

  return {
    find: (name) => queues.get(name),
    names: () => [...queues.keys()],
    arnOf,
    findByArn,
    async define(name, attributes) {
      const createdAt = queues.get(name)?.createdAt ?? Date.now();
      journal.append({ op: 'queue', queue: name, attributes: { ...attributes }, createdAt });
      await journal.synced();
    },
    async put(queue, messages) {
      for (const entry of messages) journal.append({ op: 'put', queue: queue.name, message: entry });
      await journal.synced();
    },
    receive(queue, { limit, visibilityMs }) {
      const now = Date.now();
      const taken: Message[] = [];
      try {
        while (taken.length < limit) {
          const entry = queue.firstVisible(now);
          if (entry === undefined) break;
          if (retire(queue, entry, now)) continue;
          journal.append({ op: 'receive', queue: queue.name, id: entry.id, at: now });
          queue.hold(entry.id);
          taken.push({ ...entry });
        }
      } finally {
        for (const { id } of taken) queue.setVisibleAt(id, now + visibilityMs, now);
      }
      return taken;
    },
    remove: (queue, id) => {
      if (queue.messages.has(id)) journal.append({ op: 'remove', queue: queue.name, id });
    },
    purge: (queue) => journal.append({ op: 'purge', queue: queue.name }),
    redrive(queue, to) {
      for (const entry of [...queue.messages.values()]) {
        const target = to ?? (entry.deadFrom === undefined ? undefined : findByArn(entry.deadFrom));
        if (target === undefined) continue;
        const { firstReceivedAt: _, deadFrom: __, ...kept } = entry;
        const fresh = { ...kept, id: randomUUID(), sentAt: Date.now(), visibleAt: 0, receives: 0 };
        journal.append({ op: 'move', queue: queue.name, id: entry.id, to: target.name, message: fresh });
      }
    },
    damagedLines: journal.damagedLines,
    close: () => journal.close(),
  };
}

function apply(queues: Map<string, Queue>, record: JournalRecord): void {
  const now = Date.now();
  const queue = queues.get(record.queue);
  if (record.op === 'queue') {
    const { attributes, createdAt } = record;
    if (queue === undefined) queues.set(record.queue, createQueue({ name: record.queue, attributes, createdAt }));
    else queue.attributes = attributes;
    return;
  }
  if (queue === undefined) return; // its line was damaged
  if (record.op === 'put') queue.put(record.message, now);
  if (record.op === 'remove') queue.remove(record.id);
  if (record.op === 'purge') queue.clear();
  if (record.op === 'move') {
    queue.remove(record.id);
    queues.get(record.to)?.put(record.message, now);
  }
  if (record.op === 'receive') {
    const entry = queue.messages.get(record.id);
    if (entry === undefined) return;
    entry.receives += 1;
    entry.firstReceivedAt ??= record.at;
  }
}

function* snapshot(queues: Map<string, Queue>): Iterable<JournalRecord> {
  for (const { name, attributes, createdAt } of queues.values())
    yield { op: 'queue', queue: name, attributes: { ...attributes }, createdAt };
  for (const { name, messages } of queues.values())
    for (const entry of messages.values()) yield { op: 'put', queue: name, message: entry };
}
