import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/kernel/errors.ts';
import { SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { adzuna } from './adzuna.source.ts';
import { arbeitnow } from './arbeitnow.source.ts';
import { himalayas } from './himalayas.source.ts';
import { hn } from './hn.source.ts';
import { jooble } from './jooble.source.ts';
import { reed } from './reed.source.ts';
import { remoteok } from './remoteok.source.ts';
import { remotive } from './remotive.source.ts';
import { rss } from './rss.source.ts';
import { themuse } from './themuse.source.ts';
import { usajobs } from './usajobs.source.ts';

/** Each source with an address it is answered from and an answer that holds the given entries. */
const CASES: readonly { source: JobSource; url: string; holding: (entries: readonly unknown[]) => string }[] = [
  {
    source: usajobs,
    url: 'https://data.usajobs.gov/api/search?Page=1',
    holding: (e) => JSON.stringify({ SearchResult: { SearchResultItems: e } }),
  },
  {
    source: adzuna,
    url: 'https://api.adzuna.com/v1/api/jobs/us/search/1?app_id=x',
    holding: (e) => JSON.stringify({ results: e }),
  },
  { source: hn, url: 'https://hn.algolia.com/api/v1/items/1', holding: (e) => JSON.stringify({ children: e }) },
  { source: remotive, url: 'https://remotive.com/api/remote-jobs', holding: (e) => JSON.stringify({ jobs: e }) },
  { source: remoteok, url: 'https://remoteok.com/api', holding: (e) => JSON.stringify(e) },
  {
    source: arbeitnow,
    url: 'https://www.arbeitnow.com/api/job-board-api?page=1',
    holding: (e) => JSON.stringify({ data: e }),
  },
  {
    source: themuse,
    url: 'https://www.themuse.com/api/public/jobs?page=0',
    holding: (e) => JSON.stringify({ results: e }),
  },
  {
    source: reed,
    url: 'https://www.reed.co.uk/api/1.0/search?resultsToSkip=0',
    holding: (e) => JSON.stringify({ results: e }),
  },
  { source: jooble, url: 'https://jooble.org/api/k', holding: (e) => JSON.stringify({ jobs: e }) },
  { source: himalayas, url: 'https://himalayas.app/jobs/api?offset=0', holding: (e) => JSON.stringify({ jobs: e }) },
  {
    source: rss,
    url: 'https://jobs.example/feed.json',
    holding: (e) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: e }),
  },
];

const NO_ANSWERS: readonly [name: string, body: string][] = [
  ['nothing', ''],
  ['a web page', '<!doctype html><html><body><h1>Just a moment...</h1><script>1</script></body></html>'],
  ['a web page without a doctype', '<html><body>blocked</body></html>'],
  ['JSON that ends early', '{"results":[{"id":1,"title":"A"},{"id":2,"ti'],
  ['null', 'null'],
  ['a number', '42'],
  ['an error in JSON', '{"error":"invalid key"}'],
  ['a list where an object should be', '{"results":{"0":{}},"jobs":"none","data":null,"children":1,"SearchResult":[]}'],
  [
    'a bomb of entities',
    `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}">]><rss><channel><item><title>&b;</title></item></channel></rss>`,
  ],
  [
    'a file read through an entity',
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
  ],
  ['two megabytes of letters', 'a'.repeat(2_000_000)],
];

const ask = { source: 'x' };

describe.each(CASES)('$source.id', ({ source, url, holding }) => {
  it.each(NO_ANSWERS)('says it cannot read %s', (_, body) => {
    const attempt = () => source.read({ url, contentType: 'text/html', body }, ask);
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(expect.objectContaining({ code: 'feed.unreadable' }));
  });

  it('takes an empty list for an empty list', () => {
    expect(source.read({ url, contentType: 'application/json', body: holding([]) }, ask)).toMatchObject({
      postings: [],
      rejected: [],
    });
  });

  it('gives postings of the normal form or none, whatever the entries are', () => {
    const named = fc.dictionary(
      fc.constantFrom(
        'id',
        'guid',
        'slug',
        'jobId',
        'title',
        'position',
        'jobTitle',
        'name',
        'url',
        'link',
        'jobUrl',
        'redirect_url',
        'text',
        'author',
        'description',
        'contents',
        'tags',
        'locations',
        'location',
        'salary',
        'salary_min',
        'minSalary',
        'date',
        'epoch',
        'created_at',
        'job_types',
        'refs',
        'company',
        'MatchedObjectId',
        'MatchedObjectDescriptor',
        '__proto__',
      ),
      fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(
          'https://a.example/1',
          'javascript:alert(1)',
          'http://u:p@a.example',
          '9999-99-99',
          -1,
          1e308,
          'Acme | Baker | Rome',
          '<script>x</script>',
        ),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), named), { maxLength: 6 }), (entries) => {
        const page = source.read({ url, contentType: 'application/json', body: holding(entries) }, ask);
        for (const posting of page.postings) {
          expect(SourcePosting.safeParse(posting).success).toBe(true);
          expect(posting.url).toMatch(/^https?:\/\//);
          expect(posting.url).not.toContain('u:p@');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('declares its pace and its display', () => {
    expect(source.pace.everyMs).toBeGreaterThanOrEqual(1000);
    expect(source.display.name).not.toBe('');
  });
});
