import { readResume } from '#shared/resume/resume.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(readResume, {
  run: (core, payload) => core.resumes.read(payload, { ocr: false }),
  giveUp: (core, payload) => core.resumes.giveUp(payload),
});
