/**
 * Browsers draw what is written from right to left glyph by glyph, from the left. Such a line is put together in the
 * order in which it is read: its pieces from right to left, Latin words and numbers in it from left to right.
 */
import type { TextItem } from '../read/item.schema.ts';

/** A wider gap than this many font sizes parts two columns. */
const COLUMN = 2.5;
const SPACE = 0.18;

/** The items of a page with every line that runs from right to left as one item; the others stay as they are. */
export function joinRightToLeft(items: readonly TextItem[]): TextItem[] {
  if (!items.some((item) => item.rtl === true)) return [...items];
  const out: TextItem[] = [];
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    while (to < items.length && goesOn(items[to - 1], items[to])) to++;
    const group = items.slice(from, to);
    out.push(...(runsLeft(group) ? [joined(group)] : group));
    from = to;
  }
  return out;
}

function goesOn(last: TextItem | undefined, next: TextItem | undefined): boolean {
  if (last === undefined || next === undefined || last.turned === true || next.turned === true) return false;
  const size = Math.max(last.fontSize, next.fontSize);
  const gap = next.x - last.x - last.width;
  return Math.abs(last.y + last.height - next.y - next.height) < size * 0.3 && gap > -size * 0.5 && gap < size * COLUMN;
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function runsLeft(group: readonly TextItem[]): boolean {
  let [left, right] = [0, 0];
  for (const { text, rtl } of group) {
    if (rtl === true) left += letters(text);
    else right += letters(text);
  }
  return left > right && group.length > 1;
}

/** Pieces as they stand from left to right; `space` says whether one lies before it. */
type Token = { text: string; leftward: boolean; neutral: boolean; space: boolean };

function joined(group: readonly TextItem[]): TextItem {
  const shown = group.filter((item) => item.text.trim() !== '');
  const tokens = shown.map((item, i): Token => {
    const before = shown[i - 1];
    const between = before === undefined ? [] : group.slice(group.indexOf(before) + 1, group.indexOf(item));
    const gap = before === undefined ? 0 : item.x - before.x - before.width;
    return {
      text: item.text.trim(),
      leftward: item.rtl === true,
      neutral: item.rtl !== true && !/[\p{L}\p{N}]/u.test(item.text),
      space:
        before !== undefined &&
        (between.length > 0 || gap > item.fontSize * SPACE || before.text.endsWith(' ') || item.text.startsWith(' ')),
    };
  });
  const first = group[0];
  const end = Math.max(...group.map((item) => item.x + item.width));
  const x = Math.min(...group.map((item) => item.x));
  const model = shown.find((item) => item.rtl === true) ?? first;
  return {
    ...(model ?? { y: 0, height: 0, page: 1, fontSize: 0, weight: 400, italic: false }),
    text: inReadingOrder(tokens),
    x,
    width: end - x,
    rtl: true,
  };
}

function inReadingOrder(tokens: readonly Token[]): string {
  let text = '';
  for (let end = tokens.length; end > 0; ) {
    let start = end - 1;
    if (tokens[start]?.leftward === false && tokens[start]?.neutral === false) {
      // Latin words and numbers go on to the left as long as only signs lie between them.
      for (let i = start - 1; i >= 0 && tokens[i]?.leftward === false; i--) if (tokens[i]?.neutral === false) start = i;
    }
    const run = tokens.slice(start, end);
    text += run.map((token, i) => (i > 0 && token.space ? ' ' : '') + token.text).join('');
    if (start > 0 && run[0]?.space === true) text += ' ';
    end = start;
  }
  return text;
}
