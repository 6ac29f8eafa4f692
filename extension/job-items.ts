/** Shapes of what the extension keeps about jobs, answers and its own work; the items themselves stand in `storage.ts`. */
import { z } from 'zod';
import { JobStatus } from '#shared/job/job.schema.ts';
import { MatchFound } from '#shared/search/search.schema.ts';

/** How a posting fits, as far as the popup shows it. */
export const Fit = z.object({
  score: z.number(),
  provisional: z.boolean(),
  /** What holds it back, in words. */
  gate: z.string().optional(),
  reasons: z.array(
    z.object({
      text: z.string(),
      evidence: z.array(z.string()),
      stance: z.enum(['for', 'against', 'unknown']).optional(),
    }),
  ),
  missingSkills: z.array(z.string()),
  /** Missing skills by what closing them would add to the score. */
  gains: z
    .array(z.object({ skill: z.string(), points: z.number(), kind: z.enum(['learn', 'prove', 'later']) }))
    .optional(),
  /** The person's thumb. */
  rating: z.enum(['up', 'down']).optional(),
});
export type Fit = z.infer<typeof Fit>;

/** What is known of the posting beyond its page: where it was seen, how fresh it is, and where else it is. */
export const About = z.object({
  sources: z.array(z.object({ source: z.string(), url: z.string(), seenAt: z.string() })),
  postedAt: z.string().optional(),
  liveness: z.enum(['live', 'uncertain', 'closed']),
  variants: z.number().int().nonnegative(),
});
export type About = z.infer<typeof About>;

/** What a form will cost the person, known before they start. */
export const FormPreview = z.object({
  questions: z.number().int().nonnegative(),
  written: z.number().int().nonnegative(),
  yours: z.number().int().nonnegative(),
  ready: z.number().int().nonnegative(),
  minutes: z.number().int().nonnegative(),
  knockouts: z.array(z.object({ label: z.string(), answer: z.string().optional(), conflict: z.boolean() })),
});
export type FormPreview = z.infer<typeof FormPreview>;

/** An application sent before for the posting in a tab. */
export const SentBefore = z.object({ title: z.string(), company: z.string(), at: z.string() });

/** A posting the person pasted, saved or opened from the queue, for forms that do not say what they are for. */
export const RecentJob = z.object({ jobId: z.string(), title: z.string(), company: z.string(), at: z.number() });
export type RecentJob = z.infer<typeof RecentJob>;

/** The job the form in a tab is for, where its page does not say it. */
export const ChosenJob = RecentJob.extend({
  /** Opened from the queue: the form is filled by itself when it comes up. */
  fromQueue: z.boolean(),
  /** It has been filled by itself once; not again. */
  prefilled: z.boolean(),
});
export type ChosenJob = z.infer<typeof ChosenJob>;

/** One posting to apply to next. */
export const QueuedJob = z.object({
  jobId: z.string(),
  title: z.string(),
  company: z.string(),
  location: z.string(),
  url: z.string(),
  score: z.number().optional(),
  /** Where it was seen, for the credit that is due. */
  sources: z.array(z.object({ source: z.string(), url: z.string() })).default([]),
  from: z.enum(['saved', 'match']),
  /** Its site forbids tools, so the person opens it themself. */
  byHand: z.boolean(),
});
export type QueuedJob = z.infer<typeof QueuedJob>;
export const Queue = z.object({ at: z.number(), jobs: z.array(QueuedJob).max(200) });
export type Queue = z.infer<typeof Queue>;

/** How many forms the queue opened on a day of the person's. */
export const Openings = z.object({ day: z.string(), count: z.number().int().nonnegative() });

/** What the person did about postings, for the warning before they apply twice. */
export const ActedJob = z.object({
  jobId: z.string(),
  title: z.string(),
  company: z.string(),
  status: JobStatus.nullable(),
  at: z.string(),
});
export type ActedJob = z.infer<typeof ActedJob>;
export const Acted = z.object({ at: z.number(), jobs: z.array(ActedJob).max(1000) });

const Where = { frame: z.number().int(), ref: z.string() };

/** Questions of a finished fill whose answers are looked at again; none of its values. */
export const Watch = z.object({
  runId: z.string(),
  /** Host of the top page. */
  host: z.string(),
  at: z.number(),
  questions: z
    .array(z.object({ ...Where, question: z.string(), lesson: z.enum(['answer', 'fact', 'legal']) }))
    .max(400),
});
export type Watch = z.infer<typeof Watch>;

/** Something the person wrote on a form that may serve them again. `answer` is empty unless it is one. */
export const Learnt = z.object({
  id: z.string(),
  lesson: z.enum(['answer', 'fact', 'legal']),
  question: z.string(),
  answer: z.string(),
  host: z.string(),
  at: z.number(),
});
export type Learnt = z.infer<typeof Learnt>;

/** A filled form whose confirmation is looked for, and what was found. */
export const Awaited = z.object({
  jobId: z.string(),
  title: z.string(),
  company: z.string(),
  /** Hosts the form stood on: the page's and its frames'. */
  hosts: z.array(z.string()),
  at: z.number(),
  /** The sentence that confirms it, in the page's words. */
  said: z.string().optional(),
});
export type Awaited = z.infer<typeof Awaited>;

const Counts = z.object({
  questions: z.number().int().nonnegative(),
  filled: z.number().int().nonnegative(),
  yours: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
});
export type Counts = z.infer<typeof Counts>;

/** What fills on one host came to. */
export const SiteStats = Counts.extend({
  fills: z.number().int().nonnegative(),
  lastAt: z.number(),
  /** What the last fill came to so far: it is counted anew with each step of its form. */
  last: Counts.extend({ runId: z.string() }),
});
export type SiteStats = z.infer<typeof SiteStats>;

/** `id` is sent as Idempotency-Key, so a repeat after a lost answer changes nothing. */
const queued = { id: z.string(), queuedAt: z.number() };
export const QueuedWrite = z.union([
  z.object({ ...queued, jobId: z.string(), status: JobStatus }),
  /** An answer of the person's own to keep. */
  z.object({ ...queued, question: z.string(), answer: z.string() }),
]);
export type QueuedWrite = z.infer<typeof QueuedWrite>;

/** How far events were read, and what waits for the end of quiet hours. */
export const News = z.object({
  since: z.string(),
  waiting: z.array(z.object({ id: z.string(), found: MatchFound })).max(50),
});
export type News = z.infer<typeof News>;
