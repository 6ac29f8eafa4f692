/** Bytes of a text file → text: in which of the usual encodings they are. */
import { commonHanShare, MOJIBAKE } from './quality.rules.ts';

/**
 * Byte order mark, else UTF-16 by its zeros, else UTF-8, else what the other bytes look like: runs of them are Chinese
 * (GB18030) or Cyrillic (Windows-1251), single ones are accents (Windows-1252). Text that was already decoded wrongly
 * once is mended.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  try {
    return mended(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const label = oneByteOrChinese(bytes);
    return label === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(label).decode(bytes);
  }
}

/** `utf-16le` or `utf-16be` where the bytes are one of them. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2000);
  let [even, odd] = [0, 0];
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const pairs = head.length / 2;
  if (pairs < 16) return undefined;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.02 ? 'utf-16be' : undefined;
}

function oneByteOrChinese(bytes: Uint8Array): string {
  let [high, inRuns, run] = [0, 0, 0];
  for (const byte of bytes) {
    run = byte >= 0x80 ? run + 1 : 0;
    if (byte >= 0x80) high++;
    if (run === 3) inRuns += 3;
    else if (run > 3) inRuns++;
  }
  if (inRuns < high * 0.6) return 'windows-1252';
  const chinese = new TextDecoder('gb18030').decode(bytes);
  if ((chinese.match(/\ufffd/gu)?.length ?? 0) < 3 && (commonHanShare(chinese) ?? 0) > 0.9) return 'gb18030';
  const cyrillic = new TextDecoder('windows-1251').decode(bytes);
  const letters = cyrillic.match(/[а-яёіїєґў]/giu)?.length ?? 0;
  return letters > high * 0.9 ? 'windows-1251' : 'windows-1252';
}

/** UTF-8 that somebody decoded as Windows-1252 and saved again. */
function mended(text: string): string {
  if ((text.match(MOJIBAKE)?.length ?? 0) < 2) return text;
  const bytes: number[] = [];
  for (const c of text) {
    const byte = byteOf().get(c);
    if (byte === undefined) return text;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

/** 0x80 to 0x9f; what is not assigned stays as it is. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node decode `windows-1252` as Latin-1, which loses dashes and quotation marks. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009f]/gu, (c) => HIGH[c.charCodeAt(0) - 0x80] ?? c);
}

let bytesByCharacter: ReadonlyMap<string, number> | undefined;

function byteOf(): ReadonlyMap<string, number> {
  bytesByCharacter ??= new Map(
    Array.from({ length: 256 }, (_, i) => [decodeWindows1252(Uint8Array.of(i)), i] as const),
  );
  return bytesByCharacter;
}
