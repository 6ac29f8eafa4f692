/**
 * Making rankings: all open postings for one person from columns in memory, new postings for the people they concern,
 * everybody once a day, and the news of it. Listing and opening matches is in `match.service.ts`.
 */
import type { Jobs } from '#shared/job/job.service.ts';
import { FEATURES_VERSION, featuresOf, type VacancyFeatures } from '#shared/job/vacancy.rules.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { message } from '#shared/kernel/task.ts';
import { isoNow } from '#shared/platform/clock.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import type { TaskState } from './match.contract.ts';
import type { MatchStore, RankedPerson, StoredMatch } from './match.store.ts';
import { scoreMatches, spreadJobs } from './match.tasks.ts';
import { createPeople } from './people.index.ts';
import { createRanker } from './ranker.index.ts';
import { digestOf, type Reading, type ReadPerson } from './reading.service.ts';
import { type Score, scoreFeatures } from './score.rules.ts';

export type Publish = (event: {
  owner: string;
  type: 'match.found';
  data: Record<string, unknown>;
  once?: string;
}) => Promise<void>;

type Dependencies = {
  store: MatchStore;
  reading: Reading;
  jobs: Pick<Jobs, 'findMany' | 'reader' | 'store'>;
  publish: Publish;
};

const MOST_STORED = 500;
const PEOPLE_PER_PAGE = 200;
/** Below this a posting is no stretch even; the daily ranking may still find it. */
const WORTH_TELLING = 40;
const MOST_ANNOUNCED = 10;
const DAY = 86_400_000;

const byScore = (a: StoredMatch, b: StoredMatch): number =>
  b.score - a.score || b.posted - a.posted || (a.jobId < b.jobId ? -1 : 1);

/** Whether a stored row says what the fresh one says; the store gives fields back in any order. */
const isUnchanged = (old: StoredMatch | undefined, row: StoredMatch): boolean =>
  old !== undefined &&
  old.stamp === row.stamp &&
  old.score === row.score &&
  old.posted === row.posted &&
  old.pay === row.pay &&
  old.company === row.company &&
  old.gate?.text === row.gate?.text;

