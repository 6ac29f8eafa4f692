/** Which news of jobs to show now, which to keep until quiet hours end, and how far the events were read. */
import { eventSeq } from '#shared/notification/event.rules.ts';
import type { LiveEvent } from '#shared/notification/notification.contract.ts';
import { MatchFound } from '#shared/search/search.schema.ts';
import type { News } from '../job-items.ts';

const MOST_WAITING = 50;

export type Batch = {
  /** Postings to tell of, the best first within each event; empty where there is nothing to say. */
  readonly jobIds: readonly string[];
  /** How many there are in all. */
  readonly count: number;
  readonly news: News;
};

/**
 * `events` came after `news.since`, oldest first; those up to number `readUpTo` the person has seen elsewhere. Only events
 * that ask for a notification count, and each counts once.
 */
export function nextBatch(
  news: News,
  { events, readUpTo, now }: { events: readonly LiveEvent[]; readUpTo: number; now: number },
): Batch {
  const arrived = events.flatMap(({ id, type, data }) => {
    const found = type === 'match.found' ? MatchFound.safeParse(data) : undefined;
    return found?.success && found.data.notify?.browser ? [{ id, found: found.data }] : [];
  });
  const all = new Map([...news.waiting, ...arrived].map((one) => [one.id, one]));
  const unseen = [...all.values()].filter(({ id }) => (eventSeq(id) ?? 0) > readUpTo);
  const isQuiet = ({ notify }: MatchFound): boolean => notify?.after !== undefined && Date.parse(notify.after) > now;
  const due = unseen.filter(({ found }) => !isQuiet(found));
  const jobIds = [...new Set(due.toReversed().flatMap(({ found }) => found.jobIds))];
  return {
    jobIds,
    count: Math.max(
      jobIds.length,
      due.reduce((sum, { found }) => sum + (found.count ?? found.jobIds.length), 0),
    ),
    news: {
      since: events.at(-1)?.id ?? news.since,
      waiting: unseen.filter(({ found }) => isQuiet(found)).slice(-MOST_WAITING),
    },
  };
}
