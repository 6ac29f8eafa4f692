/**
 * PDF → text items with geometry, by pdf.js (through unpdf, whose build needs no canvas and no worker file).
 * Nothing in the file is executed; pictures are not decoded here, only their places are known.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import type { Extracted } from '../read/item.schema.ts';
import { resumeErrors } from '../resume.errors.ts';
import { actualTexts } from './actual-text.extract.ts';
import { hiddenWarning } from './hidden.rules.ts';
import { pdfFacts } from './pdf-facts.rules.ts';
import { type PageText, readPdfPage } from './pdf-page.extract.ts';
import { type NearWorker, nearWorker, pretendFonts } from './pdf-worker.extract.ts';
import { shrinkPictures } from './placeholder.rules.ts';

const MAX_PAGES = 100;
const MAX_ITEMS = 120_000;
/** Fewer letters than this on a page are a page number or a logo, not a text. */
const TEXT_PER_PAGE = 50;
/** A page without text is a picture of text where pictures cover this share of it. */
const PICTURE_PAGE = 0.3;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** pdf.js 5 hands fonts over with ArrayBuffer.prototype.transferToFixedLength, which Node 20 lacks. */
function provideTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new ArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(this.byteLength, length)));
      return copy;
    },
  });
}

/** The maps of Chinese, Japanese and Korean encodings that files name and do not bring. */
const CHARACTER_MAPS = ((): string | undefined => {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps', '/');
  } catch {
    return undefined;
  }
})();

type OpenOptions = {
  password?: string | undefined;
  /** In pixels; larger ones are left out. */
  maxImageSize?: number;
  /** For the text alone: every picture becomes one pixel at its place, no font is made ready for drawing. */
  textOnly?: boolean;
  worker?: NearWorker | undefined;
};

/** Opens a PDF under our limits. Throws `resume.encrypted`, `resume.wrong_password`, `resume.damaged`, `resume.too_many_pages`. */
export async function openPdf(
  bytes: Uint8Array,
  { password, maxImageSize = 1, textOnly = false, worker }: OpenOptions = {},
): Promise<PdfDocument> {
  provideTransfer();
  // pdf.js takes the buffer over, so it gets a copy.
  const copy = new Uint8Array(bytes);
  if (textOnly) shrinkPictures(copy);
  let document: PdfDocument;
  try {
    document = await getDocumentProxy(copy, {
      isEvalSupported: false,
      maxImageSize,
      verbosity: 0,
      useSystemFonts: false,
      // Otherwise each glyph's outline is worked out for drawing, which takes a third of the time and is never drawn here.
      disableFontFace: false,
      enableXfa: false,
      // Not needed for text: widths of the standard fonts are built in.
      standardFontDataUrl: undefined,
      ...(CHARACTER_MAPS === undefined ? {} : { cMapUrl: CHARACTER_MAPS, cMapPacked: true }),
      stopAtErrors: false,
      ...(textOnly ? pretendFonts() : {}),
      ...(worker === undefined ? {} : { worker }),
      ...(password === undefined ? {} : { password }),
    });
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    if (name === 'PasswordException')
      throw password === undefined ? resumeErrors.encrypted({ cause }) : resumeErrors.wrong_password({ cause });
    throw resumeErrors.damaged({ cause });
  }
  if (document.numPages > MAX_PAGES) {
    await document.loadingTask.destroy();
    throw resumeErrors.too_many_pages();
  }
  return document;
}

/**
 * Reads the text layer of all pages (at most 100). `needsOcr` lists the pages that are pictures or whose text is
 * garbled; of those no items are given. Errors as {@link openPdf}, and `resume.too_complex`.
 */
export async function extractPdf(bytes: Uint8Array, password?: string): Promise<Extracted> {
  const worker = await nearWorker();
  try {
    return await textOf(await openPdf(bytes, { password, textOnly: true, worker }), bytes);
  } finally {
    worker?.destroy();
  }
}

async function textOf(document: PdfDocument, bytes: Uint8Array): Promise<Extracted> {
  let known: (string | undefined)[][] | undefined;
  const streams = (): (string | undefined)[][] => {
    known ??= actualTexts(bytes);
    return known;
  };
  const extracted: Extracted = { items: [], pages: [], ordered: false, ocr: false, looseLinks: [], warnings: [] };
  const texts: PageText[] = [];
  try {
    let broken = 0;
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        texts.push(await readPdfPage(page, { number, streams }));
        page.cleanup();
      } catch {
        broken++;
        texts.push(emptyPage(number));
      }
      if (texts.reduce((n, t) => n + t.items.length, 0) > MAX_ITEMS) throw resumeErrors.too_complex();
    }
    if (broken === document.numPages) throw resumeErrors.damaged();
    if (broken > 0) extracted.warnings.push({ code: 'page_damaged', text: `${broken} damaged pages were left out.` });
    extracted.facts = pdfFacts(texts, await document.getMetadata().catch(() => undefined));
  } finally {
    await document.loadingTask.destroy();
  }
  const unread = unreadPages(texts);
  for (const text of texts) {
    extracted.pages.push(text.size);
    extracted.looseLinks.push(...text.looseLinks);
    if (!unread.has(text.page)) for (const item of text.items) extracted.items.push(item);
  }
  if (unread.size > 0) extracted.needsOcr = [...unread];
  const hidden = hiddenWarning(texts.flatMap((t) => t.hidden));
  if (hidden !== undefined) extracted.warnings.push(hidden);
  return extracted;
}

const emptyPage = (page: number): PageText => ({
  page,
  size: { width: 595, height: 842 },
  items: [],
  looseLinks: [],
  hidden: [],
  letters: 0,
  garbled: false,
  pictures: 0,
  pictureShare: 0,
  links: 0,
  fonts: [],
});

/**
 * The pages whose picture must be read. A page of few letters counts where it is mostly a picture; where the whole file
 * has hardly any text, every page without text counts, because nothing else can be read.
 */
function unreadPages(texts: readonly PageText[]): Set<number> {
  const unread = new Set(
    texts
      .filter((t) => t.garbled || (t.letters < TEXT_PER_PAGE && t.pictureShare > PICTURE_PAGE))
      .map(({ page }) => page),
  );
  const letters = texts.filter((t) => !unread.has(t.page)).reduce((n, t) => n + t.letters, 0);
  if (unread.size === 0 && letters < Math.min(TEXT_PER_PAGE * texts.length, 400))
    for (const { page, letters: own } of texts) if (own < TEXT_PER_PAGE) unread.add(page);
  return unread;
}
