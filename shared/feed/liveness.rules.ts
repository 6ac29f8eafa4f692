/**
 * Whether a posting a feed showed before is still open when the feed shows it no more. Two strikes: the first makes it
 * uncertain, only the second, some hours later, closes it. A choice of postings (a search, a list) proves nothing by
 * absence; there only age counts.
 */
import type { Word } from '#shared/job/liveness.rules.ts';
import type { SeenPosting } from './feed.schema.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Between two strikes; a board that is rebuilt within the hour strikes once. */
const STRIKES_APART = 3 * HOUR;
/** Days a search or list need not show a posting before it is doubted, and before it counts as closed. */
const DOUBT_AFTER = 30 * DAY;
const CLOSE_AFTER = 45 * DAY;

/** What is to be said of a posting that is absent since `missingSince`; undefined while nothing can be said. */
export function wordOfAbsent(
  { missingSince }: Pick<SeenPosting, 'missingSince'>,
  { now, complete }: { now: number; complete: boolean },
): Exclude<Word, 'shown'> | undefined {
  const age = now - (missingSince ?? now);
  if (complete) return age >= STRIKES_APART ? 'gone' : 'missing';
  return age >= CLOSE_AFTER ? 'gone' : age >= DOUBT_AFTER ? 'missing' : undefined;
}

/** Boards of fewer postings may empty from one day to the next. */
const SMALL_BOARD = 5;

/** Whether a board lost so much at once that the reading is rather a failure: more than 5 before, a fifth or less now. */
export const isShrunk = ({ before, now }: { before: number; now: number }): boolean =>
  before > SMALL_BOARD && now * 5 <= before;

/** Whether a list that was far shorter before this reading, too, is to be believed. */
export const isBelieved = ({ shrunkAt, now }: { shrunkAt: number | undefined; now: number }): boolean =>
  shrunkAt !== undefined && now - shrunkAt >= STRIKES_APART;
