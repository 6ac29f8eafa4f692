/**
 * Postings and the keys they are known by. `JOB#j → POSTING`; natural keys `SOURCE#h`, `ADDRESS#h` → POSTING are items
 * written conditionally in the posting's own transaction, so two imports at once cannot create one vacancy twice;
 * `EMPLOYER#h → JOB#j` is where look-alikes are sought. Private captures: `USER#u → JOB#j` (row) and `JOBTEXT#j`.
 * The search index lies in blobs as immutable segments; `JOBINDEX → POINTER` names them.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { AppError } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import type { JobRow } from './job.index.ts';
import type { Job } from './job.schema.ts';
import type { Absent } from './liveness.rules.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A posting with what only we need to know: content hash per source, why each source was merged in, and a version. */
export type StoredPosting = {
  job: Job;
  version: number;
  /** `source\nsourceId` → hash of what that source last said. */
  hashes: Readonly<Record<string, string>>;
  /** Why a source was merged in; kept so that a merge can be explained and undone. */
  edges: readonly { source: string; sourceId: string; why: string; at: string }[];
  /** How good the text shown is: an employer's own board 2, a full text 1, an excerpt 0. */
  rank: number;
  urlKey?: string | undefined;
  mergedInto?: string | undefined;
  /** Sources that do not show it any more; see `liveness.rules.ts`. */
  absent?: Absent | undefined;
};

/** What the employer's partition says of a posting: enough to see whether comparing texts is worth it. */
export type Sibling = { id: string; title: string; location: string; url: string; source: string };

type PostingRow = Row & StoredPosting;
type Segment = { key: string; count: number };
type PointerRow = Row & { version: number; segments: Segment[]; retired: Segment[] };

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);
/** A hash of a posting's content as one source gives it. */
export const contentHash = (value: unknown): string => digest(JSON.stringify(value));

/** Segments of a like size are merged when this many stand in a row: each row is rewritten at most once per size. */
const MERGE_AT = 8;
const tierOf = (count: number): number => Math.floor(Math.log2(Math.max(1, count / 64)) / 3);

