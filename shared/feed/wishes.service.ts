/**
 * Feeds that stand without one person's asking: what a list gives to everybody, and what people look for, asked of the
 * sources that search. What is looked for comes without saying by whom.
 */
import { AppError } from '#shared/kernel/errors.ts';
import type { Feed } from './feed.schema.ts';
import { type FeedStore, feedIdOf } from './feed.store.ts';
import type { FeedAsk, JobSource, SourceKeys } from './source.schema.ts';

type Query = NonNullable<FeedAsk['query']>;

/** What people look for, each thing once. */
export type SearchWishes = {
  wantedQueries(page: { limit: number; after?: string }): Promise<{ items: readonly Query[]; next?: string }>;
};

const PAGE = 100;
/** Searches of one source; each costs it a request a round. */
const MOST_QUERIES = 5000;

/** A list with an interface of its own, and every source that can be searched, are looked at by themselves. */
export const isStanding = (source: JobSource): boolean =>
  source.kind === 'search' || (source.kind === 'list' && !source.robots);

type Settling = {
  readonly source: JobSource;
  readonly keys: SourceKeys;
  readonly store: FeedStore;
  readonly searches: SearchWishes;
};

/** Makes the feeds that are to stand now, and lets those go that nobody looks for any more. */
export async function settleStanding({ source, keys, store, searches }: Settling): Promise<void> {
  if (!isStanding(source)) return;
  const asks = source.kind === 'list' ? [{ source: source.id }] : await asksOf(source, { keys, searches });
  const wanted = new Map(asks.map((ask) => [feedIdOf(ask), ask]));
  const there = new Map((await store.ofSource(source.id)).map((feed) => [feed.id, feed]));
  for (const [id, ask] of wanted) {
    const feed = there.get(id);
    if (feed === undefined) await store.stand(ask);
    else if (!feed.standing) await store.save({ ...feed, standing: true, nextAt: 0 });
  }
  for (const feed of there.values()) if (feed.standing && !wanted.has(feed.id)) await store.save(left(feed));
}

const left = (feed: Feed): Feed => ({ ...feed, standing: undefined, nextAt: 0 });

async function asksOf(source: JobSource, { keys, searches }: Pick<Settling, 'keys' | 'searches'>): Promise<FeedAsk[]> {
  const asks: FeedAsk[] = [];
  let after: string | undefined;
  do {
    const page = await searches.wantedQueries({ limit: PAGE, ...(after !== undefined && { after }) });
    for (const { what, where, country, remote } of page.items) {
      const query: Query = {
        ...(what && { what }),
        ...(where && { where }),
        ...(country !== undefined && { country }),
        ...(remote && { remote }),
      };
      const ask: FeedAsk = { source: source.id, query };
      if (covers(source, ask, keys)) asks.push(ask);
    }
    after = page.next;
  } while (after !== undefined && asks.length < MOST_QUERIES);
  return asks;
}

/** Whether the source has postings of the kind at all: a country it does not serve is no failure. */
function covers(source: JobSource, ask: FeedAsk, keys: SourceKeys): boolean {
  try {
    source.start(ask, keys);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
