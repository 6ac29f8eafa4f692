/**
 * Himalayas (himalayas.app/api): remote jobs with whole texts, re-listed from employers' boards; one role comes once per
 * group of countries one may work from.
 */
import { findPlaces } from '#shared/job/place.rules.ts';
import {
  addressOf,
  amountOf,
  at,
  bodyOf,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  type Loose,
  lineOf,
  linesOf,
  nextPage,
  numberIn,
  readEntries,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { employmentOf, payOf, periodIn } from '../stated.rules.ts';

const HOST = 'himalayas.app';
/** The interface gives at most 20 a page. */
const PER_PAGE = 20;
const MOST_PAGES = 25;

export const himalayas: JobSource = {
  id: 'himalayas',
  display: displayOf('himalayas'),
  kind: 'list',
  keys: [],
  pace: { everyMs: 2000 },

  start: () => ({ url: `https://${HOST}/jobs/api?limit=${PER_PAGE}&offset=0` }),

  read({ body, url }) {
    const answer = jsonOf(body);
    const jobs = entriesAt(answer, 'jobs');
    const total = amountOf(at(answer, 'totalCount'));
    const taken = numberIn(url, 'offset', 0) + jobs.length;
    const more = jobs.length > 0 && taken < Math.min(total ?? 0, PER_PAGE * MOST_PAGES);
    const next = more ? nextPage(url, { host: HOST, parameter: 'offset', value: taken }) : undefined;
    return {
      ...readEntries(jobs, { idOf: (job) => at(job, 'guid'), read: (job) => jobOf(fieldsOf(job)) }),
      ...(total !== null && { total }),
      ...(next && { next }),
    };
  },
};

function jobOf(job: Loose): SourcePosting {
  const link = addressOf(job.guid) ?? addressOf(job.applicationLink) ?? '';
  const apply = addressOf(job.applicationLink);
  const allowed = linesOf(job.locationRestrictions, { most: 100, count: 300 });
  const countries = [...new Set(allowed.flatMap((name) => findPlaces(name).countries))];
  return posting({
    source: 'himalayas',
    sourceId: lineOf(job.guid, 300) ?? '',
    url: link,
    applyUrl: apply === link ? null : apply,
    title: lineOf(job.title, 300) ?? '',
    company: lineOf(job.companyName, 200),
    // More countries than a posting can name is the world but for a few.
    remote: {
      kind: 'remote',
      countries: countries.length > 60 ? [] : countries,
      text: lineOf(allowed.join(', '), 300),
    },
    description: bodyOf(job.description) || bodyOf(job.excerpt),
    pay: payOf({
      min: job.minSalary,
      max: job.maxSalary,
      currency: job.currency ?? job.salaryCurrency ?? 'USD',
      period: periodIn(job.salaryPeriod) ?? 'year',
    }),
    employmentType: employmentOf(job.employmentType),
    seniority: lineOf(
      linesOf(Array.isArray(job.seniority) ? job.seniority : [job.seniority], { most: 60, count: 5 }).join(', '),
      200,
    ),
    categories: linesOf(job.categories, { most: 120, count: 60 }).map((category) => category.replaceAll('-', ' ')),
    postedAt: instantOf(job.pubDate),
    expiresAt: instantOf(job.expiryDate),
    truncated: bodyOf(job.description) === '',
  });
}
