/** Every task there is: queues, dead-letter queues, functions, permissions and the local pump follow from this list. */
import { ocrResume, readResume } from './resume/resume.tasks.ts';

export const tasks = [readResume, ocrResume] as const;
