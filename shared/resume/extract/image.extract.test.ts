import { readFile } from 'node:fs/promises';
import { degrees, PDFDocument, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Extracted } from '../read/item.schema.ts';
import { exifOrientation, ocrReading } from './image.extract.ts';
import { type OcrEngine, openOcrEngine } from './ocr-engine.extract.ts';
import { readPage } from './ocr-page.extract.ts';
import { openPdf } from './pdf.extract.ts';
import { type Grey, scaled, turned } from './raster.rules.ts';
import { linesOfText } from './raster-page.rules.ts';
import { pagePicture } from './raster-pdf.extract.ts';

const SCAN = new URL('../../../tests/fixtures/resumes/files/en-sales-scan-tabs.jpg', import.meta.url);
const CHINESE = new URL('../../../tests/fixtures/resumes/files/zh-operations-scan-tabs.jpg', import.meta.url);

let engine: OcrEngine;
let bytes: Uint8Array;
let scan: Grey;
beforeAll(async () => {
  engine = await openOcrEngine();
  bytes = new Uint8Array(await readFile(SCAN));
  const decoded = engine.decode(bytes);
  if (decoded === undefined) throw new Error('The fixture is not decoded.');
  scan = decoded;
}, 60_000);

const textOf = ({ items }: Pick<Extracted, 'items'>): string => items.map((item) => item.text).join('');

/** A PDF of one page with the picture in `strips` strips, shown turned by `rotate` degrees. */
async function scannedPdf(picture: Grey, { strips, rotate }: { strips: number; rotate: number }): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [width, height] = [picture.width / 2, picture.height / 2];
  const page = pdf.addPage([width, height]);
  page.setRotation(degrees(rotate));
  const rows = Math.ceil(picture.height / strips);
  const drawn: string[] = [];
  for (let i = 0; i < strips; i++) {
    const part = picture.data.slice(i * rows * picture.width, (i + 1) * rows * picture.width);
    const own = part.length / picture.width;
    const image = pdf.context.flateStream(part, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: own,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    });
    page.node.setXObject(PDFName.of(`Strip${i}`), pdf.context.register(image));
    drawn.push(`q ${width} 0 0 ${own / 2} 0 ${height - (i * rows + own) / 2} cm /Strip${i} Do Q`);
  }
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(drawn.join('\n'))));
  return pdf.save();
}

/** Mean difference of two pictures of the same size, in grey values. */
const difference = (a: Grey, b: Grey): number =>
  a.data.reduce((sum, value, i) => sum + Math.abs(value - (b.data[i] ?? 0)), 0) / a.data.length;

