/** JSON Feed, and the ids of feeds of any kind. */
import {
  addressOf,
  at,
  bodyOf,
  closingOf,
  fieldsOf,
  instantOf,
  jsonOf,
  lineOf,
  linesOf,
  listOf,
  placeFrom,
  readEntries,
  remoteFrom,
} from './answer.rules.ts';
import { feedErrors } from './feed.errors.ts';
import { posting } from './posting.schema.ts';
import type { SourceAnswer, SourcePage } from './source.schema.ts';
import { employmentOf, languageIn } from './stated.rules.ts';

/** Ids that are unique everywhere stay; a bare number is unique in its feed only. */
export const worldwide = (id: string, feedUrl: string): string =>
  /^(?:https?:|urn:|tag:)|^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(id) ? id : `${new URL(feedUrl).host}:${id}`;

/** JSON Feed (jsonfeed.org); boards put schema.org's JobPosting beside each item. */
export function readJsonFeed({ body, url }: SourceAnswer): SourcePage {
  const feed = fieldsOf(jsonOf(body));
  if (!/jsonfeed\.org/.test(String(feed.version)) || !Array.isArray(feed.items))
    throw feedErrors.unreadable({ log: 'JSON, but no JSON Feed' });
  return readEntries(feed.items, {
    idOf: (item) => at(item, 'id'),
    read: (raw) => {
      const item = fieldsOf(raw);
      const job = fieldsOf(item._jobposting);
      const id = lineOf(item.id, 300);
      const title = lineOf(item.title ?? job.title, 300);
      const link = addressOf(item.url ?? item.external_url, url) ?? addressOf(id);
      if (id === null || link === null) return { reject: 'feed.without_id' };
      if (title === null) return { reject: 'feed.without_title' };
      const places = Array.isArray(job.jobLocation) ? job.jobLocation : [job.jobLocation];
      return posting({
        source: 'rss',
        sourceId: worldwide(id, url),
        url: link,
        title,
        company: lineOf(at(job.hiringOrganization, 'name') ?? at(listOf(item.authors)[0], 'name'), 200),
        places: places
          .map((place) => fieldsOf(at(place, 'address')))
          .flatMap((address) => placeFrom({ city: address.addressLocality, country: address.addressCountry }) ?? [])
          .slice(0, 200),
        remote:
          job.jobLocationType === 'TELECOMMUTE' ? remoteFrom(at(job.applicantLocationRequirements, 'name')) : null,
        description: bodyOf(item.content_html ?? job.description ?? item.content_text ?? item.summary),
        employmentType: employmentOf(job.employmentType),
        categories: linesOf(item.tags, { most: 120, count: 60 }),
        requisition: lineOf(at(job.identifier, 'value'), 120),
        postedAt: instantOf(item.date_published ?? job.datePosted),
        updatedAt: instantOf(item.date_modified),
        expiresAt: closingOf(job.validThrough),
        language: languageIn(item.language ?? feed.language),
        truncated: item.content_html === undefined && job.description === undefined && item.content_text === undefined,
      });
    },
  });
}
