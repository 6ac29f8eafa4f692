/** A posting out of the HTML of a page: its schema.org JobPosting where it has one, else title and text. */
import { z } from 'zod';
import { cleanText, decodeEntities } from '#shared/job/text.rules.ts';
import { clean } from '#shared/kernel/text.ts';
import type { Posting } from './facts.rules.ts';

const Named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const JobPosting = z.object({
  title: z.string(),
  description: z.string(),
  hiringOrganization: Named.optional(),
});

/** Reads a page; `undefined` where there is no text to speak of. */
export function postingOfPage(html: string): Posting | undefined {
  return fromStructuredData(html) ?? fromText(html);
}

function fromStructuredData(html: string): Posting | undefined {
  for (const [, json = ''] of html.matchAll(
    /<script[^>]*type=["']?application\/ld\+json["']?[^>]*>([\s\S]{0,400000}?)<\/script>/gi,
  )) {
    const found = findPosting(parseJson(json), 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.trim());
  } catch {
    return undefined;
  }
}

/** The posting may stand alone, in a list or in a graph. */
function findPosting(value: unknown, depth: number): Posting | undefined {
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 200)) {
      const found = findPosting(item, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if ('@type' in value && [value['@type']].flat().includes('JobPosting')) {
    const parsed = JobPosting.safeParse(value);
    if (parsed.success)
      return {
        title: clean(decodeEntities(parsed.data.title)).slice(0, 300),
        company: clean(decodeEntities(parsed.data.hiringOrganization ?? '')).slice(0, 200),
        description: cleanText(parsed.data.description),
      };
  }
  return '@graph' in value ? findPosting(value['@graph'], depth + 1) : undefined;
}

function meta(html: string, name: string): string | undefined {
  for (const [tag] of html.matchAll(/<meta\b[^>]{0,2000}>/gi)) {
    if (!new RegExp(`(?:property|name)=["']${name}["']`, 'i').test(tag)) continue;
    const content = /content="([^"]*)"|content='([^']*)'/i.exec(tag);
    const text = clean(decodeEntities(content?.[1] ?? content?.[2] ?? ''));
    if (text !== '') return text;
  }
  return undefined;
}

function fromText(html: string): Posting | undefined {
  const main = /<(main|article)\b[^>]*>([\s\S]*?)<\/\1>/i.exec(html)?.[2];
  const description = cleanText(main !== undefined && main.length > 400 ? main : html);
  const heading = clean(cleanText(/<h1\b[^>]*>([\s\S]{0,2000}?)<\/h1>/i.exec(html)?.[1] ?? ''));
  const page = clean(cleanText(`<p>${/<title\b[^>]*>([\s\S]{0,2000}?)<\/title>/i.exec(html)?.[1] ?? ''}</p>`));
  const title = heading || meta(html, 'og:title') || page;
  if (description.length < 80 || title === '') return undefined;
  return { title: title.slice(0, 300), company: (meta(html, 'og:site_name') ?? '').slice(0, 200), description };
}
