/**
 * The pictures on a PDF page, put together as they lie there: scanned strips, fax masks, turned and mirrored pages.
 * pdf.js decodes them; text, lines and clipping are not drawn.
 */
import type { getDocumentProxy } from 'unpdf';
import { type Grey, luminance } from './raster.rules.ts';

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type Matrix = readonly [number, number, number, number, number, number];

/** `OPS` of pdf.js. */
const OPS = {
  save: 10,
  restore: 11,
  transform: 12,
  setFillRGBColor: 59,
  formBegin: 74,
  formEnd: 75,
  imageMask: 83,
  imageMaskGroup: 84,
  image: 85,
  inlineImage: 86,
  inlineImageGroup: 87,
  imageRepeat: 88,
  imageMaskRepeat: 89,
} as const;

/** 300 dpi; finer scans are brought down to it. */
const MAX_SCALE = 300 / 72;
/** Pictures smaller than this part of the page are logos and icons when taken together. */
const LEAST_COVER = 0.08;
const OBJECT_WAIT_MS = 5000;

type Raster = { width: number; height: number; greyAt: (x: number, y: number) => number | undefined };
type Placed = { raster: Raster; matrix: Matrix };

/** The page as a picture, upright as a viewer shows it; undefined where it has no pictures worth reading. */
export async function pagePicture(page: PdfPage): Promise<Grey | undefined> {
  const viewport = page.getViewport({ scale: 1 });
  const placed = await placedPictures(page, asMatrix(viewport.transform));
  const covered = placed.reduce((sum, { matrix: [a, b, c, d] }) => sum + Math.abs(a * d - b * c), 0);
  if (covered < viewport.width * viewport.height * LEAST_COVER) return undefined;
  const finest = Math.max(
    ...placed.map(({ raster, matrix: [a, b, c, d] }) =>
      Math.sqrt((raster.width * raster.height) / Math.max(1, Math.abs(a * d - b * c))),
    ),
  );
  const scale = Math.min(MAX_SCALE, Math.max(1, finest));
  const width = Math.max(1, Math.round(viewport.width * scale));
  const height = Math.max(1, Math.round(viewport.height * scale));
  const out: Grey = { width, height, data: new Uint8Array(width * height).fill(255) };
  for (const { raster, matrix } of placed) paint(out, raster, times([scale, 0, 0, scale, 0, 0], matrix));
  return out;
}

async function placedPictures(page: PdfPage, viewport: Matrix): Promise<Placed[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const placed: Placed[] = [];
  let at: Matrix = viewport;
  let fill = 0;
  const stack: { at: Matrix; fill: number }[] = [];
  for (let i = 0; i < fnArray.length; i++) {
    const args: readonly unknown[] = Array.isArray(argsArray[i]) ? (argsArray[i] as unknown[]) : [];
    const add = async (source: unknown, matrix: Matrix, mask: boolean): Promise<void> => {
      const raster = rasterOf(await resolved(page, source), mask ? fill : undefined);
      if (raster !== undefined) placed.push({ raster, matrix });
    };
    switch (fnArray[i]) {
      case OPS.save:
        stack.push({ at, fill });
        break;
      case OPS.restore: {
        const last = stack.pop();
        if (last !== undefined) ({ at, fill } = last);
        break;
      }
      case OPS.transform:
        at = times(at, asMatrix(args));
        break;
      case OPS.setFillRGBColor:
        fill = greyOfColour(args);
        break;
      case OPS.formBegin:
        stack.push({ at, fill });
        if (isNumbers(args[0])) at = times(at, asMatrix(args[0]));
        break;
      case OPS.formEnd: {
        const last = stack.pop();
        if (last !== undefined) ({ at, fill } = last);
        break;
      }
      case OPS.image:
      case OPS.inlineImage:
        await add(args[0], at, false);
        break;
      case OPS.imageMask:
        await add(args[0], at, true);
        break;
      case OPS.imageMaskGroup:
      case OPS.inlineImageGroup: {
        const [first, second] = args;
        const masks = fnArray[i] === OPS.imageMaskGroup;
        const parts = masks ? first : second;
        for (const part of Array.isArray(parts) ? parts : [])
          if (typeof part === 'object' && part !== null && 'transform' in part && isNumbers(part.transform))
            await add(masks ? part : first, times(at, asMatrix(part.transform)), masks);
        break;
      }
      case OPS.imageRepeat:
      case OPS.imageMaskRepeat: {
        const mask = fnArray[i] === OPS.imageMaskRepeat;
        const [source, scaleX, second, third, fourth, fifth] = args;
        const [skewX, skewY, scaleY, positions] = mask
          ? [Number(second), Number(third), Number(fourth), fifth]
          : [0, 0, Number(second), third];
        const list = isNumbers(positions) ? Array.from(positions, Number) : [];
        for (let p = 0; p + 1 < list.length; p += 2)
          await add(source, times(at, [Number(scaleX), skewX, skewY, scaleY, list[p] ?? 0, list[p + 1] ?? 0]), mask);
        break;
      }
    }
  }
  return placed;
}

