/**
 * Writes that must not be lost when the network is. Each carries its Idempotency-Key from the moment it is queued, so
 * sending it again after a lost answer or a stopped worker changes nothing.
 */

import { z } from 'zod';
import { applicationContract } from '#shared/application/application.contract.ts';
import type { JobStatus } from '#shared/job/job.schema.ts';
import { AppError, type ErrorKind } from '#shared/kernel/errors.ts';
import { profileContract } from '#shared/profile/profile.contract.ts';
import type { QueuedWrite } from '../job-items.ts';
import { read, stored, write } from '../storage.ts';
import { call } from './session.ts';

export const OUTBOX_ALARM = 'outbox';

/** Failures that pass by themselves; any other refusal is final and the write is dropped. */
const WORTH_WAITING: readonly ErrorKind[] = ['unavailable', 'rate_limited', 'internal', 'unauthenticated'];

/** Queues the new status of a job and tries to send it at once. */
export async function queueStatus(jobId: string, status: JobStatus): Promise<void> {
  const entry: QueuedWrite = { id: crypto.randomUUID(), queuedAt: Date.now(), jobId, status };
  await change((queue) => [
    ...queue.filter((one) => !('jobId' in one) || one.jobId !== jobId || one.id === sending),
    entry,
  ]);
  await flushOutbox();
}

/** Queues an answer to keep and tries to send it at once. */
export async function queueAnswer({ question, answer }: { question: string; answer: string }): Promise<void> {
  const entry: QueuedWrite = { id: crypto.randomUUID(), queuedAt: Date.now(), question, answer };
  await change((queue) => [...queue, entry]);
  await flushOutbox();
}

/** The write that is on its way; it may not be replaced by a later one for the same job, or their order is lost. */
let sending: string | undefined;
let flushing: Promise<void> | undefined;

/** Sends what is queued, in order, until the first that has to wait. */
export function flushOutbox(): Promise<void> {
  flushing ??= flush().finally(() => {
    flushing = undefined;
    sending = undefined;
  });
  return flushing;
}

async function flush(): Promise<void> {
  for (;;) {
    const next = (await read(stored.outbox))?.[0];
    if (next === undefined) return void (await chrome.alarms.clear(OUTBOX_ALARM));
    sending = next.id;
    if (!(await deliver(next))) return void (await chrome.alarms.create(OUTBOX_ALARM, { periodInMinutes: 1 }));
    await change((queue) => queue.filter((one) => one.id !== next.id));
  }
}

/** Whether the write is settled, either way. */
async function deliver(waiting: QueuedWrite): Promise<boolean> {
  const headers = { 'idempotency-key': waiting.id };
  try {
    if ('jobId' in waiting)
      await call(applicationContract.setStatus, {
        params: { id: waiting.jobId },
        body: { status: waiting.status },
        headers,
      });
    else
      await call(profileContract.addAnswer, { body: { question: waiting.question, answer: waiting.answer }, headers });
    return true;
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    // The server took it and answered in the shape of another version.
    if (failure.cause instanceof z.ZodError) return true;
    return !WORTH_WAITING.includes(failure.kind);
  }
}

let lastChange: Promise<void> = Promise.resolve();

/** Read, change, write, one after the other: two messages may queue at the same moment. */
function change(edit: (queue: QueuedWrite[]) => QueuedWrite[]): Promise<void> {
  lastChange = lastChange
    .catch(() => undefined)
    .then(async () => write(stored.outbox, edit((await read(stored.outbox)) ?? []).slice(-500)));
  return lastChange;
}
