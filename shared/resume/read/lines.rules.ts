/**
 * Items → runs (pieces of text with no gap inside) → lines of cells. Over 300 lines because what parts cells and what
 * mends them (broken dates, wrapped table rows, spread labels) measure the same gaps.
 */
import { markBroken } from './hyphens.rules.ts';
import type { Cell, Line, Piece, TextItem } from './item.schema.ts';
import { capsShare, cleanText, joinSpacedLetters, startsWithBullet, stripBullet } from './text.rules.ts';

/** A gap wider than this many font sizes starts a new cell on the same line. */
const CELL_GAP = 1.5;
/** A smaller gap does before a left edge that this many runs share. */
const EDGE_GAP = 0.6;
const EDGE_RUNS = 4;
/** A gap wider than this many font sizes starts a new run. */
const RUN_GAP = 0.9;

export type Run = Cell & { page: number; rtl?: boolean };

/** Joins items that follow each other in the file, on one baseline, without a gap. */
export function toRuns(items: readonly TextItem[]): Run[] {
  const runs: Run[] = [];
  let spaceBefore = false;
  for (const item of items) {
    if (item.text.trim() === '') {
      spaceBefore = true;
      continue;
    }
    const last = runs.at(-1);
    const text = item.text.trim();
    if (last !== undefined && last.page === item.page && sameBaseline(last, item)) {
      const toLeft = item.rtl === true && last.rtl === true;
      const gap = toLeft ? last.x - (item.x + item.width) : item.x - (last.x + last.width);
      const size = Math.max(last.fontSize, item.fontSize);
      const sameStyle = Math.abs(last.weight - item.weight) < 200 || gap < size * 0.15;
      if (gap > -size * 0.5 && gap < size * RUN_GAP && (sameStyle || gap < size * 0.45)) {
        const spaced = spaceBefore || item.text.startsWith(' ') || gap > size * 0.18;
        const heavier = item.weight > last.weight && text.length > last.text.length;
        last.text += (spaced && !last.text.endsWith(' ') ? ' ' : '') + text;
        addPiece(last.pieces, {
          text: (spaced ? ' ' : '') + text,
          weight: item.weight,
          italic: item.italic,
          fontSize: item.fontSize,
        });
        if (toLeft) {
          last.width += last.x - item.x;
          last.x = item.x;
        } else last.width = item.x + item.width - last.x;
        last.y = Math.min(last.y, item.y);
        if (heavier) last.weight = item.weight;
        if (item.fontSize > last.fontSize) {
          last.fontSize = item.fontSize;
          last.height = item.height;
        }
        if (item.link !== undefined && !last.links.includes(item.link)) last.links.push(item.link);
        spaceBefore = item.text.endsWith(' ');
        continue;
      }
    }
    runs.push({
      text,
      x: item.x,
      y: item.y,
      width: item.width,
      height: item.height,
      fontSize: item.fontSize,
      weight: item.weight,
      italic: item.italic,
      page: item.page,
      ...(item.rtl === true ? { rtl: true } : {}),
      links: item.link === undefined ? [] : [item.link],
      pieces: [{ text, weight: item.weight, italic: item.italic, fontSize: item.fontSize }],
    });
    spaceBefore = item.text.endsWith(' ');
  }
  return withoutDoubles(runs);
}

/** Adds a piece of text, to the last one where the style is the same. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const same =
    last !== undefined &&
    last.weight >= 600 === piece.weight >= 600 &&
    last.italic === piece.italic &&
    Math.abs(last.fontSize - piece.fontSize) < 1;
  if (same && last !== undefined) last.text += piece.text;
  else pieces.push({ ...piece });
}

const sameBaseline = (a: { y: number; height: number }, b: { y: number; height: number }): boolean =>
  Math.abs(a.y + a.height - (b.y + b.height)) < Math.min(a.height, b.height) * 0.4;

/** Some producers draw text twice, slightly shifted, to make it bold. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const double = same.some((r) => r.page === run.page && Math.abs(r.x - run.x) < 1.5 && Math.abs(r.y - run.y) < 1.5);
    if (!double) seen.set(run.text, [...same, run]);
    return !double;
  });
}

/** Groups the runs of one column into lines, top to bottom. */
export function toLines(runs: readonly Run[], column: number): Line[] {
  const rows: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.page - b.page || a.y + a.height / 2 - (b.y + b.height / 2))) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (row !== undefined && head !== undefined && head.page === run.page && overlapsRow(row, run)) row.push(run);
    else rows.push([run]);
  }
  const edges = sharedEdges(runs);
  return mendRows(mendGutter(rows.map((row) => lineOf(row, { column, edges }))));
}

