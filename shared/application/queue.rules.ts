/** Which posting to apply to next, and which the person applied to already. */
import type { JobStatus } from '#shared/job/job.schema.ts';
import { companyKey } from '#shared/job/normalise.rules.ts';
import { cleanTitle } from '#shared/job/title.rules.ts';
import { fold } from '#shared/kernel/text.ts';

/** A posting somebody could apply to. */
export type Candidate = {
  readonly jobId: string;
  readonly title: string;
  readonly company: string;
  readonly location: string;
  readonly url: string;
  /** 0–100; absent where nobody has reckoned it. */
  readonly score?: number | undefined;
  /** Saved by the person, or found for them. */
  readonly from: 'saved' | 'match';
};

/** A posting the person did something about. */
export type Acted = {
  readonly jobId: string;
  readonly title: string;
  readonly company: string;
  readonly status: JobStatus | null;
  /** When they came to that status, ISO 8601. */
  readonly at: string;
};

const SENT: readonly (JobStatus | null)[] = ['applied', 'interviewed', 'offered', 'accepted', 'rejected', 'withdrawn'];
/** Employers ask to wait about half a year before the same role is applied for again. */
const AGAIN_AFTER_DAYS = 180;
const DAY_MS = 86_400_000;

/** Whether an application was sent, whatever came of it. */
export const wasSent = (acted: Pick<Acted, 'status'>): boolean => SENT.includes(acted.status);

const vacancy = ({ company, title }: { company: string; title: string }): string | undefined => {
  const [employer, role] = [companyKey(company), fold(cleanTitle(title))];
  return employer === '' || role === '' ? undefined : `${employer}\n${role}`;
};

/** Whether two postings name one role at one employer. Postings that do not name both are never the same. */
export function isSameRole(
  one: { company: string; title: string },
  other: { company: string; title: string },
): boolean {
  const role = vacancy(one);
  return role !== undefined && role === vacancy(other);
}

type Asked = { readonly jobId?: string | undefined; readonly title: string; readonly company: string };

/**
 * The application the person sent for this very posting, or within 180 days for the same title at the same employer;
 * undefined where there is none. `now` in ms since 1970.
 */
export function sentBefore(asked: Asked, { acted, now }: { acted: readonly Acted[]; now: number }): Acted | undefined {
  const sent = acted.filter(wasSent);
  const same = asked.jobId === undefined ? undefined : sent.find(({ jobId }) => jobId === asked.jobId);
  if (same !== undefined) return same;
  const role = vacancy(asked);
  if (role === undefined) return undefined;
  return sent.find((one) => vacancy(one) === role && now - Date.parse(one.at) < AGAIN_AFTER_DAYS * DAY_MS);
}

/**
 * What to apply to next: the best fit first, what was saved before what was found where they fit alike, each vacancy
 * once. Left out is what was applied to already, and what has no page to open.
 */
export function nextJobs(given: {
  saved: readonly Candidate[];
  matches: readonly Candidate[];
  acted: readonly Acted[];
  now: number;
}): Candidate[] {
  const scores = new Map(given.matches.map(({ jobId, score }) => [jobId, score]));
  const seen = new Set<string>();
  return [...given.saved.map((one) => ({ ...one, score: one.score ?? scores.get(one.jobId) })), ...given.matches]
    .filter((one) => {
      const names = [one.jobId, vacancy(one) ?? one.jobId];
      if (names.some((name) => seen.has(name)) || !/^https?:\/\//i.test(one.url)) return false;
      for (const name of names) seen.add(name);
      return sentBefore(one, given) === undefined;
    })
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
}
