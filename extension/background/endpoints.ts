/** The endpoints the extension calls, gathered so that a change of contract shows up in one place. */
import { z } from 'zod';
import { Generation } from '#shared/document/document.schema.ts';
import { JobStatus } from '#shared/job/job.schema.ts';
import { binary, endpoint } from '#shared/kernel/endpoint.ts';

const JobId = z.object({ jobId: z.string().max(80) });
const Id = z.object({ id: z.string().max(80) });

export const setJobStatus = endpoint({
  method: 'PUT',
  path: '/jobs/{id}/status',
  extension: true,
  summary: 'Where the person stands with a job.',
  params: Id,
  body: z.object({ status: JobStatus.nullable() }),
  response: z.unknown(),
});
export const matchOf = endpoint({
  method: 'GET',
  path: '/matches/{jobId}',
  extension: true,
  summary: 'How well a job fits.',
  params: JobId,
  response: z.object({ score: z.number() }),
});
export const generateDocuments = endpoint({
  method: 'POST',
  path: '/jobs/{jobId}/generate-documents',
  extension: true,
  summary: 'Makes documents for a job.',
  params: JobId,
  body: z.object({ kinds: z.array(z.enum(['resume', 'coverLetter'])).optional() }),
  response: z.union([Generation, z.object({ generationId: z.string() })]),
  status: [202, 200],
});
export const generation = endpoint({
  method: 'GET',
  path: '/generations/{id}',
  extension: true,
  bucket: 'state',
  summary: 'How far the documents are.',
  params: Id,
  response: Generation,
});
export const downloadDocument = endpoint({
  method: 'GET',
  path: '/documents/{id}/download',
  extension: true,
  summary: 'A document as a file.',
  params: Id,
  query: z.object({ format: z.enum(['pdf', 'docx', 'txt']) }),
  response: binary(),
});
