/** What an alert has to say now: the postings that pass it, which of them are new, and how well they fit. */
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import { type Actor, systemFor } from '#shared/kernel/actor.ts';
import { firstIdAt } from '#shared/kernel/ids.ts';
import type { MatchView, StoredScore } from '#shared/match/match.contract.ts';
import { type Found, isNew, isWorthTelling, layOut, remember, type Told } from './digest.rules.ts';
import type { DigestSection } from './digest.schema.ts';
import { type Filter, listFilters } from './filter.rules.ts';
import type { StoredAlert, StoredSearch } from './search.store.ts';

/** What alerts need of postings; `core.ts` gives the service. */
export type Postings = {
  matching(filters: readonly Filter[], options?: { fresh?: boolean }): Promise<string[]>;
  among(ids: readonly string[]): Promise<(filters: readonly Filter[]) => string[]>;
  findMany(actor: Pick<Actor, 'userId'>, ids: readonly string[]): Promise<Job[]>;
};

export type Fits = {
  list(
    actor: Actor,
    query: { limit: number; offset: number; sort: 'score'; minScore: number },
  ): Promise<{ items: MatchView[]; page: { total: number } }>;
  scores(actor: Actor, jobIds: readonly string[]): Promise<StoredScore[]>;
  get(actor: Actor, jobId: string): Promise<MatchView>;
  /** What the person took out of their ranking or turned their thumb down on. */
  dismissed(owner: string): Promise<ReadonlySet<string>>;
};

export type FindingsParts = {
  postings: Postings;
  matches: Fits;
  personalOf(owner: string): Promise<ReadonlyMap<string, { status: JobStatus | null }>>;
  /** Whether there is a profile to reckon a fit from. */
  hasProfile(owner: string): Promise<boolean>;
};

export type Findings = {
  readonly fresh: DigestSection;
  readonly open: DigestSection;
  /** New postings, best first. */
  readonly ids: readonly string[];
  readonly told: Told;
};

const LINES = { matches: 10, search: 15, open: 5 };
/** New postings looked at one by one; what is beyond is counted. */
const MOST_LOOKED_AT = 400;
const MOST_OPEN = 100;
const MOST_MATCHES = 500;
/** Postings outside the stored ranking that are scored for one digest. */
const MOST_SCORED = 60;
/**
 * Milliseconds within which a posting may be made and still not be in the index a run reads: so long the ids told are
 * remembered one by one instead of by their time. A day covers an import that was interrupted.
 */
const SETTLING = 86_400_000;
const MOST_REMEMBERED = 3000;

export function createFindings({ postings, matches, personalOf, hasProfile }: FindingsParts) {
  /** What a person has done about postings, as a test. */
  async function worthFor(owner: string, now: number): Promise<(job: Job) => boolean> {
    const [personal, dismissed] = await Promise.all([personalOf(owner), matches.dismissed(owner)]);
    return (job) => isWorthTelling(job, { status: personal.get(job.id)?.status, hidden: dismissed.has(job.id), now });
  }

  /** The posting's fit, reckoned now; undefined when it went in between. */
  const fitOf = (owner: string, jobId: string): Promise<MatchView | undefined> =>
    matches.get(systemFor(owner), jobId).catch(() => undefined);

  async function scored(owner: string, jobs: readonly Job[]): Promise<Found[]> {
    if (!(await hasProfile(owner))) return jobs.map((job) => ({ job }));
    const ids = jobs.map(({ id }) => id);
    const known = new Map((await matches.scores(systemFor(owner), ids)).map(({ jobId, score }) => [jobId, score]));
    for (const id of ids.filter((one) => !known.has(one)).slice(0, MOST_SCORED)) {
      const fit = await fitOf(owner, id);
      if (fit !== undefined) known.set(id, fit.score);
    }
    return jobs.map((job) => ({ job, score: known.get(job.id) }));
  }

  /** Lines get the best thing the ranking has to say for them. */
  async function withReasons(owner: string, section: DigestSection): Promise<DigestSection> {
    const lines = [];
    for (const line of section.lines) {
      const fit = line.score === undefined || line.reason !== undefined ? undefined : await fitOf(owner, line.jobId);
      const reason = fit && reasonOf(fit);
      lines.push(reason === undefined ? line : { ...line, reason });
    }
    return { ...section, lines };
  }

  return {
    async ofSearch(owner: string, search: StoredSearch, state: StoredAlert & { now: number }): Promise<Findings> {
      const { now, floor } = state;
      const known = { floor, told: new Set(state.told) };
      const ids = await postings.matching(listFilters(search.query, now), { fresh: true });
      const young = ids
        .filter((id) => isNew(known, id))
        .toSorted()
        .toReversed();
      const looked = young.slice(0, MOST_LOOKED_AT);
      const old = ids.filter((id) => !isNew(known, id));
      const oldIds = new Set(old);
      const jobs = await postings.findMany({ userId: owner }, [...looked, ...old.slice(0, MOST_OPEN)]);
      const worth = await worthFor(owner, now);
      const { minScore = 0 } = search.alert;
      const found = (await scored(owner, jobs.filter(worth))).filter(
        ({ score }) => score === undefined || score >= minScore,
      );
      const told = found.filter(({ job }) => !oldIds.has(job.id));
      // A further place of a role that was told before is no news.
      const fresh = told.filter(({ job }) => !job.variants.some((id) => oldIds.has(id)));
      const beyond = minScore === 0 ? young.slice(MOST_LOOKED_AT) : [];
      const open = found.filter(({ job }) => oldIds.has(job.id));
      return {
        fresh: await withReasons(owner, layOut(fresh, { most: LINES.search, now, uncounted: beyond.length })),
        open: layOut(open, { most: LINES.open, now, uncounted: minScore === 0 ? old.slice(MOST_OPEN).length : 0 }),
        ids: byFit(fresh),
        told: remember(state, {
          ids: [...told.map(({ job }) => job.id), ...beyond],
          floor: firstIdAt('job', now - SETTLING),
          most: MOST_REMEMBERED,
        }),
      };
    },

    async ofMatches(owner: string, minScore: number, state: StoredAlert & { now: number }): Promise<Findings> {
      const { now } = state;
      const worth = await worthFor(owner, now);
      const known = new Set(state.told);
      const found: Found[] = [];
      const limit = 100;
      for (let offset = 0, total = 1; offset < Math.min(total, MOST_MATCHES); offset += limit) {
        const page = await matches.list(systemFor(owner), { limit, offset, sort: 'score', minScore });
        total = page.page.total;
        for (const fit of page.items)
          if (fit.gate === undefined && worth(fit.job))
            found.push({ job: fit.job, score: fit.score, reason: reasonOf(fit) });
      }
      const fresh = found.filter(({ job }) => !known.has(job.id));
      const open = found.filter(({ job }) => known.has(job.id));
      return {
        fresh: layOut(fresh, { most: LINES.matches, now }),
        open: layOut(open, { most: LINES.open, now }),
        ids: byFit(fresh),
        // A match can come of an old posting when the profile changes: what was told is remembered by name, not by time.
        told: remember(state, { ids: fresh.map(({ job }) => job.id), floor: '', most: MOST_REMEMBERED }),
      };
    },
  };
}

const byFit = (found: readonly Found[]): string[] =>
  found
    .toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.job.id < b.job.id ? 1 : -1))
    .map(({ job }) => job.id);

const reasonOf = ({ reasons }: MatchView): string | undefined =>
  reasons.find(({ stance }) => stance === undefined || stance === 'for')?.text;
