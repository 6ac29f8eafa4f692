/** Tailored documents: what they say, and which fact each sentence rests on. */
import { z } from 'zod';

export const DocumentKind = z.enum(['resume', 'coverLetter']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A sentence and the field paths it rests on (`work[0].highlights[1]`, `answers.…`, `job.title`); greeting and closing carry none. */
export const TraceLine = z.object({ text: z.string(), evidence: z.array(z.string()) });
export type TraceLine = z.infer<typeof TraceLine>;

export const Warning = z.object({ code: z.string(), text: z.string() });
export type Warning = z.infer<typeof Warning>;

export const AtsReport = z.object({
  /** 0–100: share of checks passed, weighted. */
  score: z.number(),
  keywords: z.array(z.object({ term: z.string(), state: z.enum(['exact', 'alias', 'missing']) })),
  checks: z.array(z.object({ code: z.string(), passed: z.boolean(), text: z.string() })),
  /** Fields where reading our own file back differs from what was meant; empty is the certificate. */
  parseBack: z.array(z.object({ path: z.string(), meant: z.string(), read: z.string() })),
});
export type AtsReport = z.infer<typeof AtsReport>;

export const GeneratedDocument = z.object({
  id: z.string(),
  kind: DocumentKind,
  text: z.string(),
  trace: z.array(TraceLine),
  atsReport: AtsReport,
});
export type GeneratedDocument = z.infer<typeof GeneratedDocument>;

export const Generation = z.object({
  id: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed']),
  documents: z.array(GeneratedDocument),
  warnings: z.array(Warning),
  progress: z.number().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type Generation = z.infer<typeof Generation>;
