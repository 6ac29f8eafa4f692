import { ingestSource } from '#shared/feed/feed.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(ingestSource, { run: (core, payload) => core.feeds.runIngest(payload) });
