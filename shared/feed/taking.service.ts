/**
 * One feed brought up to date: what is new or changed is taken in, what is gone is said to be. Every effect can be
 * repeated: whoever dies between two of them leaves nothing that the next reading does not find again.
 */
import { createHash } from 'node:crypto';
import type { ImportOutcome } from '#shared/job/job.contract.ts';
import type { JobWitness } from '#shared/job/upkeep.service.ts';
import { AppError, RETRY_OF } from '#shared/kernel/errors.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Ask } from './asking.service.ts';
import { companyOfBoard } from './feed.rules.ts';
import type { Feed, SeenPosting } from './feed.schema.ts';
import type { FeedStore } from './feed.store.ts';
import { isBelieved, isShrunk, wordOfAbsent } from './liveness.rules.ts';
import type { SourcePosting } from './posting.schema.ts';
import type { Reading } from './reading.service.ts';
import type { JobSource, SourceKeys } from './source.schema.ts';
import { COURSE } from './wording.rules.ts';

/** What the postings' service does for feeds. */
export type FeedJobs = {
  take(postings: readonly SourcePosting[]): Promise<{
    results: readonly { sourceId: string; jobId: string; outcome: ImportOutcome }[];
    rejected: readonly { index: number; code: string }[];
  }>;
  /** Says what a source shows and does not show. */
  witness(words: readonly JobWitness[]): Promise<unknown>;
};

/** Postings taken in at once, fewer where each needs a request of its own; after how many it is kept what was done. */
const BATCH = 100;
const DETAIL_BATCH = 20;
const KEEP_EVERY = 500;
/** That a posting is still there is told this often. */
const TELL_EVERY = 7 * 86_400_000;

export type Round = {
  readonly source: JobSource;
  readonly keys: SourceKeys;
  readonly ask: Ask;
  /** True when it is time to leave the rest to a later task. */
  isOver(): boolean;
  /** Says that this task is at work; throws when another took its place. */
  alive(): Promise<void>;
};

type Dependencies = Pick<Platform, 'clock' | 'log'> & { store: FeedStore; jobs: FeedJobs };
type Entries = Map<string, SeenPosting>;

/** What decides whether a source said something new. `updatedAt` moves without edits; it counts where the text stays unseen. */
const hashOf = ({ updatedAt, ...posting }: SourcePosting, source: JobSource): string =>
  createHash('sha256')
    .update(JSON.stringify(source.detail ? { ...posting, updatedAt } : posting))
    .digest('base64url')
    .slice(0, 16);

