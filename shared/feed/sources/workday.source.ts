/**
 * Workday career sites by the interface of their own pages: the list names postings twenty at a time, each text is an
 * answer of its own. A board is written `host/site` (`acme.wd5.myworkdayjobs.com/Careers`). Its makers do not document
 * it for others, so robots.txt is asked.
 */
import {
  addressOf,
  at,
  bodyOf,
  closingOf,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  lineOf,
  listOf,
  numberIn,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { ownAddress } from '../job-posting.rules.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { FeedAsk, JobSource, SourceRequest } from '../source.schema.ts';
import { distinct, employmentOf, placeWith, remoteAs } from '../stated.rules.ts';

/** The interface gives no more at once. */
const AT_ONCE = 20;
const MOST = 2000;

type Site = { host: string; tenant: string; site: string };

function siteIn(board: string | undefined): Site {
  const [, host, tenant, site] =
    /^((?<tenant>[a-z0-9-]{1,60})\.wd\d{1,3}\.myworkdayjobs\.com)\/([A-Za-z0-9_-]{1,80})$/.exec(board ?? '') ?? [];
  if (!host || !tenant || !site) throw feedErrors.no_board();
  return { host, tenant, site };
}

const apiOf = ({ host, tenant, site }: Site): string => `https://${host}/wday/cxs/${tenant}/${site}`;

/** The interface reads the offset from the body; it stands in the address too, so that the answer tells which page it is. */
const pageFrom = (site: Site, offset: number): SourceRequest => ({
  url: `${apiOf(site)}/jobs?offset=${offset}`,
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify({ appliedFacets: {}, limit: AT_ONCE, offset, searchText: '' }),
});

/** A path of the site, which must stay below it. */
const pathIn = (value: unknown): string | null => {
  const path = lineOf(value, 1000);
  return path !== null && /^\/job\/[^\s?#\\]+$/.test(path) && !path.includes('..') ? path : null;
};

function readListed(entry: unknown, site: Site) {
  const job = fieldsOf(entry);
  const path = pathIn(job.externalPath);
  if (path === null) return { reject: 'feed.unreadable' };
  const several = /^\d+ /.test(String(job.locationsText));
  const places = several ? [] : distinct([placeWith(job.locationsText, {})]);
  const id = path.split('_').at(-1) ?? path;
  return posting({
    source: 'workday',
    sourceId: `${site.tenant}/${site.site}:${path.includes('_') ? id : path}`.slice(0, 300),
    url: `https://${site.host}/${site.site}${path}`,
    title: lineOf(job.title, 300) ?? '',
    places,
    remote: remoteIn(job.remoteType, places),
    description: '',
    requisition: lineOf(listOf(job.bulletFields)[0], 120),
    truncated: true,
  });
}

function remoteIn(type: unknown, places: SourcePosting['places']): SourcePosting['remote'] {
  const word = String(type ?? '').toLowerCase();
  if (/hybrid|flex/.test(word)) return remoteAs('hybrid', { places, text: type });
  if (/remote|virtual|home/.test(word)) return remoteAs('remote', { places, text: type });
  return /on-?\s?site|office/.test(word) ? remoteAs('onsite', { places, text: type }) : null;
}

export const workday: JobSource = {
  id: 'workday',
  display: displayOf('workday'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 2000 },
  robots: true,
  boardAt: (url) => boardOf('workday', url),
  boardUrl: (board) => `https://${board}`,
  start: ({ board }: FeedAsk) => pageFrom(siteIn(board), 0),
  read(answer, { board }) {
    const site = siteIn(board);
    const body = jsonOf(answer.body);
    const entries = entriesAt(body, 'jobPostings');
    const offset = numberIn(answer.url, 'offset', 0);
    const total = at(body, 'total');
    // Only the first page tells the total; a page that is not full is the last.
    const more = entries.length === AT_ONCE && offset + AT_ONCE < MOST;
    return {
      ...readEntries(entries, {
        read: (entry) => readListed(entry, site),
        idOf: (entry) => at(entry, 'externalPath'),
      }),
      ...(more && { next: pageFrom(site, offset + AT_ONCE) }),
      ...(offset === 0 && typeof total === 'number' && total >= 0 && { total }),
    };
  },
  detail({ url }, { board }) {
    const site = siteIn(board);
    return {
      url: `${apiOf(site)}${url.slice(`https://${site.host}/${site.site}`.length)}`,
      headers: { accept: 'application/json' },
    };
  },
  readDetail(answer, listed) {
    const body = jsonOf(answer.body);
    const job = fieldsOf(at(body, 'jobPostingInfo'));
    const description = bodyOf(job.jobDescription);
    if (description.trim() === '') throw feedErrors.unreadable({ log: `no text of ${listed.sourceId}` });
    const country = at(job.country, 'descriptor');
    const more = listOf(job.additionalLocations).map((place) => placeWith(at(place, 'descriptor') ?? place, {}));
    const places = distinct([placeWith(job.location, { country }), ...more]);
    return {
      ...listed,
      url: ownAddress(job.externalUrl, listed.url) ?? listed.url,
      title: lineOf(job.title, 300) ?? listed.title,
      company: lineOf(at(body, 'hiringOrganization', 'name'), 200),
      places: places.length > 0 ? places : listed.places,
      remote: remoteIn(job.remoteType, places) ?? listed.remote,
      description,
      employmentType: employmentOf(job.timeType),
      requisition: lineOf(job.jobReqId, 120) ?? listed.requisition,
      applyUrl: addressOf(job.externalApplyUrl),
      postedAt: instantOf(job.startDate),
      expiresAt: closingOf(job.endDate),
      truncated: false,
    };
  },
};
