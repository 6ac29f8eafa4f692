import { z } from 'zod';
import { defineTask } from '#shared/kernel/task.ts';

const ReadMessage = z.object({
  owner: z.string(),
  resumeId: z.string(),
  /** Counts unlock and retry; a message of an earlier attempt is a no-op. */
  attempt: z.number().int(),
  /** Sealed; only for files protected by a password. */
  password: z.string().optional(),
});

/** Reads a file's text layer. The function's limit leaves room for a worker that needs its whole 20 s. */
export const readResume = defineTask('resume.read', ReadMessage, { retries: 3, timeout: 60, batch: 1, memory: 1769 });

/** Reads pages that are only images: seconds a page, so a function of its own. */
export const ocrResume = defineTask('resume.ocr', ReadMessage, { retries: 2, timeout: 150, batch: 1, memory: 3008 });
