/**
 * Reading order: cuts a page into full-width bands and columns by its white space, and leaves row-like pairs (date
 * gutter, label and value, place at the right margin) on one line. Works on runs of one page; columns that go on over
 * pages are joined. Every run comes out exactly once. Over 300 lines because finding a gutter and judging it are one
 * decision: each test in `columnScore` answers for candidates made above it.
 */

import { hasDate } from './dates.rules.ts';
import { headingKind } from './headings.rules.ts';
import type { Extracted, Line } from './item.schema.ts';
import { finishLines, type Run, toLines, toRuns } from './lines.rules.ts';

/** Runs that are read top to bottom; `side` and `gutter` say which half of which cut it was. */
type Block = { runs: Run[]; column: number; gutter?: number; side?: 'near' | 'far' };

/** Lines in reading order, how many columns stand side by side at most, and how much text repeated heads and feet hold. */
export function readingOrder(extracted: Extracted): { lines: Line[]; columns: number; marginCharacters: number } {
  const runs = toRuns(extracted.items);
  if (extracted.ordered) return { ...finishLines(toLines(runs, 0), { ordered: true }), columns: 1 };
  const byPage = new Map<number, Run[]>();
  for (const run of runs) {
    const page = byPage.get(run.page);
    if (page === undefined) byPage.set(run.page, [run]);
    else page.push(run);
  }
  const toLeft = runs.filter((r) => r.rtl === true).length > runs.length / 2;
  const pages = [...byPage.entries()].sort((a, b) => a[0] - b[0]).map(([, own]) => cut(own, { depth: 0, toLeft }));
  const columns = Math.max(1, ...pages.map((page) => columnCount(page)));
  return { ...finishLines(joinOverPages(pages).flatMap((block) => toLines(block.runs, block.column))), columns };
}

/** A binary tree of cuts numbers its leaves so that the depth tells how many stand side by side. */
const columnCount = (page: readonly Block[]): number =>
  1 + Math.max(0, ...page.map((b) => Math.floor(Math.log2(b.column + 1))));

/** Pages whose last column stands where the next page's columns (or its only one) stand go on column by column. */
function joinOverPages(pages: Block[][]): Block[] {
  const out: Block[] = [];
  let i = 0;
  while (i < pages.length) {
    const page = pages[i] ?? [];
    const gutter = page.at(-1)?.gutter;
    const group = [page];
    while (gutter !== undefined && i + group.length < pages.length) {
      const previous = group.at(-1) ?? [];
      if (previous.at(-1)?.gutter === undefined) break;
      const next = goesOn(pages[i + group.length] ?? [], gutter);
      if (next === undefined) break;
      group.push(next);
    }
    if (group.length === 1) out.push(...page);
    else {
      const firstColumn = page.findIndex((b) => b.gutter !== undefined && Math.abs(b.gutter - (gutter ?? 0)) <= 14);
      const head = page.slice(0, firstColumn);
      const all = group.flatMap((blocks) => blocks.filter((b) => !head.includes(b)));
      out.push(
        ...head,
        ...all.filter((b) => b.side === 'near'),
        ...all.filter((b) => b.side === 'far'),
        ...all.filter((b) => b.side === undefined),
      );
    }
    i += group.length;
  }
  return out;
}

/** The next page as it continues columns cut at `gutter`: cut there itself, or all of it on one side. */
function goesOn(page: Block[], gutter: number): Block[] | undefined {
  const [first] = page;
  if (first === undefined) return undefined;
  if (first.gutter !== undefined) return Math.abs(first.gutter - gutter) <= 14 ? page : undefined;
  if (page.length > 1) return undefined;
  if (first.runs.every((r) => right(r) < gutter + 4)) return [{ ...first, gutter, side: 'near', column: 1 }];
  if (first.runs.every((r) => r.x > gutter - 4)) return [{ ...first, gutter, side: 'far', column: 2 }];
  return undefined;
}

const right = (r: Run): number => r.x + r.width;
const middle = (r: Run): number => r.y + r.height / 2;
const centre = (r: Run): number => r.x + r.width / 2;

const MAX_DEPTH = 4;

