/** `USER#u → RESUME#r | RESUMEACTIVE | REVIEW#r`, so that one query gives all and which is active; the file and what was read from it lie in blobs under the owner's prefix. */
import type { Platform } from '#shared/platform/platform.ts';
import { joinKey, key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { Reading, type ResumeStatus } from './resume.schema.ts';
import { type Decisions, Review } from './review.schema.ts';

export type StoredResume = {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly contentType: string;
  readonly status: ResumeStatus;
  readonly progress: number;
  readonly attempt: number;
  readonly uploadedAt: string;
  /** How many pages have been read from their pictures, while that goes on. */
  readonly pages?: { readonly done: number; readonly of: number } | undefined;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
};

type ResumeRow = Row & Omit<StoredResume, 'fileName'> & { fileName: string };
type ActiveRow = Row & { resumeId: string };
type ReviewRow = Row & { version: number; decisions: string };

const isResumeId = (id: string): boolean => /^res_\w+$/.test(id);
const isResume = (row: ResumeRow | ActiveRow): row is ResumeRow => row.sk.startsWith(prefixOf(['RESUME']));

export function createResumeStore({ table, blobs, cipher }: Pick<Platform, 'table' | 'blobs' | 'cipher'>) {
  const rowKey = (owner: string, id: string) => key(['USER', owner], ['RESUME', id]);
  const activeKey = (owner: string) => key(['USER', owner], ['RESUMEACTIVE']);
  const reviewKey = (owner: string, id: string) => key(['USER', owner], ['REVIEW', id]);
  const folder = (owner: string, id: string) => `users/${joinKey([owner])}/resumes/${joinKey([id])}`;
  const fileKey = (owner: string, id: string) => `${folder(owner, id)}/file`;
  const readingKey = (owner: string, id: string) => `${folder(owner, id)}/reading`;

  const fromRow = (owner: string, { pk: _pk, sk: _sk, ttl: _ttl, fileName, ...rest }: ResumeRow): StoredResume => ({
    ...rest,
    fileName: cipher.open({ owner, field: 'fileName' }, fileName),
  });

  return {
    /** Where a browser may put the file; what arrived is copied to {@link saveFile}'s place before anything trusts it. */
    uploadKey: (owner: string, id: string) => `${folder(owner, id)}/upload`,

    create: (owner: string, resume: StoredResume): Write => ({
      put: {
        ...rowKey(owner, resume.id),
        ...resume,
        fileName: cipher.seal({ owner, field: 'fileName' }, resume.fileName),
      },
      when: { exists: false },
    }),

    async of(owner: string, id: string): Promise<StoredResume | undefined> {
      if (!isResumeId(id)) return undefined;
      const row = await table.get<ResumeRow>(rowKey(owner, id));
      return row && fromRow(owner, row);
    },

    /** Newest first, and which one is active, in one query. */
    async all(owner: string): Promise<{ resumes: StoredResume[]; active: string | undefined }> {
      const { pk, sk } = activeKey(owner);
      const rows = await table.query<ResumeRow | ActiveRow>({ pk, prefix: 'RESUME', descending: true });
      const active = rows.find((row): row is ActiveRow => row.sk === sk)?.resumeId;
      return { resumes: rows.flatMap((row) => (isResume(row) ? fromRow(owner, row) : [])), active };
    },

    /** Moves the state on, only while the resume exists and no later attempt has begun. */
    update: (
      owner: string,
      id: string,
      set: Partial<Omit<StoredResume, 'id' | 'fileName'>> & { attempt: number },
    ): Write => ({
      update: rowKey(owner, id),
      set: { ...set, ...(set.error === undefined ? {} : { error: set.error }) },
      unset: set.error === undefined ? ['error'] : [],
      when: { exists: true, below: { attempt: set.attempt + 1 } },
    }),

    /** The end of reading, once: of deliveries that run at the same time only the first may write it. */
    finish: (owner: string, id: string, attempt: number): Write => ({
      update: rowKey(owner, id),
      set: { status: 'read', progress: 1, attempt },
      unset: ['error'],
      when: { exists: true, equals: { attempt, status: 'reading' } },
    }),

    async active(owner: string): Promise<string | undefined> {
      return (await table.get<ActiveRow>(activeKey(owner)))?.resumeId;
    },
    activate: (owner: string, resumeId: string): Write => ({ put: { ...activeKey(owner), resumeId } }),

    async saveFile(owner: string, id: string, file: { bytes: Uint8Array; contentType: string }): Promise<void> {
      await blobs.put(fileKey(owner, id), file.bytes, { contentType: file.contentType });
    },
    file: (owner: string, id: string) => blobs.get(fileKey(owner, id)),
    downloadUrl: (owner: string, { id, fileName }: StoredResume) => blobs.downloadUrl(fileKey(owner, id), { fileName }),

    async saveReading(owner: string, id: string, reading: Reading): Promise<void> {
      const sealed = cipher.seal({ owner, field: `reading:${id}` }, JSON.stringify(reading));
      await blobs.put(readingKey(owner, id), new TextEncoder().encode(sealed), {
        contentType: 'application/octet-stream',
      });
    },
    /** What was read last; undefined before, and for ids that are not this person's. */
    async reading(owner: string, id: string): Promise<Reading | undefined> {
      if (!isResumeId(id)) return undefined;
      const bytes = await blobs.get(readingKey(owner, id));
      if (bytes === undefined) return undefined;
      return Reading.parse(JSON.parse(cipher.open({ owner, field: `reading:${id}` }, new TextDecoder().decode(bytes))));
    },

    /** What was decided about the file, and the version to save on top of; version 0 where nothing was. */
    async review(owner: string, id: string): Promise<{ decisions: Decisions; version: number }> {
      const row = await table.get<ReviewRow>(reviewKey(owner, id));
      if (row === undefined) return { decisions: {}, version: 0 };
      const opened = cipher.open({ owner, field: `review:${id}` }, row.decisions);
      return { ...Review.parse({ decisions: JSON.parse(opened) }), version: row.version };
    },
    /** Fails with index 0 where the file is gone, with index 1 where somebody else decided in between. */
    saveReview: (
      owner: string,
      id: string,
      { decisions, version }: { decisions: Decisions; version: number },
    ): Write[] => [
      { check: rowKey(owner, id), when: { exists: true } },
      {
        put: {
          ...reviewKey(owner, id),
          version,
          decisions: cipher.seal({ owner, field: `review:${id}` }, JSON.stringify(decisions)),
        },
        when: version === 1 ? { exists: false } : { equals: { version: version - 1 } },
      },
    ],

    async remove(owner: string, id: string): Promise<void> {
      if ((await this.active(owner)) === id) await table.write({ remove: activeKey(owner) });
      await table.write({ remove: rowKey(owner, id) });
      await table.write({ remove: reviewKey(owner, id) });
      await this.removeFiles(owner, id);
    },
    removeReading: (owner: string, id: string): Promise<void> => blobs.remove([readingKey(owner, id)]),
    removeFiles: (owner: string, id: string): Promise<void> => blobs.removePrefix(`${folder(owner, id)}/`),

    async exportUser(owner: string): Promise<unknown> {
      const { resumes } = await this.all(owner);
      return Promise.all(
        resumes.map(async (resume) => ({
          ...resume,
          read: (await this.reading(owner, resume.id))?.resume,
          decisions: (await this.review(owner, resume.id)).decisions,
          file: `/api/v1/resumes/${resume.id}/download`,
        })),
      );
    },
    async eraseUser(owner: string): Promise<void> {
      for (const { id } of (await this.all(owner)).resumes) await this.remove(owner, id);
      await table.write({ remove: activeKey(owner) });
    },
  };
}

export type ResumeStore = ReturnType<typeof createResumeStore>;
