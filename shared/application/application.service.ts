/** Where people stand with postings. `update` takes who, what and how it changes: three positions that read as a sentence. */
import type { output as Output } from 'zod';
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { AppError, kernelErrors } from '#shared/kernel/errors.ts';
import type { Message } from '#shared/kernel/task.ts';
import { isoNow } from '#shared/platform/clock.ts';
import { pageOf } from '#shared/platform/paging.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Write } from '#shared/platform/table.ts';
import type { Application, AppliedText, applicationContract, PersonalStatus } from './application.contract.ts';
import { createApplicationStore, type StoredApplication } from './application.store.ts';
import { advance, mayStart } from './history.rules.ts';

type Dependencies = {
  /** A posting this person may see, or nothing. */
  jobOf: (actor: Pick<Actor, 'userId'>, id: string) => Promise<Job | undefined>;
  jobsOf: (actor: Pick<Actor, 'userId'>, ids: readonly string[]) => Promise<Job[]>;
  /** Further writes that a new status brings with it. */
  onStatus?: (owner: string, change: { job: Job; status: JobStatus | null }) => Promise<readonly Write[]>;
  /** Told that a person keeps other postings than before; gives the tasks that follow. */
  onKept?: (owner: string) => readonly Message[];
  /** The text of a posting as it stood at an instant (ISO); undefined where that is no longer known. */
  textAt?: (jobId: string, at: string) => Promise<{ title: string; description: string } | undefined>;
  documentsOf?: (owner: string) => Promise<readonly { id: string; kind: string; jobId: string; createdAt?: string }[]>;
};

export function createApplications(
  platform: Platform,
  { jobOf, jobsOf, documentsOf, textAt, onStatus, onKept }: Dependencies,
) {
  const store = createApplicationStore(platform);

  const view = ({ jobId, status, notes, history, updatedAt }: StoredApplication): PersonalStatus => ({
    jobId,
    status,
    notes,
    history: [...history],
    updatedAt,
  });

  /** `change` decides on the present record; it is asked again when somebody else wrote in between. */
  async function update(
    actor: Pick<Actor, 'userId'>,
    id: string,
    change: (present: StoredApplication | undefined) => { status: JobStatus | null; notes?: string | undefined },
  ): Promise<StoredApplication> {
    const job = await jobOf(actor, id);
    if (job === undefined) throw kernelErrors.not_found();
    for (let attempt = 1; ; attempt++) {
      const present = await store.of(actor.userId, job.id);
      const { status, notes } = change(present);
      const now = isoNow(platform.clock);
      const next: StoredApplication = {
        jobId: job.id,
        title: present?.title ?? job.title,
        company: present?.company ?? job.company,
        url: present?.url ?? job.url,
        status,
        notes: notes ?? present?.notes ?? '',
        history: advance(present?.history ?? [], { status, at: now }),
        updatedAt: now,
        version: (present?.version ?? 0) + 1,
      };
      try {
        const isNews = status !== present?.status;
        const more = isNews ? await onStatus?.(actor.userId, { job, status }) : [];
        await platform.commit(
          [...store.save(actor.userId, next), ...(more ?? [])],
          isNews ? onKept?.(actor.userId) : [],
        );
        return next;
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'table.condition_failed') || attempt === 5) throw error;
      }
    }
  }

  return {
    store,

    setStatus: async (
      actor: Actor,
      { id, status, notes }: { id: string; status: JobStatus | null; notes?: string | undefined },
    ): Promise<PersonalStatus> => view(await update(actor, id, () => ({ status, notes }))),

    /** Begins an application unless the person is further already. */
    async start(actor: Actor, id: string): Promise<void> {
      await update(actor, id, (present) => ({
        status: mayStart(present?.status) ? 'started' : (present?.status ?? null),
      }));
    },

    /** The text the person applied to first, where the posting says another one by now. */
    async appliedText(actor: Actor, id: string): Promise<AppliedText> {
      const job = await jobOf(actor, id);
      const record = job && (await store.of(actor.userId, job.id));
      const appliedAt = record?.history.find(({ status }) => status === 'applied')?.at;
      const changedAt = job?.changedAt;
      if (!job || appliedAt === undefined || changedAt === undefined || changedAt <= appliedAt)
        throw kernelErrors.not_found();
      const text = await textAt?.(job.id, appliedAt);
      if (text === undefined) throw kernelErrors.not_found();
      return { appliedAt, changedAt, title: text.title, description: text.description };
    },

    /** Status and notes by posting, for showing beside postings: of all, or of the given ones. */
    async personalOf(
      owner: string,
      jobIds?: readonly string[],
    ): Promise<ReadonlyMap<string, { status: JobStatus | null; notes: string }>> {
      const found = await (jobIds === undefined ? store.all(owner) : store.some(owner, jobIds));
      return new Map(found.map(({ jobId, status, notes }) => [jobId, { status, notes }]));
    },

    async list(actor: Actor, query: Output<(typeof applicationContract)['list']['query']>) {
      const owner = actor.userId;
      const { offset, page: pageDone } = pageOf(platform.cipher, { list: 'applications', owner, query });
      const all = (await store.all(owner))
        .filter((a) => (query.status === undefined ? a.status !== null : a.status === query.status))
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.jobId < b.jobId ? 1 : -1));
      const page = all.slice(offset, offset + query.limit);
      const [jobs, documents] = await Promise.all([
        jobsOf(
          actor,
          page.map((a) => a.jobId),
        ),
        documentsOf?.(owner) ?? [],
      ]);
      const byId = new Map(jobs.map((job) => [job.id, job]));
      const items = page.map((application): Application => {
        const job = byId.get(application.jobId);
        return {
          ...view(application),
          title: application.title,
          company: application.company,
          url: application.url,
          ...(job && { job: { ...job, personal: { status: application.status, notes: application.notes } } }),
          documents: documents
            .filter((d) => d.jobId === application.jobId)
            .map(({ id, kind, createdAt }) => ({ id, kind, ...(createdAt !== undefined && { createdAt }) })),
        };
      });
      return { items, page: pageDone(all.length) };
    },
  };
}

export type Applications = ReturnType<typeof createApplications>;
