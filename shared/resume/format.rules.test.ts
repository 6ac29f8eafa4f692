import { describe, expect, it } from 'vitest';
import { sniffFormat } from './format.rules.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the format of an upload', () => {
  it('is told by the content and has to agree with the name', () => {
    expect(sniffFormat(bytes('%PDF-1.7 …'), 'cv.PDF')).toBe('pdf');
    expect(sniffFormat(bytes('{\\rtf1 x}'), 'cv.rtf')).toBe('rtf');
    expect(sniffFormat(bytes('# Ada\n'), 'cv.md')).toBe('md');
    expect(sniffFormat(bytes('<!doctype html><p>x'), 'cv.html')).toBe('html');
    expect(sniffFormat(bytes('{"basics":{}}'), 'resume.json')).toBe('json');
    expect(() => sniffFormat(bytes('<html>not a pdf</html>'), 'cv.pdf')).toThrow(
      expect.objectContaining({ code: 'resume.unsupported_format' }),
    );
    expect(() => sniffFormat(bytes('%PDF-1.7'), 'cv.docx')).toThrow(
      expect.objectContaining({ code: 'resume.unsupported_format' }),
    );
    expect(() => sniffFormat(bytes('junk %PDF-1.7'), 'cv.pdf')).toThrow(
      expect.objectContaining({ code: 'resume.unsupported_format' }),
    );
    expect(() => sniffFormat(Uint8Array.from([0, 1, 2, 3]), 'cv.txt')).toThrow(
      expect.objectContaining({ code: 'resume.unsupported_format' }),
    );
    expect(() => sniffFormat(bytes('MZ…'), 'cv.exe')).toThrow(
      expect.objectContaining({ code: 'resume.unsupported_format' }),
    );
  });

  it('refuses nothing at all and more than 5 MiB', () => {
    expect(() => sniffFormat(new Uint8Array(), 'cv.pdf')).toThrow(
      expect.objectContaining({ code: 'resume.empty_file' }),
    );
    expect(sniffFormat(bytes('a'.repeat(5_242_880)), 'cv.txt')).toBe('txt');
    expect(() => sniffFormat(bytes('a'.repeat(5_242_881)), 'cv.txt')).toThrow(
      expect.objectContaining({ code: 'resume.too_large' }),
    );
  });
});
