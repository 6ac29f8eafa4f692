/** How crooked a page lies, whether its lines stand upright, how tall its letters are, and what ink lies where. */
import type { Grey } from './raster.rules.ts';

/** The largest tilt that is looked for, in degrees. */
const MAX_TILT = 15;

/**
 * How crooked the lines of text lie, in degrees clockwise, and how sharp they stand out there. Looks for the tilt at
 * which rows of ink and rows of white differ most (Postl's projection profile), in steps of 1°, then 0.1°.
 */
function tiltOf(picture: Grey): { degrees: number; sharpness: number } {
  const ink = inkOf(picture);
  let best = { degrees: 0, sharpness: sharpness(ink, 0) };
  const level = best.sharpness;
  const look = (degrees: number): void => {
    const found = sharpness(ink, degrees);
    if (found > best.sharpness) best = { degrees, sharpness: found };
  };
  for (let degrees = -MAX_TILT; degrees <= MAX_TILT; degrees++) look(degrees);
  const around = best.degrees;
  for (let step = -9; step <= 9; step++) look(around + step / 10);
  // A page of boxes and rules can be a hair sharper when tilted; letters then stand crooked.
  return best.sharpness > level * 1.05 ? best : { degrees: 0, sharpness: level };
}

/** Lines this sharp are lines of text; a page on its side, or a picture, has fewer rows of ink. */
const SHARP = 15;

/**
 * The tilt of a page in degrees clockwise, and whether it is doubtful that its lines run across at all. Give it a small
 * picture, 600 to 1000 pixels wide.
 */
export function linesOfText(picture: Grey): { tilt: number; doubtful: boolean } {
  const { degrees, sharpness: across } = tiltOf(picture);
  const { width, height, xs, ys } = inkOf(picture);
  const down = sharpness({ width: height, height: width, xs: ys, ys: xs }, 0);
  return { tilt: degrees, doubtful: across < SHARP || down > across * 1.5 };
}

type Ink = { width: number; height: number; xs: Uint16Array; ys: Uint16Array };

const LETTER_WIDTH = 14;

/** The feet of dark pixels, at most 60,000 of them. */
function inkOf({ width, height, data }: Grey): Ink {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    let run = 0;
    for (let x = 0; x <= width; x++) {
      const at = y * width + x;
      // An edge between ink and the paper below it: solid areas such as pictures have few.
      if (x < width && (data[at] ?? 255) < 140 && (data[at + width] ?? 255) >= 140) {
        run++;
        continue;
      }
      // Longer than a letter is a rule, or the rim of a sheet on a table, which may lie otherwise than the text.
      if (run <= LETTER_WIDTH)
        for (let i = run; i > 0; i--) {
          xs.push(x - i);
          ys.push(y);
        }
      run = 0;
    }
  }
  const every = Math.max(1, Math.ceil(xs.length / 60_000));
  const pick = (list: number[]): Uint16Array => Uint16Array.from(list.filter((_, i) => i % every === 0));
  return { width, height, xs: pick(xs), ys: pick(ys) };
}

/** Sum of squared differences between neighbouring rows of a page turned back by `degrees`, over the squared ink. */
function sharpness({ width, height, xs, ys }: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const offset = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float32Array(height + 2 * offset + 2);
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round((ys[i] ?? 0) - slope * (xs[i] ?? 0)) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let y = 1; y < rows.length; y++) sum += ((rows[y] ?? 0) - (rows[y - 1] ?? 0)) ** 2;
  return sum / Math.max(1, xs.length);
}

/**
 * Height of small letters in pixels: of the connected pieces of ink that could be letters, the height that most have.
 * Undefined where there are fewer than twenty.
 */
export function letterHeight({ width, height, data }: Grey): number | undefined {
  const counts = new Map<number, number>();
  let letters = 0;
  for (const piece of pieces({ width, height, data })) {
    const [w, h] = [piece.right - piece.left + 1, piece.bottom - piece.top + 1];
    if (h < 4 || h > height / 8 || w > h * 2.5 || w < h * 0.2) continue;
    counts.set(h, (counts.get(h) ?? 0) + 1);
    letters++;
  }
  if (letters < 20) return undefined;
  let best = 0;
  let most = 0;
  for (const h of counts.keys()) {
    const n = (counts.get(h) ?? 0) + (counts.get(h - 1) ?? 0) / 2 + (counts.get(h + 1) ?? 0) / 2;
    if (n > most) [best, most] = [h, n];
  }
  return best;
}

