/**
 * Ranking postings for people: on request, after a change of their profile, and when postings come in.
 * Over 300 lines because listing, ranking and spreading share the one way a match is made.
 */
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import type { Jobs } from '#shared/job/job.service.ts';
import { findPlaces } from '#shared/job/place.rules.ts';
import { yearlyUsd } from '#shared/job/salary.rules.ts';
import { describeVacancy } from '#shared/job/vacancy.rules.ts';
import { type Actor, systemFor } from '#shared/kernel/actor.ts';
import { kernelErrors } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import { type Message, message } from '#shared/kernel/task.ts';
import { fold } from '#shared/kernel/text.ts';
import { isoNow } from '#shared/platform/clock.ts';
import { pageOf } from '#shared/platform/paging.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import type { Profiles } from '#shared/profile/profile.service.ts';
import { type Candidate, describeCandidate } from './candidate.rules.ts';
import type { MatchView, StoredScore, TaskState } from './match.contract.ts';
import { createMatchStore, type StoredMatch } from './match.store.ts';
import { scoreMatches, spreadJobs } from './match.tasks.ts';
import { type Match, SCORER_VERSION, scoreCandidate } from './score.rules.ts';

export type Publish = (event: { owner: string; type: 'match.found'; data: Record<string, unknown> }) => Promise<void>;

type Dependencies = {
  profiles: Pick<Profiles, 'get' | 'preferences'>;
  jobs: Pick<Jobs, 'find' | 'findMany' | 'reader' | 'store'>;
  applications: {
    start(actor: Actor, id: string): Promise<void>;
    personalOf(owner: string): Promise<ReadonlyMap<string, { status: JobStatus | null; notes: string }>>;
  };
  publish: Publish;
};

const MOST_STORED = 500;
/** Postings scored in full for one person; the index's coarse order picks them. */
const MOST_SCORED = 700;
/** Postings read at once. */
const STEP = 100;
const PEOPLE_PER_PAGE = 50;
const POLL_MS = 150;
const MOST_RECOMMENDED = 10;
const MOST_PER_EMPLOYER = 2;

/** What the person said of a posting. */
type Mine = {
  notes: { status: JobStatus | null; notes: string } | undefined;
  rating: 'up' | 'down' | undefined;
};

type ListQuery = {
  limit: number;
  offset?: number | undefined;
  cursor?: string | undefined;
  sort: 'score' | 'date' | 'salary';
  minScore?: number | undefined;
  location?: string | undefined;
  remote?: Job['location']['remote'] | undefined;
};

const byScore = (a: StoredMatch, b: StoredMatch): number =>
  b.score - a.score || b.posted - a.posted || (a.jobId < b.jobId ? -1 : 1);

/** Whether a stored row says what the fresh one says; the store gives fields back in any order. */
const isUnchanged = (old: StoredMatch | undefined, row: StoredMatch): boolean =>
  old !== undefined &&
  old.stamp === row.stamp &&
  old.score === row.score &&
  old.posted === row.posted &&
  old.place === row.place &&
  old.gate?.text === row.gate?.text;

