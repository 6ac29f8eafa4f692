/** Finding a quotation in lines of text: case, white space and hyphens at the ends of lines do not matter, letters do. */

/** `text` as it stands in the lines; `alone` says that marks or the ends of lines set it off on both sides. */
export type Quote = { text: string; alone: boolean };

/** Characters that may be told apart by fonts and programs only. */
const sameCharacter = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/[’‘`´]/gu, "'")
    .replace(/[“”„]/gu, '"');

const SET_OFF = /[|,;:·•∙⋅()[\]/\n–—]/u;

/**
 * The place of `wanted` in the lines taken as one text. It must begin and end where words do; `undefined` where it does
 * not stand there. A word cut by a hyphen at the end of a line is joined.
 */
export function quotedIn(wanted: string, lines: readonly string[]): Quote | undefined {
  const text = lines.join('\n');
  const kept: { char: string; at: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const char of sameCharacter(point)) if (!/[\s-]|\p{Cf}/u.test(char)) kept.push({ char, at });
    at += point.length;
  }
  const needle = [...sameCharacter(wanted)].filter((c) => !/[\s-]|\p{Cf}/u.test(c));
  if (needle.length === 0) return undefined;
  const hay = kept.map((k) => k.char);
  for (let i = 0; i + needle.length <= hay.length; i++) {
    if (!needle.every((c, n) => hay[i + n] === c)) continue;
    const from = kept[i]?.at ?? 0;
    const last = kept[i + needle.length - 1]?.at ?? 0;
    const to = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
    if (!beginsWord(text, from) || !endsWord(text, to) || !sameWords(wanted, text.slice(from, to))) continue;
    return { text: oneLine(text.slice(from, to)), alone: isSetOff(text, { from, to }) };
  }
  return undefined;
}

const HAN = /\p{Script=Han}/u;
const isWordy = (char: string): boolean => /[\p{L}\p{M}\p{N}_@]/u.test(char) && !HAN.test(char);
/** Not inside a word, nor inside an address such as `ada.lovelace@example.org`. */
const beginsWord = (text: string, at: number): boolean =>
  (!isWordy(text.charAt(at - 1)) || !isWordy(text.charAt(at))) &&
  !/[\p{L}\p{N}][._+@-]$/u.test(text.slice(Math.max(0, at - 3), at));
const endsWord = (text: string, at: number): boolean =>
  (!isWordy(text.charAt(at - 1)) || !isWordy(text.charAt(at))) && !/^[._+@-][\p{L}\p{N}]/u.test(text.slice(at, at + 3));

/** Spaces may move, but not so that other words come of it: the quotation has about as many words as its source. */
const sameWords = (wanted: string, source: string): boolean => {
  const count = (text: string): number => text.trim().split(/[\s-]+/u).length;
  return Math.abs(count(wanted) - count(source)) <= Math.max(1, Math.ceil(count(source) / 3));
};

const oneLine = (text: string): string =>
  text
    .replace(/(\p{L})[-\u00ad]\n(?=\p{Ll})/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();

const isSetOff = (text: string, { from, to }: { from: number; to: number }): boolean => {
  const before = text.slice(0, from).replace(/[^\S\n]+$/u, '');
  const after = text.slice(to).replace(/^[^\S\n]+/u, '');
  return (before === '' || SET_OFF.test(before.slice(-1))) && (after === '' || SET_OFF.test(after.charAt(0)));
};
