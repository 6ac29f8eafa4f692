/** The job the person named for a tab, by the queue or by hand. */
import type { ChosenJob } from '../job-items.ts';
import { chosenItem, read } from '../storage.ts';

/** A tab found open later may long be about something else. */
const STALE_MS = 2 * 3_600_000;

/** The job a tab is for; undefined where none was named, or too long ago to still hold. */
export async function chosenJob(tabId: number): Promise<ChosenJob | undefined> {
  const chosen = await read(chosenItem(tabId));
  return chosen !== undefined && Date.now() - chosen.at < STALE_MS ? chosen : undefined;
}
