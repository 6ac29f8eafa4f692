/**
 * Postings a page describes to machines: schema.org `JobPosting` as JSON-LD or microdata (schema.org/JobPosting and
 * developers.google.com/search/docs/appearance/structured-data/job-posting). The page is untrusted: it may speak for
 * addresses of its own site only.
 */
import { canonicalUrl } from '#shared/job/canonical-url.rules.ts';
import { countryCode, findPlaces } from '#shared/job/place.rules.ts';
import { decodeEntities } from '#shared/job/text.rules.ts';
import {
  addressOf,
  at,
  bodyOf,
  closingOf,
  escapeText,
  fieldsOf,
  instantOf,
  joinParts,
  type Loose,
  lineOf,
  linesOf,
} from './answer.rules.ts';
import { parseJson } from './json.rules.ts';
import { microdataIn } from './microdata.rules.ts';
import { neverFetched } from './never.rules.ts';
import { posting, type SourcePosting } from './posting.schema.ts';
import { distinct, employmentOf, languageIn, payOf, periodIn, placeWith } from './stated.rules.ts';

const MOST_BLOCKS = 50;
const MOST_NODES = 20_000;
const DEEPEST = 12;
const MOST_POSTINGS = 500;

/** The contents of `<script type="application/ld+json">`, in order. Linear: every search goes on where the last ended. */
function blocksIn(html: string): string[] {
  const lower = html.toLowerCase();
  const blocks: string[] = [];
  for (let open = lower.indexOf('<script'); open >= 0 && blocks.length < MOST_BLOCKS; ) {
    const start = lower.indexOf('>', open);
    const end = start < 0 ? -1 : lower.indexOf('</script', start);
    if (end < 0) break;
    if (lower.slice(open, start).includes('ld+json')) blocks.push(html.slice(start + 1, end));
    open = lower.indexOf('<script', end);
  }
  return blocks;
}

/** What stands around JSON on some pages: comment and CDATA marks, a closing semicolon. */
const unwrapped = (block: string): string =>
  block
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, '')
    .trim()
    .replace(/;$/, '');

const isPosting = (node: Loose): boolean =>
  (Array.isArray(node['@type']) ? node['@type'] : [node['@type']]).some(
    (type) => typeof type === 'string' && /(?:^|[/:])JobPosting$/.test(type),
  );

/** Every `JobPosting` on a page: alone, in lists, in `@graph`, inside other things; else those in its microdata. */
export function jobPostingsIn(html: string): Loose[] {
  const found: Loose[] = [];
  let nodes = 0;
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || typeof value !== 'object' || value === null || found.length >= MOST_POSTINGS) return;
    nodes += 1;
    if (nodes > MOST_NODES) return;
    const node = fieldsOf(value);
    if (isPosting(node)) {
      found.push(node);
      return;
    }
    for (const inner of Object.values(value)) visit(inner, depth + 1);
  };
  for (const block of blocksIn(html)) {
    const text = unwrapped(block);
    // Some pages escape the whole block as if it were text.
    visit(parseJson(text) ?? (text.includes('&quot;') ? parseJson(decodeEntities(text)) : undefined), 0);
  }
  return found.length > 0 ? found : microdataIn(html, 'JobPosting').slice(0, MOST_POSTINGS);
}

