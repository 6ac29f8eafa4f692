import { z } from 'zod';
import { defineTask } from '#shared/kernel/task.ts';

/** Removes everything of a person whose tombstone stands. */
export const eraseUser = defineTask('privacy.erase', z.object({ owner: z.string().max(80) }), {
  retries: 8,
  timeout: 120,
  batch: 1,
});

/** Looks once a day for accounts that nobody uses, and goes over the latest erasures again. */
export const sweepUnused = defineTask('privacy.sweep', z.object({ day: z.iso.date() }), {
  retries: 5,
  timeout: 300,
  batch: 1,
});
