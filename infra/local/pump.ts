/**
 * What Lambda's event source mapping does in the cloud: takes messages from queues and hands them to the functions'
 * own handlers as real SQSEvents. A throw, a timeout or an unknown failure id fails the whole batch; partial answers
 * fail their messages; failed messages come back by visibility, and to the dead-letter queue by the queue's own
 * policy. One thing differs: a failed message comes back after seconds, not after six timeouts.
 */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { toContext, toEvent } from './pump-event.ts';

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse | undefined>;

export type PumpQueue = {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  readonly handler: QueueHandler;
  /** Messages per invocation, 1 to 10. */
  readonly batchSize: number;
  readonly timeoutMs: number;
  /** Invocations at the same time. */
  readonly concurrency: number;
};

export type PumpLog = (entry: { event: string; queue: string; [detail: string]: unknown }) => void;

export type Pump = {
  /** Takes no more messages and waits for running handlers, at most `graceMs` (default 10 s). */
  stop(graceMs?: number): Promise<void>;
  /** Resolves when all queues are empty and no handler runs; messages that wait for a retry count. */
  idle(): Promise<void>;
};

const LONG_POLL_SECONDS = 20;
const AFTER_POLL_FAILURE_MS = 1000;
const RETRY_SECONDS = [1, 5, 30, 120, 600];

/**
 * Starts one long-polling loop per queue. `sqs` must allow as many sockets as there are queues, and some more.
 * `retryAfterSeconds` (by number of deliveries so far) replaces the default 1, 5, 30, 120, 600 s.
 */
export function startPump(options: {
  sqs: SQSClient;
  queues: readonly PumpQueue[];
  log: PumpLog;
  retryAfterSeconds?: (deliveries: number) => number;
}): Pump {
  const { sqs, queues, log, retryAfterSeconds = defaultRetry } = options;
  const stopping = new AbortController();
  // Every queue waits on it.
  setMaxListeners(0, stopping.signal);
  const running = new Set<Promise<void>>();
  let received = 0;
  let busy: PumpQueue | undefined;

  async function poll(queue: PumpQueue): Promise<void> {
    const active = new Set<Promise<void>>();
    while (!stopping.signal.aborted) {
      if (active.size >= queue.concurrency) {
        await Promise.race(active);
        continue;
      }
      const messages = await receive(queue);
      if (messages.length === 0) continue;
      received += 1;
      const work = deliver(queue, messages).finally(() => {
        active.delete(work);
        running.delete(work);
      });
      active.add(work);
      running.add(work);
    }
  }

  async function receive(queue: PumpQueue): Promise<Message[]> {
    try {
      const command = new ReceiveMessageCommand({
        QueueUrl: queue.url,
        MaxNumberOfMessages: queue.batchSize,
        WaitTimeSeconds: LONG_POLL_SECONDS,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      });
      const { Messages = [] } = await sqs.send(command, { abortSignal: stopping.signal });
      return Messages;
    } catch (cause) {
      if (stopping.signal.aborted) return [];
      log({ event: 'pump.receive_failed', queue: queue.name, error: nameOf(cause) });
      await sleep(AFTER_POLL_FAILURE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      return [];
    }
  }

  async function deliver(queue: PumpQueue, messages: readonly Message[]): Promise<void> {
    const failed = await invoke(queue, { messages, log });
    const done = messages.filter(({ MessageId }) => !failed.has(MessageId ?? ''));
    try {
      if (done.length > 0) await acknowledge(queue, done);
      await Promise.all(
        messages.filter((message) => !done.includes(message)).map((message) => returnLater(queue, message)),
      );
    } catch (cause) {
      // Not acknowledged means delivered again, which every handler must bear anyway.
      log({ event: 'pump.acknowledge_failed', queue: queue.name, error: nameOf(cause) });
    }
  }

  async function acknowledge(queue: PumpQueue, messages: readonly Message[]): Promise<void> {
    const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    const { Failed = [] } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries }));
    if (Failed.length > 0) log({ event: 'pump.acknowledge_failed', queue: queue.name, messages: Failed.length });
  }

  async function returnLater(queue: PumpQueue, { ReceiptHandle, Attributes }: Message): Promise<void> {
    const VisibilityTimeout = retryAfterSeconds(Number(Attributes?.ApproximateReceiveCount ?? 1));
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: queue.url, ReceiptHandle, VisibilityTimeout }));
  }

  /** Asks the queue that was last seen busy first, so that waiting for it costs one call and not one per queue. */
  async function allEmpty(): Promise<boolean> {
    if (busy !== undefined && (await countMessages(sqs, busy)) > 0) return false;
    const counts = await Promise.all(queues.map((queue) => countMessages(sqs, queue)));
    busy = queues[counts.findIndex((count) => count > 0)];
    return busy === undefined;
  }

  for (const { name, batchSize } of queues)
    if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > 10)
      throw new RangeError(`Queue ${name}: batchSize must be 1 to 10, not ${batchSize}.`);
  const loops = queues.map(poll);

  return {
    async stop(graceMs = 10_000) {
      stopping.abort();
      const finished = Promise.all([...loops, ...running]);
      const given = new AbortController();
      await Promise.race([finished, sleep(graceMs, undefined, { signal: given.signal }).catch(() => undefined)]);
      given.abort();
      for (const { name } of running.size > 0 ? queues : [])
        log({ event: 'pump.stopped_with_work_running', queue: name, batches: running.size });
    },
    async idle() {
      for (;;) {
        await Promise.all(running);
        const before = received;
        // A handler may have sent to a queue counted before; then something was received or runs meanwhile.
        if ((await allEmpty()) && received === before && running.size === 0) return;
        await sleep(25);
      }
    },
  };
}

