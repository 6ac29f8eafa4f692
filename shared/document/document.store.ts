/**
 * `USER#u → GENERATION#g | DOCUMENT#d`; what was asked for, what documents say and their files lie in blobs under the
 * owner's prefix. A generation's stage only grows: 0 queued, 1 running, 2 done or failed. As in every store, methods take
 * the owner and the id before what is written.
 */
import { z } from 'zod';
import type { Platform } from '#shared/platform/platform.ts';
import { joinKey, key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import { GeneratedDocument, Warning } from './document.schema.ts';
import { DocumentModel, Tone } from './model.schema.ts';

/** What a generation was asked for; the posting as it stood then. */
export const StoredRequest = z.object({
  kinds: z.array(z.enum(['resume', 'coverLetter'])).optional(),
  tone: Tone.optional(),
  language: z.string().optional(),
  jobUrl: z.string().optional(),
  posting: z
    .object({
      title: z.string(),
      company: z.string(),
      description: z.string(),
      skills: z.array(z.string()).readonly().optional(),
      country: z.string().optional(),
    })
    .optional(),
  edits: z
    .object({ documentId: z.string(), lines: z.array(z.object({ index: z.number(), text: z.string().nullable() })) })
    .optional(),
});
export type StoredRequest = z.infer<typeof StoredRequest>;

export type StoredGeneration = {
  readonly id: string;
  readonly stage: number;
  readonly status: 'queued' | 'running' | 'done' | 'failed';
  readonly progress: number;
  readonly jobId?: string | undefined;
  /** Ids the documents get, by kind; fixed before the task leaves, so that a repeated delivery writes the same ones. */
  readonly documentIds: Readonly<Record<'resume' | 'coverLetter', string>>;
  readonly made: readonly string[];
  readonly profileVersion?: number | undefined;
  readonly wording?: 'own' | 'model' | undefined;
  readonly createdAt: string;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
};

export type StoredDocument = {
  readonly id: string;
  readonly kind: 'resume' | 'coverLetter';
  readonly generationId: string;
  readonly jobId?: string | undefined;
  readonly title: string;
  readonly company: string;
  readonly fileName: string;
  readonly formats: readonly ('pdf' | 'docx' | 'txt')[];
  readonly size: number;
  readonly rating?: number | undefined;
  readonly comment?: string | undefined;
  readonly createdAt: string;
};

const Content = z.object({ document: GeneratedDocument, model: DocumentModel });
/** What a document says, and the structure behind its files. */
export type StoredContent = z.infer<typeof Content>;

const Warnings = z.array(Warning);
const SEALED = ['title', 'company', 'fileName', 'comment'] as const;
const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export function createDocumentStore({ table, blobs, cipher }: Pick<Platform, 'table' | 'blobs' | 'cipher'>) {
  const pk = (owner: string) => key(['USER', owner], ['X']).pk;
  const generationKey = (owner: string, id: string) => key(['USER', owner], ['GENERATION', id]);
  const documentKey = (owner: string, id: string) => key(['USER', owner], ['DOCUMENT', id]);
  const folder = (owner: string) => `users/${joinKey([owner])}/documents/`;
  const path = (owner: string, parts: { id: string; part: string }) =>
    `${folder(owner)}${joinKey([parts.id])}/${parts.part}`;

  async function saveSealed(
    owner: string,
    { id, part, value }: { id: string; part: string; value: unknown },
  ): Promise<void> {
    const sealed = cipher.seal({ owner, field: `${part}:${id}` }, JSON.stringify(value));
    await blobs.put(path(owner, { id, part }), new TextEncoder().encode(sealed), {
      contentType: 'application/octet-stream',
    });
  }
  async function readSealed<T>(
    owner: string,
    { id, part, schema }: { id: string; part: string; schema: z.ZodType<T> },
  ): Promise<T | undefined> {
    const bytes = await blobs.get(path(owner, { id, part }));
    if (bytes === undefined) return undefined;
    return schema.parse(JSON.parse(cipher.open({ owner, field: `${part}:${id}` }, new TextDecoder().decode(bytes))));
  }

  const context = (owner: string, { id, field }: { id: string; field: string }) => ({
    owner,
    field: `document:${id}:${field}`,
  });
  const toRow = (owner: string, document: StoredDocument): Row => {
    const row: Record<string, unknown> = { ...document };
    for (const field of SEALED) {
      const value = document[field];
      if (value !== undefined) row[field] = cipher.seal(context(owner, { id: document.id, field }), value);
    }
    return { ...documentKey(owner, document.id), ...row };
  };
  const fromRow = (owner: string, { pk: _pk, sk: _sk, ttl: _ttl, ...row }: Row & StoredDocument): StoredDocument => {
    const open = (field: (typeof SEALED)[number]) =>
      cipher.open(context(owner, { id: row.id, field }), row[field] ?? '');
    return {
      ...row,
      title: open('title'),
      company: open('company'),
      fileName: open('fileName'),
      ...(row.comment !== undefined && { comment: open('comment') }),
    };
  };

  return {
    saveRequest: (owner: string, id: string, request: StoredRequest) =>
      saveSealed(owner, { id, part: 'request', value: request }),
    request: (owner: string, id: string) => readSealed(owner, { id, part: 'request', schema: StoredRequest }),

    /** A new generation, unless the person was erased in between. */
    create: (owner: string, generation: StoredGeneration): Write[] => [
      { put: { ...generationKey(owner, generation.id), ...generation }, when: { exists: false } },
      aliveCheck(owner),
    ],

    async generation(owner: string, id: string): Promise<StoredGeneration | undefined> {
      if (!/^gen_\w+$/.test(id)) return undefined;
      return table.get<Row & StoredGeneration>(generationKey(owner, id));
    },

    /** Moves the state on; fails with `table.condition_failed` when it stands there or further already. */
    advance: (
      owner: string,
      id: string,
      set: Partial<Omit<StoredGeneration, 'id' | 'createdAt'>> & { stage: number },
    ): Write => ({
      update: generationKey(owner, id),
      set,
      when: { exists: true, below: { stage: set.stage === 1 ? 2 : set.stage } },
    }),

    /** Everything a finished generation leaves, in one transaction with its new state. */
    finish: (
      owner: string,
      generation: { id: string; set: Partial<StoredGeneration> & { stage: number } },
      documents: readonly StoredDocument[],
    ): Write[] => [
      {
        update: generationKey(owner, generation.id),
        set: generation.set,
        when: { exists: true, below: { stage: generation.set.stage } },
      },
      ...documents.map((document): Write => ({ put: toRow(owner, document) })),
      aliveCheck(owner),
    ],

    saveWarnings: (owner: string, id: string, warnings: readonly Warning[]) =>
      saveSealed(owner, { id, part: 'warnings', value: warnings }),
    warnings: async (owner: string, id: string) =>
      (await readSealed(owner, { id, part: 'warnings', schema: Warnings })) ?? [],

    async document(owner: string, id: string): Promise<StoredDocument | undefined> {
      if (!/^doc_\w+$/.test(id)) return undefined;
      const row = await table.get<Row & StoredDocument>(documentKey(owner, id));
      return row && fromRow(owner, row);
    },
    /** Newest first. */
    async all(owner: string): Promise<StoredDocument[]> {
      const rows = await table.query<Row & StoredDocument>({
        pk: pk(owner),
        prefix: prefixOf(['DOCUMENT']),
        descending: true,
      });
      return rows.map((row) => fromRow(owner, row));
    },
    rate: (
      owner: string,
      id: string,
      { rating, comment }: { rating: number; comment?: string | undefined },
    ): Write => ({
      update: documentKey(owner, id),
      set: {
        rating,
        ...(comment !== undefined && { comment: cipher.seal(context(owner, { id, field: 'comment' }), comment) }),
      },
      unset: comment === undefined ? ['comment'] : [],
      when: { exists: true },
    }),

    saveContent: (owner: string, id: string, content: StoredContent) =>
      saveSealed(owner, { id, part: 'content', value: content }),
    content: (owner: string, id: string) => readSealed(owner, { id, part: 'content', schema: Content }),

    async saveFile(
      owner: string,
      id: string,
      { format, bytes }: { format: 'pdf' | 'docx'; bytes: Uint8Array },
    ): Promise<void> {
      await blobs.put(path(owner, { id, part: `file.${format}` }), bytes, { contentType: TYPES[format] });
    },
    file: (owner: string, id: string, format: 'pdf' | 'docx') => blobs.get(path(owner, { id, part: `file.${format}` })),

    async exportUser(owner: string): Promise<unknown> {
      const documents = await this.all(owner);
      return Promise.all(
        documents.map(async (document) => {
          const content = await this.content(owner, document.id);
          return {
            ...document,
            text: content?.document.text,
            trace: content?.document.trace,
            files: document.formats.map((format) => `/api/v1/documents/${document.id}/download?format=${format}`),
          };
        }),
      );
    },
    async eraseUser(owner: string): Promise<void> {
      for (const prefix of ['GENERATION', 'DOCUMENT'])
        for (const { pk: rowPk, sk } of await table.query<Row>({ pk: pk(owner), prefix: prefixOf([prefix]) }))
          await table.write({ remove: { pk: rowPk, sk } });
      await blobs.removePrefix(folder(owner));
    },
  };
}

export type DocumentStore = ReturnType<typeof createDocumentStore>;
