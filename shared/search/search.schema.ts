/** A saved search: what a person looks for among postings, and when they want to hear of it. */
import { z } from 'zod';
import { EmploymentType, RemoteKind } from '#shared/job/job.schema.ts';

/** Filters of the list of postings, kept. Several titles or sources mean any of them. */
export const SearchQuery = z.object({
  q: z.string().trim().max(200).optional(),
  titles: z.array(z.string().trim().min(1).max(120)).max(5).optional(),
  location: z.string().trim().max(200).optional(),
  company: z.string().trim().max(200).optional(),
  source: z.string().trim().max(60).optional(),
  sources: z.array(z.string().trim().min(1).max(60)).max(5).optional(),
  remote: RemoteKind.optional(),
  employmentType: EmploymentType.optional(),
  /** Whole days back. */
  postedSince: z.number().int().min(1).max(365).optional(),
  /** Least pay a year, in the posting's own currency. */
  salaryMin: z.number().nonnegative().max(1e9).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const AlertChannel = z.enum(['email', 'browser']);
export type AlertChannel = z.infer<typeof AlertChannel>;

export const SearchAlert = z.object({
  on: z.boolean().default(false),
  /** `instant`: within minutes, several at once in one; the others at the hour set in the preferences. */
  frequency: z.enum(['instant', 'daily', 'weekly']).default('daily'),
  /** Only postings that fit at least this well, 0–100; without a profile there is no score and everything passes. */
  minScore: z.number().int().min(0).max(100).optional(),
  channels: z.array(AlertChannel).max(2).default(['email']),
});
export type SearchAlert = z.infer<typeof SearchAlert>;

export const SavedSearch = z.object({
  id: z.string(),
  name: z.string(),
  query: SearchQuery,
  alert: SearchAlert,
  version: z.number().int().positive(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** When the alert last looked. */
  lastRunAt: z.iso.datetime().optional(),
  /** When it looks next. */
  nextRunAt: z.iso.datetime().optional(),
  /** Open postings that came in since the person last opened the search. */
  newSince: z.number().int().nonnegative(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** The search everybody has: postings at or above the threshold of their preferences. */
export const MATCHES = 'matches';

/** What is asked of the sources of postings on behalf of people, without saying of whom. */
export const WantedQuery = z.object({
  what: z.string(),
  where: z.string(),
  country: z.string().optional(),
  remote: z.boolean().optional(),
});
export type WantedQuery = z.infer<typeof WantedQuery>;

/** `data` of the event `match.found`: new postings for a person, the best first. */
export const MatchFound = z.object({
  jobId: z.string(),
  jobIds: z.array(z.string()),
  /** How many there are in all, where that is more than the ids. */
  count: z.number().int().positive().optional(),
  /** The saved search that found them; absent for matches. */
  searchId: z.string().optional(),
  /** Whether a notification outside the page is wanted, and from when on: not before the quiet hours end. */
  notify: z.object({ browser: z.boolean(), after: z.iso.datetime().optional() }).optional(),
});
export type MatchFound = z.infer<typeof MatchFound>;