export function createTaking({ clock, log, store, jobs }: Dependencies) {
  /** The postings' own pages, where the list has no texts. One that cannot be had is left for the next reading. */
  async function withDetails(postings: readonly SourcePosting[], feed: Feed, round: Round): Promise<SourcePosting[]> {
    const { source, ask, keys } = round;
    if (source.detail === undefined || source.readDetail === undefined) return [...postings];
    const whole: SourcePosting[] = [];
    for (const posting of postings) {
      if (round.isOver()) break;
      try {
        const { url, contentType, text } = await ask(source.detail(posting, feed.ask, keys));
        whole.push(source.readDetail({ url, contentType, body: text }, posting));
      } catch (error) {
        if (error instanceof AppError && RETRY_OF[error.kind]) throw error;
        log.warn('feed.detail', { source: source.id, error });
      }
    }
    return whole;
  }

  /** Takes in what is new or changed; `entries` holds what was, also when it fails midway. */
  async function takeIn(reading: Reading, { feed, round, entries }: { feed: Feed; round: Round; entries: Entries }) {
    const { source } = round;
    const now = clock.now();
    const company = feed.company ?? (feed.ask.board === undefined ? null : companyOfBoard(feed.ask.board));
    const hashes = new Map(reading.postings.map((p) => [p.sourceId, hashOf(p, source)]));
    const isNew = (p: SourcePosting) => entries.get(p.sourceId)?.hash !== hashes.get(p.sourceId);
    // An advert for a course poses as a job; nobody is shown it.
    const fresh = reading.postings.filter((p) => isNew(p) && !p.categories.includes(COURSE));
    let { seen } = feed;
    let unkept = 0;
    const keep = async () => {
      if (unkept > 0) seen = await remember({ ...feed, seen }, entries);
      unkept = 0;
    };
    const batch = source.detail === undefined ? BATCH : DETAIL_BATCH;
    try {
      for (let start = 0; start < fresh.length && !round.isOver(); start += batch) {
        await round.alive();
        const whole = await withDetails(fresh.slice(start, start + batch), feed, round);
        const { results } = await jobs.take(whole.map((p) => ({ ...p, company: p.company ?? company })));
        const taken = new Map(results.map((result) => [result.sourceId, result]));
        for (const { sourceId } of whole) {
          const { jobId, outcome } = taken.get(sourceId) ?? {};
          // One the service knew before may have been called closed there: it is told at once.
          const toldAt = outcome === 'created' ? now : 0;
          entries.set(sourceId, { hash: hashes.get(sourceId) ?? '', ...(jobId !== undefined && { jobId }), toldAt });
        }
        unkept += whole.length;
        if (unkept >= KEEP_EVERY) await keep();
      }
    } finally {
      await keep();
    }
    const left = fresh.filter(isNew).length;
    return { seen, left, cutOff: left > 0 && round.isOver() };
  }

  /** Keeps what was seen under a new name and lets the feed's row name it. */
  async function remember(feed: Feed, entries: Entries): Promise<string> {
    const name = await store.keepSeen(feed.id, entries);
    await store.save({ ...feed, seen: name });
    await store.forgetSeen(feed.seen);
    return name;
  }

  /** Says of every posting what is to be said by now; gives the entries after it and whether any changed. */
  async function tell(
    entries: Entries,
    { source, complete, listed }: { source: JobSource; complete: boolean; listed: (sourceId: string) => boolean },
  ): Promise<boolean> {
    const now = clock.now();
    const words: JobWitness[] = [];
    const next: Entries = new Map();
    for (const [sourceId, entry] of entries) {
      const named = entry.jobId === undefined ? undefined : { jobId: entry.jobId, source: source.id, sourceId };
      if (listed(sourceId)) {
        const { missingSince, said: _said, ...present } = entry;
        const due = missingSince !== undefined || now - entry.toldAt >= TELL_EVERY;
        if (due && named) words.push({ ...named, word: 'shown' });
        next.set(sourceId, due ? { ...present, toldAt: now } : entry);
        continue;
      }
      const missing = { ...entry, missingSince: entry.missingSince ?? now };
      const word = wordOfAbsent(missing, { now, complete });
      // A board strikes for itself; what one search dropped another may still show.
      if (word !== undefined && word !== entry.said && named)
        words.push({ ...named, word, ...(!complete && { unlessSeenAfter: missing.missingSince }) });
      if (word !== 'gone') next.set(sourceId, word === undefined ? missing : { ...missing, said: word });
    }
    if (words.length > 0) await jobs.witness(words);
    const changed = next.size !== entries.size || [...next].some(([id, entry]) => entries.get(id) !== entry);
    entries.clear();
    for (const [id, entry] of next) entries.set(id, entry);
    return changed;
  }

  return {
    /** Applies a reading. `left`: the rest is for a later task; `code`: why the reading is not to be believed whole. */
    async apply(feed: Feed, reading: Reading | { state: 'unchanged' }, round: Round): Promise<Applied> {
      const { source } = round;
      const now = clock.now();
      const entries = await store.seen(feed.seen);
      const isPresent = (id: string) => entries.get(id)?.missingSince === undefined;
      const complete = source.kind === 'board';
      if (reading.state === 'unchanged') {
        const changed = await tell(entries, { source, complete, listed: isPresent });
        const seen = changed ? await remember(feed, entries) : feed.seen;
        return { feed: healthy({ ...feed, seen }, now), left: false };
      }
      const { seen, left, cutOff } = await takeIn(reading, { feed, round, entries });
      if (cutOff) return { feed: { ...feed, seen }, left: true };

      const ids = new Set(reading.postings.map(({ sourceId }) => sourceId));
      const shrunk = complete && isShrunk({ before: feed.open, now: ids.size });
      const believed = reading.complete && (!shrunk || isBelieved({ shrunkAt: feed.shrunkAt, now }));
      // What was not read to its end, or is not believed yet, says nothing of what is missing.
      const listed = (id: string) => ids.has(id) || (!believed && isPresent(id));
      const changed = await tell(entries, { source, complete, listed });
      const told = { ...feed, seen: changed ? await remember({ ...feed, seen }, entries) : seen };
      if (!believed) {
        const code = reading.code ?? 'feed.shrunk';
        const shrunkAt = shrunk ? (feed.shrunkAt ?? now) : undefined;
        return { feed: { ...told, shrunkAt, error: { code, at: now } }, left: false, code };
      }
      const { etag, lastModified, hash } = reading;
      const marks = left > 0 ? NO_MARKS : { etag, lastModified, hash };
      return { feed: { ...healthy(told, now), open: ids.size, ...marks }, left: false };
    },

    /** A feed nobody wants is not asked; its postings age. True when none is left to age. */
    async age(feed: Feed, source: JobSource): Promise<boolean> {
      const entries = await store.seen(feed.seen);
      const changed = await tell(entries, { source, complete: false, listed: () => false });
      if (entries.size === 0) return true;
      if (changed) await remember(feed, entries);
      return false;
    },
  };
}

export type Applied = { readonly feed: Feed; readonly left: boolean; readonly code?: string };

const NO_MARKS = { etag: undefined, lastModified: undefined, hash: undefined };

const healthy = (feed: Feed, now: number): Feed => ({
  ...feed,
  failures: 0,
  error: undefined,
  shrunkAt: undefined,
  okAt: now,
});
