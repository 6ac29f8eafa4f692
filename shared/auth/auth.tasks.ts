import { z } from 'zod';
import { defineTask } from '#shared/kernel/task.ts';

/**
 * A reset was asked for. Looking the address up is left to the task, so that the request takes the same time whether there
 * is an account or not. The address is sealed; `request` makes the effect happen once.
 */
export const sendReset = defineTask(
  'auth.reset',
  z.object({ request: z.string().max(60), index: z.string().max(128), email: z.string().max(2000) }),
  { retries: 5, timeout: 15 },
);
