/**
 * One standard queue in memory: messages that can be received now in the order they came, and messages that become
 * visible later. Nothing here touches the disk; `store.ts` replays records into it.
 */
import { z } from 'zod';
import { createDueHeap } from './due-heap.ts';
import type { QueueAttributes } from './queue-attributes.ts';
import { messageAttribute } from './requests.ts';

export const message = z.object({
  id: z.uuid(),
  body: z.string(),
  attributes: z.record(z.string(), messageAttribute).optional(),
  group: z.string().optional(),
  /** Milliseconds since 1970. */
  sentAt: z.number(),
  /** When a delayed message may first be received. */
  visibleAt: z.number(),
  receives: z.number(),
  firstReceivedAt: z.number().optional(),
  /** ARN of the queue it failed in, on a message in a dead-letter queue. */
  deadFrom: z.string().optional(),
});
export type Message = z.infer<typeof message>;

export type Queue = ReturnType<typeof createQueue>;

export function createQueue(input: { name: string; attributes: QueueAttributes; createdAt: number }) {
  const messages = new Map<string, Message>();
  const ready = new Map<string, Message>();
  const later = createDueHeap<{ id: string; visibleAt: number }>();
  const waiters = new Set<() => void>();
  const wake = (): void => {
    for (const waiter of [...waiters]) waiter();
  };

  function place(entry: Message, now: number): void {
    if (entry.visibleAt > now) {
      ready.delete(entry.id);
      later.push(entry.visibleAt, { id: entry.id, visibleAt: entry.visibleAt });
    } else {
      ready.set(entry.id, entry);
    }
    wake();
  }

  /** Moves what became visible to the ready ones; an entry whose message moved on meanwhile is stale. */
  function promote(now: number): void {
    for (let due = later.popDue(now); due !== undefined; due = later.popDue(now)) {
      const entry = messages.get(due.id);
      if (entry !== undefined && entry.visibleAt === due.visibleAt) ready.set(entry.id, entry);
    }
  }

  return {
    name: input.name,
    createdAt: input.createdAt,
    attributes: input.attributes,
    messages: messages as ReadonlyMap<string, Message>,
    put(entry: Message, now: number): void {
      messages.set(entry.id, entry);
      place(entry, now);
    },
    remove(id: string): void {
      messages.delete(id);
      ready.delete(id);
    },
    clear(): void {
      messages.clear();
      ready.clear();
    },
    /** Takes a message out of sight until `setVisibleAt` says for how long. */
    hold(id: string): void {
      ready.delete(id);
    },
    setVisibleAt(id: string, at: number, now: number): void {
      const entry = messages.get(id);
      if (entry === undefined) return;
      entry.visibleAt = at;
      place(entry, now);
    },
    /** The message that has waited longest among those visible now. */
    firstVisible(now: number): Message | undefined {
      promote(now);
      return ready.values().next().value;
    },
    /** Resolves when something may have become visible, `until` has come, or the caller's `signal` ends the wait. */
    wait(input: { until: number; now: number; signal: AbortSignal }): Promise<void> {
      return new Promise((resolve) => {
        const wakeAt = Math.min(input.until, later.next() ?? Number.POSITIVE_INFINITY);
        const timer = setTimeout(done, Math.max(0, wakeAt - input.now));
        function done(): void {
          clearTimeout(timer);
          waiters.delete(done);
          input.signal.removeEventListener('abort', done);
          resolve();
        }
        waiters.add(done);
        input.signal.addEventListener('abort', done);
        if (input.signal.aborted) done();
      });
    },
    counts(now: number): { visible: number; inFlight: number; delayed: number } {
      promote(now);
      let delayed = 0;
      for (const entry of messages.values()) if (entry.visibleAt > now && entry.receives === 0) delayed += 1;
      return { visible: ready.size, inFlight: messages.size - ready.size - delayed, delayed };
    },
  };
}
