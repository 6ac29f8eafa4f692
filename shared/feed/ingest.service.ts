/**
 * Reading sources round by round. One task reads one source's due feeds one after another and leaves the rest to a task
 * of its own. A lease lets one task at a time read a source; another one knocks and goes, and who reads looks once more
 * before leaving. So rounds may be started at any time, twice, or again after a crash.
 */
import { AppError } from '#shared/kernel/errors.ts';
import { type Message, message, type TaskPayload } from '#shared/kernel/task.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { createAsking } from './asking.service.ts';
import { feedErrors } from './feed.errors.ts';
import { isEnabled } from './feed.rules.ts';
import type { Feed } from './feed.schema.ts';
import { conditionFailed, type FeedStore } from './feed.store.ts';
import { ingestSource } from './feed.tasks.ts';
import { dueAfter, nextDay, retryAt, wakeAt } from './pace.rules.ts';
import { readFeed } from './reading.service.ts';
import type { JobSource } from './source.schema.ts';
import { createTaking, type FeedJobs, type Round } from './taking.service.ts';
import { isStanding, type SearchWishes, settleStanding } from './wishes.service.ts';

/** Milliseconds of one task after which no further feed is begun; its own limit is `ingestSource.timeout`. */
const STEP_MS = 120_000;
/** A lease lasts this long without a sign of life. */
const LEASE_MS = 90_000;
const RENEW_EVERY = 20_000;
/** Postings of a feed nobody wants age by days. */
const AGE_EVERY = 86_400_000;

type Payload = TaskPayload<typeof ingestSource>;
type Dependencies = {
  readonly store: FeedStore;
  readonly sources: readonly JobSource[];
  readonly jobs: FeedJobs;
  readonly searches: SearchWishes;
  /** Milliseconds of one task, where a test wants it short. */
  readonly stepMs?: number;
};

/** One task's turn at a source. */
type Turn = { readonly source: JobSource; readonly holder: string; readonly roundAt: number };
/** The whole source is left alone until then. */
type Pause = { readonly until: number; readonly code: string };

const PACED = 'feed.paced';
const BUSY = 'feed.busy';

