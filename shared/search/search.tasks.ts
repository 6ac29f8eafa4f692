import { z } from 'zod';
import { defineTask } from '#shared/kernel/task.ts';
import { MatchFound } from './search.schema.ts';

const Owner = z.string().max(80);

/**
 * One alert of one person whose time has come. `slot` (milliseconds) names the time, so a second delivery does nothing.
 * With `announce` the choice is made and written, and the event of it is to be published.
 */
export const runAlert = defineTask(
  'search.alert',
  z.object({
    owner: Owner,
    id: z.string().max(80),
    slot: z.number().int().nonnegative(),
    announce: MatchFound.optional(),
  }),
  { retries: 4, timeout: 60, batch: 1, memory: 1769 },
);

/** Finds the instant searches new or changed postings pass, a page of searches a task. */
export const spreadSearches = defineTask(
  'search.spread',
  z.object({ jobIds: z.array(z.string()).max(200), after: z.string().max(200).optional() }),
  { retries: 3, timeout: 60, batch: 1, memory: 1024 },
);

/** Sets a person's alerts by their preferences: the hour of the digest, the zone, the titles sources are asked for. */
export const planAlerts = defineTask('search.plan', z.object({ owner: Owner }), { retries: 4, timeout: 30 });