/** Pictures stand in the operators themselves, or are handed over by name. */
function resolved(page: PdfPage, source: unknown): Promise<unknown> {
  const name =
    typeof source === 'string'
      ? source
      : typeof source === 'object' && source !== null && 'data' in source && typeof source.data === 'string'
        ? source.data
        : undefined;
  if (name === undefined) return Promise.resolve(source);
  const objects: { get: (id: string, callback: (value: unknown) => void) => unknown } = name.startsWith('g_')
    ? page.commonObjs
    : page.objs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), OBJECT_WAIT_MS);
    objects.get(name, (value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

/** One bit, one byte, three or four bytes a pixel, told by the length. A mask paints `fill` where its bits are 0. */
function rasterOf(value: unknown, fill: number | undefined): Raster | undefined {
  if (typeof value !== 'object' || value === null || !('width' in value) || !('height' in value)) return undefined;
  const [width, height] = [Number(value.width), Number(value.height)];
  const data = 'data' in value ? value.data : undefined;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray) || width < 1 || height < 1) return undefined;
  const stride = Math.ceil(width / 8);
  const bit = (x: number, y: number): number => ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  if (fill !== undefined) return { width, height, greyAt: (x, y) => (bit(x, y) === 0 ? fill : undefined) };
  const channels = data.length / (width * height);
  if (channels < 1) return { width, height, greyAt: (x, y) => bit(x, y) * 255 };
  if (channels < 3) return { width, height, greyAt: (x, y) => data[y * width + x] };
  const bytes = Math.floor(channels);
  return {
    width,
    height,
    greyAt: (x, y) => {
      const i = (y * width + x) * bytes;
      const grey = luminance(data[i] ?? 255, data[i + 1] ?? 255, data[i + 2] ?? 255);
      if (bytes === 3) return grey;
      const alpha = (data[i + 3] ?? 255) / 255;
      return alpha < 0.02 ? undefined : grey * alpha + 255 * (1 - alpha);
    },
  };
}

/** Puts a picture's unit square on the sheet; each pixel is the mean of up to nine of the picture's. */
function paint(sheet: Grey, raster: Raster, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (Math.abs(area) < 1) return;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(sheet.width, Math.ceil(Math.max(...xs)))];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(sheet.height, Math.ceil(Math.max(...ys)))];
  const dense = (raster.width * raster.height) / Math.abs(area) > 1.5;
  const offsets = dense ? [0.17, 0.5, 0.83] : [0.5];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      let sum = 0;
      let n = 0;
      for (const oy of offsets)
        for (const ox of offsets) {
          const [px, py] = [x + ox - e, y + oy - f];
          // The unit square's top is the picture's first row.
          const u = (d * px - c * py) / area;
          const v = 1 - (a * py - b * px) / area;
          if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
          const grey = raster.greyAt(Math.floor(u * raster.width), Math.floor(v * raster.height));
          sum += grey ?? sheet.data[y * sheet.width + x] ?? 255;
          n++;
        }
      if (n > 0) sheet.data[y * sheet.width + x] = sum / n;
    }
}

/** `#rrggbb`, or three numbers up to 255 as older pdf.js gives them. */
function greyOfColour(args: readonly unknown[]): number {
  const [first] = args;
  if (typeof first === 'string') {
    const value = Number.parseInt(first.slice(1), 16);
    return luminance((value >> 16) & 255, (value >> 8) & 255, value & 255);
  }
  return luminance(Number(first), Number(args[1]), Number(args[2]));
}

const isNumbers = (value: unknown): value is number[] | Float32Array =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && !(value instanceof DataView);

function asMatrix(values: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = isNumbers(values) ? Array.from(values, Number) : [];
  return [a, b, c, d, e, f];
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
