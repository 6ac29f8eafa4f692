/** Numbers and names as few characters, for rows that are kept by the hundred thousand. */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) VALUE[DIGITS.charCodeAt(i)] = i;

/** Most a single character holds. */
export const MOST_PER_CHARACTER = 63;

/** `value` (a whole number from 0) in `width` characters of six bits each; what does not fit is cut off at the top. */
export function pack(value: number, width: number): string {
  let out = '';
  let rest = value;
  for (let i = 0; i < width; i++) {
    out = DIGITS.charAt(rest % 64) + out;
    rest = Math.floor(rest / 64);
  }
  return out;
}

/** The number that `width` characters from `at` on hold; characters that are none of ours count as 0. */
export function unpack(text: string, { at, width }: { at: number; width: number }): number {
  let value = 0;
  for (let i = at; i < at + width; i++) value = value * 64 + (VALUE[text.charCodeAt(i) & 127] ?? 0);
  return value;
}

/** Names in five characters, words in twenty of the twenty-four bits that four characters hold. */
const NAME_RANGE = 2 ** 30;
export const WORD_BITS = 20;

/** FNV-1a with the finaliser of MurmurHash3 (both in the public domain), so that any bits of it are evenly spread. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A name of a closed list (skills) as a number below 2^30: no two of the list's may meet, which a test holds. */
export const nameKey = (name: string): number => hash(name) % NAME_RANGE;

/** A word as a number below 2^20. One of a million words meets a given other one: too seldom to move a score. */
export const wordKey = (word: string): number => hash(word) & (2 ** WORD_BITS - 1);
