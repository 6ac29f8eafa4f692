/** A digest as it travels from the search to its mail: already chosen, counted and shortened. All texts are untrusted. */
import { z } from 'zod';

export const DigestLine = z.object({
  jobId: z.string(),
  title: z.string(),
  company: z.string(),
  place: z.string(),
  /** Only what somebody stated; an estimate of a source says so. */
  pay: z.string().optional(),
  score: z.number().int().optional(),
  reason: z.string().optional(),
  /** `posted 3 days ago`, and whether it may be closed. */
  fresh: z.string(),
  /** The same role elsewhere, shown here as one. */
  elsewhere: z.number().int().nonnegative(),
  /** What sources ask to have shown beside their postings. */
  credits: z.array(
    z.object({
      text: z.string(),
      url: z.string(),
      /** The least room it must take, in pixels. */
      size: z.object({ width: z.number(), height: z.number() }).optional(),
    }),
  ),
});
export type DigestLine = z.infer<typeof DigestLine>;

/** `total` = lines + what `more` counts + `rest`. */
export const DigestSection = z.object({
  total: z.number().int().nonnegative(),
  lines: z.array(DigestLine),
  /** Beyond the cap of their company. */
  more: z.array(z.object({ company: z.string(), count: z.number().int().positive() })),
  /** Neither shown nor named. */
  rest: z.number().int().nonnegative(),
});
export type DigestSection = z.infer<typeof DigestSection>;

export const Digest = z.object({
  /** The search's name; without one it is the digest of matches. */
  name: z.string().optional(),
  /** Where all of it can be looked at, as a path of the portal. */
  path: z.string(),
  /** Lets the reader out of this alert alone. */
  token: z.string(),
  fresh: DigestSection,
  open: DigestSection,
});
export type Digest = z.infer<typeof Digest>;
