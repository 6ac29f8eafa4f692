/** When a source is asked again. All times in milliseconds. */

const MINUTE = 60_000;
const DAY = 86_400_000;
/** After a first failure. */
const FIRST_WAIT = 5 * MINUTE;
/** A failing feed is tried at least this often, and a `Retry-After` is believed up to it. */
const LONGEST_WAIT = DAY;

/**
 * When to try again after `failures` failures in a row: 5 minutes, doubled each time, a day at most; never before the
 * source allows it (`retryAfter`, seconds).
 */
export function retryAt({
  now,
  failures,
  retryAfter = 0,
}: {
  now: number;
  failures: number;
  retryAfter?: number | undefined;
}): number {
  const backoff = FIRST_WAIT * 2 ** Math.min(Math.max(failures, 1) - 1, 20);
  return now + Math.min(Math.max(backoff, retryAfter * 1000), LONGEST_WAIT);
}

/** When a feed that was read in the round of `roundAt` is due again; always after `now`. */
export const dueAfter = ({ roundAt, everyMs, now }: { roundAt: number; everyMs: number; now: number }): number =>
  Math.max(roundAt + everyMs, now + Math.min(everyMs, MINUTE));

/** The first moment of the next day, UTC: when daily counts begin anew. */
export const nextDay = (now: number): number => (Math.floor(now / DAY) + 1) * DAY;

/** The day a moment lies in, UTC. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** When a source is looked at next: at the first of its feeds, full minutes, so that a few fall together. */
export function wakeAt(feeds: readonly { nextAt: number }[], now: number): number | undefined {
  if (feeds.length === 0) return undefined;
  const first = feeds.reduce((earliest, { nextAt }) => Math.min(earliest, nextAt), Number.POSITIVE_INFINITY);
  return Math.max(Math.ceil(first / MINUTE) * MINUTE, now);
}
