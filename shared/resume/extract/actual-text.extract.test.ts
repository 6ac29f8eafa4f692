import { readFile } from 'node:fs/promises';
import { getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { englishPdf } from '#tests/support/resume-files.ts';
import { withActualText } from './actual-text.extract.ts';
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

it('leaves a file alone that says nothing of the kind', async () => {
  expect(await withActualText(await englishPdf())).toBeUndefined();
});

it('keeps every text at its place: the rewritten page has its lines where they were', async () => {
  const bytes = await file('hi-lecturer-classic.pdf');
  const spoken = await withActualText(bytes);
  const lines = async (of: Uint8Array): Promise<number[]> => {
    const page = await (await getDocumentProxy(of.slice())).getPage(1);
    const { items } = await page.getTextContent();
    const heights = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [Math.round(item.transform[5])] : [],
    );
    return [...new Set(heights)].sort((a, b) => a - b);
  };
  const before = await lines(bytes);
  expect(before.length).toBeGreaterThan(20);
  expect(await lines(spoken ?? new Uint8Array())).toEqual(before);
});
