/**
 * When a person is told: the next hour of their digest, and how long quiet hours last. Times are milliseconds since 1970;
 * clock times are those of the person's own zone, summer time included. A clock time that a zone skips that day (spring)
 * counts from the first moment after the gap; one that comes twice (autumn) counts at its first coming.
 */

export type QuietHours = { readonly from: string; readonly to: string };
export type Habits = {
  /** IANA name; UTC when unknown. */
  readonly timeZone?: string | undefined;
  readonly quietHours?: QuietHours | undefined;
  /** `HH:MM`. */
  readonly digestAt?: string | undefined;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DIGEST_AT = '08:00';
/** Weekly digests come on Mondays. */
const WEEKLY_ON = 1;

type Local = { year: number; month: number; day: number; minutes: number; weekday: number };

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Whether this is the name of a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

const zoneOf = ({ timeZone }: Habits): string => (timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC');

/** What the clock on the wall says in `zone`. */
function localTime(at: number, zone: string): Local {
  const found: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(at)) found[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = found;
  return {
    year,
    month,
    day,
    minutes: hour * 60 + minute,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  };
}

/** The clock time at `at` in `zone` as minutes since midnight. */
export const minutesIn = (at: number, zone: string): number => localTime(at, zone).minutes;

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The wall clock as if it were UTC, so that two can be compared. */
const wall = ({ year, month, day, minutes }: Local): number => Date.UTC(year, month - 1, day) + minutes * MINUTE;

/** The first moment at which the wall clock of `zone` stands at or past `target` (a wall clock as if it were UTC). */
function momentOf(target: number, zone: string): number {
  // The wall clock is at most 14 h ahead of UTC, 12 h behind.
  let low = target - 15 * HOUR;
  let high = target + 15 * HOUR;
  // Going back an hour in autumn makes the clock repeat itself: both comings are looked at, the first one counts.
  const guess = target - (wall(localTime(target, zone)) - target);
  for (const near of [guess - 2 * HOUR, guess - HOUR, guess, guess + HOUR, guess + 2 * HOUR])
    if (wall(localTime(near, zone)) < target) low = Math.max(low, near);
    else high = Math.min(high, near);
  if (low > high) low = high - 3 * HOUR;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (wall(localTime(middle, zone)) < target) low = middle;
    else high = middle;
  }
  return high;
}

/** The next time after `now` that a digest of this frequency is due. */
export function nextDigest(now: number, habits: Habits, frequency: 'daily' | 'weekly'): number {
  const zone = zoneOf(habits);
  const today = localTime(now, zone);
  const midnight = wall({ ...today, minutes: 0 });
  const at = minutesOf(habits.digestAt ?? DIGEST_AT) * MINUTE;
  for (let ahead = 0; ahead <= 8; ahead++) {
    const weekday = (today.weekday + ahead) % 7;
    if (frequency === 'weekly' && weekday !== WEEKLY_ON) continue;
    const moment = momentOf(midnight + ahead * DAY + at, zone);
    if (moment > now) return moment;
  }
  return now + 7 * DAY;
}

/** When the quiet hours that hold at `now` end; undefined when none hold. Hours that begin and end alike are none. */
export function quietUntil(now: number, habits: Habits): number | undefined {
  const { quietHours } = habits;
  if (quietHours === undefined) return undefined;
  const [from, to] = [minutesOf(quietHours.from), minutesOf(quietHours.to)];
  const zone = zoneOf(habits);
  const local = localTime(now, zone);
  const within =
    from < to
      ? local.minutes >= from && local.minutes < to
      : from > to && (local.minutes >= from || local.minutes < to);
  if (!within) return undefined;
  const midnight = wall({ ...local, minutes: 0 });
  const end = momentOf(midnight + to * MINUTE + (local.minutes < to ? 0 : DAY), zone);
  // In the hour that comes twice in autumn the end may have passed once already.
  return end > now ? end : end + HOUR;
}
