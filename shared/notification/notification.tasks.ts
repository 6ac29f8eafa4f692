import { z } from 'zod';
import { defineTask } from '#shared/kernel/task.ts';
import { MailKind } from './mail.schema.ts';

/** A mail to one person. Address and data are sealed for the owner, so no link or token is readable in the queue. */
export const deliverMail = defineTask(
  'notification.deliver',
  z.object({
    owner: z.string().max(80),
    kind: MailKind,
    /** The effect's natural key: the mail goes out once per owner and key. */
    key: z.string().max(100),
    sealed: z.string().max(100_000),
  }),
  { retries: 5, timeout: 30 },
);
