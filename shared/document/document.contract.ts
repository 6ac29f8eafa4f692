/** Tailored documents: making them, following that, listing, downloading and rating them. */
import { z } from 'zod';
import { binary, endpoint, Page, PageQuery } from '#shared/kernel/endpoint.ts';
import { DocumentKind, Generation } from './document.schema.ts';
import { Tone } from './model.schema.ts';

const Id = z.object({ id: z.string().max(80) });

export const GenerateBody = z.object({
  kinds: z.array(DocumentKind).min(1).max(2).optional(),
  /** Lines by their index in the document's trace; `null` takes the line away. */
  edits: z
    .object({
      documentId: z.string().max(80),
      lines: z
        .array(z.object({ index: z.number().int().min(0).max(2000), text: z.string().max(2000).nullable() }))
        .max(500),
    })
    .optional(),
  tone: Tone.optional(),
  /** ISO 639-1. */
  language: z.string().max(20).optional(),
  /** With `external` only: where the posting stands, or the posting itself; neither makes the general resume. */
  jobUrl: z.string().max(2000).optional(),
  job: z
    .object({
      title: z.string().trim().min(1).max(300),
      company: z.string().trim().max(200),
      description: z.string().max(200_000),
      url: z.string().max(2000).optional(),
    })
    .optional(),
});
export type GenerateBody = z.infer<typeof GenerateBody>;

export const DocumentSummary = z.object({
  id: z.string(),
  kind: DocumentKind,
  generationId: z.string(),
  jobId: z.string().optional(),
  title: z.string(),
  company: z.string(),
  fileName: z.string(),
  formats: z.array(z.enum(['pdf', 'docx', 'txt'])),
  rating: z.number().optional(),
  createdAt: z.iso.datetime(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const documentContract = {
  generate: endpoint({
    method: 'POST',
    path: '/jobs/{jobId}/generate-documents',
    extension: true,
    summary:
      'Makes a resume and a letter for a posting from the profile alone; `external` takes a posting we do not have.',
    params: z.object({ jobId: z.string().max(80) }),
    body: GenerateBody,
    response: z.union([Generation, z.object({ generationId: z.string() })]),
    status: [202, 200],
    errors: ['job.url_not_allowed', 'not_found'],
  }),
  generation: endpoint({
    method: 'GET',
    path: '/generations/{id}',
    extension: true,
    bucket: 'state',
    summary: 'How far a generation is, and what it made: each sentence with the evidence it rests on.',
    params: Id,
    response: Generation,
  }),
  list: endpoint({
    method: 'GET',
    path: '/documents',
    extension: true,
    summary: 'Documents made so far, newest first.',
    query: PageQuery.extend({ jobId: z.string().max(80).optional() }),
    response: Page(DocumentSummary),
  }),
  download: endpoint({
    method: 'GET',
    path: '/documents/{id}/download',
    extension: true,
    summary: 'The file.',
    params: Id,
    query: z.object({ format: z.enum(['pdf', 'docx', 'txt']).default('pdf') }),
    response: binary(),
    errors: ['document.format_unavailable'],
  }),
  rate: endpoint({
    method: 'POST',
    path: '/documents/{id}/rating',
    extension: true,
    summary: 'Says how good a document was.',
    params: Id,
    body: z.object({ rating: z.number().int().min(1).max(5), comment: z.string().trim().max(2000).optional() }),
    response: z.object({ rating: z.number(), comment: z.string().optional() }),
  }),
};
