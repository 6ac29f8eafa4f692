/** Postings: searching them, reading one, capturing one. Imports are in `import.service.ts`. */
import { posting, type SourcePosting } from '#shared/feed/posting.schema.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { AppError, kernelErrors } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Message } from '#shared/kernel/task.ts';
import { fold } from '#shared/kernel/text.ts';
import { foldReads } from '#shared/platform/folded-reads.ts';
import { pageOf } from '#shared/platform/paging.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { canonicalUrl } from './canonical-url.rules.ts';
import { createImport, type JobsChanged, type Taken } from './import.service.ts';
import type { Captured, JobQuery } from './job.contract.ts';
import { jobErrors } from './job.errors.ts';
import { createJobIndex, type JobFilter, rowOf } from './job.index.ts';
import type { Job, JobStatus } from './job.schema.ts';
import { createJobStore, type StoredPosting } from './job.store.ts';
import { createJobIndexReader } from './job-index.service.ts';
import { createJobIndexStore } from './job-index.store.ts';
import type { JobRow } from './job-row.rules.ts';
import { createMerges } from './merge.service.ts';
import { type Content, contentOfJob, newJob } from './posting.rules.ts';
import { postingWrites } from './posting.store.ts';
import { cleanText } from './text.rules.ts';
import { createUpkeep } from './upkeep.service.ts';
import { textOfVacancy } from './vacancy.rules.ts';
import { packVector } from './vector.rules.ts';

/** What a person noted about postings: by the applications service. */
export type PersonalNotes = (
  owner: string,
  jobIds: readonly string[],
) => Promise<ReadonlyMap<string, { status: JobStatus | null; notes: string }>>;

const MAX_CAPTURES = 1000;
/** People whose captures are kept at hand. */
const MOST_AT_HAND = 500;

