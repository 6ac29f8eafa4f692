/**
 * What becomes of postings after they were taken in: what their sources show and do not show, and what the form asks.
 * Repeating a word changes nothing; index rows a crash leaves owing are made up for by the next import.
 */
import type { FormQuestions } from '#shared/feed/posting.schema.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { JobStore, StoredPosting } from './job.store.ts';
import { type Witness, withWords } from './liveness.rules.ts';
import { questionsOf } from './posting.rules.ts';
import { postingWrites } from './posting.store.ts';

export type JobWitness = Witness & { readonly jobId: string };

type Dependencies = {
  readonly store: Pick<JobStore, 'of' | 'many'>;
  showInIndex(postings: readonly StoredPosting[]): Promise<void>;
  /** Whether a source shows an employer's whole list. */
  isBoard(source: string): boolean;
};

/** The posting after a change; undefined when there is nothing to change. */
type Change = (posting: StoredPosting) => StoredPosting | undefined;
type Changed = { readonly posting: StoredPosting; readonly pendingId: string };

const STEP = 100;
const TRIES = 5;

export function createUpkeep({ clock, commit }: Pick<Platform, 'clock' | 'commit'>, deps: Dependencies) {
  const { store, showInIndex, isBoard } = deps;

  /** Changes one posting, anew when somebody else wrote it meanwhile. */
  async function apply(known: StoredPosting, change: Change): Promise<Changed | undefined> {
    let posting: StoredPosting | undefined = known;
    for (let attempt = 1; posting !== undefined; attempt++) {
      const changed = change(posting);
      if (changed === undefined) return undefined;
      const next = { ...changed, version: posting.version + 1, rev: posting.rev + 1 };
      const pendingId = newId('task', clock.now());
      const owed = postingWrites.pending(pendingId, { jobIds: [next.job.id], changed: [], at: clock.now() });
      try {
        await commit([postingWrites.replace(next), owed]);
        return { posting: next, pendingId };
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'table.condition_failed') || attempt === TRIES) throw error;
        posting = await store.of(known.job.id);
      }
    }
    return undefined;
  }

  async function changeAll(changes: ReadonlyMap<string, Change>): Promise<number> {
    const ids = [...changes.keys()];
    let count = 0;
    for (let start = 0; start < ids.length; start += STEP) {
      const part = ids.slice(start, start + STEP);
      const found = await store.many(part);
      const done: Changed[] = [];
      for (const id of part) {
        const posting = found.get(id);
        const change = changes.get(id);
        const changed = posting && change && (await apply(posting, change));
        if (changed !== undefined) done.push(changed);
      }
      if (done.length > 0) {
        await showInIndex(done.map(({ posting }) => posting));
        await commit(done.map(({ pendingId }) => postingWrites.settled(pendingId)));
      }
      count += done.length;
    }
    return count;
  }

  return {
    /** Says what sources show and do not show. Gives how many postings changed by it. */
    async witness(words: readonly JobWitness[]): Promise<number> {
      const byJob = new Map<string, Witness[]>();
      for (const { jobId, ...word } of words) byJob.set(jobId, [...(byJob.get(jobId) ?? []), word]);
      return changeAll(
        new Map(
          [...byJob].map(([id, said]): [string, Change] => [
            id,
            (posting) => withWords(posting, said, { now: clock.now(), isBoard }),
          ]),
        ),
      );
    },

    /** Keeps what the posting's form will ask. */
    async keepQuestions(jobId: string, questions: FormQuestions): Promise<void> {
      const asked = questionsOf(questions);
      const change: Change = (posting) =>
        posting.job.questions === asked.questions && posting.job.effort?.written === asked.effort?.written
          ? undefined
          : { ...posting, job: { ...posting.job, ...asked } };
      await changeAll(new Map([[jobId, change]]));
    },
  };
}

export type Upkeep = ReturnType<typeof createUpkeep>;