export function createIngest(platform: Platform, { store, sources, jobs, searches, stepMs = STEP_MS }: Dependencies) {
  const { clock, commit, config, log, metrics, outside } = platform;
  const { everyMs, keys, sources: enabled } = config.ingest;
  const taking = createTaking({ clock, log, store, jobs });

  /** Sources that may be asked: switched on, and with their keys. */
  const isReady = (source: JobSource): boolean =>
    isEnabled(source, enabled) && source.keys.every((name) => keys[name] !== undefined);
  const ready = sources.filter(isReady);
  const readyById = new Map(ready.map((source) => [source.id, source]));

  /** The feed after a failure, with when it is tried again. */
  function afterFailure(feed: Feed, { code, retryAfter }: { code: string; retryAfter?: number | undefined }): Feed {
    const now = clock.now();
    const failures = code === PACED ? feed.failures : feed.failures + 1;
    const nextAt = code === PACED ? nextDay(now) : retryAt({ now, failures, retryAfter });
    return { ...feed, failures, error: { code, at: now }, nextAt };
  }

  /** Brings one feed up to date: done, more of it left for a later task, or the source is to be left alone for a while. */
  async function bring(
    feed: Feed,
    { round, roundAt }: { round: Round; roundAt: number },
  ): Promise<'done' | 'left' | Pause> {
    const now = clock.now();
    const { source } = round;
    if (feed.wants <= 0 && !feed.standing) {
      if ((await taking.age(feed, source)) && (await store.retire(feed.id))) await store.forgetSeen(feed.seen);
      else await store.save({ ...((await store.feed(feed.id)) ?? feed), nextAt: now + AGE_EVERY });
      return 'done';
    }
    let failed: { code: string; retryAfter?: number | undefined; feed: Feed };
    try {
      const reading = await readFeed(feed, round);
      const { feed: next, left, code } = await taking.apply({ ...feed, triedAt: now }, reading, round);
      if (!left) metrics.source(source.id, code ?? reading.state);
      if (code === undefined || STAYS.has(code)) {
        await store.save(left ? next : { ...next, nextAt: dueAfter({ roundAt, everyMs, now: clock.now() }) });
        return left ? 'left' : 'done';
      }
      failed = { code, feed: next };
    } catch (error) {
      // What goes wrong on our side is not the source's failure: the task is tried again.
      if (!(error instanceof AppError) || error.code.startsWith('table.')) throw error;
      log.warn('feed.failed', { feed: feed.id, source: source.id, error });
      metrics.source(source.id, error.code);
      const retryAfter = Number(error.details?.retryAfter) || undefined;
      failed = { code: error.code, retryAfter, feed: { ...((await store.feed(feed.id)) ?? feed), triedAt: now } };
    }
    const next = afterFailure(failed.feed, failed);
    await store.save(next);
    // Sites of one kind are not one source: what one of them asks for says nothing of the others.
    const pauses = failed.code === PACED || (failed.code === BUSY && !source.robots);
    return pauses ? { until: next.nextAt, code: failed.code } : 'done';
  }

  /** Feeds that are due, the longest unread first. */
  async function due(source: JobSource): Promise<Feed[]> {
    const feeds = await store.ofSource(source.id);
    return feeds.filter(({ nextAt }) => nextAt <= clock.now()).sort((a, b) => (a.triedAt ?? 0) - (b.triedAt ?? 0));
  }

  /** Reads what is due until nothing is, the time is over, or the source asks to be left alone. */
  async function readDue(round: Round, roundAt: number): Promise<Pause | undefined> {
    for (const feed of await due(round.source)) {
      if (round.isOver()) return undefined;
      await round.alive();
      const outcome = await bring(feed, { round, roundAt });
      if (outcome === 'left') return undefined;
      if (outcome !== 'done') return outcome;
    }
    return undefined;
  }

  /** Ends a round; false when there is more to do first: a feed became due, or somebody knocked. */
  async function finish({ source, holder, roundAt }: Turn, pause: Pause | undefined): Promise<boolean> {
    const lease = await store.leaseOf(source.id);
    if (lease?.holder !== holder) return true;
    const now = clock.now();
    const feeds = await store.ofSource(source.id);
    if (pause === undefined && feeds.some(({ nextAt }) => nextAt <= now)) return false;
    const failed = feeds.filter(({ error }) => error !== undefined);
    const error = pause ? { code: pause.code, at: now } : failed.length === feeds.length ? failed[0]?.error : undefined;
    const nextAt = pause?.until ?? wakeAt(feeds, now) ?? roundAt + everyMs;
    await store.saveSource({ source: source.id, nextAt, roundAt, error, pausedUntil: pause?.until });
    return leave(source, { holder, knocks: lease.knocks });
  }

  /** False when somebody knocked meanwhile. */
  async function leave(source: JobSource, lease: { holder: string; knocks: number }, next: Message[] = []) {
    try {
      await commit([store.leave(source.id, lease)], next);
      return true;
    } catch (error) {
      if (conditionFailed(error)) return false;
      throw error;
    }
  }

  function roundOf({ source, holder }: Turn): Round {
    const endsAt = Date.now() + stepMs;
    const ask = createAsking({ clock, outside, store }, source);
    let renewedAt = Date.now();
    const alive = async () => {
      if (Date.now() - renewedAt < RENEW_EVERY) return;
      await store.renew(source.id, { holder, until: clock.now() + LEASE_MS });
      renewedAt = Date.now();
    };
    return {
      source,
      keys,
      alive,
      isOver: () => Date.now() >= endsAt,
      ask: async (request, marks) => {
        await alive();
        return ask(request, marks);
      },
    };
  }

  /** Reads the source until nothing is due, or leaves the rest to the next task. */
  async function work(turn: Turn, { slot, step }: Omit<Payload, 'source'>): Promise<void> {
    const { source, holder, roundAt } = turn;
    const state = (await store.sourceStates()).get(source.id);
    const paused = state?.pausedUntil !== undefined && state.pausedUntil > clock.now();
    if (step === 0 && !paused) await settleStanding({ source, keys, store, searches });
    const round = roundOf(turn);
    for (;;) {
      const pause = paused
        ? { until: state.pausedUntil ?? 0, code: state.error?.code ?? BUSY }
        : await readDue(round, roundAt);
      if (await finish(turn, pause)) return;
      if (!round.isOver()) continue;
      const lease = await store.leaseOf(source.id);
      if (lease?.holder !== holder) return;
      const next = message(ingestSource, { source: source.id, slot, step: step + 1 });
      if (await leave(source, lease, [next])) return;
    }
  }

  return {
    isReady,

    /** The task behind a round. Throws `feed.in_progress` when the same task is at work elsewhere. */
    async run({ source: id, slot, step }: Payload): Promise<void> {
      const source = readyById.get(id);
      if (source === undefined) return;
      const turn: Turn = { source, holder: `${slot}/${step}`, roundAt: Date.parse(slot) };
      const { holder } = turn;
      while (!(await store.lease(id, { holder, until: clock.now() + LEASE_MS }))) {
        const other = (await store.leaseOf(id))?.holder;
        // The same task twice: one of the two is dead or a copy; which one shows when the lease ends.
        if (other === holder) throw feedErrors.in_progress();
        if (other !== undefined && (await store.knock(id, other))) return;
      }
      try {
        await work(turn, { slot, step });
      } catch (error) {
        // What fails on our side comes back as the same task: it must not find its own lease in the way.
        await store.dropLease(id, holder);
        throw error;
      }
    },

    /** Starts rounds of the sources that are due; called by the schedule. */
    async schedule(): Promise<void> {
      if (ready.length === 0) return;
      const now = clock.now();
      const states = await store.sourceStates();
      for (const source of ready) {
        const state = states.get(source.id);
        if (state === undefined ? !isStanding(source) : state.nextAt > now) continue;
        const slot = new Date(now).toISOString();
        const write = store.schedule(source.id, { from: state?.nextAt, to: now + everyMs });
        await commit([write], [message(ingestSource, { source: source.id, slot, step: 0 })]).catch((error) => {
          if (!conditionFailed(error)) throw error;
        });
      }
    },
  };
}

/** Codes of readings that are as good as they get until the next round. */
const STAYS: ReadonlySet<string> = new Set(['feed.shrunk', 'feed.endless', 'feed.unreadable']);

export type Ingest = ReturnType<typeof createIngest>;
