/** Reads files in worker threads with limits on time and memory; the way every caller outside a test takes. */
import { AppError } from '#shared/kernel/errors.ts';
import { createWorkerPool, WorkerError } from '#shared/platform/worker.ts';
import { sniffFormat } from './format.rules.ts';
import { resumeErrors } from './resume.errors.ts';
import type { ReadInput } from './resume.extract.ts';
import type { Reading } from './resume.schema.ts';
import type { ReadAnswer } from './resume.worker.ts';

export type ResumeReader = {
  /** Throws the errors of `resumeErrors`. */
  read: (input: ReadInput) => Promise<Reading>;
  close: () => Promise<void>;
};

type Options = {
  /** The worker's file: `resume.worker.ts` under tsx, its bundle in a function. */
  entry: URL | string;
  execArgv?: string[];
  /** Files read at the same time. */
  size?: number;
  deadlineMs?: number;
  /** Deadline where OCR is allowed. */
  ocrDeadlineMs?: number;
  memoryMb?: number;
};

const KINDS = new Map(
  Object.values(resumeErrors).map((make) => {
    const error = make();
    return [error.code, error.kind] as const;
  }),
);

/** Starts a reader: 20 s and 512 MB of heap a file, and where pages are pictures and OCR is allowed, up to 120 s more. */
export function createResumeReader({
  entry,
  execArgv,
  size = 1,
  deadlineMs = 20_000,
  ocrDeadlineMs = 120_000,
  memoryMb = 512,
}: Options): ResumeReader {
  const pool = createWorkerPool({ entry, memoryMb, deadlineMs, size, ...(execArgv === undefined ? {} : { execArgv }) });

  async function ask(input: ReadInput, deadline: number): Promise<ReadAnswer> {
    try {
      return (await pool.run(input, { deadlineMs: deadline })) as ReadAnswer;
    } catch (cause) {
      if (!(cause instanceof WorkerError) || cause.failure === 'closed') throw cause;
      if (cause.failure === 'crash') throw resumeErrors.damaged({ cause, log: String(cause.cause) });
      throw resumeErrors.too_complex({ cause });
    }
  }

  return {
    async read({ ocr, ...input }) {
      // What the first bytes tell costs no thread.
      sniffFormat(input.bytes, input.fileName);
      let answer = await ask({ ...input, ocr: false }, deadlineMs);
      if (!answer.ok && answer.code === NEEDS_OCR && ocr === true) answer = await ask({ ...input, ocr }, ocrDeadlineMs);
      if (answer.ok) return answer.reading;
      throw new AppError(answer.code, {
        kind: KINDS.get(answer.code) ?? 'unprocessable',
        message: answer.message,
        ...(answer.log === undefined ? {} : { log: answer.log }),
      });
    },
    close: pool.close,
  };
}

const NEEDS_OCR = resumeErrors.needs_ocr().code;
