/**
 * Whether a text layer is text. A font without maps gives glyph numbers, a wrong map gives other letters: both look
 * right on the page and read as nonsense, so such a page is read from its picture instead.
 */

/** Fewer letters than this say nothing of how letters are spread. */
const ENOUGH_LATIN = 200;
const ENOUGH_HAN = 60;
const JUNK = /[\p{Co}\p{Cn}\ufffd]|(?![\t\n\r])\p{Cc}/gu;
/** UTF-8 that was decoded as a one-byte code page: `Ã©`, `â€™`, `Ð¡`. */
export const MOJIBAKE = /[ÃÂ][\u0080-\u00bf]|â€|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]/gu;
/**
 * Per cent of each letter, a to z, in the languages of Europe taken together. Measured on resumes in nine of them, the
 * mean logarithm lies between -3.14 and -2.80; the same texts with their letters exchanged lie below -3.25.
 */
const SHARES = [
  9.5, 1.5, 3, 4, 13, 1.2, 1.6, 2, 8, 0.5, 1.5, 4.5, 3, 7.5, 6.5, 2.5, 0.7, 6.5, 6.5, 6.5, 4, 1.4, 0.8, 0.3, 0.9, 1.2,
];
const LOGS = SHARES.map((share) => Math.log(share / 100));
const UNLIKELY = -3.35;

/**
 * Whether a piece of text was not meant to be read: private-use or control characters, symbols instead of letters,
 * letters spread as in no language, scripts at random, code-page garble. Short texts are given the benefit of the doubt.
 */
export function isGarbled(text: string): boolean {
  const solid = text.replace(/(\S)\1{3,}/gu, '$1').replace(/\s+/gu, '');
  if (solid.length < 20) return false;
  const junk = solid.match(JUNK)?.length ?? 0;
  if (junk > solid.length * 0.3) return true;
  if (solid.length < 60) return false;
  if ((solid.match(MOJIBAKE)?.length ?? 0) > Math.max(2, solid.length * 0.01)) return true;
  const letters = solid.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const digits = solid.match(/\p{N}/gu)?.length ?? 0;
  if (letters + digits < solid.length * 0.5) return true;
  return spreadWrong(solid, letters) || scriptsMixed(solid, text);
}

function spreadWrong(solid: string, letters: number): boolean {
  const latin = solid
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]+/gu, '');
  if (latin.length >= ENOUGH_LATIN && latin.length > letters * 0.6) {
    let sum = 0;
    for (let i = 0; i < latin.length; i++) sum += LOGS[latin.charCodeAt(i) - 97] ?? 0;
    if (sum / latin.length < UNLIKELY) return true;
  }
  const share = commonHanShare(solid);
  return share !== undefined && share < 0.7;
}

/** Share of the Chinese characters of a text that are in use, undefined where it has too few of them. */
export function commonHanShare(text: string): number | undefined {
  const found = text.match(/\p{Script=Han}/gu) ?? [];
  if (found.length < ENOUGH_HAN) return undefined;
  const common = commonHan();
  return found.filter((c) => common.has(c) || /[\u2e80-\u2fdf]/u.test(c)).length / found.length;
}

/** Scripts whose letters never stand in one word with those of another; Chinese and Japanese do (`Java工程师`). */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
  /[\p{Script=Armenian}\p{Script=Georgian}\p{Script=Thai}\p{Script=Tamil}\p{Script=Cherokee}\p{Script=Ethiopic}]/u,
];
const OTHER_THAN_LATIN = /[^\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]/gu;

/** Glyph numbers taken for letters put several scripts into one word. */
function scriptsMixed(solid: string, text: string): boolean {
  if ((solid.match(OTHER_THAN_LATIN)?.length ?? 0) < solid.length * 0.1) return false;
  const words = text.match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  if (words.length < 15) return false;
  const mixed = words.filter((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
  return mixed.length > words.length * 0.25;
}

let han: ReadonlySet<string> | undefined;

/** The characters in use, as the standards of China, Taiwan and Japan put them into their first levels. */
function commonHan(): ReadonlySet<string> {
  if (han !== undefined) return han;
  const found = new Set<string>();
  const take = (label: string, leads: [number, number], trails: [number, number]): void => {
    const decoder = new TextDecoder(label);
    for (let lead = leads[0]; lead <= leads[1]; lead++) {
      const bytes = new Uint8Array((trails[1] - trails[0] + 1) * 2);
      for (let trail = trails[0]; trail <= trails[1]; trail++) bytes.set([lead, trail], (trail - trails[0]) * 2);
      for (const c of decoder.decode(bytes)) found.add(c);
    }
  };
  take('gb18030', [0xb0, 0xd7], [0xa1, 0xfe]);
  take('big5', [0xa4, 0xc6], [0x40, 0x7e]);
  take('big5', [0xa4, 0xc6], [0xa1, 0xfe]);
  take('shift_jis', [0x88, 0x98], [0x9f, 0xfc]);
  take('shift_jis', [0x89, 0x97], [0x40, 0x7e]);
  han = found;
  return found;
}
