/** Plain text and Markdown → items. */
import type { Extracted } from '../read/item.schema.ts';
import { decodeText } from './encoding.rules.ts';
import { type FlowLine, type FlowRun, layFlow } from './flow.rules.ts';
import { layMonospaced, textGutter } from './monospaced.rules.ts';

/** Lines that frames are drawn with. */
const FRAME = /[\u2500-\u257f]/gu;

/**
 * Lines of plain text; blank lines become space, wide gaps and tabs become cells, rules (`-----`) mark the line above as
 * a heading. A text set in two columns is laid out by its character positions, for the columns to be found in it.
 */
export function extractText(bytes: Uint8Array): Extracted {
  const rows = decodeText(bytes)
    .split(/\r\n|\r|\n|\f/u)
    .map((row) => withoutFrame(row.replace(/\t/gu, '    ')));
  if (textGutter(rows) !== undefined) return { ...layMonospaced(rows), facts: { format: 'txt' } };
  const lines: FlowLine[] = [];
  let blank = 0;
  for (const text of rows) {
    if (text.trim() === '') {
      blank++;
      continue;
    }
    if (/^\s*([-=_*~#+.·])(?:\s*\1){2,}\s*$/u.test(text)) {
      const last = lines.at(-1);
      if (last !== undefined && blank === 0 && text.trim().length < 80)
        for (const run of last.cells.flat()) run.bold = true;
      continue;
    }
    const indent = text.length - text.trimStart().length;
    const boxed = text.trim().replace(/^[|#=*~-]{2,}\s+|\s+[|#=*~-]{2,}$/gu, '');
    lines.push({
      cells: boxed.split(/\s{3,}/u).map((cell) => [{ text: cell }]),
      indent: Math.min(200, indent * 5),
      spaceBefore: blank > 0 ? 12 : 0,
    });
    blank = 0;
  }
  return { ...layFlow(lines), facts: { format: 'txt' } };
}

/** A row without the lines of a frame: those at its ends go, those inside become wide gaps. `+---+` is a frame too. */
function withoutFrame(row: string): string {
  if (/^\s*\+(?:[-=]{2,}\+)+\s*$/u.test(row)) return '';
  const inner = row.replace(/^(\s*)\|(?=\s.*\s\|\s*$)/u, '$1 ').replace(/^(\s\s.*\s)\|\s*$/u, '$1');
  return inner.search(FRAME) >= 0 ? inner.replace(/\s*[\u2502\u2503\u2551]\s*/gu, '    ').replace(FRAME, ' ') : inner;
}

/** Markdown: headings get size, emphasis becomes style, links become links, tables become cells. */
export function extractMarkdown(bytes: Uint8Array): Extracted {
  const lines: FlowLine[] = [];
  let blank = 0;
  const source = decodeText(bytes)
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replace(/<!--[\s\S]*?-->/gu, '');
  for (const raw of source.split(/\r\n|\r|\n/u)) {
    if (raw.trim() === '' || /^\s*(?:[-*_=]\s*){3,}$/u.test(raw) || /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+/u.test(raw)) {
      blank++;
      continue;
    }
    const heading = /^\s*(#{1,6})\s+(.*?)\s*#*$/u.exec(raw);
    const bullet = /^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$/u.exec(raw);
    const text = heading?.[2] ?? bullet?.[2] ?? raw;
    const style =
      heading === null ? {} : { size: [22, 16, 13, 12, 11, 11][(heading[1]?.length ?? 1) - 1] ?? 11, bold: true };
    const cells = (
      text.includes('|') && /^\s*\|.*\|\s*$/u.test(text)
        ? text.trim().slice(1, -1).split('|')
        : text.split(/\s{3,}|\t/u)
    ).map((cell) => inline(cell, style));
    lines.push({
      cells,
      bullet: bullet !== null,
      indent: bullet === null ? 0 : 18 + (bullet[1]?.length ?? 0) * 5,
      spaceBefore: heading !== null || blank > 0 ? 10 : 0,
    });
    blank = 0;
  }
  return { ...layFlow(lines), facts: { format: 'md' } };
}

function inline(text: string, style: Omit<FlowRun, 'text'>): FlowRun[] {
  const runs: FlowRun[] = [];
  const token =
    /!?\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)|<((?:https?|mailto):[^>]+)>|(\*\*|__)(.+?)\4|(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)\6(?![\p{L}\p{N}])|`([^`]+)`|<[^>]+>/gu;
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) runs.push({ text: text.slice(from, match.index), ...style });
    from = match.index + match[0].length;
    if (match[1] !== undefined)
      runs.push(...(match[0].startsWith('!') ? [] : [{ text: match[1], ...style, link: match[2] ?? '' }]));
    else if (match[3] !== undefined) runs.push({ text: match[3].replace(/^mailto:/u, ''), ...style, link: match[3] });
    else if (match[5] !== undefined) runs.push(...inline(match[5], { ...style, bold: true }));
    else if (match[7] !== undefined) runs.push(...inline(match[7], { ...style, italic: true }));
    else if (match[8] !== undefined) runs.push({ text: match[8], ...style });
  }
  if (from < text.length) runs.push({ text: text.slice(from), ...style });
  return runs;
}