/** Reads one. `pageUrl` is the page it stands on; `alone` says whether it is the only one there. */
export function readJobPosting(
  node: Loose,
  { source, pageUrl, alone }: { source: string; pageUrl: string; alone: boolean },
): SourcePosting {
  const own = ownAddress(node.url ?? at(node.mainEntityOfPage, '@id') ?? node.mainEntityOfPage, pageUrl);
  const url = own ?? pageUrl;
  const identifier = lineOf(at(node.identifier, 'value') ?? node.identifier, 120);
  const title = lineOf(node.title ?? node.name, 300) ?? '';
  const places = placesIn(node);
  return posting({
    source,
    // One page may show several without an address each.
    sourceId: [canonicalUrl(url) ?? url, alone || own ? [] : (identifier ?? title)].flat().join('#').slice(0, 300),
    url,
    title,
    company: lineOf(at(oneOf(node.hiringOrganization), 'name') ?? oneOf(node.hiringOrganization), 200),
    places,
    remote: remoteIn(node, places),
    description: descriptionOf(node),
    sections: sectionsOf(node),
    pay: payIn(node),
    employmentType: employmentOf(...listOrOne(node.employmentType)),
    department: lineOf(node.employmentUnit ?? at(node.hiringOrganization, 'department', 'name'), 200),
    seniority: experienceOf(node.experienceRequirements),
    education: lineOf(
      at(oneOf(node.educationRequirements), 'credentialCategory') ?? oneOf(node.educationRequirements),
      300,
    ),
    categories: linesOf(
      [...listOrOne(node.industry), ...listOrOne(node.occupationalCategory), ...listOrOne(node.workHours)].map(wordOf),
      { most: 120, count: 60 },
    ),
    eligibility: linesOf(
      [node.eligibilityToWorkRequirement, node.securityClearanceRequirement, node.qualificationsRequired].map(wordOf),
      { most: 500, count: 30 },
    ),
    requisition: identifier,
    postedAt: instantOf(dayFirst(node.datePosted)),
    updatedAt: instantOf(node.dateModified),
    expiresAt: closingOf(dayFirst(node.validThrough)),
    language: languageIn(at(node.inLanguage, 'alternateName') ?? node.inLanguage),
  });
}

/** `Fri Nov 20 00:00:00 UTC 2026`, as Java prints a date, in the order of mails. */
const dayFirst = (date: unknown): unknown =>
  typeof date === 'string'
    ? date.replace(
        /^\s*[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) ([\d:]{5,8}) ([A-Z]{2,4}) (\d{4})\s*$/,
        '$2 $1 $5 $3 $4',
      )
    : date;

const listOrOne = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const oneOf = (value: unknown): unknown => listOrOne(value)[0];
/** A word, or the name of a thing that stands for it. */
const wordOf = (value: unknown): unknown => (typeof value === 'object' ? at(value, 'name') : value);

/** An address the page may speak for: on its own host, or one above or below it. Else anybody could rewrite anybody's posting. */
export function ownAddress(given: unknown, pageUrl: string): string | null {
  const url = addressOf(given, pageUrl);
  if (url === null || neverFetched(url)) return null;
  const [a, b] = [hostOf(url), hostOf(pageUrl)];
  const related =
    a === b || (a.split('.').length > 1 && b.split('.').length > 1 && (a.endsWith(`.${b}`) || b.endsWith(`.${a}`)));
  return related ? url : null;
}
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

function placesIn(node: Loose): SourcePosting['places'] {
  return distinct(
    listOrOne(node.jobLocation).map((place) => {
      const address = at(place, 'address') ?? place;
      if (typeof address === 'string') return placeWith(address, {});
      const { addressLocality, addressRegion, addressCountry, streetAddress } = fieldsOf(address);
      // Some put the whole place where the street belongs.
      if ([addressLocality, addressRegion, addressCountry].every((part) => part === undefined || part === ''))
        return placeWith(streetAddress, {});
      const country = lineOf(wordOf(oneOf(addressCountry)), 120);
      return placeInParts({ city: lineOf(addressLocality, 120), region: lineOf(wordOf(addressRegion), 120), country });
    }),
  );
}

