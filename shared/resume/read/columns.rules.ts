/**
 * Reading order: finds real columns by their gutter and leaves row-like pairs (date gutter, label and value, place at
 * the right margin) on one line. Works on runs of one page; columns that go on over pages are joined.
 */

import { hasDate } from './dates.rules.ts';
import { headingKind } from './headings.rules.ts';
import type { Extracted, Line } from './item.schema.ts';
import { finishLines, type Run, toLines, toRuns } from './lines.rules.ts';

type Band = { runs: Run[]; column: number; gutter?: number };

/** Lines in reading order, how many columns stand side by side at most, and how much text repeated heads and feet hold. */
export function readingOrder(extracted: Extracted): { lines: Line[]; columns: number; marginCharacters: number } {
  if (extracted.ordered) return { ...finishLines(toLines(toRuns(extracted.items), 0), { ordered: true }), columns: 1 };
  const byPage = new Map<number, Run[]>();
  for (const run of toRuns(extracted.items.filter((i) => i.turned !== true)))
    byPage.set(run.page, [...(byPage.get(run.page) ?? []), run]);
  // What stands on its side crosses the lines of its page: each such text is a line of its own, after the others.
  const turned = toRuns(extracted.items.filter((i) => i.turned === true));
  for (const { page } of turned) if (!byPage.has(page)) byPage.set(page, []);
  const pages = [...byPage.entries()]
    .sort((a, b) => a[0] - b[0])
    .map(([page, runs]): Band[] => [
      ...splitBands(runs, 0),
      ...turned.filter((r) => r.page === page).map((r) => ({ runs: [r], column: 3 })),
    ]);
  const columns = pages.flat().some((b) => b.gutter !== undefined) ? 2 : 1;
  return { ...finishLines(joinOverPages(pages).flatMap((band) => toLines(band.runs, band.column))), columns };
}

/** A page whose last gutter stands where the next page's first one stands goes on column by column. */
function joinOverPages(pages: Band[][]): Band[] {
  const out: Band[] = [];
  let i = 0;
  while (i < pages.length) {
    const page = pages[i] ?? [];
    const gutter = page.findLast((b) => b.gutter !== undefined)?.gutter;
    const group = [page];
    while (gutter !== undefined && i + group.length < pages.length) {
      const next = pages[i + group.length] ?? [];
      const first = next[0];
      if (first?.gutter === undefined || Math.abs(first.gutter - gutter) > 14) break;
      group.push(next);
    }
    if (group.length === 1) out.push(...page);
    else {
      const isLeft = (b: Band) => b.gutter !== undefined && b.column % 2 === 1;
      const isRight = (b: Band) => b.gutter !== undefined && b.column % 2 === 0;
      const head = page.filter(
        (b) => b.gutter === undefined && page.indexOf(b) < page.findIndex((p) => p.gutter !== undefined),
      );
      const rest = group.flatMap((bands) => bands.filter((b) => b.gutter === undefined && !head.includes(b)));
      out.push(
        ...head,
        ...group.flatMap((bands) => bands.filter(isLeft)),
        ...group.flatMap((bands) => bands.filter(isRight)),
        ...rest,
      );
    }
    i += group.length;
  }
  return out;
}

const right = (r: Run): number => r.x + r.width;
const middle = (r: Run): number => r.y + r.height / 2;

/** Splits the runs of a page into full-width bands and columns. `depth` bounds the recursion. */
function splitBands(runs: Run[], depth: number): Band[] {
  const split = depth > 2 ? undefined : bestGutter(runs);
  if (split === undefined) return [{ runs, column: 0 }];
  const { gutter, top, bottom } = split;
  const above = runs.filter((r) => middle(r) < top);
  const inside = runs.filter((r) => middle(r) >= top && middle(r) <= bottom);
  const below = runs.filter((r) => middle(r) > bottom);
  const left = inside.filter((r) => r.x + r.width / 2 < gutter);
  const rightSide = inside.filter((r) => r.x + r.width / 2 >= gutter);
  const bands: Band[] = [];
  if (above.length > 0) bands.push(...splitBands(above, depth + 1));
  bands.push(...splitBands(left, depth + 1).map((b) => ({ ...b, column: 1, gutter })));
  bands.push(...splitBands(rightSide, depth + 1).map((b) => ({ ...b, column: 2, gutter })));
  if (below.length > 0) bands.push(...splitBands(below, depth + 1));
  return bands;
}

type Split = { gutter: number; top: number; bottom: number };

function bestGutter(runs: Run[]): Split | undefined {
  if (runs.length < 10) return undefined;
  const candidates = gutterCandidates(runs);
  let best: (Split & { score: number }) | undefined;
  for (const gutter of candidates) {
    for (const span of freeSpans(runs, gutter)) {
      const score = columnScore(runs, { gutter, ...span });
      if (score > 0 && (best === undefined || score > best.score)) best = { gutter, ...span, score };
    }
  }
  return best;
}

