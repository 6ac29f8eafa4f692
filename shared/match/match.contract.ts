/** How postings fit a person: the stored ranking, one fit in detail, and what the person says to it. */
import { z } from 'zod';
import { Job, JobStatus, RemoteKind } from '#shared/job/job.schema.ts';
import { endpoint, Page, PageQuery, QueryList } from '#shared/kernel/endpoint.ts';

const percent = z.number().int().min(0).max(100);
const Gate = z.object({ code: z.string(), text: z.string() });
const Rating = z.enum(['up', 'down']);

export const MatchView = z.object({
  job: Job,
  score: percent,
  gate: Gate.optional(),
  breakdown: z.object({
    skills: percent,
    experience: percent,
    education: percent,
    location: percent,
    preferences: percent,
    semantic: percent,
    recency: percent,
  }),
  reasons: z.array(
    z.object({
      text: z.string(),
      evidence: z.array(z.string()),
      /** Whether it speaks for the posting; `unknown` where one side says nothing. */
      stance: z.enum(['for', 'against', 'unknown']).optional(),
    }),
  ),
  matchedSkills: z.array(z.string()),
  missingSkills: z.array(z.string()),
  /** Missing skills by what the score would gain: to learn, to show (it is there under another name), or not soon. */
  gains: z
    .array(z.object({ skill: z.string(), points: z.number(), kind: z.enum(['learn', 'prove', 'later']) }))
    .optional(),
  provisional: z.boolean(),
  status: JobStatus.nullable(),
  /** The person's thumb. */
  rating: Rating.optional(),
});
export type MatchView = z.infer<typeof MatchView>;

export const TaskState = z.object({
  id: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed']),
  /** 0–1. */
  progress: z.number().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type TaskState = z.infer<typeof TaskState>;

const JobId = z.object({ jobId: z.string().max(80) });

/** A stored score, for lists that are not about scores. */
export const StoredScore = z.object({
  jobId: z.string(),
  score: percent,
  provisional: z.boolean(),
  gate: Gate.optional(),
});
export type StoredScore = z.infer<typeof StoredScore>;

export const matchContract = {
  recommended: endpoint({
    method: 'GET',
    path: '/jobs/recommended',
    extension: true,
    summary: 'At most ten open postings at or above the person’s threshold, two of one employer at most.',
    query: PageQuery,
    response: Page(MatchView),
  }),
  list: endpoint({
    method: 'GET',
    path: '/matches',
    extension: true,
    summary: 'Every stored match (the best 500), also those held down by a gate.',
    query: PageQuery.extend({
      sort: z.enum(['score', 'date', 'salary']).default('score'),
      minScore: z.coerce.number().min(0).max(100).optional(),
      location: z.string().trim().max(200).optional(),
      remote: RemoteKind.optional(),
    }),
    response: Page(MatchView),
  }),
  taste: endpoint({
    method: 'GET',
    path: '/matches/feedback',
    extension: true,
    summary: 'What the ranking learnt from thumbs and applications, in sentences.',
    response: z.object({
      reasons: z.array(z.string()),
      counts: z.object({ up: z.number(), down: z.number(), applied: z.number(), hidden: z.number() }),
    }),
  }),
  forgetTaste: endpoint({
    method: 'DELETE',
    path: '/matches/feedback',
    extension: true,
    summary: 'Forgets what was learnt and ranks anew; what was taken out stays out.',
  }),
  scores: endpoint({
    method: 'GET',
    path: '/matches/scores',
    extension: true,
    summary: 'The stored scores of up to 100 postings; those without one are left out.',
    query: z.object({ jobIds: QueryList.pipe(z.array(z.string().max(80)).max(100)) }),
    response: z.object({ items: z.array(StoredScore) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/matches/{jobId}',
    extension: true,
    summary: 'The fit of one posting, reckoned now.',
    params: JobId,
    response: MatchView,
    errors: ['not_found'],
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/matches/refresh',
    extension: true,
    summary: 'Ranks all postings now.',
    response: z.object({ taskId: z.string() }).extend(TaskState.partial().shape),
    status: [202, 200],
  }),
  task: endpoint({
    method: 'GET',
    path: '/tasks/{id}',
    extension: true,
    bucket: 'state',
    summary: 'How far a task is.',
    params: z.object({ id: z.string().max(80) }),
    response: TaskState,
    errors: ['not_found'],
  }),
  apply: endpoint({
    method: 'POST',
    path: '/matches/{jobId}/apply',
    extension: true,
    summary: 'The address to apply at; sets the status `started`.',
    params: JobId,
    response: z.object({ url: z.string() }),
    errors: ['not_found'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/matches/{jobId}',
    extension: true,
    summary: 'Takes a posting out of the ranking for good.',
    params: JobId,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/matches/{jobId}/restore',
    extension: true,
    summary: 'Puts a posting that was taken out back into the ranking.',
    params: JobId,
    errors: ['not_found'],
  }),
  feedback: endpoint({
    method: 'POST',
    path: '/matches/{jobId}/feedback',
    extension: true,
    summary: 'A thumb up or down; null takes it back.',
    params: JobId,
    body: z.object({ rating: Rating.nullable(), reason: z.string().trim().max(1000).optional() }),
    response: z.object({ jobId: z.string(), rating: Rating.nullable() }),
    errors: ['not_found'],
  }),
};
