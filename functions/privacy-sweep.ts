import { sweepUnused } from '#shared/privacy/privacy.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(sweepUnused, { run: (core, payload) => core.privacy.sweep(payload) });
