import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractRtf } from './rtf.extract.ts';

const textOf = (rtf: string): string =>
  extractRtf(strToU8(rtf))
    .items.map((i) => i.text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();

describe('rich text', () => {
  it('decodes bytes by the code page of the file', () => {
    expect(textOf(String.raw`{\rtf1\ansi\ansicpg1252 Ren\'e9 \'93Caf\'e9\'94 \'96 2019\par}`)).toBe(
      'René “Café” – 2019',
    );
    expect(textOf(String.raw`{\rtf1\ansi\ansicpg1251 \'c8\'e2\'e0\'ed \'cf\'e5\'f2\'f0\'ee\'e2\par}`)).toBe(
      'Иван Петров',
    );
    expect(textOf(String.raw`{\rtf1\ansi\ansicpg936 \'c0\'ee\'d0\'a1\'c3\'f7\par}`)).toBe('李小明');
    expect(textOf(String.raw`{\rtf1\ansi\uc1 \u26446?\u23567?\u26126?\par}`)).toBe('李小明');
  });

  it('leaves out hidden text and tells when it was saved', () => {
    const rtf = String.raw`{\rtf1\ansi{\*\generator Quill 3.1;}{\info{\revtim\yr2012\mo3\dy4\hr10}}Gardener {\v rank first }at Larkspur\par}`;
    expect(textOf(rtf)).toBe('Gardener at Larkspur');
    expect(extractRtf(strToU8(rtf)).facts).toMatchObject({ producer: 'Quill 3.1', modifiedAt: '2012-03-04' });
  });
});
