/** How dark the paper of a picture is, and the picture as if it were white. */
import type { Grey } from './raster.rules.ts';

/** Side of the squares whose paper is looked at, as a part of the picture's width. */
const TILES_ACROSS = 48;
/** Paper darker than this, with writing lighter than it, is read inverted. */
const DARK_PAPER = 120;

/**
 * The picture on even white paper: shadows and yellow light divided out, light writing on dark ground inverted.
 * The paper's tone is the 85th percentile of each square (the 15th on dark ground), smoothed over its neighbours.
 */
export function onWhitePaper(picture: Grey): Grey {
  const { width, height, data } = picture;
  const side = Math.max(8, Math.round(width / TILES_ACROSS));
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const light = new Float32Array(columns * rows);
  const dark = new Float32Array(columns * rows);
  const middle = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let n = 0;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 2)
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x += 2, n++) {
          const value = data[y * width + x] ?? 255;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      const at = row * columns + column;
      light[at] = percentile(counts, n * 0.85);
      dark[at] = percentile(counts, n * 0.15);
      middle[at] = percentile(counts, n * 0.5);
    }
  const onDark = darkGround(middle, { columns, rows });
  const even = light.every((tone, i) => onDark[i] === 0 && tone > 235);
  if (even) return picture;
  const paper = smoothed(light, { columns, rows, skip: onDark });
  const ground = smoothed(dark, { columns, rows, skip: onDark.map((is) => 1 - is) });
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const tileRow = Math.min(rows - 1, Math.floor(y / side));
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 255;
      const tile = tileRow * columns + Math.min(columns - 1, Math.floor(x / side));
      const at = { x: x / side - 0.5, y: y / side - 0.5, columns, rows };
      if (onDark[tile] === 1) {
        const base = Math.min(200, between(ground, at));
        out[y * width + x] = 255 - Math.max(0, Math.min(255, ((value - base) * 255) / (255 - base)));
      } else {
        out[y * width + x] = Math.min(255, (value * 255) / Math.max(40, between(paper, at)));
      }
    }
  }
  return { width, height, data: out };
}

function percentile(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value] ?? 0;
    if (seen > rank) return value;
  }
  return 255;
}

/** 1 where a square belongs to a dark area at least four squares wide and high: a sidebar or a whole page, not a bold word. */
function darkGround(middle: Float32Array, { columns, rows }: { columns: number; rows: number }): Uint8Array {
  const dark = Uint8Array.from(middle, (tone) => (tone < DARK_PAPER ? 1 : 0));
  const kept = new Uint8Array(dark.length);
  const seen = new Uint8Array(dark.length);
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0 || seen[start] === 1) continue;
    const area = [start];
    seen[start] = 1;
    let [left, right, top, bottom] = [columns, 0, rows, 0];
    for (const at of area) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const next = ny * columns + nx;
        if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || dark[next] === 0 || seen[next] === 1) continue;
        seen[next] = 1;
        area.push(next);
      }
    }
    const filled = area.length / ((right - left + 1) * (bottom - top + 1));
    if (right - left >= 3 && bottom - top >= 1 && filled > 0.6) for (const at of area) kept[at] = 1;
  }
  return kept;
}

/** Means over the neighbours that are not skipped; a square without any keeps its own value. */
function smoothed(
  tones: Float32Array,
  { columns, rows, skip }: { columns: number; rows: number; skip: Uint8Array },
): Float32Array {
  const out = new Float32Array(tones.length);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      let n = 0;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
          if (skip[ny * columns + nx] === 1) continue;
          sum += tones[ny * columns + nx] ?? 255;
          n++;
        }
      out[y * columns + x] = n === 0 ? (tones[y * columns + x] ?? 255) : sum / n;
    }
  return out;
}

function between(
  tones: Float32Array,
  { x, y, columns, rows }: { x: number; y: number; columns: number; rows: number },
): number {
  const x0 = Math.max(0, Math.min(columns - 1, Math.floor(x)));
  const y0 = Math.max(0, Math.min(rows - 1, Math.floor(y)));
  const [x1, y1] = [Math.min(columns - 1, x0 + 1), Math.min(rows - 1, y0 + 1)];
  const [fx, fy] = [Math.max(0, Math.min(1, x - x0)), Math.max(0, Math.min(1, y - y0))];
  const upper = (tones[y0 * columns + x0] ?? 255) * (1 - fx) + (tones[y0 * columns + x1] ?? 255) * fx;
  const lower = (tones[y1 * columns + x0] ?? 255) * (1 - fx) + (tones[y1 * columns + x1] ?? 255) * fx;
  return upper * (1 - fy) + lower * fy;
}
