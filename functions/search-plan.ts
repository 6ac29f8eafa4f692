import { planAlerts } from '#shared/search/search.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(planAlerts, { run: (core, payload) => core.searches.plan(payload) });
