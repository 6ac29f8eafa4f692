/** A person's matches: listed, opened, recommended, hidden, and what they say to them. How they are made: `ranking.service.ts`. */
import { setTimeout } from 'node:timers/promises';
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import type { Jobs } from '#shared/job/job.service.ts';
import { featuresOf } from '#shared/job/vacancy.rules.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { kernelErrors } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import { type Message, message } from '#shared/kernel/task.ts';
import { pageOf } from '#shared/platform/paging.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Profiles } from '#shared/profile/profile.service.ts';
import { gainsOf } from './gain.rules.ts';
import type { MatchView, StoredScore, TaskState } from './match.contract.ts';
import { createMatchStore, type Feedback, type StoredMatch } from './match.store.ts';
import { scoreMatches, spreadJobs } from './match.tasks.ts';
import { createOpinions } from './opinion.service.ts';
import { createRanking, type Publish } from './ranking.service.ts';
import { createReading, type ReadPerson } from './reading.service.ts';
import { type Match, scoreCandidate } from './score.rules.ts';

type Notes = { status: JobStatus | null; notes: string };
type Dependencies = {
  profiles: Pick<Profiles, 'get' | 'preferences'>;
  jobs: Pick<Jobs, 'find' | 'findMany' | 'passing' | 'reader' | 'store'>;
  applications: {
    start(actor: Actor, id: string): Promise<void>;
    personalOf(owner: string): Promise<ReadonlyMap<string, Notes>>;
  };
  publish: Publish;
};

const POLL_MS = 150;
const MOST_RECOMMENDED = 10;
const MOST_PER_EMPLOYER = 2;
/** Half of a posting's freshness is gone after this many days; it orders what is recommended, and never below this share. */
const FRESH_DAYS = 21;
const LEAST_FRESH = 0.7;

type ListQuery = {
  limit: number;
  offset?: number | undefined;
  cursor?: string | undefined;
  sort: 'score' | 'date' | 'salary';
  minScore?: number | undefined;
  location?: string | undefined;
  remote?: Job['location']['remote'] | undefined;
};

