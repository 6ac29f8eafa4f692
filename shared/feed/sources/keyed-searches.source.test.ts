import { describe, expect, it } from 'vitest';
import { posting } from '../posting.schema.ts';
import { jooble } from './jooble.source.ts';
import { reed } from './reed.source.ts';

describe('Reed', () => {
  const row = {
    jobId: 5011,
    employerName: 'Quill & Co',
    jobTitle: 'Solicitor',
    locationName: 'Leeds',
    minimumSalary: 50_000,
    maximumSalary: 60_000,
    currency: 'GBP',
    date: '18/09/2026',
    expirationDate: '30/10/2026',
    jobDescription: 'Advise clients on wills and property...',
    jobUrl: 'https://www.reed.co.uk/jobs/solicitor/5011',
  };
  const read = (rows: unknown[], skip = 0, total = rows.length) =>
    reed.read(
      {
        url: `https://www.reed.co.uk/api/1.0/search?resultsToTake=100&resultsToSkip=${skip}`,
        contentType: 'application/json',
        body: JSON.stringify({ results: rows, totalResults: total }),
      },
      { source: 'reed' },
    );
  const found =
    read([row]).postings[0] ?? posting({ source: 'reed', sourceId: '', url: '', title: '', description: '' });

  it('signs in with the key as the name and no password', () => {
    const { headers, url } = reed.start(
      { source: 'reed', query: { what: 'solicitor', where: 'Leeds' } },
      { REED_KEY: 'abc' },
    );
    expect(headers).toEqual({ Authorization: `Basic ${Buffer.from('abc:').toString('base64')}` });
    expect(new URL(url).searchParams.get('keywords')).toBe('solicitor');
  });

  it('reads days that begin with the day, pay for a year, and the excerpt as an excerpt', () => {
    expect(found).toMatchObject({
      sourceId: '5011',
      places: [{ city: 'Leeds', country: 'GB' }],
      pay: { min: 50_000, max: 60_000, currency: 'GBP', period: 'year' },
      postedAt: '2026-09-18T00:00:00.000Z',
      truncated: true,
    });
  });

  it('takes hidden pay for none, and a postcode for no city', () => {
    const hidden = read([{ ...row, minimumSalary: null, maximumSalary: null, currency: null, locationName: 'LS1 4AP' }])
      .postings[0];
    expect(hidden).toMatchObject({ pay: null, places: [{ text: 'LS1 4AP', city: null, country: 'GB' }] });
  });

  it('marks a course that poses as a job', () => {
    const course = read([
      {
        ...row,
        jobTitle: 'Trainee Coder',
        jobDescription: 'No experience needed. Train online at your own pace, land your first role.',
      },
    ]);
    expect(course.postings[0]?.categories).toEqual(['Training course']);
    expect(found.categories).toEqual([]);
  });

  it('gets the whole text, the employer’s own address and the kind of contract with the detail', () => {
    const request = reed.detail?.(found, { source: 'reed' }, { REED_KEY: 'abc' });
    expect(request).toMatchObject({
      url: 'https://www.reed.co.uk/api/1.0/jobs/5011',
      headers: { Authorization: expect.stringContaining('Basic ') },
    });
    const body = {
      ...row,
      date: undefined,
      datePosted: '18/09/2026',
      salaryType: 'per annum',
      contractType: 'Permanent',
      fullTime: true,
      partTime: false,
      externalUrl: 'https://quill.wd3.myworkdayjobs.com/x/job/Leeds_R-1',
      jobDescription: '<p>The whole of it.</p>',
    };
    expect(
      reed.readDetail?.(
        { url: request?.url ?? '', contentType: 'application/json', body: JSON.stringify(body) },
        found,
      ),
    ).toMatchObject({
      sourceId: '5011',
      description: '<p>The whole of it.</p>',
      applyUrl: 'https://quill.wd3.myworkdayjobs.com/x/job/Leeds_R-1',
      employmentType: 'full-time',
      truncated: false,
      pay: { period: 'year' },
    });
    const other = { url: '', contentType: '', body: JSON.stringify({ ...body, jobId: 1 }) };
    expect(() => reed.readDetail?.(other, found)).toThrow(expect.objectContaining({ code: 'feed.unreadable' }));
  });

  it('goes on while pages are full, and ends after five', () => {
    const full = Array.from({ length: 100 }, (_, i) => ({ ...row, jobId: i + 1 }));
    expect(read(full, 0, 9000).next?.url).toContain('resultsToSkip=100');
    expect(read(full, 400, 9000).next).toBeUndefined();
    expect(read([row], 0, 9000).next).toBeUndefined();
  });
});

describe('Jooble', () => {
  const text = `{"totalCount": 3, "jobs": [{"title":"<b>Welder</b>","location":"Gdansk","snippet":"&nbsp;...weld <b>steel</b>...","salary":"",
    "source":"steel.example","type":"Full-time","link":"https://jooble.org/desc/-6957375894526202970?ckey=welder&elckey=1",
    "company":"Stal","updated":"2026-08-13T04:39:15.7820007+00:00","id":-6957375894526202970}]}`;

  it('keeps every digit of ids that no number can hold', () => {
    const page = jooble.read(
      { url: 'https://jooble.org/api/k', contentType: 'application/json', body: text },
      { source: 'jooble' },
    );
    expect(page.total).toBe(3);
    expect(page.postings[0]).toMatchObject({
      sourceId: '-6957375894526202970',
      url: 'https://jooble.org/desc/-6957375894526202970',
      applyUrl: 'https://jooble.org/desc/-6957375894526202970?ckey=welder&elckey=1',
      title: 'Welder',
      employmentType: 'full-time',
      pay: null,
      truncated: true,
      updatedAt: '2026-08-13T04:39:15.000Z',
    });
  });

  it('asks by POST, with words and places inside the body alone', () => {
    const request = jooble.start(
      { source: 'jooble', query: { what: 'welder", "x": "', where: 'Gdańsk', remote: true } },
      { JOOBLE_KEY: 'a/b' },
    );
    expect(request).toMatchObject({ url: 'https://jooble.org/api/a%2Fb', method: 'POST' });
    expect(JSON.parse(request.body ?? '')).toMatchObject({ keywords: 'welder", "x": " remote', location: 'Gdańsk' });
  });
});