/** Left edges at which several runs of one column begin: a gap before one of them parts cells even where it is small. */
function sharedEdges(runs: readonly Run[]): ReadonlySet<number> {
  const count = new Map<number, number>();
  for (const run of runs) count.set(Math.round(run.x), (count.get(Math.round(run.x)) ?? 0) + 1);
  const edges = new Set<number>();
  for (const [x, n] of count) if (n + (count.get(x - 1) ?? 0) + (count.get(x + 1) ?? 0) >= EDGE_RUNS) edges.add(x);
  return edges;
}

/** A date too long for its gutter goes on in the next line: `septembre 2015 – août` / `2019`. */
function mendGutter(lines: Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const previous = out.at(-1);
    const [top, cell] = [previous?.cells[0], line.cells[0]];
    const mends =
      previous !== undefined &&
      top !== undefined &&
      cell !== undefined &&
      previous.cells.length > 1 &&
      previous.page === line.page &&
      !previous.bullet &&
      /[\p{L}–—-]\.?$/u.test(top.text) &&
      /^\d{4}$/u.test(cell.text) &&
      /\d{4}.*[–—-]/u.test(top.text) &&
      cell.x >= top.x - 8 &&
      cell.x + cell.width <= top.x + top.width + 8 &&
      line.y - (previous.y + previous.height) < previous.height;
    if (!mends || previous === undefined || top === undefined || cell === undefined) {
      out.push(line);
      continue;
    }
    const head = {
      ...top,
      text: `${top.text} ${cell.text}`,
      pieces: [...top.pieces, ...cell.pieces],
      links: [...top.links, ...cell.links],
    };
    out[out.length - 1] = lineFromCells([head, ...previous.cells.slice(1)], line);
    if (line.cells.length > 1) out.push(lineFromCells(line.cells.slice(1), line));
  }
  return out;
}

function overlapsRow(row: readonly Run[], run: Run): boolean {
  return row.some((other) => {
    const ratio = other.height / run.height;
    if ((ratio > 1.7 || ratio < 0.6) && !sameBaseline(other, run)) return false;
    const overlap = Math.min(other.y + other.height, run.y + run.height) - Math.max(other.y, run.y);
    return overlap > Math.min(other.height, run.height) * 0.55;
  });
}

function lineOf(row: readonly Run[], { column, edges }: { column: number; edges: ReadonlySet<number> }): Line {
  const toLeft = row.filter((r) => r.rtl === true).length > row.length / 2;
  const sorted = [...row].sort((a, b) => (toLeft ? b.x + b.width - (a.x + a.width) : a.x - b.x));
  const cells: Cell[] = [];
  const even = evenGap(sorted, toLeft);
  let end = 0;
  for (const run of sorted) {
    const last = cells.at(-1);
    const gap = toLeft ? end - (run.x + run.width) : run.x - end;
    const size = Math.min(last?.fontSize ?? run.fontSize, run.fontSize);
    const parts =
      gap > size * CELL_GAP ||
      (gap > size * EDGE_GAP && edges.has(Math.round(run.x))) ||
      (even !== undefined && gap > size * EDGE_GAP && Math.abs(gap - even) < size * 0.06);
    if (last === undefined || parts) {
      cells.push({ ...run, links: [...run.links], pieces: run.pieces.map((p) => ({ ...p })) });
    } else {
      const tight = gap < size * 0.1 && gap > -size;
      if (run.text.length > last.text.length) {
        last.weight = run.weight;
        last.italic = run.italic;
      }
      last.text += (tight ? '' : ' ') + run.text;
      run.pieces.forEach((piece, i) => {
        addPiece(last.pieces, { ...piece, text: (i === 0 && !tight ? ' ' : '') + piece.text });
      });
      const far = Math.max(last.x + last.width, run.x + run.width);
      last.x = Math.min(last.x, run.x);
      last.width = far - last.x;
      last.height = Math.max(last.height, run.height);
      last.fontSize = Math.max(last.fontSize, run.fontSize);
      last.links.push(...run.links.filter((l) => !last.links.includes(l)));
    }
    end = toLeft ? run.x : run.x + run.width;
  }
  for (const cell of cells) cell.text = cleanText(joinSpacedLetters(cell.text));
  joinSpreadLabel(cells);
  return lineFromCells(
    cells.filter((c) => c.text !== ''),
    { page: sorted[0]?.page ?? 1, column },
  );
}

