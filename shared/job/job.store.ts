/**
 * Postings (see `posting.store.ts`), private captures `USER#u → JOB#j` (row) and `JOBTEXT#j`, and the search index, which
 * lies in blobs as immutable segments; `JOBINDEX → POINTER` names them.
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
import { createPostingStore } from './posting.store.ts';

export type { StoredPosting } from './posting.store.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

type Segment = { key: string; count: number };
type PointerRow = Row & { version: number; segments: Segment[]; retired: Segment[] };

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);
/** Segments of a like size are merged when this many stand in a row: each row is rewritten at most once per size. */
const MERGE_AT = 8;
const tierOf = (count: number): number => Math.floor(Math.log2(Math.max(1, count / 64)) / 3);

export function createJobStore({ table, blobs }: Pick<Platform, 'table' | 'blobs'>) {
  const captureKey = (owner: string, id: string) => key(['USER', owner], ['JOB', id]);
  const captureTextKey = (owner: string, id: string) => key(['USER', owner], ['JOBTEXT', id]);
  const captureNameKey = (owner: string, natural: string) => key(['USER', owner], ['CAPTURE', digest(natural)]);
  const pointerKey = key(['JOBINDEX'], ['POINTER']);

  const isJobId = (id: string) => /^job_\w+$/.test(id);

  return {
    ...createPostingStore({ table }),

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
