/** When an account that nobody uses is announced for deletion, and when it is deleted. Times in milliseconds, UTC. */

const DAY = 86_400_000;
export const ANNOUNCE_AFTER_MONTHS = 11;
export const ERASE_AFTER_MONTHS = 12;
/** Nobody is erased sooner than this after the announcement, however long they were away. */
export const NOTICE = 30 * DAY;

export type UnusedVerdict = 'keep' | 'announce' | 'erase';

export function judgeUnused(
  account: { lastActiveAt: number; announcedAt?: number | undefined },
  now: number,
): UnusedVerdict {
  if (account.lastActiveAt > monthsFrom(now, -ANNOUNCE_AFTER_MONTHS)) return 'keep';
  if (account.announcedAt === undefined) return 'announce';
  return now >= eraseTime(account.lastActiveAt, account.announcedAt) ? 'erase' : 'keep';
}

/** The day an account is erased that was announced at `announcedAt`. */
export const eraseTime = (lastActiveAt: number, announcedAt: number): number =>
  Math.max(monthsFrom(lastActiveAt, ERASE_AFTER_MONTHS), announcedAt + NOTICE);

/** The same day and time `months` later; the month's last day where it has no such day. */
export function monthsFrom(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** The first moment of each month in which accounts may have been used last to be due now, the latest first. */
export const monthsDue = (now: number, back: number): number[] =>
  Array.from({ length: back }, (_, i) => {
    const date = new Date(monthsFrom(now, -ANNOUNCE_AFTER_MONTHS));
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - i, 1);
  });
