/** Which site a page belongs to, and what posting it shows: JobPosting data first, then the site's rules, then structure. */
import { ashby } from './ashby.site.ts';
import { bamboohr } from './bamboohr.site.ts';
import { greenhouse } from './greenhouse.site.ts';
import { icims } from './icims.site.ts';
import { jobvite } from './jobvite.site.ts';
import { readJsonLd } from './json-ld.ts';
import { lever } from './lever.site.ts';
import { readMicrodata } from './microdata.ts';
import { openDetail } from './open-detail.ts';
import { readStructure } from './page-structure.ts';
import { personio } from './personio.site.ts';
import { recruitee } from './recruitee.site.ts';
import { isRefusedHost } from './refused.ts';
import type { Posting, PostingParts, Site } from './site.ts';
import { smartrecruiters } from './smartrecruiters.site.ts';
import { successfactors } from './successfactors.site.ts';
import { taleo } from './taleo.site.ts';
import { workable } from './workable.site.ts';
import { workday } from './workday.site.ts';

export { isRefusedHost } from './refused.ts';
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

/** The application site an address belongs to. */
export function siteFor(url: string): Site | undefined {
  const parsed = parseUrl(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || isRefusedHost(url)) return undefined;
  const host = parsed.hostname.toLowerCase();
  return SITES.find((site) =>
    site.hosts.some((pattern) => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern)),
  );
}

/** Longest description we keep; the API takes no more. */
const LONGEST = 50_000;

/** The posting a page shows, or null when it shows none we can name by title. Pure over the document. */
export function readPosting(document: Document, url: string): Posting | null {
  const parsed = parseUrl(url);
  if (!parsed || isRefusedHost(url)) return null;
  const site = siteFor(url);
  const bySite = site?.readJob?.(document, parsed);
  const structure = readStructure(document, openDetail(document, parsed.hash));
  const data = readJsonLd(document, parsed, bySite?.title ?? structure.title) ?? readMicrodata(document);
  const parts: PostingParts = { ...structure, ...bySite, ...data };
  const isPosting = data !== undefined || bySite?.title !== undefined || (structure.description?.length ?? 0) > 400;
  if (!parts.title || !isPosting) return null;
  const company =
    data?.company ?? bySite?.company ?? structure.company ?? (site ? '' : brandOf(document, parsed.hostname));
  return {
    ...parts,
    title: parts.title,
    company,
    location: parts.location ?? '',
    description: (parts.description ?? '').slice(0, LONGEST),
    url,
  };
}

const GENERIC_LABEL = /^(?:www\d?|careers?|jobs?|apply|work|hiring|join|recruiting|talent|karriere|en|de|app|boards?)$/;

/** The name of the host (`careers.acme-works.co.uk`), as the page's own title writes it; nothing where it does not. */
function brandOf(document: Document, hostname: string): string {
  if (/^[\d.]+$|^localhost$|:/.test(hostname)) return '';
  const labels = hostname.split('.').filter((label) => !GENERIC_LABEL.test(label));
  const isSecondLevel = /^(?:co|com|org|net|ac|gov|edu)$/.test(labels.at(-2) ?? '') && labels.length > 2;
  const label = labels.at(isSecondLevel ? -3 : -2) ?? '';
  if (label.length < 2) return '';
  // “acme-works” is written “Acme Works”, “AcmeWorks” or “ACME-Works”.
  const written = new RegExp(`(?<![\\p{L}\\d])${label.split('-').map(escaped).join('[ -]?')}(?![\\p{L}\\d])`, 'iu');
  return written.exec(document.title)?.[0] ?? '';
}

const escaped = (text: string): string => text.replace(/[^\p{L}\d]/gu, (mark) => `\\${mark}`);
