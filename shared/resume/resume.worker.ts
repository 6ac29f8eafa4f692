/** Worker thread that reads one file per message: `{ id, input: { bytes, fileName, password?, asOf?, ocr? } }` → `{ id, output }`. */
import { parentPort } from 'node:worker_threads';
import { AppError } from '#shared/kernel/errors.ts';
import { type ReadInput, readResume } from './resume.extract.ts';
import type { Reading } from './resume.schema.ts';

/** What the thread answers: a reading, or the failure by its code. */
export type ReadAnswer = { ok: true; reading: Reading } | { ok: false; code: string; message: string; log?: string };

type Message = { id: number; input: ReadInput };

async function answer({ input }: Message): Promise<ReadAnswer> {
  try {
    return { ok: true, reading: await readResume(input) };
  } catch (cause) {
    if (cause instanceof AppError)
      return {
        ok: false,
        code: cause.code,
        message: cause.message,
        ...(cause.log === undefined ? {} : { log: cause.log }),
      };
    const log = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
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
