/** Both sides of a match read for scoring: the person with what their thumbs taught, and the posting. */
import { createHash } from 'node:crypto';
import type { Job } from '#shared/job/job.schema.ts';
import { describeVacancy, type Vacancy } from '#shared/job/vacancy.rules.ts';
import { packVector } from '#shared/job/vector.rules.ts';
import { systemFor } from '#shared/kernel/actor.ts';
import { isoNow } from '#shared/platform/clock.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Profiles } from '#shared/profile/profile.service.ts';
import { type Candidate, describeCandidate, textOfProfile } from './candidate.rules.ts';
import { type CandidateFeatures, candidateFeaturesOf } from './features.rules.ts';
import { type FeedbackEvent, type Taste, weightsFrom } from './feedback.rules.ts';
import type { Feedback, MatchStore } from './match.store.ts';
import { SCORER_VERSION } from './score.rules.ts';

export type ReadPerson = {
  me: Candidate;
  features: CandidateFeatures;
  taste: Taste;
  /** What the scores of this person are made of, but for the day and the postings. */
  stamp: string;
  alertMinScore: number;
};

/** People, and postings, kept read in this process. */
const MOST_KEPT = 500;

export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** What was made of `key` before, else made now; the oldest are forgotten. */
function remembered<T>(most: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}

function verdictOf({ applied, rating, hidden }: Feedback): FeedbackEvent['verdict'] | undefined {
  if (applied) return 'applied';
  if (rating !== undefined) return rating === 'up' ? 'liked' : 'disliked';
  return hidden ? 'hidden' : undefined;
}

/** A person's last word on each posting that is known well enough to learn from. */
const eventsOf = (feedback: Iterable<Feedback>): FeedbackEvent[] =>
  [...feedback].flatMap((said): FeedbackEvent[] => {
    const verdict = verdictOf(said);
    return said.about === undefined || verdict === undefined ? [] : [{ ...said.about, verdict }];
  });

export function createReading(
  { clock, embeddings }: Pick<Platform, 'clock' | 'embeddings'>,
  { store, profiles }: { store: MatchStore; profiles: Pick<Profiles, 'get' | 'preferences'> },
) {
  const people = remembered<Promise<Pick<ReadPerson, 'me' | 'features'>>>(MOST_KEPT);
  const postings = remembered<Vacancy>(MOST_KEPT);

  return {
    /** A person as scores see them today. `feedback` where it was read already. */
    async personOf(owner: string, feedback?: ReadonlyMap<string, Feedback>): Promise<ReadPerson> {
      const actor = systemFor(owner);
      const [{ resume, version }, preferences, said] = await Promise.all([
        profiles.get(actor),
        profiles.preferences(actor),
        feedback ?? store.feedback(owner),
      ]);
      // A day is fine enough for recency, and keeps a number still from one minute to the next.
      const asOf = `${isoNow(clock).slice(0, 10)}T00:00:00.000Z`;
      const made = `${SCORER_VERSION}.${version}.${digestOf(preferences)}`;
      const read = await people(`${owner} ${made} ${asOf}`, async () => {
        const me = describeCandidate({ resume, preferences, asOf });
        const [vector] = embeddings.enabled
          ? await embeddings.embed([textOfProfile({ resume, preferences })], { owner })
          : [];
        return { me, features: { ...candidateFeaturesOf(me), ...(vector && { vector: packVector(vector) }) } };
      });
      const taste = weightsFrom(eventsOf(said.values()));
      const stamp = `${made}.${digestOf([taste.weights, taste.fewer])}`;
      return { ...read, taste, stamp, alertMinScore: preferences.alertMinScore };
    },

    /** A posting read for explaining, which takes some milliseconds. */
    vacancyOf(job: Job): Vacancy {
      const { id, title, company, location, salary, postedAt, description } = job;
      const content = digestOf([title, company, location, salary, postedAt, description]);
      return postings(`${id} ${content}`, () => describeVacancy(job));
    },
  };
}

export type Reading = ReturnType<typeof createReading>;
