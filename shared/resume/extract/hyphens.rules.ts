/**
 * Hyphens that pdf.js leaves out. XeTeX, LuaTeX and Quartz map the hyphen's glyph to U+00AD; pdf.js takes it for an
 * invisible mark and drops it from the text. The glyphs drawn still hold it, so it is put back where it stood.
 */

/** What was drawn, in order. `gap`: a space between glyphs; `jump`: the pen was set anew, the distance is not known. */
export type Drawn = { text: string; width: number } | 'gap' | 'jump';

/** A hyphen before the character `at` of the text without white space; what stands on its sides; width in font sizes. */
type Hyphen = { at: number; before: Drawn | undefined; after: Drawn | undefined; width: number };

export type Mended = { text: string /** Width of what was put back at the end, in font sizes. */; endWidth: number };

const SOFT = '\u00ad';
/** How many characters the text may lag behind the glyphs before an item is given up. */
const REACH = 400;
const INVISIBLE = /[\s\p{Cf}]+/gu;

export const isSoftHyphen = (unicode: string): boolean => unicode === SOFT;

/**
 * Puts hyphens back into the texts of a page, given in the order they were drawn. A text that cannot be found among the
 * glyphs stays as it is.
 */
export function restoreHyphens(texts: readonly string[], drawn: readonly Drawn[]): Mended[] {
  const { skeleton, hyphens } = skeletonOf(drawn);
  let cursor = 0;
  let nextHyphen = 0;
  return texts.map((text) => {
    const solid = text.replace(INVISIBLE, '');
    const at = solid === '' ? -1 : skeleton.indexOf(solid, cursor);
    if (at < 0 || at > cursor + (solid.length < 4 ? 0 : REACH)) return { text, endWidth: 0 };
    cursor = at + solid.length;
    const own: Hyphen[] = [];
    for (; nextHyphen < hyphens.length; nextHyphen++) {
      const hyphen = hyphens[nextHyphen];
      if (hyphen === undefined || hyphen.at > cursor) break;
      // Between two texts it belongs to the one it touches.
      if (hyphen.at === cursor && typeof hyphen.before === 'string') break;
      if (hyphen.at >= at) own.push(hyphen);
    }
    return own.length === 0 ? { text, endWidth: 0 } : insert(text, own, at);
  });
}

function skeletonOf(drawn: readonly Drawn[]): { skeleton: string; hyphens: Hyphen[] } {
  let skeleton = '';
  const hyphens: Hyphen[] = [];
  drawn.forEach((piece, i) => {
    if (typeof piece === 'string') return;
    if (isSoftHyphen(piece.text))
      hyphens.push({ at: skeleton.length, before: drawn[i - 1], after: drawn[i + 1], width: piece.width });
    else skeleton += piece.text.replace(INVISIBLE, '');
  });
  return { skeleton, hyphens };
}

function insert(text: string, hyphens: readonly Hyphen[], start: number): Mended {
  let out = '';
  let at = start;
  let endWidth = 0;
  let pending = [...hyphens];
  for (const unit of text) {
    if (unit.replace(INVISIBLE, '') !== '') {
      const here = pending.filter((h) => h.at === at);
      for (const hyphen of here) out = withHyphen(out, hyphen, unit);
      pending = pending.filter((h) => h.at !== at);
      at += unit.length;
    }
    out += unit;
  }
  for (const hyphen of pending) {
    out = `${out.trimEnd()}-`;
    endWidth += hyphen.width;
  }
  return { text: out, endWidth };
}

/** The text so far with a hyphen and the spaces around it: as drawn, or where that is not known, by what follows. */
function withHyphen(before: string, { before: left, after: right }: Hyphen, next: string): string {
  const bare = before.trimEnd();
  const spaced = bare !== before;
  const dash = left !== undefined && right !== undefined && left === 'jump' && right === 'jump';
  const year = /(?:19|20)\d\d$/u.test(bare) && /\d/u.test(next);
  const spaceLeft = left === 'gap' || (dash && spaced && year);
  const spaceRight = right === 'gap' || (bare === '' && right === 'jump') || (dash && spaced && year);
  return `${bare}${spaceLeft && bare !== '' ? ' ' : ''}-${spaceRight ? ' ' : ''}`;
}
