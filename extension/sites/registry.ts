/** Which site a page belongs to, and what posting it shows: JobPosting data first, then the site's rules, then structure. */
import type { FormField } from '#shared/form/form.schema.ts';
import { ashby } from './ashby.site.ts';
import { bamboohr } from './bamboohr.site.ts';
import { greenhouse } from './greenhouse.site.ts';
import { icims } from './icims.site.ts';
import { jobvite } from './jobvite.site.ts';
import { readJsonLd } from './json-ld.ts';
import { lever } from './lever.site.ts';
import { readStructure } from './page-structure.ts';
import { personio } from './personio.site.ts';
import { recruitee } from './recruitee.site.ts';
import { hintFor, type Posting, type PostingParts, type Site } from './site.ts';
import { smartrecruiters } from './smartrecruiters.site.ts';
import { successfactors } from './successfactors.site.ts';
import { taleo } from './taleo.site.ts';
import { workable } from './workable.site.ts';
import { workday } from './workday.site.ts';

export type { Posting, Site } from './site.ts';

export const SITES: readonly Site[] = [
  greenhouse,
  lever,
  ashby,
  workday,
  smartrecruiters,
  successfactors,
  jobvite,
  workable,
  icims,
  taleo,
  bamboohr,
  recruitee,
  personio,
];

const parseUrl = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);

/** Their terms forbid tools that read, change or automate their pages; we do none of it there. */
const REFUSED = /(?:^|\.)(?:linkedin\.com|indeed\.[a-z]{2,3}(?:\.[a-z]{2})?|lnkd\.in)$/i;

/** Whether nothing may be injected, read or filled on this address. */
export function isRefusedHost(url: string): boolean {
  const parsed = parseUrl(url);
  return parsed !== null && REFUSED.test(parsed.hostname);
}

/** The application site an address belongs to. */
export function siteFor(url: string): Site | undefined {
  const parsed = parseUrl(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || isRefusedHost(url)) return undefined;
  const host = parsed.hostname.toLowerCase();
  return SITES.find((site) =>
    site.hosts.some((pattern) => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern)),
  );
}

/** The site's corrections for the classifier, or undefined on unknown sites. */
export function siteHints(url: string): ((field: FormField) => string | undefined) | undefined {
  const site = siteFor(url);
  return site ? (field) => hintFor(site, field) : undefined;
}

/** Longest description we keep; the API takes no more. */
const LONGEST = 50_000;

/** The posting a page shows, or null when it shows none we can name by title. Pure over the document. */
export function readPosting(document: Document, url: string): Posting | null {
  const parsed = parseUrl(url);
  if (!parsed || isRefusedHost(url)) return null;
  const data = readJsonLd(document);
  const site = siteFor(url)?.readJob?.(document, parsed);
  const structure = readStructure(document);
  const parts: PostingParts = { ...structure, ...site, ...data };
  const isPosting = data !== undefined || site?.title !== undefined || (structure.description?.length ?? 0) > 400;
  if (!parts.title || !isPosting) return null;
  const company = preferBrand(site?.company, data?.company) ?? structure.company ?? '';
  return {
    ...parts,
    title: parts.title,
    company,
    location: parts.location ?? '',
    description: (parts.description ?? '').slice(0, LONGEST),
    url,
  };
}

/** JobPosting data often names the legal entity; it stands unless there is none. */
const preferBrand = (site: string | undefined, data: string | undefined): string | undefined => data ?? site;
