/** Arbeitnow's board (arbeitnow.com): mostly Germany, texts whole and often in German; the newest first, page by page. */
import {
  addressOf,
  at,
  bodyOf,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  type Loose,
  lineOf,
  linesOf,
  listOf,
  nextPage,
  numberIn,
  placeOf,
  readEntries,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf } from '../stated.rules.ts';

const HOST = 'www.arbeitnow.com';
/** About a week of postings; what is older came earlier. */
const MOST_PAGES = 10;

export const arbeitnow: JobSource = {
  id: 'arbeitnow',
  display: displayOf('arbeitnow'),
  kind: 'list',
  keys: [],
  pace: { everyMs: 2000 },

  start: () => ({ url: `https://${HOST}/api/job-board-api?page=1` }),

  read({ body, url }) {
    const answer = jsonOf(body);
    const jobs = entriesAt(answer, 'data');
    const page = numberIn(url, 'page', 1);
    // Its own `links.next` is only asked whether there is one, never followed.
    const more = jobs.length > 0 && page < MOST_PAGES && typeof at(answer, 'links', 'next') === 'string';
    const next = more ? nextPage(url, { host: HOST, parameter: 'page', value: page + 1 }) : undefined;
    return {
      ...readEntries(jobs, { idOf: (job) => at(job, 'slug'), read: (job) => jobOf(fieldsOf(job)) }),
      ...(next && { next }),
    };
  },
};

function jobOf(job: Loose): SourcePosting {
  const slug = lineOf(job.slug, 300) ?? '';
  const types = listOf(job.job_types);
  return posting({
    source: 'arbeitnow',
    sourceId: slug,
    url: addressOf(job.url) ?? `https://${HOST}/jobs/${encodeURIComponent(slug)}`,
    title: lineOf(job.title, 300) ?? '',
    company: lineOf(job.company_name, 200),
    places: distinct((lineOf(job.location, 1000) ?? '').split(/,\s*(?=\p{Lu})/u).map(placeOf)),
    remote: job.remote === true ? { kind: 'remote', countries: [], text: null } : null,
    description: bodyOf(job.description),
    employmentType: employmentOf(...types),
    // `job_types` mixes kinds of contract with levels (`professional / experienced`).
    seniority: lineOf(
      types.find((type) => employmentOf(type) === null),
      200,
    ),
    categories: linesOf(job.tags, { most: 120, count: 60 }),
    postedAt: instantOf(job.created_at),
  });
}
