import { runAlert } from '#shared/search/search.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(runAlert, {
  run: (core, payload) => core.searches.run(payload),
  giveUp: (core, payload) => core.searches.giveUp(payload),
});
