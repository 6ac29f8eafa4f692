import { describe, expect, it } from 'vitest';
import { hn } from './hn.source.ts';

const comment = (id: number, text: string, fields: Record<string, unknown> = {}) => ({
  id,
  author: 'ada',
  created_at_i: 1_788_000_000,
  text,
  children: [{ id: id + 1, author: 'eve', text: 'Reply Inc | Engineer | Rome', children: [] }],
  ...fields,
});
const thread = (...children: unknown[]) =>
  hn.read(
    {
      url: 'https://hn.algolia.com/api/v1/items/77',
      contentType: 'application/json',
      body: JSON.stringify({ id: 77, children }),
    },
    { source: 'hn' },
  );
const AD =
  'Glasshouse (YC W25) | Backend Engineer | Ghent, Belgium | ONSITE | Full-time | €70k-€90k | <a href="https:&#x2F;&#x2F;glasshouse.example&#x2F;jobs">https:&#x2F;&#x2F;glasshouse.example&#x2F;j...</a><p>We grow tomatoes with software.';

describe('Who is hiring', () => {
  it('finds the newest thread and then asks for it', () => {
    const found = hn.read(
      {
        url: 'https://hn.algolia.com/api/v1/search_by_date',
        contentType: 'application/json',
        body: JSON.stringify({
          hits: [
            { objectID: '90', title: 'Ask HN: Who wants to be hired? (September 2026)' },
            { objectID: '91', title: 'Ask HN: Who is hiring? (September 2026)' },
            { objectID: '80', title: 'Ask HN: Who is hiring? (August 2026)' },
          ],
        }),
      },
      { source: 'hn' },
    );
    expect(found).toEqual({ postings: [], rejected: [], next: { url: 'https://hn.algolia.com/api/v1/items/91' } });
  });

  it('takes the first line apart, whatever the order of its parts', () => {
    expect(thread(comment(1, AD)).postings[0]).toMatchObject({
      title: 'Backend Engineer',
      company: 'Glasshouse',
      url: 'https://news.ycombinator.com/item?id=1',
      applyUrl: 'https://glasshouse.example/jobs',
      places: [{ city: 'Ghent', country: 'BE' }],
      remote: { kind: 'onsite' },
      employmentType: 'full-time',
      pay: { text: '€70k-€90k' },
      postedAt: '2026-08-29T10:40:00.000Z',
    });
    const other = thread(comment(1, 'Owlery | https://owlery.example | REMOTE (US or Canada) | Data Scientist<p>Owls.'))
      .postings[0];
    expect(other).toMatchObject({
      title: 'Data Scientist',
      company: 'Owlery',
      remote: { kind: 'remote', countries: ['US', 'CA'] },
    });
  });

  it('makes a posting of each role, and one of a role with a comma or brackets', () => {
    const titles = (roles: string) => thread(comment(1, `Acme | ${roles} | Rome`)).postings.map(({ title }) => title);
    expect(titles('Robotics Engineer, Data Scientist')).toEqual(['Robotics Engineer', 'Data Scientist']);
    expect(titles('Software Engineers (Backend, Frontend)')).toEqual(['Software Engineers (Backend, Frontend)']);
    expect(titles('Senior Engineer, Platform')).toEqual(['Senior Engineer, Platform']);
  });

  it('finds the roles below where the first line names none', () => {
    const page = thread(
      comment(
        1,
        'Kiln | Porto, Portugal | ONSITE<p>Two roles:<p>1. Senior Go Engineer: you build the oven.<p>2. Ceramics Researcher (PhD): you fire it.',
      ),
    );
    expect(page.postings.map(({ title }) => title)).toEqual(['Senior Go Engineer', 'Ceramics Researcher (PhD)']);
  });

  it('reads adverts that give each fact its own line', () => {
    const page = thread(comment(1, 'Company: Moss Labs<p>Location: Oslo, Norway<p>Role: Chemist<p>Compensation: $90k'));
    expect(page.postings[0]).toMatchObject({ title: 'Chemist', company: 'Moss Labs', places: [{ city: 'Oslo' }] });
  });

  it('takes the advert of the next month for the same posting', () => {
    const [august, september] = [thread(comment(1, AD)), thread(comment(500, AD))];
    expect(september.postings[0]?.sourceId).toBe(august.postings[0]?.sourceId);
    expect(september.postings[0]?.url).not.toBe(august.postings[0]?.url);
  });

  it('leaves out what is deleted, dead, a reply or no advert', () => {
    const page = thread(
      { id: 1, children: [] },
      comment(2, AD, { deleted: true }),
      comment(3, AD, { dead: true }),
      comment(4, 'I applied last month but heard nothing back.'),
      comment(5, AD),
    );
    expect(page.postings).toHaveLength(1);
    expect(page.rejected).toEqual([{ sourceId: '4', code: 'feed.no_advert' }]);
  });

  it('refuses a thread that is no number', () => {
    expect(() => hn.start({ source: 'hn', board: '../../user' }, {})).toThrow('No job board');
    expect(hn.boardAt?.(new URL('https://news.ycombinator.com/item?id=123'))).toBe('123');
  });
});
