/** Text with its place on a page, as an extractor would give it, for tests of the reading rules. */
import type { Extracted, TextItem } from '#shared/resume/read/item.schema.ts';

export type Put = Partial<TextItem> & { text: string; x: number; y: number };

const SIZE = 10;

/** An item; its width follows from its letters unless given. */
export function put({ text, x, y, ...rest }: Put): TextItem {
  const fontSize = rest.fontSize ?? SIZE;
  return {
    text,
    x,
    y,
    width: [...text].reduce((n, c) => n + (/\p{Script=Han}/u.test(c) ? 1 : 0.5), 0) * fontSize,
    height: fontSize,
    page: 1,
    fontSize,
    weight: 400,
    italic: false,
    ...rest,
  };
}

/** Lines of text one below the other from a corner; each `\t` starts a new item 300 points to the right. */
export function column(lines: readonly string[], at: Partial<TextItem> & { x: number; y: number }): TextItem[] {
  const step = (at.fontSize ?? SIZE) * 1.4;
  return lines.flatMap((line, i) =>
    line === '' ? [] : line.split('\t').map((text, n) => put({ ...at, text, x: at.x + n * 300, y: at.y + i * step })),
  );
}

export function extracted(items: TextItem[], rest: Partial<Extracted> = {}): Extracted {
  const pages = Math.max(1, ...items.map((i) => i.page));
  return {
    items,
    pages: Array.from({ length: pages }, () => ({ width: 595, height: 842 })),
    ordered: false,
    ocr: false,
    looseLinks: [],
    warnings: [],
    ...rest,
  };
}

/** Plain text as the extractor of text files gives it: one item a line, an empty line a gap. */
export const plainText = (text: string): Extracted =>
  extracted(
    text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [put({ text: line, x: 50, y: 50 + i * 14 })])),
    { ordered: true },
  );
