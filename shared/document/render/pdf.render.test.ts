import fontkit from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import {
  changer,
  changerJob,
  engineer,
  engineerJob,
  graduate,
  graduateJob,
  mechanic,
  mechanicJob,
  nurse,
  nurseJob,
} from '#tests/fixtures/people.ts';
import { paginate } from '../layout.rules.ts';
import { parseBack } from '../parse-back.rules.ts';
import { readDocxText, readPdfText } from '../read-file.extract.ts';
import { tailor } from '../tailor.rules.ts';
import { renderDocx } from './docx.render.ts';
import { packageFonts } from './font.source.ts';
import { plainFontkit } from './fontkit.render.ts';
import { renderPdf } from './pdf.render.ts';

const now = new Date('2026-11-21T00:00:00Z');
const pairs = [
  { profile: engineer, job: engineerJob },
  { profile: nurse, job: nurseJob },
  { profile: graduate, job: graduateJob },
  { profile: changer, job: changerJob },
  { profile: mechanic, job: mechanicJob },
];
const documents = pairs.flatMap((pair) => tailor({ ...pair, now }).documents);

describe('rendering', () => {
  it('reads back field by field from PDF and DOCX', async () => {
    for (const { model } of documents) {
      const { bytes, pages } = await renderPdf(model, { now });
      expect(parseBack(model, await readPdfText(bytes))).toEqual([]);
      expect(parseBack(model, readDocxText(await renderDocx(model)))).toEqual([]);
      expect(pages).toBe(1);
      expect(bytes.byteLength).toBeLessThan(60_000);
    }
  });

  it('tells a file that misreads', () => {
    const { model } = documents[0] ?? {};
    if (model === undefined) throw new Error('no document');
    const text = `${model.name.text} someone@else.example`;
    expect(parseBack(model, text).map(({ path }) => path)).toContain('basics.email');
  });

  it('embeds an outline for every letter it draws', async () => {
    const bytes = await packageFonts('regular');
    const font = plainFontkit.create(bytes);
    const subset = font.createSubset();
    const letters = Array.from(
      'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZzÄöÜßéñçøłŚćžőğΑαΩωЖжЯя0123456789€•–“”',
    );
    const ids = letters.map((letter) => subset.includeGlyph(font.glyphForCodePoint(letter.codePointAt(0) ?? 0)));
    const parts: Uint8Array[] = [];
    await new Promise<void>((done) => {
      subset
        .encodeStream()
        .on('data', (part: Uint8Array) => parts.push(part))
        .on('end', () => done());
    });
    const made = fontkit.create(Buffer.concat(parts));
    const empty = letters.filter((_, i) => made.getGlyph(ids[i] ?? 0).path.toSVG().length === 0);
    expect(empty).toEqual([]);
  });

  it('gives Latin, Greek and Cyrillic names in PDF, and says where only DOCX can', async () => {
    for (const [name, drawable] of [
      ['Łucja Żółć-Őry', true],
      ['Ελένη Παπαδοπούλου', true],
      ['Юлия Щукина', true],
      ['李小龍', false],
      ['محمد علي', false],
    ] as const) {
      const profile = { ...engineer, resume: { ...engineer.resume, basics: { ...engineer.resume.basics, name } } };
      const model = tailor({ profile, now }).documents[0]?.model;
      if (model === undefined) throw new Error('no document');
      const { bytes, unsupported } = await renderPdf(model, { now });
      expect(unsupported.length === 0).toBe(drawable);
      if (drawable) expect(await readPdfText(bytes)).toContain(name);
      expect(readDocxText(await renderDocx(model))).toContain(name);
    }
  });

  it('ends no page with a heading', () => {
    const boxes = Array.from({ length: 60 }, (_, i) => ({
      height: 20,
      keepWithNext: i % 7 === 0,
      heading: i % 7 === 0,
    }));
    const pages = paginate(boxes, 190);
    expect(pages.flat()).toHaveLength(60);
    for (const page of pages) expect(page.at(-1)?.heading).toBe(false);
  });

  it('sets two pages at most for a long career, dates and all', async () => {
    const work = Array.from({ length: 14 }, (_, i) => ({
      ...engineer.resume.work?.[0],
      name: `Company ${i}`,
      startDate: `${2000 + i}-01`,
      endDate: `${2000 + i}-12`,
      highlights: Array.from(
        { length: 12 },
        (_, k) =>
          `Built service number ${i * 12 + k} of the platform, with tests and documentation for the teams that use it.`,
      ),
    }));
    const { documents: made } = tailor({
      profile: { answers: {}, resume: { ...engineer.resume, work } },
      job: engineerJob,
      kinds: ['resume'],
      now,
    });
    const model = made[0]?.model;
    if (model === undefined) throw new Error('no document');
    expect((await renderPdf(model, { now })).pages).toBeLessThanOrEqual(2);
  });
});
