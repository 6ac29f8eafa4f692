import { describe, expect, it } from 'vitest';
import { plainText } from '../../../tests/support/page.ts';
import { readExtracted } from './read.rules.ts';

const head = 'Jane Miller\njane@example.com\n\n';
const read = (text: string) => readExtracted(plainText(head + text)).reading.resume;

describe('certificates', () => {
  it.each([
    [
      'AWS Certified Solutions Architect – Associate, 2021',
      { name: 'AWS Certified Solutions Architect – Associate', date: '2021' },
    ],
    [
      'HashiCorp Certified · Terraform Associate · 03/2022',
      { name: 'HashiCorp Certified: Terraform Associate', date: '2022-03' },
    ],
    [
      'Certified Scrum Master | Scrum Alliance | 2020',
      { name: 'Certified Scrum Master', issuer: 'Scrum Alliance', date: '2020' },
    ],
    [
      'Machine Learning by Stanford University (2019)',
      { name: 'Machine Learning', issuer: 'Stanford University', date: '2019' },
    ],
    ['First Aid, British Red Cross, 2018', { name: 'First Aid', issuer: 'British Red Cross', date: '2018' }],
  ])('%s', (line, expected) => {
    expect(read(`Certifications\n${line}\nForklift licence, 2017`).certificates?.[0]).toEqual(expected);
  });

  it('two to a bullet are two, wrapped ones are one', () => {
    expect(
      read('Certifications\n- AWS Certified Developer\n- Certificate of Advanced English,\nCambridge Institute')
        .certificates,
    ).toHaveLength(2);
  });
});

describe('awards', () => {
  it('have a title, who gave it and when, and their text', () => {
    expect(read('Awards\nApprentice of the Year, Leeds Chamber of Commerce, 2016').awards).toEqual([
      { title: 'Apprentice of the Year', awarder: 'Leeds Chamber of Commerce', date: '2016' },
    ]);
  });
});

describe('publications', () => {
  it('are named by the title in quotes', () => {
    const [publication] =
      read(
        'Publications\nMiller, J. and Baker, T., “A study of welding in cold water,” Journal of Joints, vol. 12, 2011.',
      ).publications ?? [];
    expect(publication).toMatchObject({ name: 'A study of welding in cold water', releaseDate: '2011' });
  });
});

describe('projects', () => {
  it('have a name, dates, what they were made with and what was done', () => {
    expect(
      read(
        'Projects\nTide Clock\nJan 2020 – Mar 2021\n- Shows the tides of forty harbours\n- Technologies: TypeScript, Node.js',
      ).projects,
    ).toEqual([
      {
        name: 'Tide Clock',
        startDate: '2020-01',
        endDate: '2021-03',
        highlights: ['Shows the tides of forty harbours'],
        keywords: ['TypeScript', 'Node.js'],
      },
    ]);
  });

  it('in one line each keep name and description apart', () => {
    expect(
      read('Projects\n- Tide Clock: shows the tides of forty harbours\n- Weld Log: keeps the books of a workshop')
        .projects,
    ).toEqual([
      { name: 'Tide Clock', description: 'shows the tides of forty harbours' },
      { name: 'Weld Log', description: 'keeps the books of a workshop' },
    ]);
  });
});

describe('references', () => {
  it.each([
    'Available upon request',
    'Auf Anfrage',
    'Disponibles sur demande',
    'Lämnas på begäran',
    'İstek üzerine sunulacaktır',
  ])('%s is a text, not a person', (text) => {
    const { references } = read(`Skills\nWelding, Brazing\n\nReferences\n${text}`);
    expect(references).toEqual([{ reference: text }]);
  });

  it('are people with what is said of them', () => {
    expect(read('References\nTom Baker, Foreman at Holt Fabrications\ntom@example.com').references).toEqual([
      { name: 'Tom Baker', reference: 'Foreman at Holt Fabrications\ntom@example.com' },
    ]);
  });
});

describe('interests', () => {
  it('are a list', () => {
    expect(read('Interests\nRowing, chess, old maps').interests).toEqual([
      { name: 'Rowing' },
      { name: 'chess' },
      { name: 'old maps' },
    ]);
  });
});
