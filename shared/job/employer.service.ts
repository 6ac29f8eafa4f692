/**
 * Recruiters' own postings. They are taken in like any source's, by the same rules; who wrote one stands in the writer's
 * partition, so a foreign one cannot even be addressed. What other sources say of the same vacancy outranks it.
 */
import type { SourcePosting } from '#shared/feed/posting.schema.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { AppError, kernelErrors } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import { type OwnChanges, OwnPosting } from './employer.contract.ts';
import { asGiven, asWritten, naturalKey, OWN_SOURCE } from './employer.rules.ts';
import { createEmployerStore, type Posted } from './employer.store.ts';
import type { Taken } from './import.service.ts';
import { jobErrors } from './job.errors.ts';
import type { Job } from './job.schema.ts';
import type { StoredPosting } from './job.store.ts';
import { sourceName } from './liveness.rules.ts';
import type { JobWitness } from './upkeep.service.ts';

/** What the postings' services do for recruiters. */
export type EmployerJobs = {
  get(actor: Actor, id: string): Promise<Job>;
  take(postings: readonly SourcePosting[]): Promise<Taken>;
  witness(words: readonly JobWitness[]): Promise<unknown>;
  store: {
    of(id: string): Promise<StoredPosting | undefined>;
    known(names: readonly string[]): Promise<Map<string, { jobId: string }>>;
    said(jobId: string): Promise<Map<string, SourcePosting>>;
  };
};

/** Postings one recruiter may have, closed ones included. */
const MOST_OWN = 2000;

const nameOfSource = (sourceId: string): string => sourceName({ source: OWN_SOURCE, sourceId });

export function createEmployer(platform: Platform, { jobs }: { jobs: EmployerJobs }) {
  const { clock, config, table } = platform;
  const store = createEmployerStore(platform);
  const isoNow = () => new Date(clock.now()).toISOString();
  /** Its page by its id at our source, until the posting has one of its own. */
  const firstPage = (sourceId: string) => `${config.publicUrl}/jobs/posted/${sourceId}`;
  const pageOf = (jobId: string) => `${config.publicUrl}/jobs/${jobId}`;

  const jobIdOf = async (sourceId: string): Promise<string | undefined> => {
    const name = nameOfSource(sourceId);
    return (await jobs.store.known([name])).get(name)?.jobId;
  };

  /** Takes the words in and lets people see them; gives the posting's id. */
  async function publish(owner: string, posted: Posted, own: OwnPosting): Promise<string> {
    const { sourceId } = posted;
    const known = await jobIdOf(sourceId);
    const given = asGiven(own, { sourceId, page: known === undefined ? firstPage(sourceId) : pageOf(known) });
    const jobId = await taken(given);
    // Only now is it known which page it has.
    if (own.url === undefined && given.url !== pageOf(jobId)) await taken({ ...given, url: pageOf(jobId) });
    const word = (await isErased(table, owner)) ? 'gone' : 'shown';
    await jobs.witness([{ jobId, source: OWN_SOURCE, sourceId, word }]);
    return jobId;
  }

  async function taken(given: SourcePosting): Promise<string> {
    const { results } = await jobs.take([given]);
    const jobId = results[0]?.jobId;
    if (jobId === undefined) throw jobErrors.invalid();
    return jobId;
  }

  /** One's own open posting behind an id people see, also one that was merged away. */
  async function ownOpen(owner: string, id: string): Promise<{ posted: Posted; jobId: string }> {
    const posting = await jobs.store.of(id);
    const mine = await Promise.all(
      (posting?.job.sources ?? [])
        .filter(({ source }) => source === OWN_SOURCE)
        .map(({ sourceId }) => store.posted(owner, sourceId)),
    );
    const posted = mine.find((one) => one !== undefined && one.closedAt === undefined);
    if (posting === undefined || posted === undefined) throw kernelErrors.not_found();
    return { posted, jobId: posting.job.id };
  }

  /** The row of a posting of this name: a new one, or the one that is there. */
  async function row(owner: string, own: OwnPosting): Promise<{ posted: Posted; created: boolean }> {
    const name = store.nameOf(naturalKey(own));
    const there = await store.named(owner, name);
    if (there?.closedAt !== undefined) {
      const { closedAt: _closed, ...open } = there;
      await platform.commit(store.save(owner, open, there));
      return { posted: open, created: true };
    }
    if (there !== undefined) return { posted: there, created: false };
    if ((await store.all(owner)).length >= MOST_OWN) throw jobErrors.too_many_own();
    const posted: Posted = {
      sourceId: newId('job', clock.now()),
      title: own.title,
      company: own.company,
      name,
      createdAt: isoNow(),
    };
    try {
      await platform.commit(store.save(owner, posted));
      return { posted, created: true };
    } catch (error) {
      // Sent twice at once: the first one made it.
      const first = lostRace(error) ? await store.named(owner, name) : undefined;
      if (first === undefined) throw error;
      return { posted: first, created: false };
    }
  }

  /** Says that the posting is gone; it closes unless another source shows it. */
  async function withdraw(owner: string, posted: Posted, jobId: string | undefined): Promise<void> {
    await platform.commit(store.save(owner, { ...posted, closedAt: isoNow() }, posted));
    if (jobId !== undefined)
      await jobs.witness([{ jobId, source: OWN_SOURCE, sourceId: posted.sourceId, word: 'gone' }]);
  }

  return {
    async create(actor: Actor, own: OwnPosting): Promise<{ job: Job; created: boolean }> {
      const owner = actor.userId;
      const { posted, created } = await row(owner, own);
      const jobId = await publish(owner, posted, own);
      return { job: await jobs.get(actor, jobId), created };
    },

    async change(actor: Actor, { id, ...changes }: { id: string } & OwnChanges): Promise<Job> {
      const owner = actor.userId;
      const { posted, jobId } = await ownOpen(owner, id);
      const said = (await jobs.store.said(jobId)).get(nameOfSource(posted.sourceId));
      if (said === undefined) throw kernelErrors.not_found();
      const stated = Object.entries(changes).filter(([, value]) => value !== undefined);
      const merged = { ...asWritten(said, pageOf(jobId)), ...Object.fromEntries(stated) };
      const own = OwnPosting.safeParse(
        Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)),
      );
      if (!own.success) throw jobErrors.invalid();
      const name = store.nameOf(naturalKey(own.data));
      const { title, company } = own.data;
      try {
        await platform.commit(store.save(owner, { ...posted, title, company, name }, posted));
      } catch (error) {
        throw lostRace(error) ? jobErrors.already_posted() : error;
      }
      return jobs.get(actor, await publish(owner, posted, own.data));
    },

    async close(actor: Actor, id: string): Promise<void> {
      const { posted, jobId } = await ownOpen(actor.userId, id);
      await withdraw(actor.userId, posted, jobId);
    },

    /** For privacy: what a person posted, and its closing when they go. */
    store: {
      exportUser: (owner: string) => store.exportUser(owner),
      async eraseUser(owner: string): Promise<void> {
        for (const { sourceId } of await store.all(owner)) {
          const jobId = await jobIdOf(sourceId);
          if (jobId !== undefined) await jobs.witness([{ jobId, source: OWN_SOURCE, sourceId, word: 'gone' }]);
        }
        await store.eraseUser(owner);
      },
    },
  };
}

const lostRace = (error: unknown): boolean => error instanceof AppError && error.code === 'table.condition_failed';

export type Employer = ReturnType<typeof createEmployer>;
