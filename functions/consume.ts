/**
 * From an SQS batch to the core: each record is parsed once, failures are reported one by one, and what retrying cannot
 * mend is given up at once instead of coming back. A core is built once per process.
 */
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Core } from '#shared/core.ts';
import { createCore } from '#shared/core.ts';
import { AppError, RETRY_OF } from '#shared/kernel/errors.ts';
import type { Task, TaskPayload } from '#shared/kernel/task.ts';
import { readConfig } from '#shared/platform/config.ts';
import { createPlatform } from '#shared/platform/platform.ts';
import { Envelope } from '#shared/platform/queue.ts';

/** What a function does with one message; `giveUp` runs when it will not be delivered again. */
export type Work<T extends Task> = {
  run(core: Core, payload: TaskPayload<T>): Promise<void>;
  giveUp?(core: Core, payload: TaskPayload<T>): Promise<void>;
};

export type Consumer = (
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
) => Promise<SQSBatchResponse>;

/** Milliseconds an unstarted record needs to be worth starting. */
const RESERVE_MS = 2000;

let sharedCore: Core | undefined;
/** The core of this process: on Lambda made from the environment at the first event; locally given by `infra/local`. */
export const coreOfProcess = (): Core => {
  sharedCore ??= createCore(createPlatform(readConfig()));
  return sharedCore;
};

/** The Lambda handler of `task`. */
export function consume<T extends Task>(task: T, work: Work<T>): Consumer & { with(core: Core): Consumer } {
  const handle = async (core: Core, event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) => {
    const failed: string[] = [];
    for (const record of event.Records) {
      const done = context.getRemainingTimeInMillis() > RESERVE_MS && (await process(core, record));
      if (!done) failed.push(record.messageId);
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };

  /** True when the record is dealt with and must not come back. */
  async function process(core: Core, record: SQSRecord): Promise<boolean> {
    const payload = parse(record);
    if (payload === undefined) {
      core.platform.log.error('task.invalid', { task: task.id, messageId: record.messageId });
      return false;
    }
    const started = core.platform.clock.now();
    try {
      await work.run(core, payload);
      core.platform.metrics.task(task.id, { outcome: 'done', ms: core.platform.clock.now() - started });
      return true;
    } catch (error) {
      const retry = !(error instanceof AppError) || RETRY_OF[error.kind];
      const last = Number(record.attributes.ApproximateReceiveCount) >= task.retries;
      core.platform.metrics.task(task.id, { outcome: 'failed', ms: core.platform.clock.now() - started });
      core.platform.log.error('task.failed', {
        task: task.id,
        messageId: record.messageId,
        retry: retry && !last,
        error,
      });
      if (retry && !last) return false;
      await core.platform.reportError(error, { task: task.id, messageId: record.messageId });
      await work
        .giveUp?.(core, payload)
        .catch((cause) => core.platform.log.error('task.give_up', { task: task.id, error: cause }));
      // The last delivery of something that might be mended goes to the dead-letter queue, to be looked at and redriven.
      return !retry;
    }
  }

  function parse(record: SQSRecord): TaskPayload<T> | undefined {
    try {
      const envelope = Envelope.parse(JSON.parse(record.body));
      return envelope.task === task.id ? (task.schema.parse(envelope.payload) as TaskPayload<T>) : undefined;
    } catch {
      return undefined;
    }
  }

  return Object.assign<Consumer, { with(core: Core): Consumer }>(
    (event, context) => handle(coreOfProcess(), event, context),
    {
      with: (core) => (event, context) => handle(core, event, context),
    },
  );
}
