/**
 * PDF → text items with geometry, by pdf.js (through unpdf, whose build needs no canvas and no worker file).
 * Nothing in the file is executed; images are not decoded here (`maxImageSize: 1`).
 */
import { getDocumentProxy } from 'unpdf';
import type { Extracted, PageSize, TextItem } from '../read/item.schema.ts';
import { cleanText, joinSpacedLetters } from '../read/text.rules.ts';
import { resumeErrors } from '../resume.errors.ts';
import { type Drawn, isSoftHyphen, type Mended, restoreHyphens } from './hyphens.rules.ts';

const MAX_PAGES = 100;
const PAGES_READ = 30;
const MAX_ITEMS = 60_000;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
/** `OPS.showText` of pdf.js. */
const SHOW_TEXT = 44;

type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

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

/** Opens a PDF under our limits. Throws `resume.encrypted`, `resume.wrong_password`, `resume.damaged`, `resume.too_many_pages`. */
export async function openPdf(
  bytes: Uint8Array,
  { password, maxImageSize = 1 }: { password?: string | undefined; maxImageSize?: number } = {},
): Promise<PdfDocument> {
  provideTransfer();
  let document: PdfDocument;
  try {
    // pdf.js takes the buffer over, so it gets a copy.
    document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      maxImageSize,
      verbosity: 0,
      useSystemFonts: false,
      // Otherwise each glyph's outline is worked out for drawing, which takes a third of the time and is never drawn here.
      disableFontFace: false,
      enableXfa: false,
      stopAtErrors: false,
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

/** Reads the text layer of up to 30 pages. Errors as {@link openPdf}. */
export async function extractPdf(bytes: Uint8Array, password?: string): Promise<Extracted> {
  const document = await openPdf(bytes, { password });
  const extracted: Extracted = { items: [], pages: [], ordered: false, ocr: false, looseLinks: [], warnings: [] };
  try {
    if (document.numPages > PAGES_READ)
      extracted.warnings.push({ code: 'pages_skipped', text: `Only the first ${PAGES_READ} pages were read.` });
    let broken = 0;
    for (let number = 1; number <= Math.min(document.numPages, PAGES_READ); number++) {
      try {
        await readPage(await document.getPage(number), number, extracted);
      } catch {
        broken++;
        extracted.pages.push({ width: 595, height: 842 });
      }
      if (extracted.items.length > MAX_ITEMS) throw resumeErrors.too_complex();
    }
    if (broken === document.numPages) throw resumeErrors.damaged();
    if (broken > 0) extracted.warnings.push({ code: 'page_damaged', text: `${broken} damaged pages were left out.` });
  } finally {
    await document.loadingTask.destroy();
  }
  return extracted;
}

async function readPage(page: PdfPage, number: number, into: Extracted): Promise<void> {
  const viewport = page.getViewport({ scale: 1 });
  const size: PageSize = { width: viewport.width, height: viewport.height };
  into.pages.push(size);
  // The operator list makes pdf.js hand over the fonts, whose names tell bold from regular, and has the glyphs as drawn.
  const operators = page.getOperatorList().catch(() => undefined);
  const content = await page.getTextContent({ disableNormalization: true });
  const mended = mendedTexts(content.items, drawnBy(await operators));
  const fonts = await fontStyles(
    page,
    new Set(content.items.flatMap((item) => ('str' in item ? [item.fontName] : []))),
  );
  const items: TextItem[] = [];
  for (const [i, item] of content.items.entries()) {
    if (!('str' in item)) continue;
    const { text: str, endWidth } = mended?.[i] ?? { text: item.str, endWidth: 0 };
    if (str === '') continue;
    const style = fonts.get(item.fontName) ?? PLAIN;
    if (style.icons) continue;
    const [a, b, , d, e, f] =
      viewport.transform.length === 6 ? multiply(viewport.transform, item.transform) : item.transform;
    if (Math.abs(b) > Math.abs(a) && str.trim().length > 0) continue;
    const fontSize = Math.abs(d) || Math.abs(a) || item.height;
    const blank = str.trim() === '';
    const text = blank ? ' ' : keepEdges(str);
    if (text === '') continue;
    items.push({
      text,
      x: e,
      y: f - fontSize * 0.8,
      width: item.width + endWidth * fontSize,
      height: fontSize,
      page: number,
      fontSize,
      weight: style.weight,
      italic: style.italic,
    });
  }
  attachLinks(await page.getAnnotations(), { items, page: number, size, viewport: viewport.transform, into });
  into.items.push(...items);
}

/** The texts with the hyphens pdf.js left out, or undefined where it left none out. */
function mendedTexts(items: readonly object[], drawn: readonly Drawn[]): Mended[] | undefined {
  if (!drawn.some((piece) => typeof piece === 'object' && isSoftHyphen(piece.text))) return undefined;
  return restoreHyphens(
    items.map((item) => ('str' in item && typeof item.str === 'string' ? item.str : '')),
    drawn,
  );
}

/** A move of the pen by more than this (thousandths of the font size) is a space. */
const SPACE_MOVE = 140;

/** The glyphs of an operator list in the order they are drawn. */
function drawnBy(operators: { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> } | undefined): Drawn[] {
  const drawn: Drawn[] = [];
  for (let i = 0; i < (operators?.fnArray.length ?? 0); i++) {
    const args = operators?.argsArray[i];
    const shown: unknown = operators?.fnArray[i] === SHOW_TEXT && Array.isArray(args) ? args[0] : undefined;
    if (!Array.isArray(shown)) continue;
    for (const glyph of shown as unknown[]) {
      if (typeof glyph === 'number') {
        if (glyph < -SPACE_MOVE) drawn.push('gap');
      } else if (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph) {
        const text = String(glyph.unicode);
        if (text.trim() === '') drawn.push('gap');
        else drawn.push({ text, width: 'width' in glyph ? Number(glyph.width) / 1000 : 0 });
      }
    }
    drawn.push('jump');
  }
  return drawn;
}

/** Cleans the text but keeps a leading or trailing space: it says whether the next item starts a new word. */
function keepEdges(raw: string): string {
  const text = cleanText(joinSpacedLetters(raw));
  if (text === '') return '';
  return (/^\s/u.test(raw) ? ' ' : '') + text + (/\s$/u.test(raw) ? ' ' : '');
}

function multiply(m: readonly number[], n: readonly number[]): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [a2 = 1, b2 = 0, c2 = 0, d2 = 1, e2 = 0, f2 = 0] = n;
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

type FontStyle = { weight: number; italic: boolean; icons: boolean };
const PLAIN: FontStyle = { weight: 400, italic: false, icons: false };

async function fontStyles(page: PdfPage, names: ReadonlySet<string>): Promise<Map<string, FontStyle>> {
  const styles = new Map<string, FontStyle>();
  const waits = [...names].map(
    (name) =>
      new Promise<void>((resolve) => {
        page.commonObjs.get(name, (font: unknown) => {
          const real = typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
          styles.set(name, styleOf(real));
          resolve();
        });
      }),
  );
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    Promise.all(waits),
    new Promise((resolve) => {
      timer = setTimeout(resolve, 250);
    }),
  ]);
  clearTimeout(timer);
  return styles;
}

