/** How a posting of one source becomes, or joins, the posting people see. */
import { atsIdOf } from './canonical-url.rules.ts';
import type { Job } from './job.schema.ts';
import { type NormalPosting, normalisePosting, type RawPosting } from './normalise.rules.ts';

/** One source's word on a posting. */
export type SourcedPosting = RawPosting & {
  source: string;
  sourceId: string;
  url: string;
  postedAt?: string | undefined;
};

/** How good a source's text is to show: an employer's own board 2, a full text 1, an excerpt 0. */
export const rankOf = (posting: { url: string; description: string }): number => {
  const ats = atsIdOf(posting.url);
  if (posting.description.length < 900) return 0;
  return ats !== undefined && ats.ats !== 'adzuna' ? 2 : 1;
};

const instant = (date: string | undefined): string | undefined => {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isFinite(at) ? new Date(at).toISOString() : undefined;
};

/** The fields a normalised posting gives a job. */
function contentOf(
  normal: NormalPosting,
  given: SourcedPosting,
): Omit<Job, 'id' | 'sources' | 'liveness' | 'variants'> {
  const postedAt = instant(given.postedAt);
  return {
    title: normal.title,
    company: normal.company,
    location: normal.location,
    description: normal.description,
    url: given.url,
    ...(postedAt !== undefined && { postedAt }),
    ...(normal.salary && { salary: normal.salary }),
    ...(normal.employmentType && { employmentType: normal.employmentType }),
    skills: normal.skills,
  };
}

/** A new job from one source's posting. `seenAt` is an ISO instant. */
export function newJob(given: SourcedPosting, { id, seenAt }: { id: string; seenAt: string }): Job {
  const { source, sourceId, url } = given;
  return {
    id,
    ...contentOf(normalisePosting(given), given),
    sources: [{ source, sourceId, url, seenAt }],
    liveness: 'live',
    variants: [],
  };
}

/**
 * The job after one of its sources said something (new). `face` says whether that source's text is the one to show; a
 * field the other had and this one lacks stays.
 */
export function withSource(job: Job, given: SourcedPosting, { seenAt, face }: { seenAt: string; face: boolean }): Job {
  const { source, sourceId, url } = given;
  const others = job.sources.filter((s) => s.source !== source || s.sourceId !== sourceId);
  const content = contentOf(normalisePosting(given), given);
  return {
    ...job,
    ...(face
      ? content
      : { salary: job.salary ?? content.salary, employmentType: job.employmentType ?? content.employmentType }),
    // The first day it was seen anywhere is the day it was posted.
    postedAt: [job.postedAt, content.postedAt].filter((d) => d !== undefined).sort()[0],
    sources: [...others, { source, sourceId, url, seenAt }].slice(-50),
  };
}
