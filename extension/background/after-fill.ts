/** What follows a fill: its answers are remembered, its confirmation awaited, its outcome counted. */
import type { Run } from '../storage.ts';
import { watchAnswers } from './learn.ts';
import type { SeenFrame } from './page.ts';
import { awaitConfirmation } from './sent.ts';
import { countFill } from './stats.ts';

/** Call when a fill is done, and again after each further step of its form. Never rejects: the fill stands. */
export async function afterFill(run: Run, frames: readonly SeenFrame[]): Promise<void> {
  try {
    await watchAnswers(run, frames);
    await awaitConfirmation(run, frames);
    await countFill(run);
  } catch (cause) {
    console.error(cause);
  }
}
