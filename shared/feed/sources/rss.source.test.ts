import { describe, expect, it } from 'vitest';
import { rss } from './rss.source.ts';

const read = (body: string, url = 'https://jobs.example/feed.xml') =>
  rss.read({ url, contentType: 'application/xml', body }, { source: 'rss', board: url });
const channel = (items: string, more = '') =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:job="http://jobs.example/ns" xmlns:joblisting="http://x.example/ns"><channel><title>Town of Elm</title><language>en-us</language>${more}${items}</channel></rss>`;

describe('feeds', () => {
  it('reads RSS 2.0 with its texts decoded once and its guid as id', () => {
    const page = read(
      channel(`<item><guid isPermaLink="false">8812</guid><link>https://jobs.example/8812</link><title>Gardener &amp; Florist</title>
        <description>&lt;p&gt;Water the roses.&lt;/p&gt;</description><pubDate>Wed, 19 Aug 2026 23:10:38 +0200</pubDate>
        <category>Outdoors</category><category><![CDATA[Parks]]></category></item>`),
    );
    expect(page.postings[0]).toMatchObject({
      sourceId: 'jobs.example:8812',
      url: 'https://jobs.example/8812',
      title: 'Gardener & Florist',
      company: null,
      description: '<p>Water the roses.</p>',
      postedAt: '2026-08-19T21:10:38.000Z',
      categories: ['Outdoors', 'Parks'],
      language: 'en',
    });
  });

  it('reads the job elements a public board adds, under any prefix', () => {
    const posting = read(
      channel(`<item><guid>https://jobs.example/1</guid><link>https://jobs.example/1</link><title>Clerk</title><description>Files.</description>
        <joblisting:jobId>1</joblisting:jobId><joblisting:advertiseToDateTimeUTC>Sun, 20 Sep 2026 04:59:00:0</joblisting:advertiseToDateTimeUTC>
        <joblisting:minimumSalary>21.50</joblisting:minimumSalary><joblisting:maximumSalary>30</joblisting:maximumSalary>
        <joblisting:salaryCurrency>USD</joblisting:salaryCurrency><joblisting:salaryInterval>Hour</joblisting:salaryInterval>
        <joblisting:department>Records</joblisting:department><joblisting:location>Boise, Idaho</joblisting:location>
        <joblisting:qualifications>&lt;p&gt;Two years.&lt;/p&gt;</joblisting:qualifications>
        <joblisting:categories><joblisting:category>Office</joblisting:category></joblisting:categories></item>`),
    ).postings[0];
    expect(posting).toMatchObject({
      company: 'Town of Elm',
      department: 'Records',
      places: [{ text: 'Boise, Idaho', city: 'Boise', region: 'Idaho', country: 'US' }],
      pay: { min: 21.5, max: 30, currency: 'USD', period: 'hour' },
      sections: { requirements: '<p>Two years.</p>' },
      categories: ['Office'],
      requisition: '1',
      expiresAt: '2026-09-20T04:59:00.000Z',
    });
  });

  it('takes the company from titles only where the whole feed writes `Company: Role`', () => {
    const item = (title: string) =>
      `<item><guid>${title}</guid><link>https://jobs.example/${title.length}</link><title>${title}</title></item>`;
    const all = read(channel(['Acme: Baker', 'Bolt Ltd: Smith', 'Coil: Driver: night shift'].map(item).join('')));
    expect(all.postings.map(({ company, title }) => [company, title])).toEqual([
      ['Acme', 'Baker'],
      ['Bolt Ltd', 'Smith'],
      ['Coil', 'Driver: night shift'],
    ]);
    const mixed = read(channel(['Engineer: Backend', 'Baker', 'Smith'].map(item).join('')));
    expect(mixed.postings[0]).toMatchObject({ company: null, title: 'Engineer: Backend' });
  });

  it('takes the true place from the headquarters line, and the region as the place one may work from', () => {
    const posting = read(
      channel(`<item><guid>https://jobs.example/9</guid><link>https://jobs.example/9</link><title>Writer</title><region>Anywhere in the World</region><type>Contract</type>
        <description>&lt;p&gt;&lt;strong&gt;Headquarters:&lt;/strong&gt; Lyon, France&lt;br/&gt;&lt;/p&gt;Write. &lt;strong&gt;To apply:&lt;/strong&gt; &lt;a href="https://acme.example/jobs/9"&gt;here&lt;/a&gt;</description></item>`),
    ).postings[0];
    expect(posting).toMatchObject({
      places: [{ city: 'Lyon', country: 'FR' }],
      remote: { kind: 'remote', countries: [] },
      employmentType: 'contract',
      applyUrl: 'https://acme.example/jobs/9',
    });
  });

  it('reads Atom: the alternate link, marked-up content, both dates', () => {
    const posting = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Stellen</title>
      <link rel="self" href="https://jobs.example/feed.xml"/>
      <entry><id>tag:jobs.example,2026:5</id><link rel="edit" href="https://jobs.example/edit/5"/><link rel="alternate" href="/5"/>
      <title>Bäcker</title><content type="xhtml"><div><p>Brot &amp; <b>Salz</b></p></div></content>
      <published>2026-09-01T08:00:00+02:00</published><updated>2026-09-03T08:00:00Z</updated><category term="Handwerk"/></entry></feed>`)
      .postings[0];
    expect(posting).toMatchObject({
      sourceId: 'tag:jobs.example,2026:5',
      url: 'https://jobs.example/5',
      title: 'Bäcker',
      postedAt: '2026-09-01T06:00:00.000Z',
      updatedAt: '2026-09-03T08:00:00.000Z',
      categories: ['Handwerk'],
      language: 'de',
    });
    expect(posting?.description).toContain('<b>Salz</b>');
  });

  it('reads RSS 1.0, plain job lists and JSON Feed', () => {
    const rdf =
      read(`<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel rdf:about="x"><title>T</title></channel>
      <item rdf:about="https://jobs.example/3"><title>Cook</title><link>https://jobs.example/3</link><dc:date>2026-09-01</dc:date></item></rdf:RDF>`);
    expect(rdf.postings[0]).toMatchObject({ sourceId: 'https://jobs.example/3', postedAt: '2026-09-01T00:00:00.000Z' });
    const list =
      read(`<source><job><title><![CDATA[Nurse]]></title><referencenumber>N-1</referencenumber><url>https://jobs.example/n1</url>
      <company>Elm Clinic</company><city>Turin</city><country>IT</country><jobtype>parttime</jobtype><salary>€ 1.800 per month</salary></job></source>`);
    expect(list.postings[0]).toMatchObject({
      title: 'Nurse',
      company: 'Elm Clinic',
      requisition: 'N-1',
      places: [{ city: 'Turin', country: 'IT' }],
    });
    const json = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [
          {
            id: 'a1',
            url: 'https://jobs.example/a1',
            title: 'Pilot',
            date_published: '2026-02-04T09:26:20+01:00',
            _jobposting: {
              jobLocation: [{ address: { addressLocality: 'Aarhus', addressCountry: 'DK' } }],
              identifier: { value: 7 },
            },
          },
        ],
      }),
    );
    expect(json.postings[0]).toMatchObject({
      sourceId: 'jobs.example:a1',
      requisition: '7',
      places: [{ city: 'Aarhus', country: 'DK' }],
      truncated: true,
    });
  });

  it('refuses an entry without an id and address alone, and never takes the title for an id', () => {
    const page = read(
      channel('<item><title>Ghost</title></item><item><guid>https://jobs.example/1</guid><title>Real</title></item>'),
    );
    expect(page.postings.map(({ title }) => title)).toEqual(['Real']);
    expect(page.rejected).toEqual([{ sourceId: null, code: 'feed.without_id' }]);
  });

  it('reads a feed without entries as an empty one', () => {
    expect(read(channel(''))).toMatchObject({ postings: [], rejected: [] });
  });

  it('knows feeds by their address, and asks only where asking is allowed', () => {
    const at = (address: string) => rss.boardAt?.(new URL(address));
    expect(at('https://weworkshop.example/categories/design.rss')).toBe(
      'https://weworkshop.example/categories/design.rss',
    );
    expect(at('https://acme.example/careers')).toBeUndefined();
    expect(rss.start({ source: 'rss', board: 'jobs.example/feed' }, {}).url).toBe('https://jobs.example/feed');
    expect(() => rss.start({ source: 'rss', board: 'https://www.linkedin.com/jobs.rss' }, {})).toThrow(
      'paste its text',
    );
    expect(() => rss.start({ source: 'rss', board: 'file:///etc/passwd' }, {})).toThrow('No job board');
    expect(rss.robots).toBe(true);
  });
});