/** A row of a table whose cells take two lines: one of them breaks off, and what stands below is set close. */
function mendRows(lines: Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const previous = out.at(-1);
    const under = (cell: Cell): number => previous?.cells.findIndex((c) => Math.abs(c.x - cell.x) < 4) ?? -1;
    const mends =
      previous !== undefined &&
      previous.cells.length >= 3 &&
      line.cells.length >= 2 &&
      line.cells.length <= previous.cells.length &&
      previous.page === line.page &&
      !line.bullet &&
      line.y - (previous.y + previous.height) < previous.height * 0.6 &&
      line.cells.every((c) => under(c) >= 0) &&
      line.cells.some((c) => BREAKS_OFF.test(previous.cells[under(c)]?.text ?? ''));
    if (!mends || previous === undefined) {
      out.push(line);
      continue;
    }
    const cells = previous.cells.map((cell, i) => {
      const below = line.cells.find((c) => under(c) === i);
      if (below === undefined) return cell;
      return {
        ...cell,
        text: `${cell.text} ${below.text}`,
        width: Math.max(cell.width, below.width),
        pieces: [...cell.pieces, ...below.pieces],
        links: [...cell.links, ...below.links],
      };
    });
    out[out.length - 1] = { ...lineFromCells(cells, line), bullet: previous.bullet };
  }
  return out;
}

/** An open range, a comma, a slash: the cell goes on. */
const BREAKS_OFF = /(?:\d\s*[–—-]|[,/&])$/u;

/** `姓　　名：陈` is one label, its characters spread to the width of its neighbours. */
function joinSpreadLabel(cells: Cell[]): void {
  for (let i = 0; i + 1 < cells.length; i++) {
    const [cell, next] = [cells[i], cells[i + 1]];
    if (cell === undefined || next === undefined) return;
    if (!/^\p{Script=Han}$/u.test(cell.text) || !/^\p{Script=Han}[:：]/u.test(next.text)) continue;
    cell.text += next.text;
    cell.pieces.push(...next.pieces);
    cell.width = next.x + next.width - cell.x;
    cells.splice(i + 1, 1);
  }
}

/** Items of a list set apart by one wide gap, the same each time, without a mark between them. */
function evenGap(sorted: readonly Run[], toLeft: boolean): number | undefined {
  if (toLeft || sorted.length < 3) return undefined;
  const gaps = sorted
    .slice(1)
    .map((run, i) => ({ gap: run.x - ((sorted[i]?.x ?? 0) + (sorted[i]?.width ?? 0)), size: run.fontSize }))
    .filter(({ gap, size }) => gap > size * 0.75 && gap <= size * CELL_GAP);
  const first = gaps[0];
  if (first === undefined || gaps.length < 2) return undefined;
  return gaps.every(({ gap, size }) => Math.abs(gap - first.gap) < size * 0.06) ? first.gap : undefined;
}

/** Makes a line of cells; a bullet mark is cut off and remembered. */
export function lineFromCells(cells: Cell[], { page, column }: { page: number; column: number }): Line {
  const first = cells[0];
  let bullet = false;
  if (first !== undefined && startsWithBullet(first.text) && (cells.length > 1 || stripBullet(first.text) !== '')) {
    bullet = true;
    first.text = stripBullet(first.text);
    const piece = first.pieces[0];
    if (piece !== undefined) {
      piece.text = stripBullet(piece.text);
      if (piece.text === '') first.pieces.shift();
    }
    if (first.text === '') cells.shift();
  }
  const main = cells.reduce<Cell | undefined>(
    (a, b) => (a === undefined || b.text.length > a.text.length ? b : a),
    undefined,
  );
  const x = cells.reduce((m, c) => Math.min(m, c.x), cells[0]?.x ?? 0);
  const right = Math.max(...cells.map((c) => c.x + c.width), x);
  const y = Math.min(...cells.map((c) => c.y));
  return {
    index: 0,
    page,
    column,
    x,
    y,
    width: right - x,
    height: Math.max(...cells.map((c) => c.height), 0),
    fontSize: main?.fontSize ?? 0,
    weight: cells[0]?.weight ?? 400,
    italic: cells[0]?.italic ?? false,
    text: cells.map((c) => c.text).join('  '),
    cells,
    bullet,
    full: false,
    gap: 0,
  };
}

