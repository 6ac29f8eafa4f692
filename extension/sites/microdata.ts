/** JobPosting data written into the markup (schema.org microdata), as far as postings use it. */
import { plainTextOf } from './plain-text.ts';
import type { PostingParts } from './site.ts';

const PROPERTIES: Readonly<Record<string, keyof PostingParts>> = {
  title: 'title',
  description: 'description',
  employmentType: 'employmentType',
  baseSalary: 'salary',
  datePosted: 'postedAt',
};

/** The first item of the page that is a JobPosting, or undefined. */
export function readMicrodata(root: ParentNode): PostingParts | undefined {
  const item = root.querySelector('[itemtype*="schema.org/JobPosting" i]');
  if (!item) return undefined;
  const parts: Record<string, string> = {};
  for (const [property, key] of Object.entries(PROPERTIES)) {
    const element = item.querySelector(`[itemprop="${property}"]`);
    const value = element && (key === 'description' ? plainTextOf(element) : valueIn(element));
    if (value) parts[key] = value;
  }
  const organization = item.querySelector('[itemprop=hiringOrganization]');
  const company = organization && valueIn(organization.querySelector('[itemprop=name]') ?? organization);
  if (company) parts.company = company;
  const places = [...item.querySelectorAll('[itemprop=jobLocation]')].map(placeOf).filter((place) => place !== '');
  if (places.length > 0) parts.location = [...new Set(places)].join('; ');
  if (/TELECOMMUTE/i.test(valueIn(item.querySelector('[itemprop=jobLocationType]')))) parts.remote = 'remote';
  return parts.title ? parts : undefined;
}

function placeOf(place: Element): string {
  const parts = ['addressLocality', 'addressRegion', 'addressCountry']
    .map((property) => valueIn(place.querySelector(`[itemprop=${property}]`)))
    .filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : valueIn(place);
}

/** What an item property says: its machine value where it has one, else its words. */
const valueIn = (element: Element | null): string =>
  (element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? element?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
