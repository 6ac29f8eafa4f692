import { readFile } from 'node:fs/promises';
import { strToU8 } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import {
  docxOf,
  encryptedPdf,
  englishPdf,
  manyPagesPdf,
  nestedFormsPdf,
  streamBombPdf,
  WORD,
  withDeclaredSize,
} from '#tests/support/resume-files.ts';
import { createResumeReader } from './reader.extract.ts';

const reader = createResumeReader({ entry: new URL('./resume.worker.ts', import.meta.url), deadlineMs: 12_000 });
afterAll(() => reader.close());

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};

describe('files that mean harm', () => {
  it.each<[string, string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['an empty file', 'a.pdf', 'resume.empty_file', () => new Uint8Array()],
    ['one byte over 5 MiB', 'a.pdf', 'resume.too_large', () => strToU8(`%PDF-${'x'.repeat(5_242_876)}`)],
    ['a web page named .pdf', 'a.pdf', 'resume.unsupported_format', () => strToU8('<html>%PDF-1.7</html>')],
    ['a PDF cut off', 'a.pdf', 'resume.damaged', async () => (await englishPdf()).slice(0, 400)],
    ['a PDF behind a password', 'a.pdf', 'resume.encrypted', () => encryptedPdf(['Someone'], 'x')],
    ['10,000 pages', 'a.pdf', 'resume.too_many_pages', () => manyPagesPdf(10_000)],
    ['a content stream of 512 MB in 2 kB', 'a.pdf', 'resume.too_complex', () => streamBombPdf(512)],
    ['forms nested to 10^9 expansions', 'a.pdf', 'resume.too_complex', () => nestedFormsPdf(10, 10)],
    [
      '100 MB of XML in a small DOCX',
      'a.docx',
      'resume.too_complex',
      () => docxOf(new Uint8Array(100 * 1024 * 1024).fill(0x20)),
    ],
    [
      'a DOCX that lies about its size',
      'a.docx',
      'resume.too_complex',
      () => withDeclaredSize(docxOf(new Uint8Array(64 * 1024 * 1024).fill(0x20)), 1000),
    ],
    [
      'millions of empty paragraphs',
      'a.docx',
      'resume.too_complex',
      () => docxOf(`<w:document ${WORD}><w:body>${'<w:p/>'.repeat(2_000_000)}</w:body></w:document>`),
    ],
    [
      'XML entities',
      'a.docx',
      'resume.damaged',
      () =>
        docxOf(
          `<!DOCTYPE x [<!ENTITY a "b">]><w:document ${WORD}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`,
        ),
    ],
    ['a picture of 900 megapixels', 'a.png', 'resume.image_too_large', () => png(30_000, 30_000)],
  ])(
    '%s is refused with %s as %s',
    async (_, fileName, code, make) => {
      const bytes = await make();
      const started = performance.now();
      await expect(reader.read({ bytes, fileName })).rejects.toMatchObject({ code });
      expect(performance.now() - started).toBeLessThan(30_000);
    },
    60_000,
  );

  it('cost the next file nothing', async () => {
    const reading = await reader.read({ bytes: await englishPdf(), fileName: 'nora.pdf' });
    expect(reading.resume.basics?.name).toBe('Nora Quimby');
  }, 60_000);
});

describe('a picture in a language whose data is not installed', () => {
  const scan = new URL('../../tests/fixtures/resumes/files/es-chef-scan-classic.png', import.meta.url);

  it('has it asked for once, and is read without it, with a warning, where it cannot be had', async () => {
    const asked: string[] = [];
    const pages: number[] = [];
    const own = createResumeReader({
      entry: new URL('./resume.worker.ts', import.meta.url),
      library: { dataOf: async (language) => void asked.push(language) },
    });
    const reading = await own.read({
      bytes: new Uint8Array(await readFile(scan)),
      fileName: 'scan.png',
      ocr: true,
      onProgress: ({ page, of }) => pages.push(page, of),
    });
    await own.close();
    expect(asked).toEqual(['spa']);
    expect(pages).toEqual([1, 1]);
    expect(reading.ocr).toBe(true);
    expect(reading.warnings.find(({ code }) => code === 'ocr_language_missing')?.text).toContain('Spanish');
    expect(reading.resume.basics?.email).toMatch(/@/);
  }, 180_000);
});
