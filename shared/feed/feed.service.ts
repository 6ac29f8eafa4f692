/** Where postings come from: what is read, for whom, how often, and how that goes. */
import type { Job } from '#shared/job/job.schema.ts';
import type { Upkeep } from '#shared/job/upkeep.service.ts';
import { type Actor, systemFor } from '#shared/kernel/actor.ts';
import { kernelErrors } from '#shared/kernel/errors.ts';
import { type Message, message, type TaskPayload } from '#shared/kernel/task.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import { createAsking } from './asking.service.ts';
import type { SourceHealth } from './feed.contract.ts';
import { feedErrors } from './feed.errors.ts';
import { companyOfBoard, isEnabled } from './feed.rules.ts';
import type { Feed } from './feed.schema.ts';
import { conditionFailed, createFeedStore, type SourceState } from './feed.store.ts';
import { askQuestions, type ingestSource, settleWants } from './feed.tasks.ts';
import { importFile } from './file-import.service.ts';
import { createIngest } from './ingest.service.ts';
import { webAddress } from './never.rules.ts';
import { dayOf } from './pace.rules.ts';
import type { FeedAsk, JobSource } from './source.schema.ts';
import type { FeedJobs } from './taking.service.ts';
import { troubleText } from './trouble.rules.ts';
import { createWatching } from './watch.service.ts';
import type { SearchWishes } from './wishes.service.ts';

/** Postings this process remembers having asked for. */
const MOST_OPENED = 5000;
/** Boards that are read because somebody keeps postings of them. */
const MOST_KEPT = 100;

type Dependencies = {
  readonly sources: readonly JobSource[];
  readonly jobs: FeedJobs &
    Pick<Upkeep, 'keepQuestions'> & { find(actor: Actor, id: string): Promise<Job | undefined> };
  readonly searches: SearchWishes;
  /** Addresses of the postings a person keeps. */
  keptBy(owner: string): Promise<readonly string[]>;
  /** Milliseconds of one ingest task, where a test wants it short. */
  readonly stepMs?: number;
};

const iso = (at: number): string => new Date(at).toISOString();

