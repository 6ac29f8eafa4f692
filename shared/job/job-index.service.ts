/** The search index in this process, kept up with the store: loads only segments it has not seen. */
import type { Platform } from '#shared/platform/platform.ts';
import { createJobIndex, type JobIndex } from './job.index.ts';
import type { JobIndexStore } from './job-index.store.ts';
import type { JobRow } from './job-row.rules.ts';
import type { Segment } from './job-segment.index.ts';
import type { VacancyFeatures } from './vacancy.rules.ts';

/** What a follower hears of a posting: a row it has not seen, or a newer one. */
export type FollowedRow = {
  id: string;
  rev: number;
  gone: boolean;
  /** Milliseconds since 1970; infinite where it does not expire. */
  posted: number;
  expires: number;
  fit: VacancyFeatures | undefined;
};
export type Follower = (rows: readonly FollowedRow[]) => void;

/** Milliseconds after which a reader asks whether the index moved. */
const POINTER_EVERY = 1000;
/** Segments read at once. */
const AT_ONCE = 4;
const MOST_ATTEMPTS = 3;
/** A segment of fewer rows than this is not worth writing anew; merging takes its dead rows out soon enough. */
const WORTH_REWRITING = 512;

export function createJobIndexReader({ store, clock }: { store: JobIndexStore; clock: Platform['clock'] }) {
  const index = createJobIndex();
  let loaded = new Set<string>();
  let checkedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;
  const followers = new Map<Follower, { behind: boolean }>();
  /** Rows that followers have not heard of yet, with the segment whose features they are. */
  let untold: { key: string; segment: Segment; slots: readonly number[]; fits?: readonly string[] }[] = [];

  function rowsOf(
    segment: Segment,
    { slots, fits }: { slots: readonly number[]; fits: readonly string[] },
  ): FollowedRow[] {
    return slots.map((slot) => ({
      id: segment.ids[slot] ?? '',
      rev: segment.rev[slot] ?? 0,
      gone: segment.gone[slot] === 1,
      posted: segment.posted[slot] ?? 0,
      expires: segment.expires[slot] ?? Number.POSITIVE_INFINITY,
      fit: fits[slot] ? (JSON.parse(fits[slot]) as VacancyFeatures) : undefined,
    }));
  }

  /** A follower that begins late, or missed something, hears of every row that stands. */
  async function catchUp(): Promise<void> {
    const late = [...followers].filter(([, state]) => state.behind);
    if (late.length === 0) return;
    for (const { key, segment, stands } of index.parts()) {
      if (key === undefined) continue;
      const slots = segment.ids.flatMap((_, slot) => (stands(slot) ? [slot] : []));
      const rows = rowsOf(segment, { slots, fits: await store.fits(key) });
      for (const [tell] of late) tell(rows);
    }
    for (const [, state] of late) state.behind = false;
  }

  async function tellFollowers(): Promise<void> {
    for (let next = untold[0]; next !== undefined; next = untold[0]) {
      const { key, segment, slots } = next;
      const upToDate = [...followers].filter(([, state]) => !state.behind);
      if (upToDate.length > 0 && slots.length > 0) {
        const fits = next.fits ?? (await store.fits(key).catch(() => undefined));
        // A merge took the features away before they were read: all is told anew.
        if (fits === undefined) for (const [, state] of upToDate) state.behind = true;
        else {
          const rows = rowsOf(segment, { slots, fits });
          for (const [tell] of upToDate) tell(rows);
        }
      }
      untold = untold.filter((one) => one !== next);
    }
    await catchUp();
  }

  async function load(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const asked = clock.now();
      const pointer = await store.pointer();
      const names = pointer.segments.filter(({ key }) => !loaded.has(key));
      try {
        for (let start = 0; start < names.length; start += AT_ONCE) {
          const some = names.slice(start, start + AT_ONCE);
          const segments = await Promise.all(some.map(({ key }) => store.segment(key)));
          for (const [i, segment] of segments.entries()) {
            const key = some[i]?.key ?? '';
            untold.push({ key, segment, slots: index.add(segment, key) });
            loaded.add(key);
          }
        }
        loaded = new Set([...loaded].filter((key) => pointer.segments.some((name) => name.key === key)));
        await tellFollowers();
        checkedAt = asked;
        return;
      } catch (error) {
        // A merge may have replaced a segment between the pointer and its reading.
        if (attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  return {
    /** The index, at most a second behind; `fresh` asks at once. */
    async get(options: { fresh?: boolean } = {}): Promise<JobIndex> {
      if (options.fresh || Math.abs(clock.now() - checkedAt) >= POINTER_EVERY)
        loading ??= load().finally(() => {
          loading = undefined;
        });
      await loading;
      return index;
    },

    /** Adds rows to the stored index and to this one. */
    async append(rows: readonly JobRow[]): Promise<void> {
      const parts = index.parts();
      const byKey = new Map(parts.map(({ key, segment }) => [key, segment]));
      const made = await store.append(rows, {
        segment: (key) => byKey.get(key),
        isStale: (id, rev) => (index.revOf(id) ?? -1) > rev,
        worn: parts.find(({ segment, standing }) => segment.count >= WORTH_REWRITING && standing * 2 < segment.count)
          ?.key,
      });
      for (const { key, segment, fits } of made) {
        untold.push({ key, segment, slots: index.add(segment, key), fits });
        loaded.add(key);
      }
      await tellFollowers();
    },

    /** From now on `tell` hears of every row, first of those that are there already, by the next {@link get}. */
    follow(tell: Follower): void {
      followers.set(tell, { behind: true });
      checkedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

export type JobIndexReader = ReturnType<typeof createJobIndexReader>;
