// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VOCABULARY_BY_KEY } from '#shared/form/vocabulary.data.ts';
import { aField } from '#tests/support/form-field.ts';
import { QUIRKS, siteHints } from './quirks.ts';
import { isRefusedHost, readPosting, SITES, siteFor } from './registry.ts';

const page = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const posting = (data: object): string =>
  `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><h1>Careers</h1></body></html>`;

describe('which site an address belongs to', () => {
  it('every site recognises its own test addresses', () => {
    for (const [name, { testUrls }] of Object.entries(QUIRKS))
      for (const url of testUrls) expect(siteFor(url)?.name, url).toBe(name);
  });

  it('every hint names a word of the vocabulary', () => {
    for (const [name, { fields }] of Object.entries(QUIRKS))
      for (const { field } of fields ?? [])
        expect(VOCABULARY_BY_KEY.has(field) || ['none', 'freeQuestion'].includes(field), `${name}: ${field}`).toBe(
          true,
        );
  });

  it('look-alike hosts are no site', () => {
    for (const url of [
      'https://boards.greenhouse.io.evil.example/x',
      'https://evilmyworkdayjobs.com/x',
      'javascript:alert(1)',
      'file:///jobs.lever.co/x',
      'not a url',
    ])
      expect(siteFor(url), url).toBeUndefined();
  });

  it('nothing is read on LinkedIn and Indeed, in any country', () => {
    const document = page(posting({ '@type': 'JobPosting', title: 'Engineer' }));
    for (const url of [
      'https://www.linkedin.com/jobs/view/1',
      'https://au.indeed.com/viewjob?jk=1',
      'https://indeed.co.uk/viewjob',
      'https://de.linkedin.com/jobs',
    ]) {
      expect(isRefusedHost(url)).toBe(true);
      expect(readPosting(document, url)).toBeNull();
    }
    expect(isRefusedHost('https://notlinkedin.com/')).toBe(false);
  });

  it('a site hint decides a field by its id', () => {
    expect(siteHints('https://jobs.lever.co/acme/1/apply')?.(aField('Org', { name: 'urls[LinkedIn]' }))).toBe(
      'linkedin',
    );
    expect(siteHints('https://jobs.example/apply')).toBeUndefined();
  });
});

