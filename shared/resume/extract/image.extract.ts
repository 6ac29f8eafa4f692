/** Pictures of pages → items by OCR (tesseract.js with the English data that is a dependency): no network, no cache. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Extracted, TextItem } from '../read/item.schema.ts';
import { cleanText } from '../read/text.rules.ts';
import { resumeErrors } from '../resume.errors.ts';
import { openPdf } from './pdf.extract.ts';

const MAX_PIXELS = 60_000_000;
const MAX_PAGES = 12;
const BUDGET_MS = 110_000;
const PAGE_WIDTH = 612;

type Picture = { image: Uint8Array; width: number; height: number; page: { width: number; height: number } };

/** Width and height from the header of a PNG or JPEG, undefined where there is none. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7) ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Checks a picture's size before anything decodes it. Throws `resume.damaged`, `resume.image_too_large`. */
export function checkImage(bytes: Uint8Array): { width: number; height: number } {
  const size = imageSize(bytes);
  if (size === undefined || size.width < 1 || size.height < 1) throw resumeErrors.damaged();
  if (size.width * size.height > MAX_PIXELS) throw resumeErrors.image_too_large();
  return size;
}

/** Reads a PNG or JPEG, or the page pictures of a scanned PDF. Takes one to four seconds a page. */
export async function ocrReading({
  bytes,
  format,
  password,
}: {
  bytes: Uint8Array;
  format: 'png' | 'jpeg' | 'pdf';
  password?: string | undefined;
}): Promise<Extracted> {
  const pictures = format === 'pdf' ? await pagePictures(bytes, password) : [wholePage(bytes)];
  if (pictures.length === 0) throw resumeErrors.no_text();
  const out: Extracted = {
    items: [],
    pages: pictures.map((p) => p.page),
    ordered: false,
    ocr: true,
    looseLinks: [],
    warnings: [{ code: 'ocr', text: 'The text was read from a picture. Check it carefully.' }],
  };
  const require = createRequire(import.meta.url);
  const langPath = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
  // Loaded when a picture is read: most files are not, and the function that reads them has it not beside it.
  const { createWorker, OEM } = await import('tesseract.js');
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath,
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  });
  const started = performance.now();
  try {
    for (const [index, picture] of pictures.entries()) {
      if (performance.now() - started > BUDGET_MS) {
        out.warnings.push({ code: 'pages_skipped', text: `Only the first ${index} pages were read.` });
        break;
      }
      const { data } = await worker.recognize(Buffer.from(picture.image), {}, { blocks: true, text: false });
      for (const block of data.blocks ?? [])
        for (const paragraph of block.paragraphs)
          for (const line of paragraph.lines) out.items.push(...lineItems(line, { picture, page: index + 1 }));
    }
  } finally {
    await worker.terminate();
  }
  return out;
}

type OcrLine = {
  words: { text: string; confidence: number; bbox: { x0: number; y0: number; x1: number; y1: number } }[];
  bbox: { y0: number; y1: number };
  rowAttributes?: { rowHeight?: number; row_height?: number };
};

function lineItems(line: OcrLine, { picture, page }: { picture: Picture; page: number }): TextItem[] {
  const scale = picture.page.width / picture.width;
  const row = line.rowAttributes?.rowHeight ?? line.rowAttributes?.row_height ?? line.bbox.y1 - line.bbox.y0;
  // Heights of single lines differ by their letters; half points keep equal lines equal.
  const fontSize = Math.max(4, Math.round(row * scale * 0.78 * 2) / 2);
  const bottom = line.bbox.y1 * scale;
  return line.words
    .filter((word) => word.confidence > 25)
    .flatMap((word) => {
      const text = cleanText(word.text);
      if (text === '' || /^[|_~«»°©®¢=]+$/u.test(text)) return [];
      const item = {
        x: word.bbox.x0 * scale,
        y: bottom - fontSize,
        width: (word.bbox.x1 - word.bbox.x0) * scale,
        height: fontSize,
        page,
        fontSize,
        weight: 400,
        italic: false,
      };
      return [{ ...item, text: `${/^[¢*e°»]$/u.test(text) && word === line.words[0] ? '•' : text} ` }];
    });
}

function wholePage(bytes: Uint8Array): Picture {
  const { width, height } = checkImage(bytes);
  return { image: bytes, width, height, page: { width: PAGE_WIDTH, height: (PAGE_WIDTH * height) / width } };
}

/** The largest picture of each page as a PGM file. */
async function pagePictures(bytes: Uint8Array, password: string | undefined): Promise<Picture[]> {
  const document = await openPdf(bytes, { password, maxImageSize: MAX_PIXELS });
  const pictures: Picture[] = [];
  try {
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const operators = await page.getOperatorList();
      const names = new Set(
        operators.argsArray.flatMap((args: unknown) =>
          Array.isArray(args) && typeof args[0] === 'string' && /^(?:img_|g_)/u.test(args[0]) ? [args[0]] : [],
        ),
      );
      let best: Raster | undefined;
      for (const name of names) {
        const raster = await rasterOf(name.startsWith('g_') ? page.commonObjs : page.objs, name);
        if (raster !== undefined && (best === undefined || raster.width * raster.height > best.width * best.height))
          best = raster;
      }
      if (best !== undefined && best.width * best.height > 200_000)
        pictures.push({ image: toPgm(best), width: best.width, height: best.height, page: { width, height } });
      page.cleanup();
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return pictures;
}

type Raster = { width: number; height: number; data: Uint8Array | Uint8ClampedArray; channels: number };
type Objects = { get: (id: string, callback: (value: unknown) => void) => unknown };

function rasterOf(objects: Objects, name: string): Promise<Raster | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), 5000);
    objects.get(name, (value) => {
      clearTimeout(timer);
      if (
        typeof value !== 'object' ||
        value === null ||
        !('width' in value) ||
        !('height' in value) ||
        !('data' in value)
      ) {
        resolve(undefined);
        return;
      }
      const { data } = value;
      const [width, height] = [Number(value.width), Number(value.height)];
      if (data instanceof Uint8Array || data instanceof Uint8ClampedArray)
        resolve({ width, height, data, channels: data.length / (width * height) });
      else resolve(undefined);
    });
  });
}

/** Grey values as a binary PGM, which the OCR engine takes as it is. One bit per pixel is told by the data's length. */
function toPgm({ width, height, data, channels }: Raster): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const out = new Uint8Array(header.length + width * height);
  out.set(header);
  const stride = Math.ceil(width / 8);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      let grey: number;
      if (channels < 1) grey = (((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
      else if (channels < 3) grey = data[i] ?? 255;
      else {
        const at = i * Math.round(channels);
        grey = ((data[at] ?? 0) * 299 + (data[at + 1] ?? 0) * 587 + (data[at + 2] ?? 0) * 114) / 1000;
      }
      out[header.length + i] = grey;
    }
  }
  return out;
}
