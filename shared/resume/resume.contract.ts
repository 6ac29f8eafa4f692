import { z } from 'zod';
import { binary, endpoint, Page, WholeListQuery } from '#shared/kernel/endpoint.ts';
import { Reading, ResumeStatus } from './resume.schema.ts';
import { Review, ReviewChange } from './review.schema.ts';

const Id = z.object({ id: z.string().max(80) });
const Accepted = z.object({ resumeId: z.string() });
const Status = z.object({
  id: z.string(),
  status: ResumeStatus,
  /** 0–1. */
  progress: z.number(),
  /** While pages are read from their pictures: how many are done. */
  pages: z.object({ done: z.number().int(), of: z.number().int() }).optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export const ResumeSummary = Status.extend({
  fileName: z.string(),
  size: z.number(),
  active: z.boolean(),
  uploadedAt: z.iso.datetime(),
});
export type ResumeSummary = z.infer<typeof ResumeSummary>;

const uploadErrors = ['resume.empty_file', 'resume.too_large', 'resume.use_ticket', 'resume.unsupported_format'];
const NewUpload = z.object({
  fileName: z.string().trim().min(1).max(255),
  size: z.number().int().nonnegative(),
  contentType: z.string().max(200),
});

const upload = (path: string) =>
  endpoint({
    method: 'POST',
    path,
    extension: true,
    summary: 'Uploads a resume as multipart field `file` and starts reading it.',
    body: binary('multipart/form-data'),
    response: Accepted.extend({ candidateId: z.string().optional() }),
    status: [202],
    errors: uploadErrors,
  });

export const resumeContract = {
  upload: upload('/cv-upload'),
  uploadAlias: upload('/resumes/upload'),
  create: endpoint({
    method: 'POST',
    path: '/resumes',
    extension: true,
    summary: 'A ticket to upload one file straight to the store: POST the fields, then `file` last.',
    body: NewUpload,
    response: Accepted.extend({ upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }) }),
    status: [201],
    errors: uploadErrors,
  }),
  uploaded: endpoint({
    method: 'POST',
    path: '/resumes/{id}/uploaded',
    extension: true,
    summary: 'Says that the file has arrived; checks it and starts reading.',
    params: Id,
    response: Accepted,
    status: [202],
    errors: ['resume.not_uploaded', ...uploadErrors],
  }),
  status: endpoint({
    method: 'GET',
    path: '/resumes/{id}/status',
    extension: true,
    bucket: 'state',
    summary: 'How far reading is.',
    params: Id,
    response: Status,
  }),
  data: endpoint({
    method: 'GET',
    path: '/resumes/{id}/data',
    extension: true,
    summary: 'What was read, with confidence and the place of each value.',
    params: Id,
    response: Reading,
    errors: ['resume.not_ready'],
  }),
  review: endpoint({
    method: 'GET',
    path: '/resumes/{id}/review',
    summary: 'What the person decided about doubtful values of this file.',
    params: Id,
    response: Review,
  }),
  decide: endpoint({
    method: 'PATCH',
    path: '/resumes/{id}/review',
    summary: 'Adds decisions about values of this file; null takes one back. Decisions made elsewhere stay.',
    params: Id,
    body: ReviewChange,
    response: Review,
  }),
  unlock: endpoint({
    method: 'POST',
    path: '/resumes/{id}/unlock',
    summary: 'Reads a protected file again with its password; the password is not kept.',
    params: Id,
    body: z.object({ password: z.string().min(1).max(200) }),
    response: Accepted,
    status: [202],
    errors: ['resume.wrong_password'],
  }),
  retry: endpoint({
    method: 'POST',
    path: '/resumes/{id}/retry',
    summary: 'Reads the file again.',
    params: Id,
    response: Accepted,
    status: [202],
  }),
  list: endpoint({
    method: 'GET',
    path: '/resumes',
    extension: true,
    summary: 'The resumes of the person, newest first.',
    query: WholeListQuery,
    response: Page(ResumeSummary),
  }),
  download: endpoint({
    method: 'GET',
    path: '/resumes/{id}/download',
    extension: true,
    summary: 'The file as it was uploaded.',
    params: Id,
    response: binary(),
  }),
  activate: endpoint({
    method: 'PUT',
    path: '/resumes/{id}/active',
    summary: 'Makes this resume the one that matching and documents use.',
    params: Id,
    response: ResumeSummary,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/resumes/{id}',
    summary: 'Deletes the file and what was read from it.',
    params: Id,
  }),
};
