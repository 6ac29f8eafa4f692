/**
 * Jooble (jooble.org/api/about): excerpts from other boards. The links are click links without a lasting address, so its
 * postings are recognised by company, title and place. Ids pass 2^53 and are read as text.
 */
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
  placeOf,
  readEntries,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { employmentOf, payIn } from '../stated.rules.ts';

export const jooble: JobSource = {
  id: 'jooble',
  display: displayOf('jooble'),
  kind: 'search',
  keys: ['JOOBLE_KEY'],
  // The quota belongs to the key and is nowhere published; this stays under the smallest one seen.
  pace: { everyMs: 2000, perDay: 100 },

  start: ({ query }, keys) => ({
    url: `https://jooble.org/api/${encodeURIComponent(keys.JOOBLE_KEY ?? '')}`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      keywords: [query?.what, query?.remote ? 'remote' : undefined].filter((word) => word).join(' '),
      location: query?.where ?? '',
      page: '1',
      ResultOnPage: '100',
    }),
  }),

  read({ body }) {
    const answer = jsonOf(body);
    const total = amountOf(at(answer, 'totalCount'));
    return {
      ...readEntries(entriesAt(answer, 'jobs'), {
        idOf: (job) => at(job, 'id'),
        read: (job) => jobOf(fieldsOf(job)),
      }),
      ...(total !== null && { total }),
    };
  },
};

function jobOf(job: Loose): SourcePosting {
  const place = placeOf(job.location);
  const link = addressOf(job.link) ?? '';
  return posting({
    source: 'jooble',
    sourceId: lineOf(job.id, 60) ?? '',
    // The query holds the keys of one search.
    url: link.replace(/[?#].*$/, ''),
    applyUrl: link === '' ? null : link,
    title: lineOf(job.title, 300) ?? '',
    company: lineOf(job.company, 200),
    places: place ? [place] : [],
    description: bodyOf(job.snippet),
    pay: payIn(job.salary),
    employmentType: employmentOf(job.type),
    // The board it was found on.
    categories: linesOf([job.source], { most: 120, count: 1 }),
    updatedAt: instantOf(job.updated),
    truncated: true,
  });
}
