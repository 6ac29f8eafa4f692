import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Job, readJobs, readStudies, type Study } from './history.rules.ts';
import type { Line, TextItem } from './item.schema.ts';
import { finishLines, toLines, toRuns } from './lines.rules.ts';

const DATING = { asOf: '2024-11-01' };
const SIZE = 10;
const widthOf = (text: string, size: number): number =>
  [...text].reduce((n, c) => n + (/\p{Script=Han}/u.test(c) ? size : size / 2), 0);

/** The items of one line of the fixtures' markup, styles apart. */
function itemsOf(
  text: string,
  { x, y, page, size, right = false }: { x: number; y: number; page: number; size: number; right?: boolean },
): TextItem[] {
  const items: TextItem[] = [];
  let at = right ? 550 - widthOf(text.replace(/\*\*|__/gu, ''), size) : x;
  let [bold, italic] = [false, false];
  for (const piece of text.split(/(\*\*|__)/u)) {
    if (piece === '**') bold = !bold;
    else if (piece === '__') italic = !italic;
    else if (piece !== '') {
      const width = widthOf(piece, size);
      items.push({
        text: piece,
        x: at,
        y,
        width,
        height: size,
        page,
        fontSize: size,
        weight: bold ? 700 : 400,
        italic,
      });
      at += width;
    }
  }
  return items;
}

/** Lays a text in the fixtures' markup out on pages and gives its lines. */
function linesOf(markup: string): Line[] {
  const items: TextItem[] = [];
  let [y, page] = [50, 1];
  for (const raw of markup.split('\n')) {
    if (raw === '%%') [y, page] = [50, page + 1];
    else if (raw.trim() === '') y += 9;
    else {
      const size = raw.startsWith('^') ? 12 : SIZE;
      let text = raw.replace(/^\^/u, '');
      let x = 50;
      if (text.startsWith('<| ')) [x, text] = [150, text.slice(3)];
      x += (/^ */u.exec(text)?.[0].length ?? 0) * 5;
      text = text.trim();
      const gutter = text.split(' <| ');
      if (gutter[0] !== undefined && gutter[1] !== undefined) {
        items.push(...itemsOf(gutter[0], { x, y, page, size }));
        [x, text] = [150, gutter[1]];
      }
      const [left, right] = text.split(' |> ');
      if (left !== undefined && right !== undefined)
        items.push(...itemsOf(left, { x, y, page, size }), ...itemsOf(right, { x, y, page, size, right: true }));
      else items.push(...text.split(' || ').flatMap((cell, i) => itemsOf(cell, { x: x + i * 160, y, page, size })));
      y += size * 1.3;
    }
  }
  return finishLines(toLines(toRuns(items), 0)).lines;
}

const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ')
    .trim();
/** Where a degree ends and its field begins is a matter of taste, and so is the word between. */
const degreeOf = (text: string | undefined): string =>
  plain(text)
    .replace(/(?<![\p{L}])(?:in|of|de|en|em|im|der|des|the|i|d)(?![\p{L}])/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

type Case = { name: string; text: string; truth: string[][] };

function casesOf(file: string): Case[] {
  const all = readFileSync(new URL(`../../../tests/fixtures/entries/${file}`, import.meta.url), 'utf8');
  return all
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const [head = '', truth = ''] = part.split(/^-->\n/mu);
      const at = head.indexOf('\n');
      return {
        name: head.slice(0, at).trim(),
        text: head.slice(at + 1).trimEnd(),
        truth: truth
          .trim()
          .split('\n')
          .map((row) => row.split('|').map((value) => value.trim())),
      };
    });
}

const jobRow = (j: Job): string[] =>
  [j.name, j.position, j.startDate, j.endDate, j.location].map((f) => plain(f?.value));
const studyRow = (s: Study): string[] => [
  plain(s.institution?.value),
  degreeOf([s.studyType?.value, s.area?.value].join(' ')),
  ...[s.startDate, s.endDate, s.score].map((f) => plain(f?.value)),
];

/** What was read in the columns that the truth names. */
const shown = (rows: readonly string[][], truth: readonly string[][]): string[][] =>
  rows.map((row, i) => row.filter((_, k) => (truth[i]?.[k] ?? '*') !== '*'));

describe('jobs', () => {
  it.each(casesOf('work.txt'))('are read from $name', ({ text, truth }) => {
    const read = readJobs(linesOf(text), DATING).map(jobRow);
    expect(shown(read, truth)).toEqual(
      shown(
        truth.map((row) => row.map(plain).map((v, k) => (row[k] === '*' ? '*' : v))),
        truth,
      ),
    );
  });

  it('inside which a project stands keep it among their highlights', () => {
    const [job] = readJobs(
      linesOf(
        '**Lead Developer**, Quartzline |> 2018 – 2022\nKey achievements:\n- Moved payments to Go\n- Halved the bill',
      ),
      DATING,
    );
    expect(job?.highlights.map((h) => h.value)).toEqual(
      expect.arrayContaining(['Moved payments to Go', 'Halved the bill']),
    );
  });

  it('of somebody who employs himself have no employer, whatever stood above', () => {
    const jobs = readJobs(
      linesOf(
        '**Designer**, Papercut Ltd |> 2019 – 2021\n- Packaging\n**Freelance illustrator** |> 2016 – 2019\n- Books',
      ),
      DATING,
    );
    expect(jobs[1]?.name).toBeUndefined();
  });

  it('whose slots agree are surer than a lone guess', () => {
    const many = readJobs(
      linesOf('**Acme GmbH** |> 2018 – 2020\n__Engineer__\n**Brill AG** |> 2015 – 2018\n__Developer__'),
      DATING,
    );
    const lone = readJobs(linesOf('Zorblatt, Quimby |> 2018 – 2020'), DATING);
    const lowest = (jobs: Job[]): number =>
      Math.min(...jobs.flatMap((j) => [j.name?.confidence ?? 1, j.position?.confidence ?? 1]));
    expect(lowest(many)).toBeGreaterThan(0.8);
    expect(lowest(lone)).toBeLessThan(0.7);
  });
});

describe('studies', () => {
  it.each(casesOf('education.txt'))('are read from $name', ({ text, truth }) => {
    const read = readStudies(linesOf(text), DATING).map(studyRow);
    const wanted = truth.map((row) => row.map((v, k) => (v === '*' ? '*' : k === 1 ? degreeOf(v) : plain(v))));
    expect(shown(read, truth)).toEqual(shown(wanted, truth));
  });

  it('never take the title of a thesis for their field', () => {
    const [study] = readStudies(
      linesOf('MSc in Physics |> 2019 – 2021\nRuhrtal University\nThesis: Optical traps for cold atoms'),
      DATING,
    );
    expect([study?.studyType?.value, study?.area?.value].join(' ')).not.toContain('Optical');
  });
});

describe('any text at all', () => {
  it('is read without failing, and every value stands in it', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('2019', '–', '(', 'Engineer', 'Acme GmbH,', '大学', 'at', '**', '|', ':', '至今'),
    );
    const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' ').replace(/\n/gu, ' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (texts) => {
        const lines = linesOf(texts.join('\n'));
        const squeeze = (t: string): string => t.replace(/[^\p{L}\p{N}]/gu, '');
        const whole = squeeze(lines.map((l) => l.text).join(' '));
        for (const job of readJobs(lines, DATING))
          for (const value of [job.name, job.position]) expect(whole).toContain(squeeze(value?.value ?? ''));
        readStudies(lines, DATING);
      }),
      { numRuns: 150 },
    );
  });
});
