/** RTF → items: text, styles, tables and links. Pictures, objects and unknown destinations are skipped, nothing is run. */

import type { Extracted } from '../read/item.schema.ts';
import { resumeErrors } from '../resume.errors.ts';
import type { FileFacts } from '../resume.schema.ts';
import { decodeWindows1252 } from './encoding.rules.ts';
import { type FlowLine, type FlowRun, layFlow } from './flow.rules.ts';
import { dayOf } from './pdf-facts.rules.ts';

const SKIPPED = new Set(
  'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping latentstyles datastore generator listtable listoverridetable rsidtbl revtbl filetbl xmlnstbl mmathPr footnote annotation atnid atnauthor bkmkstart bkmkend shpinst nonshppict fchars lchars pgptbl wgrffmtfilter'.split(
    ' ',
  ),
);
const SYMBOLS: Readonly<Record<string, string>> = {
  bullet: '•',
  endash: '–',
  emdash: '—',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
};
const MAX_DEPTH = 200;

type State = {
  bold: boolean;
  italic: boolean;
  size: number;
  skip: boolean;
  skipBytes: number;
  list: boolean;
  instruction: boolean;
  link?: string;
};

const CODE_PAGES: Readonly<Record<string, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  874: 'windows-874',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
};

/** How bytes are decoded in a file with this header. */
function codePageOf(source: string): (bytes: readonly number[]) => string {
  const label = CODE_PAGES[/\\ansicpg(\d+)/u.exec(source.slice(0, 2000))?.[1] ?? ''];
  if (label === undefined) return (bytes) => decodeWindows1252(Uint8Array.from(bytes));
  const decoder = new TextDecoder(label);
  return (bytes) => decoder.decode(Uint8Array.from(bytes));
}

/** Reads a rich text file. Throws `resume.too_complex` for absurd nesting. */
export function extractRtf(bytes: Uint8Array): Extracted {
  const source = decodeWindows1252(bytes);
  const decodeBytes = codePageOf(source);
  const lines: FlowLine[] = [];
  const stack: State[] = [];
  let state: State = {
    bold: false,
    italic: false,
    size: 12,
    skip: false,
    skipBytes: 1,
    list: false,
    instruction: false,
  };
  let cells: FlowRun[][] = [[]];
  let bullet = false;
  let blank = 0;
  let pendingSkip = 0;
  let instruction = '';
  let link: string | undefined;
  let row = false;
  const write = (text: string): void => {
    if (state.instruction) {
      instruction += text;
      return;
    }
    if (state.skip) return;
    if (state.list) {
      bullet = true;
      return;
    }
    cells.at(-1)?.push({
      text,
      bold: state.bold,
      italic: state.italic,
      size: state.size,
      ...(link === undefined ? {} : { link }),
    });
  };
  const flush = (): void => {
    const kept = cells.filter((c) => c.some((r) => r.text.trim() !== ''));
    if (kept.length > 0) {
      lines.push({ cells: kept, bullet, spaceBefore: Math.min(2, blank) * 10 });
      blank = 0;
    } else blank++;
    cells = [[]];
    bullet = false;
  };
  const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2}(?:\\'[0-9a-f]{2})*)|\\([^a-z])|([{}])|([^\\{}]+)/giu;
  for (const match of source.matchAll(token)) {
    const [, word, number, hex, symbol, brace, text] = match;
    if (brace === '{') {
      stack.push({ ...state });
      if (stack.length > MAX_DEPTH) throw resumeErrors.too_complex();
    } else if (brace === '}') {
      const url = state.instruction ? /HYPERLINK\s+"([^"]+)"/u.exec(instruction)?.[1] : undefined;
      if (url !== undefined) link = url;
      const previous = stack.pop();
      if (state.instruction && previous?.instruction !== true) instruction = '';
      if (previous !== undefined) state = previous;
    } else if (hex !== undefined) {
      if (pendingSkip > 0) pendingSkip--;
      else write(decodeBytes(hex.split("\\'").map((byte) => Number.parseInt(byte, 16))));
    } else if (symbol !== undefined) {
      if (symbol === '*') state.skip = true;
      else if (symbol === '~') write(' ');
      else if (symbol === '_' || symbol === '-') write(symbol === '_' ? '-' : '');
      else if (symbol === '\n' || symbol === '\r') flush();
      else if (/[\\{}]/u.test(symbol)) write(symbol);
    } else if (word !== undefined) {
      const value = number === undefined ? undefined : Number(number);
      switch (word) {
        case 'par':
        case 'sect':
        case 'page':
        case 'line':
          if (!state.skip && !row) flush();
          else if (row) write(' ');
          break;
        case 'tab':
        case 'cell':
          if (!state.skip) cells.push([]);
          break;
        case 'intbl':
          row = true;
          break;
        case 'row':
          row = false;
          flush();
          break;
        case 'pard':
          row = false;
          break;
        case 'plain':
          Object.assign(state, { bold: false, italic: false, size: 12 });
          break;
        case 'b':
          state.bold = value !== 0;
          break;
        case 'i':
          state.italic = value !== 0;
          break;
        case 'v':
          state.skip = value !== 0;
          break;
        case 'fs':
          if (value !== undefined && value > 4 && value < 400) state.size = value / 2;
          break;
        case 'uc':
          state.skipBytes = value ?? 1;
          break;
        case 'u':
          if (value !== undefined) write(String.fromCodePoint(value < 0 ? value + 65536 : value));
          pendingSkip = state.skipBytes;
          break;
        case 'pntext':
        case 'listtext':
          state.list = true;
          break;
        case 'fldinst':
          state.skip = false;
          state.instruction = true;
          break;
        case 'fldrslt':
          state.skip = false;
          break;
        case 'field':
          link = undefined;
          break;
        default:
          if (SKIPPED.has(word)) state.skip = true;
          else if (SYMBOLS[word] !== undefined) write(SYMBOLS[word]);
      }
    } else if (text !== undefined) {
      let plain = text.replace(/[\r\n]/gu, '');
      if (pendingSkip > 0) {
        const cut = Math.min(pendingSkip, plain.length);
        plain = plain.slice(cut);
        pendingSkip -= cut;
      }
      if (plain !== '') write(plain);
    }
  }
  flush();
  return { ...layFlow(lines), facts: rtfFacts(source) };
}

function rtfFacts(source: string): Partial<FileFacts> {
  const [, year = '', month = '1', day = '1'] = /\\revtim\s*\\yr(\d+)(?:\\mo(\d+))?(?:\\dy(\d+))?/u.exec(source) ?? [];
  const modifiedAt = dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const producer = /\{\\\*\\generator ([^;{}\\]+)/u.exec(source)?.[1]?.trim();
  return {
    format: 'rtf',
    images: source.match(/\{\\pict/gu)?.length ?? 0,
    links: source.match(/HYPERLINK\s+"/gu)?.length ?? 0,
    ...(producer === undefined ? {} : { producer }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  };
}
