import { describe, expect, it } from 'vitest';
import { displayOf } from '../display.data.ts';
import type { JobSource } from '../source.schema.ts';
import { arbeitnow } from './arbeitnow.source.ts';
import { himalayas } from './himalayas.source.ts';
import { remoteok } from './remoteok.source.ts';
import { remotive } from './remotive.source.ts';
import { themuse } from './themuse.source.ts';

const read = (source: JobSource, url: string, answer: unknown) =>
  source.read({ url, contentType: 'application/json', body: JSON.stringify(answer) }, { source: source.id });

describe('Remotive', () => {
  const job = {
    id: 31,
    url: 'https://remotive.com/remote-jobs/design/illustrator-31',
    title: 'Illustrator',
    company_name: 'Inkwell',
    category: 'Design',
    tags: ['drawing', 'drawing', ''],
    job_type: 'freelance',
    publication_date: '2026-07-28T14:23:05',
    candidate_required_location: 'UK, France',
    salary: '$45,000 - $50,000',
    description: '<p>Draw.</p>',
  };

  it('reads a posting with where one may work from and pay from its words', () => {
    expect(read(remotive, 'https://remotive.com/api/remote-jobs', { jobs: [job] }).postings[0]).toMatchObject({
      sourceId: '31',
      company: 'Inkwell',
      remote: { kind: 'remote', countries: ['GB', 'FR'] },
      employmentType: 'contract',
      pay: { min: 45_000, max: 50_000, currency: 'USD', period: 'year', text: '$45,000 - $50,000' },
      categories: ['Design', 'drawing'],
      postedAt: '2026-07-28T14:23:05.000Z',
    });
  });

  it('keeps pay words that hold no figure, and knows none where none are written', () => {
    const pay = (salary: string) =>
      read(remotive, 'https://remotive.com/api/remote-jobs', { jobs: [{ ...job, salary }] }).postings[0]?.pay;
    expect(pay('competitive')).toMatchObject({ min: null, max: null, text: 'competitive' });
    expect(pay('')).toBeNull();
  });

  it('is asked at most four times a day, and its postings are open to all with its name', () => {
    expect(remotive.pace.perDay).toBeLessThanOrEqual(4);
    expect(displayOf('remotive')).toMatchObject({ credit: 'Remotive', openToAll: true });
  });
});

describe('Remote OK', () => {
  const job = {
    id: '88',
    epoch: 1_785_704_722,
    date: '2026-08-02T21:05:22+00:00',
    company: 'Fjord',
    position: 'Kayak Guide',
    tags: ['sea'],
    description: `${'Guide guests. '.repeat(40)}They donâ\u0080\u0099t swim.<br/><br/>Please mention the word **HERRING** and tag RMTI= when applying to show you read the job post completely (#RMTI=).`,
    location: 'Bergen, ',
    apply_url: 'https://remoteok.com/l/88',
    salary_min: 0,
    salary_max: 0,
    url: 'https://remoteOK.com/remote-jobs/88',
  };
  const one = (fields: Record<string, unknown> = {}) =>
    read(remoteok, 'https://remoteok.com/api', [
      { legal: 'terms', last_updated: 1 },
      { ...job, ...fields },
    ]);

  it('passes over the notice, which is no posting', () => {
    expect(one().postings).toHaveLength(1);
    expect(one().rejected).toEqual([]);
  });

  it('takes 0 for pay that is not stated, and mends letters and the end of the text', () => {
    const posting = one().postings[0];
    expect(posting?.pay).toBeNull();
    expect(posting?.description.endsWith('They don’t swim.')).toBe(true);
    expect(one({ salary_min: 60_000, salary_max: 80_000 }).postings[0]?.pay).toMatchObject({
      min: 60_000,
      max: 80_000,
      currency: 'USD',
    });
  });

  it('takes a word that is no place for none', () => {
    expect(one({ location: 'How, ' }).postings[0]).toMatchObject({
      places: [],
      remote: { kind: 'remote', countries: [], text: null },
    });
    expect(one({ location: 'Bergen, Norway' }).postings[0]?.remote?.countries).toEqual(['NO']);
  });

  it('tells thin adverts', () => {
    expect(one({ description: 'A nice role… READ MORE' }).postings[0]?.truncated).toBe(true);
    expect(one().postings[0]?.truncated).toBe(false);
  });

  it('is credited by a link that search engines may follow', () => {
    expect(displayOf('remoteok')).toMatchObject({ credit: 'Remote OK', follow: true });
  });
});