const defaultRetry = (deliveries: number): number => RETRY_SECONDS[Math.min(deliveries, RETRY_SECONDS.length) - 1] ?? 1;

/** Runs the handler once; returns the ids of the messages that failed. */
async function invoke(
  queue: PumpQueue,
  { messages, log }: { messages: readonly Message[]; log: PumpLog },
): Promise<Set<string>> {
  const ids = new Set(messages.map(({ MessageId }) => MessageId ?? ''));
  const requestId = randomUUID();
  const startedAt = performance.now();
  const fail = (event: string, detail: Record<string, unknown>): Set<string> => {
    const ms = Math.round(performance.now() - startedAt);
    log({ event, queue: queue.name, requestId, messages: ids.size, ms, ...detail });
    return ids;
  };
  const timeout = new AbortController();
  try {
    const answer = await Promise.race([
      Promise.resolve(queue.handler(toEvent(queue, messages), toContext({ queue, requestId, startedAt }))),
      sleep(queue.timeoutMs, TIMED_OUT, { signal: timeout.signal }),
    ]);
    if (answer === TIMED_OUT) return fail('pump.handler_timed_out', { timeoutMs: queue.timeoutMs });
    const failed = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
    if (failed.some((id) => !ids.has(id))) return fail('pump.unknown_failure_id', {});
    return new Set(failed);
  } catch (cause) {
    return fail('pump.handler_failed', { error: nameOf(cause) });
  } finally {
    timeout.abort();
  }
}

const TIMED_OUT = Symbol('timed out');

async function countMessages(sqs: SQSClient, queue: PumpQueue): Promise<number> {
  const names = [
    'ApproximateNumberOfMessages',
    'ApproximateNumberOfMessagesNotVisible',
    'ApproximateNumberOfMessagesDelayed',
  ] as const;
  const command = new GetQueueAttributesCommand({ QueueUrl: queue.url, AttributeNames: [...names] });
  const { Attributes = {} } = await sqs.send(command);
  return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}

/** The kind of error only: its text may quote what a person wrote. */
const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);
