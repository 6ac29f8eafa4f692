/**
 * Adzuna's search (developer.adzuna.com): every occupation in 19 countries, but only the first 500 characters of each
 * text. Pay is per year; where `salary_is_predicted` it is Adzuna's reckoning and no offer.
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
  placeFrom,
  readEntries,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { employmentOf, payOf } from '../stated.rules.ts';

const HOST = 'api.adzuna.com';
const PER_PAGE = 50;
/** 250 calls a day are for all searches of all people, so none goes deep; it asks again tomorrow. */
const MOST_PAGES = 2;

/** The countries served, and the money their pay is in. */
const CURRENCY: Readonly<Record<string, string>> = {
  at: 'EUR',
  au: 'AUD',
  be: 'EUR',
  br: 'BRL',
  ca: 'CAD',
  ch: 'CHF',
  de: 'EUR',
  es: 'EUR',
  fr: 'EUR',
  gb: 'GBP',
  in: 'INR',
  it: 'EUR',
  mx: 'MXN',
  nl: 'EUR',
  nz: 'NZD',
  pl: 'PLN',
  sg: 'SGD',
  us: 'USD',
  za: 'ZAR',
};

export const adzuna: JobSource = {
  id: 'adzuna',
  display: displayOf('adzuna'),
  kind: 'search',
  keys: ['ADZUNA_APP_ID', 'ADZUNA_APP_KEY'],
  pace: { everyMs: 2500, perDay: 240 },

  start({ query }, keys) {
    const country = (query?.country ?? 'us').toLowerCase();
    if (CURRENCY[country] === undefined) throw feedErrors.not_covered();
    const url = new URL(`https://${HOST}/v1/api/jobs/${country}/search/1`);
    url.searchParams.set('app_id', keys.ADZUNA_APP_ID ?? '');
    url.searchParams.set('app_key', keys.ADZUNA_APP_KEY ?? '');
    url.searchParams.set('results_per_page', String(PER_PAGE));
    url.searchParams.set('sort_by', 'date');
    const what = [query?.what, query?.remote ? 'remote' : undefined].filter((word) => word).join(' ');
    if (what !== '') url.searchParams.set('what', what);
    if (query?.where) url.searchParams.set('where', query.where);
    if (query?.days) url.searchParams.set('max_days_old', String(query.days));
    return { url: url.href };
  },

  read({ body, url }) {
    const answer = jsonOf(body);
    const results = entriesAt(answer, 'results');
    const total = amountOf(at(answer, 'count'));
    const path = /^\/v1\/api\/jobs\/([a-z]{2})\/search\/(\d{1,4})$/.exec(new URL(url).pathname);
    const country = path?.[1] ?? '';
    const page = Number(path?.[2] ?? MOST_PAGES);
    const more = results.length === PER_PAGE && page < MOST_PAGES && page * PER_PAGE < (total ?? 0);
    return {
      ...readEntries(results, {
        idOf: (result) => at(result, 'id'),
        read: (result) => jobOf(fieldsOf(result), country),
      }),
      ...(total !== null && { total }),
      ...(more && { next: { url: pageAt(url, country, page + 1) } }),
    };
  },
};

/** Another page of the search; the keys stay in its query. */
function pageAt(answered: string, country: string, page: number): string {
  const url = new URL(answered);
  return `https://${HOST}/v1/api/jobs/${country}/search/${page}${url.search}`;
}

function jobOf(job: Loose, country: string): SourcePosting {
  const id = lineOf(job.id, 60) ?? '';
  const link = addressOf(job.redirect_url) ?? '';
  const description = bodyOf(job.description);
  const pay = payOf({
    min: job.salary_min,
    max: job.salary_max,
    currency: CURRENCY[country],
    period: 'year',
  });
  return posting({
    source: 'adzuna',
    sourceId: id,
    // The link of the answer carries marks of the search it came from; the advert's own page stays the same.
    url: link.replace(/\/land\/ad\/(\d+).*$/, '/details/$1'),
    applyUrl: link === '' ? null : link,
    // The words searched for are wrapped in `<strong>`; lineOf drops markup.
    title: lineOf(job.title, 300) ?? '',
    company: lineOf(at(job, 'company', 'display_name'), 200),
    places: [placeIn(fieldsOf(job.location))].filter((place) => place !== null),
    description,
    pay: pay && { ...pay, predicted: lineOf(job.salary_is_predicted, 5) === '1' },
    employmentType: employmentOf(job.contract_time, job.contract_type),
    categories:
      at(job, 'category', 'tag') === 'unknown' ? [] : linesOf([at(job, 'category', 'label')], { most: 120, count: 1 }),
    postedAt: instantOf(job.created),
    // Texts end at 500 characters, so one that is shorter is whole.
    truncated: description.length >= 490,
  });
}

/** `area` goes from the country down; counties and city quarters are no cities. */
function placeIn(location: Loose): SourcePosting['places'][number] | null {
  const [country, region, ...below] = linesOf(location.area, { most: 120, count: 10 });
  const city = below.findLast((name) => !/\b(?:county|arrondissement|district|quartier)\b/i.test(name));
  return placeFrom({ text: location.display_name, city, region, country });
}
