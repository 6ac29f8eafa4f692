import { readFile } from 'node:fs/promises';
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { englishPdf } from '#tests/support/resume-files.ts';
import { actualTexts, replacements, withReplacements } from './actual-text.extract.ts';
import { extractPdf } from './pdf.extract.ts';

const file = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../../../tests/fixtures/resumes/files/${name}`, import.meta.url)));

it.each(['hi-lecturer-classic.pdf', 'hi-lecturer-table.pdf', 'hi-lecturer-spread.pdf'])(
  '%s says its Hindi words as the page shows them, vowel signs and joined letters too',
  async (name) => {
    const text = (await extractPdf(await file(name))).items.map((item) => item.text).join('');
    for (const word of ['कुलश्रेष्ठ', 'विश्वविद्यालय', 'अध्यापिका', 'शास्त्रीय', 'हिंदी'])
      expect(text.replace(/\s/gu, '')).toContain(word);
  },
);

it('finds no texts in a file that gives none', async () => {
  expect(actualTexts(await englishPdf())).toEqual([]);
});

it('reads texts in hexadecimal and in escaped letters', () => {
  const bytes = strToU8(
    'stream\n/Span <</ActualText <FEFF 0928 093F>>> BDC (a) Tj EMC /Span <</MCID 3>> BDC EMC /Span<</ActualText (f\\151\\)x)>>BDC EMC\nendstream',
  );
  expect(actualTexts(bytes)).toEqual([['नि', undefined, 'fi)x']]);
});

it('puts the text of a group in place of its glyphs', () => {
  const skeleton = 'ज\0नयर';
  const all = replacements([{ at: 1, end: 3 }], { skeleton, streams: [['नि']] });
  expect(withReplacements('ज\0न यर', 0, all)).toBe('जनि यर');
  expect(withReplacements('नयर', 2, all)).toBe('यर');
});
