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