type Parts = { city: string | null; region: string | null; country: string | null };
/** `Europe` is no region, and `USA-MN Mounds View` names a region where a city belongs. */
function placeInParts({ city, region, country }: Parts): SourcePosting['places'][number] | null {
  const realRegion = region !== null && (findPlaces(region).countries.length > 1 || region === country) ? null : region;
  const text = [city, realRegion, country]
    .filter((part, i, all) => part !== null && all.indexOf(part) === i)
    .join(', ');
  if (text === '') return null;
  const within = city === null ? undefined : findPlaces(city).places[0];
  const coded = within !== undefined && within.city === undefined;
  return {
    text: text.slice(0, 300),
    city: coded ? null : city,
    region: realRegion ?? (coded ? (within.region ?? null) : null),
    country: country === null ? (within?.country ?? null) : (countryCode(country) ?? null),
  };
}

function remoteIn(node: Loose, places: SourcePosting['places']): SourcePosting['remote'] {
  const telecommute = listOrOne(node.jobLocationType).some((type) => /telecommut|remote/i.test(String(type)));
  if (!telecommute) return null;
  const from = linesOf(listOrOne(node.applicantLocationRequirements).map(wordOf), { most: 120, count: 60 });
  const named = from.flatMap((place) => findPlaces(place).countries.concat(countryCode(place) ?? []));
  const countries = [...new Set(named.length > 0 ? named : places.flatMap(({ country }) => country ?? []))];
  return {
    kind: 'remote',
    countries: countries.slice(0, 60),
    text: from.length > 0 ? from.join(', ').slice(0, 300) : null,
  };
}

/** Parts beside the description come under headings, unless the description holds them already. */
function descriptionOf(node: Loose): string {
  const description = bodyOf(node.description);
  const known = comparable(description);
  const extra = (heading: string, value: unknown) => {
    const text = partOf(value);
    return { heading, text: text !== '' && known.includes(comparable(text).slice(0, 80)) ? '' : text };
  };
  return joinParts([
    { text: description },
    extra('Responsibilities', node.responsibilities),
    extra('Requirements', node.qualifications),
    extra('Skills', node.skills),
    extra('Benefits', node.jobBenefits),
    extra('Incentives', node.incentiveCompensation),
  ]);
}

const partOf = (value: unknown): string =>
  listOrOne(value)
    .map((item) => bodyOf(wordOf(item)))
    .filter((text) => text.trim() !== '')
    .join('\n');
const comparable = (text: string): string =>
  text.replace(/<[^<>]{0,1000}>|&[a-z#0-9]{1,8};|[^\p{L}\p{N}]/giu, '').toLowerCase();

function sectionsOf(node: Loose): SourcePosting['sections'] {
  const [requirements, benefits] = [partOf(node.qualifications) || partOf(node.skills), partOf(node.jobBenefits)];
  return requirements === '' && benefits === ''
    ? null
    : { requirements: requirements || null, preferred: null, benefits: benefits || null };
}

function payIn(node: Loose): SourcePosting['pay'] {
  const [offered, reckoned] = [oneOf(node.baseSalary), oneOf(node.estimatedSalary)];
  const salary = offered ?? reckoned;
  if (typeof salary === 'string' || typeof salary === 'number') return payOf({ text: escapeText(String(salary)) });
  const value = at(salary, 'value') ?? salary;
  const single = typeof value === 'object' ? at(value, 'value') : value;
  const pay = payOf({
    min: at(value, 'minValue') ?? single,
    max: at(value, 'maxValue') ?? (at(value, 'minValue') === undefined ? single : undefined),
    currency: at(salary, 'currency') ?? at(value, 'currency') ?? node.salaryCurrency,
    period: periodIn(at(value, 'unitText') ?? at(salary, 'unitText')),
  });
  return pay && { ...pay, predicted: offered === undefined };
}

/** `24 months of experience`, or the words the page has. */
function experienceOf(stated: unknown): string | null {
  const months = at(oneOf(stated), 'monthsOfExperience');
  const count = typeof months === 'number' || typeof months === 'string' ? Number(months) : Number.NaN;
  return Number.isFinite(count) && count > 0
    ? `${count} months of experience`
    : lineOf(wordOf(oneOf(stated)) ?? at(oneOf(stated), 'description'), 200);
}
