/** Pixels as plain arrays: what makes a picture of a page fit for OCR. Coordinates are pixels from the top left. */

/** One byte a pixel, 0 black, 255 white, row by row. */
export type Grey = { width: number; height: number; data: Uint8Array };

/** Rows of 32-bit words with the first pixel in the highest bits, as leptonica keeps them; a palette entry is blue, green, red, alpha. */
export type PackedPixels = {
  width: number;
  height: number;
  depth: number;
  wordsPerLine: number;
  words: Uint32Array;
  alpha: boolean;
  palette: Uint8Array | undefined;
};

export const luminance = (red: number, green: number, blue: number): number =>
  (red * 299 + green * 587 + blue * 114) / 1000;

/** Grey values of packed pixels; what is transparent shows white paper. */
export function greyOf({ width, height, depth, wordsPerLine, words, alpha, palette }: PackedPixels): Grey {
  const data = new Uint8Array(width * height);
  const perWord = 32 / depth;
  const top = 2 ** Math.min(depth, 16) - 1;
  const table = Array.from({ length: depth <= 8 ? 2 ** depth : 0 }, (_, i) =>
    palette === undefined
      ? // One bit: leptonica's 1 is black.
        depth === 1
        ? 255 * (1 - i)
        : (i * 255) / top
      : luminance(palette[i * 4 + 2] ?? 255, palette[i * 4 + 1] ?? 255, palette[i * 4] ?? 255),
  );
  for (let y = 0; y < height; y++) {
    const row = y * wordsPerLine;
    for (let x = 0; x < width; x++) {
      if (depth === 32) {
        const word = words[row + x] ?? 0;
        const grey = luminance(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255);
        const opaque = alpha ? (word & 255) / 255 : 1;
        data[y * width + x] = grey * opaque + 255 * (1 - opaque);
      } else {
        const word = words[row + Math.floor(x / perWord)] ?? 0;
        const value = (word >>> (32 - depth * ((x % perWord) + 1))) & top;
        data[y * width + x] = depth === 16 ? value >> 8 : (table[value] ?? 255);
      }
    }
  }
  return { width, height, data };
}

/** Turned clockwise by whole quarters. */
export function turned(picture: Grey, degrees: 0 | 90 | 180 | 270): Grey {
  if (degrees === 0) return picture;
  const { width, height, data } = picture;
  const swap = degrees !== 180;
  const out = { width: swap ? height : width, height: swap ? width : height, data: new Uint8Array(data.length) };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [tx, ty] =
        degrees === 90 ? [height - 1 - y, x] : degrees === 180 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      out.data[ty * out.width + tx] = data[y * width + x] ?? 255;
    }
  return out;
}

/** The EXIF orientations 2–8 undone. */
export function unExif(picture: Grey, orientation: number): Grey {
  const mirrored = [2, 4, 5, 7].includes(orientation) ? flipped(picture) : picture;
  if (orientation === 3 || orientation === 4) return turned(mirrored, 180);
  if (orientation === 6 || orientation === 7) return turned(mirrored, 90);
  if (orientation === 5 || orientation === 8) return turned(mirrored, 270);
  return mirrored;
}

function flipped({ width, height, data }: Grey): Grey {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    out.set(
      data
        .subarray(y * width, (y + 1) * width)
        .slice()
        .reverse(),
      y * width,
    );
  return { width, height, data: out };
}

/** Scaled by `factor`: means of areas when it shrinks, straight lines between pixels when it grows. */
export function scaled(picture: Grey, factor: number): Grey {
  if (Math.abs(factor - 1) < 0.01) return picture;
  const { width, height, data } = picture;
  const out = {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
    data: new Uint8Array(0),
  };
  out.data = new Uint8Array(out.width * out.height);
  const across = weights(width, out.width);
  const down = weights(height, out.height);
  const row = new Float32Array(width);
  for (let y = 0; y < out.height; y++) {
    row.fill(0);
    for (let k = down.first[y] ?? 0, i = 0; i < down.count; k++, i++) {
      const weight = down.weight[y * down.count + i] ?? 0;
      if (weight === 0) continue;
      const base = Math.min(height - 1, Math.max(0, k)) * width;
      for (let x = 0; x < width; x++) row[x] = (row[x] ?? 0) + weight * (data[base + x] ?? 255);
    }
    for (let x = 0; x < out.width; x++) {
      let sum = 0;
      const first = across.first[x] ?? 0;
      for (let i = 0; i < across.count; i++) {
        const from = Math.min(width - 1, Math.max(0, first + i));
        sum += (across.weight[x * across.count + i] ?? 0) * (row[from] ?? 255);
      }
      out.data[y * out.width + x] = sum + 0.5;
    }
  }
  return out;
}

/** For each target pixel the first source pixel and the weights of the ones after it (a triangle filter). */
function weights(from: number, to: number): { first: Int32Array; weight: Float32Array; count: number } {
  const ratio = from / to;
  const reach = Math.max(1, ratio);
  const count = Math.ceil(reach * 2) + 1;
  const first = new Int32Array(to);
  const weight = new Float32Array(to * count);
  for (let t = 0; t < to; t++) {
    const centre = (t + 0.5) * ratio - 0.5;
    const start = Math.ceil(centre - reach);
    first[t] = start;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const w = Math.max(0, 1 - Math.abs(start + i - centre) / reach);
      weight[t * count + i] = w;
      sum += w;
    }
    for (let i = 0; i < count; i++) weight[t * count + i] = (weight[t * count + i] ?? 0) / sum;
  }
  return { first, weight, count };
}

/** Turned by a small angle (degrees, clockwise) about its middle, on a sheet of the same size; corners become white. */
export function rotated({ width, height, data }: Grey, degrees: number): Grey {
  const out = new Uint8Array(data.length).fill(255);
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    let sx = cx + (0 - cx) * cos + (y - cy) * sin;
    let sy = cy - (0 - cx) * sin + (y - cy) * cos;
    for (let x = 0; x < width; x++, sx += cos, sy -= sin) {
      const x0 = Math.floor(sx);
      const y0 = Math.floor(sy);
      if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue;
      const [fx, fy] = [sx - x0, sy - y0];
      const at = y0 * width + x0;
      const upper = (data[at] ?? 255) * (1 - fx) + (data[at + 1] ?? 255) * fx;
      const lower = (data[at + width] ?? 255) * (1 - fx) + (data[at + width + 1] ?? 255) * fx;
      out[y * width + x] = upper * (1 - fy) + lower * fy + 0.5;
    }
  }
  return { width, height, data: out };
}

/** Where the point of a picture made by {@link rotated} lay before. */
export function unrotated(
  { x, y }: { x: number; y: number },
  { width, height, degrees }: { width: number; height: number; degrees: number },
): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  const [dx, dy] = [x - (width - 1) / 2, y - (height - 1) / 2];
  return {
    x: (width - 1) / 2 + dx * Math.cos(angle) + dy * Math.sin(angle),
    y: (height - 1) / 2 - dx * Math.sin(angle) + dy * Math.cos(angle),
  };
}
