/** What every extractor gives and every reading rule takes: text with its place on the page. Lengths are points, origin top left, y grows down. */

import type { FileFacts } from '../resume.schema.ts';

export type TextItem = {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Counts from 1. */
  page: number;
  fontSize: number;
  /** CSS weight: 400 regular, 700 bold. */
  weight: number;
  italic: boolean;
  link?: string;
  /** `#rrggbb`, where the format tells it. */
  color?: string;
  /** Written from right to left. */
  rtl?: boolean;
  /** Stands on its side: a line of its own, whose height is its length. */
  turned?: boolean;
};

export type PageSize = { width: number; height: number };

/** A document taken apart. `ordered` says the items already come in reading order, so no columns need finding. */
export type Extracted = {
  items: TextItem[];
  pages: PageSize[];
  ordered: boolean;
  ocr: boolean;
  /** Links of the file that lie behind no text (an icon, a picture). */
  looseLinks: { url: string; page: number; x: number; y: number }[];
  warnings: { code: string; text: string }[];
  /** What the extractor knows of the file; the rest of {@link FileFacts} is counted from the items. */
  facts?: Partial<FileFacts>;
  /** Pages whose text layer is missing or garbled and whose picture must be read instead. */
  needsOcr?: number[];
  /** Pages that were set upright or straightened before they were read, so that boxes can be put back in place. */
  turned?: { page: number; turn: 0 | 90 | 180 | 270; tilt: number; seen: PageSize }[];
};

/** A run of text on one line with no wide gap inside. */
export type Cell = {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  fontSize: number;
  weight: number;
  italic: boolean;
  links: string[];
  /** The same text cut where the style changes. */
  pieces: Piece[];
};

export type Piece = { text: string; weight: number; italic: boolean; fontSize: number };

/** One line of one column. `gap` is the white space above it in multiples of its height, Infinity at the top of a column. */
export type Line = {
  index: number;
  page: number;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  fontSize: number;
  weight: number;
  italic: boolean;
  text: string;
  cells: Cell[];
  bullet: boolean;
  /** Whether it reaches the right margin of its column, so that its sentence may go on in the next line. */
  full: boolean;
  gap: number;
  /** How its last word, cut at a hyphen, goes on in the next line: the hyphen goes (`word`) or stays (`compound`). */
  broken?: 'word' | 'compound';
};
