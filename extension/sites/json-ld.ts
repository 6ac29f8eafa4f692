/** JobPosting data in JSON-LD (schema.org), however it is nested; everything in it is untrusted text. */
import { plainTextOfHtml } from './plain-text.ts';
import type { PostingParts } from './site.ts';

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The JobPosting the page is about. Boards that show many jobs on one page list them all: then it is the one whose address
 * is the page's, or whose title is `shown`; undefined where that is none or more than one.
 */
export function readJsonLd(document: Document, url: URL, shown?: string): PostingParts | undefined {
  const postings = [...document.querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) =>
    postingsIn(parse(script.textContent ?? ''), 0),
  );
  const [only, another] = postings;
  if (only && !another) return partsOf(only);
  const here = postings.filter((posting) => isAddress(posting.url, url) || isAddress(posting['@id'], url));
  const named = postings.filter((posting) => shown !== undefined && text(posting.title) === shown);
  for (const [found, more] of [here, named]) if (found && !more) return partsOf(found);
  return undefined;
}

const isAddress = (value: unknown, url: URL): boolean => {
  if (typeof value !== 'string' || !URL.canParse(value, url)) return false;
  const other = new URL(value, url);
  return other.pathname === url.pathname && other.search === url.search && other.hash === url.hash;
};

/** Real pages put raw line breaks into JSON strings; those are the one error worth forgiving. */
function parse(text: string): unknown {
  for (const attempt of [text, text.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return undefined;
}

function postingsIn(value: unknown, depth: number): Json[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((item) => postingsIn(item, depth + 1));
  if (!isObject(value)) return [];
  const type = value['@type'];
  if (type === 'JobPosting' || (Array.isArray(type) && type.includes('JobPosting'))) return [value];
  return ['@graph', 'mainEntity', 'itemListElement', 'item'].flatMap((key) => postingsIn(value[key], depth + 1));
}

const text = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const plain = plainTextOfHtml(value).replace(/\s+/g, ' ').trim();
  return plain === '' ? undefined : plain;
};

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function partsOf(posting: Json): PostingParts {
  const organization = first(posting.hiringOrganization);
  const places = (Array.isArray(posting.jobLocation) ? posting.jobLocation : [posting.jobLocation]).filter(isObject);
  const isRemote = posting.jobLocationType === 'TELECOMMUTE';
  const parts: Record<string, string | undefined> = {
    title: text(posting.title) ?? text(posting.name),
    company: isObject(organization) ? text(organization.name) : text(organization),
    location: [...new Set(places.map(placeText).filter((place) => place !== ''))].join('; ') || undefined,
    description: typeof posting.description === 'string' ? plainTextOfHtml(posting.description) : undefined,
    country: places.map(countryOf).find((code) => code !== undefined),
    employmentType: text(first(posting.employmentType)),
    remote: isRemote ? 'remote' : undefined,
    salary: salaryText(posting.baseSalary),
    postedAt: text(posting.datePosted),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}

const addressOf = (place: Json): unknown => first(place.address);

const countryName = (country: unknown): string | undefined => (isObject(country) ? text(country.name) : text(country));

function placeText(place: Json): string {
  const address = addressOf(place);
  if (!isObject(address)) return text(address) ?? text(place.name) ?? '';
  return [text(address.addressLocality), text(address.addressRegion), countryName(address.addressCountry)]
    .filter((part) => part !== undefined)
    .join(', ');
}

function countryOf(place: Json): string | undefined {
  const address = addressOf(place);
  return isObject(address) ? countryName(address.addressCountry) : undefined;
}

function salaryText(salary: unknown): string | undefined {
  if (!isObject(salary)) return text(salary);
  const value = isObject(salary.value) ? salary.value : salary;
  const low = text(value.minValue) ?? text(value.value);
  const high = text(value.maxValue);
  if (!low && !high) return undefined;
  const range = [...new Set([low, high])].filter((part) => part !== undefined).join(' - ');
  return [range, text(salary.currency), text(value.unitText)].filter((part) => part !== undefined).join(' ');
}
