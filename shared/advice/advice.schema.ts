/** Advice on one file: what a recruiter or a machine stumbles over, what it costs, and what postings ask that it does not show. */
import { z } from 'zod';
import { FieldPath } from '#shared/resume/resume.schema.ts';

/** `targeting` carries no points: what postings ask changes from day to day, and a score must not. */
export const Area = z.enum(['machine', 'contact', 'structure', 'dates', 'content', 'targeting']);
export type Area = z.infer<typeof Area>;

export const Severity = z.enum(['high', 'medium', 'low']);
export type Severity = z.infer<typeof Severity>;

/** A place in the file and the words there. A page counts from 1; a box is in points from the top left. */
export const Evidence = z.object({
  path: FieldPath.optional(),
  page: z.number().int().positive().optional(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  text: z.string(),
  /** The same words in a better order, with their quotation marks; never a fact the file does not hold. */
  instead: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Finding = z.object({
  code: z.string(),
  area: Area,
  severity: Severity,
  title: z.string(),
  /** What was seen and why it matters. */
  text: z.string(),
  /** What a person can do about it. */
  fix: z.string(),
  evidence: z.array(Evidence).min(1),
  /** Points of the score that mending it gives back. */
  points: z.number().nonnegative(),
});
export type Finding = z.infer<typeof Finding>;

/** One check that was run, with the points it gave. */
export const CheckResult = z.object({ code: z.string(), title: z.string(), score: z.number(), outOf: z.number() });

/** One area of the score: the sum of its checks. */
export const Part = z.object({
  area: Area,
  score: z.number(),
  outOf: z.number(),
  checks: z.array(CheckResult),
});
export type Part = z.infer<typeof Part>;

/** A skill that postings of the wanted titles name. */
export const AskedSkill = z.object({
  skill: z.string(),
  /** Postings that name it. */
  count: z.number().int().nonnegative(),
  shown: z.boolean(),
  /** Field of the file that shows it best: an entry before a list. */
  where: FieldPath.optional(),
  /** Whether a job, project or other entry names it, not only a list. */
  proved: z.boolean(),
  /** How the file writes it, where that is another name. */
  as: z.string().optional(),
  /** The skill of the file that implies this one, where only that is named. */
  impliedBy: z.string().optional(),
});
export type AskedSkill = z.infer<typeof AskedSkill>;

export const Wanted = z.object({
  titles: z.array(z.string()),
  /** Postings that were looked at; 0 means there is nothing to compare with. */
  postings: z.number().int().nonnegative(),
  asked: z.array(AskedSkill),
});
export type Wanted = z.infer<typeof Wanted>;

/** The score of one file, as it is kept. Scores of one `version` with the same `outOf` in each part can be compared. */
export const ScoreRecord = z.object({
  resumeId: z.string(),
  /** When the file came. */
  at: z.iso.datetime(),
  score: z.number(),
  parts: z.array(z.object({ area: Area, score: z.number(), outOf: z.number() })),
  version: z.number().int(),
});
export type ScoreRecord = z.infer<typeof ScoreRecord>;

export const Advice = z.object({
  resumeId: z.string(),
  fileName: z.string(),
  /** Version of the rules behind the score. */
  version: z.number().int(),
  /** 0–100: points got of the points of all checks that were run. */
  score: z.number(),
  parts: z.array(Part),
  /** The most valuable first. */
  findings: z.array(Finding),
  wanted: Wanted,
  /** Files of this person by the same rules, oldest first; `comparable` says that the same checks were run on this one. */
  history: z.array(
    z.object({
      resumeId: z.string(),
      fileName: z.string(),
      at: z.iso.datetime(),
      score: z.number(),
      comparable: z.boolean(),
    }),
  ),
  /** ISO 639-1 of the file, or `und`. */
  language: z.string(),
  notChecked: z.array(z.object({ code: z.string(), title: z.string(), why: z.string() })),
});
export type Advice = z.infer<typeof Advice>;