export function createMatches(platform: Platform, { profiles, jobs, applications, publish }: Dependencies) {
  const { cipher, clock } = platform;
  const store = createMatchStore(platform);
  const reading = createReading(platform, { store, profiles });
  const ranking = createRanking(platform, { store, reading, jobs, publish });
  const opinions = createOpinions(platform, { store, reading, jobs });

  const isOpen = (job: Job): boolean =>
    job.liveness !== 'closed' && (job.expiresAt === undefined || Date.parse(job.expiresAt) > clock.now());

  /** The fit of a posting now, with its reasons. */
  function matchOf({ me, features, taste }: ReadPerson, job: Job): Match {
    const vacancy = reading.vacancyOf(job);
    const fit = ranking.withMeaning(job.id, featuresOf(vacancy));
    return scoreCandidate(me, vacancy, { taste, features, fit });
  }

  /** The same with what would raise it, which is a dozen scores more: for what a person looks at closely. */
  const closeMatchOf = (person: ReadPerson, job: Job): Match & Pick<MatchView, 'gains'> => {
    const { me, taste } = person;
    return { ...matchOf(person, job), gains: gainsOf({ me, vacancy: reading.vacancyOf(job), taste }) };
  };

  function viewOf(
    job: Job,
    match: ReturnType<typeof closeMatchOf>,
    said: { notes: Notes | undefined; feedback: Feedback | undefined },
  ): MatchView {
    const { notes, feedback } = said;
    return {
      ...match,
      job: { ...job, ...(notes && { personal: notes }) },
      status: notes?.status ?? null,
      ...(feedback?.rating && { rating: feedback.rating }),
    };
  }

  type Said = { feedback: ReadonlyMap<string, Feedback>; personal: ReadonlyMap<string, Notes> };

  /** Full details of stored rows, in their order; scores as stored, words reckoned now. */
  async function details(
    owner: string,
    { rows, said, fitOf }: { rows: readonly StoredMatch[]; said: Said; fitOf: typeof closeMatchOf | typeof matchOf },
  ): Promise<MatchView[]> {
    if (rows.length === 0) return [];
    const [reader, found] = await Promise.all([
      reading.personOf(owner, said.feedback),
      jobs.findMany(
        { userId: owner },
        rows.map((row) => row.jobId),
      ),
    ]);
    const byId = new Map(found.map((job) => [job.id, job]));
    return rows.flatMap((row): MatchView[] => {
      const job = byId.get(row.jobId);
      if (job === undefined) return [];
      const { gate: _gate, ...now } = fitOf(reader, job);
      const match = { ...now, score: row.score, ...(row.gate && { gate: row.gate }) };
      return [viewOf(job, match, { notes: said.personal.get(job.id), feedback: said.feedback.get(job.id) })];
    });
  }

  /** The stored ranking without what the person took out and what is closed, best first. */
  async function ranked(owner: string): Promise<Said & { rows: StoredMatch[] }> {
    const [all, feedback, personal, isStillOpen] = await Promise.all([
      store.all(owner),
      store.feedback(owner),
      applications.personalOf(owner),
      ranking.openOnes(),
    ]);
    const rows = all.filter(({ jobId }) => feedback.get(jobId)?.hidden !== true && isStillOpen(jobId));
    return { rows, feedback, personal };
  }

  return {
    store,
    score: ranking.score,
    spread: ranking.spread,
    giveUp: ranking.giveUp,
    scheduleDaily: ranking.scheduleDaily,
    ...opinions,

    /** The tasks that follow a change of profile or preferences. */
    onProfileChange: (owner: string): readonly Message[] => [message(scoreMatches, { owner })],
    /** The task that follows a posting a person kept. */
    onCapture: (owner: string, jobId: string): readonly Message[] => [
      message(scoreMatches, { owner, jobIds: [jobId] }),
    ],
    /** The tasks that follow new or changed postings. */
    onJobsChange: (jobIds: readonly string[]): readonly Message[] => [message(spreadJobs, { jobIds: [...jobIds] })],
    async list(actor: Actor, query: ListQuery) {
      const owner = actor.userId;
      const { offset, page } = pageOf(cipher, { list: 'matches', owner, query });
      const { rows: all, ...said } = await ranked(owner);
      const { location, remote, minScore = 0 } = query;
      const where =
        location === undefined && remote === undefined ? undefined : await jobs.passing(owner, { location, remote });
      const rows = all.filter(({ jobId, score }) => score >= minScore && where?.has(jobId) !== false);
      const by = {
        score: (r: StoredMatch) => r.score,
        date: (r: StoredMatch) => r.posted,
        salary: (r: StoredMatch) => r.pay ?? -1,
      }[query.sort];
      rows.sort((a, b) => by(b) - by(a) || b.score - a.score || b.posted - a.posted || (a.jobId < b.jobId ? -1 : 1));
      return {
        items: await details(owner, { rows: rows.slice(offset, offset + query.limit), said, fitOf: matchOf }),
        page: page(rows.length),
      };
    },

    /** The fit of any posting the person can see, reckoned now. */
    async get(actor: Actor, jobId: string): Promise<MatchView> {
      const owner = actor.userId;
      const [job, personal, feedback] = await Promise.all([
        jobs.find(actor, jobId),
        applications.personalOf(owner),
        store.feedback(owner),
      ]);
      if (job === undefined) throw kernelErrors.not_found();
      const match = closeMatchOf(await reading.personOf(owner, feedback), job);
      return viewOf(job, match, { notes: personal.get(job.id), feedback: feedback.get(job.id) });
    },

    /** The stored scores among `jobIds`; what is hidden has none. */
    async scores(actor: Actor, jobIds: readonly string[]): Promise<StoredScore[]> {
      const asked = new Set(jobIds);
      return (await ranked(actor.userId)).rows
        .filter(({ jobId }) => asked.has(jobId))
        .map(({ jobId, score, provisional, gate }) => ({ jobId, score, provisional, ...(gate && { gate }) }));
    },

    /** At most ten worth a look today: good, open, not acted on yet, one of each group of variants, two of an employer. */
    async recommended(
      actor: Actor,
      query: { limit: number; offset?: number | undefined; cursor?: string | undefined } = { limit: MOST_RECOMMENDED },
    ) {
      const owner = actor.userId;
      const { offset, page } = pageOf(cipher, { list: 'recommended', owner, query });
      const [{ rows, ...said }, { alertMinScore }, index] = await Promise.all([
        ranked(owner),
        profiles.preferences(actor),
        jobs.reader.get(),
      ]);
      const today = clock.now() / 86_400_000;
      // The score stays what it is; age only decides what of equals is shown first.
      const worth = ({ score, posted }: StoredMatch): number =>
        score * Math.max(LEAST_FRESH, 0.5 ** (Math.max(0, today - posted) / FRESH_DAYS));
      const groups = new Set<string>();
      const perEmployer = new Map<string, number>();
      const chosen = rows
        .filter(({ jobId, score }) => score >= alertMinScore && said.feedback.get(jobId)?.rating !== 'down')
        .filter(({ jobId }) => [undefined, null, 'bookmarked'].includes(said.personal.get(jobId)?.status))
        .sort((a, b) => worth(b) - worth(a) || b.score - a.score || (a.jobId < b.jobId ? -1 : 1))
        .filter(({ jobId, company }) => {
          const group = index.groupOf(jobId);
          if (groups.has(group)) return false;
          const n = (perEmployer.get(company) ?? 0) + 1;
          if (n > MOST_PER_EMPLOYER) return false;
          groups.add(group);
          perEmployer.set(company, n);
          return true;
        });
      const items = await details(owner, { rows: chosen.slice(0, MOST_RECOMMENDED + 2), said, fitOf: closeMatchOf });
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
  };
}

export type Matches = ReturnType<typeof createMatches>;
