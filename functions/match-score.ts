import { scoreMatches } from '#shared/match/match.tasks.ts';
import { consume } from './consume.ts';

export const handler = consume(scoreMatches, {
  run: (core, payload) => core.matches.score(payload),
  giveUp: (core, payload) => core.matches.giveUp(payload),
});
