import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  amountOf,
  at,
  closingOf,
  entriesAt,
  instantOf,
  jsonOf,
  lineOf,
  nextPage,
  placeFrom,
  rangeOf,
  readEntries,
  remoteFrom,
} from './answer.rules.ts';
import { posting } from './posting.schema.ts';

describe('moments', () => {
  it.each([
    ['2026-08-03', '2026-08-03T00:00:00.000Z'],
    ['2026-07-28T14:23:05', '2026-07-28T14:23:05.000Z'],
    ['2026-08-10T00:00:00.0000', '2026-08-10T00:00:00.000Z'],
    ['2022-11-13T04:39:15.7820007+00:00', '2022-11-13T04:39:15.000Z'],
    ['2026-08-05 09:41:37 UTC', '2026-08-05T09:41:37.000Z'],
    ['2026-02-04T09:26:20+01:00', '2026-02-04T08:26:20.000Z'],
    ['Wed, 19 Aug 2026 23:10:38 GMT', '2026-08-19T23:10:38.000Z'],
    ['19 August 2026 10:00 EST', '2026-08-19T15:00:00.000Z'],
    ['Sun, 20 Sep 2026 04:59:00:0', '2026-09-20T04:59:00.000Z'],
    ['30/10/2026', '2026-10-30T00:00:00.000Z'],
    [1_785_704_722, '2026-08-02T21:05:22.000Z'],
    [1_785_704_722_000, '2026-08-02T21:05:22.000Z'],
    ['1785704722', '2026-08-02T21:05:22.000Z'],
  ])('reads %s', (written, instant) => expect(instantOf(written)).toBe(instant));

  it.each([
    '',
    'soon',
    '2026-02-31',
    '31/02/2026',
    '0001-01-01',
    '9999-12-31',
    '2026-13-01',
    5,
    -1,
    Number.NaN,
    null,
    {},
    ['2026-01-01'],
  ])('takes %s for no moment', (written) => expect(instantOf(written)).toBeNull());

  it('keeps a closing time, and lets a closing day last until it has ended in Hawaii', () => {
    expect(closingOf('2026-08-24T17:00:00Z')).toBe('2026-08-24T17:00:00.000Z');
    expect(closingOf('2026-08-24')).toBe('2026-08-25T09:59:59.000Z');
    expect(closingOf('never')).toBeNull();
  });

  it('gives an instant or null for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.date().map(String)), (written) => {
        const read = instantOf(written);
        if (read !== null) expect(new Date(read).toISOString()).toBe(read);
      }),
    );
  });
});

describe('single fields', () => {
  it('makes one line of plain text, and null of what is none', () => {
    expect(lineOf(' Senior <b>Cook</b>\n &amp; Baker ', 50)).toBe('Senior Cook & Baker');
    expect(lineOf('abcdef', 3)).toBe('abc');
    for (const none of ['', '  ', '<b></b>', null, undefined, {}, [], true]) expect(lineOf(none, 50)).toBeNull();
  });

  it('reads amounts in figures and text, and turns a range that runs backwards', () => {
    expect(amountOf('12,500.50')).toBe(12_500.5);
    for (const none of ['-3', 'a lot', '1e9', Number.POSITIVE_INFINITY, -1, null]) expect(amountOf(none)).toBeNull();
    expect(rangeOf('50', 40)).toEqual({ min: 40, max: 50 });
    expect(rangeOf(0, 0)).toBeNull();
  });

  it('takes only web addresses without a name and password for addresses', () => {
    expect(addressOf('https://a.example:443/x')).toBe('https://a.example/x');
    expect(addressOf('/x', 'https://a.example/feed')).toBe('https://a.example/x');
    for (const none of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://u:p@a.example',
      'x',
      '',
      null,
      `https://a.example/${'x'.repeat(2001)}`,
    ])
      expect(addressOf(none)).toBeNull();
  });

  it('does not take what an object inherits for a field', () => {
    expect(at({ a: { b: 1 } }, 'a', 'b')).toBe(1);
    expect(at(null, 'a')).toBeUndefined();
    expect(at('text', 'length')).toBeUndefined();
  });

  it('knows a country by code and by name', () => {
    expect(placeFrom({ city: 'Turin', country: 'Italy' })).toEqual({
      text: 'Turin, Italy',
      city: 'Turin',
      region: null,
      country: 'IT',
    });
    expect(placeFrom({ city: 'Turin', country: 'Atlantis' })?.country).toBeNull();
    expect(placeFrom({})).toBeNull();
  });
});

describe('where remote work may be done from', () => {
  it('names the countries where every part of the words is known', () => {
    expect(remoteFrom('USA, Canada').countries).toEqual(['US', 'CA']);
    expect(remoteFrom('Remote (UK only)').countries).toEqual(['GB']);
  });

  it('shuts nobody out where the words are open, missing or only half understood', () => {
    for (const words of ['Worldwide', null, 'Anywhere in the World', 'Lands of the north, UK'])
      expect(remoteFrom(words).countries).toEqual([]);
    expect(remoteFrom('Lands of the north, UK').text).toBe('Lands of the north, UK');
  });
});

describe('answers', () => {
  const entry = (id: string) =>
    posting({ source: 's', sourceId: id, url: 'https://a.example/1', title: 'Cook', description: '' });

  it('stop for what is no JSON or holds no list', () => {
    expect(() => jsonOf('<html>')).toThrow(expect.objectContaining({ code: 'feed.unreadable' }));
    expect(() => entriesAt({ jobs: {} }, 'jobs')).toThrow(expect.objectContaining({ code: 'feed.unreadable' }));
  });

  it('give each entry its own fate: read, skipped, refused with its code, or broken', () => {
    const { postings, rejected } = readEntries(['a', 'skip', 'no', 'throw', 'bad', 'a'], {
      idOf: (name) => name,
      read: (name) => {
        if (name === 'skip') return 'skip';
        if (name === 'no') return { reject: 'feed.no_advert' };
        if (name === 'throw') throw new Error('broken');
        return name === 'bad' ? { ...entry('x'), url: 'nowhere' } : entry(String(name));
      },
    });
    expect(postings.map(({ sourceId }) => sourceId)).toEqual(['a']);
    expect(rejected).toEqual([
      { sourceId: 'no', code: 'feed.no_advert' },
      { sourceId: 'throw', code: 'feed.unreadable' },
      { sourceId: 'bad', code: 'feed.unreadable' },
    ]);
  });

  it('lead on only at the same host and over TLS', () => {
    const next = (url: string) => nextPage(url, { host: 'a.example', parameter: 'page', value: 2 })?.url;
    expect(next('https://a.example/jobs?page=1&q=x')).toBe('https://a.example/jobs?page=2&q=x');
    expect(next('https://b.example/jobs?page=1')).toBeUndefined();
    expect(next('http://a.example/jobs?page=1')).toBeUndefined();
  });
});
