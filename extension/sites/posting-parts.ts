/** Small pieces the site files share. */
import { remoteOf } from './header-facts.ts';
import { splitTitle } from './page-structure.ts';
import { plainTextOf } from './plain-text.ts';
import type { PostingParts } from './site.ts';

/** `{ [key]: value }`, or nothing where there is no value. */
export const given = <Key extends keyof PostingParts>(key: Key, value: string | undefined): PostingParts =>
  value && value.trim() !== '' ? { [key]: value.trim() } : {};

/** Text of the first block that is there, line by line. */
export function blockAt(document: Document, ...selectors: string[]): string | undefined {
  for (const selector of selectors) {
    const blocks = [...document.querySelectorAll(selector)];
    const text = blocks.map(plainTextOf).join('\n\n').trim();
    if (text !== '') return text;
  }
  return undefined;
}

export const remoteIn = (text: string | undefined): PostingParts => {
  const remote = text ? remoteOf(text) : undefined;
  return remote ? { remote } : {};
};

/** Company in titles such as “Engineer at Acme”. */
export const companyFromTitle = (document: Document): string | undefined => splitTitle(document.title)?.company;

/** Company in titles such as “Acme - Engineer”. */
export const splitDash = (title: string): string | undefined => /^(.{2,60}?) - /.exec(title.trim())?.[1];

/** Company by the alternative text of the page's logo. */
export const companyOfLogo = (document: Document): string | undefined =>
  document
    .querySelector('nav img[alt], header img[alt], [class*="logo" i] img[alt], img[class*="logo" i][alt]')
    ?.getAttribute('alt')
    ?.replace(/ (?:logo|wordmark)$/i, '') || undefined;
