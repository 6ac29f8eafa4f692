/** A posting, as everybody sees it. */
import { z } from 'zod';
import { CountryCode } from '#shared/profile/profile.schema.ts';

export const JobStatus = z.enum([
  'bookmarked',
  'started',
  'applied',
  'interviewed',
  'offered',
  'accepted',
  'rejected',
  'withdrawn',
]);
export type JobStatus = z.infer<typeof JobStatus>;

export const EmploymentType = z.enum(['full-time', 'part-time', 'contract', 'temporary', 'internship']);
export const RemoteKind = z.enum(['remote', 'hybrid', 'onsite']);

export const Salary = z.object({
  min: z.number().nonnegative().optional(),
  max: z.number().nonnegative().optional(),
  currency: z.string().max(3),
  period: z.enum(['year', 'month', 'week', 'day', 'hour']),
  predicted: z.boolean().optional(),
});

export const Job = z.object({
  id: z.string(),
  title: z.string(),
  company: z.string(),
  location: z.object({
    text: z.string(),
    city: z.string().optional(),
    region: z.string().optional(),
    country: CountryCode.optional(),
    remote: RemoteKind.nullable(),
  }),
  description: z.string(),
  url: z.string(),
  postedAt: z.iso.datetime().optional(),
  expiresAt: z.iso.datetime().optional(),
  salary: Salary.optional(),
  employmentType: EmploymentType.optional(),
  skills: z.array(z.string()),
  questions: z.number().int().nonnegative().optional(),
  effort: z.object({ questions: z.number(), written: z.number() }).optional(),
  /** Questions of the form that can decide alone, in the board's words. */
  knockouts: z.array(z.string()).optional(),
  /** The text is only the beginning of the advert. */
  excerpt: z.boolean().optional(),
  sources: z.array(z.object({ source: z.string(), sourceId: z.string(), url: z.string(), seenAt: z.iso.datetime() })),
  liveness: z.enum(['live', 'uncertain', 'closed']),
  variants: z.array(z.string()),
  /** When we first saw it; a repost keeps it. */
  firstSeenAt: z.iso.datetime().optional(),
  /** When its text last changed; somebody who applied before that applied to another text. */
  changedAt: z.iso.datetime().optional(),
  /** How often it was closed and came back. */
  reposts: z.number().int().nonnegative().optional(),
  personal: z.object({ status: JobStatus.nullable(), notes: z.string() }).optional(),
});
export type Job = z.infer<typeof Job>;
