/** Resumes of people who do not exist, as PDF. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import {
  degrees,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  rgb,
  StandardFonts,
} from 'pdf-lib';

export const ADA = [
  'Ada Lovelace',
  'London, United Kingdom · ada@example.org · +44 20 7946 0018',
  '',
  'EXPERIENCE',
  'Programmer, Analytical Engines Ltd',
  'April 2019 – Present',
  '• Wrote the first published program for a general machine',
  '• Reduced computation time by 40%',
  '',
  'EDUCATION',
  'BSc Mathematics, University of London',
  '2015 – 2018',
  '',
  'SKILLS',
  'Mathematics, TypeScript, Python',
];

/** One column; the first line and lines in capitals are bold. Continues on a new page after 34 lines. */
export async function resumePdf(lines: readonly string[] = ADA): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const [regular, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  for (let start = 0; start < lines.length; start += 34) {
    const page = pdf.addPage();
    for (const [i, line] of lines.slice(start, start + 34).entries()) {
      const first = start + i === 0;
      const heading = first || (line !== '' && line === line.toUpperCase());
      page.drawText(line, { x: 60, y: 760 - i * 20, size: first ? 20 : 11, font: heading ? bold : regular });
    }
  }
  return new Uint8Array(await pdf.save());
}

type Drawn = {
  text: string;
  x: number;
  /** Counts down from the top of the page to the base line. */
  y: number;
  size?: number;
  bold?: boolean;
  /** `#rrggbb`. */
  color?: string;
  /** Degrees, counter-clockwise. */
  turned?: number;
  opacity?: number;
  /** Drawn in no way (text rendering mode 3), as scanners' programs lay their text over the picture. */
  invisible?: boolean;
};
type Area = { x: number; y: number; width: number; height: number; color: string };
type DrawnPage = {
  areas?: readonly Area[];
  /** A grey picture in these places. */
  pictures?: readonly Omit<Area, 'color'>[];
  texts?: readonly Drawn[];
};
type DrawnFile = {
  pages: readonly DrawnPage[];
  creator?: string;
  modified?: Date;
  /** `subset`: glyphs are numbered anew; `whole`: as in the font; both without a map back to letters. */
  unmapped?: 'subset' | 'whole';
};

const rgbOf = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
  return rgb(r, g, b);
};

const NOTO = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
/** One grey pixel. */
const GREY = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** Pages of 595 × 842 points, drawn in the order areas, pictures, texts. */
export async function drawnPdf({ pages, creator, modified, unmapped }: DrawnFile): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const regular =
    unmapped === undefined
      ? await pdf.embedFont(StandardFonts.Helvetica)
      : await pdf.embedFont(await readFile(NOTO), { subset: unmapped === 'subset' });
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const grey = await pdf.embedPng(GREY);
  for (const { areas = [], pictures = [], texts = [] } of pages) {
    const page = pdf.addPage([595, 842]);
    for (const { color, y, height, ...area } of areas)
      page.drawRectangle({ ...area, y: 842 - y - height, height, color: rgbOf(color) });
    for (const { y, height, ...place } of pictures) page.drawImage(grey, { ...place, y: 842 - y - height, height });
    for (const { text, x, y, size = 10, bold: heavy, color = '#000000', turned, opacity, invisible } of texts) {
      if (invisible === true)
        page.pushOperators(PDFOperator.of(PDFOperatorNames.SetTextRenderingMode, [PDFNumber.of(3)]));
      page.drawText(text, {
        x,
        y: 842 - y,
        size,
        font: heavy === true ? bold : regular,
        color: rgbOf(color),
        ...(turned === undefined ? {} : { rotate: degrees(turned) }),
        ...(opacity === undefined ? {} : { opacity }),
      });
      if (invisible === true)
        page.pushOperators(PDFOperator.of(PDFOperatorNames.SetTextRenderingMode, [PDFNumber.of(0)]));
    }
  }
  if (creator !== undefined) pdf.setCreator(creator);
  if (modified !== undefined) pdf.setModificationDate(modified);
  const bytes = await pdf.save();
  if (unmapped === undefined) return new Uint8Array(bytes);
  const again = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [, object] of again.context.enumerateIndirectObjects())
    if (object instanceof PDFDict) object.delete(PDFName.of('ToUnicode'));
  return new Uint8Array(await again.save());
}
