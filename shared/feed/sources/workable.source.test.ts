import { describe, expect, it } from 'vitest';
import { workable } from './workable.source.ts';

const ask = { source: 'workable', board: 'tern-teal' };
const read = (...jobs: unknown[]) =>
  workable.read(
    {
      url: workable.start(ask, {}).url,
      contentType: '',
      body: JSON.stringify({ name: 'Tern & Teal', description: null, jobs }),
    },
    ask,
  );
const place = (country: string, countryCode: string, city = '', hidden = false) => ({
  country,
  countryCode,
  city,
  region: null,
  hidden,
});
const diver = {
  title: 'Diver',
  shortcode: 'AB12CD34EF',
  code: 'D-1',
  employment_type: 'Full-time',
  telecommuting: false,
  department: 'Hull',
  url: 'https://apply.workable.com/j/AB12CD34EF',
  shortlink: 'https://apply.workable.com/j/AB12CD34EF',
  application_url: 'https://apply.workable.com/j/AB12CD34EF/apply',
  published_on: '2026-07-30',
  created_at: '2026-07-01',
  country: 'Greece',
  city: 'Piraeus',
  state: 'Attica',
  education: "Bachelor's Degree",
  experience: 'Mid-Senior level',
  function: 'Engineering',
  industry: 'Maritime',
  locations: [place('Greece', 'GR', 'Piraeus')],
  description: '<p><strong>Requirements</strong></p><ul><li>A licence</li></ul>',
};

describe('a Workable account', () => {
  it('is asked for with its texts', () => {
    expect(workable.start(ask, {}).url).toBe(
      'https://apply.workable.com/api/v1/widget/accounts/tern-teal?details=true',
    );
    expect(() => workable.start({ source: 'workable', board: 'a/b' }, {})).toThrow(
      expect.objectContaining({ code: 'feed.no_board' }),
    );
  });

  it('carries every field of a posting', () => {
    expect(read(diver).postings[0]).toMatchObject({
      sourceId: 'AB12CD34EF',
      url: diver.url,
      applyUrl: diver.application_url,
      company: 'Tern & Teal',
      places: [{ text: 'Piraeus, Greece', city: 'Piraeus', country: 'GR' }],
      remote: null,
      description: diver.description,
      employmentType: 'full-time',
      department: 'Hull',
      seniority: 'Mid-Senior level',
      education: "Bachelor's Degree",
      categories: ['Engineering', 'Maritime', 'Hull'],
      requisition: 'D-1',
      postedAt: '2026-07-30T00:00:00.000Z',
    });
  });

  it('joins what stands there once per place', () => {
    const { postings, rejected } = read(
      { ...diver, telecommuting: true, locations: [place('Spain', 'ES')] },
      { ...diver, shortcode: 'OTHER00001', url: 'https://apply.workable.com/j/OTHER00001' },
      { ...diver, telecommuting: true, locations: [place('Portugal', 'PT')] },
    );
    expect(rejected).toEqual([]);
    expect(postings.map(({ sourceId, places }) => [sourceId, places.map(({ country }) => country)])).toEqual([
      ['AB12CD34EF', ['ES', 'PT']],
      ['OTHER00001', ['GR']],
    ]);
    expect(postings[0]?.remote).toEqual({ kind: 'remote', countries: ['ES', 'PT'], text: null });
  });

  it('takes the hidden place of a remote posting for an office, and no other', () => {
    const hidden = { ...diver, locations: [place('Greece', 'GR', 'Piraeus', true)] };
    expect(read({ ...hidden, telecommuting: true }).postings[0]).toMatchObject({
      places: [],
      remote: { kind: 'remote', countries: [] },
    });
    expect(read(hidden).postings[0]?.places).toHaveLength(1);
    expect(read({ ...diver, locations: undefined }).postings[0]?.places).toMatchObject([
      { text: 'Piraeus, Attica, Greece', country: 'GR' },
    ]);
  });

  it('loses one bad entry alone', () => {
    const { postings, rejected } = read(
      { ...diver, shortcode: null },
      null,
      { ...diver, title: 5 },
      { ...diver, shortcode: 'GOOD000001' },
    );
    expect(postings.map(({ sourceId }) => sourceId)).toEqual(['AB12CD34EF', 'GOOD000001']);
    expect(rejected).toHaveLength(2);
  });
});
