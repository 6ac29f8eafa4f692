/**
 * SQS as the services see it. Tasks leave through an outbox: {@link Commit} writes them in the same transaction as the
 * rows they follow from, sends them, and forgets them; what a crash left behind, {@link resendOutbox} sends again. Every
 * effect of a task is idempotent, so sending twice does no harm.
 */
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { newId } from '#shared/kernel/ids.ts';
import type { Message } from '#shared/kernel/task.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { joinKey, type Row, type Table, type Write } from './table.ts';

/** What travels: checked again by the task's own schema when it is consumed. */
export const Envelope = z.object({ id: z.string(), task: z.string(), payload: z.unknown(), sentAt: z.string() });
export type Envelope = z.infer<typeof Envelope>;

export type Queue = {
  send(envelope: Envelope, options?: { delaySeconds?: number }): Promise<void>;
  /** Rejects when the queues do not answer. */
  ping(): Promise<void>;
};

export function createQueue(queueUrls: Readonly<Record<string, string>>): Queue {
  const client = new SQSClient({});
  return {
    async send(envelope, { delaySeconds } = {}) {
      const url = queueUrls[envelope.task];
      if (url === undefined) throw new Error(`No queue for the task ${envelope.task}`);
      await client.send(
        new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(envelope), DelaySeconds: delaySeconds }),
      );
    },
    async ping() {
      const [url] = Object.values(queueUrls);
      if (url !== undefined)
        await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
    },
  };
}

/** Writes rows and tasks together: both happen, or neither. */
export type Commit = (writes: readonly Write[], messages?: readonly Message[]) => Promise<void>;

const OUTBOX = joinKey(['OUTBOX']);
/** Seconds after which an outbox row counts as left behind. */
const STALE = 30;

type OutboxRow = Row & { envelope: string; createdAt: number };

export function createCommit({
  table,
  queue,
  clock,
  log,
}: {
  table: Table;
  queue: Queue;
  clock: Clock;
  log: Log;
}): Commit {
  return async (writes, messages = []) => {
    const rows = messages.map(({ task, payload }): OutboxRow => {
      const id = newId('task', clock.now());
      const envelope: Envelope = {
        id,
        task: task.id,
        payload: task.schema.parse(payload),
        sentAt: new Date(clock.now()).toISOString(),
      };
      return { pk: OUTBOX, sk: id, envelope: JSON.stringify(envelope), createdAt: clock.now() };
    });
    const all: Write[] = [...writes, ...rows.map((put) => ({ put }))];
    const [only] = all;
    if (only !== undefined && all.length === 1) await table.write(only);
    else await table.transact(all);
    // The rows stand; what cannot be sent now is sent by the next tick.
    await Promise.all(
      rows.map((row) => deliver({ table, queue }, row).catch((error) => log.warn('outbox.delayed', { error }))),
    );
  };
}

/** Sends what was written but not sent; called by the schedule. Returns how many. */
export async function resendOutbox({
  table,
  queue,
  clock,
}: {
  table: Table;
  queue: Queue;
  clock: Clock;
}): Promise<number> {
  const rows = await table.query<OutboxRow>({ pk: OUTBOX, limit: 100 });
  const stale = rows.filter((row) => row.createdAt < clock.now() - STALE * 1000);
  for (const row of stale) await deliver({ table, queue }, row);
  return stale.length;
}

async function deliver({ table, queue }: { table: Table; queue: Queue }, row: OutboxRow): Promise<void> {
  await queue.send(Envelope.parse(JSON.parse(row.envelope)));
  await table.write({ remove: { pk: row.pk, sk: row.sk } });
}
