import { describe, expect, it } from 'vitest';
import { asYear, itemsOf, type OcrRow, type OcrWord } from './ocr-items.rules.ts';

const word = (text: string, x0: number, more: Partial<OcrWord> = {}): OcrWord => ({
  text,
  confidence: 90,
  x0,
  x1: x0 + text.length * 10,
  y0: 90,
  y1: 104,
  stroke: 2,
  fill: 0.4,
  ...more,
});
const row = (words: OcrWord[], more: Partial<OcrRow> = {}): OcrRow => ({
  words,
  height: 20,
  baseline: { x0: 0, y0: 104, x1: 800, y1: 104 },
  ...more,
});
const read = (rows: OcrRow[]) => itemsOf(rows, { page: 1, scale: 0.5 });

describe('words that OCR gives', () => {
  it('become items in points, standing on their line', () => {
    const [item] = read([row([word('Nurse', 100)])]);
    expect(item).toMatchObject({ text: 'Nurse ', x: 50, width: 25, page: 1, weight: 400 });
    expect((item?.y ?? 0) + (item?.fontSize ?? 0) * 0.8).toBeCloseTo(52);
  });

  it('are of one size where they measure nearly the same', () => {
    const sizes = [20, 20.4, 19.8, 20.9, 30, 30.5].map((height) => row([word('Words', 100)], { height }));
    expect(new Set(read(sizes).map((item) => item.fontSize)).size).toBe(2);
  });

  it('are bold where their strokes are, short words like their neighbours', () => {
    const plain = Array.from({ length: 8 }, () => row([word('plain', 100), word('text', 200)]));
    const items = read([
      ...plain,
      row([word('Chief', 100, { stroke: 3 }), word('of', 160), word('Staff', 200, { stroke: 2.9 })]),
    ]);
    expect(items.slice(-3).map((item) => item.weight)).toEqual([700, 700, 700]);
    expect(items.slice(0, -3).every((item) => item.weight === 400)).toBe(true);
  });

  it('begin with a bullet where a solid dot stands apart, whatever it was taken for', () => {
    const dot = (text: string) => word(text, 80, { x1: 87, y0: 94, y1: 101, fill: 0.8, confidence: 20 });
    for (const text of ['e', '°', '*', '«', '+'])
      expect(read([row([dot(text), word('Ran', 110)])]).map((item) => item.text)).toEqual(['• ', 'Ran ']);
    const letter = word('e', 80, { x1: 90, y0: 90, y1: 104, fill: 0.4 });
    expect(read([row([letter, word('sempre', 95)])])[0]?.text).toBe('e ');
    expect(read([row([word('+', 80, { x1: 90, y1: 100 }), word('44', 110)])])[0]?.text).not.toBe('• ');
  });

  it('keep the dash between years, and doubtful words of lines that read well', () => {
    const words = [
      word('2009', 100),
      word('—', 150, { confidence: 12 }),
      word('2010', 170),
      word('Ltda.,', 220, { confidence: 9 }),
    ];
    expect(read([row(words)]).map((item) => item.text.trim())).toEqual(['2009', '—', '2010', 'Ltda.,']);
    expect(
      read([row([word('~~', 100), word('xqz', 150, { confidence: 5 }), word('vii', 190, { confidence: 8 })])]),
    ).toEqual([]);
  });

  it('are years where slanted digits were misread, and nothing else is touched', () => {
    expect(['7998', '20/7', '2O15', 'I998.', '(7987)'].map(asYear)).toEqual([
      '1998',
      '2017',
      '2015',
      '1998.',
      '(1987)',
    ]);
    for (const text of ['2017', '1998', '7000', '20%', '29/11', 'IO', '70', '7956-1234', '90210'])
      expect(asYear(text)).toBe(text);
  });
});
