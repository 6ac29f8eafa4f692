/**
 * Things a page describes in its markup: HTML microdata (html.spec.whatwg.org/multipage/microdata.html), which some large
 * application systems use for their postings instead of JSON-LD. One pass without a DOM; what is not closed ends with
 * what holds it. Gives the same nested objects JSON-LD has.
 */

import { decodeEntities } from '#shared/job/text.rules.ts';
import type { Loose } from './answer.rules.ts';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Their content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);
/** One ends where the next of its kind begins. */
const ENDED_BY_ITSELF = new Set('p li tr td th dt dd option'.split(' '));
const MOST_OPEN = 300;
const MOST_PROPERTIES = 5000;

type Item = { [property: string]: unknown };
type Open = { name: string; item: Item | undefined; property: string | undefined; start: number };

/** Attributes of a tag, names in lower case. */
function attributesOf(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag.matchAll(
    /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  ))
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  return attributes;
}

/** Properties may repeat, and one element may be several. */
function give(item: Item | undefined, properties: string, value: unknown): void {
  if (item === undefined) return;
  for (const property of properties.split(/\s+/).filter((name) => /^[A-Za-z]\w{0,60}$/.test(name))) {
    const there = Object.hasOwn(item, property) ? item[property] : undefined;
    item[property] =
      there === undefined ? value : Array.isArray(there) ? [...there.slice(0, 200), value] : [there, value];
  }
}

/** All things of a schema.org type, in order. */
export function microdataIn(html: string, type: string): Loose[] {
  const wanted = new RegExp(`(?:^|[/:\\s])${type}(?:\\s|$)`);
  if (!html.includes(type) || !/\bitemtype\b/i.test(html)) return [];
  const lower = html.toLowerCase();
  const found: Item[] = [];
  const open: Open[] = [];
  let properties = 0;

  const holder = (): Item | undefined => open.findLast(({ item }) => item !== undefined)?.item;
  const close = (end: number): void => {
    const element = open.pop();
    if (element?.property !== undefined && element.item === undefined)
      give(holder(), element.property, html.slice(element.start, end).trim());
  };

  let at = html.indexOf('<');
  while (at >= 0 && properties < MOST_PROPERTIES) {
    const end = html.indexOf('>', at);
    if (end < 0) break;
    const tag = html.slice(at + 1, end);
    const closing = tag.startsWith('/');
    const name = /^\/?([a-zA-Z][a-zA-Z0-9-]*)/.exec(tag)?.[1]?.toLowerCase();
    let next = end + 1;
    if (name !== undefined && closing) {
      const match = open.findLastIndex((element) => element.name === name);
      while (match >= 0 && open.length > match) close(at);
    } else if (name !== undefined) {
      if (ENDED_BY_ITSELF.has(name) && open.at(-1)?.name === name) close(at);
      const attributes = /\bitem(?:prop|scope)\b/i.test(tag) ? attributesOf(tag.slice(name.length)) : undefined;
      const property = attributes?.get('itemprop');
      const item: Item | undefined = attributes?.has('itemscope')
        ? { '@type': (attributes.get('itemtype') ?? '').trim() }
        : undefined;
      const stated =
        attributes && (attributes.get('content') ?? attributes.get('datetime') ?? linkOf(name, attributes));
      if (property !== undefined) properties += 1;
      if (item !== undefined) {
        if (property !== undefined) give(holder(), property, item);
        if (wanted.test(String(item['@type']))) found.push(item);
      } else if (property !== undefined && stated !== undefined) give(holder(), property, decodeEntities(stated));
      if (!VOID.has(name) && !tag.endsWith('/') && open.length < MOST_OPEN)
        open.push({ name, item, property: stated === undefined ? property : undefined, start: next });
      if (RAW.has(name)) {
        const after = lower.indexOf(`</${name}`, next);
        next = after < 0 ? html.length : after;
      }
    }
    at = html.indexOf('<', next);
  }
  while (open.length > 0) close(html.length);
  return found.map((item) => ({ ...item, '@type': type }));
}

const linkOf = (name: string, attributes: ReadonlyMap<string, string>): string | undefined =>
  name === 'a' || name === 'link' ? attributes.get('href') : undefined;
