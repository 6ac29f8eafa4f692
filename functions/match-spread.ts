import { spreadJobs } from '#shared/match/match.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(spreadJobs, { run: (core, payload) => core.matches.spread(payload) });
