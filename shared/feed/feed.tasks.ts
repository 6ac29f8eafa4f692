import { z } from 'zod';
import { defineTask } from '#shared/kernel/task.ts';

/** Reads a source's feeds that are due, one after another; goes on by a task of its own when its time is over. */
export const ingestSource = defineTask(
  'job.ingest',
  z.object({
    source: z.string().max(60),
    /** The round: when it was due. */
    slot: z.iso.datetime(),
    step: z.number().int().nonnegative(),
  }),
  { retries: 10, timeout: 300, batch: 1, memory: 1769 },
);

/** Puts the boards of the postings a person keeps in line with the feeds that are read for them. */
export const settleWants = defineTask('feed.wants', z.object({ owner: z.string().max(80) }), {
  retries: 5,
  timeout: 60,
  batch: 1,
});

/** Asks a board what the form of one posting will ask. */
export const askQuestions = defineTask('job.questions', z.object({ jobId: z.string().max(80) }), {
  retries: 3,
  timeout: 60,
  batch: 1,
});
