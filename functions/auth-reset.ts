import { sendReset } from '#shared/auth/auth.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(sendReset, { run: (core, payload) => core.auth.sendReset(payload) });
