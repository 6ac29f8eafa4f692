/**
 * What the operator list of a PDF page tells about its text: in which colour each glyph is drawn, whether it is drawn
 * at all, and what was painted below it. Coordinates are points of the page, origin top left. Long because one walk over
 * the operators handles every kind of them, and what is asked of its result stands beside it.
 */
import type { Drawn } from './hyphens.rules.ts';

export type Operators = { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> };
export type Matrix = readonly [number, number, number, number, number, number];
type Box = readonly [number, number, number, number];

/** How glyphs are drawn from the character `at` of the skeleton on. `order` counts operators. */
export type Ink = { at: number; order: number; color: string | undefined; visible: boolean };
/** An area painted over what stood there; the colour is unknown for pictures, patterns and shadings. */
export type Fill = { order: number; box: Box; color: string | undefined; picture: boolean };

/** A group of glyphs, marked `Span`, by its characters in the skeleton. */
export type Span = { at: number; end: number };

export type Painted = {
  /** All glyphs drawn, in order, without white space. */
  skeleton: string;
  inks: Ink[];
  fills: Fill[];
  /** The glyphs with the moves between them. */
  drawn: Drawn[];
  paths: number;
  spans: Span[];
  /** Where in the skeleton a space was drawn. */
  spaces: Set<number>;
};

/** Operators of pdf.js (`OPS`). */
const OP = {
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  setTextRenderingMode: 38,
  showText: 44,
  setFillColorN: 55,
  setFillRgb: 59,
  shadingFill: 62,
  beginMarked: 69,
  beginMarkedProps: 70,
  endMarked: 71,
  formBegin: 74,
  formEnd: 75,
  beginAnnotation: 80,
  endAnnotation: 81,
  paintImageMask: 83,
  paintImageMaskGroup: 84,
  paintImage: 85,
  paintInlineImage: 86,
  paintInlineImageGroup: 87,
  paintImageRepeat: 88,
  paintImageMaskRepeat: 89,
  paintSolidMask: 90,
  constructPath: 91,
  setFillTransparent: 93,
} as const;

/** `fill`, `eoFill` and the four that also stroke. */
const FILLS = new Set([22, 23, 24, 25, 26, 27]);
/** A move of the pen by more than this (thousandths of the font size) is a space. */
const SPACE_MOVE = 140;
const INVISIBLE = /[\s\p{Cf}]+/gu;
const MAX_FILLS = 3000;

type State = { matrix: Matrix; color: string | undefined; alpha: number; mode: number };

export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** A matrix out of what a PDF says; `undefined` where it is none. */
export function toMatrix(value: unknown): Matrix | undefined {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined;
  const list = value as ArrayLike<unknown>;
  const [a, b, c, d, e, f] = [
    Number(list[0]),
    Number(list[1]),
    Number(list[2]),
    Number(list[3]),
    Number(list[4]),
    Number(list[5]),
  ];
  return Number.isFinite(a + b + c + d + e + f) ? [a, b, c, d, e, f] : undefined;
}

/** The box of a rectangle under a matrix. */
export function boxUnder(m: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs = [m[0] * x0 + m[2] * y0, m[0] * x1 + m[2] * y0, m[0] * x0 + m[2] * y1, m[0] * x1 + m[2] * y1];
  const ys = [m[1] * x0 + m[3] * y0, m[1] * x1 + m[3] * y0, m[1] * x0 + m[3] * y1, m[1] * x1 + m[3] * y1];
  return [Math.min(...xs) + m[4], Math.min(...ys) + m[5], Math.max(...xs) + m[4], Math.max(...ys) + m[5]];
}

const UNIT: Box = [0, 0, 1, 1];

