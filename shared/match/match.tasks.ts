import { z } from 'zod';
import { defineTask } from '#shared/kernel/task.ts';

/** Ranks postings for one person: all of them, or only `jobIds` when those are new or changed. */
export const scoreMatches = defineTask(
  'match.score',
  z.object({
    owner: z.string(),
    /** Where progress is shown; absent when nobody waits. */
    taskId: z.string().optional(),
    jobIds: z.array(z.string()).max(200).optional(),
  }),
  { retries: 3, timeout: 60, batch: 1, memory: 1769 },
);

/** Finds the people new or changed postings could concern, page by page; without postings everybody is ranked anew. */
export const spreadJobs = defineTask(
  'match.spread',
  z.object({ jobIds: z.array(z.string()).max(200).optional(), after: z.string().optional() }),
  { retries: 3, timeout: 60, batch: 1 },
);
