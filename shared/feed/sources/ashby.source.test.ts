import { describe, expect, it } from 'vitest';
import { contentOfAll } from '#shared/job/posting.rules.ts';
import { ashby } from './ashby.source.ts';

const ask = { source: 'ashby', board: 'Tern Teal' };
const read = (...jobs: unknown[]) =>
  ashby.read(
    { url: ashby.start(ask, {}).url, contentType: 'application/json', body: JSON.stringify({ jobs, apiVersion: '1' }) },
    ask,
  );

const salary = (minValue: number, maxValue: number, interval = '1 YEAR') => ({
  compensationTierSummary: 'CA$90K – CA$120K • Offers Equity',
  compensationTiers: [],
  summaryComponents: [
    { compensationType: 'EquityPercentage', interval: 'NONE', currencyCode: null, minValue: 0.1, maxValue: 0.2 },
    { compensationType: 'Salary', interval, currencyCode: 'CAD', minValue, maxValue },
  ],
});
const surveyor = {
  id: '11111111-2222-4333-8444-555555555555',
  title: 'Harbour Surveyor',
  department: 'Survey',
  team: 'Depths',
  employmentType: 'FullTime',
  location: 'Halifax, Nova Scotia',
  shouldDisplayCompensationOnJobPostings: true,
  secondaryLocations: [{ location: 'Quebec', address: { addressRegion: 'Quebec', addressCountry: 'Canada' } }],
  publishedAt: '2026-09-22T20:57:32.244+00:00',
  isListed: true,
  isRemote: true,
  workplaceType: 'Hybrid',
  address: { postalAddress: { addressRegion: 'Nova Scotia', addressCountry: 'Canada', addressLocality: 'Halifax' } },
  jobUrl: 'https://jobs.ashbyhq.com/Tern%20Teal/11111111-2222-4333-8444-555555555555',
  applyUrl: 'https://jobs.ashbyhq.com/Tern%20Teal/11111111-2222-4333-8444-555555555555/application',
  descriptionHtml: '<h2>Who you are</h2><ul><li>You read tides</li></ul>',
  descriptionPlain: 'WHO YOU ARE\n\n- You read tides',
  compensation: salary(90_000, 120_000),
};

describe('an Ashby board', () => {
  it('is asked by a name whose case and spaces stay', () => {
    expect(ashby.start(ask, {}).url).toBe(
      'https://api.ashbyhq.com/posting-api/job-board/Tern%20Teal?includeCompensation=true',
    );
    for (const board of ['', '..', 'a/b', 'a?b', 'a%2fb'])
      expect(() => ashby.start({ source: 'ashby', board }, {})).toThrow(
        expect.objectContaining({ code: 'feed.no_board' }),
      );
  });

  it('carries every field of a posting', () => {
    expect(read(surveyor).postings[0]).toMatchObject({
      sourceId: surveyor.id,
      url: surveyor.jobUrl,
      applyUrl: surveyor.applyUrl,
      company: null,
      places: [
        { text: 'Halifax, Nova Scotia', city: 'Halifax', region: 'Nova Scotia', country: 'CA' },
        { text: 'Quebec', city: null, region: 'Quebec', country: 'CA' },
      ],
      remote: { kind: 'hybrid', countries: [] },
      description: surveyor.descriptionHtml,
      pay: { min: 90_000, max: 120_000, currency: 'CAD', period: 'year', text: 'CA$90K – CA$120K • Offers Equity' },
      employmentType: 'full-time',
      department: 'Survey',
      categories: ['Survey', 'Depths'],
      postedAt: '2026-09-22T20:57:32.000Z',
    });
  });

  it('does not believe pay that no year pays, and shows none the employer hides', () => {
    expect(read({ ...surveyor, compensation: salary(150, 150) }).postings[0]?.pay).toMatchObject({
      min: null,
      max: null,
      currency: null,
    });
    expect(read({ ...surveyor, compensation: salary(-5, 40, '1 HOUR') }).postings[0]?.pay).toMatchObject({
      min: null,
      max: 40,
      period: 'hour',
    });
    expect(read({ ...surveyor, shouldDisplayCompensationOnJobPostings: false }).postings[0]?.pay).toBeNull();
    expect(read({ ...surveyor, compensation: undefined }).postings[0]?.pay).toBeNull();
  });

  it('does not let $150 a year become $150 an hour', () => {
    const typed = { ...salary(150, 150), compensationTierSummary: '$150.00' };
    const [posting] = read({ ...surveyor, compensation: typed }).postings;
    expect(posting?.pay).toMatchObject({ min: null, max: null, period: 'year', text: '$150.00 per year' });
    expect(contentOfAll(posting ? [posting] : [])?.salary).toBeUndefined();
  });

  it('says from where remote work is done by the place it names, not by the address of an office', () => {
    const remote = { ...surveyor, workplaceType: 'Remote', secondaryLocations: [] };
    const office = { postalAddress: { addressCountry: 'Panama' } };
    const { places, remote: kind } = read({ ...remote, location: 'LatAm', address: office }).postings[0] ?? {};
    expect(places).toEqual([{ text: 'LatAm', city: null, region: null, country: null }]);
    expect(kind?.countries).toEqual(expect.arrayContaining(['BR', 'AR', 'PA']));
    expect(read({ ...remote, location: 'Base', address: office }).postings[0]?.remote).toMatchObject({
      kind: 'remote',
      countries: ['PA'],
    });
    expect(read({ ...remote, workplaceType: undefined, isRemote: false }).postings[0]?.remote).toBeNull();
  });

  it('leaves out what is not listed, and one bad entry stops nothing', () => {
    const { postings, rejected } = read(
      { ...surveyor, id: 'x', isListed: false },
      { ...surveyor, title: null },
      7,
      surveyor,
    );
    expect(postings.map(({ sourceId }) => sourceId)).toEqual([surveyor.id]);
    expect(rejected).toHaveLength(2);
  });
});
