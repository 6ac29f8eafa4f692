/** Pictures of pages → items by OCR: a PNG, a JPEG, or the pages of a PDF that have no text. No network. */
import type { Extracted, PageSize } from '../read/item.schema.ts';
import { resumeErrors } from '../resume.errors.ts';
import { openOcrEngine } from './ocr-engine.extract.ts';
import { itemsOf } from './ocr-items.rules.ts';
import { readPage } from './ocr-page.extract.ts';
import { openPdf } from './pdf.extract.ts';
import { type Grey, unExif } from './raster.rules.ts';
import { pagePicture } from './raster-pdf.extract.ts';

const MAX_PIXELS = 60_000_000;
const MAX_PAGES = 30;
const BUDGET_MS = 110_000;
const PAGE_WIDTH = 612;

type Picture = { number: number; grey: Grey; page: PageSize };

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

/** EXIF orientation of a JPEG, 1 (upright) where it says nothing. */
export function exifOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 20 < bytes.length && bytes[at] === 0xff) {
    const size = view.getUint16(at + 2);
    const exif = bytes[at + 1] === 0xe1 && view.getUint32(at + 4) === 0x45786966;
    if (!exif) {
      if (bytes[at + 1] === 0xda) return 1;
      at += 2 + size;
      continue;
    }
    const tiff = at + 10;
    const little = view.getUint16(tiff) === 0x4949;
    const directory = tiff + view.getUint32(tiff + 4, little);
    if (directory + 2 > bytes.length) return 1;
    const entries = view.getUint16(directory, little);
    for (let i = 0; i < entries; i++) {
      const entry = directory + 2 + i * 12;
      if (entry + 12 > bytes.length) return 1;
      if (view.getUint16(entry, little) === 0x0112) {
        const value = view.getUint16(entry + 8, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
  return 1;
}

/** What the reader lends: language data by Tesseract's code, gzipped, and which languages cannot be had. */
export type OcrHelp = {
  data?: Readonly<Record<string, Uint8Array>> | undefined;
  unavailable?: readonly string[] | undefined;
  /** Told after each page, both counting from 1. */
  onPage?: ((page: number, of: number) => void) | undefined;
};

/**
 * Reads a PNG or JPEG, or those pages of a PDF. Takes one to four seconds a page; after 110 s the rest is left out with
 * a warning. Throws `resume.needs_language` with the language as `details.language` where its data is not there yet.
 */
export async function ocrReading({
  bytes,
  format,
  password,
  pages,
  data = {},
  unavailable = [],
  onPage,
}: {
  bytes: Uint8Array;
  format: 'png' | 'jpeg' | 'pdf';
  password?: string | undefined;
  /** Counting from 1; all without it. Ignored for pictures. */
  pages?: readonly number[] | undefined;
} & OcrHelp): Promise<Extracted> {
  const engine = await openOcrEngine(data);
  const out: Extracted = {
    items: [],
    pages: [],
    ordered: false,
    ocr: true,
    looseLinks: [],
    warnings: [{ code: 'ocr', text: 'The text was read from a picture. Check it carefully.' }],
  };
  const missing = new Set<string>();
  const turnedPages: NonNullable<Extracted['turned']> = [];
  const started = performance.now();
  let languages: readonly string[] | undefined;
  let done = 0;
  try {
    const pictures = format === 'pdf' ? pdfPictures(bytes, { password, pages, into: out }) : onePicture();
    for await (const { number, grey, page, of } of pictures) {
      if (performance.now() - started > BUDGET_MS || done >= MAX_PAGES) {
        out.warnings.push({ code: 'pages_skipped', text: `Only the first ${done} pages without text were read.` });
        break;
      }
      const read = readPage(engine, { picture: grey, languages, unavailable });
      if ('needs' in read) throw resumeErrors.needs_language({ details: { language: read.needs } });
      languages = read.languages;
      for (const name of read.missing) missing.add(name);
      const scale = page.width / grey.width / read.placing.scale;
      out.items.push(...itemsOf(read.rows, { page: number, scale }));
      const { turn, tilt } = read.placing;
      if (turn !== 0 || tilt !== 0) turnedPages.push({ page: number, turn, tilt, seen: page });
      // The rules see the page as it was read.
      const own = out.pages.length - 1;
      if (turn % 180 !== 0) out.pages[own] = { width: page.height, height: page.width };
      done++;
      onPage?.(done, of);
    }
  } finally {
    engine.close();
  }
  if (done === 0) throw resumeErrors.no_text();
  if (missing.size > 0)
    out.warnings.push({
      code: 'ocr_language_missing',
      text: `There is no OCR data for ${[...missing].join(', ')} at hand, so much of the text may be wrong.`,
    });
  return turnedPages.length === 0 ? out : { ...out, turned: turnedPages };

  function* onePicture(): Generator<Picture & { of: number }> {
    checkImage(bytes);
    const decoded = engine.decode(bytes);
    if (decoded === undefined) throw resumeErrors.damaged();
    const grey = unExif(decoded, format === 'jpeg' ? exifOrientation(bytes) : 1);
    const page = { width: PAGE_WIDTH, height: (PAGE_WIDTH * grey.height) / grey.width };
    out.pages.push(page);
    yield { number: 1, grey, page, of: 1 };
  }
}

/** The pages asked for as pictures; those without any are passed over. */
async function* pdfPictures(
  bytes: Uint8Array,
  { password, pages, into }: { password: string | undefined; pages: readonly number[] | undefined; into: Extracted },
): AsyncGenerator<Picture & { of: number }> {
  const document = await openPdf(bytes, { password, maxImageSize: MAX_PIXELS });
  try {
    const wanted = pages ?? Array.from({ length: document.numPages }, (_, i) => i + 1);
    for (const number of wanted) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      into.pages.push({ width, height });
      const grey = await pagePicture(page);
      if (grey !== undefined) yield { number, grey, page: { width, height }, of: Math.min(wanted.length, MAX_PAGES) };
      page.cleanup();
    }
  } finally {
    await document.loadingTask.destroy();
  }
}
