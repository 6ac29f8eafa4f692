import { deliverMail } from '#shared/notification/notification.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(deliverMail, { run: (core, payload) => core.notifications.deliver(payload) });