/** Walks the operators of a page. `viewport` brings its points to the page's top left. */
export function paintedBy(operators: Operators, viewport: Matrix): Painted {
  const out: Painted = { skeleton: '', inks: [], fills: [], drawn: [], paths: 0, spans: [], spaces: new Set() };
  const skeleton: string[] = [];
  let length = 0;
  let state: State = { matrix: viewport, color: '#000000', alpha: 1, mode: 0 };
  let stack: State[] = [];
  let annotation = 0;
  const marked: (Span | undefined)[] = [];
  const save = (): void => {
    if (stack.length < 500) stack.push({ ...state });
  };
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const paint = (box: Box, { order, color, picture }: Omit<Fill, 'box'>): void => {
    if (out.fills.length >= MAX_FILLS || state.alpha < 0.1) return;
    out.fills.push({ order, box, color: state.alpha < 0.9 ? undefined : color, picture });
  };
  const { fnArray, argsArray } = operators;
  for (let order = 0; order < fnArray.length; order++) {
    const op = fnArray[order];
    const args = argsArray[order];
    const first: unknown = Array.isArray(args) ? args[0] : undefined;
    switch (op) {
      case OP.showText: {
        // Form fields and notes are drawn here, but are no part of the text content.
        if (annotation > 0 || !Array.isArray(first)) break;
        const visible = state.mode !== 3 && state.mode !== 7 && state.alpha > 0.05;
        const last = out.inks.at(-1);
        if (last === undefined || last.color !== state.color || last.visible !== visible)
          out.inks.push({ at: length, order, color: state.color, visible });
        else if (out.fills.length > 0 && (out.fills.at(-1)?.order ?? 0) > last.order)
          out.inks.push({ ...last, at: length, order });
        for (const glyph of first as unknown[]) {
          if (typeof glyph === 'number') {
            if (glyph < -SPACE_MOVE) out.drawn.push('gap');
          } else if (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph) {
            const text = String(glyph.unicode);
            const solid = text.length === 1 && text > ' ' && text < '\u007f' ? text : text.replace(INVISIBLE, '');
            if (text.trim() === '') {
              out.drawn.push('gap');
              out.spaces.add(length);
            } else out.drawn.push({ text, width: 'width' in glyph ? Number(glyph.width) / 1000 : 0 });
            skeleton.push(solid);
            length += solid.length;
          }
        }
        out.drawn.push('jump');
        break;
      }
      case OP.beginMarked:
      case OP.beginMarkedProps: {
        const span = op === OP.beginMarkedProps && first === 'Span' && annotation === 0;
        marked.push(span ? { at: length, end: length } : undefined);
        if (span) out.spans.push(marked.at(-1) ?? { at: length, end: length });
        break;
      }
      case OP.endMarked: {
        const span = marked.pop();
        if (span !== undefined) span.end = length;
        break;
      }
      case OP.save:
        save();
        break;
      case OP.restore:
        restore();
        break;
      case OP.transform: {
        const matrix = toMatrix(args);
        if (matrix !== undefined) state.matrix = multiply(state.matrix, matrix);
        break;
      }
      case OP.formBegin: {
        save();
        const matrix = toMatrix(first);
        if (matrix !== undefined) state.matrix = multiply(state.matrix, matrix);
        break;
      }
      case OP.formEnd:
        restore();
        break;
      case OP.beginAnnotation:
        annotation++;
        break;
      case OP.endAnnotation:
        annotation--;
        break;
      case OP.setTextRenderingMode:
        state.mode = Number(first);
        break;
      case OP.setFillRgb:
        state.color = typeof first === 'string' ? first : undefined;
        break;
      case OP.setFillColorN:
        state.color = undefined;
        break;
      case OP.setFillTransparent:
        state.color = undefined;
        break;
      case OP.setGState:
        if (Array.isArray(first))
          for (const entry of first as unknown[])
            if (Array.isArray(entry) && entry[0] === 'ca') state.alpha = Number(entry[1]);
        break;
      case OP.constructPath: {
        out.paths++;
        if (!FILLS.has(Number(first)) || !Array.isArray(args)) break;
        const bounds = Array.from((args[2] ?? []) as ArrayLike<number>, Number);
        const [x0, y0, x1, y1] = bounds;
        if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) break;
        paint(boxUnder(state.matrix, [x0, y0, x1, y1]), { order, color: state.color, picture: false });
        break;
      }
      case OP.shadingFill:
        paint([-1e5, -1e5, 1e5, 1e5], { order, color: undefined, picture: false });
        break;
      case OP.paintImage:
      case OP.paintInlineImage:
        paint(boxUnder(state.matrix, UNIT), { order, color: undefined, picture: true });
        break;
      case OP.paintImageMask:
      case OP.paintSolidMask:
        paint(boxUnder(state.matrix, UNIT), { order, color: undefined, picture: true });
        break;
      case OP.paintImageRepeat: {
        const [, sx, sy, at] = (args ?? []) as [unknown, unknown, unknown, unknown];
        for (const [x, y] of pairs(at))
          paint(boxUnder(multiply(state.matrix, [Number(sx), 0, 0, Number(sy), x, y]), UNIT), {
            order,
            color: undefined,
            picture: true,
          });
        break;
      }
      case OP.paintInlineImageGroup:
      case OP.paintImageMaskGroup: {
        const placed: unknown = op === OP.paintImageMaskGroup ? first : Array.isArray(args) ? args[1] : undefined;
        if (!Array.isArray(placed)) break;
        for (const one of placed as unknown[]) {
          const matrix =
            typeof one === 'object' && one !== null && 'transform' in one ? toMatrix(one.transform) : undefined;
          if (matrix !== undefined)
            paint(boxUnder(multiply(state.matrix, matrix), UNIT), { order, color: undefined, picture: true });
        }
        break;
      }
    }
  }
  stack = [];
  out.skeleton = skeleton.join('');
  return out;
}

