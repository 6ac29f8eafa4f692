/**
 * Feeds and who wants them. `FEEDS#source → FEED#id` a feed with its state, naming nobody; `USER#u → WATCHED#id`,
 * `USER#u → WANTED#id` what one person wants, counted on the feed in the same transaction, so the count cannot drift.
 * `INGEST → SOURCE#s` when a source is due and how it does; `INGEST → LEASE#s` who reads it now; `PACE#s → DAY#d` requests
 * of a day; `ROBOTS#host → TEXT` a site's rules for a day. What was seen of a feed is a blob under a new name each time,
 * named by the feed's row, so both change at once.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { AppError } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import { ttlIn } from '#shared/platform/clock.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import { askKey, normalAsk } from './feed.rules.ts';
import type { Feed, Seen, SeenPosting } from './feed.schema.ts';
import type { Robots } from './robots.rules.ts';
import type { FeedAsk } from './source.schema.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Why a person wants a feed: they watch the company, or it follows from what they look for and keep. */
export type WantKind = 'WATCHED' | 'WANTED';
export type Want = { readonly feedId: string; readonly company: string; readonly at: number };

/** When a source is due, and how the last round through its feeds went. */
export type SourceState = {
  readonly source: string;
  readonly nextAt: number;
  readonly roundAt?: number | undefined;
  readonly error?: { readonly code: string; readonly at: number } | undefined;
  /** Nothing of it is asked before. */
  readonly pausedUntil?: number | undefined;
};

type FeedRow = Row & { feed: Omit<Feed, 'wants'>; wants: number; rev: number };
type WantRow = Row & Want;
type SourceRow = Row & SourceState;
type LeaseRow = Row & { holder: string; until: number; knocks: number };
type RobotsRow = Row & { robots: Robots };

const DAY_SECONDS = 86_400;
const ROBOTS_SECONDS = DAY_SECONDS;
/** A table row holds 400 KB; what stands further down in robots.txt nobody reads either (RFC 9309 §2.5: 500 KiB). */
const MOST_ROBOTS = 200_000;

/** The feed of an ask: `<source>-<hash>`. */
export const feedIdOf = (ask: FeedAsk): string =>
  `${ask.source}-${createHash('sha256').update(askKey(ask)).digest('hex').slice(0, 24)}`;
const sourceOfFeed = (id: string): string => id.slice(0, id.lastIndexOf('-'));

export const conditionFailed = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'table.condition_failed';

