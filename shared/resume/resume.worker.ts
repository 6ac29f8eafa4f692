/**
 * Worker thread that reads one file per message: `{ id, input: ReadInput }` → `{ id, output: ReadAnswer }`, and before
 * it `{ id, progress: ReadProgress }` after each page that OCR has read.
 */
import { parentPort } from 'node:worker_threads';
import { AppError } from '#shared/kernel/errors.ts';
import { type ReadInput, readResume } from './resume.extract.ts';
import type { Reading } from './resume.schema.ts';

/** What the thread answers: a reading, or the failure by its code. */
export type ReadAnswer =
  | { ok: true; reading: Reading }
  | { ok: false; code: string; message: string; details?: Readonly<Record<string, unknown>>; log?: string | undefined };

/** Pages read so far, of how many. */
export type ReadProgress = { page: number; of: number };

const textOf = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));

type Message = { id: number; input: ReadInput };

async function answer({ id, input }: Message): Promise<ReadAnswer> {
  const onPage = (page: number, of: number): void => parentPort?.postMessage({ id, progress: { page, of } });
  try {
    return { ok: true, reading: await readResume({ ...input, ocrHelp: { ...input.ocrHelp, onPage } }) };
  } catch (cause) {
    if (cause instanceof AppError)
      return {
        ok: false,
        code: cause.code,
        message: cause.message,
        ...(cause.details === undefined ? {} : { details: cause.details }),
        log: cause.log ?? (cause.cause === undefined ? undefined : textOf(cause.cause)),
      };
    const log = textOf(cause);
    return {
      ok: false,
      code: 'resume.damaged',
      message: 'The file is damaged or cut off. Export it again and upload the new file.',
      log,
    };
  }
}

parentPort?.on('message', (message: Message) => {
  void answer(message).then((output) => parentPort?.postMessage({ id: message.id, output }));
});
parentPort?.postMessage({ ready: true });
