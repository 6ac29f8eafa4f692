/** A value that was read, with how sure we are and where it stood. */
import type { Span } from '../resume.schema.ts';
import type { Line } from './item.schema.ts';

export type Found<T = string> = { value: T; confidence: number; spans: Span[] };

/** The cell of the line that holds the text, else the whole line. */
export function spanOf(line: Line, text: string): Span {
  const cell = line.cells.find((c) => c.text.includes(text)) ?? line;
  const round = (n: number): number => Math.round(n * 10) / 10;
  return { page: line.page, box: [round(cell.x), round(cell.y), round(cell.width), round(cell.height)], text };
}

export const found = (value: string, confidence: number, line: Line): Found => ({
  value,
  confidence,
  spans: [spanOf(line, value)],
});

export const clamp = (n: number): number => Math.round(Math.min(0.99, Math.max(0.05, n)) * 100) / 100;
