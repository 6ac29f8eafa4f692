/** What the name of a font tells. */

export type FontStyle = { weight: number; italic: boolean; icons: boolean };
export const PLAIN_FONT: FontStyle = { weight: 400, italic: false, icons: false };

/** Weight, slant and "is an icon font" from a PostScript font name such as `ABCDEF+Lato-BoldItalic`. */
export function styleOf(fontName: string): FontStyle {
  const name = withoutSubset(fontName);
  const weight = /black|heavy|extrabold|ultrabold/iu.test(name)
    ? 800
    : /semibold|demi|semib/iu.test(name)
      ? 600
      : /bold|(?:^|[-,])B(?:d|I)?$|cmbx|[a-z]bx\d|-Medi$|[-_]bx/iu.test(name)
        ? 700
        : /medium|-Med\b/iu.test(name)
          ? 500
          : /thin|ultralight|extralight|hairline/iu.test(name)
            ? 200
            : /light/iu.test(name)
              ? 300
              : 400;
  return {
    weight,
    italic: /italic|oblique|slant|-It\b|cmti|ital\b/iu.test(name),
    icons: isIconFont(name),
  };
}

const isIconFont = (name: string): boolean =>
  /awesome|icon|wingding|webding|dingbat|material|ionic|typicon|marvosym|fontello|glyphter|feather|segoemdl/iu.test(
    name,
  );

/** The glyphs that word processors put before the items of a list, by their code in Wingdings and Symbol. */
const LIST_MARKS =
  /^[\s\uf000]*[\u00a7\u00d8\u00fc\u00b7vqnlu\uf0a7\uf0d8\uf0fc\uf0b7\uf076\uf071\uf06e\uf06c\uf075❖❑■●◆▪➢✓•]\s*$/u;

/** What is left of a text in an icon font: a list mark, or nothing. */
export const iconText = (fontName: string, text: string): string =>
  /wingding|dingbat/iu.test(fontName) && LIST_MARKS.test(text) ? '•' : '';

const withoutSubset = (name: string): string => name.replace(/^[A-Z]{6}\+/u, '');

/** The family a PostScript name belongs to, as people know it: `ABCDEF+Lato-BoldItalic` → `Lato`. */
export function familyOf(fontName: string): string {
  const name = withoutSubset(fontName);
  const base = name.replace(/[,-].*$/u, '').replace(/(?:PS)?MT$/u, '');
  return (base === '' ? name : base).trim();
}
