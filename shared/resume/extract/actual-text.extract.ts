/**
 * The texts that a PDF gives for groups of glyphs which no map can name (`/Span << /ActualText … >> BDC`): vowel signs
 * of Indian scripts that stand before their consonant, ligatures. pdf.js does not read them, so they are taken from the
 * content streams and put where their groups were drawn.
 */
import { inflateSync } from 'node:zlib';
import type { Span } from './paint.rules.ts';

const MAX_STREAM = 8 * 1024 * 1024;
const MAX_TOTAL = 24 * 1024 * 1024;
const GROUP = /\/Span\s*(?:<<((?:[^<>()]|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\))*)>>|\/[^\s/<>[\]()]+)\s*BDC/gu;
const VALUE = /\/ActualText\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\[\s\S]|[^\\()])*)\))/u;

/** For each content stream, the text of each of its groups in order; undefined where a group has none. */
export function actualTexts(bytes: Uint8Array): (string | undefined)[][] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: (string | undefined)[][] = [];
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0 && total < MAX_TOTAL; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const end = file.indexOf('endstream', start);
    if (end < 0) break;
    const content = plain(file.subarray(start, end));
    at = end;
    if (content === undefined) continue;
    total += content.length;
    if (!content.includes('/ActualText')) continue;
    found.push([...content.toString('latin1').matchAll(GROUP)].map(([, properties = '']) => textIn(properties)));
  }
  return found;
}

function plain(data: Buffer): Buffer | undefined {
  if (data.includes('/ActualText')) return data;
  // Deflated data begins so.
  if (((data[0] ?? 0) & 0x0f) !== 8) return undefined;
  try {
    return inflateSync(data, { maxOutputLength: MAX_STREAM });
  } catch {
    return undefined;
  }
}

function textIn(properties: string): string | undefined {
  const match = VALUE.exec(properties);
  if (match === null) return undefined;
  const bytes =
    match[1] === undefined
      ? Buffer.from(unescaped(match[2] ?? ''), 'latin1')
      : Buffer.from(match[1].replace(/\s+/gu, ''), 'hex');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return bytes.toString('latin1');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/gu, (_, octal?: string, other?: string) =>
    octal !== undefined
      ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
      : /^\r?\n?$/u.test(other ?? '')
        ? ''
        : (ESCAPES[other ?? ''] ?? other ?? ''),
  );

/** What to write instead of the characters `at` to `end` of the skeleton. */
export type Replacement = { at: number; end: number; text: string };

/** Whether a glyph of a group has no text of its own. */
export const hasUnnamed = (spans: readonly Span[], skeleton: string): boolean =>
  spans.some((s) => skeleton.slice(s.at, s.end).includes('\0'));

/** The groups of a page that hold unnamed glyphs, with their texts: those of the stream that fits the other groups best. */
export function replacements(
  spans: readonly Span[],
  { skeleton, streams }: { skeleton: string; streams: readonly (readonly (string | undefined)[])[] },
): Replacement[] {
  let best: { fit: number; texts: readonly (string | undefined)[] } | undefined;
  for (const texts of streams) {
    if (texts.length !== spans.length) continue;
    const named = spans.filter((s) => s.end > s.at && !skeleton.slice(s.at, s.end).includes('\0'));
    const same = named.filter(
      (s) => texts[spans.indexOf(s)]?.normalize('NFC') === skeleton.slice(s.at, s.end).normalize('NFC'),
    );
    const fit = named.length === 0 ? 1 : same.length / named.length;
    if (fit > (best?.fit ?? 0.3)) best = { fit, texts };
  }
  return spans.flatMap((span, i) => {
    const text = best?.texts[i];
    return text === undefined || !skeleton.slice(span.at, span.end).includes('\0')
      ? []
      : [{ at: span.at, end: span.end, text }];
  });
}

/** A text that begins at `start` of the skeleton, with what is to be written instead of its groups. */
export function withReplacements(text: string, start: number, all: readonly Replacement[]): string {
  let at = start;
  let out = '';
  for (const unit of text) {
    const solid = unit.trim() !== '' || unit === '\0';
    const group = solid ? all.find((r) => at >= r.at && at < r.end) : undefined;
    if (group === undefined) out += unit;
    else if (at === group.at) out += group.text;
    if (solid) at += unit.length;
  }
  return out;
}
