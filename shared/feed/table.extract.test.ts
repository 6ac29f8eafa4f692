import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourcePosting } from './posting.schema.ts';
import { readTable } from './table.extract.ts';

describe('lists of postings as files', () => {
  it('recognises columns by their names in English, in any order', () => {
    const { postings, rejected, ignored } = readTable(
      'Link,Job Title,Company,City,Country,Min Salary,Max Salary,Currency,Salary Period,Posted,Deadline,Colour,Remote,ID\n' +
        'https://a.example/1,Baker,Crumb Ltd,Leeds,UK,"24,000",27000,GBP,year,2026-09-01,24/09/2026,blue,hybrid,7\n',
    );
    expect(rejected).toEqual([]);
    expect(ignored).toEqual(['Colour']);
    expect(postings[0]).toMatchObject({
      source: 'table',
      sourceId: 'a.example:7',
      url: 'https://a.example/1',
      title: 'Baker',
      company: 'Crumb Ltd',
      places: [{ text: 'Leeds, UK', city: 'Leeds', country: 'GB' }],
      pay: { min: 24_000, max: 27_000, currency: 'GBP', period: 'year' },
      remote: { kind: 'hybrid' },
      postedAt: '2026-09-01T00:00:00.000Z',
      expiresAt: '2026-09-25T09:59:59.000Z',
    });
  });

  it.each([
    [
      'German',
      'Stellenbezeichnung;Firma;Standort;Link;Beschreibung;Gehalt\nBäcker (m/w/d);Brot GmbH;Köln;https://b.example/1;Teig kneten;45.000 € pro Jahr',
    ],
    [
      'French',
      'Intitulé du poste\tEntreprise\tLieu\tLien\tDescriptif\tSalaire\nBoulanger\tPain SA\tLyon\thttps://b.example/1\tPétrir\t30000 € par an',
    ],
    [
      'Spanish',
      'Puesto|Empresa|Ubicación|Enlace|Descripción|Salario\nPanadero|Pan SL|Madrid|https://b.example/1|Amasar|24000 € por año',
    ],
  ])('reads %s columns and separators', (_, text) => {
    const { postings } = readTable(text);
    expect(postings[0]).toMatchObject({ url: 'https://b.example/1', pay: { currency: 'EUR', period: 'year' } });
    expect(postings[0]?.places[0]?.city).not.toBeNull();
    expect(postings[0]?.description).not.toBe('');
  });

  it('reads what Windows programs write, and UTF-16', () => {
    const latin = Uint8Array.from('title;url;company\nKüchenchef;https://a.example/1;Café', (letter) =>
      letter.charCodeAt(0),
    );
    expect(readTable(latin).postings[0]).toMatchObject({ title: 'Küchenchef', company: 'Café' });
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from('title,url\nCook,https://a.example/1', (c) => c.charCodeAt(0)).buffer),
    ]);
    expect(readTable(wide).postings[0]?.title).toBe('Cook');
  });

  it('rejects a bad row with its line in the file, also after texts of several lines, and takes the rest', () => {
    const { postings, rejected } = readTable(
      'title,url,description\nBaker,https://a.example/1,"one\ntwo\nthree"\n,https://a.example/2,x\nSmith,javascript:alert(1),x\nCook,https://a.example/3,x\nCook,https://a.example/3,x\n',
    );
    expect(postings.map(({ title }) => title)).toEqual(['Baker', 'Cook']);
    expect(rejected).toEqual([
      { line: 5, sourceId: null, code: 'feed.without_title' },
      { line: 6, sourceId: null, code: 'feed.without_address' },
      { line: 8, sourceId: 'https://a.example/3', code: 'feed.repeated' },
    ]);
  });

  it('reads JSON lists, lists inside an object, and one object a line', () => {
    const row = { position: 'Pilot', company: { name: 'Wing' }, link: 'https://a.example/1', tags: ['air', 'sea'] };
    for (const text of [
      JSON.stringify([row]),
      JSON.stringify({ count: 1, jobs: [row] }),
      `${JSON.stringify(row)}\n${JSON.stringify({ ...row, link: 'https://a.example/2' })}`,
    ])
      expect(readTable(text).postings[0]).toMatchObject({
        title: 'Pilot',
        company: 'Wing',
        categories: ['air', 'sea'],
      });
  });

  it('says which columns are missing, and refuses what is no table', () => {
    expect(() => readTable('colour,size\nblue,4')).toThrow(
      expect.objectContaining({ code: 'feed.no_columns', details: { columns: ['colour', 'size'] } }),
    );
    for (const none of ['<html><body>no</body></html>', '{"a":1}', '{"jobs":[{"title"', 'PK\u0003\u0004\0\0'])
      expect(() => readTable(none)).toThrow(expect.objectContaining({ code: 'feed.unreadable' }));
    expect(() => readTable('')).toThrow();
  });

  it('refuses more rows than a file may have', () => {
    const many = `title,url\n${'Cook,https://a.example/1\n'.repeat(10_001)}`;
    expect(() => readTable(many)).toThrow(expect.objectContaining({ code: 'feed.too_many' }));
  });

  it('gives postings of the normal form and accounts for every row, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('=1+1', '<script>x</script>', '9999999999999999999', 'https://a.example/x', '"', '12/13/2026'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: cell, url: cell, salary: cell, posted: cell, remote: cell, location: cell }), {
          minLength: 1,
          maxLength: 8,
        }),
        (rows) => {
          const { postings, rejected } = readTable(JSON.stringify(rows));
          expect(postings.length + rejected.length).toBe(rows.length);
          for (const one of postings) expect(SourcePosting.safeParse(one).success).toBe(true);
        },
      ),
    );
  });
});