/** Right columns start on one left edge: every left edge shared by four runs is a candidate. */
function gutterCandidates(runs: readonly Run[]): number[] {
  const xs = runs.map((r) => r.x).sort((a, b) => a - b);
  const min = xs[0] ?? 0;
  const max = Math.max(...runs.map(right));
  const out: number[] = [];
  for (let i = 0; i < xs.length; ) {
    const start = xs[i] ?? 0;
    let j = i;
    while (j < xs.length && (xs[j] ?? 0) - start < 3) j++;
    if (j - i >= 4 && start > min + (max - min) * 0.12 && start < max - (max - min) * 0.08) out.push(start - 1);
    i = j;
  }
  // Centred or right-aligned sides have no shared edge: add the middles of empty vertical strips.
  const width = Math.max(1, Math.ceil(max - min));
  const cover = new Array<number>(width + 1).fill(0);
  for (const run of runs) {
    for (let x = Math.max(0, Math.floor(run.x - min)); x <= Math.min(width, right(run) - min); x++)
      cover[x] = (cover[x] ?? 0) + 1;
  }
  const limit = Math.max(1, runs.length * 0.06);
  for (let x = Math.floor(width * 0.12); x < width * 0.9; x++) {
    if ((cover[x] ?? 0) > limit) continue;
    let end = x;
    while (end < width * 0.9 && (cover[end] ?? 0) <= limit) end++;
    if (end - x >= 6) out.push(min + (x + end) / 2);
    x = end;
  }
  return out;
}

/** Vertical spans of the page in which no run crosses the gutter. */
function freeSpans(runs: readonly Run[], gutter: number): { top: number; bottom: number }[] {
  const crossing = runs
    .filter((r) => r.x < gutter - 2 && right(r) > gutter + 2)
    .map(middle)
    .sort((a, b) => a - b);
  const top = Math.min(...runs.map((r) => r.y));
  const bottom = Math.max(...runs.map((r) => r.y + r.height));
  const edges = [top - 1, ...crossing, bottom + 1];
  const spans: { top: number; bottom: number }[] = [];
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1] ?? 0, edges[i] ?? 0];
    if (to - from > 60) spans.push({ top: from + (i > 1 ? 2 : 0), bottom: to - (i < edges.length - 1 ? 2 : 0) });
  }
  return spans;
}

/** 0 where the two sides are rows of one text; else the larger, the more text the split keeps apart. */
function columnScore(runs: readonly Run[], { gutter, top, bottom }: Split): number {
  const inside = runs.filter((r) => middle(r) >= top && middle(r) <= bottom);
  const left = inside.filter((r) => r.x + r.width / 2 < gutter);
  const rightSide = inside.filter((r) => r.x + r.width / 2 >= gutter);
  const [rowsLeft, rowsRight] = [toLines(left, 0), toLines(rightSide, 0)];
  if (rowsLeft.length < 4 || rowsRight.length < 4) return 0;
  const chars = (lines: readonly Line[]) => lines.reduce((n, l) => n + l.text.length, 0);
  const [charsLeft, charsRight] = [chars(rowsLeft), chars(rowsRight)];
  if (Math.min(charsLeft, charsRight) < 60) return 0;
  const beside = (l: Line, others: readonly Line[]): boolean =>
    others.some((m) => Math.abs(l.y + l.height - (m.y + m.height)) < Math.min(l.height, m.height) * 0.3);
  // A label such as `Address` with its value beside it is no heading of a column.
  const headings = (lines: readonly Line[], others: readonly Line[]): number =>
    lines.filter((l) => {
      const kind = l.cells.length === 1 ? headingKind(l.text) : undefined;
      return kind !== undefined && kind !== 'other' && !(kind === 'contact' && beside(l, others));
    }).length;
  const [headsLeft, headsRight] = [headings(rowsLeft, rowsRight), headings(rowsRight, rowsLeft)];
  const shared = (a: readonly Line[], b: readonly Line[]): number => a.filter((l) => beside(l, b)).length / a.length;
  const dated = (lines: readonly Line[]) =>
    lines.filter((l) => l.text.length < 45 && hasDate(l.text)).length / lines.length;
  const narrowLeft = charsLeft < charsRight;
  const [narrow, wide] = narrowLeft ? [rowsLeft, rowsRight] : [rowsRight, rowsLeft];
  const sharedNarrow = shared(narrow, wide);
  // Headings apart, every row of the margin has its text beside it: dates or labels of one text.
  const rows = narrow.filter((l) => headingKind(l.text) === undefined);
  const besideAll = rows.length > 0 && rows.filter((l) => beside(l, wide)).length / rows.length > 0.8;
  if (besideAll && headings(wide, narrow) === 0 && headings(narrow, wide) > 0) return 0;
  const size = Math.min(charsLeft, charsRight);
  const tall = (bottom - top) * 0.5;
  const [headsNarrow, headsWide] = narrowLeft ? [headsLeft, headsRight] : [headsRight, headsLeft];
  // Headings that stand in the left margin, their text beside them, make one text, not two columns.
  if (headsLeft > 0 && headsRight > 0) {
    if ((dated(narrow) > 0.5 && sharedNarrow > 0.7) || (sharedNarrow > 0.9 && chars(narrow) / narrow.length < 16))
      return 0;
    return size + tall + 400;
  }
  if (dated(narrow) > 0.3 && sharedNarrow > 0.6) return 0;
  if (sharedNarrow > 0.75) return 0;
  if (headsNarrow === 0 && headsWide > 1 && sharedNarrow > 0.5) return 0;
  if (headsNarrow > 0 && narrowLeft && headsNarrow >= narrow.length * 0.5) return 0;
  if (size < 120 && headsNarrow === 0) return 0;
  return size + tall - sharedNarrow * 300;
}
