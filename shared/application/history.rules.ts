/** How the record of one application grows. */
import type { JobStatus } from '#shared/job/job.schema.ts';

export type Step = { status: JobStatus | null; at: string };

const MOST_STEPS = 100;

/** The history with a new step; repeating the present status adds none. */
export function advance(history: readonly Step[], step: Step): Step[] {
  if (history.at(-1)?.status === step.status) return [...history];
  if (history.length === 0 && step.status === null) return [];
  return [...history, step].slice(-MOST_STEPS);
}

/** Whether starting on a posting says more than the person's present status. */
export const mayStart = (status: JobStatus | null | undefined): boolean =>
  status === undefined || status === null || status === 'bookmarked';
