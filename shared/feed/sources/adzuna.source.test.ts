import { describe, expect, it } from 'vitest';
import { displayOf } from '../display.data.ts';
import { adzuna } from './adzuna.source.ts';

const job = (fields: Record<string, unknown> = {}) => ({
  id: '4400112233',
  title: 'Senior <strong>Baker</strong>',
  company: { display_name: 'Crumb &amp; Sons' },
  location: { area: ['UK', 'South East England', 'Kent', 'Dover'], display_name: 'Dover, Kent' },
  redirect_url: 'https://www.adzuna.co.uk/jobs/land/ad/4400112233?se=abc&utm_medium=api&utm_source=1&v=FF',
  category: { tag: 'trade-jobs', label: 'Trade Jobs' },
  created: '2026-09-01T06:00:00Z',
  salary_min: 31_000,
  salary_max: 34_000,
  salary_is_predicted: '0',
  contract_type: 'permanent',
  contract_time: 'part_time',
  description: 'Bake bread. '.repeat(60).slice(0, 500),
  ...fields,
});
const read = (results: unknown[], { country = 'gb', page = 1, count = results.length } = {}) =>
  adzuna.read(
    {
      url: `https://api.adzuna.com/v1/api/jobs/${country}/search/${page}?app_id=i&app_key=k&what=baker`,
      contentType: 'application/json',
      body: JSON.stringify({ count, mean: 1, results }),
    },
    { source: 'adzuna' },
  );

describe('Adzuna', () => {
  it('reads a posting with the money of its country, an excerpt as an excerpt, and no markup in the title', () => {
    expect(read([job()]).postings[0]).toMatchObject({
      sourceId: '4400112233',
      url: 'https://www.adzuna.co.uk/jobs/details/4400112233',
      title: 'Senior Baker',
      company: 'Crumb & Sons',
      places: [{ text: 'Dover, Kent', city: 'Dover', region: 'South East England', country: 'GB' }],
      pay: { min: 31_000, max: 34_000, currency: 'GBP', period: 'year', predicted: false },
      employmentType: 'part-time',
      categories: ['Trade Jobs'],
      postedAt: '2026-09-01T06:00:00.000Z',
      truncated: true,
    });
  });

  it('marks pay that Adzuna reckoned, so that it is never shown as offered', () => {
    expect(read([job({ salary_is_predicted: '1' })]).postings[0]?.pay?.predicted).toBe(true);
  });

  it('takes two searches’ links to one advert for the same address', () => {
    const again = job({ redirect_url: 'https://www.adzuna.co.uk/jobs/land/ad/4400112233?se=zzz&v=11' });
    expect(read([again]).postings[0]?.url).toBe(read([job()]).postings[0]?.url);
  });

  it('leaves the company and the category open where they are blank or unknown', () => {
    const posting = read([job({ company: { display_name: '' }, category: { tag: 'unknown', label: 'Unknown' } })])
      .postings[0];
    expect(posting).toMatchObject({ company: null, categories: [] });
  });

  it('does not take a county or a quarter for the city', () => {
    const city = (area: string[], country: string) =>
      read([job({ location: { area, display_name: area.at(-1) } })], { country }).postings[0]?.places[0]?.city;
    expect(city(['US', 'Ohio', 'Stark County', 'Canton'], 'us')).toBe('Canton');
    expect(city(['US', 'Ohio', 'Stark County'], 'us')).toBeNull();
    expect(city(['France', 'Ile-de-France', 'Paris', '8ème Arrondissement'], 'fr')).toBe('Paris');
  });

  it('asks one more page of a full one and then stops, with 250 calls a day for everybody', () => {
    const full = Array.from({ length: 50 }, (_, i) => job({ id: String(i) }));
    const next = read(full, { count: 9000 }).next?.url;
    expect(next).toBe('https://api.adzuna.com/v1/api/jobs/gb/search/2?app_id=i&app_key=k&what=baker');
    expect(read(full, { count: 9000, page: 2 }).next).toBeUndefined();
    expect(read([job()]).next).toBeUndefined();
    expect(adzuna.pace.perDay).toBeLessThanOrEqual(250);
  });

  it('refuses a country it does not serve, and anything that is no country', () => {
    const start = (country: string) => () => adzuna.start({ source: 'adzuna', query: { country } }, {});
    expect(start('JP')).toThrow('no postings of that country');
    expect(start('..')).toThrow('no postings of that country');
    expect(adzuna.start({ source: 'adzuna', query: { country: 'DE', what: 'Bäcker' } }, {}).url).toContain(
      '/jobs/de/search/1?',
    );
  });

  it('must be credited with its label in its size', () => {
    expect(displayOf('adzuna')).toMatchObject({ credit: 'Jobs by Adzuna', creditSize: { width: 116, height: 23 } });
  });
});