export function createJobStore({ table, blobs }: Pick<Platform, 'table' | 'blobs'>) {
  const jobKey = (id: string) => key(['JOB', id], ['POSTING']);
  const sourceKey = (source: string, sourceId: string) =>
    key(['SOURCE', digest(`${source}\n${sourceId}`)], ['POSTING']);
  const addressKey = (canonical: string) => key(['ADDRESS', digest(canonical)], ['POSTING']);
  const employerPk = (employer: string) => key(['EMPLOYER', digest(employer)], ['JOB']).pk;
  const captureKey = (owner: string, id: string) => key(['USER', owner], ['JOB', id]);
  const captureTextKey = (owner: string, id: string) => key(['USER', owner], ['JOBTEXT', id]);
  const captureNameKey = (owner: string, natural: string) => key(['USER', owner], ['CAPTURE', digest(natural)]);
  const pointerKey = key(['JOBINDEX'], ['POINTER']);

  const fromRow = ({ job, version, hashes, edges, rank, urlKey, mergedInto, absent }: PostingRow): StoredPosting => ({
    job,
    version,
    hashes,
    edges,
    rank,
    urlKey,
    mergedInto,
    absent,
  });
  const isJobId = (id: string) => /^job_\w+$/.test(id);

  return {
    /** The posting, a merged-away id followed to its survivor. */
    async of(id: string): Promise<StoredPosting | undefined> {
      let row = isJobId(id) ? await table.get<PostingRow>(jobKey(id)) : undefined;
      for (let hops = 0; row?.mergedInto !== undefined && hops < 5; hops++)
        row = await table.get<PostingRow>(jobKey(row.mergedInto));
      return row && fromRow(row);
    },

    async many(ids: readonly string[]): Promise<Map<string, StoredPosting>> {
      const rows = await table.getMany<PostingRow>(ids.filter(isJobId).map(jobKey));
      return new Map(rows.map((row) => [row.job.id, fromRow(row)]));
    },

    /** Ids of the postings known under these source ids, in order. */
    async bySource(pairs: readonly { source: string; sourceId: string }[]): Promise<(string | undefined)[]> {
      const keys = pairs.map((p) => sourceKey(p.source, p.sourceId));
      const rows = await table.getMany<Row & { jobId: string }>(uniqueKeys(keys));
      const found = new Map(rows.map((row) => [row.pk, row.jobId]));
      return keys.map(({ pk }) => found.get(pk));
    },

    async byAddress(canonical: readonly string[]): Promise<Map<string, string>> {
      const keys = canonical.map((c) => ({ canonical: c, ...addressKey(c) }));
      const rows = await table.getMany<Row & { jobId: string }>(uniqueKeys(keys));
      const found = new Map(rows.map((row) => [row.pk, row.jobId]));
      return new Map(
        keys.flatMap(({ canonical: c, pk }) => {
          const id = found.get(pk);
          return id === undefined ? [] : [[c, id] as const];
        }),
      );
    },

    async siblings(employer: string): Promise<Sibling[]> {
      const rows = await table.query<Row & Sibling>({
        pk: employerPk(employer),
        prefix: prefixOf(['JOB']),
        limit: 2000,
      });
      return rows.map(({ id, title, location, url, source }) => ({ id, title, location, url, source }));
    },

    /** Writes of a new posting with the keys it is known by; fails as a whole when any of them is taken. */
    create(posting: StoredPosting, employer: string): Write[] {
      const { job } = posting;
      const fresh = { exists: false };
      return [
        { put: { ...jobKey(job.id), ...posting }, when: fresh },
        ...job.sources.map(
          ({ source, sourceId }): Write => ({ put: { ...sourceKey(source, sourceId), jobId: job.id }, when: fresh }),
        ),
        ...(posting.urlKey === undefined
          ? []
          : [{ put: { ...addressKey(posting.urlKey), jobId: job.id }, when: fresh }]),
        this.sibling(posting, employer),
      ];
    },

    sibling({ job }: StoredPosting, employer: string): Write {
      const row: Sibling = {
        id: job.id,
        title: job.title,
        location: job.location.text,
        url: job.url,
        source: job.sources[0]?.source ?? '',
      };
      return { put: { pk: employerPk(employer), sk: key(['EMPLOYER'], ['JOB', job.id]).sk, ...row } };
    },

    /** The write that replaces the version before this one; fails when somebody else did in between. */
    replace: (posting: StoredPosting): Write => ({
      put: { ...jobKey(posting.job.id), ...posting },
      when: { equals: { version: posting.version - 1 } },
    }),

    nameSource: (jobId: string, { source, sourceId }: { source: string; sourceId: string }): Write => ({
      put: { ...sourceKey(source, sourceId), jobId },
      when: { exists: false },
    }),
    nameAddress: (jobId: string, canonical: string): Write => ({
      put: { ...addressKey(canonical), jobId },
      when: { exists: false },
    }),

    // Private captures.
    async capture(owner: string, id: string): Promise<{ job: Job; row: JobRow } | undefined> {
      if (!isJobId(id)) return undefined;
      const [head, text] = await Promise.all([
        table.get<Row & { row: JobRow }>(captureKey(owner, id)),
        table.get<Row & { job: Job }>(captureTextKey(owner, id)),
      ]);
      return head && text && { job: text.job, row: head.row };
    },
    async captures(owner: string): Promise<JobRow[]> {
      const rows = await table.query<Row & { row: JobRow }>({
        pk: captureKey(owner, 'x').pk,
        prefix: prefixOf(['JOB']),
      });
      return rows.map(({ row }) => row);
    },
    async captureTexts(owner: string, ids: readonly string[]): Promise<Map<string, Job>> {
      const rows = await table.getMany<Row & { job: Job }>(ids.filter(isJobId).map((id) => captureTextKey(owner, id)));
      return new Map(rows.map(({ job }) => [job.id, job]));
    },
    /** The capture a person has under a natural key (address, or title and employer where there is none). */
    async captureNamed(owner: string, natural: string): Promise<string | undefined> {
      return (await table.get<Row & { jobId: string }>(captureNameKey(owner, natural)))?.jobId;
    },
    /** Writes of a capture; `natural` also when it is new. */
    saveCapture: (owner: string, { job, row, natural }: { job: Job; row: JobRow; natural?: string }): Write[] => [
      { put: { ...captureKey(owner, job.id), row } },
      { put: { ...captureTextKey(owner, job.id), job } },
      ...(natural === undefined
        ? []
        : [{ put: { ...captureNameKey(owner, natural), jobId: job.id }, when: { exists: false } }]),
      aliveCheck(owner),
    ],

    // The search index.
    async pointer(): Promise<{ version: number; segments: readonly Segment[]; retired: readonly Segment[] }> {
      const row = await table.get<PointerRow>(pointerKey);
      return { version: row?.version ?? 0, segments: row?.segments ?? [], retired: row?.retired ?? [] };
    },
    async segment(name: string): Promise<JobRow[]> {
      const bytes = await blobs.get(name);
      if (bytes === undefined) throw new Error(`The index names a segment that is not there: ${name}`);
      return JSON.parse((await unpack(bytes)).toString('utf8')) as JobRow[];
    },
    async writeSegment(rows: readonly JobRow[]): Promise<Segment> {
      const name = `jobs/index/${newId('import')}.json.gz`;
      await blobs.put(name, await pack(JSON.stringify(rows)), { contentType: 'application/gzip' });
      return { key: name, count: rows.length };
    },

    /**
     * Adds rows to the index: a new segment, then the pointer moved if nobody else moved it meanwhile. Runs of segments
     * of one size are merged on the way, so their number grows with the logarithm of the postings.
     */
    async appendRows(rows: readonly JobRow[]): Promise<void> {
      if (rows.length === 0) return;
      let added = await this.writeSegment(rows);
      for (let attempt = 1; ; attempt++) {
        const { version, segments, retired } = await this.pointer();
        const kept = [...segments];
        const merged: Segment[] = [];
        for (let run = trailingRun(kept, added); run.length + 1 >= MERGE_AT; run = trailingRun(kept, added)) {
          const older = await Promise.all([...run, added].map((s) => this.segment(s.key)));
          merged.push(...run, added);
          kept.length -= run.length;
          added = await this.writeSegment(newest(older.flat()));
        }
        try {
          await table.write({
            put: {
              ...pointerKey,
              version: version + 1,
              segments: [...kept, added],
              retired: merged.length > 0 ? merged : [...retired],
            },
            when: version === 0 ? { exists: false } : { equals: { version } },
          });
          // Merged segments outlive their pointer by one merge: a reader may still be loading them.
          if (merged.length > 0) await blobs.remove(retired.map((s) => s.key));
          return;
        } catch (error) {
          if (!(error instanceof AppError && error.code === 'table.condition_failed') || attempt === 8) throw error;
          added = await this.writeSegment(rows);
        }
      }
    },

    async exportUser(owner: string): Promise<unknown> {
      const rows = await this.captures(owner);
      return [
        ...(
          await this.captureTexts(
            owner,
            rows.map((r) => r.id),
          )
        ).values(),
      ];
    },
    async eraseUser(owner: string): Promise<void> {
      const { pk } = captureKey(owner, 'x');
      for (const kind of ['JOB', 'JOBTEXT', 'CAPTURE'])
        for (const row of await table.query({ pk, prefix: prefixOf([kind]) }))
          await table.write({ remove: { pk: row.pk, sk: row.sk } });
    },
  };
}

export type JobStore = ReturnType<typeof createJobStore>;

/** BatchGetItem refuses a key given twice. */
function uniqueKeys<K extends { pk: string; sk: string }>(keys: readonly K[]): { pk: string; sk: string }[] {
  return [...new Map(keys.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }])).values()];
}

/** The last segments in a row that are no larger in kind than the one to be added. */
function trailingRun(segments: readonly Segment[], added: Segment): Segment[] {
  let start = segments.length;
  while (start > 0 && tierOf(segments[start - 1]?.count ?? 0) <= tierOf(added.count)) start--;
  return segments.slice(start);
}

function newest(rows: readonly JobRow[]): JobRow[] {
  const byId = new Map<string, JobRow>();
  for (const row of rows) if ((byId.get(row.id)?.rev ?? -1) < row.rev) byId.set(row.id, row);
  return [...byId.values()];
}