/** A rule is longer than this many letters are high, and lower than a letter. */
const RULE_LENGTH = 8;

/**
 * The picture without its horizontal rules, in place: the engine takes a heading that touches one, or stands close
 * above, for a drawing.
 */
export function withoutRules(picture: Grey, letter: number): void {
  const { width, height, data } = picture;
  for (const { left, right, top, bottom } of pieces(picture)) {
    if (right - left < letter * RULE_LENGTH || bottom - top > letter * 0.7) continue;
    for (let y = Math.max(0, top - 1); y <= Math.min(height - 1, bottom + 1); y++)
      data.fill(255, y * width + Math.max(0, left - 1), y * width + Math.min(width, right + 2));
  }
}

export type Piece = { left: number; right: number; top: number; bottom: number };

/** The connected pieces of ink of a picture, by runs of dark pixels that touch one above them. */
export function pieces({ width, height, data }: Grey): Piece[] {
  const found: (Piece & { into: number })[] = [];
  const rootOf = (index: number): number => {
    let at = index;
    for (let next = found[at]?.into ?? at; next !== at; next = found[at]?.into ?? at) at = next;
    return at;
  };
  let above: { from: number; to: number; piece: number }[] = [];
  for (let y = 0; y < height; y++) {
    const runs: typeof above = [];
    let first = 0;
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 255) >= 128) continue;
      const from = x;
      while (x < width && (data[y * width + x] ?? 255) < 128) x++;
      const to = x - 1;
      let piece = -1;
      while (first < above.length && (above[first]?.to ?? 0) < from - 1) first++;
      for (let i = first; i < above.length; i++) {
        const run = above[i];
        if (run === undefined || run.from > to + 1) break;
        const other = rootOf(run.piece);
        const [kept, gone] = [found[piece], found[other]];
        if (gone === undefined) continue;
        if (kept === undefined) piece = other;
        else if (piece !== other) {
          kept.left = Math.min(kept.left, gone.left);
          kept.right = Math.max(kept.right, gone.right);
          kept.top = Math.min(kept.top, gone.top);
          kept.bottom = Math.max(kept.bottom, gone.bottom);
          gone.into = piece;
        }
      }
      const own = found[piece];
      if (own === undefined) {
        piece = found.length;
        found.push({ left: from, right: to, top: y, bottom: y, into: piece });
      } else {
        own.left = Math.min(own.left, from);
        own.right = Math.max(own.right, to);
        own.bottom = y;
      }
      runs.push({ from, to, piece });
    }
    above = runs;
  }
  return found.filter((piece, i) => piece.into === i);
}

/**
 * Mean thickness of the strokes in a box, in pixels: ink over the number of strokes that rows cross. Undefined without
 * ink.
 */
export function strokeWidth(
  { width, height, data }: Grey,
  box: { x0: number; y0: number; x1: number; y1: number },
): number | undefined {
  let ink = 0;
  let strokes = 0;
  for (let y = Math.max(0, box.y0); y < Math.min(height, box.y1); y++) {
    let inside = false;
    for (let x = Math.max(0, box.x0); x < Math.min(width, box.x1); x++) {
      const value = data[y * width + x] ?? 255;
      ink += (255 - value) / 255;
      if (value < 140 && !inside) strokes++;
      inside = value < 140;
    }
  }
  return strokes === 0 ? undefined : ink / strokes;
}

/** Part of a box that is ink, 0–1. */
export function inkShare(
  { width, height, data }: Grey,
  box: { x0: number; y0: number; x1: number; y1: number },
): number {
  let ink = 0;
  let pixels = 0;
  for (let y = Math.max(0, box.y0); y < Math.min(height, box.y1); y++)
    for (let x = Math.max(0, box.x0); x < Math.min(width, box.x1); x++, pixels++)
      ink += 255 - (data[y * width + x] ?? 255);
  return pixels === 0 ? 0 : ink / pixels / 255;
}
