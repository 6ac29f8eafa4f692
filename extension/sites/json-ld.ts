/** JobPosting data in JSON-LD (schema.org), however it is nested; everything in it is untrusted text. */
import { plainTextOfHtml } from './plain-text.ts';
import type { PostingParts } from './site.ts';

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first JobPosting of the page, or undefined. */
export function readJsonLd(document: Document): PostingParts | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const posting = findPosting(parse(script.textContent ?? ''), 0);
    if (posting) return partsOf(posting);
  }
  return undefined;
}

/** Real pages put raw line breaks into JSON strings; those are the one error worth forgiving. */
function parse(text: string): unknown {
  for (const attempt of [text, text.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return undefined;
}

function findPosting(value: unknown, depth: number): Json | undefined {
  if (depth > 6) return undefined;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 200)) {
      const found = findPosting(item, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const type = value['@type'];
  if (type === 'JobPosting' || (Array.isArray(type) && type.includes('JobPosting'))) return value;
  return findPosting(value['@graph'], depth + 1) ?? findPosting(value.mainEntity, depth + 1);
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