/** Cuts the runs of a page into full-width bands and columns. */
function cut(runs: Run[], { depth, toLeft }: { depth: number; toLeft: boolean }): Block[] {
  const split = depth > MAX_DEPTH ? undefined : bestGutter(runs);
  if (split === undefined) return [{ runs, column: 0 }];
  const { gutter, top, bottom } = split;
  const above: Run[] = [];
  const below: Run[] = [];
  const [left, rightSide]: [Run[], Run[]] = [[], []];
  for (const run of runs) {
    if (middle(run) < top) above.push(run);
    else if (middle(run) > bottom) below.push(run);
    else if (centre(run) < gutter) left.push(run);
    else rightSide.push(run);
  }
  if (above.every((run) => centre(run) > gutter)) above.push(...takeRestOf(above, rightSide));
  else if (above.every((run) => centre(run) < gutter)) above.push(...takeRestOf(above, left));
  const deeper = { depth: depth + 1, toLeft };
  const half = (own: Run[], side: 'near' | 'far'): Block[] =>
    cut(own, deeper).map((b) => ({ ...b, gutter, side, column: 2 * b.column + (side === 'near' ? 1 : 2) }));
  const [near, far] = toLeft ? [rightSide, left] : [left, rightSide];
  return [
    ...(above.length > 0 ? cut(above, deeper) : []),
    ...half(near, 'near'),
    ...half(far, 'far'),
    ...(below.length > 0 ? cut(below, deeper) : []),
  ];
}

/** More rows than this under a head are a text of their own. */
const HEAD_ROWS = 5;

/** Takes out of a column what goes on with the head that stands over it: the title under a name. */
function takeRestOf(head: readonly Run[], column: Run[]): Run[] {
  if (head.length === 0) return [];
  let end = Math.max(...head.map((run) => run.y + run.height));
  const rest = new Set<Run>();
  for (const run of [...column].sort((a, b) => a.y - b.y)) {
    if (run.y - end > run.height * 0.8) break;
    rest.add(run);
    end = Math.max(end, run.y + run.height);
  }
  if (rest.size > HEAD_ROWS || rest.size === column.length) return [];
  column.splice(0, column.length, ...column.filter((run) => !rest.has(run)));
  return [...rest];
}

type Split = { gutter: number; top: number; bottom: number };

function bestGutter(runs: Run[]): Split | undefined {
  if (runs.length < 6) return undefined;
  let best: (Split & { score: number }) | undefined;
  for (const gutter of gutterCandidates(runs)) {
    for (const span of freeSpans(runs, gutter)) {
      const sides = sidesOf(runs, { gutter, ...span });
      if (sides === undefined) continue;
      const score = columnScore(sides, span);
      if (score > 0 && (best === undefined || score > best.score))
        best = { gutter, top: headBand(sides, span.top), bottom: span.bottom, score };
    }
  }
  return best;
}

/** Right columns start on one left edge: every left edge shared by four runs is a candidate. */
function gutterCandidates(runs: readonly Run[]): number[] {
  const xs = runs.map((r) => r.x).sort((a, b) => a - b);
  const min = xs[0] ?? 0;
  const max = runs.reduce((m, r) => Math.max(m, right(r)), min);
  const out: number[] = [];
  // Text in boxes stands a little to the right of its heading: edges that near count as one, too.
  for (const tolerance of [3, 9])
    for (let i = 0; i < xs.length; ) {
      const start = xs[i] ?? 0;
      let j = i;
      while (j < xs.length && (xs[j] ?? 0) - start < tolerance) j++;
      const fits = start > min + (max - min) * 0.12 && start < max - (max - min) * 0.08;
      if (j - i >= 4 && fits && !out.some((x) => Math.abs(x - (start - 1)) < 1)) out.push(start - 1);
      i = j;
    }
  for (const x of [...headingRow(runs), ...dateRow(runs)]) out.push(x - 2);
  // Centred or right-aligned sides have no shared edge: add the middles of empty vertical strips.
  const width = Math.min(20_000, Math.max(1, Math.ceil(max - min)));
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

/** Left edges of headings that stand beside another heading. */
function headingRow(runs: readonly Run[]): number[] {
  const heads = runs.filter((r) => r.text.length < 40 && headingKind(r.text) !== undefined);
  return heads
    .filter((r) => heads.some((o) => o.x < r.x && Math.abs(o.y + o.height - r.y - r.height) < r.height * 0.4))
    .map((r) => r.x);
}

/** Left edges of dates that stand beside another date. */
function dateRow(runs: readonly Run[]): number[] {
  const dated = runs.filter((r) => r.text.length < 45 && hasDate(r.text));
  return dated
    .filter((r) => dated.some((o) => right(o) < r.x && Math.abs(o.y + o.height - r.y - r.height) < r.height * 0.3))
    .map((r) => r.x);
}

/** Vertical spans of the page in which no run crosses the gutter. */
function freeSpans(runs: readonly Run[], gutter: number): { top: number; bottom: number }[] {
  const crossing = runs
    .filter((r) => r.x < gutter - 2 && right(r) > gutter + 2)
    .map(middle)
    .sort((a, b) => a - b);
  const top = runs.reduce((m, r) => Math.min(m, r.y), Number.POSITIVE_INFINITY);
  const bottom = runs.reduce((m, r) => Math.max(m, r.y + r.height), 0);
  const edges = [top - 1, ...crossing, bottom + 1];
  const spans: { top: number; bottom: number }[] = [];
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1] ?? 0, edges[i] ?? 0];
    if (to - from > 24) spans.push({ top: from + (i > 1 ? 2 : 0), bottom: to - (i < edges.length - 1 ? 2 : 0) });
  }
  return spans;
}

