/** A document as content, before any format: what the renderers draw, and what reading a file back is compared with. */
import { z } from 'zod';
import { TraceLine } from './document.schema.ts';

/** Languages a document's own words (headings, letter sentences) exist in; ISO 639-1. */
export const DocumentLanguage = z.enum(['en', 'de', 'fr', 'es']);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;

export const Tone = z.enum(['neutral', 'warm', 'formal']);
export type Tone = z.infer<typeof Tone>;

export const Paper = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof Paper>;

export const SectionId = z.enum([
  'summary',
  'skills',
  'work',
  'projects',
  'education',
  'certificates',
  'volunteer',
  'awards',
  'publications',
  'languages',
  'interests',
]);
export type SectionId = z.infer<typeof SectionId>;

/** A job, a degree, a project: title line, employer line, what was done. */
export const Entry = z.object({
  type: z.literal('entry'),
  /** Where the entry stands in the profile: `work[0]`. */
  path: z.string(),
  title: TraceLine,
  subtitle: TraceLine.optional(),
  date: TraceLine.optional(),
  place: TraceLine.optional(),
  link: z.string().optional(),
  paragraph: TraceLine.optional(),
  bullets: z.array(TraceLine),
});
export type Entry = z.infer<typeof Entry>;

/** One line or paragraph; the first `labelLength` characters are set as its label. */
export const Paragraph = z.object({
  type: z.literal('paragraph'),
  line: TraceLine,
  labelLength: z.number().int().nonnegative().optional(),
});
export type Paragraph = z.infer<typeof Paragraph>;

export const Section = z.object({
  id: SectionId,
  heading: z.string(),
  blocks: z.array(z.discriminatedUnion('type', [Entry, Paragraph])),
});
export type Section = z.infer<typeof Section>;

export const ContactItem = z.object({ line: TraceLine, href: z.string().optional() });
export type ContactItem = z.infer<typeof ContactItem>;

const common = {
  language: DocumentLanguage,
  paper: Paper,
  name: TraceLine,
  headline: TraceLine.optional(),
  contact: z.array(ContactItem),
  /** File name without its ending: `Ada-Example-Acme-Resume`. */
  fileName: z.string(),
  /** Title in the file's metadata. */
  title: z.string(),
};

export const ResumeModel = z.object({ kind: z.literal('resume'), ...common, sections: z.array(Section) });
export type ResumeModel = z.infer<typeof ResumeModel>;

export const LetterModel = z.object({
  kind: z.literal('coverLetter'),
  ...common,
  date: z.string(),
  recipient: z.array(TraceLine),
  greeting: z.string(),
  paragraphs: z.array(z.array(TraceLine)),
  /** The last paragraph: thanks and hope, no claim, hence no evidence. */
  closing: z.string(),
  valediction: z.string(),
});
export type LetterModel = z.infer<typeof LetterModel>;

export const DocumentModel = z.discriminatedUnion('kind', [ResumeModel, LetterModel]);
export type DocumentModel = z.infer<typeof DocumentModel>;
