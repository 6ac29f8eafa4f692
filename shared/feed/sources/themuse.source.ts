/**
 * The Muse (themuse.com/developers/api/v2): whole texts, 20 a page, 500 requests an hour without a key. Its categories
 * are often wrong, and postings linger for more than a year.
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
  listOf,
  nextPage,
  numberIn,
  placeOf,
  readEntries,
  remoteFrom,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct } from '../stated.rules.ts';

const HOST = 'www.themuse.com';
/** The interface answers pages 0 to 99. */
const MOST_PAGES = 20;

export const themuse: JobSource = {
  id: 'themuse',
  display: displayOf('themuse'),
  kind: 'search',
  keys: [],
  pace: { everyMs: 7500 },

  // It searches by its own categories only; words are matched in our index.
  start({ query }, keys) {
    const url = new URL(`https://${HOST}/api/public/jobs`);
    if (query?.where) url.searchParams.append('location', query.where);
    if (query?.remote) url.searchParams.append('location', 'Flexible / Remote');
    if (keys.THEMUSE_KEY) url.searchParams.set('api_key', keys.THEMUSE_KEY);
    url.searchParams.set('descending', 'true');
    url.searchParams.set('page', '0');
    return { url: url.href };
  },

  read({ body, url }) {
    const answer = jsonOf(body);
    const results = entriesAt(answer, 'results');
    const total = amountOf(at(answer, 'total'));
    const page = numberIn(url, 'page', 0);
    const more = results.length > 0 && page + 1 < Math.min(amountOf(at(answer, 'page_count')) ?? 0, MOST_PAGES);
    const next = more ? nextPage(url, { host: HOST, parameter: 'page', value: page + 1 }) : undefined;
    return {
      ...readEntries(results, { idOf: (job) => at(job, 'id'), read: (job) => jobOf(fieldsOf(job)) }),
      ...(total !== null && { total }),
      ...(next && { next }),
    };
  },
};

const names = (list: unknown): unknown[] => listOf(list).map((entry) => at(entry, 'name'));

function jobOf(job: Loose): SourcePosting {
  const places = names(job.locations).map(placeOf);
  const away = places.find((place) => place !== null && /\bremote\b/i.test(place.text));
  return posting({
    source: 'themuse',
    sourceId: lineOf(job.id, 60) ?? '',
    url: addressOf(at(job, 'refs', 'landing_page')) ?? '',
    title: lineOf(job.name, 300) ?? '',
    company: lineOf(at(job, 'company', 'name'), 200),
    places: distinct(places.filter((place) => place !== away)),
    // `Flexible / Remote` beside a city leaves the choice.
    remote: away ? remoteFrom(null) : null,
    description: bodyOf(job.contents),
    seniority: lineOf(names(job.levels)[0], 200),
    categories: linesOf([...names(job.categories), ...names(job.tags)], { most: 120, count: 60 }),
    postedAt: instantOf(job.publication_date),
  });
}
