/** Postings recruiters write here themselves. */
import { posting, type SourcePosting } from '#shared/feed/posting.schema.ts';
import { fold } from '#shared/kernel/text.ts';
import type { OwnPosting } from './employer.contract.ts';
import { sourceName } from './liveness.rules.ts';

/** The source under which they stand among the others. */
export const OWN_SOURCE = 'foothold';

type Named = { readonly source: string; readonly sourceId: string };

/**
 * Whether a posting's sources and others (by their names) are two postings of recruiters. Those are never one vacancy,
 * however alike: who copied a posting would otherwise change the first one's, or keep it open.
 */
export const ofTwoRecruiters = (sources: readonly Named[], names: readonly string[]): boolean =>
  sources.some(
    (one) =>
      one.source === OWN_SOURCE && names.some((name) => name.startsWith(`${OWN_SOURCE}\n`) && name !== sourceName(one)),
  );

/** What of a vacancy is told by sources that outrank a recruiter's word; all of them where there is only his. */
export function outranking<P extends { readonly source: string }>(givens: readonly P[]): readonly P[] {
  const elsewhere = givens.filter(({ source }) => source !== OWN_SOURCE);
  return elsewhere.length > 0 ? elsewhere : givens;
}

/** Two with the same key are one posting, sent twice. */
export const naturalKey = ({ company, title, location, url }: OwnPosting): string =>
  [company, title, location, url ?? ''].map(fold).join('\n');

/** As a source gives it. `page` is its page here: where it leads when the recruiter names no other address. */
export const asGiven = (own: OwnPosting, { sourceId, page }: { sourceId: string; page: string }): SourcePosting =>
  posting({
    source: OWN_SOURCE,
    sourceId,
    url: own.url ?? page,
    title: own.title,
    company: own.company,
    places: own.location
      .split(/[;|\n]/)
      .map((text) => text.trim().slice(0, 300))
      .filter((text) => text !== '')
      .slice(0, 200)
      .map((text) => ({ text, city: null, region: null, country: null })),
    description: own.description,
    employmentType: own.employmentType ?? null,
    pay: own.salary
      ? {
          min: own.salary.min ?? null,
          max: own.salary.max ?? null,
          currency: own.salary.currency.toUpperCase(),
          period: own.salary.period,
          predicted: false,
          text: null,
        }
      : null,
  });

/** The recruiter's own words back out of what was taken in. */
export const asWritten = (given: SourcePosting, page: string): OwnPosting => ({
  title: given.title,
  company: given.company ?? '',
  location: given.places.map(({ text }) => text).join('; '),
  description: given.description,
  ...(given.url !== page && { url: given.url }),
  ...(given.employmentType && { employmentType: given.employmentType }),
  ...(given.pay?.currency &&
    given.pay.period && {
      salary: {
        ...(given.pay.min !== null && { min: given.pay.min }),
        ...(given.pay.max !== null && { max: given.pay.max }),
        currency: given.pay.currency,
        period: given.pay.period,
      },
    }),
});
