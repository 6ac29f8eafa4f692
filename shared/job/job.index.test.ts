import { describe, expect, it } from 'vitest';
import { createJobIndex, type JobRow } from './job.index.ts';

const row = (id: string, over: Partial<JobRow> = {}): JobRow => ({
  id,
  rev: 1,
  title: 'Software Engineer',
  company: 'Acme',
  place: 'Berlin',
  countries: ['DE'],
  remote: null,
  posted: 1,
  sources: ['feed'],
  skills: ['Python'],
  words: '',
  ...over,
});
const asked = (rows: readonly JobRow[], titles = ['Software Engineer'], country?: string) => {
  const index = createJobIndex();
  index.apply(rows);
  return index.asked(titles, { most: 200, now: 100, country });
};

describe('searching by words', () => {
  const found = (q: string, rows: readonly JobRow[]) => {
    const index = createJobIndex();
    index.apply(rows);
    return index.search({ q }, { now: 0 });
  };

  it('forgives the spelling of a word that stands nowhere, and only of such a word', () => {
    const rows = [row('a', { title: 'Baker' }), row('b', { title: 'Maker' }), row('c', { title: 'Köchin' })];
    expect(found('bakre', rows)).toEqual(['a']);
    expect(found('bakker', rows)).toEqual(['a']);
    expect(found('kochim', rows)).toEqual(['c']);
    expect(found('baker', rows)).toEqual(['a']);
    expect(found('zeppelin', rows)).toEqual([]);
  });

  it('finds a skill by its other names', () => {
    const rows = [row('a', { skills: ['JavaScript'] }), row('b', { skills: ['Java'] })];
    expect(found('js', rows)).toEqual(['a']);
  });

  it('puts titles before skills, employers and text, and of two titles the one that says nothing else', () => {
    const rows = [
      row('text', { title: 'Clerk', skills: [], words: 'oven' }),
      row('employer', { title: 'Clerk', skills: [], company: 'Oven Works' }),
      row('whole', { title: 'Oven', skills: [] }),
      row('part', { title: 'Builder of Oven Doors', skills: [] }),
    ];
    expect(found('oven', rows)).toEqual(['whole', 'part', 'employer', 'text']);
  });
});

describe('what postings of a title ask', () => {
  it('counts each skill once a posting, the most frequent first', () => {
    expect(asked([row('a', { skills: ['Python', 'Python', 'Go'] }), row('b'), row('c', { skills: [] })])).toEqual({
      postings: 3,
      skills: [
        { skill: 'Python', count: 2 },
        { skill: 'Go', count: 1 },
      ],
    });
  });

  it('knows the same work by another title, and no other work', () => {
    const rows = [row('a', { title: 'Software Developer (m/w/d)' }), row('b', { title: 'Head Chef' })];
    expect(asked(rows).postings).toBe(1);
  });

  it('goes by words where no occupation is known', () => {
    const rows = [row('a', { title: 'Senior Wrangler of Zeppelins' }), row('b', { title: 'Zeppelin Painter' })];
    expect(asked(rows, ['Wrangler of Zeppelins']).postings).toBe(1);
    expect(asked(rows, []).postings).toBe(0);
  });

  it('leaves out what is withdrawn or expired', () => {
    expect(asked([row('a', { gone: true }), row('b', { expires: 99 }), row('c', { expires: 100 })]).postings).toBe(1);
  });

  it('keeps to a country where that has enough postings', () => {
    const many = Array.from({ length: 30 }, (_, i) => row(`de${i}`));
    const abroad = row('us', { countries: ['US'], skills: ['COBOL'] });
    expect(asked([...many, abroad], ['Software Engineer'], 'DE').postings).toBe(30);
    expect(asked([...many, abroad], ['Software Engineer'], 'US').postings).toBe(31);
  });
});
