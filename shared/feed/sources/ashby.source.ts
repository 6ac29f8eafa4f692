/** Ashby job boards: one answer holds the whole board (developers.ashbyhq.com/docs/public-job-posting-api). */
import {
  addressOf,
  at,
  bodyOf,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  lineOf,
  linesOf,
  listOf,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf, payOf, periodIn, placeWith, remoteAs } from '../stated.rules.ts';

function readJob(entry: unknown) {
  const job = fieldsOf(entry);
  if (job.isListed === false) return 'skip';
  const places = distinct(
    [job, ...listOf(job.secondaryLocations).map(fieldsOf)].map(({ location, address }) => {
      const parts = fieldsOf(at(address, 'postalAddress') ?? address);
      return placeWith(location, {
        city: parts.addressLocality,
        region: parts.addressRegion,
        country: parts.addressCountry,
      });
    }),
  );
  return posting({
    source: 'ashby',
    sourceId: lineOf(job.id, 300) ?? '',
    url: addressOf(job.jobUrl) ?? '',
    applyUrl: addressOf(job.applyUrl),
    title: lineOf(job.title, 300) ?? '',
    places,
    remote: remoteIn(job, places),
    description: bodyOf(job.descriptionHtml) || bodyOf(job.descriptionPlain),
    pay: job.shouldDisplayCompensationOnJobPostings === false ? null : payIn(job.compensation),
    employmentType: employmentOf(job.employmentType),
    department: lineOf(job.department, 200),
    categories: linesOf([job.department, job.team], { most: 120, count: 60 }),
    postedAt: instantOf(job.publishedAt),
    updatedAt: instantOf(job.updatedAt),
  });
}

/** `workplaceType` is the finer word: what is marked remote may still be hybrid. */
function remoteIn(job: Readonly<Record<string, unknown>>, places: SourcePosting['places']): SourcePosting['remote'] {
  const kind = { remote: 'remote', hybrid: 'hybrid', onsite: 'onsite' } as const;
  const word = String(job.workplaceType ?? '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (word === 'remote' || word === 'hybrid' || word === 'onsite') return remoteAs(kind[word], { places });
  return job.isRemote === true ? remoteAs('remote', { places }) : null;
}

/** The salary among equity and bonus. Its figures are typed by people; the summary keeps their words. */
function payIn(compensation: unknown) {
  const salary = listOf(at(compensation, 'summaryComponents'))
    .map(fieldsOf)
    .find(({ compensationType }) => compensationType === 'Salary');
  return payOf({
    min: salary?.minValue,
    max: salary?.maxValue,
    currency: salary?.currencyCode,
    period: periodIn(salary?.interval),
    text: at(compensation, 'compensationTierSummary'),
  });
}

export const ashby: JobSource = {
  id: 'ashby',
  display: displayOf('ashby'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 1000 },
  boardAt: (url) => boardOf('ashby', url),
  boardUrl: (board) => `https://jobs.ashbyhq.com/${encodeURIComponent(board)}`,
  start({ board }) {
    // The name's case counts in its addresses, and it may hold spaces.
    if (board === undefined || board === '' || board.length > 100 || /[/\\?#%\p{Cc}]|^\.+$/u.test(board))
      throw feedErrors.no_board();
    return {
      url: `https://api.ashbyhq.com/posting-api/job-board/${encodeURIComponent(board)}?includeCompensation=true`,
    };
  },
  read: (answer) =>
    readEntries(entriesAt(jsonOf(answer.body), 'jobs'), { read: readJob, idOf: (entry) => at(entry, 'id') }),
};
