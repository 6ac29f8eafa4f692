import { describe, expect, it } from 'vitest';
import { recruitee } from './recruitee.source.ts';

const ask = { source: 'recruitee', board: 'ternteal' };
const read = (...offers: unknown[]) =>
  recruitee.read(
    { url: 'https://ternteal.recruitee.com/api/offers/', contentType: '', body: JSON.stringify({ offers }) },
    ask,
  );

const cooper = {
  id: 2700001,
  guid: 'e4u00',
  slug: 'cooper',
  title: 'Küfer (m/w/d)',
  status: 'published',
  company_name: 'Tern & Teal',
  careers_url: 'https://jobs.ternteal.example/o/cooper',
  careers_apply_url: 'https://jobs.ternteal.example/o/cooper/c/new',
  description: '<p>Du baust Fässer.</p>',
  requirements: '<ul><li>Drei Jahre Holz</li></ul>',
  highlight: 'Nur <heute>',
  employment_type_code: 'fulltime_permanent',
  experience_code: 'mid_level',
  education_code: 'vocational',
  category_code: 'wood_working',
  department: 'Werkstatt',
  tags: ['oak', ''],
  salary: { min: '30000', max: '36000', period: 'year', currency: 'EUR' },
  created_at: '2026-08-05 09:41:37 UTC',
  published_at: '2026-08-05 10:10:39 UTC',
  updated_at: '2026-08-06 11:45:30 UTC',
  close_at: '2026-12-24',
  remote: true,
  hybrid: false,
  on_site: true,
  locations: [
    {
      id: 1,
      name: 'Bremen',
      city: 'Bremen',
      state: 'Bremen',
      country: 'Germany',
      country_code: 'DE',
      note: 'Bring boots.',
    },
    { id: 2, name: 'Linz', city: 'Linz', state: null, country: 'Austria', country_code: 'AT', note: null },
  ],
  translations: {
    en: { title: 'Cooper', description: '<p>You build barrels.</p>' },
    de: { title: 'Küfer', description: '<p>Du baust Fässer.</p>' },
  },
  open_questions: [
    { kind: 'boolean', required: true, body: 'Kannst du schleppen?' },
    { kind: 'single_choice', required: true, body: 'Schicht?' },
    { kind: 'single_choice', required: false, body: 'Woher kennst du uns?' },
    { kind: 'text', required: false, body: 'Warum Fässer?' },
    { kind: 'string', required: true, body: 'Ab wann?' },
    { kind: 'infobox', required: false, body: 'Gleich geschafft.' },
  ],
};

describe('a Recruitee career site', () => {
  it('answers under its own domain too, never under one that could be anything', () => {
    expect(recruitee.start(ask, {}).url).toBe('https://ternteal.recruitee.com/api/offers/');
    expect(recruitee.start({ source: 'recruitee', board: 'jobs.ternteal.example' }, {}).url).toBe(
      'https://jobs.ternteal.example/api/offers/',
    );
    for (const board of ['a/b', 'a.b/c', 'x@y.example', '127.0.0.1', 'localhost:80', 'www.linkedin.com', '-a', ''])
      expect(() => recruitee.start({ source: 'recruitee', board }, {}), board).toThrow(
        expect.objectContaining({ code: 'feed.no_board' }),
      );
  });

  it('carries every field of an offer', () => {
    expect(read(cooper).postings[0]).toMatchObject({
      sourceId: '2700001',
      url: cooper.careers_url,
      applyUrl: cooper.careers_apply_url,
      company: 'Tern & Teal',
      places: [
        { text: 'Bremen, Bremen, Germany', city: 'Bremen', region: 'Bremen', country: 'DE' },
        { text: 'Linz, Austria', city: 'Linz', region: null, country: 'AT' },
      ],
      remote: { kind: 'hybrid', text: 'Bring boots.' },
      description:
        '<p>Du baust Fässer.</p>\n\n<h3>Requirements</h3>\n<ul><li>Drei Jahre Holz</li></ul>\n\n<h3>Highlights</h3>\nNur &lt;heute>',
      sections: { requirements: '<ul><li>Drei Jahre Holz</li></ul>', preferred: null, benefits: null },
      pay: { min: 30000, max: 36000, currency: 'EUR', period: 'year' },
      employmentType: 'full-time',
      department: 'Werkstatt',
      seniority: 'mid level',
      education: 'vocational',
      categories: ['wood working', 'Werkstatt', 'oak'],
      postedAt: '2026-08-05T10:10:39.000Z',
      updatedAt: '2026-08-06T11:45:30.000Z',
      expiresAt: '2026-12-25T09:59:59.000Z',
      language: 'de',
      questions: { count: 5, written: 1, knockouts: ['Kannst du schleppen?', 'Schicht?'] },
    });
  });

  it('leaves out what is not published, and one bad entry stops nothing', () => {
    const { postings, rejected } = read(
      { ...cooper, id: 1, status: 'internal' },
      { ...cooper, id: 2, careers_url: 'ftp://x' },
      [],
      { ...cooper, locations: 'x', salary: null, open_questions: null, city: 'Bremen', country_code: 'DE' },
    );
    expect(postings).toHaveLength(1);
    expect(postings[0]).toMatchObject({ places: [{ text: 'Bremen, DE', country: 'DE' }], pay: null, questions: null });
    expect(rejected).toHaveLength(2);
  });
});
