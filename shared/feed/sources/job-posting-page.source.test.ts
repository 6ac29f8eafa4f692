import { describe, expect, it } from 'vitest';
import { jobPostingPage } from './job-posting-page.source.ts';

const PAGE = 'https://careers.ternteal.example/jobs/7?utm_source=mail';
const ask = { source: 'job-posting-page', board: PAGE };
const read = (html: string, url = PAGE) => jobPostingPage.read({ url, contentType: 'text/html', body: html }, ask);
const script = (json: unknown) =>
  `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;

const pilot = {
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Harbour Pilot',
  description: '<p>You bring ships in.</p>',
  responsibilities: 'Boarding in all weather',
  qualifications: 'A master mariner certificate',
  jobBenefits: ['Sea air', 'Soup'],
  datePosted: '2026-10-02',
  validThrough: '2026-12-01',
  hiringOrganization: { '@type': 'Organization', name: 'Tern & Teal' },
  identifier: { '@type': 'PropertyValue', name: 'Tern & Teal', value: 7167985 },
  jobLocation: [
    {
      '@type': 'Place',
      address: {
        addressLocality: 'Bergen',
        addressRegion: 'Europe',
        addressCountry: { '@type': 'Country', name: 'NO' },
      },
    },
    {
      '@type': 'Place',
      address: { addressLocality: 'USA-MN Mounds View', addressCountry: 'United States of America' },
    },
    { '@type': 'Place', address: 'Leith, United Kingdom' },
  ],
  employmentType: ['PART_TIME', 'CONTRACTOR'],
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'NOK',
    value: { minValue: '600000', maxValue: 700000, unitText: 'YEAR' },
  },
  experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 36 },
  educationRequirements: { '@type': 'EducationalOccupationalCredential', credentialCategory: 'bachelor degree' },
  industry: 'Shipping',
  inLanguage: 'en-GB',
};

describe('a page with schema.org JobPosting', () => {
  it('carries every field', () => {
    const { postings, rejected } = read(`<html><head>${script(pilot)}</head></html>`);
    expect(rejected).toEqual([]);
    expect(postings[0]).toMatchObject({
      source: 'job-posting-page',
      sourceId: 'careers.ternteal.example/jobs/7',
      url: PAGE,
      title: 'Harbour Pilot',
      company: 'Tern & Teal',
      places: [
        { text: 'Bergen, NO', city: 'Bergen', region: null, country: 'NO' },
        { text: 'USA-MN Mounds View, United States of America', city: null, country: 'US' },
        { text: 'Leith, United Kingdom', country: 'GB' },
      ],
      remote: null,
      description:
        '<p>You bring ships in.</p>\n\n<h3>Responsibilities</h3>\nBoarding in all weather\n\n<h3>Requirements</h3>\nA master mariner certificate\n\n<h3>Benefits</h3>\nSea air\nSoup',
      sections: { requirements: 'A master mariner certificate', preferred: null, benefits: 'Sea air\nSoup' },
      pay: { min: 600000, max: 700000, currency: 'NOK', period: 'year', predicted: false },
      employmentType: 'part-time',
      seniority: '36 months of experience',
      education: 'bachelor degree',
      categories: ['Shipping'],
      requisition: '7167985',
      postedAt: '2026-10-02T00:00:00.000Z',
      expiresAt: '2026-12-02T09:59:59.000Z',
      language: 'en',
    });
  });

  it.each([
    ['in a list', [{ '@type': 'WebSite' }, pilot]],
    ['in a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'Organization' }, pilot] }],
    ['as an item of a list of items', { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: pilot }] }],
    ['with a long type', { ...pilot, '@type': ['http://schema.org/JobPosting'] }],
    ['with raw line breaks in its texts', JSON.stringify(pilot).replace('You bring', 'You\nbring\t')],
    ['wrapped in CDATA', `/*<![CDATA[*/${JSON.stringify(pilot)}/*]]>*/`],
    ['wrapped in a comment, with a semicolon', `<!-- ${JSON.stringify(pilot)}; -->`.replace('; -->', ' -->')],
    ['escaped as if it were text', JSON.stringify(pilot).replaceAll('"', '&quot;')],
  ])('is read %s', (_, json) => {
    expect(read(script(json)).postings.map(({ title }) => title)).toEqual(['Harbour Pilot']);
  });

  it('may show several, each under its own address or number', () => {
    const { postings, rejected } = read(
      script([
        { ...pilot, url: '/jobs/8' },
        { ...pilot, url: undefined, identifier: 'TT-9' },
        { ...pilot, url: undefined, identifier: 'TT-9' },
        { ...pilot, title: '' },
      ]),
    );
    expect(postings.map(({ sourceId, url }) => [sourceId, url])).toEqual([
      ['careers.ternteal.example/jobs/8', 'https://careers.ternteal.example/jobs/8'],
      ['careers.ternteal.example/jobs/7#TT-9', PAGE],
    ]);
    expect(rejected).toHaveLength(1);
  });

  it('speaks for its own site only', () => {
    const foreign = { ...pilot, url: 'https://boards.greenhouse.io/rivals/jobs/4400100200' };
    expect(read(script(foreign)).postings[0]).toMatchObject({ url: PAGE, sourceId: 'careers.ternteal.example/jobs/7' });
    expect(read(script({ ...pilot, url: 'https://shop.ternteal.example/work/7' })).postings[0]?.url).toBe(PAGE);
    expect(read(script({ ...pilot, url: 'https://ternteal.example/work/7' })).postings[0]?.url).toBe(
      'https://ternteal.example/work/7',
    );
    expect(read(`<link rel="canonical" href="https://rivals.example/x">${script(pilot)}`).postings[0]?.url).toBe(PAGE);
    expect(read(`<link rel="canonical" href="/jobs/7">${script(pilot)}`).postings[0]?.url).toBe(
      'https://careers.ternteal.example/jobs/7',
    );
  });

  it('tells remote work and from where', () => {
    const remote = {
      ...pilot,
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [
        { '@type': 'Country', name: 'USA' },
        { '@type': 'Country', name: 'Canada' },
      ],
    };
    expect(read(script(remote)).postings[0]?.remote).toEqual({
      kind: 'remote',
      countries: ['US', 'CA'],
      text: 'USA, Canada',
    });
    expect(
      read(script({ ...remote, applicantLocationRequirements: undefined })).postings[0]?.remote?.countries,
    ).toEqual(['NO', 'US', 'GB']);
  });

  it('knows reckoned pay from offered pay, and one figure from a range', () => {
    const { baseSalary, ...unpaid } = pilot;
    expect(read(script({ ...unpaid, estimatedSalary: [baseSalary] })).postings[0]?.pay).toMatchObject({
      min: 600000,
      predicted: true,
    });
    expect(
      read(script({ ...unpaid, baseSalary: { currency: 'EUR', value: { value: 18.5, unitText: 'HOUR' } } })).postings[0]
        ?.pay,
    ).toMatchObject({ min: 18.5, max: 18.5, currency: 'EUR', period: 'hour' });
    expect(read(script({ ...unpaid, baseSalary: 'from 20 to 25 an hour' })).postings[0]?.pay).toMatchObject({
      min: null,
      text: 'from 20 to 25 an hour',
    });
    expect(
      read(
        script({
          ...unpaid,
          baseSalary: { currency: 'EUR', value: { minValue: -3, maxValue: 'much', unitText: 'YEAR' } },
        }),
      ).postings[0]?.pay,
    ).toBeNull();
  });

  it('is no board where it describes no posting', () => {
    for (const html of [
      '',
      '<p>JobPosting</p>',
      script('{'),
      script({ '@type': 'Article' }),
      '<script type="application/ld+json">',
      script('['.repeat(5000)),
    ])
      expect(() => read(html)).toThrow(expect.objectContaining({ code: 'feed.no_board' }));
  });

  it('is never a page of LinkedIn or Indeed, nor anything that is no page', () => {
    const start = (board: string) => () => jobPostingPage.start({ source: 'job-posting-page', board }, {});
    expect(start('https://www.linkedin.com/jobs/view/1')).toThrow(
      expect.objectContaining({ code: 'feed.never_fetched' }),
    );
    expect(start('uk.indeed.com/viewjob?jk=1')).toThrow(expect.objectContaining({ code: 'feed.never_fetched' }));
    expect(start('javascript:alert(1)')).toThrow(expect.objectContaining({ code: 'feed.no_board' }));
    expect(start('ternteal.example/jobs/7')().url).toBe('https://ternteal.example/jobs/7');
  });

  it('cannot be made endless by its size or depth', () => {
    const deep = { ...pilot, '@type': 'x', inner: pilot };
    expect(
      read(script(Array.from({ length: 3000 }, (_, i) => ({ ...pilot, identifier: `n${i}` })))).postings,
    ).toHaveLength(500);
    expect(read(script(deep)).postings).toHaveLength(1);
    expect(
      read(script({ ...pilot, description: `<script>alert(1)<\\/script>${'x'.repeat(2_000_000)}` })).postings[0]
        ?.description.length,
    ).toBe(400_000);
    expect(() => read('<script type="application/ld+json"'.repeat(40_000))).toThrow();
  });
});
