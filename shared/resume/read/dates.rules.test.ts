import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONTHS } from './dates.data.ts';
import { findDates, withoutDates } from './dates.rules.ts';

const one = (text: string): string => {
  const found = findDates(text)[0];
  if (found === undefined) return 'none';
  return found.kind === 'point' ? (found.end ?? '') : `${found.start}..${found.end ?? 'now'}`;
};

describe('dates in resumes', () => {
  it.each([
    ['Jan 2020 - Present', '2020-01..now'],
    ['Sept. 2018 to June 2019', '2018-09..2019-06'],
    ['June – August 2020', '2020-06..2020-08'],
    ['Summer 2022', '2022-06'],
    ["Aug '19 – Sep '20", '2019-08..2020-09'],
    ['10/2020 – heute', '2020-10..now'],
    ['seit 03/2019', '2019-03..now'],
    ['01.10.2017 - 31.08.2018', '2017-10-01..2018-08-31'],
    ['Août 24 – Présent', '2024-08..now'],
    ['Septembre 2021 - Aujourd’hui', '2021-09..now'],
    ['1er janvier 2019 au 3 mars 2020', '2019-01-01..2020-03-03'],
    ['octubre de 2018 - junio de 2020', '2018-10..2020-06'],
    ['2015 - Actualidad', '2015..now'],
    ['março de 2017 até o momento', '2017-03..now'],
    ['gennaio 2016 – oggi', '2016-01..now'],
    ['mei 2014 tot heden', '2014-05..now'],
    ['kwiecień 2018 – obecnie', '2018-04..now'],
    ['maj 2018 – pågående', '2018-05..now'],
    ['Mayıs 2019 – Halen', '2019-05..now'],
    ['2015.11至今', '2015-11..now'],
    ['2019年9月-2021年6月', '2019-09..2021-06'],
    ['जनवरी 2019 – वर्तमान', '2019-01..now'],
    ['2018-', '2018..now'],
    ['2018/19', '2018..2019'],
    ['2010-2014', '2010..2014'],
    ['2022/01-2023/05', '2022-01..2023-05'],
    ['03-2011 / 08-2013', '2011-03..2013-08'],
    ['2011-03/2013-08', '2011-03..2013-08'],
    ['seit 04/17', '2017-04..now'],
    ['Gesellenbrief (07/11)', '2011-07'],
    ['da maggio 2018', '2018-05..now'],
    ['dall’aprile 2018', '2018-04..now'],
    ['10/2017 – a oggi', '2017-10..now'],
    ['Mart 2016 - günümüze kadar', '2016-03..now'],
    ['2013 hasta el día de hoy', '2013..now'],
    ['2018 onwards', '2018..now'],
    ['2014 yılından bu yana', '2014..now'],
    ['Expected Graduation: June 2026', '2026-06'],
  ])('reads %s', (text, expected) => expect(one(text)).toBe(expected));

  it.each(['(902) 330-1831', 'ISO 9001:2015', 'served 2000 users', 'saved $2019', '12345', 'may improve'])(
    'sees no date in %s',
    (text) => expect(findDates(text)).toEqual([]),
  );

  it('reads every month name of every language with a year, and cuts exactly what it read', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 11 })
          .chain((m) => fc.record({ month: fc.constant(m), name: fc.constantFrom(...(MONTHS[m] ?? [])) })),
        fc.integer({ min: 1960, max: 2039 }),
        ({ month, name }, year) => {
          // A short form may name an earlier month of another language (`mar`, `gen`): the first list wins.
          const owner = MONTHS.findIndex((names) => names.some((n) => n.normalize('NFC') === name.normalize('NFC')));
          const text = `Acme ${name} ${year} Berlin`;
          const [found] = findDates(text);
          expect(found?.end).toBe(`${year}-${String((owner < 0 ? month : owner) + 1).padStart(2, '0')}`);
          expect(withoutDates(text, found === undefined ? [] : [found]).replace(/\s+/g, ' ')).toBe('Acme Berlin');
        },
      ),
    );
  });

  it('reads back any range written in numbers, with its ends in order', () => {
    const point = fc.record({ year: fc.integer({ min: 1955, max: 2030 }), month: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(point, point, fc.constantFrom(' - ', ' – ', '-', ' bis ', ' to ', ' à ', '~'), (a, b, joint) => {
        const [from, to] = [a, b].sort((p, q) => p.year - q.year || p.month - q.month);
        if (from === undefined || to === undefined) return;
        const show = (p: { year: number; month: number }) => `${String(p.month).padStart(2, '0')}/${p.year}`;
        const iso = (p: { year: number; month: number }) => `${p.year}-${String(p.month).padStart(2, '0')}`;
        expect(one(`${show(from)}${joint}${show(to)}`)).toBe(`${iso(from)}..${iso(to)}`);
      }),
    );
  });

  it('finds places inside the text whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const date of findDates(`${text} 2019 – 2021 ${text}`)) {
          expect(date.index).toBeGreaterThanOrEqual(0);
          expect(date.length).toBeGreaterThan(0);
          for (const end of [date.start, date.end])
            expect(end ?? '2000').toMatch(/^(19[5-9]\d|20[0-4]\d)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
        }
      }),
    );
  });
});

