/** From a saved search to the filters of the list of postings, to what sources are asked, and to what tells two apart. */
import { fold } from '#shared/kernel/text.ts';
import type { SearchQuery, WantedQuery } from './search.schema.ts';

const DAY = 86_400_000;

/** One list's filter; a posting passes a search when it passes any of its filters. */
export type Filter = {
  q?: string;
  location?: string;
  company?: string;
  source?: string;
  remote?: NonNullable<SearchQuery['remote']>;
  employmentType?: NonNullable<SearchQuery['employmentType']>;
  /** Milliseconds since 1970. */
  postedSince?: number;
  salaryMin?: number;
};

/** The search as filters: each title with each source. `now` makes "days back" a moment. */
export function listFilters(query: SearchQuery, now: number): Filter[] {
  const { q, titles, source, sources, location, company, remote, employmentType, postedSince, salaryMin } = query;
  const texts = titles?.length ? titles.map((title) => [title, q].filter(Boolean).join(' ')) : [q];
  const from = sources?.length ? sources : [source];
  const same: Filter = {
    ...(location && { location }),
    ...(company && { company }),
    ...(remote && { remote }),
    ...(employmentType && { employmentType }),
    ...(postedSince !== undefined && { postedSince: now - postedSince * DAY }),
    ...(salaryMin !== undefined && { salaryMin }),
  };
  return texts.flatMap((text) =>
    from.map((one): Filter => ({ ...same, ...(text && { q: text }), ...(one && { source: one }) })),
  );
}

/** Only what is stated: empty texts and empty lists say nothing. */
export function tidy(query: SearchQuery): SearchQuery {
  const kept = Object.entries(query).flatMap(([name, value]) => {
    const stated = Array.isArray(value) ? [...new Set(value)] : value;
    return stated === undefined || stated === '' || (Array.isArray(stated) && stated.length === 0)
      ? []
      : [[name, stated]];
  });
  return Object.fromEntries(kept);
}

/** The same text for searches that find the same: order, case and blanks do not matter. */
export function naturalKey(query: SearchQuery): string {
  const norm = (value: unknown): unknown =>
    typeof value === 'string' ? fold(value) : Array.isArray(value) ? value.map(norm).toSorted() : value;
  const entries = Object.entries(tidy(query)).map(([name, value]) => [name, norm(value)] as const);
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const LONGEST = 100;
const asked = (text: string): string => fold(text).slice(0, LONGEST).trim();

/** What sources that search are asked for it; nothing where the search names neither words nor a place. */
export function wantedOf(query: SearchQuery, country?: string): WantedQuery[] {
  const titles = query.titles?.length ? query.titles : [query.q ?? ''];
  return wantedFor({ titles, places: [query.location ?? ''], country, remote: query.remote });
}

/** What sources are asked for somebody of these wishes: each title at each place. */
export function wantedFor(wish: {
  titles: readonly string[];
  places: readonly string[];
  country?: string | undefined;
  remote?: string | undefined;
}): WantedQuery[] {
  const places = wish.places.length > 0 ? wish.places : [''];
  const all = wish.titles.flatMap((title) =>
    places.map(
      (place): WantedQuery => ({
        what: asked(title),
        where: asked(place),
        ...(wish.country !== undefined && { country: wish.country }),
        ...(wish.remote === 'remote' && { remote: true }),
      }),
    ),
  );
  const telling = all.filter(({ what, where }) => what !== '' || where !== '');
  return [...new Map(telling.map((one) => [JSON.stringify(one), one])).values()];
}
