/** What a person says to postings (thumbs, taken out, applied), what their rankings learn from it, and forgetting that. */
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import type { Jobs } from '#shared/job/job.service.ts';
import { featuresOf } from '#shared/job/vacancy.rules.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { kernelErrors } from '#shared/kernel/errors.ts';
import { message } from '#shared/kernel/task.ts';
import { isoNow } from '#shared/platform/clock.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Write } from '#shared/platform/table.ts';
import type { Feedback, FeedbackChange, MatchStore } from './match.store.ts';
import { scoreMatches } from './match.tasks.ts';
import type { Reading } from './reading.service.ts';
import { scoreFeatures } from './score.rules.ts';

/** Statuses that say the person did apply. */
const APPLIED: ReadonlySet<JobStatus | null> = new Set(['applied', 'interviewed', 'offered', 'accepted']);

export function createOpinions(
  { clock, commit }: Pick<Platform, 'clock' | 'commit'>,
  { store, reading, jobs }: { store: MatchStore; reading: Reading; jobs: Pick<Jobs, 'find'> },
) {
  /** What a posting is when somebody says something of it: what their next rankings learn from. */
  async function aboutOf(owner: string, job: Job): Promise<NonNullable<Feedback['about']>> {
    const { features } = await reading.personOf(owner);
    const fit = featuresOf(reading.vacancyOf(job));
    const { company, occupations, domains } = fit;
    return {
      fit: { company, occupations, domains },
      employer: job.company,
      parts: scoreFeatures(features, fit).breakdown,
    };
  }

  /** Keeps what a person said of a posting and has them ranked by it. Throws `not_found`. */
  async function say(actor: Actor, jobId: string, said: Omit<FeedbackChange, 'jobId' | 'at'>): Promise<Job> {
    const job = await jobs.find(actor, jobId);
    if (job === undefined) throw kernelErrors.not_found();
    const owner = actor.userId;
    const change = { ...said, jobId: job.id, at: isoNow(clock), about: await aboutOf(owner, job) };
    await commit(
      [...store.saveFeedback(owner, change), ...(said.hidden ? [store.removeMatch(owner, job.id)] : [])],
      [message(scoreMatches, { owner })],
    );
    return job;
  }

  return {
    /** Takes a posting out of the ranking. Repeating it is harmless; it need not have been ranked. */
    async remove(actor: Actor, jobId: string): Promise<void> {
      await say(actor, jobId, { hidden: true });
    },

    /** The other way of `remove`: the posting is scored again and may come back at once. */
    async restore(actor: Actor, jobId: string): Promise<void> {
      await say(actor, jobId, { hidden: false });
    },

    /** A thumb; null takes it back. */
    async feedback(
      actor: Actor,
      { jobId, rating, reason }: { jobId: string; rating: 'up' | 'down' | null; reason?: string | undefined },
    ) {
      const job = await say(actor, jobId, { rating, ...(reason !== undefined && rating !== null && { reason }) });
      return { jobId: job.id, rating };
    },

    /** The writes that go with a new status: an application says what the person wants. */
    async onStatus(owner: string, { job, status }: { job: Job; status: JobStatus | null }): Promise<readonly Write[]> {
      if (!APPLIED.has(status)) return [];
      const change = { jobId: job.id, at: isoNow(clock), applied: true, about: await aboutOf(owner, job) };
      return [store.feedbackWrite(owner, change)];
    },

    /** What the ranking learnt from this person, in sentences, and from how much. */
    async taste(actor: Actor) {
      const feedback = await store.feedback(actor.userId);
      const { taste } = await reading.personOf(actor.userId, feedback);
      const all = [...feedback.values()];
      return {
        reasons: taste.reasons,
        counts: {
          up: all.filter(({ rating }) => rating === 'up').length,
          down: all.filter(({ rating }) => rating === 'down').length,
          applied: all.filter(({ applied }) => applied).length,
          hidden: all.filter(({ hidden }) => hidden).length,
        },
      };
    },

    /** Forgets all of it; what is hidden stays hidden. */
    async forgetTaste(actor: Actor): Promise<void> {
      await store.forgetTaste(actor.userId);
      await commit([], [message(scoreMatches, { owner: actor.userId })]);
    },
  };
}
