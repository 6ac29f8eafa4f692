/** Postings (see `posting.store.ts`) and private captures: `USER#u → JOB#j` (row of the index) and `JOBTEXT#j`. */
import { createHash } from 'node:crypto';
import type { Platform } from '#shared/platform/platform.ts';
import { key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import type { Job } from './job.schema.ts';
import type { JobRow } from './job-row.rules.ts';
import { createPostingStore } from './posting.store.ts';

export type { StoredPosting } from './posting.store.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);
export function createJobStore({ table }: Pick<Platform, 'table'>) {
  const captureKey = (owner: string, id: string) => key(['USER', owner], ['JOB', id]);
  const captureTextKey = (owner: string, id: string) => key(['USER', owner], ['JOBTEXT', id]);
  /** Moves with every change to a person's captures, so that who has read them need not read them again. */
  const capturedKey = (owner: string) => key(['USER', owner], ['CAPTURED']);
  const captureNameKey = (owner: string, natural: string) => key(['USER', owner], ['CAPTURE', digest(natural)]);

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
    async capturesVersion(owner: string): Promise<number> {
      return (await table.get<Row & { version: number }>(capturedKey(owner)))?.version ?? 0;
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
      { update: capturedKey(owner), add: { version: 1 } },
      ...(natural === undefined
        ? []
        : [{ put: { ...captureNameKey(owner, natural), jobId: job.id }, when: { exists: false } }]),
      aliveCheck(owner),
    ],

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
      await table.write({ remove: capturedKey(owner) });
    },
  };
}

export type JobStore = ReturnType<typeof createJobStore>;
