/** Reads files in worker threads with limits on time and memory; the way every caller outside a test takes. */
import { AppError, type ErrorKind } from '#shared/kernel/errors.ts';
import { createWorkerPool, WorkerError } from '#shared/platform/worker.ts';
import type { OcrLibrary } from './extract/ocr-library.source.ts';
import { sniffFormat } from './format.rules.ts';
import { resumeErrors } from './resume.errors.ts';
import type { ReadInput } from './resume.extract.ts';
import type { Reading } from './resume.schema.ts';
import type { ReadAnswer, ReadProgress } from './resume.worker.ts';

/** A file to read; `onProgress` is told after each page that OCR has read. */
export type ReadRequest = Omit<ReadInput, 'ocrHelp'> & { onProgress?: ((progress: ReadProgress) => void) | undefined };

export type ResumeReader = {
  /** Throws the errors of `resumeErrors`. */
  read: (request: ReadRequest) => Promise<Reading>;
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
  /** Where the OCR data of languages comes from that are not installed; without it they are read as English. */
  library?: OcrLibrary | undefined;
};

/** A page is never in more languages than this that have to be fetched one after the other. */
const MAX_FETCHES = 3;

const KINDS = new Map<string, ErrorKind>(
  Object.values(resumeErrors).map((make) => {
    const error = make();
    return [error.code, error.kind] as const;
  }),
).set('internal', 'internal');

/** Starts a reader: 20 s and 512 MB of heap a file, and where pages are pictures and OCR is allowed, up to 120 s more. */
export function createResumeReader({
  entry,
  execArgv,
  size = 1,
  deadlineMs = 20_000,
  ocrDeadlineMs = 120_000,
  memoryMb = 512,
  library,
}: Options): ResumeReader {
  const pool = createWorkerPool({ entry, memoryMb, deadlineMs, size, ...(execArgv === undefined ? {} : { execArgv }) });

  async function ask(
    input: ReadInput,
    { deadline, onProgress }: { deadline: number; onProgress?: ReadRequest['onProgress'] },
  ): Promise<ReadAnswer> {
    try {
      return (await pool.run(input, {
        deadlineMs: deadline,
        onProgress: (progress) => onProgress?.(progress as ReadProgress),
      })) as ReadAnswer;
    } catch (cause) {
      if (!(cause instanceof WorkerError) || cause.failure === 'closed') throw cause;
      if (cause.failure === 'crash') throw resumeErrors.damaged({ cause, log: String(cause.cause) });
      throw resumeErrors.too_complex({ cause });
    }
  }

  /** The thread has no network: it says which language it lacks, and is asked again with its data or without. */
  async function askWithOcr(input: ReadInput, onProgress: ReadRequest['onProgress']): Promise<ReadAnswer> {
    const data: Record<string, Uint8Array> = {};
    const unavailable: string[] = [];
    for (let fetches = 0; ; fetches++) {
      const help = { data, unavailable };
      const answer = await ask({ ...input, ocr: true, ocrHelp: help }, { deadline: ocrDeadlineMs, onProgress });
      if (answer.ok || answer.code !== NEEDS_LANGUAGE || fetches === MAX_FETCHES) return answer;
      const language = String(answer.details?.language);
      const bytes = await library?.dataOf(language);
      if (bytes === undefined) unavailable.push(language);
      else data[language] = bytes;
    }
  }

  return {
    async read({ ocr, onProgress, ...input }) {
      // What the first bytes tell costs no thread.
      sniffFormat(input.bytes, input.fileName);
      let answer = await ask({ ...input, ocr: false }, { deadline: deadlineMs });
      if (!answer.ok && answer.code === NEEDS_OCR && ocr === true) answer = await askWithOcr(input, onProgress);
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
const NEEDS_LANGUAGE = resumeErrors.needs_language().code;
