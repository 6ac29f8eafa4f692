import { describe, expect, it } from 'vitest';
import { bamboohr } from './bamboohr.source.ts';

const ask = { source: 'bamboohr', board: 'ternteal' };
const answer = (body: unknown) => ({
  url: 'https://ternteal.bamboohr.com/careers/list',
  contentType: '',
  body: JSON.stringify(body),
});
const read = (...result: unknown[]) => bamboohr.read(answer({ meta: { totalCount: result.length }, result }), ask);
const none = { country: null, state: null, province: null, city: null };
const mate = {
  id: '86',
  jobOpeningName: 'First Mate',
  departmentLabel: 'Deck',
  employmentStatusLabel: 'Full Time',
  employmentType: null,
  location: { city: 'Fort Bragg', state: 'California' },
  atsLocation: none,
  isRemote: null,
  locationType: '0',
};

describe('a BambooHR careers page', () => {
  it('lists postings without text, under ids that no other employer has', () => {
    const { postings, total } = read(mate, {
      ...mate,
      id: 87,
      atsLocation: { ...none, city: 'Turku', country: 'Finland' },
      locationType: '2',
    });
    expect(total).toBe(2);
    expect(postings[0]).toMatchObject({
      sourceId: 'ternteal:86',
      url: 'https://ternteal.bamboohr.com/careers/86',
      title: 'First Mate',
      places: [{ text: 'Fort Bragg, California', city: 'Fort Bragg', region: 'California' }],
      remote: { kind: 'onsite' },
      employmentType: 'full-time',
      department: 'Deck',
      truncated: true,
    });
    expect(postings[1]).toMatchObject({ places: [{ city: 'Turku', country: 'FI' }], remote: { kind: 'hybrid' } });
    expect(read({ ...mate, isRemote: true, locationType: null }).postings[0]?.remote?.kind).toBe('remote');
  });

  it('gives the text of one posting', () => {
    const listed = read(mate).postings[0];
    if (!listed) throw new Error('not listed');
    expect(bamboohr.detail?.(listed, ask, {}).url).toBe('https://ternteal.bamboohr.com/careers/86/detail');
    const jobOpening = {
      description: '<p>You keep watch.</p>',
      datePosted: '2026-10-01',
      compensation: '$30 an hour',
      minimumExperience: 'Mid-level',
      jobOpeningShareUrl: 'https://ternteal.bamboohr.com/careers/86',
      location: { city: 'Noyo', state: 'California', addressCountry: 'United States' },
    };
    expect(bamboohr.readDetail?.(answer({ result: { jobOpening } }), listed)).toMatchObject({
      sourceId: 'ternteal:86',
      description: '<p>You keep watch.</p>',
      places: [{ city: 'Noyo', country: 'US' }],
      pay: { min: null, text: '$30 an hour' },
      seniority: 'Mid-level',
      postedAt: '2026-10-01T00:00:00.000Z',
      truncated: false,
    });
    for (const wrong of [{}, { result: null }, { result: { jobOpening: { description: ' ' } } }])
      expect(() => bamboohr.readDetail?.(answer(wrong), listed)).toThrow(
        expect.objectContaining({ code: 'feed.unreadable' }),
      );
  });

  it('loses one bad entry alone', () => {
    const { postings, rejected } = read(
      { ...mate, id: null },
      7,
      { ...mate, jobOpeningName: '' },
      { ...mate, location: 'here', atsLocation: 4 },
    );
    expect([postings.length, rejected.length]).toEqual([1, 3]);
    expect(postings[0]?.places).toEqual([]);
  });
});
