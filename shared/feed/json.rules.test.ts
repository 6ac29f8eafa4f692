import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedJson, parseJson } from './json.rules.ts';

describe('JSON as sources write it', () => {
  it('keeps every digit of an id past 2^53', () => {
    expect(parseJson('{"id": 9007199254740993, "ids":[-12345678901234567890,7]}')).toEqual({
      id: '9007199254740993',
      ids: ['-12345678901234567890', 7],
    });
  });

  it('leaves long digits inside texts and long fractions as they are', () => {
    const text = '{"call":"00491234567890123456","share":0.12345678901234567,"far":12345678901234567e3}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it('reads texts with raw line breaks and tabs in them', () => {
    expect(parseJson('{"description":"First\nSecond\t\\"quoted\\"\r\n"}')).toEqual({
      description: 'First\nSecond\t"quoted"\r\n',
    });
  });

  it('is undefined for what is no JSON', () => {
    for (const text of ['', '<!doctype html><p>Hello</p>', '{"a":', 'null,']) expect(parseJson(text)).toBeUndefined();
  });

  it('changes nothing about JSON whose numbers are safe', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/(?<![\d.eE+])\d{16,}(?![\d.eE])/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""')));
        expect(JSON.parse(mendedJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
