import type { z } from 'zod';

/** A message on a queue: its id names queue, dead-letter queue and function alike. */
export type Task<Id extends string = string, S extends z.ZodType = z.ZodType> = {
  readonly id: Id;
  readonly schema: S;
  /** Deliveries before the message goes to the dead-letter queue. */
  readonly retries: number;
  /** Seconds one delivery may take; the queue's visibility timeout is six times this (AWS's advice for SQS + Lambda). */
  readonly timeout: number;
  /** Messages per invocation. */
  readonly batch: number;
  /** Megabytes of the function. */
  readonly memory: number;
};

export type TaskPayload<T> = T extends Task<string, infer S> ? z.infer<S> : never;

/** Declares a task; {@link file://../tasks.ts} lists all, and queues, functions and the local pump follow from the list. */
export function defineTask<const Id extends string, S extends z.ZodType>(
  id: Id,
  schema: S,
  options: { retries: number; timeout: number; batch?: number; memory?: number },
): Task<Id, S> {
  return { id, schema, batch: 10, memory: 512, ...options };
}

/** A task with its payload, ready to be sent. */
export type Message = { readonly task: Task; readonly payload: unknown };

export const message = <T extends Task>(task: T, payload: TaskPayload<T>): Message => ({ task, payload });
