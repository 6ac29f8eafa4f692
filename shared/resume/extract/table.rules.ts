/** Rows of tables → flow lines. */
import type { FlowLine } from './flow.rules.ts';

/**
 * One row: short cells stand side by side (label and value, text and date); a cell that is a column of its own
 * (a sidebar) comes after the one before it.
 */
export function tableLines(row: readonly FlowLine[][]): FlowLine[] {
  const cells = row.filter((cell) => cell.length > 0);
  if (cells.length < 2) return cells.flat();
  const sizes = cells.map((c) => c.length).sort((a, b) => a - b);
  const shorter = sizes[sizes.length - 2] ?? 0;
  if (shorter > 4) return cells.flat();
  const height = sizes.at(-1) ?? 0;
  const lines: FlowLine[] = [];
  for (let i = 0; i < height; i++) {
    const present = cells.map((cell) => cell[i]);
    const first = present.find((line) => line !== undefined);
    if (first === undefined) continue;
    const filled = present.filter((line) => line !== undefined);
    lines.push({
      ...first,
      bullet: present[0] !== undefined || filled.length === 1 ? first.bullet === true : false,
      cells: present.flatMap((line) => line?.cells ?? (filled.length === 1 ? [] : [[]])),
    });
  }
  return lines;
}
