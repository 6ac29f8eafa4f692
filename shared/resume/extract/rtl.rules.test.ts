import { expect, it } from 'vitest';
import type { TextItem } from '../read/item.schema.ts';
import { joinRightToLeft } from './rtl.rules.ts';

const line = (...pieces: [text: string, x: number, rtl?: boolean][]): TextItem[] =>
  pieces.map(([text, x, rtl = false]) => ({
    text,
    x,
    y: 100,
    width: text.length * 6,
    height: 10,
    page: 1,
    fontSize: 10,
    weight: 400,
    italic: false,
    ...(rtl ? { rtl } : {}),
  }));

it('reads a line that is drawn from the left from the right, its numbers and Latin words as they stand', () => {
  const drawn = line(
    ['2019', 100],
    [' ', 124],
    ['משנת', 130, true],
    [' ', 154],
    ['Python 3', 160],
    [' ', 208],
    ['בחברת', 214, true],
  );
  expect(joinRightToLeft(drawn)).toMatchObject([{ text: 'בחברת Python 3 משנת 2019', x: 100, width: 144, rtl: true }]);
});

it('puts letters drawn one by one together', () => {
  const drawn = line(
    ['ن', 100, true],
    ['لآ', 106, true],
    ['ا', 118, true],
    [' ', 124],
    ['ى', 130, true],
    ['ت', 136, true],
    ['ح', 142, true],
  );
  expect(joinRightToLeft(drawn).map((i) => i.text)).toEqual(['حتى الآن']);
});

it('leaves other lines alone and keeps columns apart', () => {
  const left = line(['Agnes', 100], [' ', 130], ['Wetherby', 136]);
  expect(joinRightToLeft(left)).toEqual(left);
  const columns = line(['אב', 100, true], ['גד', 112, true], ['הו', 400, true], ['זח', 412, true]);
  expect(joinRightToLeft(columns).map((i) => i.text)).toEqual(['גדאב', 'זחהו']);
});
