/** The little XML S3 needs: writing answers, and reading the one request body that is XML (DeleteObjects). */
import { SaxesParser } from 'saxes';

export type XmlTree = { readonly [name: string]: XmlValue };
export type XmlValue = string | number | boolean | undefined | XmlTree | readonly XmlTree[];

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Writes a tree as a document; a list repeats its element, undefined leaves it out. */
export const xml = (tree: XmlTree): string => `<?xml version="1.0" encoding="UTF-8"?>\n${elements(tree)}`;

function elements(tree: XmlTree): string {
  return Object.entries(tree)
    .map(([name, value]) => {
      if (value === undefined) return '';
      if (Array.isArray(value)) return value.map((item) => `<${name}>${elements(item)}</${name}>`).join('');
      return `<${name}>${isTree(value) ? elements(value) : escapeText(String(value))}</${name}>`;
    })
    .join('');
}

const isTree = (value: XmlValue): value is XmlTree => typeof value === 'object';

const escapeText = (text: string): string =>
  text
    .replace(/[<>&"]/g, (c) => ENTITIES[c] ?? c)
    // Control characters, which a key may hold and S3 writes as references.
    .replace(/[^\u0020-\u{10FFFF}]/gu, (c) => `&#x${c.charCodeAt(0).toString(16)};`);

/** The keys of a `<Delete>` body and whether it asks to be quiet; undefined when it is not one. */
export function parseDelete(text: string): { keys: string[]; quiet: boolean; versions: boolean } | undefined {
  const result = { keys: [] as string[], quiet: false, versions: false };
  const open: string[] = [];
  let value = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.push(name);
    value = '';
  });
  parser.on('text', (part) => {
    value += part;
  });
  parser.on('closetag', () => {
    const path = open.join('/');
    if (path === 'Delete/Object/Key') result.keys.push(value);
    if (path === 'Delete/Object/VersionId') result.versions = true;
    if (path === 'Delete/Quiet') result.quiet = value.trim() === 'true';
    open.pop();
  });
  try {
    parser.write(text).close();
  } catch {
    return undefined;
  }
  return result.keys.length > 0 ? result : undefined;
}
