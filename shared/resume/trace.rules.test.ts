import { expect, test } from 'vitest';
import type { Reading } from './resume.schema.ts';
import { originsOf } from './trace.rules.ts';

const reading: Reading = {
  resume: { basics: { name: 'Ada Lovelace' }, work: [{ name: 'Mill' }, { name: 'Engine Works', position: 'Mill' }] },
  confidence: { 'basics.name': 0.4 },
  spans: { 'work[1].name': [{ page: 2, text: 'Engine Works' }] },
  pages: [],
  language: 'en',
  ocr: false,
  warnings: [],
};

test('a value that was read carries its confidence and place', () => {
  expect(originsOf(reading)('basics.name', 'ada  lovelace')?.confidence).toBe(0.4);
});

test('a corrected value is the word of the person and has no origin', () => {
  expect(originsOf(reading)('basics.name', 'Ada King')).toBeUndefined();
});

test('an entry that moved is found by its words, but only in the same kind of field', () => {
  const origin = originsOf(reading);
  expect(origin('work[0].name', 'Engine Works')?.spans[0]?.page).toBe(2);
  expect(origin('education[0].institution', 'Mill')).toBeUndefined();
});
