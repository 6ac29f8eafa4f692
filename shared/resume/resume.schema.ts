/** An uploaded file and what was read from it. */
import { z } from 'zod';
import { Resume } from '#shared/profile/profile.schema.ts';

export const RESUME_MAX_BYTES = 5 * 1024 * 1024;

export const ResumeStatus = z.enum(['awaiting_upload', 'queued', 'reading', 'read', 'failed']);
export type ResumeStatus = z.infer<typeof ResumeStatus>;

/** Where on the page a value was found: points, origin top left; page counts from 1. */
export const Span = z.object({
  page: z.number().int().positive(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  text: z.string(),
});
export type Span = z.infer<typeof Span>;

/** A field path such as `work[0].highlights[1]`. */
export const FieldPath = z.string().max(200);

/** What reading one file gives. `confidence` and `spans` are keyed by field path of `resume`. */
export const Reading = z.object({
  resume: Resume,
  confidence: z.record(FieldPath, z.number().min(0).max(1)),
  spans: z.record(FieldPath, z.array(Span)),
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  /** ISO 639-1, or `und` where it could not be told. */
  language: z.string(),
  ocr: z.boolean(),
  warnings: z.array(z.object({ code: z.string(), text: z.string() })),
  /** The text in reading order with its places, for showing the page beside what was read. */
  lines: z.array(Span).optional(),
});
export type Reading = z.infer<typeof Reading>;
