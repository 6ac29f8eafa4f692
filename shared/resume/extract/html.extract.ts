/** HTML → items by a small tolerant tokenizer: no script runs, no style sheet is applied, nothing is loaded. */
import type { Extracted } from '../read/item.schema.ts';
import { decodeText } from './encoding.rules.ts';
import { type FlowLine, type FlowRun, layFlow } from './flow.rules.ts';
import { hiddenWarning, solidLength } from './hidden.rules.ts';

const DROPPED =
  /<(script|style|svg|noscript|template|head|iframe|object|select|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;
const BLOCKS = new Set(
  'p div section article header footer main aside nav ul ol li dl dt dd table tr thead tbody tfoot h1 h2 h3 h4 h5 h6 blockquote pre address figure figcaption form fieldset hr body html center summary details'.split(
    ' ',
  ),
);
const SIZES: Readonly<Record<string, number>> = { h1: 22, h2: 16, h3: 13, h4: 12, h5: 11, h6: 11 };
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  laquo: '«',
  raquo: '»',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  oelig: 'œ',
  eth: 'ð',
  thorn: 'þ',
  deg: '°',
  sect: '§',
  iexcl: '¡',
  iquest: '¿',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  rarr: '→',
  times: '×',
  shy: '',
  zwnj: '',
  zwj: '',
};

const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  caron: '\u030c',
};

/** `Eacute` → É. */
function accented(name: string): string | undefined {
  const accent = ACCENTS[name.slice(1)];
  return accent === undefined || !/^[a-z]/iu.test(name) ? undefined : `${name.charAt(0)}${accent}`.normalize('NFC');
}

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/giu,
    (all, decimal?: string, hex?: string, name?: string) => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      return ENTITIES[name ?? ''] ?? accented(name ?? '') ?? all;
    },
  );

/** What makes an element unseen in its own style. */
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt)?\s*(?:;|$)|opacity\s*:\s*0(?:\.0\d*)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}/iu;

type Element = { name: string; bold?: boolean; italic?: boolean; size?: number; link?: string; hidden?: boolean };

/** Reads a web page. Text marked `hidden` or `display:none` is left out. */
export function extractHtml(bytes: Uint8Array): Extracted {
  const source = decodeText(bytes)
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .replace(DROPPED, ' ');
  const lines: FlowLine[] = [];
  const open: Element[] = [];
  let cells: FlowRun[][] = [[]];
  const hidden: string[] = [];
  let bullet = false;
  let space = 0;
  const flush = (): void => {
    const kept = cells.filter((cell) => cell.some((r) => r.text.trim() !== ''));
    if (kept.length > 0) {
      lines.push({ cells: kept, bullet, spaceBefore: space });
      space = 0;
      bullet = false;
    }
    cells = [[]];
  };
  for (const match of source.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|([^<]+)|</giu)) {
    const [, closing, tag, attributes = '', text] = match;
    if (text !== undefined) {
      const plain = decodeEntities(text).replace(/\s+/gu, ' ');
      if (open.some((e) => e.hidden === true)) {
        hidden.push(plain);
        continue;
      }
      const style: Omit<FlowRun, 'text'> = {};
      for (const { bold, italic, size, link } of open) {
        if (bold !== undefined) style.bold = bold;
        if (italic !== undefined) style.italic = italic;
        if (size !== undefined) style.size = size;
        if (link !== undefined) style.link = link;
      }
      cells.at(-1)?.push({ text: plain, ...style });
      continue;
    }
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (closing === '/') {
      const at = open.findLastIndex((e) => e.name === name);
      if (at >= 0) open.splice(at);
      if (BLOCKS.has(name)) {
        // Cells of a row stay on one line until the row ends.
        if (!insideCell(open)) flush();
        if (/^h\d$|^p$|^ul$|^ol$|^table$|^section$/u.test(name)) space = 8;
      }
      continue;
    }
    if (name === 'br') {
      if (!insideCell(open)) flush();
      continue;
    }
    if (/^(?:img|input|meta|link|hr|source|wbr|col|area|base|embed|track)$/u.test(name)) continue;
    if (BLOCKS.has(name) && !insideCell(open)) flush();
    if (name === 'td' || name === 'th') cells.push([]);
    if (name === 'li') bullet = true;
    if (SIZES[name] !== undefined || name === 'section') space = 10;
    if (open.length < 300) open.push(elementOf(name, attributes));
  }
  flush();
  const extracted = layFlow(lines);
  const warning = hiddenWarning(hidden);
  if (warning !== undefined) extracted.warnings.push(warning);
  const count = (tag: RegExp): number => source.match(tag)?.length ?? 0;
  extracted.facts = {
    format: 'html',
    tables: count(/<table[\s>]/giu),
    images: count(/<img[\s>]/giu),
    links: count(/<a\s[^>]*href/giu),
    hiddenCharacters: hidden.reduce((n, text) => n + solidLength(text), 0),
  };
  return extracted;
}

const insideCell = (open: readonly Element[]): boolean => open.some((e) => e.name === 'td' || e.name === 'th');

function elementOf(name: string, attributes: string): Element {
  const style = /\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes);
  const css = style?.[1] ?? style?.[2] ?? '';
  const href = name === 'a' ? /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/iu.exec(attributes) : null;
  const link = decodeEntities(href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim();
  const bold = /^(?:b|strong|h[1-6]|th|dt)$/u.test(name) || /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(css);
  const italic = /^(?:i|em|cite)$/u.test(name) || /font-style\s*:\s*italic/iu.test(css);
  return {
    name,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(SIZES[name] === undefined ? {} : { size: SIZES[name] }),
    ...(/^(?:https?:|mailto:|tel:)/iu.test(link) ? { link } : {}),
    ...(/\bhidden\b/iu.test(attributes.replace(/"[^"]*"|'[^']*'/gu, '')) || HIDING.test(css) ? { hidden: true } : {}),
  };
}
