import { expect, test } from 'vitest';
import { withNarrowPlaces } from './places.rules.ts';
import type { Reading, Span } from './resume.schema.ts';

const box: Span['box'] = [60, 100, 200, 11];
const line = { page: 1, box, text: 'Engineer, Acme | 2019 – 2021 | Acme' };
const of = (...texts: string[]): Reading => ({
  resume: {},
  confidence: {},
  spans: { a: texts.map((text) => ({ page: 1, box, text })) },
  pages: [],
  language: 'en',
  ocr: false,
  warnings: [],
  lines: [line],
});

test('values on one line get places of their own, side by side inside it', () => {
  const [first, second] = withNarrowPlaces(of('Engineer', '2019 – 2021')).spans.a ?? [];
  expect(first?.box?.[0]).toBe(60);
  expect((first?.box?.[0] ?? 0) + (first?.box?.[2] ?? 0)).toBeLessThan(second?.box?.[0] ?? 0);
  expect((second?.box?.[0] ?? 0) + (second?.box?.[2] ?? 0)).toBeLessThan(260);
});

test('a text that is not in its line, or twice, keeps the whole place', () => {
  expect(withNarrowPlaces(of('2019-04', 'Acme')).spans.a?.map((span) => span.box)).toEqual([box, box]);
});

test('the whole line stays as wide as it is', () => {
  expect(withNarrowPlaces(of(line.text)).spans.a?.[0]?.box).toEqual(box);
});
