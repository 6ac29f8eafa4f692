import { describe, expect, it } from 'vitest';
import { lever } from './lever.source.ts';

const ask = { source: 'lever', board: 'ternteal' };
const answer = (jobs: unknown, url = lever.start(ask, {}).url) => ({
  url,
  contentType: 'application/json',
  body: JSON.stringify(jobs),
});

const clerk = {
  id: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  text: 'Harbour Clerk',
  categories: {
    commitment: 'Contract',
    department: 'Office',
    team: 'Desk',
    level: 'Junior',
    location: 'Porto',
    allLocations: ['Porto', 'Lisbon'],
  },
  country: 'PT',
  workplaceType: 'remote',
  createdAt: 1764205361939,
  description: '<div>You greet ships.</div>',
  descriptionPlain: 'You greet ships.',
  lists: [
    { text: "What You'll Do", content: '<li>Greet</li>' },
    { text: 'Requirements:', content: '<li>Two years at a desk</li>' },
    { text: 'Nice to have', content: '<li>A whistle</li>' },
    { text: 'Benefits <b>', content: '<li>Sea air</li>' },
  ],
  additional: '<p>We answer everybody.</p>',
  salaryRange: { currency: 'eur', interval: 'per-year-salary', min: 24000, max: 28000 },
  salaryDescription: '<p>Paid 14 times.</p>',
  salaryDescriptionPlain: 'Paid 14 times.',
  hostedUrl: 'https://jobs.lever.co/ternteal/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  applyUrl: 'https://jobs.lever.co/ternteal/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/apply',
};

describe('a Lever site', () => {
  it('has a host in Europe too', () => {
    expect(lever.start(ask, {}).url).toBe('https://api.lever.co/v0/postings/ternteal?mode=json&limit=100&skip=0');
    expect(lever.start({ source: 'lever', board: 'eu:ternteal' }, {}).url).toMatch(
      /^https:\/\/api\.eu\.lever\.co\/v0\/postings\/ternteal\?/,
    );
    expect(lever.boardUrl?.('eu:ternteal')).toBe('https://jobs.eu.lever.co/ternteal');
    for (const board of ['eu:', 'eu:../x', 'us:x', ''])
      expect(() => lever.start({ source: 'lever', board }, {})).toThrow(
        expect.objectContaining({ code: 'feed.no_board' }),
      );
  });

  it('carries every field of a posting, requirements under their headings', () => {
    expect(lever.read(answer([clerk]), ask).postings[0]).toMatchObject({
      sourceId: clerk.id,
      url: clerk.hostedUrl,
      applyUrl: clerk.applyUrl,
      title: 'Harbour Clerk',
      company: null,
      places: [
        { text: 'Porto', city: 'Porto', country: 'PT' },
        { text: 'Lisbon', city: 'Lisbon', country: 'PT' },
      ],
      remote: { kind: 'remote', countries: ['PT'] },
      description: [
        '<div>You greet ships.</div>',
        "<h3>What You'll Do</h3>\n<ul><li>Greet</li></ul>",
        '<h3>Requirements:</h3>\n<ul><li>Two years at a desk</li></ul>',
        '<h3>Nice to have</h3>\n<ul><li>A whistle</li></ul>',
        '<h3>Benefits</h3>\n<ul><li>Sea air</li></ul>',
        '<p>Paid 14 times.</p>',
        '<p>We answer everybody.</p>',
      ].join('\n\n'),
      sections: {
        requirements: '<ul><li>Two years at a desk</li></ul>',
        preferred: '<ul><li>A whistle</li></ul>',
        benefits: '<ul><li>Sea air</li></ul>',
      },
      pay: { min: 24000, max: 28000, currency: 'EUR', period: 'year', text: 'Paid 14 times.' },
      employmentType: 'contract',
      department: 'Office',
      seniority: 'Junior',
      categories: ['Office', 'Desk', 'Contract'],
      postedAt: new Date(1764205361939).toISOString(),
    });
  });

  it('stands on its plain text where there is no other', () => {
    const { description, lists, additional, salaryDescription, ...bare } = clerk;
    expect(
      lever.read(answer([{ ...bare, descriptionPlain: 'Pay < 5 & more\nSecond line' }]), ask).postings[0]?.description,
    ).toContain('Pay &lt; 5 &amp; more<br>Second line');
  });

  it('goes on only behind a full page, at its own host, and not for ever', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ ...clerk, id: `id-${i}` }));
    expect(lever.read(answer(many), ask).next?.url).toContain('skip=100');
    expect(lever.read(answer(many.slice(1)), ask).next).toBeUndefined();
    expect(lever.read(answer([]), ask)).toEqual({ postings: [], rejected: [] });
    expect(
      lever.read(answer(many, 'https://api.lever.co/v0/postings/ternteal?mode=json&limit=100&skip=19900'), ask).next,
    ).toBeUndefined();
    expect(lever.read(answer(many, 'https://evil.example/v0?skip=0'), ask).next).toBeUndefined();
  });

  it('knows an account that does not exist by its answer', () => {
    expect(() => lever.read(answer({ ok: false, error: 'Document not found' }), ask)).toThrow(
      expect.objectContaining({ code: 'feed.unreadable' }),
    );
  });

  it.each([
    ['hybrid', 'hybrid'],
    ['onsite', 'onsite'],
    ['on-site', 'onsite'],
    ['unspecified', undefined],
    [7, undefined],
  ])('workplace %s is %s', (workplaceType, kind) => {
    expect(lever.read(answer([{ ...clerk, workplaceType }]), ask).postings[0]?.remote?.kind).toBe(kind);
  });
});
