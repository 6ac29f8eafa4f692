/** Plain text set in two columns by spaces: where the second begins, and its layout by character positions. */
import type { Extracted, TextItem } from '../read/item.schema.ts';
import { cleanText } from '../read/text.rules.ts';

const ADVANCE = 5.5;
const SIZE = 9;
const LEADING = 12;
const MARGIN = 36;
const ROWS_PER_PAGE = 66;
/** A gap of fewer spaces is no gutter. */
const GAP = 3;
const ENOUGH_ROWS = 8;

/** The position at which the right column begins in most rows, undefined where there is one column. */
export function textGutter(rows: readonly string[]): number | undefined {
  const filled = rows.filter((row) => row.trim() !== '');
  const width = Math.max(0, ...filled.map((row) => row.length));
  let best: { at: number; both: number } | undefined;
  for (let at = 16; at < Math.min(width, 120); at++) {
    let [both, right, crossing] = [0, 0, 0];
    for (const row of filled) {
      if (row.length <= at) continue;
      const gap = row.slice(at - GAP, at).trim() === '';
      const starts = gap && row.charAt(at) !== ' ';
      if (starts && row.slice(0, at).trim() !== '') both++;
      else if (starts) right++;
      else if (row.slice(at - 1, at + 1).trim() !== '') crossing++;
    }
    if (both < ENOUGH_ROWS || both + right < filled.length * 0.5 || crossing > filled.length * 0.2) continue;
    if (best === undefined || both > best.both) best = { at, both };
  }
  return best?.at;
}

/** Rows by their character positions, for the rules that find columns. */
export function layMonospaced(rows: readonly string[]): Extracted {
  const items: TextItem[] = [];
  let last = 0;
  rows.forEach((row, i) => {
    const page = Math.floor(i / ROWS_PER_PAGE) + 1;
    for (const match of row.matchAll(/\S+(?: {1,2}\S+)*/gu)) {
      const text = cleanText(match[0]);
      if (text === '') continue;
      last = page;
      items.push({
        text,
        x: MARGIN + match.index * ADVANCE,
        y: MARGIN + (i % ROWS_PER_PAGE) * LEADING,
        width: match[0].length * ADVANCE,
        height: SIZE,
        page,
        fontSize: SIZE,
        weight: 400,
        italic: false,
      });
    }
  });
  const width = 2 * MARGIN + Math.max(60, ...rows.map((row) => row.length)) * ADVANCE;
  const height = 2 * MARGIN + ROWS_PER_PAGE * LEADING;
  const pages = Array.from({ length: Math.max(1, last) }, () => ({ width, height }));
  return { items, pages, ordered: false, ocr: false, looseLinks: [], warnings: [] };
}
