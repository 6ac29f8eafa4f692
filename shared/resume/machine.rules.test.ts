import { expect, test } from 'vitest';
import { machinePlain, machineText, showsPlace } from './machine.rules.ts';
import type { Reading, Span } from './resume.schema.ts';

const at = (text: string, x: number, y: number): Span => ({ page: 1, text, box: [x, y, text.length * 5, 10] });
const reading: Reading = {
  resume: {},
  confidence: {},
  spans: {},
  pages: [{ width: 600, height: 800 }],
  language: 'en',
  ocr: false,
  warnings: [],
  lines: [
    at('Ada', 60, 50),
    at('WORK', 60, 80),
    at('Engine Works', 60, 100),
    at('2019', 400, 101),
    at('HOBBIES', 60, 140),
  ],
  sections: [
    { kind: 'work', heading: 'WORK', lines: [1, 4] },
    { kind: 'other', heading: 'HOBBIES', lines: [4, 5] },
  ],
};

test('every line is shown once, under the section it was taken for', () => {
  const sections = machineText(reading);
  expect(sections.map(({ kind, lines }) => [kind, lines.map(({ text }) => text)])).toEqual([
    [undefined, ['Ada']],
    ['work', ['WORK', 'Engine Works   2019']],
    ['other', ['HOBBIES']],
  ]);
  expect(machinePlain(sections)).toBe('Ada\n\nWORK\nEngine Works   2019\n\nHOBBIES');
});

test('sections that overlap or end after the text lose and repeat nothing', () => {
  const odd = machineText({
    ...reading,
    sections: [
      { kind: 'a', lines: [0, 3] },
      { kind: 'b', lines: [2, 99] },
    ],
  });
  expect(odd.flatMap(({ lines }) => lines.flatMap(({ spans }) => spans.map(({ text }) => text)))).toEqual(
    reading.lines?.map(({ text }) => text),
  );
});

test('a place is found in its own line only, with boxes and without', () => {
  const [, work] = machineText(reading);
  const lit = work?.lines.map((line) => showsPlace(line, [{ page: 1, text: '2019', box: [400, 101, 20, 10] }]));
  expect(lit).toEqual([false, true]);
  const line = { text: 'Engine Works', spans: [{ page: 1, text: 'Engine Works' }] };
  expect(showsPlace(line, [{ page: 1, text: 'Engine' }])).toBe(true);
  expect(showsPlace(line, [{ page: 2, text: 'Engine' }])).toBe(false);
});