export function createFeedStore({ table, blobs, clock }: Pick<Platform, 'table' | 'blobs' | 'clock'>) {
  const feedKey = (id: string) => key(['FEEDS', sourceOfFeed(id)], ['FEED', id]);
  const wantKey = (owner: string, { kind, id }: { kind: WantKind; id: string }) => key(['USER', owner], [kind, id]);
  const sourceKey = (source: string) => key(['INGEST'], ['SOURCE', source]);
  const leaseKey = (source: string) => key(['INGEST'], ['LEASE', source]);
  const paceKey = (source: string, day: string) => key(['PACE', source], ['DAY', day]);
  const robotsKey = (origin: string) =>
    key(['ROBOTS', createHash('sha256').update(origin).digest('hex').slice(0, 24)], ['TEXT']);

  const fromRow = ({ feed, wants }: FeedRow): Feed => ({ ...feed, wants });
  const validId = (id: string) => /^[a-z][a-z0-9-]{0,59}-[0-9a-f]{24}$/.test(id);

  async function wants(owner: string, kind: WantKind): Promise<Want[]> {
    const rows = await table.query<WantRow>({ pk: key(['USER', owner], ['x']).pk, prefix: prefixOf([kind]) });
    return rows.map(({ feedId, company, at }) => ({ feedId, company, at }));
  }

  /** A feed of what is asked, not read yet. */
  const fresh = (ask: FeedAsk, more: Partial<Feed>): Omit<Feed, 'wants'> => ({
    id: feedIdOf(ask),
    source: ask.source,
    ask: normalAsk(ask),
    nextAt: 0,
    failures: 0,
    open: 0,
    ...more,
  });

  return {
    async feed(id: string): Promise<Feed | undefined> {
      const row = validId(id) ? await table.get<FeedRow>(feedKey(id)) : undefined;
      return row && fromRow(row);
    },
    async feeds(ids: readonly string[]): Promise<Map<string, Feed>> {
      const rows = await table.getMany<FeedRow>([...new Set(ids)].filter(validId).map(feedKey));
      return new Map(rows.map((row) => [row.feed.id, fromRow(row)]));
    },
    async ofSource(source: string): Promise<Feed[]> {
      const rows = await table.query<FeedRow>({ pk: feedKey(`${source}-x`).pk, prefix: prefixOf(['FEED']) });
      return rows.map(fromRow);
    },

    /** Makes a feed that is read whoever wants it; one that is there is left as it is. */
    async stand(ask: FeedAsk): Promise<void> {
      const feed = fresh(ask, { standing: true });
      const row: FeedRow = { ...feedKey(feed.id), feed, wants: 0, rev: 0 };
      await table.write({ put: row, when: { exists: false } }).catch((error) => {
        if (!conditionFailed(error)) throw error;
      });
    },

    /** What a reading found out; `wants` is not its to change. */
    async save({ wants: _wants, ...feed }: Feed): Promise<void> {
      await table.write({ update: feedKey(feed.id), set: { feed }, add: { rev: 1 }, when: { exists: true } });
    },

    /** Takes a feed away that nobody wants. False when somebody wants it again. */
    async retire(id: string): Promise<boolean> {
      try {
        await table.write({ remove: feedKey(id), when: { equals: { wants: 0 } } });
        return true;
      } catch (error) {
        if (conditionFailed(error)) return false;
        throw error;
      }
    },

    wants,
    async wanted(owner: string, want: { kind: WantKind; id: string }): Promise<Want | undefined> {
      if (!validId(want.id)) return undefined;
      return table.get<WantRow>(wantKey(owner, want));
    },

    /**
     * Writes by which a person wants a feed; fail as a whole when they want it already, or when somebody else made or
     * removed the feed at the same moment (`known` is how it was found).
     */
    want(owner: string, { kind, ask, known, company, at }: NewWant): Write[] {
      const id = feedIdOf(ask);
      const count: Write =
        known === undefined
          ? { put: { ...feedKey(id), feed: fresh(ask, { company }), wants: 1, rev: 0 }, when: { exists: false } }
          : known.wants <= 0
            ? {
                update: feedKey(id),
                set: { feed: fresh(ask, without(known)) },
                add: { wants: 1 },
                when: { exists: true },
              }
            : { update: feedKey(id), add: { wants: 1 }, when: { exists: true } };
      return [
        { put: { ...wantKey(owner, { kind, id }), feedId: id, company, at }, when: { exists: false } },
        count,
        aliveCheck(owner),
      ];
    },

    /** Writes by which they want it no more; fail when they did not. */
    unwant: (owner: string, want: { kind: WantKind; id: string }): Write[] => [
      { remove: wantKey(owner, want), when: { exists: true } },
      { update: feedKey(want.id), add: { wants: -1 }, when: { exists: true } },
    ],

    // What was seen of a feed.
    async seen(name: string | undefined): Promise<Map<string, SeenPosting>> {
      const bytes = name === undefined ? undefined : await blobs.get(name);
      // What was seen is only a memory: without it everything is taken in again, which changes nothing.
      if (bytes === undefined) return new Map();
      return new Map(Object.entries(JSON.parse((await unpack(bytes)).toString('utf8')) as Record<string, SeenPosting>));
    },
    async keepSeen(feedId: string, seen: Seen): Promise<string> {
      const name = `feeds/${feedId}/${newId('import', clock.now())}.json.gz`;
      const packed = await pack(JSON.stringify(Object.fromEntries(seen)));
      await blobs.put(name, packed, { contentType: 'application/gzip' });
      return name;
    },
    forgetSeen: async (name: string | undefined): Promise<void> => {
      if (name !== undefined) await blobs.remove([name]);
    },

    // When sources are due.
    async sourceStates(): Promise<Map<string, SourceState>> {
      const rows = await table.query<SourceRow>({ pk: 'INGEST', prefix: prefixOf(['SOURCE']) });
      return new Map(
        rows.map(({ pk: _pk, sk: _sk, requestToken: _token, ...state }) => [state.source, state] as const),
      );
    },
    /** The write that moves a source's next round; fails when somebody else did. */
    schedule: (source: string, { from, to }: { from: number | undefined; to: number }): Write =>
      from === undefined
        ? { put: { ...sourceKey(source), source, nextAt: to }, when: { exists: false } }
        : { update: sourceKey(source), set: { nextAt: to }, when: { equals: { nextAt: from } } },
    async saveSource({ source, ...state }: SourceState): Promise<void> {
      const unset = (['error', 'pausedUntil'] as const).filter((field) => state[field] === undefined);
      await table.write({ update: sourceKey(source), set: { source, ...state }, unset });
    },

    // One reader a source.
    /** True when `holder` reads the source from now on; others knock, so that it looks once more before it leaves. */
    async lease(source: string, { holder, until }: { holder: string; until: number }): Promise<boolean> {
      const row: LeaseRow = { ...leaseKey(source), holder, until, knocks: 0 };
      try {
        await table.write({ put: row, when: { below: { until: clock.now() } } });
        return true;
      } catch (error) {
        if (!conditionFailed(error)) throw error;
        return false;
      }
    },
    /** Who reads the source and how often others knocked. */
    leaseOf: async (source: string): Promise<{ holder: string; knocks: number } | undefined> =>
      table.get<LeaseRow>(leaseKey(source)),
    /** False when the reader left in this very moment. */
    async knock(source: string, holder: string): Promise<boolean> {
      try {
        await table.write({ update: leaseKey(source), add: { knocks: 1 }, when: { equals: { holder } } });
        return true;
      } catch (error) {
        if (!conditionFailed(error)) throw error;
        return false;
      }
    },
    /** Keeps the lease. Throws `table.condition_failed` when it is somebody else's by now. */
    renew: (source: string, { holder, until }: { holder: string; until: number }): Promise<void> =>
      table.write({ update: leaseKey(source), set: { until }, when: { equals: { holder } } }),
    /** The write that ends a lease; fails when somebody knocked meanwhile. */
    leave: (source: string, { holder, knocks }: { holder: string; knocks: number }): Write => ({
      remove: leaseKey(source),
      when: { equals: { holder, knocks } },
    }),

    /** Ends a lease whatever happened; nothing when it is somebody else's. */
    async dropLease(source: string, holder: string): Promise<void> {
      await table.write({ remove: leaseKey(source), when: { equals: { holder } } }).catch((error) => {
        if (!conditionFailed(error)) throw error;
      });
    },

    // Pace.
    async countRequest(source: string, day: string): Promise<number> {
      return table.increment(paceKey(source, day), { field: 'used', by: 1, ttl: ttlIn(clock, 3 * DAY_SECONDS) });
    },
    async requestsOf(source: string, day: string): Promise<number> {
      return (await table.get<Row & { used?: number }>(paceKey(source, day)))?.used ?? 0;
    },
    async robots(origin: string): Promise<Robots | undefined> {
      return (await table.get<RobotsRow>(robotsKey(origin)))?.robots;
    },
    async saveRobots(origin: string, robots: Robots): Promise<void> {
      const kept = robots.state === 'rules' ? { ...robots, text: robots.text.slice(0, MOST_ROBOTS) } : robots;
      await table.write({ put: { ...robotsKey(origin), robots: kept, ttl: ttlIn(clock, ROBOTS_SECONDS) } });
    },

    /** The write by which a posting's form is asked for once a day; fails when it was. */
    claimQuestions: (jobId: string): Write => ({
      put: {
        ...key(['JOB', jobId], ['ASKED']),
        until: clock.now() + DAY_SECONDS * 1000,
        ttl: ttlIn(clock, DAY_SECONDS),
      },
      when: { below: { until: clock.now() } },
    }),

    // A person's rights.
    async exportUser(owner: string): Promise<unknown> {
      const [watched, wanted] = await Promise.all([wants(owner, 'WATCHED'), wants(owner, 'WANTED')]);
      const feeds = await this.feeds([...watched, ...wanted].map(({ feedId }) => feedId));
      const told = (want: Want) => ({ ...feeds.get(want.feedId)?.ask, company: want.company, since: want.at });
      return { watched: watched.map(told), wanted: wanted.map(told) };
    },
    async eraseUser(owner: string): Promise<void> {
      for (const kind of ['WATCHED', 'WANTED'] as const)
        for (const { feedId } of await wants(owner, kind))
          await table.transact(this.unwant(owner, { kind, id: feedId })).catch((error) => {
            if (!conditionFailed(error)) throw error;
          });
    },
  };
}

type NewWant = {
  kind: WantKind;
  ask: FeedAsk;
  known: Feed | undefined;
  company: string;
  at: number;
};

/** What a feed that is wanted again keeps of its past: what was seen, not how the asking went. */
const without = ({ company, seen, open, okAt }: Feed): Partial<Feed> => ({ company, seen, open, okAt });

export type FeedStore = ReturnType<typeof createFeedStore>;