/** Numbers the lines and measures the white space above each; heads and feet that repeat over pages stay only once. */
export function finishLines(
  lines: readonly Line[],
  { ordered = false }: { ordered?: boolean } = {},
): { lines: Line[]; marginCharacters: number } {
  const written = lines.filter((l) => l.cells.length > 0 && /[\p{L}\p{N}]/u.test(l.text));
  const kept = withoutRunningHeads(written);
  const count = (list: readonly Line[]): number => list.reduce((n, l) => n + l.text.length, 0);
  const right = new Map<string, number>();
  const column = (line: Line): string => `${line.page}|${line.column}`;
  for (const line of kept) right.set(column(line), Math.max(right.get(column(line)) ?? 0, line.x + line.width));
  kept.forEach((line, index) => {
    line.full = !ordered && line.x + line.width > (right.get(column(line)) ?? 0) - line.fontSize * 6;
    const previous = kept[index - 1];
    line.index = index;
    line.gap =
      previous === undefined || previous.page !== line.page || previous.column !== line.column
        ? Number.POSITIVE_INFINITY
        : (line.y - (previous.y + previous.height)) / Math.max(line.height, 1);
  });
  markBroken(kept);
  return { lines: kept, marginCharacters: count(written) - count(kept) };
}

const PAGE_NUMBER =
  /^(?:page|seite|página|pagina|sida|strona|sayfa|第)?\s*[-–—]?\s*\d{1,2}\s*[-–—]?\s*(?:页)?(?:\s*(?:\/|of|von|sur|de|di|van|z|av)\s*\d{1,2})?$/iu;

/** Whether two lines say the same, but for numbers that count the pages. */
function saysTheSame(a: Line, b: Line): boolean {
  const [first, second] = [a, b].map((l) => l.text.match(/\d+/gu)?.map(Number) ?? []);
  if (first === undefined || second === undefined || first.length !== second.length) return false;
  return first.every((n, i) => second[i] === n || second[i] === n + b.page - a.page);
}

/** Drops page numbers, and lines that stand at the same height of several pages beyond the first. */
function withoutRunningHeads(lines: readonly Line[]): Line[] {
  const pages = new Map<number, { top: number; bottom: number }>();
  for (const line of lines) {
    const page = pages.get(line.page) ?? { top: line.y, bottom: line.y };
    pages.set(line.page, { top: Math.min(page.top, line.y), bottom: Math.max(page.bottom, line.y) });
  }
  const key = (line: Line): string => `${Math.round(line.y / 4)}|${line.text.replace(/\d+/gu, '#')}`;
  const alike = new Map<string, Line[]>();
  for (const line of lines) {
    const seen = alike.get(key(line));
    if (seen === undefined) alike.set(key(line), [line]);
    else seen.push(line);
  }
  const names = new Set(lines.filter((l) => l.page === 1 && l.fontSize > 14).map((l) => l.text.toLowerCase()));
  return lines.filter((line) => {
    const page = pages.get(line.page);
    const edge = page !== undefined && (line.y - page.top < 3 || page.bottom - line.y < 3);
    if (edge && PAGE_NUMBER.test(line.text)) return false;
    const running = (): boolean =>
      alike.get(key(line))?.some((other) => other.page !== line.page && saysTheSame(line, other)) === true;
    if (edge && running() && (line.page > 1 || /\d\s*$/u.test(line.text))) return false;
    // The name at the head of a later page is no new text.
    return !(
      line.page > 1 &&
      edge &&
      [...names].some((n) => line.text.toLowerCase().startsWith(n)) &&
      line.text.length < 60
    );
  });
}

/** How a line looks; equal for lines that play the same part. */
export const signature = (line: Line): string =>
  `${Math.round(line.fontSize)}|${line.weight >= 600 ? 'b' : ''}${line.italic ? 'i' : ''}${capsShare(line.text) > 0.9 ? 'C' : ''}`;