/** Weight, slant and "is an icon font" from a PostScript font name such as `ABCDEF+Lato-BoldItalic`. */
export function styleOf(fontName: string): FontStyle {
  const name = fontName.replace(/^[A-Z]{6}\+/u, '');
  const weight = /black|heavy|extrabold|ultrabold/iu.test(name)
    ? 800
    : /semibold|demi|semib/iu.test(name)
      ? 600
      : /bold|(?:^|[-,])B(?:d|I)?$|cmbx|[a-z]bx\d|-Medi$|[-_]bx/iu.test(name)
        ? 700
        : /medium|-Med\b/iu.test(name)
          ? 500
          : /thin|ultralight|extralight|hairline/iu.test(name)
            ? 200
            : /light/iu.test(name)
              ? 300
              : 400;
  return {
    weight,
    italic: /italic|oblique|slant|-It\b|cmti|ital\b/iu.test(name),
    icons: /awesome|icon|wingding|webding|dingbat|material|academicons|ionic|typicon|marvosym|fontello|glyphter/iu.test(
      name,
    ),
  };
}

type LinkContext = { items: TextItem[]; page: number; size: PageSize; viewport: readonly number[]; into: Extracted };

/** Puts each link annotation on the items it covers; one that covers none is kept as a loose link. */
function attachLinks(annotations: readonly unknown[], { items, page, viewport, into }: LinkContext): void {
  for (const annotation of annotations.slice(0, 500)) {
    if (typeof annotation !== 'object' || annotation === null) continue;
    const url = 'url' in annotation ? annotation.url : 'unsafeUrl' in annotation ? annotation.unsafeUrl : undefined;
    const rect = 'rect' in annotation && Array.isArray(annotation.rect) ? annotation.rect.map(Number) : [];
    if (typeof url !== 'string' || rect.length !== 4 || !/^(?:https?:|mailto:|tel:)/iu.test(url)) continue;
    const [, , , , x1, y1] = multiply(viewport, [1, 0, 0, 1, rect[0] ?? 0, rect[1] ?? 0]);
    const [, , , , x2, y2] = multiply(viewport, [1, 0, 0, 1, rect[2] ?? 0, rect[3] ?? 0]);
    const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
    let covered = false;
    for (const item of items) {
      const overlap = Math.min(right, item.x + item.width) - Math.max(left, item.x);
      const middle = item.y + item.height / 2;
      if (
        item.text.trim() === '' ||
        middle < top ||
        middle > bottom ||
        overlap < Math.min(item.width, right - left) * 0.5
      )
        continue;
      item.link = url;
      covered = true;
    }
    if (!covered) into.looseLinks.push({ url, page, x: left, y: top });
  }
}