export function createMatches(platform: Platform, { profiles, jobs, applications, publish }: Dependencies) {
  const { cipher, clock } = platform;
  const store = createMatchStore(platform);

  async function candidateOf(owner: string): Promise<{ me: Candidate; stamp: string; alertMinScore: number }> {
    const actor = systemFor(owner);
    const [{ resume, version }, preferences] = await Promise.all([profiles.get(actor), profiles.preferences(actor)]);
    // A day is fine enough for recency, and keeps a number still from one minute to the next.
    const asOf = `${isoNow(clock).slice(0, 10)}T00:00:00.000Z`;
    const wishes = createHash('sha256').update(JSON.stringify(preferences)).digest('hex').slice(0, 12);
    return {
      me: describeCandidate({ resume, preferences, asOf }),
      stamp: `${SCORER_VERSION}.${version}.${wishes}.${asOf.slice(0, 10)}`,
      alertMinScore: preferences.alertMinScore,
    };
  }

  const scored = (me: Candidate, job: Job): Match => scoreCandidate(me, describeVacancy(job));

  const stored = (job: Job, match: Match, stamp: string): StoredMatch => ({
    jobId: job.id,
    score: match.score,
    ...(match.gate && { gate: match.gate }),
    breakdown: match.breakdown,
    provisional: match.provisional,
    posted: Date.parse(job.postedAt ?? job.sources[0]?.seenAt ?? isoNow(clock)),
    ...(job.salary && { pay: yearlyUsd(job.salary) }),
    place: job.location.text.slice(0, 120),
    country: job.location.country,
    city: job.location.city,
    remote: job.location.remote,
    company: job.company.slice(0, 80),
    stamp,
  });

  const isOpen = (job: Job): boolean =>
    job.liveness !== 'closed' && (job.expiresAt === undefined || Date.parse(job.expiresAt) > clock.now());

  /** Full details of stored rows, in their order; numbers as stored, words reckoned now. */
  async function details(owner: string, rows: readonly StoredMatch[]): Promise<MatchView[]> {
    if (rows.length === 0) return [];
    const [{ me }, found, personal, feedback] = await Promise.all([
      candidateOf(owner),
      jobs.findMany(
        { userId: owner },
        rows.map((row) => row.jobId),
      ),
      applications.personalOf(owner),
      store.feedback(owner),
    ]);
    const byId = new Map(found.map((job) => [job.id, job]));
    return rows.flatMap((row): MatchView[] => {
      const job = byId.get(row.jobId);
      if (job === undefined) return [];
      const now = scored(me, job);
      const { score, gate, breakdown, provisional } = row;
      const mine = { notes: personal.get(job.id), rating: feedback.get(job.id)?.rating };
      return [viewOf(job, { ...now, score, breakdown, provisional, gate }, mine)];
    });
  }

  function viewOf(
    job: Job,
    match: Omit<Match, 'gate'> & { gate?: Match['gate'] | undefined },
    { notes, rating }: Mine,
  ): MatchView {
    const { gate, ...rest } = match;
    return {
      job: { ...job, ...(notes && { personal: notes }) },
      ...rest,
      ...(gate && { gate }),
      status: notes?.status ?? null,
      ...(rating && { rating }),
    };
  }

  async function ranked(owner: string): Promise<StoredMatch[]> {
    const [rows, feedback] = await Promise.all([store.all(owner), store.feedback(owner)]);
    return rows.filter((row) => feedback.get(row.jobId)?.hidden !== true);
  }

  /**
   * Scores `ids` and keeps the best 500, written as the difference. A `partial` run leaves what else is stored standing;
   * a full one replaces it. Returns what the person did not have before, best first.
   */
  async function rank(
    owner: string,
    {
      ids,
      partial,
      onProgress,
    }: { ids: readonly string[]; partial: boolean; onProgress: (share: number) => Promise<void> },
  ): Promise<StoredMatch[]> {
    const { me, stamp } = await candidateOf(owner);
    const fresh: StoredMatch[] = [];
    for (let start = 0; start < ids.length; start += STEP) {
      const found = await jobs.findMany({ userId: owner }, ids.slice(start, start + STEP));
      for (const job of found) if (isOpen(job)) fresh.push(stored(job, scored(me, job), stamp));
      await onProgress(Math.min(1, (start + STEP) / ids.length));
    }
    const before = await store.all(owner);
    const asked = new Set(ids);
    const kept = partial ? before.filter((row) => !asked.has(row.jobId)) : [];
    const best = [...kept, ...fresh].sort(byScore).slice(0, MOST_STORED);
    const keep = new Set(best.map((row) => row.jobId));
    const known = new Map(before.map((row) => [row.jobId, row]));
    await store.replace(owner, {
      put: best.filter((row) => !isUnchanged(known.get(row.jobId), row)),
      remove: before.filter((row) => !keep.has(row.jobId)).map((row) => row.jobId),
    });
    return best.filter((row) => !known.has(row.jobId));
  }

  /** Tells the person of good matches they have not had before; one event, best first. */
  async function announce(owner: string, added: readonly StoredMatch[], alertMinScore: number): Promise<void> {
    const good = added.filter((row) => row.score >= alertMinScore).slice(0, MOST_RECOMMENDED);
    const [first] = good;
    if (first)
      await publish({
        owner,
        type: 'match.found',
        data: { jobId: first.jobId, score: first.score, jobIds: good.map((row) => row.jobId) },
      });
  }

  return {
    store,

    /** The tasks that follow a change of profile or preferences. */
    onProfileChange: (owner: string): readonly Message[] => [message(scoreMatches, { owner })],
    /** The task that follows a posting a person kept. */
    onCapture: (owner: string, jobId: string): readonly Message[] => [
      message(scoreMatches, { owner, jobIds: [jobId] }),
    ],
    /** The tasks that follow new or changed postings. */
    onJobsChange: (jobIds: readonly string[]): readonly Message[] => [message(spreadJobs, { jobIds: [...jobIds] })],

    async list(actor: Actor, query: ListQuery) {
      const { offset, page } = pageOf(cipher, { list: 'matches', owner: actor.userId, query });
      const wanted = query.location === undefined ? undefined : findPlaces(query.location).places;
      const typed = fold(query.location ?? '');
      const rows = (await ranked(actor.userId)).filter(
        (row) =>
          (query.minScore === undefined || row.score >= query.minScore) &&
          (query.remote === undefined || row.remote === query.remote) &&
          (typed === '' ||
            fold(row.place).includes(typed) ||
            (wanted ?? []).some((p) =>
              p.city === undefined ? p.country === row.country && p.region === undefined : p.city === row.city,
            )),
      );
      const by = {
        score: (r: StoredMatch) => r.score,
        date: (r: StoredMatch) => r.posted,
        salary: (r: StoredMatch) => r.pay ?? -1,
      }[query.sort];
      rows.sort((a, b) => by(b) - by(a) || b.score - a.score || b.posted - a.posted || (a.jobId < b.jobId ? -1 : 1));
      return {
        items: await details(actor.userId, rows.slice(offset, offset + query.limit)),
        page: page(rows.length),
      };
    },

    /** The fit of any posting the person can see, reckoned now. */
    async get(actor: Actor, jobId: string): Promise<MatchView> {
      const job = await jobs.find(actor, jobId);
      if (job === undefined) throw kernelErrors.not_found();
      const [{ me }, personal, feedback] = await Promise.all([
        candidateOf(actor.userId),
        applications.personalOf(actor.userId),
        store.feedback(actor.userId),
      ]);
      return viewOf(job, scored(me, job), { notes: personal.get(job.id), rating: feedback.get(job.id)?.rating });
    },

    /** The stored scores among `jobIds`; what is hidden has none. */
    async scores(actor: Actor, jobIds: readonly string[]): Promise<StoredScore[]> {
      const asked = new Set(jobIds);
      return (await ranked(actor.userId))
        .filter(({ jobId }) => asked.has(jobId))
        .map(({ jobId, score, provisional, gate }) => ({ jobId, score, provisional, ...(gate && { gate }) }));
    },

    async recommended(
      actor: Actor,
      query: { limit: number; offset?: number | undefined; cursor?: string | undefined } = { limit: MOST_RECOMMENDED },
    ) {
      const owner = actor.userId;
      const { offset, page } = pageOf(cipher, { list: 'recommended', owner, query });
      const [rows, preferences, feedback, personal] = await Promise.all([
        ranked(owner),
        profiles.preferences(actor),
        store.feedback(owner),
        applications.personalOf(owner),
      ]);
      const perEmployer = new Map<string, number>();
      const chosen = rows
        .filter((row) => row.score >= preferences.alertMinScore && feedback.get(row.jobId)?.rating !== 'down')
        .filter((row) => [undefined, null, 'bookmarked'].includes(personal.get(row.jobId)?.status))
        .sort((a, b) => b.score - a.score || b.posted - a.posted)
        .filter((row) => {
          const n = (perEmployer.get(fold(row.company)) ?? 0) + 1;
          perEmployer.set(fold(row.company), n);
          return n <= MOST_PER_EMPLOYER;
        });
      const items = await details(owner, chosen.slice(0, 3 * MOST_RECOMMENDED));
      const open = items.filter(({ job }) => isOpen(job)).slice(0, MOST_RECOMMENDED);
      return { items: open.slice(offset, offset + query.limit), page: page(open.length) };
    },

    async refresh(actor: Actor): Promise<{ taskId: string }> {
      const taskId = newId('task', clock.now());
      const owner = actor.userId;
      await platform.commit(
        [store.saveTask(owner, { id: taskId, status: 'queued', progress: 0 })],
        [message(scoreMatches, { owner, taskId })],
      );
      return { taskId };
    },

    async task(actor: Actor, id: string): Promise<TaskState> {
      const state = await store.task(actor.userId, id);
      if (state === undefined) throw kernelErrors.not_found();
      return state;
    },

    /** The task once it is done or failed, or `undefined` when `seconds` of real time were not enough. */
    async waitFor(actor: Actor, { id, seconds }: { id: string; seconds: number }): Promise<TaskState | undefined> {
      const end = performance.now() + seconds * 1000;
      for (;;) {
        const state = await this.task(actor, id);
        if (state.status === 'done' || state.status === 'failed') return state;
        const left = end - performance.now();
        if (left <= 0) return undefined;
        await setTimeout(Math.min(POLL_MS, left));
      }
    },

    async apply(actor: Actor, jobId: string): Promise<{ url: string }> {
      const job = await jobs.find(actor, jobId);
      if (job === undefined) throw kernelErrors.not_found();
      await applications.start(actor, job.id);
      return { url: job.url };
    },

    /** Repeating it is harmless; it also works for a posting that was never ranked. */
    async remove(actor: Actor, jobId: string): Promise<void> {
      const job = await jobs.find(actor, jobId);
      if (job === undefined) throw kernelErrors.not_found();
      const owner = actor.userId;
      await platform.commit([
        ...store.saveFeedback(owner, { jobId: job.id, hidden: true, at: isoNow(clock) }),
        store.removeMatch(owner, job.id),
      ]);
    },

    /** The other way of `remove`: the posting is scored again and may come back at once. */
    async restore(actor: Actor, jobId: string): Promise<void> {
      const job = await jobs.find(actor, jobId);
      if (job === undefined) throw kernelErrors.not_found();
      const owner = actor.userId;
      await platform.commit(store.saveFeedback(owner, { jobId: job.id, hidden: false, at: isoNow(clock) }), [
        message(scoreMatches, { owner, jobIds: [job.id] }),
      ]);
    },

    async feedback(
      actor: Actor,
      { jobId, rating, reason }: { jobId: string; rating: 'up' | 'down' | null; reason?: string | undefined },
    ) {
      const job = await jobs.find(actor, jobId);
      if (job === undefined) throw kernelErrors.not_found();
      await platform.commit(
        store.saveFeedback(actor.userId, {
          jobId: job.id,
          rating,
          at: isoNow(clock),
          ...(reason !== undefined && rating !== null && { reason }),
        }),
      );
      return { jobId: job.id, rating };
    },

    /** The task `match.score`. */
    async score({
      owner,
      taskId,
      jobIds,
    }: {
      owner: string;
      taskId?: string | undefined;
      jobIds?: readonly string[] | undefined;
    }): Promise<void> {
      if (await isErased(platform.table, owner)) return;
      const report = async (state: Omit<TaskState, 'id'>) => {
        if (taskId !== undefined) await platform.table.write(store.saveTask(owner, { id: taskId, ...state }));
      };
      await report({ status: 'running', progress: 0.05 });
      const { me, alertMinScore } = await candidateOf(owner);
      const index = await jobs.reader.get({ fresh: true });
      const country = me.home.country;
      const captures = jobIds === undefined ? await jobs.store.captures(owner) : [];
      const own = captures
        .filter((row) => row.urlKey === undefined || index.atUrl(row.urlKey) === undefined)
        .map((row) => row.id);
      const ids = jobIds ?? [
        ...own,
        ...index.candidates(
          { occupations: me.occupations, skills: me.skills, country },
          { most: MOST_SCORED, now: clock.now() },
        ),
      ];
      const added = await rank(owner, {
        ids,
        partial: jobIds !== undefined,
        onProgress: (share) => report({ status: 'running', progress: 0.1 + 0.85 * share }),
      });
      await store.remember(owner);
      await report({ status: 'done', progress: 1 });
      await announce(owner, added, alertMinScore);
    },

    /** The task `match.spread`: sends each person among the ranked the new postings, a page of people a task. */
    async spread({ jobIds, after }: { jobIds: readonly string[]; after?: string | undefined }): Promise<void> {
      const [shard = '0', last] = (after ?? '0').split('/');
      const owners = await store.ranked(Number(shard), { after: last, limit: PEOPLE_PER_PAGE });
      const next =
        owners.length === PEOPLE_PER_PAGE
          ? `${shard}/${owners.at(-1)}`
          : Number(shard) + 1 < store.shards
            ? String(Number(shard) + 1)
            : undefined;
      await platform.commit(
        [],
        [
          ...owners.map((owner) => message(scoreMatches, { owner, jobIds: [...jobIds] })),
          ...(next === undefined ? [] : [message(spreadJobs, { jobIds: [...jobIds], after: next })]),
        ],
      );
    },

    /** Called when a ranking was given up. */
    async giveUp({ owner, taskId }: { owner: string; taskId?: string | undefined }): Promise<void> {
      if (taskId === undefined) return;
      const error = { code: 'internal', message: 'Ranking did not finish. Start it again.' };
      await platform.table.write(store.saveTask(owner, { id: taskId, status: 'failed', progress: 1, error }));
    },
  };
}

export type Matches = ReturnType<typeof createMatches>;