type Sides = { left: Line[]; right: Line[] };

const MIN_ROWS = 4;

function sidesOf(runs: readonly Run[], { gutter, top, bottom }: Split): Sides | undefined {
  const inside = runs.filter((r) => middle(r) >= top && middle(r) <= bottom);
  const left = inside.filter((r) => centre(r) < gutter);
  const rightSide = inside.filter((r) => centre(r) >= gutter);
  if (left.length < 2 || rightSide.length < 2) return undefined;
  const sides = { left: toLines(left, 0), right: toLines(rightSide, 0) };
  const fewest = opensWithHeadings(sides) || parallelDates(sides) ? 2 : MIN_ROWS;
  return sides.left.length < fewest || sides.right.length < fewest ? undefined : sides;
}

/** One heading, or several side by side. */
const isHeading = (line: Line): boolean =>
  line.cells.length > 0 && line.cells.length < 5 && line.cells.every((c) => headingKind(c.text) !== undefined);

/**
 * Where both columns open with a heading at one height, what stands above is a head over both: a name, a row of
 * contact data. So it is where the other column begins only below it.
 */
function headBand({ left, right: rightSide }: Sides, top: number): number {
  const [a, b] = [left.find(isHeading), rightSide.find(isHeading)];
  if (a === undefined && b === undefined) return top;
  const y = Math.min(a?.y ?? Number.POSITIVE_INFINITY, b?.y ?? Number.POSITIVE_INFINITY) - 1;
  const above = (lines: readonly Line[]): number => lines.filter((l) => l.y + l.height / 2 < y).length;
  const [onLeft, onRight] = [above(left), above(rightSide)];
  if (onLeft + onRight === 0) return top;
  const aligned =
    a !== undefined &&
    b !== undefined &&
    Math.abs(a.y + a.height - (b.y + b.height)) < Math.min(a.height, b.height) * 0.6;
  const oneSided = Math.min(onLeft, onRight) === 0 && onLeft + onRight <= 4;
  return aligned || oneSided ? Math.max(top, y) : top;
}

/** Whether both sides begin with a heading, at one height. */
function opensWithHeadings({ left: [a], right: [b] }: Sides): boolean {
  if (a === undefined || b === undefined || !isHeading(a) || !isHeading(b)) return false;
  return Math.abs(a.y + a.height - (b.y + b.height)) < Math.min(a.height, b.height) * 0.4;
}

/** Entries side by side in a grid: rows with dates on both sides, as no row of one entry has. */
function parallelDates({ left, right: rightSide }: Sides): boolean {
  const isDated = (l: Line): boolean => l.text.length < 45 && hasDate(l.text);
  const pairs = left.filter(
    (l) =>
      isDated(l) && rightSide.some((r) => isDated(r) && Math.abs(l.y + l.height - r.y - r.height) < l.height * 0.3),
  ).length;
  const all = left.filter(isDated).length + rightSide.filter(isDated).length;
  const [a, b] = [characters(left), characters(rightSide)];
  // Dates of issue and expiry in a table stand under each other in every row; entries have text between theirs.
  return (
    pairs > 0 &&
    pairs * 2 >= all * 0.7 &&
    all <= (left.length + rightSide.length) * 0.6 &&
    Math.min(a, b) > Math.max(a, b) * 0.4
  );
}

const characters = (lines: readonly Line[]): number => lines.reduce((n, l) => n + l.text.length, 0);

