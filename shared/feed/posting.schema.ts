/**
 * A posting as one source gives it: the normal form every source is read into. A field the source does not state is an
 * explicit null, so that "not stated" and "not read" cannot be confused. All of it is untrusted text.
 */
import { z } from 'zod';
import { EmploymentType, RemoteKind } from '#shared/job/job.schema.ts';
import { CountryCode } from '#shared/profile/profile.schema.ts';

const Text = (most: number) => z.string().trim().max(most);
const Instant = z.iso.datetime();

export const WebAddress = Text(2000).regex(/^https?:\/\/[^\s/]+/i, 'The address must begin with http:// or https://.');

export const SourcePlace = z.object({
  /** As the source writes it. */
  text: Text(300),
  city: Text(120).nullable(),
  region: Text(120).nullable(),
  country: CountryCode.nullable(),
});

export const SourceRemote = z.object({
  kind: RemoteKind,
  /** Where one may work from; empty where nothing is said of it. */
  countries: z.array(CountryCode).max(60),
  /** The source's own words on it (`Anywhere in Europe`). */
  text: Text(300).nullable(),
});

export const SourcePay = z.object({
  min: z.number().nonnegative().nullable(),
  max: z.number().nonnegative().nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  period: z.enum(['year', 'month', 'week', 'day', 'hour']).nullable(),
  /** The source reckoned it; the employer did not offer it. */
  predicted: z.boolean(),
  /** As written, where the source gives words. */
  text: Text(500).nullable(),
});

/** What the application form will ask, where the board publishes it. */
export const FormQuestions = z.object({
  count: z.number().int().nonnegative(),
  /** Questions that want sentences. */
  written: z.number().int().nonnegative(),
  /** Yes/no and choice questions that can decide alone, in the board's words. */
  knockouts: z.array(Text(500)).max(50),
});
export type FormQuestions = z.infer<typeof FormQuestions>;

export const SourcePosting = z.object({
  /** Id in the registry of sources. */
  source: Text(60).min(1),
  /** The source's own id; always text, some pass 2^53. */
  sourceId: Text(300).min(1),
  url: WebAddress,
  /** Where the form is, when that is another address. */
  applyUrl: WebAddress.nullable(),
  title: Text(300).min(1),
  /** Null where the source leaves it blank; the board's employer stands in. */
  company: Text(200).nullable(),
  places: z.array(SourcePlace).max(200),
  remote: SourceRemote.nullable(),
  /** HTML or plain text, whole as far as the source gives it; parts the source keeps apart stand under their headings. */
  description: z.string().max(400_000),
  /** Parts the source itself keeps apart. */
  sections: z
    .object({ requirements: z.string().nullable(), preferred: z.string().nullable(), benefits: z.string().nullable() })
    .nullable(),
  pay: SourcePay.nullable(),
  employmentType: EmploymentType.nullable(),
  department: Text(200).nullable(),
  /** The source's own word for level or experience. */
  seniority: Text(200).nullable(),
  education: Text(300).nullable(),
  /** The source's own categories and tags; never taken for skills. */
  categories: z.array(Text(120)).max(60),
  /** Who may apply, where that is restricted (hiring paths, clearances, nationality). */
  eligibility: z.array(Text(500)).max(30),
  /** The employer's own number of the opening. */
  requisition: Text(120).nullable(),
  postedAt: Instant.nullable(),
  updatedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  /** ISO 639-1, where stated. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable(),
  /** The text is an excerpt. */
  truncated: z.boolean(),
  questions: FormQuestions.nullable(),
});
export type SourcePosting = z.infer<typeof SourcePosting>;

/** A posting of which nothing but the given fields is stated. */
export const posting = (
  stated: Pick<SourcePosting, 'source' | 'sourceId' | 'url' | 'title' | 'description'> & Partial<SourcePosting>,
): SourcePosting => ({
  applyUrl: null,
  company: null,
  places: [],
  remote: null,
  sections: null,
  pay: null,
  employmentType: null,
  department: null,
  seniority: null,
  education: null,
  categories: [],
  eligibility: [],
  requisition: null,
  postedAt: null,
  updatedAt: null,
  expiresAt: null,
  language: null,
  truncated: false,
  questions: null,
  ...stated,
});