export function createJobs(
  platform: Platform,
  {
    personalOf,
    onChange,
    onCapture,
    onOpen,
    isBoard = () => false,
  }: {
    personalOf: PersonalNotes;
    onChange?: JobsChanged;
    /** Told which posting a person kept; gives the tasks that follow. */
    onCapture?: (owner: string, jobId: string) => readonly Message[];
    /** Told which posting a person looks at whole. */
    onOpen?: (job: Job) => Promise<void>;
    /** Whether a source shows an employer's whole list, so that what it no longer shows was taken down. */
    isBoard?: (source: string) => boolean;
  },
) {
  const { clock, cipher } = platform;
  const table = foldReads(platform.table);
  const store = createJobStore({ table });
  const reader = createJobIndexReader({ store: createJobIndexStore({ table, blobs: platform.blobs }), clock });
  const atHand = new Map<string, { version: number; rows: readonly JobRow[] }>();
  const importer = createImport(platform, { store, showInIndex, ...(onChange && { onChange }) });
  const merges = createMerges(platform, { store, importer });
  const upkeep = createUpkeep(platform, { store, showInIndex, isBoard });

  /** Puts postings into the search index as they stand now. */
  async function showInIndex(postings: readonly StoredPosting[]): Promise<void> {
    const rows = postings.map(({ job, rev, urlKey, mergedInto }) =>
      rowOf(job, {
        rev,
        urlKey,
        seenAt: Date.parse(job.firstSeenAt ?? ''),
        gone: job.liveness === 'closed' || mergedInto !== undefined,
      }),
    );
    await reader.append(await withMeaning(rows, postings));
  }

  /** The rows with a vector of what each posting means, where a model gives vectors. */
  async function withMeaning(rows: readonly JobRow[], postings: readonly StoredPosting[]): Promise<readonly JobRow[]> {
    if (!platform.embeddings.enabled) return rows;
    const read = rows.flatMap((row, i) => {
      const job = postings[i]?.job;
      return row.fit === undefined || job === undefined ? [] : [{ id: row.id, text: textOfVacancy(job) }];
    });
    const vectors = await platform.embeddings.embed(read.map(({ text }) => text));
    const byId = new Map(read.map(({ id }, i) => [id, vectors[i]]));
    return rows.map((row) => {
      const vector = byId.get(row.id);
      return row.fit === undefined || vector === undefined
        ? row
        : { ...row, fit: { ...row.fit, vector: packVector(vector) } };
    });
  }

  /** A person's captures; read again only when they changed. */
  async function captures(owner: string): Promise<readonly JobRow[]> {
    const version = await store.capturesVersion(owner);
    const known = atHand.get(owner);
    const rows = known?.version === version ? known.rows : await store.captures(owner);
    atHand.delete(owner);
    atHand.set(owner, { version, rows });
    const [oldest] = atHand.keys();
    if (atHand.size > MOST_AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return rows;
  }

  const withVariantsAndNotes = (job: Job, notes: { status: JobStatus | null; notes: string } | undefined): Job => ({
    ...job,
    liveness: job.expiresAt !== undefined && Date.parse(job.expiresAt) < clock.now() ? 'closed' : job.liveness,
    ...(notes && { personal: { status: notes.status, notes: notes.notes } }),
  });

  /** A person's own capture, else the public posting; a capture a source has confirmed gives way to that. */
  async function find(actor: Pick<Actor, 'userId'>, id: string): Promise<Job | undefined> {
    const [own, posting] = await Promise.all([store.capture(actor.userId, id), store.of(id)]);
    if (own === undefined) return posting?.job;
    const { urlKey } = own.row;
    const publicId = urlKey === undefined ? undefined : (await store.byAddress([urlKey])).get(urlKey);
    const survivor = publicId === undefined ? undefined : await store.of(publicId);
    return survivor?.job ?? own.job;
  }

  /** Postings by id for one person, in order; what is gone or not theirs is left out. */
  async function findMany(actor: Pick<Actor, 'userId'>, ids: readonly string[]): Promise<Job[]> {
    const postings = await store.many(ids);
    const missing = ids.filter((id) => !postings.has(id));
    const own = missing.length > 0 ? await store.captureTexts(actor.userId, missing) : new Map<string, Job>();
    return ids.flatMap((id) => postings.get(id)?.job ?? own.get(id) ?? []);
  }

  return {
    ...upkeep,
    store,
    reader,
    captures,
    find,
    findMany,

    async get(actor: Actor, id: string): Promise<Job> {
      const [job, notes] = await Promise.all([find(actor, id), personalOf(actor.userId, [id])]);
      if (job === undefined) throw kernelErrors.not_found();
      await onOpen?.(job);
      const later = job.id === id ? notes : await personalOf(actor.userId, [job.id]);
      return withVariantsAndNotes(job, later.get(job.id) ?? notes.get(id));
    },

    async list(actor: Actor, query: JobQuery) {
      const owner = actor.userId;
      const { limit, cursor: _cursor, offset: _offset, facets, ...filters } = query;
      const { offset, page } = pageOf(cipher, { list: 'jobs', owner, query });
      // Two turns of reads: where things stand, then what the page shows.
      const [index, own] = await Promise.all([reader.get(), captures(owner)]);
      const found = index.page(
        { ...filters, postedSince: filters.postedSince === undefined ? undefined : Date.parse(filters.postedSince) },
        { now: clock.now(), own, offset, limit, facets: facets === true },
      );
      const captured = new Set(own.map((row) => row.id));
      const [postings, texts, notes] = await Promise.all([
        store.many(found.ids.filter((id) => !captured.has(id))),
        store.captureTexts(
          owner,
          found.ids.filter((id) => captured.has(id)),
        ),
        personalOf(owner, found.ids),
      ]);
      const jobs = found.ids.flatMap((id) => texts.get(id) ?? postings.get(id)?.job ?? []);
      return {
        items: jobs.map((job) => withVariantsAndNotes(job, notes.get(job.id))),
        page: page(found.total),
        ...(found.facets && { facets: found.facets }),
      };
    },

    /** Ids of open postings a person can see that pass a filter. */
    async passing(owner: string, filter: JobFilter): Promise<ReadonlySet<string>> {
      const [index, own] = await Promise.all([reader.get(), captures(owner)]);
      return index.passing(filter, { now: clock.now(), own });
    },

    /** Ids of open public postings that pass any of the filters: for saved searches. `fresh` asks the store at once. */
    async matching(filters: readonly JobFilter[], options: { fresh?: boolean } = {}): Promise<string[]> {
      const index = await reader.get(options);
      const now = clock.now();
      return [...new Set(filters.flatMap((filter) => index.search(filter, { now })))];
    },

    /** The same question asked of a few postings alone, many times over. */
    async among(ids: readonly string[]): Promise<(filters: readonly JobFilter[]) => string[]> {
      const few = createJobIndex();
      const now = clock.now();
      const postings = await store.many(ids);
      few.apply(
        [...postings.values()].map(({ job, version, urlKey }) => rowOf(job, { rev: version, urlKey, seenAt: now })),
      );
      return (filters) => [...new Set(filters.flatMap((filter) => few.search(filter, { now })))];
    },

    /** Keeps a posting for one person; `created` is false when its address was known already. */
    async capture(actor: Actor, input: Captured): Promise<{ job: Job; created: boolean }> {
      const owner = actor.userId;
      const urlKey = input.url === undefined ? undefined : canonicalUrl(input.url);
      if (input.url !== undefined && urlKey === undefined) throw jobErrors.url_not_allowed();
      const publicId = urlKey === undefined ? undefined : (await store.byAddress([urlKey])).get(urlKey);
      const known = publicId === undefined ? undefined : await store.of(publicId);
      if (known !== undefined) return { job: await this.get(actor, known.job.id), created: false };

      const natural = urlKey ?? `${fold(input.company)}\n${fold(input.title)}\n${fold(input.location ?? '')}`;
      const existing = await store.captureNamed(owner, natural);
      const id = existing ?? newId('job', clock.now());
      const given = posting({
        source: 'capture',
        sourceId: id,
        url: input.url ?? '',
        title: input.title,
        company: input.company,
        description: input.description,
        places: [{ text: input.location ?? '', city: null, region: null, country: null }],
      });
      if (cleanText(input.description) === '' || cleanText(input.title) === '') throw jobErrors.invalid();
      const job = newJob(given, { id, seenAt: new Date(clock.now()).toISOString() });
      const row = rowOf(job, { rev: clock.now(), urlKey, seenAt: clock.now() });
      if (existing === undefined && (await captures(owner)).length >= MAX_CAPTURES) throw jobErrors.too_many();
      try {
        await platform.commit(
          store.saveCapture(owner, { job, row, ...(existing === undefined && { natural }) }),
          onCapture?.(owner, id),
        );
      } catch (error) {
        // Two clicks at once: the first one made it.
        const first = await store.captureNamed(owner, natural);
        if (
          !(error instanceof AppError && error.code === 'table.condition_failed') ||
          first === undefined ||
          existing !== undefined
        )
          throw error;
        return { job: await this.get(actor, first), created: false };
      }
      // Who keeps a posting looks at lists next.
      const [kept] = await Promise.all([this.get(actor, id), captures(owner)]);
      return { job: kept, created: existing === undefined };
    },

    /** The text of a posting as it stood at an instant (ISO); undefined where that is no longer known. */
    async versionOf(jobId: string, at: string): Promise<Content | undefined> {
      const kept = await store.of(jobId);
      if (kept === undefined) return undefined;
      if (at >= kept.contentAt) return contentOfJob(kept.job);
      return (await store.versions(kept.job.id)).findLast((version) => version.at <= at)?.content;
    },

    /** Keeps the text as it stands for good, because somebody applied to it. */
    async keepVersion(jobId: string): Promise<void> {
      const kept = await store.of(jobId);
      if (kept === undefined) return;
      const { job, contentAt } = kept;
      await table.write(await postingWrites.keptVersion(job.id, { at: contentAt, content: contentOfJob(job) }));
    },

    /** For admins: who says what of a posting, and taking a wrongly merged source out again. */
    merges,

    /** Index rows and tasks that a crash left owing. */
    repair: (): Promise<void> => importer.repair(),

    /** What sources brought: each is created, merged, updated or unchanged, or refused with a code. */
    take: (postings: readonly SourcePosting[]): Promise<Taken> => importer.take(postings),

    import: (_actor: Actor, jobs: readonly unknown[]): Promise<Taken> => importer.import(jobs),
  };
}

export type Jobs = ReturnType<typeof createJobs>;
