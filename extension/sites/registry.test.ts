// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VOCABULARY_BY_KEY } from '#shared/form/vocabulary.data.ts';
import { aField } from '#tests/support/form-field.ts';
import { isRefusedHost, readPosting, SITES, siteFor, siteHints } from './registry.ts';

const page = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const posting = (data: object): string =>
  `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><h1>Careers</h1></body></html>`;

describe('which site an address belongs to', () => {
  it('every site recognises its own test addresses', () => {
    for (const site of SITES) for (const url of site.testUrls) expect(siteFor(url)?.name, url).toBe(site.name);
  });

  it('every hint names a word of the vocabulary', () => {
    for (const site of SITES)
      for (const { field } of site.quirks.fields ?? [])
        expect(VOCABULARY_BY_KEY.has(field) || ['none', 'freeQuestion'].includes(field), `${site.name}: ${field}`).toBe(
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
    expect(files.map((file) => file.replace('.site.ts', '')).sort()).toEqual(SITES.map((site) => site.name).sort());
  });
});
