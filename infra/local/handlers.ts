/** Each task's real function, as deployed; a test holds this list and `shared/tasks.ts` together. */
import type { Consumer } from '#functions/consume.ts';
import { handler as resumeOcr } from '#functions/resume-ocr.ts';
import { handler as resumeRead } from '#functions/resume-read.ts';
import type { Core } from '#shared/core.ts';

type Function = { with(core: Core): Consumer };

export const handlers: Readonly<Record<string, Function>> = {
  'resume.read': resumeRead,
  'resume.ocr': resumeOcr,
};
