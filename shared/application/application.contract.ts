/** What a person did about a posting. */
import { z } from 'zod';
import { Job, JobStatus } from '#shared/job/job.schema.ts';
import { endpoint, Page, PageQuery } from '#shared/kernel/endpoint.ts';

const History = z.array(z.object({ status: JobStatus.nullable(), at: z.iso.datetime() }));

export const PersonalStatus = z.object({
  jobId: z.string(),
  status: JobStatus.nullable(),
  notes: z.string(),
  history: History,
  updatedAt: z.iso.datetime(),
});
export type PersonalStatus = z.infer<typeof PersonalStatus>;

/** `job` is the posting as it is now; `title`, `company` and `url` as they were when the person first acted. */
export const Application = PersonalStatus.extend({
  title: z.string(),
  company: z.string(),
  url: z.string(),
  job: Job.optional(),
  documents: z.array(z.object({ id: z.string(), kind: z.string(), createdAt: z.string().optional() })),
});
export type Application = z.infer<typeof Application>;

export const AppliedText = z.object({
  appliedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  title: z.string(),
  description: z.string(),
});
export type AppliedText = z.infer<typeof AppliedText>;

export const applicationContract = {
  setStatus: endpoint({
    method: 'PUT',
    path: '/jobs/{id}/status',
    extension: true,
    summary: 'Where a person stands with a posting, and their notes; null forgets the status and keeps the notes.',
    params: z.object({ id: z.string().max(80) }),
    body: z.object({ status: JobStatus.nullable(), notes: z.string().max(10_000).optional() }),
    response: PersonalStatus,
    errors: ['not_found'],
  }),
  appliedText: endpoint({
    method: 'GET',
    path: '/jobs/{id}/applied-text',
    extension: true,
    summary: 'The text a person applied to, where the employer has changed it since; 404 where it stands as it was.',
    params: z.object({ id: z.string().max(80) }),
    response: AppliedText,
    errors: ['not_found'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/applications',
    extension: true,
    summary: 'Postings the person did something about, last changed first, with history and documents.',
    query: PageQuery.extend({ status: JobStatus.optional() }),
    response: Page(Application),
  }),
};
