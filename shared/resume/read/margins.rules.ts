/** Headings in the left margin, or in the first cells of a table, with their text beside them. */
import { findDates } from './dates.rules.ts';
import type { SectionKind } from './headings.data.ts';
import { headingKind, looseHeadingKind } from './headings.rules.ts';
import type { Cell, Line } from './item.schema.ts';
import { lineFromCells } from './lines.rules.ts';
import { capsShare } from './text.rules.ts';

/**
 * `whole` has, by its heading, each line as it was, should the heading prove to be a label. `sure` are headings that
 * stand in a margin of headings; the text beside them begins at `textX`.
 */
export type Margins = { lines: Line[]; whole: Map<Line, Line>; sure: Map<Line, SectionKind>; textX?: number };

/** `broken`: the text really stands beside, as on a page and not in a table's cells, so headings may take several lines. */
type Margin = { x: number; textX: number; broken: boolean };

/** How far the left edges of a margin's headings may differ, in points. */
const EDGE = 6;
/** A margin of headings has this many of different kinds. */
const LEAST_KINDS = 3;

/** A heading in the margin with its text beside it becomes a line of its own. */
export function splitMarginHeadings(lines: readonly Line[]): Margins {
  const margin = marginOf(lines);
  const out: Margins = {
    lines: [],
    whole: new Map(),
    sure: new Map(),
    ...(margin === undefined ? {} : { textX: margin.textX }),
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const inMargin = margin === undefined ? undefined : marginHeading(lines, i, margin);
    const first = line.cells[0];
    if (inMargin !== undefined && first !== undefined) {
      const own = lines.slice(i, i + inMargin.lines);
      const head = headOf({ ...first, text: inMargin.text }, line);
      out.sure.set(head, inMargin.kind);
      out.lines.push(head, ...own.flatMap((l) => (l.cells.length > 1 ? [restOf(l)] : [])));
      i += inMargin.lines - 1;
    } else if (first !== undefined && headsItsLine(line)) {
      const head = headOf(first, line);
      out.whole.set(head, line);
      out.lines.push(head, restOf(line));
    } else out.lines.push(line);
  }
  out.lines.forEach((line, index) => {
    line.index = index;
  });
  return out;
}

const headOf = (cell: Cell, line: Line): Line => ({
  ...lineFromCells([{ ...cell, links: [...cell.links] }], line),
  gap: line.gap,
});

const restOf = (line: Line): Line => ({
  ...lineFromCells(
    line.cells.slice(1).map((c) => ({ ...c })),
    line,
  ),
  gap: 0,
});

/** The first cell names a section, and what stands beside it does not. */
function kindBeside(line: Line): SectionKind | undefined {
  const [first, next] = line.cells;
  if (first === undefined || next === undefined || line.bullet || findDates(first.text).length > 0) return undefined;
  return headingKind(next.text) === undefined ? headingKind(first.text) : undefined;
}

/** As {@link kindBeside}, and the first cell looks different from what stands beside it. */
function headsItsLine(line: Line): boolean {
  const [first, next] = line.cells;
  if (first === undefined || next === undefined || kindBeside(line) === undefined) return false;
  return (
    first.weight !== next.weight ||
    Math.abs(first.fontSize - next.fontSize) > 0.5 ||
    capsShare(first.text) > 0.9 ||
    first.text.endsWith(':')
  );
}

const standsIn = ({ cells: [first, next] }: Line, margin: Margin): boolean =>
  first !== undefined &&
  next !== undefined &&
  Math.abs(first.x - margin.x) < EDGE &&
  Math.abs(next.x - margin.textX) < EDGE;

/** Where several first cells at one edge name sections of different kinds, jobs or studies among them. */
function marginOf(lines: readonly Line[]): Margin | undefined {
  const heads = lines.filter((l) => kindBeside(l) !== undefined);
  for (const { cells } of heads) {
    const [first, next] = cells;
    if (first === undefined || next === undefined) continue;
    const margin = { x: first.x, textX: next.x, broken: lines.some((l) => Math.abs(l.x - next.x) < EDGE) };
    const kinds = new Set(heads.filter((l) => standsIn(l, margin)).map(kindBeside));
    if (kinds.size >= LEAST_KINDS && (kinds.has('work') || kinds.has('education'))) return margin;
  }
  return undefined;
}

/** The heading that begins in the margin of a line, with the lines it takes: a narrow margin breaks long ones. */
function marginHeading(
  lines: readonly Line[],
  at: number,
  margin: Margin,
): { text: string; kind: SectionKind; lines: number } | undefined {
  const line = lines[at];
  const first = line?.cells[0];
  if (line === undefined || first === undefined || line.bullet || !standsIn(line, margin)) return undefined;
  if (findDates(first.text).length > 0 || headingKind(line.cells[1]?.text ?? '') !== undefined) return undefined;
  const texts = [first.text];
  for (let n = 1; margin.broken && n < 3; n++) {
    const [above, below] = [lines[at + n - 1], lines[at + n]];
    const cell = below?.cells[0];
    if (above === undefined || below === undefined || cell === undefined || below.page !== line.page) break;
    const goesOn =
      !below.bullet &&
      Math.abs(cell.x - first.x) < 2 &&
      cell.x + cell.width < margin.textX &&
      cell.weight === first.weight &&
      Math.abs(cell.fontSize - first.fontSize) < 0.5 &&
      below.y - above.y < first.fontSize * 2;
    if (!goesOn) break;
    texts.push(`${texts.at(-1) ?? ''} ${cell.text}`);
  }
  for (const kindOf of [headingKind, looseHeadingKind])
    for (let n = texts.length; n > 0; n--) {
      const text = texts[n - 1] ?? '';
      const kind = kindOf(text);
      if (kind !== undefined) return { text, kind, lines: n };
    }
  return undefined;
}
