/** Lays text that has no pages (DOCX, HTML, TXT) out on one synthetic page per 60 lines, so that the same rules read it. */
import type { Extracted, TextItem } from '../read/item.schema.ts';
import { cleanText } from '../read/text.rules.ts';

export type FlowRun = {
  text: string;
  bold?: boolean;
  italic?: boolean;
  size?: number;
  link?: string;
  /** `#rrggbb`. */
  color?: string;
};
/** One paragraph: its cells stand side by side (tabs, table cells). */
export type FlowLine = { cells: FlowRun[][]; bullet?: boolean; indent?: number; spaceBefore?: number };

const PAGE = { width: 612, height: 792 };
const MARGIN = 54;
const BODY = 11;

/** Flow lines → items. Column positions of cells are made up, in order, wide apart. */
export function layFlow(lines: readonly FlowLine[]): Extracted {
  const items: TextItem[] = [];
  let y = MARGIN;
  let page = 1;
  for (const line of lines) {
    const size = Math.max(...line.cells.flat().map((r) => r.size ?? BODY), 0) || BODY;
    y += (line.spaceBefore ?? 0) + size * 1.3;
    if (y > PAGE.height - MARGIN) {
      page++;
      y = MARGIN + size * 1.3;
    }
    const step = (PAGE.width - 2 * MARGIN) / Math.max(1, line.cells.length);
    let x = MARGIN + (line.indent ?? 0);
    line.cells.forEach((cell, i) => {
      x = i === 0 ? x : Math.max(x + size * 3, MARGIN + step * i);
      cell.forEach((run, n) => {
        const text = cleanText(run.text);
        if (text === '') {
          if (/\s/u.test(run.text)) items.push(item({ text: ' ', x, y, width: 0, page, run, size }));
          return;
        }
        const shown =
          (i === 0 && n === 0 && line.bullet === true ? '• ' : '') +
          (/^\s/u.test(run.text) ? ' ' : '') +
          text +
          (/\s$/u.test(run.text) ? ' ' : '');
        const width = shown.trim().length * (run.size ?? size) * 0.5;
        items.push(item({ text: shown, x, y, width, page, run, size }));
        x += width;
      });
    });
  }
  const pages = Array.from({ length: page }, () => ({ ...PAGE }));
  return { items, pages, ordered: true, ocr: false, looseLinks: [], warnings: [] };
}

function item({
  text,
  x,
  y,
  width,
  page,
  run,
  size,
}: {
  text: string;
  x: number;
  y: number;
  width: number;
  page: number;
  run: FlowRun;
  size: number;
}): TextItem {
  const fontSize = run.size ?? size;
  return {
    text,
    x,
    y: y - fontSize * 0.8,
    width,
    height: fontSize,
    page,
    fontSize,
    weight: run.bold === true ? 700 : 400,
    italic: run.italic === true,
    ...(run.link === undefined ? {} : { link: run.link }),
    ...(run.color === undefined ? {} : { color: run.color }),
  };
}