function pairs(value: unknown): [number, number][] {
  if (!ArrayBuffer.isView(value) && !Array.isArray(value)) return [];
  const numbers = Array.from(value as ArrayLike<unknown>, Number);
  return numbers.flatMap((x, i): [number, number][] => (i % 2 === 0 ? [[x, numbers[i + 1] ?? 0]] : []));
}

/** How many characters of the skeleton a text makes up. */
export const visibleLength = (text: string): number => text.replace(INVISIBLE, '').length;

/** How many characters the texts may lag behind the glyphs before one is given up. */
const REACH = 400;

/** Where each text begins in the skeleton, -1 where it cannot be found. Texts come in the order they were drawn. */
export function alignTexts(texts: readonly string[], skeleton: string): number[] {
  let cursor = 0;
  return texts.map((text) => {
    const solid = text.replace(INVISIBLE, '');
    if (solid === '') return -1;
    if (skeleton.startsWith(solid, cursor)) {
      const at = cursor;
      cursor += solid.length;
      return at;
    }
    const window = skeleton.slice(cursor, cursor + solid.length + (solid.length < 4 ? 40 : REACH));
    // pdf.js turns what runs from right to left around.
    const found = window.indexOf(solid);
    const at = found >= 0 ? found : window.indexOf([...solid].reverse().join(''));
    if (at < 0) return -1;
    const start = cursor + at;
    cursor = start + solid.length;
    return start;
  });
}

/** The index of the ink in force at a character. */
export function inkAt(inks: readonly Ink[], at: number): number {
  let [low, high] = [0, inks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((inks[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Share of the page that pictures cover, at most 1; overlaps count twice. */
export function pictureShare(fills: readonly Fill[], { width, height }: { width: number; height: number }): number {
  let area = 0;
  for (const { box, picture } of fills) {
    if (!picture) continue;
    const w = Math.min(width, box[2]) - Math.max(0, box[0]);
    const h = Math.min(height, box[3]) - Math.max(0, box[1]);
    if (w > 0 && h > 0) area += w * h;
  }
  return Math.min(1, area / Math.max(1, width * height));
}

/** Differences of every channel below this are not seen. */
const UNSEEN = 26;

/** Whether text of this colour, at this place and moment, cannot be told from what is below it. */
export function isUnseen(
  { x, y, color, order }: { x: number; y: number; color: string; order: number },
  fills: readonly Fill[],
): boolean {
  let below: string | undefined = '#ffffff';
  for (let i = fills.length - 1; i >= 0; i--) {
    const fill = fills[i];
    if (fill === undefined || fill.order > order) continue;
    const [x0, y0, x1, y1] = fill.box;
    if (x < x0 - 1 || x > x1 + 1 || y < y0 - 1 || y > y1 + 1) continue;
    below = fill.color;
    break;
  }
  return below !== undefined && near(color, below);
}

function near(a: string, b: string): boolean {
  const [one, two] = [channels(a), channels(b)];
  return one !== undefined && two !== undefined && one.every((c, i) => Math.abs(c - (two[i] ?? 0)) < UNSEEN);
}

function channels(color: string): [number, number, number] | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color);
  if (match === null) return undefined;
  return [1, 2, 3].map((i) => Number.parseInt(match[i] ?? '0', 16)) as [number, number, number];
}
