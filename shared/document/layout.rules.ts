/** Where words break into lines and blocks into pages; measures in points, no drawing. */

/** Width of a text in points at the size it will be drawn. */
export type Measure = (text: string) => number;

/** A run of text with one look. */
export type Run = { readonly text: string; readonly strong?: boolean; readonly soft?: boolean; readonly href?: string };

/** Breaks text into lines no wider than `width`; a word wider than a line is cut where it must. */
export function wrap(text: string, { width, measure }: { width: number; measure: Measure }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => cutWord(part, { width, measure }))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function cutWord(word: string, { width, measure }: { width: number; measure: Measure }): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part);
      part = letter;
    } else part += letter;
  }
  if (part !== '') parts.push(part);
  return parts;
}

/** Wraps the last line into balance: no single short word alone on it. */
export function wrapBalanced(text: string, options: { width: number; measure: Measure }): string[] {
  const lines = wrap(text, options);
  const last = lines.at(-1) ?? '';
  if (lines.length < 2 || last.includes(' ') || options.measure(last) > options.width * 0.12) return lines;
  const before = lines.at(-2) ?? '';
  const at = before.lastIndexOf(' ');
  if (at < 0) return lines;
  const moved = `${before.slice(at + 1)} ${last}`;
  return options.measure(moved) > options.width ? lines : [...lines.slice(0, -2), before.slice(0, at), moved];
}

/** Something of a height that may not be cut; `keepWithNext` stays on the page of what follows it. */
export type Box = { readonly height: number; readonly keepWithNext?: boolean; readonly spaceBefore?: number };

/**
 * Spreads boxes over pages of `height`: a box that must stay with the next one moves with it, so a heading never ends a
 * page. Space before a box is dropped at the top of a page. Returns the boxes of each page.
 */
export function paginate<B extends Box>(boxes: readonly B[], height: number): B[][] {
  const pages: B[][] = [[]];
  let used = 0;
  for (let i = 0; i < boxes.length; ) {
    let end = i;
    while (boxes[end]?.keepWithNext === true && end + 1 < boxes.length) end++;
    const group = boxes.slice(i, end + 1);
    const need = (fresh: boolean) =>
      group.reduce((sum, box, k) => sum + box.height + (fresh && k === 0 ? 0 : (box.spaceBefore ?? 0)), 0);
    let page = pages.at(-1);
    if (page !== undefined && page.length > 0 && used + need(false) > height) {
      page = [];
      pages.push(page);
      used = 0;
    }
    used += need(page?.length === 0);
    page?.push(...group);
    i = end + 1;
  }
  return pages;
}
