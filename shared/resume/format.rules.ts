/** What kind of file it is: by its first bytes, which must agree with its name. */

import { utf16Of } from './extract/encoding.rules.ts';
import { resumeErrors } from './resume.errors.ts';
import { RESUME_MAX_BYTES } from './resume.schema.ts';

export type Format = 'pdf' | 'docx' | 'odt' | 'rtf' | 'html' | 'json' | 'linkedin' | 'md' | 'txt' | 'png' | 'jpeg';

const BY_EXTENSION: Readonly<Record<string, readonly Format[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  odt: ['odt'],
  rtf: ['rtf'],
  html: ['html'],
  htm: ['html'],
  json: ['json'],
  zip: ['linkedin'],
  md: ['md'],
  markdown: ['md'],
  txt: ['txt'],
  text: ['txt'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
};

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b);

/**
 * The format of an uploaded file. Throws `resume.empty_file`, `resume.too_large`, or `resume.unsupported_format` where
 * the content is none of ours or is not what the name says.
 */
export function sniffFormat(bytes: Uint8Array, fileName: string): Format {
  if (bytes.length === 0) throw resumeErrors.empty_file();
  if (bytes.length > RESUME_MAX_BYTES) throw resumeErrors.too_large();
  const extension = /\.([^.\\/]+)$/u.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';
  const allowed = BY_EXTENSION[extension];
  if (allowed === undefined) throw resumeErrors.unsupported_format();
  const actual = contentFormat(bytes, allowed[0] ?? 'txt');
  if (actual === undefined || !allowed.includes(actual))
    throw resumeErrors.unsupported_format({ log: `named .${extension}, content ${actual ?? 'unknown'}` });
  return actual;
}

function contentFormat(bytes: Uint8Array, named: Format): Format | undefined {
  if (latin(bytes, 0, 5) === '%PDF-') return 'pdf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return zipFormat(bytes);
  if (latin(bytes, 0, 5) === '{\\rtf') return 'rtf';
  const text = looksLikeText(bytes);
  if (text === undefined) return undefined;
  const head = text.trimStart().slice(0, 1000).toLowerCase();
  if (named === 'json') return head.startsWith('{') ? 'json' : undefined;
  const isHtml =
    /^(?:<!--[\s\S]*?-->\s*)?(?:<!doctype html|<html|<head|<body)/u.test(head) ||
    (named === 'html' && /<[a-z][^>]*>/u.test(head));
  if (isHtml) return 'html';
  return named === 'txt' || named === 'md' ? named : undefined;
}

/** Names of the first local entries tell an office file from an export; the directory is checked when it is opened. */
function zipFormat(bytes: Uint8Array): Format | undefined {
  const text = latin(bytes, 0, Math.min(bytes.length, 200));
  if (text.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  const names = entryNames(bytes);
  if (names.some((n) => /^word\/document\d*\.xml$/u.test(n))) return 'docx';
  if (names.some((n) => n === 'content.xml')) return 'odt';
  if (names.some((n) => /(?:^|\/)(?:Profile|Positions|Education|Skills)\.csv$/u.test(n))) return 'linkedin';
  return undefined;
}

/** File names in the ZIP's central directory, at most 2,000. */
function entryNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return [];
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  while (names.length < 2000 && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const [nameLength, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    names.push(latin(bytes, at + 46, Math.min(at + 46 + nameLength, bytes.length)));
    at += 46 + nameLength + extra + comment;
  }
  return names;
}

/** The text of the first bytes, undefined for binary data. UTF-16 is text, too. */
function looksLikeText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096);
  const utf16 = utf16Of(head);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(head);
    return text.includes('\0') ? undefined : text;
  }
  let control = 0;
  for (const b of head) {
    if (b === 0) return undefined;
    if (b < 32 && b !== 9 && b !== 10 && b !== 13 && b !== 12 && b !== 27) control++;
  }
  return control > head.length * 0.02 ? undefined : new TextDecoder('utf-8').decode(head);
}
