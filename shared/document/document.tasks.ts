import { z } from 'zod';
import { defineTask } from '#shared/kernel/task.ts';

/** Makes the documents of one generation; everything else it needs is stored with the generation. */
export const generateDocuments = defineTask(
  'document.generate',
  z.object({ owner: z.string(), generationId: z.string() }),
  {
    retries: 3,
    timeout: 60,
    batch: 1,
    memory: 1769,
  },
);
