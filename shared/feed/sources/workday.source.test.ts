import { describe, expect, it } from 'vitest';
import { workday } from './workday.source.ts';

const ask = { source: 'workday', board: 'ternteal.wd5.myworkdayjobs.com/Careers' };
const API = 'https://ternteal.wd5.myworkdayjobs.com/wday/cxs/ternteal/Careers';
const answer = (body: unknown, url = `${API}/jobs?offset=0`) => ({ url, contentType: '', body: JSON.stringify(body) });
const keeper = {
  title: 'Lighthouse Keeper',
  externalPath: '/job/Norway---Bergen/Lighthouse-Keeper_JR354-1',
  locationsText: 'Bergen, Norway',
  postedOn: 'Posted Yesterday',
  bulletFields: ['JR354'],
};
const page = (...jobPostings: unknown[]) => ({ total: 45, jobPostings, facets: [], userAuthenticated: false });

describe('a Workday career site', () => {
  it('is named by host and site, and by nothing else', () => {
    const start = workday.start(ask, {});
    expect(start).toMatchObject({ url: `${API}/jobs?offset=0`, method: 'POST' });
    expect(JSON.parse(start.body ?? '')).toEqual({ appliedFacets: {}, limit: 20, offset: 0, searchText: '' });
    for (const board of [
      undefined,
      'ternteal',
      'ternteal.wd5.myworkdayjobs.com',
      'evil.example/Careers',
      'a.wd5.myworkdayjobs.com/x/y',
      'a.wd5.myworkdayjobs.com.evil.example/x',
    ])
      expect(() => workday.start({ source: 'workday', ...(board && { board }) }, {})).toThrow(
        expect.objectContaining({ code: 'feed.no_board' }),
      );
  });

  it('is found by any address of it', () => {
    for (const address of [
      `${API}/jobs`,
      'https://ternteal.wd5.myworkdayjobs.com/en-US/Careers/job/x_1',
      'https://ternteal.wd5.myworkdayjobs.com/Careers',
    ])
      expect(workday.boardAt?.(new URL(address))).toBe(ask.board);
    expect(workday.boardAt?.(new URL('https://www.myworkdayjobs.com/Careers'))).toBeUndefined();
  });

  it('lists postings without text; several places are told by the text alone', () => {
    const { postings, total } = workday.read(
      answer(page(keeper, { ...keeper, externalPath: '/job/x/Other_JR9', locationsText: '3 Locations' })),
      ask,
    );
    expect(total).toBe(45);
    expect(postings[0]).toMatchObject({
      sourceId: 'ternteal/Careers:JR354-1',
      url: 'https://ternteal.wd5.myworkdayjobs.com/Careers/job/Norway---Bergen/Lighthouse-Keeper_JR354-1',
      places: [{ text: 'Bergen, Norway', city: 'Bergen', country: 'NO' }],
      requisition: 'JR354',
      truncated: true,
    });
    expect(postings[1]?.places).toEqual([]);
  });

  it('gives the text of one posting', () => {
    const listed = workday.read(answer(page(keeper)), ask).postings[0];
    if (!listed) throw new Error('not listed');
    expect(workday.detail?.(listed, ask, {}).url).toBe(`${API}${keeper.externalPath}`);
    const jobPostingInfo = {
      title: 'Lighthouse Keeper',
      jobDescription: '<p>You keep the light.</p>',
      location: 'Bergen',
      additionalLocations: ['Aberdeen, United Kingdom', { descriptor: 'Skagen, Denmark' }, 7],
      country: { descriptor: 'Norway' },
      timeType: 'Full time',
      jobReqId: 'JR354',
      startDate: '2026-10-02',
      endDate: '2026-12-24',
      remoteType: 'Hybrid',
      externalUrl: 'https://evil.example/x',
    };
    expect(
      workday.readDetail?.(answer({ jobPostingInfo, hiringOrganization: { name: 'Tern & Teal AS' } }), listed),
    ).toMatchObject({
      sourceId: listed.sourceId,
      url: listed.url,
      company: 'Tern & Teal AS',
      places: [
        { text: 'Bergen', country: 'NO' },
        { text: 'Aberdeen, United Kingdom', country: 'GB' },
        { text: 'Skagen, Denmark', country: 'DK' },
      ],
      remote: { kind: 'hybrid' },
      description: '<p>You keep the light.</p>',
      employmentType: 'full-time',
      postedAt: '2026-10-02T00:00:00.000Z',
      expiresAt: '2026-12-25T09:59:59.000Z',
      truncated: false,
    });
    expect(() => workday.readDetail?.(answer({ jobPostingInfo: {} }), listed)).toThrow(
      expect.objectContaining({ code: 'feed.unreadable' }),
    );
  });

  it('turns pages while they are full, and not for ever', () => {
    const full = page(...Array.from({ length: 20 }, (_, i) => ({ ...keeper, externalPath: `/job/x/Keeper_${i}` })));
    const next = workday.read(answer(full), ask).next;
    expect(next).toMatchObject({ url: `${API}/jobs?offset=20`, method: 'POST' });
    expect(JSON.parse(next?.body ?? '').offset).toBe(20);
    expect(workday.read(answer(page(keeper)), ask).next).toBeUndefined();
    expect(workday.read(answer(full, `${API}/jobs?offset=1980`), ask).next).toBeUndefined();
  });

  it('loses entries whose path leads elsewhere alone', () => {
    const { postings, rejected } = workday.read(
      answer(
        page(
          { ...keeper, externalPath: '//evil.example/job/x' },
          { ...keeper, externalPath: '/job/../../x' },
          { ...keeper, externalPath: '/job/x?y' },
          null,
          keeper,
        ),
      ),
      ask,
    );
    expect([postings.length, rejected.length]).toEqual([1, 4]);
  });
});
