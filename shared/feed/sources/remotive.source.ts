/**
 * Remotive (github.com/remotive-com/remote-jobs-api): remote jobs, a day late, whole texts. At most four calls a day and
 * two a minute; one answer holds all there is, so one call serves everybody.
 */
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
  readEntries,
  remoteFrom,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { employmentOf, payIn } from '../stated.rules.ts';

export const remotive: JobSource = {
  id: 'remotive',
  display: displayOf('remotive'),
  kind: 'list',
  keys: [],
  pace: { everyMs: 60_000, perDay: 4 },

  start: () => ({ url: 'https://remotive.com/api/remote-jobs' }),

  read: ({ body }) =>
    readEntries(entriesAt(jsonOf(body), 'jobs'), {
      idOf: (job) => at(job, 'id'),
      read: (job) => jobOf(fieldsOf(job)),
    }),
};

function jobOf(job: Loose): SourcePosting {
  return posting({
    source: 'remotive',
    sourceId: lineOf(job.id, 60) ?? '',
    url: addressOf(job.url) ?? '',
    title: lineOf(job.title, 300) ?? '',
    company: lineOf(job.company_name, 200),
    remote: remoteFrom(job.candidate_required_location),
    description: bodyOf(job.description),
    pay: payIn(job.salary),
    employmentType: employmentOf(job.job_type),
    categories: linesOf([job.category, ...(Array.isArray(job.tags) ? job.tags : [])], { most: 120, count: 60 }),
    postedAt: instantOf(job.publication_date),
  });
}