describe('Arbeitnow', () => {
  const job = {
    slug: 'koch-ulm-12',
    company_name: 'Löffel GmbH',
    title: 'Koch (m/w/d)',
    description: '<p>Kochen.</p>',
    remote: false,
    url: 'https://www.arbeitnow.com/jobs/companies/loeffel/koch-ulm-12',
    tags: ['Gastronomie'],
    job_types: ['berufserfahren', 'Vollzeit'],
    location: 'Hamburg, Berlin',
    created_at: 1_785_792_634,
  };
  const page = (n: number, links: unknown = { next: 'http://10.0.0.1/steal' }) =>
    read(arbeitnow, `https://www.arbeitnow.com/api/job-board-api?page=${n}`, { data: [job], links });

  it('tells the kind of contract from the level, and several cities apart', () => {
    expect(page(1).postings[0]).toMatchObject({
      sourceId: 'koch-ulm-12',
      places: [
        { city: 'Hamburg', country: 'DE' },
        { city: 'Berlin', country: 'DE' },
      ],
      remote: null,
      employmentType: 'full-time',
      seniority: 'berufserfahren',
      postedAt: '2026-08-03T21:30:34.000Z',
    });
  });

  it('goes on to the next page by counting, never by the address in the answer, and ends', () => {
    expect(page(1).next).toEqual({ url: 'https://www.arbeitnow.com/api/job-board-api?page=2' });
    expect(page(10).next).toBeUndefined();
    expect(page(1, {}).next).toBeUndefined();
  });
});

describe('The Muse', () => {
  const job = {
    id: 501,
    name: 'Nurse',
    contents: '<p>Care.</p>',
    company: { name: 'Elm Clinic' },
    locations: [{ name: 'Dayton, OH' }, { name: 'Flexible / Remote' }],
    levels: [{ name: 'Mid Level', short_name: 'mid' }],
    categories: [{ name: 'Healthcare' }],
    publication_date: '2026-06-10T09:59:33Z',
    refs: { landing_page: 'https://www.themuse.com/jobs/elm/nurse' },
  };
  const page = (n: number, answer: Record<string, unknown> = {}) =>
    read(themuse, `https://www.themuse.com/api/public/jobs?page=${n}`, {
      page: n,
      page_count: 3,
      total: 60,
      results: [job],
      ...answer,
    });

  it('reads a posting, and remote beside a place', () => {
    expect(page(0).postings[0]).toMatchObject({
      sourceId: '501',
      company: 'Elm Clinic',
      places: [{ text: 'Dayton, OH', region: 'Ohio', country: 'US' }],
      remote: { kind: 'remote' },
      seniority: 'Mid Level',
      categories: ['Healthcare'],
    });
  });

  it('counts pages from 0 and ends with the last, or when one is empty', () => {
    expect(page(0).next?.url).toContain('page=1');
    expect(page(2).next).toBeUndefined();
    expect(page(0, { page_count: 1_000_000, results: [] }).next).toBeUndefined();
    expect(page(99, { page_count: 1_000_000 }).next).toBeUndefined();
  });
});

describe('Himalayas', () => {
  const job = {
    guid: 'https://himalayas.app/companies/owl/jobs/writer',
    title: 'Writer',
    companyName: 'Owl',
    employmentType: 'Part Time',
    seniority: ['Mid-level', 'Senior'],
    minSalary: 40_000,
    maxSalary: 52_000,
    currency: 'EUR',
    locationRestrictions: ['Portugal', 'Spain'],
    categories: ['Technical-Writer'],
    description: '<p>Write.</p>',
    pubDate: 1_785_000_000,
    expiryDate: 1_790_000_000,
    applicationLink: 'https://himalayas.app/companies/owl/jobs/writer/apply',
  };
  const page = (fields: Record<string, unknown> = {}, offset = 0) =>
    read(himalayas, `https://himalayas.app/jobs/api?limit=20&offset=${offset}`, {
      totalCount: 30_000,
      jobs: [{ ...job, ...fields }],
    });

  it('reads a posting with its countries, pay for a year and both dates', () => {
    expect(page().postings[0]).toMatchObject({
      sourceId: 'https://himalayas.app/companies/owl/jobs/writer',
      applyUrl: 'https://himalayas.app/companies/owl/jobs/writer/apply',
      remote: { kind: 'remote', countries: ['PT', 'ES'], text: 'Portugal, Spain' },
      pay: { min: 40_000, max: 52_000, currency: 'EUR', period: 'year' },
      employmentType: 'part-time',
      seniority: 'Mid-level, Senior',
      categories: ['Technical Writer'],
      postedAt: '2026-07-25T17:20:00.000Z',
      expiresAt: '2026-09-21T14:13:20.000Z',
    });
  });

  it('takes nearly the whole world for no restriction', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    const many =
      'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE US CA MX BR AR CL CO PE UY PY BO EC VE CR PA GT HN SV NI JP KR VN TH PH ID MY SG IN PK BD LK NP AU NZ ZA KE NG GH EG MA'.split(
        ' ',
      );
    expect(page({ locationRestrictions: many.map((code) => names.of(code)) }).postings[0]?.remote?.countries).toEqual(
      [],
    );
  });

  it('ends after a bounded number of pages, however many there are', () => {
    expect(page().next?.url).toContain('offset=1');
    expect(page({}, 499).next).toBeUndefined();
  });
});
