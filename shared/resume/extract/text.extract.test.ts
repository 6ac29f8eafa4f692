import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readResume } from '../resume.extract.ts';
import { decodeText, decodeWindows1252 } from './encoding.rules.ts';
import { extractText } from './text.extract.ts';

const CHINESE =
  '李小明，男，一九八五年出生，现任北京某公司高级工程师。负责带领九名工程师完成计费平台的迁移工作，将每月成本降低三分之一。教育背景：北京大学，计算机科学与技术专业，本科学历。';
const RUSSIAN =
  'Иван Петров, инженер. Руководил командой из девяти разработчиков и перенёс систему расчётов в новый центр обработки данных.';
const FRENCH = 'Chargée de clientèle à Besançon, où j’ai géré neuf employés très motivés.';

const encoded = (text: string, decode: (byte: Uint8Array) => string): Uint8Array => {
  const bytes = new Map(Array.from({ length: 256 }, (_, i) => [decode(Uint8Array.of(i)), i] as const));
  return Uint8Array.from([...text].map((c) => bytes.get(c) ?? 63));
};
/** GB2312 of a text, by asking the decoder what every pair of bytes is. */
function gb(text: string): Uint8Array {
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0xa1; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      pairs.set(new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from([...text].flatMap((c) => pairs.get(c) ?? [c.charCodeAt(0)]));
}
const utf16 = (text: string, { bom, big }: { bom: boolean; big: boolean }): Uint8Array => {
  const out = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(big ? out.swap16() : out);
};

describe('encodings of text files', () => {
  it.each([
    ['UTF-8', FRENCH, strToU8(FRENCH)],
    ['UTF-8 with a byte order mark', FRENCH, strToU8(`\ufeff${FRENCH}`)],
    ['UTF-16', RUSSIAN, utf16(RUSSIAN, { bom: true, big: false })],
    ['UTF-16 big-endian', FRENCH, utf16(FRENCH, { bom: true, big: true })],
    ['UTF-16 without a mark', FRENCH, utf16(FRENCH, { bom: false, big: false })],
    ['Windows-1252', FRENCH, encoded(FRENCH, decodeWindows1252)],
    ['Windows-1251', RUSSIAN, encoded(RUSSIAN, (b) => new TextDecoder('windows-1251').decode(b))],
    ['GB2312', CHINESE, gb(CHINESE)],
    ['UTF-8 decoded wrongly and saved', FRENCH, strToU8(decodeWindows1252(strToU8(FRENCH)))],
  ])('reads %s', (_, text, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('knows the dashes and quotation marks of Windows-1252', () => {
    const bytes = Uint8Array.from([0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x95, 0x80, 0x20, 0xe9]);
    expect(decodeText(bytes)).toBe('“A” – •€ é');
  });

  it('gives back any text that is saved as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/^\ufeff|\0|[ÃÂâÐÑ]/u.test(text));
        expect(decodeText(strToU8(text))).toBe(text);
      }),
    );
  });
});

describe('layout of text files', () => {
  it('keeps two columns set by spaces apart', async () => {
    const left = [
      'CONTACT',
      'agnes@example.org',
      '+44 20 7946 0018',
      '',
      'SKILLS',
      'Pruning',
      'Grafting',
      'Soil science',
      '',
      'LANGUAGES',
      'English',
      'French',
      '',
    ];
    const right = [
      'EXPERIENCE',
      'Head Gardener',
      'Larkspur Nurseries Ltd',
      '04/2016 - 08/2021',
      'Planted four hectares of orchard with nine apprentices',
      '',
      'Gardener',
      'Foxglove Estates Ltd',
      '01/2010 - 03/2016',
      'Kept the walled garden and its glass houses in order',
      '',
      'EDUCATION',
      'BSc Horticulture, Northmoor College, 2006 - 2009',
    ];
    const text = ['Agnes Wetherby', '', ...left.map((cell, i) => cell.padEnd(30) + (right[i] ?? ''))].join('\n');
    const { resume } = await readResume({ bytes: strToU8(text), fileName: 'agnes.txt' });
    expect(resume.work?.map((w) => [w.position, w.name, w.startDate])).toEqual([
      ['Head Gardener', 'Larkspur Nurseries Ltd', '2016-04'],
      ['Gardener', 'Foxglove Estates Ltd', '2010-01'],
    ]);
    expect(resume.skills?.map((s) => s.name)).toEqual(['Pruning', 'Grafting', 'Soil science']);
  });

  it('takes dates at the right margin and indented lists for one column', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      `${`Gardener at Estate ${i}`.padEnd(40 + i)}201${i % 10}`,
      `  - kept garden ${i} and its walls`,
    ]).flat();
    expect(extractText(strToU8(rows.join('\n'))).ordered).toBe(true);
  });

  it('reads what stands in a frame', () => {
    const framed = [
      '┌────────────────┐',
      '│ Agnes Wetherby │',
      '├───────┬────────┤',
      '│ Skill │ Years  │',
      '└───────┴────────┘',
      '+-------+',
      '| plain |',
      '+-------+',
    ];
    const { items } = extractText(strToU8(framed.join('\n')));
    expect(items.map((i) => i.text.trim())).toEqual(['Agnes Wetherby', 'Skill', 'Years', 'plain']);
  });
});
