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
