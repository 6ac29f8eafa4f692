/** A company's address pasted: the board behind it is found, read by its real source, and its jobs are there for everybody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { Outside } from '#shared/platform/outside.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

const text = (about: string) => `<p>${`You are somebody who ${about}, in every weather. `.repeat(25)}</p>`;
const page = (body: string) => `<!doctype html><html><head><title>Careers</title></head><body>${body}</body></html>`;
const asked: string[] = [];

/** What the world outside answers, by address without its query. */
const world: Record<string, string> = {
  'https://www.ternteal.example/careers': page(
    '<a href="https://www.linkedin.com/company/ternteal">Us</a><script src="https://boards.greenhouse.io/embed/job_board/js?for=ternteal"></script>',
  ),
  'https://boards-api.greenhouse.io/v1/boards/ternteal/jobs': JSON.stringify({
    jobs: [
      {
        id: 4400100200,
        internal_job_id: 1,
        title: 'Ferry Pilot',
        company_name: 'Tern & Teal',
        absolute_url: 'https://job-boards.greenhouse.io/ternteal/jobs/4400100200',
        location: { name: 'Bergen, Norway' },
        first_published: '2026-11-01T08:00:00Z',
        content: text('steers ferries').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        departments: [],
        offices: [],
        metadata: null,
      },
      { id: 2, internal_job_id: null, title: 'Talent pool' },
    ],
    meta: { total: 2 },
  }),
  'https://api.smartrecruiters.com/v1/companies/HavenMill/postings': JSON.stringify({
    totalFound: 1,
    content: [
      {
        id: '744000999000111',
        name: 'Miller',
        company: { identifier: 'HavenMill', name: 'Haven Mill' },
        location: { city: 'Ghent', country: 'be', fullLocation: 'Ghent, , Belgium', remote: false, hybrid: true },
      },
    ],
  }),
  'https://api.smartrecruiters.com/v1/companies/HavenMill/postings/744000999000111': JSON.stringify({
    id: '744000999000111',
    name: 'Miller',
    company: { identifier: 'HavenMill', name: 'Haven Mill' },
    location: { city: 'Ghent', country: 'be', fullLocation: 'Ghent, , Belgium', remote: false, hybrid: true },
    postingUrl: 'https://jobs.smartrecruiters.com/HavenMill/744000999000111-miller',
    jobAd: { sections: { jobDescription: { title: 'Job', text: text('grinds flour') } } },
    compensation: { min: 30000, max: 34000, currency: 'EUR', period: 'YEARLY' },
  }),
  'https://dunewerk.jobs.personio.de/xml?language=en':
    '<workzag-jobs><position><id>7</id><office>Kiel</office><name>Deichwart</name><jobDescriptions></jobDescriptions></position></workzag-jobs>',
  'https://dunewerk.jobs.personio.de/xml?language=de&positions=7': `<workzag-jobs><position><id>7</id><office>Kiel</office><name>Deichwart</name><schedule>part-time</schedule><jobDescriptions><jobDescription><name>Dein Profil</name><value><![CDATA[${text('wacht')}]]></value></jobDescription></jobDescriptions></position></workzag-jobs>`,
  'https://quaycraft.example/job/9': page(
    `<script type="application/ld+json">${JSON.stringify({
      '@type': 'JobPosting',
      title: 'Crane Operator',
      description: text('lifts boxes'),
      hiringOrganization: { name: 'Quaycraft' },
      jobLocation: { address: { addressLocality: 'Leith', addressCountry: 'GB' } },
    })}</script>`,
  ),
  'https://plain.example/careers': page('<p>Write to us.</p><a href="https://uk.indeed.com/cmp/plain">Jobs</a>'),
};

const outside: Outside = {
  check: async () => {},
  read: async (url) => ({ url, text: world[url] ?? '', contentType: 'text/html' }),
  fetch: async ({ url, guard }) => {
    guard?.(new URL(url));
    asked.push(url);
    const found = world[url] ?? world[url.replace(/\?.*$/, '')];
    const status = found === undefined ? 404 : 200;
    return {
      url,
      text: found ?? '',
      contentType: 'text/html',
      status,
      etag: undefined,
      lastModified: undefined,
      retryAfter: undefined,
    };
  },
};

let stack: TestStack;
let ada: Person;

beforeAll(async () => {
  stack = await startTestStack({
    outside,
    env: { ENABLE_SOURCES: 'greenhouse,smartrecruiters,personio,job-posting-page' },
  });
  ada = await stack.person();
});
afterAll(() => stack?.close());

async function watch(address: string) {
  const watched = await ada.call(contract.feed.watch, { body: { address } });
  await stack.idle();
  const { items } = await ada.call(contract.job.list, { query: { source: watched.source } });
  return { watched, items };
}

describe('a company’s address', () => {
  it('that is a careers page leads to the board it embeds, never to LinkedIn', async () => {
    const { watched, items } = await watch('www.ternteal.example/careers');
    expect(watched).toMatchObject({ source: 'greenhouse', board: 'ternteal' });
    expect(items).toMatchObject([
      {
        title: 'Ferry Pilot',
        company: 'Tern & Teal',
        location: { city: 'Bergen', country: 'NO' },
        postedAt: '2026-11-01T08:00:00.000Z',
      },
    ]);
    expect(items[0]?.description).not.toMatch(/[<>]/);
    expect(asked.filter((url) => /linkedin|indeed/.test(url))).toEqual([]);
  });

  it('that is a posting’s leads to its board, with the texts the list lacks', async () => {
    const { watched, items } = await watch('https://jobs.smartrecruiters.com/HavenMill/744000999000111-miller');
    expect(watched).toMatchObject({ source: 'smartrecruiters', board: 'HavenMill' });
    expect(items).toMatchObject([
      {
        title: 'Miller',
        company: 'Haven Mill',
        location: { text: 'Ghent, Belgium', country: 'BE', remote: 'hybrid' },
        salary: { min: 30000, max: 34000, currency: 'EUR', period: 'year' },
      },
    ]);
    expect(items[0]?.description).toContain('grinds flour');
  });

  it('of a board in another language is read in that language', async () => {
    const { items } = await watch('https://dunewerk.jobs.personio.de/job/7');
    expect(items).toMatchObject([
      { title: 'Deichwart', company: 'Dunewerk', location: { city: 'Kiel' }, employmentType: 'part-time' },
    ]);
    expect(items[0]?.description).toContain('Dein Profil');
  });

  it('of a page that describes its posting is that page', async () => {
    const { watched, items } = await watch('https://quaycraft.example/job/9');
    expect(watched).toMatchObject({ source: 'job-posting-page', board: 'https://quaycraft.example/job/9' });
    expect(items).toMatchObject([{ title: 'Crane Operator', company: 'Quaycraft', location: { country: 'GB' } }]);
  });

  it('that leads to none says what to give instead, also where Indeed is linked', async () => {
    const answer = await stack.fetch('/api/v1/companies/watched', {
      method: 'POST',
      headers: { ...ada.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ address: 'https://plain.example/careers' }),
    });
    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      422,
      'feed.no_board',
    ]);
    expect(asked.filter((url) => /linkedin|indeed/.test(url))).toEqual([]);
  });
});
