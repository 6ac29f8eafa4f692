import { describe, expect, it } from 'vitest';
import { personio } from './personio.source.ts';

const ask = { source: 'personio', board: 'ternteal' };
const read = (body: string, url = personio.start(ask, {}).url) =>
  personio.read({ url, contentType: 'text/xml', body }, ask);
const feed = (...positions: string[]) =>
  `<?xml version='1.0' encoding='UTF-8'?>\n<workzag-jobs>${positions.join('')}</workzag-jobs>`;
const position = (id: string, descriptions: string, more = '') => `
<position>
  <id>${id}</id><subcompany>Tern &amp; Teal GmbH</subcompany><office>Bremen</office>
  <additionalOffices><office>Vienna</office><office>Zurich</office></additionalOffices>
  <department>Yard</department><recruitingCategory>Blue</recruitingCategory><name>Rigger &amp; Sailmaker</name>
  <jobDescriptions>${descriptions}</jobDescriptions>
  <employmentType>permanent</employmentType><seniority>experienced</seniority><schedule>part-time</schedule>
  <yearsOfExperience>2-5</yearsOfExperience><keywords>rope, canvas,,</keywords>
  <occupation>rigging_and_splicing</occupation><occupationCategory>crafts</occupationCategory>
  <createdAt>2026-09-13T14:10:41+02:00</createdAt>${more}
</position>`;
const part = (name: string, html: string) =>
  `<jobDescription><name>${name}</name><value><![CDATA[${html}]]></value></jobDescription>`;

describe('a Personio feed', () => {
  it('carries every field of a position', () => {
    const { postings, rejected, next } = read(
      feed(
        position(
          '1834000',
          part('Your tasks', '<ul><li>Splice</li></ul>') + part('Your profile', '<p>Steady &amp; calm</p>'),
        ),
      ),
    );
    expect([rejected, next]).toEqual([[], undefined]);
    expect(postings[0]).toMatchObject({
      sourceId: '1834000',
      url: 'https://ternteal.jobs.personio.de/job/1834000',
      title: 'Rigger & Sailmaker',
      company: 'Tern & Teal GmbH',
      places: [
        { text: 'Bremen', country: 'DE' },
        { text: 'Vienna', country: 'AT' },
        { text: 'Zurich', country: 'CH' },
      ],
      description: '<h3>Your tasks</h3>\n<ul><li>Splice</li></ul>\n\n<h3>Your profile</h3>\n<p>Steady &amp; calm</p>',
      sections: { requirements: '<p>Steady &amp; calm</p>', preferred: null, benefits: null },
      employmentType: 'part-time',
      department: 'Yard',
      seniority: 'experienced, 2-5 years of experience',
      categories: ['Blue', 'Yard', 'rigging and splicing', 'crafts', 'rope', 'canvas'],
      postedAt: '2026-09-13T12:10:41.000Z',
      language: 'en',
    });
  });

  it('is asked once more in German for the positions without English text, and only those are taken', () => {
    const english = read(feed(position('1', ''), position('2', part('Tasks', 'Splice')), position('1', '')));
    expect(english.postings.map(({ sourceId }) => sourceId)).toEqual(['2']);
    expect(english.next?.url).toBe('https://ternteal.jobs.personio.de/xml?language=de&positions=1');
    const german = read(
      feed(position('1', part('Dein Profil', 'Ruhig')), position('2', part('Aufgaben', 'Spleißen'))),
      english.next?.url,
    );
    expect(german.postings.map(({ sourceId, language }) => [sourceId, language])).toEqual([['1', 'de']]);
    expect(german.next).toBeUndefined();
    expect(read(feed(position('1', '')), english.next?.url).postings[0]).toMatchObject({
      description: '',
      language: null,
    });
  });

  it('is healthy when empty', () => {
    for (const body of ['<workzag-jobs/>', feed(), '<?xml version="1.0"?>\n<workzag-jobs>\n</workzag-jobs>'])
      expect(read(body)).toEqual({ postings: [], rejected: [] });
  });

  it('is no web page, no other feed, and no XML that would explode', () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workzag-jobs><position><id>&b;</id></position></workzag-jobs>';
    for (const body of ['', '<!doctype html><html></html>', '<rss><channel/></rss>', '{"jobs":[]}', bomb])
      expect(() => read(body), body.slice(0, 30)).toThrow(expect.objectContaining({ code: 'feed.unreadable' }));
  });

  it('does not exist where its address answers from elsewhere', () => {
    expect(() => read(feed(), 'https://www.hr-software.example/')).toThrow(
      expect.objectContaining({ code: 'feed.no_board' }),
    );
  });

  it('lies under .com for some, and one bad position stops nothing', () => {
    expect(personio.start({ source: 'personio', board: 'ternteal.jobs.personio.com' }, {}).url).toBe(
      'https://ternteal.jobs.personio.com/xml?language=en',
    );
    const { postings, rejected } = read(
      feed(
        '<position>text</position>',
        `<position><id></id><name>x</name><jobDescriptions>${part('a', 'b')}</jobDescriptions></position>`,
        position('3', part('a', '<script>alert(1)</script>'), '<extra><a><b/></a></extra>'),
      ),
    );
    expect(postings.map(({ sourceId }) => sourceId)).toEqual(['3']);
    expect(rejected).toHaveLength(2);
  });

  it('tells an apprentice of the desk from a hired one', () => {
    const student = position('4', part('a', 'b')).replace(
      '<employmentType>permanent<',
      '<employmentType>working_student<',
    );
    expect(read(feed(student)).postings[0]?.employmentType).toBe('internship');
  });
});