const all = (text: string): string =>
  findDates(text, { asOf: '2024-11-01' })
    .map((d) => (d.kind === 'point' ? d.end : `${d.start}..${d.end ?? ''}`))
    .join(' ; ');

describe('dates as people write them', () => {
  it.each([
    ["'19 – '21", '2019..2021'],
    ['Q3 2019 – Q1 2021', '2019-07..2021-01'],
    ['Q2/2020', '2020-04'],
    ['3. Quartal 2019', '2019-07'],
    ['WS 2018/19 – SS 2020', '2018-10..2020-04'],
    ['WiSe 2018/2019', '2018-10'],
    ['SoSe 2020', '2020-04'],
    ['Wintersemester 2015/16 bis Sommersemester 2019', '2015-10..2019-04'],
    ["Fall '21", '2021-09'],
    ['Fall 2018 - Spring 2020', '2018-09..2020-03'],
    ['printemps 2020', '2020-03'],
    ['Sommer 2022', '2022-06'],
    ['été 2019', '2019-06'],
    ['verano de 2018', '2018-06'],
    ['sommaren 2019', '2019-06'],
    ['hösten 2017 – våren 2018', '2017-09..2018-03'],
    ['lato 2019', '2019-06'],
    ['stycznia 2019 – marca 2020', '2019-01..2020-03'],
    ['od stycznia 2019', '2019-01..'],
    ['styczeń 2015 – grudzień 2018', '2015-01..2018-12'],
    ['październik 2016 – wrzesień 2017', '2016-10..2017-09'],
    ["Ocak 2019'dan beri", '2019-01..'],
    ["2019'dan beri", '2019..'],
    ["Mart 2018'de", '2018-03'],
    ['Ağustos 2016 – Eylül 2019', '2016-08..2019-09'],
    ['2017 - devam ediyor', '2017..'],
    ["Ocak 2020'den beri", '2020-01..'],
    ['Haziran 2018 - halen', '2018-06..'],
    ['जनवरी 2019 – मार्च 2021', '2019-01..2021-03'],
    ['२०१९ – २०२१', '2019..2021'],
    ['जनवरी २०२० – वर्तमान', '2020-01..'],
    ['2018 से 2020 तक', '2018..2020'],
    ['2019 से वर्तमान', '2019..'],
    ['जून 2019 से अब तक', '2019-06..'],
    ['2019年9月–2023年1月', '2019-09..2023-01'],
    ['2015.11至今', '2015-11..'],
    ['2019.09~2023.01', '2019-09..2023-01'],
    ['2019/09-2023/01', '2019-09..2023-01'],
    ['2024年至今', '2024..'],
    ['2018年7月 - 至今', '2018-07..'],
    ['2016年—2018年', '2016..2018'],
    ['2019年09月01日至2020年10月', '2019-09-01..2020-10'],
    ['2012.9-2016.6', '2012-09..2016-06'],
    ['二〇一九年九月', '2019-09'],
    ['seit 05/2019', '2019-05..'],
    ['seit Mai 2019', '2019-05..'],
    ['ab 01.03.2020', '2020-03-01..'],
    ['bis 03/2018', '2018-03'],
    ['01.04.19 – 30.09.21', '2019-04-01..2021-09-30'],
    ['04/19 – 09/21', '2019-04..2021-09'],
    ['von 2015 bis 2018', '2015..2018'],
    ['10/2016–heute', '2016-10..'],
    ['depuis mars 2019', '2019-03..'],
    ['de mars 2015 à juin 2017', '2015-03..2017-06'],
    ['Août 24 – Présent', '2024-08..'],
    ['janv. 2018 – aujourd’hui', '2018-01..'],
    ['Sept. 2016 - Déc. 2017', '2016-09..2017-12'],
    ['depuis 2020', '2020..'],
    ['mars 2019 à ce jour', '2019-03..'],
    ['du 01/09/2018 au 31/08/2019', '2018-09-01..2019-08-31'],
    ['desde marzo de 2019', '2019-03..'],
    ['marzo 2015 – junio 2017', '2015-03..2017-06'],
    ['ene. 2018 - actualidad', '2018-01..'],
    ['de 2012 a 2015', '2012..2015'],
    ['mayo 2016 hasta la fecha', '2016-05..'],
    ['jan de 2018 - atual', '2018-01..'],
    ['março de 2015 – até o momento', '2015-03..'],
    ['fev/2016 a dez/2018', '2016-02..2018-12'],
    ['desde 2019', '2019..'],
    ['02/2015 até 03/2018', '2015-02..2018-03'],
    ['outubro de 2022 - julho de 2023', '2022-10..2023-07'],
    ['dal 2018', '2018..'],
    ['dal 2015 al 2018', '2015..2018'],
    ['da gennaio 2019 a oggi', '2019-01..'],
    ['set. 2016 – in corso', '2016-09..'],
    ['01/2015 – ad oggi', '2015-01..'],
    ['sinds mei 2019', '2019-05..'],
    ['mrt 2015 – okt 2018', '2015-03..2018-10'],
    ['van 2012 tot 2016', '2012..2016'],
    ['2016 t/m 2018', '2016..2018'],
    ['sept. 2018 - heden', '2018-09..'],
    ['sedan 2019', '2019..'],
    ['jan 2018 – pågående', '2018-01..'],
    ['maj 2016 - nu', '2016-05..'],
    ['augusti 2015 – juni 2017', '2015-08..2017-06'],
    ['2014-08 – 2016-05', '2014-08..2016-05'],
    ['od 2018', '2018..'],
    ['09.2015 – obecnie', '2015-09..'],
    ['2015 – nadal', '2015..'],
    ['Jan 2018 - Present', '2018-01..'],
    ['January 2018 to date', '2018-01..'],
    ['May 2019 – current', '2019-05..'],
    ['2019 -', '2019..'],
    ['2018–', '2018..'],
    ['06/2017 – Now', '2017-06..'],
    ['Jun 2019 – Aug 2019', '2019-06..2019-08'],
    ['June – August 2019', '2019-06..2019-08'],
    ['Jan-Mar 2018', '2018-01..2018-03'],
    ['2015-16', '2015..2016'],
    ['2015/16', '2015..2016'],
    ['Expected May 2026', '2026-05'],
    ['Class of 2019', '2019'],
    ['05/2019', '2019-05'],
    ['2019-05-01 - 2020-06-30', '2019-05-01..2020-06-30'],
    ['Sept 2O19 - 2O2l', '2019-09..2021'],
    ['Jan 2Ol8', '2018-01'],
    ['O5/2019 - l2/2020', '2019-05..2020-12'],
    ['August, 2015 through May, 2018', '2015-08..2018-05'],
    ['1st March 2018 – 30th June 2020', '2018-03-01..2020-06-30'],
    ['since 2019', '2019..'],
    ["Jun '15 – Aug '17", '2015-06..2017-08'],
    ['Dec-15 to Jan-18', '2015-12..2018-01'],
    ['2015 – 2016, 2018 – 2019', '2015..2016 ; 2018..2019'],
  ])('%s is %s', (text, expected) => expect(all(text)).toBe(expected));

  it.each([
    'Tel. 030 2019 2021',
    '+49 2019 1998',
    '10115 Berlin',
    '$2015',
    '2000 users',
    'Windows 2012',
    'Office 2016',
    'SQL Server 2019',
    'ISO 27001:2013',
    'v2019.3',
    '3 years',
    '12/15 points',
    '50-60%',
    '(555) 555-2019',
    'ES2015',
    '2.000.000 €',
    '1990s',
    'ISO 9001:2015',
    'Visual Studio 2019, Excel 2016',
  ])('%s is no date', (text) => expect(all(text)).toBe(''));

  const LOCALES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'tr', 'zh', 'hi'];
  const NOW: Record<string, string> = {
    en: 'present',
    de: 'heute',
    fr: 'aujourd’hui',
    es: 'actualidad',
    pt: 'atual',
    it: 'oggi',
    nl: 'heden',
    pl: 'obecnie',
    sv: 'nuvarande',
    tr: 'halen',
    zh: '至今',
    hi: 'वर्तमान',
  };

  it.each(LOCALES)('a range is read back as it was written in %s, months long and short, open and closed', (locale) => {
    const point = fc.record({ year: fc.integer({ min: 1961, max: 2023 }), month: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(
        point,
        fc.option(point),
        fc.constantFrom<'long' | 'short'>('long', 'short'),
        fc.constantFrom(' – ', ' - ', '—'),
        (a, b, month, joint) => {
          const [from, to] = b === null ? [a] : [a, b].sort((p, q) => p.year - q.year || p.month - q.month);
          if (from === undefined) return;
          const format = new Intl.DateTimeFormat(locale, { month, year: 'numeric' });
          const show = (p: { year: number; month: number }): string => format.format(new Date(p.year, p.month - 1, 15));
          const iso = (p: { year: number; month: number }): string => `${p.year}-${String(p.month).padStart(2, '0')}`;
          const text = `${show(from)}${joint}${to === undefined ? NOW[locale] : show(to)}`;
          expect(all(text), text).toBe(`${iso(from)}..${to === undefined ? '' : iso(to)}`);
        },
      ),
      { numRuns: 60 },
    );
  });
});
