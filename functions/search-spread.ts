import { spreadSearches } from '#shared/search/search.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(spreadSearches, { run: (core, payload) => core.searches.spread(payload) });
