/** What sources say of postings they once gave, applied: repeating a word changes nothing, and one lost in a crash is said again. */
import { AppError } from '#shared/kernel/errors.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { JobStore, StoredPosting } from './job.store.ts';
import { type Witness, withWords } from './liveness.rules.ts';

export type JobWitness = Witness & { readonly jobId: string };

type Dependencies = {
  store: Pick<JobStore, 'of' | 'many' | 'replace'>;
  /** Puts postings into the search index anew. */
  reindex(postings: readonly StoredPosting[]): Promise<void>;
  isBoard(source: string): boolean;
};

const STEP = 100;

export function createLiveness({ clock, commit }: Pick<Platform, 'clock' | 'commit'>, deps: Dependencies) {
  const { store, reindex, isBoard } = deps;

  /** Applies words to one posting, again when somebody else wrote it meanwhile. */
  async function apply(known: StoredPosting, words: readonly Witness[]): Promise<StoredPosting | undefined> {
    let posting: StoredPosting | undefined = known;
    for (let attempt = 1; ; attempt++) {
      const changed = withWords(posting, words, { now: clock.now(), isBoard });
      if (changed === undefined) return undefined;
      const next = { ...changed, version: changed.version + 1, rev: changed.rev + 1 };
      try {
        await commit([store.replace(next)]);
        return next;
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'table.condition_failed') || attempt === 5) throw error;
        posting = await store.of(known.job.id);
        if (posting === undefined) return undefined;
      }
    }
  }

  return {
    /** Says what sources show and do not show. Gives how many postings changed by it. */
    async witness(words: readonly JobWitness[]): Promise<number> {
      const byJob = new Map<string, Witness[]>();
      for (const { jobId, ...word } of words) byJob.set(jobId, [...(byJob.get(jobId) ?? []), word]);
      const ids = [...byJob.keys()];
      let count = 0;
      for (let start = 0; start < ids.length; start += STEP) {
        const part = ids.slice(start, start + STEP);
        const found = await store.many(part);
        const changed: StoredPosting[] = [];
        for (const id of part) {
          const stored = found.get(id);
          const posting = stored?.mergedInto === undefined ? stored : await store.of(id);
          const next = posting && (await apply(posting, byJob.get(id) ?? []));
          if (next !== undefined) changed.push(next);
        }
        if (changed.length > 0) await reindex(changed);
        count += changed.length;
      }
      return count;
    },
  };
}

export type Liveness = ReturnType<typeof createLiveness>;
