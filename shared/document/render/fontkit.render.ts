/**
 * fontkit as pdf-lib needs it for text that both looks and reads right. Two of its faults are kept out:
 * - glyph substitution (ligatures, dots below) makes subsets map some glyphs to wrong letters, so every character gets its
 *   own glyph and nothing is substituted;
 * - a subset writes short `loca` offsets, which count in twos, for glyphs of odd length, so that about half of the letters
 *   are drawn empty; offsets are written long instead.
 */
import fontkit from '@pdf-lib/fontkit';

export const plainFontkit: typeof fontkit = {
  ...fontkit,
  create: (...input: Parameters<typeof fontkit.create>) => {
    const font = fontkit.create(...input);
    const createSubset = font.createSubset.bind(font);
    return Object.assign(font, {
      layout: (text: string) => ({
        glyphs: Array.from(text, (letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 32)),
      }),
      createSubset: () => withLongOffsets(createSubset()),
    });
  },
};

/** Reaches into the subset, whose parts have no types: encoding makes `loca` and calls `_addGlyph(id)` for each glyph. */
function withLongOffsets<S extends object>(subset: S): S {
  const add: unknown = Reflect.get(subset, '_addGlyph');
  if (typeof add !== 'function') throw new Error('fontkit has changed: its subsets no longer have _addGlyph');
  Reflect.set(subset, '_addGlyph', (id: number) => {
    const loca: unknown = Reflect.get(subset, 'loca');
    if (typeof loca === 'object' && loca !== null) Reflect.set(loca, 'version', LONG);
    return add.call(subset, id);
  });
  return subset;
}
/** `indexToLocFormat` of 32-bit offsets. */
const LONG = 1;
