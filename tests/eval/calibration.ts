/** Whether a confidence of 0.8 means right in eight of ten cases. */
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { Counts } from './resume-scorer.ts';

export type Judged = { field: string; confidence: number; right: boolean };

/** Which field of the scorer a path of the resume counts for. */
const FIELD_OF: readonly [RegExp, string][] = [
  [/^basics\.name$/u, 'name'],
  [/^basics\.email$/u, 'email'],
  [/^basics\.phone$/u, 'phone'],
  [/^basics\.location$/u, 'location'],
  [/^basics\.(?:url|profiles\[\d+\])$/u, 'urls'],
  [/^work\[\d+\]\.name$/u, 'work.company'],
  [/^work\[\d+\]\.position$/u, 'work.position'],
  [/^work\[\d+\]\.startDate$/u, 'work.start'],
  [/^work\[\d+\]\.endDate$/u, 'work.end'],
  [/^education\[\d+\]\.institution$/u, 'education.institution'],
  [/^education\[\d+\]\.studyType$/u, 'education.degree'],
  [/^education\[\d+\]\.endDate$/u, 'education.end'],
  [/^languages\[\d+\]\.language$/u, 'languages'],
  [/^skills\[\d+\]\.(?:name|keywords\[\d+\])$/u, 'skills'],
];

/** Each value with a confidence is right if taking it away costs a hit. */
export function judge(
  { resume, confidence }: { resume: Resume; confidence: Record<string, number> },
  score: (resume: Resume) => Counts,
): Judged[] {
  const hits = (given: Resume): number => Object.values(score(given)).reduce((n, { tp }) => n + tp, 0);
  const full = hits(resume);
  return Object.entries(confidence).flatMap(([path, value]) => {
    const field = FIELD_OF.find(([pattern]) => pattern.test(path))?.[1];
    if (field === undefined) return [];
    const rest = structuredClone(resume);
    remove(rest, path);
    return [{ field, confidence: value, right: hits(rest) < full }];
  });
}

function remove(root: unknown, path: string): void {
  const keys = path.split(/[.[\]]+/u).filter((k) => k !== '');
  let at: unknown = root;
  for (const key of keys.slice(0, -1))
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  const last = keys.at(-1) ?? '';
  if (Array.isArray(at)) at[Number(last)] = typeof at[Number(last)] === 'string' ? '' : {};
  else if (typeof at === 'object' && at !== null) delete (at as Record<string, unknown>)[last];
}

export type Bin = { said: number; right: number; n: number };

/** Ten bins of equal width, empty ones left out. */
export function reliability(judged: readonly Judged[]): Bin[] {
  return Array.from({ length: 10 }, (_, i) =>
    judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === i),
  )
    .filter((own) => own.length > 0)
    .map((own) => ({
      said: own.reduce((n, { confidence }) => n + confidence, 0) / own.length,
      right: own.filter(({ right }) => right).length / own.length,
      n: own.length,
    }));
}

/** Expected calibration error: the mean distance between said and right, weighted by how many values a bin holds. */
export const expectedError = (judged: readonly Judged[]): number =>
  reliability(judged).reduce((sum, { said, right, n }) => sum + (n / judged.length) * Math.abs(said - right), 0);
