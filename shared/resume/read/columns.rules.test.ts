import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { column, extracted, put } from '../../../tests/support/page.ts';
import { readingOrder } from './columns.rules.ts';
import type { TextItem } from './item.schema.ts';

const read = (items: TextItem[]): string[] => readingOrder(extracted(items)).lines.map((l) => l.text);

const SIDEBAR = [
  'Contact',
  'jane@example.com',
  '+44 20 7946 0018',
  'Leeds',
  '',
  'Skills',
  'Welding',
  'Brazing',
  'Grinding',
];
const MAIN = [
  'Experience',
  'Welder, Holt Fabrications',
  'Welded frames for trailers and kept the workshop',
  'in order for the two apprentices who came each',
  'summer to learn the trade from us.',
  'Education',
  'Level 3 Diploma, Leeds City College',
];

describe('reading order', () => {
  it('takes a sidebar apart from the text beside it', () => {
    expect(read([...column(SIDEBAR, { x: 30, y: 100 }), ...column(MAIN, { x: 220, y: 103 })])).toEqual([
      ...SIDEBAR.filter((t) => t !== ''),
      ...MAIN,
    ]);
  });

  it('keeps the title with the name over it where a sidebar begins a little below the name', () => {
    const head = [
      put({ text: 'Jane Fairburn', x: 220, y: 80, fontSize: 20 }),
      put({ text: 'Coded welder', x: 220, y: 104 }),
    ];
    const lines = read([...head, ...column(SIDEBAR, { x: 30, y: 100 }), ...column(MAIN, { x: 220, y: 140 })]);
    expect(lines.slice(0, 3)).toEqual(['Jane Fairburn', 'Coded welder', 'Contact']);
  });

  it('keeps dates in a gutter beside their text', () => {
    const lines = read(
      [
        ['2019 – 2021', 'Welder at Holt Fabrications in Leeds'],
        ['', 'Welded frames for trailers and kept order'],
        ['2016 – 2019', 'Fitter at Dunmore Engines in Bradford'],
        ['', 'Fitted pumps and valves for ships engines'],
        ['2014 – 2016', 'Apprentice at Dunmore Engines, Bradford'],
        ['', 'Learnt the trade from the oldest of hands'],
        ['2012 – 2014', 'Warehouse work at a big shop in the city'],
        ['', 'Moved pallets, counted and kept the books'],
      ].flatMap(([date = '', text = ''], i) => [
        ...(date === '' ? [] : [put({ text: date, x: 40, y: 100 + i * 14 })]),
        put({ text, x: 130, y: 100 + i * 14 }),
      ]),
    );
    expect(lines[0]).toContain('2019 – 2021');
    expect(lines[0]).toContain('Welder at Holt');
    expect(lines).toHaveLength(8);
  });

  it('goes on with a sidebar on the next page before the main column', () => {
    const second = ['Languages', 'English', 'Polish', 'Danish', 'Dutch'];
    const lines = read([
      ...column(SIDEBAR, { x: 30, y: 100 }),
      ...column(MAIN, { x: 220, y: 103 }),
      ...column(second, { x: 30, y: 60, page: 2 }),
      ...column(['Volunteering', ...MAIN.slice(2, 5), 'and helped on Sundays'], { x: 220, y: 62, page: 2 }),
    ]);
    expect(lines.indexOf('Languages')).toBeLessThan(lines.indexOf('Experience'));
    expect(lines.indexOf('Volunteering')).toBeGreaterThan(lines.indexOf('Education'));
  });

  it('goes on with the left column where the next page holds nothing else', () => {
    const lines = read([
      ...column(MAIN, { x: 30, y: 103 }),
      ...column(SIDEBAR, { x: 400, y: 100 }),
      ...column(['Fitter, Dunmore Engines', 'Fitted pumps'], { x: 30, y: 60, page: 2 }),
    ]);
    expect(lines.indexOf('Fitter, Dunmore Engines')).toBe(lines.indexOf('Level 3 Diploma, Leeds City College') + 1);
  });

  it('reads what stands over both columns first', () => {
    const lines = read([
      put({ text: 'Jane Miller', x: 220, y: 40, fontSize: 20 }),
      put({ text: 'Welder and fitter', x: 220, y: 68 }),
      ...column(SIDEBAR, { x: 30, y: 100 }),
      ...column(MAIN, { x: 220, y: 100 }),
    ]);
    expect(lines.slice(0, 2)).toEqual(['Jane Miller', 'Welder and fitter']);
  });

  it('parts columns by headings that stand side by side, however short their lists', () => {
    expect(
      read([
        ...column(['Awards', 'Best welder 2019', 'Apprentice of the year'], { x: 40, y: 100 }),
        ...column(['Languages', 'English', 'Polish'], { x: 260, y: 100 }),
        ...column(['Interests', 'Rowing', 'Chess'], { x: 440, y: 100 }),
      ]),
    ).toEqual([
      'Awards',
      'Best welder 2019',
      'Apprentice of the year',
      'Languages',
      'English',
      'Polish',
      'Interests',
      'Rowing',
      'Chess',
    ]);
  });

  it('starts on the right where the text runs to the left', () => {
    const lines = read([
      ...column(['الخبرات', 'مهندس برمجيات'], { x: 500, y: 100, rtl: true }).map((i) => ({ ...i, x: 560 - i.width })),
    ]);
    expect(lines).toEqual(['الخبرات', 'مهندس برمجيات']);
    const [row] = read([
      put({ text: 'الهاتف', x: 500, y: 100, rtl: true }),
      put({ text: 'القاهرة', x: 100, y: 100, rtl: true }),
    ]);
    expect(row).toBe('الهاتف  القاهرة');
  });

  it('puts a date that its gutter broke back together', () => {
    const lines = read([
      put({ text: 'septembre 2015 – août', x: 40, y: 100 }),
      put({ text: 'Professeure des écoles', x: 180, y: 100 }),
      put({ text: '2019', x: 120, y: 114 }),
      put({ text: 'Classe de 26 élèves', x: 180, y: 114 }),
    ]);
    expect(lines).toEqual(['septembre 2015 – août 2019  Professeure des écoles', 'Classe de 26 élèves']);
  });

  it('puts the rows of a table whose cells wrap back together', () => {
    const lines = read([
      ...['Makine Mühendisliği,', 'Dokuz Eylül Üniversitesi,', '09.2011 -'].map((text, i) =>
        put({ text, x: 50 + i * 150, y: 100 }),
      ),
      ...['Lisans', 'İzmir', '06.2016'].map((text, i) => put({ text, x: 50 + i * 150, y: 114 })),
    ]);
    expect(lines).toEqual(['Makine Mühendisliği, Lisans  Dokuz Eylül Üniversitesi, İzmir  09.2011 - 06.2016']);
  });

  it('reads entries side by side one after the other', () => {
    const entry = (title: string, school: string, years: string, x: number): TextItem[] =>
      column([title, school, years], { x, y: 120 });
    expect(
      read([
        put({ text: 'Formation', x: 50, y: 100, weight: 700 }),
        ...entry('Master Communication', 'Université Lyon 2', '2016 - 2018', 50),
        ...entry('Licence Information', 'Université Lyon 3', '2013 - 2016', 300),
        put({
          text: 'Lu, écrit et parlé couramment en anglais comme en espagnol depuis de longues années',
          x: 50,
          y: 190,
        }),
      ]),
    ).toEqual([
      'Formation',
      'Master Communication',
      'Université Lyon 2',
      '2016 - 2018',
      'Licence Information',
      'Université Lyon 3',
      '2013 - 2016',
      'Lu, écrit et parlé couramment en anglais comme en espagnol depuis de longues années',
    ]);
  });

  it('joins labels whose characters are spread, and signs a font set apart', () => {
    expect(
      read([
        put({ text: '姓', x: 50, y: 100 }),
        put({ text: '名：陈思远', x: 90, y: 100 }),
        put({ text: 'उद्देश् य', x: 50, y: 130 }),
      ]),
    ).toEqual(['姓名:陈思远', 'उद्देश्य']);
  });

  it('drops page numbers and repeated heads but counts them', () => {
    const page = (number: number): TextItem[] => [
      put({ text: `Jane Miller – CV – page ${number}`, x: 40, y: 20, page: number }),
      ...column([`Text of page ${number} that is different`, 'and goes on'], { x: 40, y: 60, page: number }),
    ];
    const { lines, marginCharacters } = readingOrder(extracted([...page(1), ...page(2), ...page(3)]));
    expect(lines.filter((l) => l.text.includes('– CV –')).length).toBeLessThanOrEqual(1);
    expect(marginCharacters).toBeGreaterThan(40);
  });

  it('keeps lines of a list at the same height of two pages that differ by more than the page they are on', () => {
    const paper = (page: number, year: number): TextItem[] => [
      put({ text: `Proceedings of the Welding Society, ${year}, 112`, x: 40, y: 20, page }),
      ...column(['Another paper', `And one more of ${page}`], { x: 40, y: 60, page }),
    ];
    const text = read([...paper(1, 2019), ...paper(2, 2014)]);
    expect(text.filter((t) => t.startsWith('Proceedings'))).toHaveLength(2);
  });

  it('neither loses nor doubles text, wherever it stands', () => {
    const item = fc.record({
      word: fc.integer({ min: 0, max: 9999 }),
      x: fc.integer({ min: 20, max: 540 }),
      y: fc.integer({ min: 20, max: 800 }),
      page: fc.integer({ min: 1, max: 3 }),
      fontSize: fc.constantFrom(8, 10, 12, 22),
      rtl: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (given) => {
        // Every word is its own, so that a repeated head cannot be one of them.
        const items = given.map(({ word, ...rest }, i) =>
          put({ ...rest, text: `w${String.fromCharCode(97 + (i % 26))}${i}x${word}q` }),
        );
        const shown = read(items)
          .flatMap((text) => text.split(/\s+/u))
          .flatMap((text) => text.match(/w[a-z]\d+x\d+q/gu) ?? []);
        expect(shown.sort()).toEqual(items.map((i) => i.text).sort());
      }),
      { numRuns: 300 },
    );
  });
});
