import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from './layout.rules.ts';

const set = (text: string) =>
  layoutOf(text).map(({ kind, lines }) => [kind, ...lines.map(([start, end]) => text.slice(start, end))]);

describe('the text of a posting', () => {
  it('is set in headings, lists and paragraphs', () => {
    expect(
      set(
        'About us\nWe bake bread for the whole of the valley, and have done so since the mill was built by the river.\n\nRequirements:\n• Flour\n• Water\nWe look forward\nto you.',
      ),
    ).toEqual([
      ['heading', 'About us'],
      ['text', 'We bake bread for the whole of the valley, and have done so since the mill was built by the river.'],
      ['heading', 'Requirements:'],
      ['list', 'Flour', 'Water'],
      ['text', 'We look forward', 'to you.'],
    ]);
  });
  it('keeps a line of dashes and a negative number as what they are', () => {
    expect(set('-5 degrees in the store\n- one\n- two')).toEqual([
      ['text', '-5 degrees in the store'],
      ['list', 'one', 'two'],
    ]);
  });
  it('loses no word, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '•', '-', ' ', '\n', ':', '.', '<', '😀') }), (text) => {
        const words = (s: string) => s.replace(/[^aB<😀]/gu, '');
        expect(
          words(
            set(text)
              .flat()
              .join('')
              .replaceAll(/heading|list|text/g, ''),
          ),
        ).toBe(words(text));
      }),
    );
  });
});
