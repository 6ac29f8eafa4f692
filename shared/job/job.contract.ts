/** Postings: searching, reading, importing and capturing them. */
import { z } from 'zod';
import { endpoint, Page, PageQuery } from '#shared/kernel/endpoint.ts';
import { EmploymentType, Job, RemoteKind, Salary } from './job.schema.ts';

const webAddress = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/[^\s/]+/i, 'The address must begin with http:// or https://.');

/** One posting of an import. Text may be HTML; it is cleaned. */
export const ImportedPosting = z.object({
  source: z.string().trim().min(1).max(60),
  sourceId: z.string().trim().min(1).max(300),
  url: webAddress,
  /** Some sources put the whole advert into it; the first 300 characters are kept. */
  title: z.string().trim().min(1).max(10_000),
  company: z.string().trim().min(1).max(200),
  location: z.string().max(2000).default(''),
  description: z.string().min(1).max(200_000),
  postedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  salary: Salary.optional(),
  employmentType: EmploymentType.optional(),
});
export type ImportedPosting = z.infer<typeof ImportedPosting>;

export const ImportOutcome = z.enum(['created', 'merged', 'updated', 'unchanged']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const JobSort = z.enum(['relevance', 'date', 'salary']);

/** Filters of every list of postings. */
export const JobQuery = PageQuery.extend({
  q: z.string().trim().max(200).optional(),
  location: z.string().trim().max(200).optional(),
  company: z.string().trim().max(200).optional(),
  source: z.string().trim().max(60).optional(),
  remote: RemoteKind.optional(),
  employmentType: EmploymentType.optional(),
  postedSince: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  /** Least pay a year, in the posting's own currency. */
  salaryMin: z.coerce.number().nonnegative().optional(),
  sort: JobSort.optional(),
  /** One posting a group of variants. */
  grouped: z.stringbool().optional(),
  /** Also how many postings have each value of the filters. */
  facets: z.stringbool().optional(),
});
export type JobQuery = z.infer<typeof JobQuery>;

const FacetValues = z.array(z.object({ value: z.string(), count: z.number() }));
/** How many of the postings found have each value, the most frequent first; `posted`: not older than so many days. */
export const JobFacets = z.object({
  remote: FacetValues,
  employmentType: FacetValues,
  source: FacetValues,
  company: FacetValues,
  posted: z.array(z.object({ days: z.number(), count: z.number() })),
});
export type JobFacets = z.infer<typeof JobFacets>;

export const Captured = z.object({
  url: webAddress.optional(),
  title: z.string().trim().min(1).max(300),
  company: z.string().trim().min(1).max(200),
  location: z.string().max(2000).optional(),
  description: z.string().trim().min(1).max(200_000),
});
export type Captured = z.infer<typeof Captured>;

export const jobContract = {
  list: endpoint({
    method: 'GET',
    path: '/jobs/all',
    extension: true,
    summary: 'Open postings with filters and totals, one’s own captures among them.',
    query: JobQuery,
    response: Page(Job).extend({ facets: JobFacets.optional() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/jobs/{id}',
    extension: true,
    summary: 'One posting; the id of one that was merged away answers with the survivor.',
    params: z.object({ id: z.string().max(80) }),
    response: Job,
    errors: ['not_found'],
  }),
  import: endpoint({
    method: 'POST',
    path: '/jobs/import',
    access: 'admin',
    maxBody: 16 * 1024 * 1024,
    summary: 'Takes in up to 100 postings; each is created, merged, updated or unchanged, or refused with a code.',
    body: z.object({ jobs: z.array(z.unknown()).max(100) }),
    response: z.object({
      results: z.array(z.object({ index: z.number(), jobId: z.string(), outcome: ImportOutcome })),
      rejected: z.array(z.object({ index: z.number(), code: z.string() })),
    }),
  }),
  sources: endpoint({
    method: 'GET',
    path: '/admin/jobs/{id}/sources',
    access: 'admin',
    summary: 'What each source says of a posting, and why it was merged in.',
    params: z.object({ id: z.string().max(80) }),
    response: z.object({
      jobId: z.string(),
      sources: z.array(
        Job.shape.sources.element.extend({
          /** Its words are the ones people see. */
          shown: z.boolean(),
          why: z.string().optional(),
          mergedAt: z.iso.datetime().optional(),
          title: z.string().optional(),
          company: z.string().optional(),
          location: z.string().optional(),
          salary: Salary.optional(),
        }),
      ),
    }),
    errors: ['not_found'],
  }),
  split: endpoint({
    method: 'POST',
    path: '/admin/jobs/{id}/split',
    access: 'admin',
    summary:
      'Takes a wrongly merged source out of a posting; it is a posting of its own again and never merged into it.',
    params: z.object({ id: z.string().max(80) }),
    body: z.object({ source: z.string().max(60), sourceId: z.string().max(300) }),
    response: z.object({ jobId: z.string(), splitId: z.string() }),
    errors: ['not_found', 'job.one_source'],
  }),
  capture: endpoint({
    method: 'POST',
    path: '/jobs/capture',
    extension: true,
    summary: 'Keeps the posting of the page a person is on. Private to them until a source confirms it.',
    body: Captured,
    response: z.object({ job: Job }),
    status: [201, 200],
  }),
};
