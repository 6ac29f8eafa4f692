/** Text helpers that all reading rules share: folding, de-letter-spacing, icons and bullets. */
import { remembered } from './memo.rules.ts';
import { RADICALS } from './radicals.data.ts';

const BULLET =
  /^\s*(?:[•●◦○▪■□▫‣⁃∙⋅·➢➤►▶▸❖✓✔✦★➔→◆◇♦⬥⦁\uf0b7\uf0a7\uf0d8\uf076\u2043\u25cf\u25aa]|[-–—*+o»>](?=\s)|[«©®¢¤](?=\s[^»]*$)|\(?\d{1,2}[.)](?=\s\D)|¶)\s*/u;

/** Private-use code points are icons or symbol-font bullets: never part of a word. */
const ICONS = /[\ue000-\uf8ff\u{f0000}-\u{fffff}\u{1f300}-\u{1faff}\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff\ufffd]/gu;

/**
 * What takes no room: joiners (also between parts of German and Hindi words), marks of direction, variants, and the tag
 * characters in which text can be hidden.
 */
const UNSEEN =
  /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}\u{1d173}-\u{1d17a}]|\p{Variation_Selector}/gu;

/** Radicals for which NFKC has the traditional form only; a text without any traditional character means the simplified. */
const SIMPLIFIED: Readonly<Record<string, string>> = { '\u2f3e': '户', '\u2fad': '青', '\u2fc8': '黄' };
const TRADITIONAL = /[們這說時務業國學會電車東門開關長馬來對發經過體為與產員單間問題實]/u;

/** Normal form of a piece of extracted text: NFKC, no icons or invisible marks, soft hyphens joined, single spaces. */
export function cleanText(raw: string): string {
  return (
    raw
      .replace(UNSEEN, '')
      .replace(/[\u2e80-\u2eff]/gu, (c) => RADICALS[c] ?? c)
      .replace(/[\u2f3e\u2fad\u2fc8]/gu, (c) => (TRADITIONAL.test(raw) ? c : (SIMPLIFIED[c] ?? c)))
      .replace(/-?\u00ad[\u2010-]?/gu, '-')
      .normalize('NFKC')
      .replace(ICONS, ' ')
      .replace(/[^\P{Cc}\t\n\r]/gu, ' ')
      .replace(/\s+/gu, ' ')
      // A gap before a sign that is set on the letter before it, or inside a conjunct, is the font's, not the writer's.
      .replace(
        /(?<=[\u0900-\u0dff])\s+(?=[\u093e-\u094d\u0900-\u0903\u09be-\u09cd\u0abe-\u0acd\u0b3e-\u0b4d\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbe-\u0ccd])|(?<=\p{L}[\u094d\u09cd\u0acd])\s+(?=[\u0900-\u0aff])/gu,
        '',
      )
      .trim()
  );
}

/** `R E S U M O` → `RESUMO`; two or more spaces between letter-spaced words stay one space. */
export function joinSpacedLetters(text: string): string {
  const trimmed = text.trim();
  if (!/^[\p{L}&](?:\s+[\p{L}\p{M}&’'/-]{1,2}){3,}$/u.test(trimmed)) return text;
  // Pairs that are set close (`VA`) come as one: a few among single letters.
  const list = trimmed.split(/\s+/u);
  if (list.filter((t) => t.length > 1).length > list.length * 0.2) return text;
  return trimmed
    .split(/\s{2,}/u)
    .map((word) => word.replace(/\s/gu, ''))
    .join(' ');
}

/** Lower case without accents, for comparing. */
export function fold(text: string): string {
  // Most text is plain: nothing to take apart.
  if (/^[\x20-\x5f\x61-\x7e]*$/u.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/(?<=[A-Za-z])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/ı/gu, 'i')
    .replace(/[’`´]/gu, "'");
}

/** Folded letters only, no spaces: equal for `Berufs-Erfahrung:` and `B E R U F S E R F A H R U N G`. */
export const compactKey = (text: string): string => fold(text).replace(/[^\p{L}\p{M}]+/gu, '');

export const words = remembered((text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{M}\p{N}+#']+/u)
    .filter((w) => w !== ''),
);

export const startsWithBullet = (text: string): boolean => BULLET.test(text);
export const stripBullet = (text: string): string => text.replace(BULLET, '').trim();

/** Share of letters that are capitals; 0 where the script has none. */
export const capsShare = remembered((text: string): number => {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper + lower === 0 ? 0 : upper / (upper + lower);
});

/** Trims separators and brackets left over where a date or label was cut out. */
export function trimEdges(text: string): string {
  let out = text
    .replace(/\(\s*[,;–—-]?\s*\)|\[\s*\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  for (;;) {
    const next = out
      .replace(/^[\s,;:|/·•∙⋅–—―~*_-]+(?!\s*\+)/u, '')
      .replace(/[\s,;:|/·•∙⋅–—―~*_-]+$/u, '')
      .replace(/^\)|\($/gu, '')
      .trim();
    if (next === out) break;
    out = next;
  }
  const opens = (out.match(/\(/gu) ?? []).length;
  const closes = (out.match(/\)/gu) ?? []).length;
  if (opens > closes && out.lastIndexOf('(') > out.lastIndexOf(')')) {
    const at = out.lastIndexOf('(');
    if (out.length - at < 3) out = out.slice(0, at).trim();
  }
  if (closes > opens && out.endsWith(')')) out = out.slice(0, -1).trim();
  return out;
}

export const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Number of words; a Han character counts as half a word. */
export const wordCount = remembered((text: string): number => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const rest = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.&+#-]*/gu)?.length ?? 0;
  return rest + Math.ceil(han / 2);
});
