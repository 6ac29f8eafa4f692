/** `USER#u → APPLICATION#j`; notes are sealed. */
import type { JobStatus } from '#shared/job/job.schema.ts';
import { foldReads } from '#shared/platform/folded-reads.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import type { Step } from './history.rules.ts';

export type StoredApplication = {
  jobId: string;
  status: JobStatus | null;
  notes: string;
  history: readonly Step[];
  /** The posting's words when the person first acted on it. */
  title: string;
  company: string;
  url: string;
  updatedAt: string;
  version: number;
};

type ApplicationRow = Row & StoredApplication;

export function createApplicationStore({ table, cipher }: Pick<Platform, 'table' | 'cipher'>) {
  const rowKey = (owner: string, jobId: string) => key(['USER', owner], ['APPLICATION', jobId]);
  const fieldOf = (jobId: string) => `application:${jobId}`;
  const fromRow = (owner: string, row: ApplicationRow): StoredApplication => ({
    jobId: row.jobId,
    status: row.status,
    notes: cipher.open({ owner, field: fieldOf(row.jobId) }, row.notes),
    history: row.history,
    title: row.title,
    company: row.company,
    url: row.url,
    updatedAt: row.updatedAt,
    version: row.version,
  });

  return {
    async of(owner: string, jobId: string): Promise<StoredApplication | undefined> {
      if (!/^job_\w+$/.test(jobId)) return undefined;
      const row = await table.get<ApplicationRow>(rowKey(owner, jobId));
      return row && fromRow(owner, row);
    },
    /** Those of these postings that the person has anything on. */
    async some(owner: string, jobIds: readonly string[]): Promise<StoredApplication[]> {
      const keys = [...new Set(jobIds)].filter((id) => /^job_\w+$/.test(id)).map((id) => rowKey(owner, id));
      return (await foldReads(table).getMany<ApplicationRow>(keys)).map((row) => fromRow(owner, row));
    },
    async all(owner: string): Promise<StoredApplication[]> {
      const rows = await table.query<ApplicationRow>({ pk: rowKey(owner, 'x').pk, prefix: prefixOf(['APPLICATION']) });
      return rows.map((row) => fromRow(owner, row));
    },
    /** Replaces the version before this one; fails when it changed meanwhile. */
    save: (owner: string, application: StoredApplication): Write[] => [
      {
        put: {
          ...rowKey(owner, application.jobId),
          ...application,
          history: [...application.history],
          notes: cipher.seal({ owner, field: fieldOf(application.jobId) }, application.notes),
        },
        when: application.version === 1 ? { exists: false } : { equals: { version: application.version - 1 } },
      },
      aliveCheck(owner),
    ],
    exportUser(owner: string): Promise<unknown> {
      return this.all(owner);
    },
    async eraseUser(owner: string): Promise<void> {
      for (const { jobId } of await this.all(owner)) await table.write({ remove: rowKey(owner, jobId) });
    },
  };
}

export type ApplicationStore = ReturnType<typeof createApplicationStore>;