export function createFeeds(platform: Platform, { sources, jobs, searches, keptBy, stepMs }: Dependencies) {
  const { clock, commit, config, log, outside, table } = platform;
  const store = createFeedStore(platform);
  const ingest = createIngest(platform, { store, sources, jobs, searches, ...(stepMs !== undefined && { stepMs }) });
  const watching = createWatching(platform, { store, sources, isReady: ingest.isReady });
  const { keys, sources: enabled } = config.ingest;
  const opened = new Set<string>();

  /** The boards of the postings a person keeps. */
  async function boardsKeptBy(owner: string): Promise<{ ask: FeedAsk; company: string }[]> {
    return (await keptBy(owner)).slice(0, MOST_KEPT).flatMap((address) => {
      const url = webAddress(address);
      const ask = url && watching.boardAt(url);
      const isBoard = sources.some(({ id, kind }) => id === ask?.source && kind === 'board');
      return ask && isBoard ? [{ ask, company: companyOfBoard(ask.board ?? '') }] : [];
    });
  }

  async function healthOf(source: JobSource, state: SourceState | undefined): Promise<SourceHealth> {
    const feeds = await store.ofSource(source.id);
    const failing = feeds.filter(
      (feed): feed is Feed & { error: NonNullable<Feed['error']> } => feed.error !== undefined,
    );
    const errors = new Map<string, { feeds: number; lastAt: number }>();
    for (const { error } of failing) {
      const known = errors.get(error.code);
      errors.set(error.code, { feeds: (known?.feeds ?? 0) + 1, lastAt: Math.max(known?.lastAt ?? 0, error.at) });
    }
    const lastGoodAt = feeds.reduce((latest, { okAt }) => Math.max(latest, okAt ?? 0), 0);
    const { perDay } = source.pace;
    const used = perDay === undefined ? 0 : await store.requestsOf(source.id, dayOf(clock.now()));
    return {
      id: source.id,
      name: source.display.name,
      kind: source.kind,
      ready: ingest.isReady(source),
      enabled: isEnabled(source, enabled),
      keys: source.keys.map((name) => ({ name, present: keys[name] !== undefined })),
      feeds: feeds.length,
      failing: failing.length,
      postings: feeds.reduce((sum, { open }) => sum + open, 0),
      ...(lastGoodAt > 0 && { lastGoodAt: iso(lastGoodAt) }),
      ...(state !== undefined && { nextAt: iso(state.nextAt) }),
      ...(state?.pausedUntil !== undefined &&
        state.pausedUntil > clock.now() && { pausedUntil: iso(state.pausedUntil) }),
      ...(perDay !== undefined && { leftToday: Math.max(0, perDay - used) }),
      errors: [...errors]
        .map(([code, { feeds: count, lastAt }]) => ({
          code,
          text: troubleText(code),
          feeds: count,
          lastAt: iso(lastAt),
        }))
        .sort((a, b) => b.feeds - a.feeds || (a.code < b.code ? -1 : 1)),
    };
  }

  /** Where a posting's form can be asked for: its source publishes questions and its address tells the board. */
  function formOf(
    job: Job,
  ): { source: JobSource; board: string; posting: { sourceId: string; url: string } } | undefined {
    for (const posting of job.sources) {
      const source = sources.find(({ id }) => id === posting.source);
      const url = webAddress(posting.url);
      const board = url && source?.boardAt?.(url);
      if (source?.questions && board !== undefined && ingest.isReady(source)) return { source, board, posting };
    }
    return undefined;
  }

  return {
    store,
    importFile: (_actor: Actor, bytes: Uint8Array) => importFile(jobs, bytes),
    watch: watching.watch,
    unwatch: watching.unwatch,
    watched: watching.list,
    runIngest: (payload: TaskPayload<typeof ingestSource>): Promise<void> => ingest.run(payload),
    /** Starts what is due; called by the schedule. */
    schedule: (): Promise<void> => ingest.schedule(),

    async sources(_actor: Actor): Promise<{ items: SourceHealth[] }> {
      const states = await store.sourceStates();
      return { items: await Promise.all(sources.map((source) => healthOf(source, states.get(source.id)))) };
    },

    /** Makes all feeds of a source due and starts a round. */
    async ingestNow(_actor: Actor, id: string): Promise<{ source: string; feeds: number }> {
      const source = sources.find((one) => one.id === id);
      if (source === undefined) throw kernelErrors.not_found();
      if (!ingest.isReady(source)) throw feedErrors.not_ready();
      const feeds = (await store.ofSource(id)).filter(({ wants, standing }) => wants > 0 || standing);
      for (const feed of feeds) await store.save({ ...feed, nextAt: 0 });
      await commit([], [watching.readNow(id)]);
      return { source: id, feeds: feeds.length };
    },

    /** Told that a person keeps other postings than before; gives the task that follows. */
    onKept: (owner: string): readonly Message[] => [message(settleWants, { owner })],
    async settleWants({ owner }: TaskPayload<typeof settleWants>): Promise<void> {
      if (await isErased(table, owner)) return;
      await watching.settle(owner, await boardsKeptBy(owner));
    },

    /** Told that a person opened or keeps a posting: what its form asks is found out, where that may be known and is not. */
    async onOpen(job: Job): Promise<void> {
      if (job.questions !== undefined || opened.has(job.id) || formOf(job) === undefined) return;
      if (opened.size >= MOST_OPENED) opened.clear();
      opened.add(job.id);
      await commit([store.claimQuestions(job.id)], [message(askQuestions, { jobId: job.id })]).catch((error) => {
        if (!conditionFailed(error)) log.warn('feed.questions', { error });
      });
    },
    async askQuestions({ jobId }: TaskPayload<typeof askQuestions>): Promise<void> {
      const job = await jobs.find(systemFor('nobody'), jobId);
      const form = job?.questions === undefined ? job && formOf(job) : undefined;
      if (form === undefined) return;
      const { source, board, posting } = form;
      const request = source.questions?.(posting, board);
      if (request === undefined) return;
      const { url, contentType, text } = await createAsking({ clock, outside, store }, source)(request);
      const questions = source.readQuestions?.({ url, contentType, body: text });
      if (questions === undefined) log.info('feed.no_questions', { source: source.id });
      else await jobs.keepQuestions(jobId, questions);
    },
  };
}

export type Feeds = ReturnType<typeof createFeeds>;
