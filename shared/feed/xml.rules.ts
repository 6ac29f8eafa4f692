/** XML as feeds write it, read without what makes XML dangerous: no entity of the document's own, no DOCTYPE with an inner part. */
import { XMLParser } from 'fast-xml-parser';
import { decodeEntities } from '#shared/job/text.rules.ts';
import { feedErrors } from './feed.errors.ts';

/** An element: text, or children by name, attributes under `@name`; repeated names are lists. */
export type Element = string | { readonly [name: string]: unknown };

/**
 * The document as nested objects. `lists` names elements that are always lists; the content of `raw` elements stays the
 * markup it is. Entities are decoded by {@link xmlText}, once, and only the built-in ones. Throws `feed.unreadable`.
 */
export function xmlOf(
  body: string,
  { lists, raw = [] }: { lists: readonly string[]; raw?: readonly string[] },
): Readonly<Record<string, unknown>> {
  const text = body.replace(/^\uFEFF/, '').trimStart();
  // Old feeds name a DOCTYPE; one that declares entities, or is a web page's, is none of a feed.
  const head = /^(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<!DOCTYPE\s+([^\s>]+)([^>]*)>/i.exec(text.slice(0, 5000));
  if (/<!ENTITY/i.test(text) || head?.[2]?.includes('[') || /^html$/i.test(head?.[1] ?? '') || !text.startsWith('<'))
    throw feedErrors.unreadable({ log: `no feed: ${text.slice(0, 60)}` });
  const named = new Set(lists);
  try {
    const parsed: unknown = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      cdataPropName: '#cdata',
      parseTagValue: false,
      parseAttributeValue: false,
      processEntities: false,
      stopNodes: [...raw],
      isArray: (name) => named.has(name),
    }).parse(text);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch (cause) {
    throw feedErrors.unreadable({ log: `no XML: ${text.slice(0, 60)}`, cause });
  }
  throw feedErrors.unreadable({ log: 'an empty document' });
}

/** An element's text: entities decoded once, CDATA as it is, the first of several. Empty for an element that holds others. */
export function xmlText(element: unknown): string {
  if (typeof element === 'string') {
    const whole = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(element);
    return whole ? (whole[1] ?? '') : decodeEntities(element);
  }
  if (Array.isArray(element)) return xmlText(element[0]);
  if (typeof element !== 'object' || element === null) return '';
  const cdata: unknown = Reflect.get(element, '#cdata');
  const text: unknown = Reflect.get(element, '#text');
  return [typeof text === 'string' ? decodeEntities(text) : '', Array.isArray(cdata) ? cdata.join('') : (cdata ?? '')]
    .join('')
    .trim();
}
