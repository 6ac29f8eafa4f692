import { settleWants } from '#shared/feed/feed.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(settleWants, { run: (core, payload) => core.feeds.settleWants(payload) });