export function createRanking(platform: Platform, { store, reading, jobs, publish }: Dependencies) {
  const { clock } = platform;
  const ranker = createRanker();
  jobs.reader.follow((rows) => ranker.apply(rows));
  let scheduledDay: string | undefined;
  const today = () => isoNow(clock).slice(0, 10);

  function stored(jobId: string, { score, stamp }: { score: Score; stamp: string }, fit: Fit): StoredMatch {
    return {
      ...score,
      jobId,
      posted: fit?.posted ?? Math.floor(clock.now() / DAY),
      ...(fit?.pay !== undefined && { pay: fit.pay }),
      company: fit?.company ?? '',
      stamp,
    };
  }

  /** The open private captures of a person with their features; one read by older rules is read anew. */
  async function captured(owner: string, index: { atUrl(urlKey: string): string | undefined }) {
    const rows = (await jobs.store.captures(owner)).filter(
      ({ urlKey, gone }) => gone !== true && (urlKey === undefined || index.atUrl(urlKey) === undefined),
    );
    const stale = rows.filter(({ fit }) => fit?.v !== FEATURES_VERSION).map(({ id }) => id);
    const anew = new Map(
      (stale.length === 0 ? [] : await jobs.findMany({ userId: owner }, stale)).map((job) => [
        job.id,
        featuresOf(reading.vacancyOf(job)),
      ]),
    );
    return rows.flatMap(({ id, fit }) => {
      const features = anew.get(id) ?? fit;
      return features === undefined ? [] : [{ id, fit: features }];
    });
  }

  /**
   * Scores all open postings, or only `jobIds`, and keeps the best 500, written as the difference. Returns what the
   * person did not have before, best first.
   */
  async function rank(
    owner: string,
    person: ReadPerson,
    jobIds: readonly string[] | undefined,
  ): Promise<StoredMatch[]> {
    const { features, taste, stamp } = person;
    const index = await jobs.reader.get({ fresh: true });
    const asked = jobIds && new Set(jobIds);
    const own = (await captured(owner, index)).filter(({ id }) => asked?.has(id) !== false);
    const open = asked
      ? [...asked].flatMap((jobId) => {
          const score = ranker.scoreOf(features, jobId, taste);
          return score === undefined ? [] : [{ ...score, jobId }];
        })
      : ranker.rank(features, { now: clock.now(), most: MOST_STORED, taste });
    const fresh = [
      ...open.map(({ jobId, ...score }) => stored(jobId, { score, stamp }, ranker.fitOf(jobId))),
      ...own.map(({ id, fit }) => stored(id, { score: scoreFeatures(features, fit, taste), stamp }, fit)),
    ];
    const before = await store.all(owner);
    const kept = asked ? before.filter((row) => !asked.has(row.jobId)) : [];
    const best = [...kept, ...fresh].sort(byScore).slice(0, MOST_STORED);
    const keep = new Set(best.map((row) => row.jobId));
    const known = new Map(before.map((row) => [row.jobId, row]));
    await store.replace(owner, {
      put: best.filter((row) => !isUnchanged(known.get(row.jobId), row)),
      remove: before.filter((row) => !keep.has(row.jobId)).map((row) => row.jobId),
    });
    return best.filter((row) => !known.has(row.jobId));
  }

  /** Owners to whom any of the open ones among `jobIds` is at least a stretch. Closed ones leave lists by themselves. */
  function whomToTell(people: readonly RankedPerson[], jobIds: readonly string[]): string[] {
    const crowd = createPeople();
    crowd.apply(people.map(({ owner, me, taste }) => ({ owner, rev: 1, features: me, taste })));
    const told = new Set<string>();
    for (const jobId of jobIds) {
      const fit = ranker.fitOf(jobId);
      if (fit === undefined) continue;
      for (const { owner } of crowd.concerned(fit, { least: WORTH_TELLING })) told.add(owner);
    }
    return [...told];
  }

  /** Tells the person of good matches they have not had before; one event, best first. */
  async function announce(owner: string, added: readonly StoredMatch[], alertMinScore: number): Promise<void> {
    const good = added.filter((row) => row.score >= alertMinScore).slice(0, MOST_ANNOUNCED);
    const [first] = good;
    if (first === undefined) return;
    const jobIds = good.map((row) => row.jobId);
    await publish({
      owner,
      type: 'match.found',
      data: { jobId: first.jobId, score: first.score, jobIds },
      once: `match ${digestOf(jobIds.toSorted())}`,
    });
  }

  return {
    /** The features of a posting with the vector its row has, so that a score is the same wherever it is reckoned. */
    withMeaning(jobId: string, fit: VacancyFeatures): VacancyFeatures {
      const vector = ranker.fitOf(jobId)?.vector;
      return vector === undefined ? fit : { ...fit, vector };
    },

    /** Whether postings can still be applied to; a private capture always can, as far as anyone knows. */
    async openOnes(): Promise<(jobId: string) => boolean> {
      const index = await jobs.reader.get();
      return (jobId) => index.revOf(jobId) === undefined || ranker.isOpen(jobId, clock.now());
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
      const person = await reading.personOf(owner);
      await report({ status: 'running', progress: 0.2 });
      const added = await rank(owner, person, jobIds);
      await store.remember({ owner, me: person.features, taste: person.taste });
      await report({ status: 'done', progress: 1 });
      await announce(owner, added, person.alertMinScore);
    },

    /**
     * The task `match.spread`: holds new and changed postings against everybody who was ranked, a page of people a task,
     * and has them ranked for those they could concern; without `jobIds` everybody is ranked anew.
     */
    async spread({
      jobIds,
      after,
    }: {
      jobIds?: readonly string[] | undefined;
      after?: string | undefined;
    }): Promise<void> {
      const [shard = '0', last] = (after ?? '0').split('/');
      const people = await store.ranked(Number(shard), { after: last, limit: PEOPLE_PER_PAGE });
      await jobs.reader.get({ fresh: true });
      const concerned = jobIds === undefined ? people.map(({ owner }) => owner) : whomToTell(people, jobIds);
      const next =
        people.length === PEOPLE_PER_PAGE
          ? `${shard}/${people.at(-1)?.owner}`
          : Number(shard) + 1 < store.shards
            ? String(Number(shard) + 1)
            : undefined;
      const given = jobIds && { jobIds: [...jobIds] };
      await platform.commit(
        [],
        [
          ...concerned.map((owner) => message(scoreMatches, { owner, ...given })),
          ...(next === undefined ? [] : [message(spreadJobs, { ...given, after: next })]),
        ],
      );
    },

    /** Called by the schedule: once a day everybody is ranked anew, since yesterday's scores have aged. */
    async scheduleDaily(): Promise<void> {
      const day = today();
      if (day === scheduledDay) return;
      try {
        await platform.commit([store.beginDay(day)], [message(spreadJobs, {})]);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'table.condition_failed')) throw error;
      }
      scheduledDay = day;
    },

    /** Called when a ranking was given up. */
    async giveUp({ owner, taskId }: { owner: string; taskId?: string | undefined }): Promise<void> {
      if (taskId === undefined) return;
      const error = { code: 'internal', message: 'Ranking did not finish. Start it again.' };
      await platform.table.write(store.saveTask(owner, { id: taskId, status: 'failed', progress: 1, error }));
    },
  };
}

type Fit = ReturnType<ReturnType<typeof createRanker>['fitOf']>;
export type Ranking = ReturnType<typeof createRanking>;