/** A line at the same height on the other side. */
function besides(lines: readonly Line[], others: readonly Line[]): ReadonlySet<Line> {
  const out = new Set<Line>();
  let from = 0;
  for (const line of lines) {
    const base = line.y + line.height;
    while (from < others.length && (others[from]?.y ?? 0) < line.y - 60) from++;
    for (let i = from; i < others.length; i++) {
      const other = others[i];
      if (other === undefined || other.y > base + 20) break;
      if (Math.abs(base - (other.y + other.height)) < Math.min(line.height, other.height) * 0.3) {
        out.add(line);
        break;
      }
    }
  }
  return out;
}

/** Share of lines that run on into the next: columns hold texts of their own, the sides of a row do not. */
function flow(lines: readonly Line[]): number {
  const widest = lines.reduce((m, l) => Math.max(m, l.width), 0);
  let runsOn = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next === undefined || next.bullet || next.y - (line.y + line.height) > line.height) return;
    if (line.width > widest * 0.75 && !/[.!?:;]$/u.test(line.text) && /^[\p{Ll}\p{Lo}\d(]/u.test(next.text)) runsOn++;
  });
  return lines.length === 0 ? 0 : runsOn / lines.length;
}

/** 0 where the two sides are rows of one text; else the larger, the more text the split keeps apart. */
function columnScore(sides: Sides, { top, bottom }: { top: number; bottom: number }): number {
  const { left: rowsLeft, right: rowsRight } = sides;
  const [charsLeft, charsRight] = [characters(rowsLeft), characters(rowsRight)];
  const size = Math.min(charsLeft, charsRight);
  if (parallelDates(sides)) return size + (bottom - top) * 0.5 + 200;
  if (opensWithHeadings(sides)) return size + (bottom - top) * 0.5 + 400;
  const [leftBeside, rightBeside] = [besides(rowsLeft, rowsRight), besides(rowsRight, rowsLeft)];
  // A label such as `Address` with its value beside it is no heading of a column.
  const headings = (lines: readonly Line[], beside: ReadonlySet<Line>): number =>
    lines.filter((l) => {
      const kind = isHeading(l) ? headingKind(l.cells[0]?.text ?? '') : undefined;
      return kind !== undefined && kind !== 'other' && !(kind === 'contact' && beside.has(l));
    }).length;
  const [headsLeft, headsRight] = [headings(rowsLeft, leftBeside), headings(rowsRight, rightBeside)];
  if (size < (headsLeft > 0 && headsRight > 0 ? 25 : 60)) return 0;
  const narrowLeft = charsLeft < charsRight;
  const [narrow, wide] = narrowLeft ? [rowsLeft, rowsRight] : [rowsRight, rowsLeft];
  const beside = narrowLeft ? leftBeside : rightBeside;
  const shared = narrow.filter((l) => beside.has(l)).length / narrow.length;
  const dated = narrow.filter((l) => l.text.length < 45 && hasDate(l.text)).length / narrow.length;
  const tall = (bottom - top) * 0.5;
  const [headsNarrow, headsWide] = narrowLeft ? [headsLeft, headsRight] : [headsRight, headsLeft];
  // Headings apart, every row of the margin has its text beside it: dates or labels of one text.
  const rows = narrow.filter((l) => headingKind(l.text) === undefined);
  const besideAll = rows.length > 0 && rows.filter((l) => beside.has(l)).length / rows.length > 0.8;
  const flows = flow(narrow) > 0.25 && flow(wide) > 0.15;
  if (besideAll && headsWide <= headsNarrow * 0.3 && headsNarrow > 0 && !flows) return 0;
  // Headings that stand in the left margin, their text beside them, make one text, not two columns.
  if (headsLeft > 0 && headsRight > 0) {
    if ((dated > 0.5 && shared > 0.7) || (shared > 0.9 && characters(narrow) / narrow.length < 16)) return 0;
    return size + tall + 400;
  }
  // Texts that run on on both sides are columns even where their lines stand at the same heights.
  if (flows && dated < 0.3) return size + tall;
  if (dated > 0.3 && (shared > 0.6 || headsNarrow === 0)) return 0;
  if (shared > 0.75) return 0;
  if (headsNarrow === 0 && headsWide > 1 && shared > 0.5) return 0;
  if (headsNarrow > 0 && narrowLeft && headsNarrow >= narrow.length * 0.5) return 0;
  if (size < 120 && headsNarrow === 0 && shared > 0.35) return 0;
  return size + tall - shared * 300;
}
