import { eraseUser } from '#shared/privacy/privacy.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(eraseUser, { run: (core, payload) => core.privacy.eraseNow(payload) });
