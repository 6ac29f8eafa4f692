/** An uploaded file and what was read from it. */
import { z } from 'zod';
import { PartialDate, Resume } from '#shared/profile/profile.schema.ts';

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

/** A skill of the taxonomy that the file shows. */
export const ReadSkill = z.object({
  /** Canonical name. */
  name: z.string(),
  /** Stands in a list of skills; otherwise it is only mentioned in sentences. */
  listed: z.boolean(),
  /** The fields of `resume` that name it. */
  paths: z.array(FieldPath),
  spans: z.array(Span),
  /** From the dated entries that name it, overlaps counted once; absent where none is dated. */
  years: z.number().nonnegative().optional(),
  /** When an entry that names it last ended; `present` while one lasts. */
  lastUsed: z.union([PartialDate, z.literal('present')]).optional(),
});
export type ReadSkill = z.infer<typeof ReadSkill>;

/** A language the person speaks: which one it is, whatever the file calls it. */
export const ReadLanguage = z.object({
  /** ISO 639-1, or 639-3 where there is none. */
  code: z.string(),
  /** Level of the Common European Framework, where the file gives one. */
  cefr: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']).optional(),
  /** The field that names it. */
  path: FieldPath,
});
export type ReadLanguage = z.infer<typeof ReadLanguage>;

/** A heading of the file and what it was taken for; `lines` are indices into `Reading.lines`, end exclusive. */
export const ReadSection = z.object({
  kind: z.string(),
  heading: z.string().optional(),
  lines: z.tuple([z.number().int(), z.number().int()]),
});
export type ReadSection = z.infer<typeof ReadSection>;

/** A section that no field of JSON Resume holds, kept as it stands. */
export const OtherSection = z.object({ heading: z.string(), text: z.array(z.string()), spans: z.array(Span) });
export type OtherSection = z.infer<typeof OtherSection>;

/** What can be said of the file itself, for advice: how it is made rather than what it says. */
export const FileFacts = z.object({
  format: z.string(),
  words: z.number().int(),
  /** Columns of text side by side, the most on any page. */
  columns: z.number().int(),
  tables: z.number().int(),
  images: z.number().int(),
  textBoxes: z.number().int(),
  /** Characters that stand in page headers and footers, where many systems do not look. */
  marginCharacters: z.number().int(),
  /** Characters nobody sees: the background's colour, tiny, or outside the page. They are never read as facts. */
  hiddenCharacters: z.number().int(),
  /** Pages whose text came from their picture. */
  ocrPages: z.array(z.number().int()),
  fonts: z.array(z.string()),
  /** Points. */
  smallestFont: z.number().optional(),
  bodyFont: z.number().optional(),
  links: z.number().int(),
  /** The program that made it, as it says itself. */
  producer: z.string().optional(),
  /** ISO 8601 day on which it was last saved, as it says itself; decides what "present" means. */
  modifiedAt: z.string().optional(),
});
export type FileFacts = z.infer<typeof FileFacts>;

/** What a model was asked about one file. */
export const AiHelp = z.object({
  model: z.string(),
  tokens: z.number().int(),
  cached: z.boolean(),
  /** Fields whose value came from the model and was found in the text. */
  fields: z.array(FieldPath),
  /** Answers not borne out by the text, and left out. */
  rejected: z.number().int(),
  /** Why the model gave nothing; the deterministic result stands. */
  failed: z.enum(['budget', 'failed']).optional(),
});
export type AiHelp = z.infer<typeof AiHelp>;

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
  sections: z.array(ReadSection).optional(),
  others: z.array(OtherSection).optional(),
  skills: z.array(ReadSkill).optional(),
  languages: z.array(ReadLanguage).optional(),
  facts: FileFacts.optional(),
  ai: AiHelp.optional(),
});
export type Reading = z.infer<typeof Reading>;
