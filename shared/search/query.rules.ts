/** A saved search as the address of the page that shows it, and back. */
import { SearchQuery } from './search.schema.ts';

/** Filters as they stand in an address; `days` is whole days back. */
export type Filters = Readonly<Record<string, string>>;

const TEXTS = ['q', 'location', 'company', 'source', 'remote', 'employmentType'] as const;

/** The filters of an address as a search to keep; `undefined` where nothing is filtered. What is not valid is left out. */
export function searchOf(filters: Filters): SearchQuery | undefined {
  const given: Record<string, unknown> = {};
  for (const key of TEXTS) if (filters[key]) given[key] = filters[key];
  const [days, pay] = [Number(filters.days), Number(filters.salaryMin)];
  if (Number.isInteger(days) && days > 0) given.postedSince = Math.min(365, days);
  if (pay > 0) given.salaryMin = pay;
  for (;;) {
    const query = SearchQuery.safeParse(given);
    if (query.success) return Object.keys(query.data).length === 0 ? undefined : query.data;
    for (const { path } of query.error.issues) delete given[String(path[0])];
  }
}

/** The filters of a kept search, for an address. */
export function filtersOf(query: SearchQuery): Record<string, string> {
  const filters: Record<string, string> = {};
  for (const key of TEXTS) if (query[key] !== undefined && query[key] !== '') filters[key] = query[key];
  if (query.q === undefined && query.titles?.[0] !== undefined) filters.q = query.titles[0];
  if (query.source === undefined && query.sources?.[0] !== undefined) filters.source = query.sources[0];
  if (query.postedSince !== undefined) filters.days = String(query.postedSince);
  if (query.salaryMin !== undefined) filters.salaryMin = String(query.salaryMin);
  return filters;
}

/** Whether an address shows this search. */
export const isSame = (filters: Filters, query: SearchQuery): boolean => {
  const [mine, kept] = [filtersOf(searchOf(filters) ?? {}), filtersOf(query)];
  const keys = new Set([...Object.keys(mine), ...Object.keys(kept)]);
  return [...keys].every((key) => mine[key] === kept[key]);
};
