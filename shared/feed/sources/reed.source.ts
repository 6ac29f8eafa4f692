/**
 * Reed, United Kingdom (reed.co.uk/developers): the list has excerpts, the whole text and the employer's own address come
 * with one request a posting. Pay that is hidden is null. Courses that pose as jobs are common and get a mark.
 */
import {
  addressOf,
  amountOf,
  at,
  bodyOf,
  closingOf,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  type Loose,
  lineOf,
  nextPage,
  numberIn,
  placeFrom,
  readEntries,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource, SourceKeys } from '../source.schema.ts';
import { employmentOf, payOf, periodIn } from '../stated.rules.ts';
import { COURSE, sellsCourse } from '../wording.rules.ts';

const HOST = 'www.reed.co.uk';
const PER_PAGE = 100;
const MOST_PAGES = 5;

/** Basic authentication: the key is the name, the password is empty. */
const signed = (keys: SourceKeys) => ({ Authorization: `Basic ${btoa(`${keys.REED_KEY ?? ''}:`)}` });

export const reed: JobSource = {
  id: 'reed',
  display: displayOf('reed'),
  kind: 'search',
  keys: ['REED_KEY'],
  pace: { everyMs: 1000, perDay: 2000 },

  start({ query }, keys) {
    const url = new URL(`https://${HOST}/api/1.0/search`);
    if (query?.what) url.searchParams.set('keywords', query.what);
    if (query?.where) url.searchParams.set('locationName', query.where);
    url.searchParams.set('resultsToTake', String(PER_PAGE));
    url.searchParams.set('resultsToSkip', '0');
    return { url: url.href, headers: signed(keys) };
  },

  read({ body, url }) {
    const answer = jsonOf(body);
    const results = entriesAt(answer, 'results');
    const total = amountOf(at(answer, 'totalResults'));
    const taken = numberIn(url, 'resultsToSkip', 0) + results.length;
    const more = results.length === PER_PAGE && taken < Math.min(total ?? 0, PER_PAGE * MOST_PAGES);
    const next = more ? nextPage(url, { host: HOST, parameter: 'resultsToSkip', value: taken }) : undefined;
    return {
      ...readEntries(results, { idOf: (job) => at(job, 'jobId'), read: (job) => jobOf(fieldsOf(job)) }),
      ...(total !== null && { total }),
      ...(next && { next }),
    };
  },

  detail: ({ sourceId }, _ask, keys) => ({
    url: `https://${HOST}/api/1.0/jobs/${encodeURIComponent(sourceId)}`,
    headers: signed(keys),
  }),

  readDetail({ body }, found) {
    const job = fieldsOf(jsonOf(body));
    if (lineOf(job.jobId, 60) !== found.sourceId) throw feedErrors.unreadable({ log: 'the detail of another posting' });
    const whole = jobOf(job);
    const external = addressOf(job.externalUrl);
    return {
      ...whole,
      // The employer's own address is what other sources know the vacancy by.
      applyUrl: external,
      description: whole.description === '' ? found.description : whole.description,
      truncated: whole.description === '' ? found.truncated : false,
      pay: whole.pay ?? found.pay,
      postedAt: whole.postedAt ?? found.postedAt,
      employmentType: employmentIn(job),
    };
  },
};

function employmentIn(job: Loose): SourcePosting['employmentType'] {
  if (job.partTime === true && job.fullTime !== true) return 'part-time';
  return employmentOf(job.contractType) ?? (job.fullTime === true ? 'full-time' : null);
}

/** Some places are a postcode (`SE1 9XX`, `EC1A1BB`), which is no city. */
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?(?:\s*\d[A-Z]{2})?$/i;

function jobOf(job: Loose): SourcePosting {
  const id = lineOf(job.jobId, 60) ?? '';
  const title = lineOf(job.jobTitle, 300) ?? '';
  const description = bodyOf(job.jobDescription);
  const place = placeFrom({
    text: job.locationName,
    city: POSTCODE.test(lineOf(job.locationName, 120) ?? '') ? null : job.locationName,
    country: 'GB',
  });
  return posting({
    source: 'reed',
    sourceId: id,
    url: addressOf(job.jobUrl) ?? `https://${HOST}/jobs/${encodeURIComponent(id)}`,
    title,
    company: lineOf(job.employerName, 200),
    places: place ? [place] : [],
    description,
    // The list's figures are for a year; a detail names its own period beside its own figures.
    pay: payOf({
      min: job.minimumSalary,
      max: job.maximumSalary,
      currency: job.currency ?? 'GBP',
      period: job.salaryType === undefined ? 'year' : periodIn(job.salaryType),
      text: job.salary,
    }),
    categories: sellsCourse({ title, text: description }) ? [COURSE] : [],
    postedAt: instantOf(job.date ?? job.datePosted),
    expiresAt: closingOf(job.expirationDate),
    truncated: true,
  });
}
