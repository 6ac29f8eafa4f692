import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drawn, restoreHyphens } from './hyphens.rules.ts';

/** Glyphs of a text: `~` is a hyphen that got lost, a blank is a gap, `|` sets the pen anew. */
const draw = (text: string): Drawn[] =>
  [...text].map((c) =>
    c === ' ' ? 'gap' : c === '|' ? 'jump' : { text: c === '~' ? '\u00ad' : c, width: c === '~' ? 0.3 : 0.5 },
  );
const restored = (texts: string[], drawn: string): string[] => restoreHyphens(texts, draw(drawn)).map((t) => t.text);

describe('hyphens that pdf.js leaves out', () => {
  it('come back inside a word and between two dates', () => {
    expect(restored(['handson with highimpact work'], 'hands~on with high~impact work')).toEqual([
      'hands-on with high-impact work',
    ]);
    expect(restored(['201809'], '2018~09')).toEqual(['2018-09']);
    expect(restored(['Sep. 2023 Mar. 2024'], 'Sep. 2023 ~ Mar. 2024')).toEqual(['Sep. 2023 - Mar. 2024']);
    expect(restored(['2018 2019'], '2018|~|2019')).toEqual(['2018 - 2019']);
  });

  it('stay with the text they touch: at the end of a broken line, before the text of a list', () => {
    const [first, second] = restoreHyphens(
      ['over twenty en', 'terprise clients'],
      draw('over twenty en~|terprise clients'),
    );
    expect(first).toEqual({ text: 'over twenty en-', endWidth: 0.3 });
    expect(second?.text).toBe('terprise clients');
    expect(restored(['Skills', 'Running boats'], 'Skills|~ Running boats')).toEqual(['Skills', '- Running boats']);
  });

  it('leave a text alone that is not among the glyphs, and find the next one again', () => {
    expect(restored(['שלום עולם', 'wellknown'], 'םלוע|well~known')).toEqual(['שלום עולם', 'well-known']);
  });

  it('never change anything but hyphens and the spaces at them', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (texts, drawn) => {
        const bare = (text: string): string => text.replace(/[\s-]/gu, '');
        expect(restoreHyphens(texts, draw(drawn)).map((t) => bare(t.text))).toEqual(texts.map(bare));
      }),
    );
  });
});
