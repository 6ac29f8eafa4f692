/**
 * The monthly "Ask HN: Who is hiring?" threads, by the search service of Hacker News (hn.algolia.com/api): the newest
 * thread is found, then read with its comments. Only comments on the thread itself are adverts; an advert that names
 * several roles is as many postings, and the same advert of the next month is the same posting said again.
 */
import { companyKey } from '#shared/job/normalise.rules.ts';
import { decodeEntities } from '#shared/job/text.rules.ts';
import {
  addressOf,
  at,
  bodyOf,
  type Entry,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  type Loose,
  lineOf,
  placeOf,
  readEntries,
  remoteFrom,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf, payIn } from '../stated.rules.ts';
import { readAdvert } from '../who-is-hiring.rules.ts';

const API = 'https://hn.algolia.com/api/v1';
const item = (id: string) => ({ url: `${API}/items/${id}` });

export const hn: JobSource = {
  id: 'hn',
  display: displayOf('hn'),
  kind: 'list',
  keys: [],
  pace: { everyMs: 1000 },

  boardAt: (url) =>
    url.hostname === 'news.ycombinator.com' && url.pathname === '/item'
      ? /^\d{1,12}$/.exec(url.searchParams.get('id') ?? '')?.[0]
      : undefined,
  boardUrl: (board) => `https://news.ycombinator.com/item?id=${encodeURIComponent(board)}`,

  start({ board }) {
    if (board !== undefined && !/^\d{1,12}$/.test(board)) throw feedErrors.no_board();
    return board === undefined
      ? { url: `${API}/search_by_date?tags=story,author_whoishiring&hitsPerPage=6` }
      : item(board);
  },

  read({ body }) {
    const answer = jsonOf(body);
    if (Array.isArray(at(answer, 'hits'))) {
      const thread = entriesAt(answer, 'hits').find((hit) =>
        /who is hiring/i.test(lineOf(at(hit, 'title'), 300) ?? ''),
      );
      const id = lineOf(at(thread, 'objectID'), 12);
      return { postings: [], rejected: [], ...(id !== null && /^\d+$/.test(id) && { next: item(id) }) };
    }
    return readEntries(entriesAt(answer, 'children'), {
      idOf: (comment) => at(comment, 'id'),
      read: (comment) => advertIn(fieldsOf(comment)),
    });
  },
};

function advertIn(comment: Loose): Entry {
  const id = lineOf(comment.id, 20);
  const author = lineOf(comment.author ?? comment.by, 60);
  const text = bodyOf(comment.text);
  if (comment.deleted === true || comment.dead === true || id === null || author === null || text === '') return 'skip';
  const advert = readAdvert(text);
  if (!advert) return { reject: 'feed.no_advert' };
  const url = `https://news.ycombinator.com/item?id=${id}`;
  const apply = applyIn(text);
  return advert.roles.map((title) =>
    posting({
      source: 'hn',
      // Comments get a new id every month; who says it, for whom and which role stay.
      sourceId:
        `${author}/${companyKey(advert.company)}/${title.toLowerCase().replace(/[^\p{L}\p{N}+#]+/gu, '-')}`.slice(
          0,
          300,
        ),
      url,
      applyUrl: apply,
      title: title.slice(0, 300),
      company: advert.company,
      places: distinct(advert.places.map(placeOf)),
      remote:
        advert.remote === null
          ? null
          : advert.remote.kind === 'remote'
            ? remoteFrom(advert.remote.words)
            : { kind: advert.remote.kind, countries: [], text: advert.remote.words.slice(0, 300) },
      description: text,
      pay: payIn(advert.pay),
      employmentType: employmentOf(advert.employment),
      postedAt: instantOf(comment.created_at_i ?? comment.time ?? comment.created_at),
    }),
  );
}

/** The first link that leads to a job or careers page; links are cut short only in what is shown, not in `href`. */
function applyIn(html: string): string | null {
  for (const [, href = ''] of html.slice(0, 20_000).matchAll(/<a\s[^>]*?href="([^"]{1,2000})"/gi)) {
    const address = addressOf(decodeEntities(href));
    if (address !== null && /job|career|join|hiring|apply|greenhouse|lever\.co|ashbyhq|workable|recruit/i.test(address))
      return address;
  }
  return null;
}
