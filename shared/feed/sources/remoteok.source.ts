/**
 * Remote OK's list. Element 0 is the notice of its terms. Much of it is thin: tags are given freely, places are typed
 * (`How, `), 0 pay means none stated, texts end in a phrase that proves reading, and some letters are encoded twice.
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
  placeOf,
  readEntries,
  remoteFrom,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { payOf } from '../stated.rules.ts';
import { mendedLetters } from '../wording.rules.ts';

export const remoteok: JobSource = {
  id: 'remoteok',
  display: displayOf('remoteok'),
  kind: 'list',
  keys: [],
  pace: { everyMs: 60_000, perDay: 24 },

  start: () => ({ url: 'https://remoteok.com/api' }),

  read: ({ body }) =>
    readEntries(entriesAt(jsonOf(body)), {
      idOf: (job) => at(job, 'id'),
      read: (entry) => {
        const job = fieldsOf(entry);
        if (job.position === undefined && job.legal !== undefined) return 'skip';
        return jobOf(job);
      },
    }),
};

/**
 * The text without the site's own test of attention at its end (`Please mention the word **…**`): not the employer's
 * words, and nothing that may reach a form or a model.
 */
function withoutTest(text: string): string {
  const end = text.search(/please mention the word \*\*/i);
  return end < 0
    ? text
    : text
        .slice(0, end)
        .trimEnd()
        .replace(/(?:<br\s?\/?>\s?){1,9}$/i, '');
}

function jobOf(job: Loose): SourcePosting {
  const link = addressOf(job.url) ?? '';
  const apply = addressOf(job.apply_url);
  const description = withoutTest(mendedLetters(bodyOf(job.description)));
  const where = lineOf(job.location, 300)?.replace(/[\s,]+$/, '') ?? '';
  const place = placeOf(where);
  // A word that is no place anybody knows says nothing, not even where it is.
  const known = place !== null && place.country !== null;
  return posting({
    source: 'remoteok',
    sourceId: lineOf(job.id, 60) ?? '',
    url: link,
    applyUrl: apply === link ? null : apply,
    title: lineOf(mendedLetters(lineOf(job.position, 300) ?? ''), 300) ?? '',
    company: lineOf(mendedLetters(lineOf(job.company, 200) ?? ''), 200),
    places: known && place.city !== null ? [place] : [],
    remote: remoteFrom(known ? where : null),
    description,
    pay: payOf({ min: job.salary_min, max: job.salary_max, currency: 'USD', period: 'year' }),
    categories: linesOf(job.tags, { most: 120, count: 60 }),
    postedAt: instantOf(job.date) ?? instantOf(job.epoch),
    truncated: /(?:…|\.\.\.|read more)\s*$/i.test(description.slice(-40)) || description.length < 400,
  });
}
