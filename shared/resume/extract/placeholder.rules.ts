/**
 * Pictures of a PDF as one-pixel placeholders: reading the text needs to know where pictures stand, not what they
 * show, and decoding them takes more time than all else. The dictionary of a picture always stands in plain bytes,
 * because streams cannot be packed into other streams, so it is rewritten in place, every byte at its old position.
 */

const MAX_DICTIONARY = 4000;
const NUMBER = 0x30;
const [SPACE, X] = [0x20, 0x58];

/** Rewrites `bytes` and gives the sizes the pictures had, in pixels, masks included. */
export function shrinkPictures(bytes: Uint8Array): { width: number; height: number }[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizes: { width: number; height: number }[] = [];
  for (let hit = buffer.indexOf('/Image'); hit >= 0; hit = buffer.indexOf('/Image', hit + 6)) {
    const from = buffer.lastIndexOf('obj', hit);
    const to = buffer.indexOf('stream', hit);
    if (from < 0 || to < 0 || hit - from > MAX_DICTIONARY || to - hit > MAX_DICTIONARY) continue;
    const dictionary = buffer.toString('latin1', from, to);
    if (!/\/Subtype\s*\/Image(?![A-Za-z])/u.test(dictionary) || dictionary.includes('endobj')) continue;
    const width = direct(dictionary, 'Width');
    const height = direct(dictionary, 'Height');
    if (width === undefined || height === undefined) continue;
    sizes.push({ width: width.value, height: height.value });
    for (const { at, length } of [width, height]) {
      buffer.fill(SPACE, from + at, from + at + length);
      buffer[from + at] = NUMBER + 1;
    }
    for (const { index } of dictionary.matchAll(/\/Filter(?![A-Za-z])/gu)) buffer[from + index + 1] = X;
  }
  return sizes;
}

/** A number that stands in the dictionary itself, with its place. */
function direct(dictionary: string, key: string): { value: number; at: number; length: number } | undefined {
  const match = new RegExp(`/${key}\\s+(\\d{1,9})(?![\\d.])(?!\\s+\\d+\\s+R)`, 'u').exec(dictionary);
  const digits = match?.[1];
  if (match === null || digits === undefined) return undefined;
  return { value: Number(digits), at: match.index + match[0].length - digits.length, length: digits.length };
}
