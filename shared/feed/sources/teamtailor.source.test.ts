import { describe, expect, it } from 'vitest';
import { teamtailor } from './teamtailor.source.ts';

const ask = { source: 'teamtailor', board: 'careers.ternteal.example' };
const FEED = 'https://careers.ternteal.example/jobs.json';
const read = (feed: unknown, url = FEED) => teamtailor.read({ url, contentType: '', body: JSON.stringify(feed) }, ask);
const weaver = {
  id: '20fafb7d-0000-4061-b6de-2894b3e0838b',
  title: 'Net Weaver',
  url: 'https://careers.ternteal.example/jobs/7167985-net-weaver',
  date_published: '2026-02-04T09:26:20+01:00',
  content_html: '<p>You weave.</p>',
  _jobposting: {
    '@type': 'JobPosting',
    title: 'Net Weaver',
    description: '<p>You weave nets.</p>',
    identifier: { '@type': 'PropertyValue', name: 'Tern & Teal', value: 7167985 },
    datePosted: '2026-02-04T09:26:20+01:00',
    employmentType: 'FULL_TIME',
    hiringOrganization: { '@type': 'Organization', name: 'Tern & Teal' },
    jobLocation: [{ address: { addressLocality: 'Madrid', addressCountry: 'ES', addressRegion: 'Europe' } }],
  },
};

describe('a Teamtailor career site', () => {
  it('lies under its own domain or the system’s', () => {
    expect(teamtailor.start(ask, {}).url).toBe(FEED);
    expect(teamtailor.start({ source: 'teamtailor', board: 'ternteal' }, {}).url).toBe(
      'https://ternteal.teamtailor.com/jobs.json',
    );
    expect(() => teamtailor.start({ source: 'teamtailor', board: 'a/b' }, {})).toThrow(
      expect.objectContaining({ code: 'feed.no_board' }),
    );
  });

  it('carries what each posting describes to machines', () => {
    expect(read({ items: [weaver] }).postings[0]).toMatchObject({
      source: 'teamtailor',
      sourceId: weaver.id,
      url: weaver.url,
      title: 'Net Weaver',
      company: 'Tern & Teal',
      places: [{ text: 'Madrid, ES', city: 'Madrid', region: null, country: 'ES' }],
      description: '<p>You weave nets.</p>',
      employmentType: 'full-time',
      requisition: '7167985',
      postedAt: '2026-02-04T08:26:20.000Z',
    });
    expect(read({ items: [{ ...weaver, _jobposting: undefined }] }).postings[0]).toMatchObject({
      title: 'Net Weaver',
      description: '<p>You weave.</p>',
      postedAt: '2026-02-04T08:26:20.000Z',
    });
  });

  it('turns pages at its own host only, and a foreign or bad entry is lost alone', () => {
    expect(read({ items: [], next_url: `${FEED}?page=2` }).next?.url).toBe(`${FEED}?page=2`);
    for (const next_url of [FEED, 'https://evil.example/jobs.json', 'http://careers.ternteal.example/x', 7])
      expect(read({ items: [], next_url }).next).toBeUndefined();
    const { postings, rejected } = read({ items: [{ ...weaver, url: 'https://rivals.example/1' }, null, weaver] });
    expect([postings.length, rejected.length]).toEqual([1, 2]);
  });
});