describe('a picture of a resume', () => {
  it('is read with places, sizes and bold, and says page by page how far it is', async () => {
    const pages: [number, number][] = [];
    const read = await ocrReading({ bytes, format: 'jpeg', onPage: (page, of) => pages.push([page, of]) });
    expect(textOf(read)).toContain('Callum Fenwick-Rhodes');
    expect(textOf(read)).toContain('c.fenwickrhodes@example.co.uk');
    expect(pages).toEqual([[1, 1]]);
    const [page] = read.pages;
    for (const { x, y, width, height } of read.items) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual((page?.width ?? 0) + 1);
      expect(y).toBeGreaterThan(-5);
      expect(y + height).toBeLessThanOrEqual((page?.height ?? 0) + 5);
    }
    const name = read.items.find((item) => item.text.startsWith('Callum'));
    const sizes = read.items.map((item) => item.fontSize).sort((a, b) => a - b);
    expect(name?.fontSize).toBeGreaterThan(1.3 * (sizes[Math.floor(sizes.length / 2)] ?? 0));
  }, 120_000);

  it('is doubted only where it lies on its side', () => {
    for (const turn of [0, 90, 180, 270] as const) {
      const picture = turned(scan, turn);
      const { doubtful } = linesOfText(scaled(picture, 800 / picture.width));
      expect(doubtful, `turned by ${turn}°`).toBe(turn % 180 === 90);
    }
  });

  it.each([90, 180, 270] as const)(
    'is read when it was taken turned by %s°',
    (turn) => {
      const page = readPage(engine, { picture: scaled(turned(scan, turn), 0.8), unavailable: [] });
      if ('needs' in page) throw new Error(`It asks for ${page.needs}.`);
      expect(page.placing.turn).toBe(360 - turn);
      expect(page.rows.flatMap((row) => row.words.map((word) => word.text))).toContain('Fenwick-Rhodes');
    },
    120_000,
  );

  it('in Chinese asks for Chinese data, and without it is read with a warning that names it', async () => {
    const chinese = new Uint8Array(await readFile(CHINESE));
    await expect(ocrReading({ bytes: chinese, format: 'jpeg' })).rejects.toMatchObject({
      code: 'resume.needs_language',
      details: { language: 'chi_sim' },
    });
    const read = await ocrReading({ bytes: chinese, format: 'jpeg', unavailable: ['chi_sim'] });
    expect(read.warnings.find((warning) => warning.code === 'ocr_language_missing')?.text).toContain('Chinese');
  }, 240_000);

  it('that is cut off or empty is damaged, not an error of ours', async () => {
    for (const broken of [bytes.slice(0, 3000), new Uint8Array([0xff, 0xd8, 0xff, 0xd9])])
      await expect(ocrReading({ bytes: broken, format: 'jpeg' })).rejects.toMatchObject({
        code: expect.stringMatching(/^resume\.(?:damaged|no_text)$/),
      });
  }, 120_000);

  it('says by its EXIF how the camera was held', () => {
    const exif = (orientation: number, little: boolean): Uint8Array => {
      const out = new Uint8Array(60);
      const view = new DataView(out.buffer);
      out.set([0xff, 0xd8, 0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, ...(little ? [0x49, 0x49] : [0x4d, 0x4d])]);
      view.setUint16(14, 42, little);
      view.setUint32(16, 8, little);
      view.setUint16(20, 1, little);
      view.setUint16(22, 0x0112, little);
      view.setUint16(24, 3, little);
      view.setUint32(26, 1, little);
      view.setUint16(30, orientation, little);
      return out;
    };
    expect(exifOrientation(exif(6, true))).toBe(6);
    expect(exifOrientation(exif(8, false))).toBe(8);
    expect(exifOrientation(exif(99, false))).toBe(1);
    expect(exifOrientation(bytes)).toBe(1);
    for (let length = 0; length < 40; length++)
      expect(exifOrientation(exif(6, true).subarray(0, length))).toBeLessThan(9);
  });
});

describe('a scanned page of a PDF', () => {
  it.each([
    { strips: 1, rotate: 0 },
    { strips: 9, rotate: 0 },
    { strips: 4, rotate: 90 },
    { strips: 3, rotate: 270 },
  ])(
    'is put together from its strips as a viewer shows it: %o',
    async ({ strips, rotate }) => {
      const pdf = await scannedPdf(scan, { strips, rotate });
      const document = await openPdf(pdf, { maxImageSize: 60_000_000 });
      const picture = await pagePicture(await document.getPage(1));
      await document.loadingTask.destroy();
      if (picture === undefined) throw new Error('No picture was found.');
      const turn = ((360 - rotate) % 360) as 0 | 90 | 180 | 270;
      expect(difference(turned(picture, turn), scan)).toBeLessThan(2);
    },
    60_000,
  );

  it('that is only a logo is no page to read', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([600, 800]);
    const document = await openPdf(await pdf.save(), { maxImageSize: 60_000_000 });
    expect(await pagePicture(await document.getPage(1))).toBeUndefined();
    await document.loadingTask.destroy();
  });

  it('keeps its number when only it is asked for', async () => {
    const pdf = await PDFDocument.load(await scannedPdf(scaled(scan, 0.8), { strips: 2, rotate: 0 }));
    pdf.insertPage(0, [300, 400]);
    const read = await ocrReading({ bytes: await pdf.save(), format: 'pdf', pages: [2] });
    expect(new Set(read.items.map((item) => item.page))).toEqual(new Set([2]));
    expect(textOf(read)).toContain('Fenwick-Rhodes');
  }, 120_000);
});