describe('reading a posting', () => {
  it('takes JobPosting data first and cleans it to plain text', () => {
    const read = readPosting(
      page(
        posting({
          '@graph': [
            { '@type': 'WebSite' },
            {
              '@type': 'JobPosting',
              title: 'Data Engineer &amp; Analyst',
              hiringOrganization: { name: 'Harbor Works' },
              jobLocation: { address: { addressLocality: 'Austin', addressRegion: 'TX', addressCountry: 'US' } },
              jobLocationType: 'TELECOMMUTE',
              employmentType: ['FULL_TIME'],
              datePosted: '2026-10-01',
              baseSalary: { currency: 'USD', value: { minValue: 100000, maxValue: 130000, unitText: 'YEAR' } },
              description:
                '&lt;p&gt;We build &lt;b&gt;pipelines&lt;/b&gt;.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Spark&lt;/li&gt;&lt;li&gt;Kafka&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;steal()&lt;/script&gt;',
            },
          ],
        }),
      ),
      'https://harbor.example/jobs/1',
    );
    expect(read).toEqual({
      title: 'Data Engineer & Analyst',
      company: 'Harbor Works',
      location: 'Austin, TX, US',
      country: 'US',
      remote: 'remote',
      employmentType: 'FULL_TIME',
      postedAt: '2026-10-01',
      salary: '100000 - 130000 USD YEAR',
      description: expect.stringMatching(/^We build pipelines\.\s+- Spark\s+- Kafka$/),
      url: 'https://harbor.example/jobs/1',
    });
  });

  it('reads by the site’s structure where there is no such data', () => {
    const document = page(
      `<html><head><title>Job Application for Platform Engineer at Harbor Works</title></head><body><div class="job__title"><h1>Platform Engineer</h1></div><div class="job__location">Oslo, Norway</div><div class="job__description"><p>${'We run the harbour. '.repeat(20)}</p></div></body></html>`,
    );
    expect(readPosting(document, 'https://job-boards.greenhouse.io/harbor/jobs/1')).toMatchObject({
      title: 'Platform Engineer',
      company: 'Harbor Works',
      location: 'Oslo, Norway',
    });
  });

  it('reads data written into the markup', () => {
    const document = page(
      `<body itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Night Nurse</h1><span itemprop="hiringOrganization"><b itemprop="name">St. Brigid</b></span><div itemprop="jobLocation"><span itemprop="addressLocality">Cork</span> <meta itemprop="addressCountry" content="IE"></div><time itemprop="datePosted" datetime="2026-11-01">Nov 1</time><div itemprop="description"><p>You watch over ward nine.</p></div></body>`,
    );
    expect(readPosting(document, 'https://brigid.example/jobs/9')).toMatchObject({
      title: 'Night Nurse',
      company: 'St. Brigid',
      location: 'Cork, IE',
      postedAt: '2026-11-01',
      description: 'You watch over ward nine.',
    });
  });

  it('on a page that lists many, takes the one the address or the opened title names, and none where neither does', () => {
    const listed = (title: string, path: string) => ({
      '@type': 'JobPosting',
      title,
      url: `https://harbor.example${path}`,
      description: `${title} at the harbour`,
    });
    const board = {
      '@type': 'ItemList',
      itemListElement: [
        { '@type': 'ListItem', item: listed('Pilot', '/jobs#pilot') },
        { '@type': 'ListItem', item: listed('Diver', '/jobs#diver') },
      ],
    };
    const at = (url: string, title = 'Open positions') =>
      readPosting(page(posting(board).replace('<h1>Careers</h1>', `<h1>${title}</h1>`)), url)?.description;
    expect(at('https://harbor.example/jobs#diver')).toBe('Diver at the harbour');
    expect(at('https://harbor.example/open', 'Pilot')).toBe('Pilot at the harbour');
    expect(at('https://harbor.example/jobs')).toBeUndefined();
  });

  const TEXT = '<p>You keep the lights of the harbour burning, in every weather and at every hour. </p>'.repeat(6);

  it.each([
    ['the part the address points at', `<section id="keeper"><h3>Lighthouse Keeper</h3>${TEXT}</section>`, '#keeper'],
    ['an open dialog', `<div role="dialog"><h2>Lighthouse Keeper</h2>${TEXT}</div>`, ''],
    [
      'an opened row',
      `<li><h3><button aria-expanded="true" aria-controls="p1">Lighthouse Keeper</button></h3><div id="p1">${TEXT}</div></li>`,
      '',
    ],
    ['opened details', `<details open><summary>Lighthouse Keeper</summary>${TEXT}</details>`, ''],
    ['the pane beside the list', `<div class="job-detail-pane"><h2>Lighthouse Keeper</h2>${TEXT}</div>`, ''],
  ])('on a board of one page, takes %s', (_where, opened, hash) => {
    const others = '<ul><li><h3><button aria-expanded="false">Deck Hand</button></h3></li></ul>';
    const document = page(
      `<html><head><title>Careers | Harbor Works</title></head><body><h1>Join our crew of many trades</h1>${others}${opened}</body></html>`,
    );
    const read = readPosting(document, `https://harbor.example/careers${hash}`);
    expect(read?.title).toBe('Lighthouse Keeper');
    expect(read?.description).toMatch(/^You keep the lights/);
  });

  it.each([
    ['Leeds, United Kingdom', { location: 'Leeds, United Kingdom' }],
    ['Remote (EU)', { location: 'Remote (EU)', remote: 'remote' }],
    ['<i class="icon map-pin"></i> Harbourside', { location: 'Harbourside' }],
    ['Norway', { location: 'Norway' }],
    ['Vollzeit', { employmentType: 'Vollzeit' }],
    ['£52,000 – £60,000', { salary: '£52,000 – £60,000' }],
    ['Posted 3 days ago', { postedAt: 'Posted 3 days ago' }],
    ['Hybrid', { location: 'Hybrid', remote: 'hybrid' }],
    ['Engineering, Platform jobs', {}],
  ])('the line under a title says “%s”', (line, facts) => {
    const document = page(
      `<html><head><title>Crane Operator - Harbor Works</title></head><body><main><header><h1>Crane Operator</h1><ul><li><span>${line}</span></li></ul></header>${TEXT}</main></body></html>`,
    );
    const { location, remote, employmentType, salary, postedAt } =
      readPosting(document, 'https://harbor.example/1') ?? {};
    const read = { location: location || undefined, remote, employmentType, salary, postedAt };
    expect(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))).toEqual(facts);
  });

  it('names the employer by its own host only as its own title writes it', () => {
    const at = (title: string, url: string) =>
      readPosting(page(`<html><head><title>${title}</title></head><body><h1>Rigger</h1>${TEXT}</body></html>`), url)
        ?.company;
    expect(at('Rigger · Jobs · Harbor Works', 'https://careers.harbor-works.co.uk/1')).toBe('Harbor Works');
    expect(at('Rigger', 'https://board.example/1')).toBe('');
  });

  it('a page that only has a heading is no posting', () => {
    expect(readPosting(page('<h1>About us</h1><p>Short.</p>'), 'https://harbor.example/about')).toBeNull();
  });

  it('broken or hostile data neither throws nor counts', () => {
    for (const text of ['{', '[]', '{"@type":"JobPosting"}', '{"@type":"JobPosting","title":{"x":1}}', 'null']) {
      expect(
        readPosting(
          page(`<script type="application/ld+json">${text}</script><h1>Home</h1>`),
          'https://harbor.example/',
        ),
      ).toBeNull();
    }
  });
});

describe('the registry and its folder', () => {
  it('lists every site file', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.site.ts'));
    const named = files.map((file) => file.replace('.site.ts', '')).sort();
    expect(named).toEqual(SITES.map((site) => site.name).sort());
    expect(named).toEqual(Object.keys(QUIRKS).sort());
  });
});
