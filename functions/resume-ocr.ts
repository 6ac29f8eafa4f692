import { ocrResume } from '#shared/resume/resume.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(ocrResume, {
  run: (core, payload) => core.resumes.read(payload, { ocr: true }),
  giveUp: (core, payload) => core.resumes.giveUp(payload),
});
