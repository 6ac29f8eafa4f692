import { describe, expect, it } from 'vitest';
import { greenhouse } from './greenhouse.source.ts';

const ask = { source: 'greenhouse', board: 'ternteal' };
const read = (jobs: unknown[], meta: unknown = { total: jobs.length }) =>
  greenhouse.read(
    { url: greenhouse.start(ask, {}).url, contentType: 'application/json', body: JSON.stringify({ jobs, meta }) },
    ask,
  );

const baker = {
  absolute_url: 'https://job-boards.greenhouse.io/ternteal/jobs/4400100200',
  internal_job_id: 3300100200,
  location: { name: 'Lyon, France; Remote - Spain' },
  metadata: [
    { id: 1, name: 'Employment Type', value: 'Part-time', value_type: 'single_select' },
    { id: 2, name: 'Shifts', value: ['Night', 'Weekend'], value_type: 'multi_select' },
    { id: 3, name: 'Budget', value: null, value_type: 'number' },
  ],
  id: 4400100200,
  updated_at: '2026-08-29T08:50:01-04:00',
  requisition_id: 'TT-7',
  title: 'Night Baker ',
  company_name: 'Tern & Teal ',
  first_published: '2026-08-16T11:55:32-04:00',
  language: 'fr',
  application_deadline: '2026-12-01',
  content:
    '&lt;h2&gt;Requirements&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;Two years of bread &amp;amp; butter&lt;/li&gt;&lt;/ul&gt;',
  departments: [{ id: 9, name: 'Kitchen', child_ids: [], parent_id: null }],
  offices: [{ id: 8, name: 'Lyon', location: 'Lyon, Rhône, France', child_ids: [], parent_id: null }],
  pay_input_ranges: [
    { min_cents: 1400, max_cents: 1850, currency_type: 'EUR', title: 'Hourly rate', blurb: '<p>Plus nights</p>' },
    { min_cents: 1300, max_cents: 1700, currency_type: 'EUR', title: 'Spain', blurb: '' },
  ],
};

describe('a Greenhouse board', () => {
  it('is asked for whole, by a name that cannot leave its place in the address', () => {
    expect(greenhouse.start(ask, {}).url).toBe('https://boards-api.greenhouse.io/v1/boards/ternteal/jobs?content=true');
    for (const board of [undefined, '', '../v2', 'a/b', 'a?b', 'https://x.example', '.'])
      expect(() => greenhouse.start({ source: 'greenhouse', ...(board !== undefined && { board }) }, {})).toThrow(
        expect.objectContaining({ code: 'feed.no_board' }),
      );
  });

  it('carries every field of a posting', () => {
    const { postings, rejected, total } = read([baker]);
    expect(rejected).toEqual([]);
    expect(total).toBe(1);
    expect(postings[0]).toMatchObject({
      sourceId: '4400100200',
      url: baker.absolute_url,
      title: 'Night Baker',
      company: 'Tern & Teal',
      places: [
        { text: 'Lyon, France', city: 'Lyon', country: 'FR' },
        { text: 'Remote - Spain', city: null, country: 'ES' },
      ],
      description: '<h2>Requirements</h2><ul><li>Two years of bread &amp; butter</li></ul>',
      pay: {
        min: 14,
        max: 18.5,
        currency: 'EUR',
        period: 'hour',
        predicted: false,
        text: 'Hourly rate 14–18.5 EUR; Spain 13–17 EUR',
      },
      employmentType: 'part-time',
      department: 'Kitchen',
      categories: ['Kitchen', 'Lyon', 'Employment Type: Part-time', 'Shifts: Night, Weekend'],
      requisition: 'TT-7',
      postedAt: '2026-08-16T15:55:32.000Z',
      updatedAt: '2026-08-29T12:50:01.000Z',
      expiresAt: '2026-12-02T09:59:59.000Z',
      language: 'fr',
      truncated: false,
    });
  });

  it('takes the offices where a posting names no place', () => {
    expect(read([{ ...baker, location: { name: '' } }]).postings[0]?.places).toMatchObject([
      { text: 'Lyon, Rhône, France', country: 'FR' },
    ]);
    expect(read([{ ...baker, location: null }]).postings[0]?.places).toHaveLength(1);
  });

  it('passes over prospect posts and repetitions, and a bad entry stops nothing', () => {
    const { postings, rejected } = read([
      { ...baker, id: 1, internal_job_id: null },
      baker,
      { ...baker, title: 'The same again' },
      { ...baker, id: 2, title: '' },
      { ...baker, id: 3, absolute_url: 'javascript:alert(1)' },
      null,
      'text',
      {
        ...baker,
        id: 4,
        first_published: 'yesterday',
        departments: 'none',
        metadata: {},
        offices: null,
        pay_input_ranges: 7,
      },
    ]);
    expect(postings.map(({ sourceId, title }) => [sourceId, title])).toEqual([
      ['4400100200', 'Night Baker'],
      ['4', 'Night Baker'],
    ]);
    expect(rejected.map(({ sourceId }) => sourceId)).toEqual(['2', '3', null, null]);
    expect(postings[1]).toMatchObject({ postedAt: null, department: null, pay: null });
  });

  it('keeps ids whose digits a number would lose', () => {
    const body = JSON.stringify({ jobs: [baker] }).replace('"id":4400100200,', '"id":90071992547409931,');
    expect(
      greenhouse.read({ url: 'https://boards-api.greenhouse.io/', contentType: '', body }, ask).postings[0]?.sourceId,
    ).toBe('90071992547409931');
  });

  it('tells what its form will ask', () => {
    const request = greenhouse.questions?.({ sourceId: '44', url: '' }, 'ternteal');
    expect(request?.url).toBe('https://boards-api.greenhouse.io/v1/boards/ternteal/jobs/44?questions=true');
    const field = (type: string, name = 'question_1') => [{ name, type, values: [] }];
    const form = {
      ...baker,
      questions: [
        { label: 'First Name', required: true, fields: field('input_text', 'first_name') },
        {
          label: 'Resume',
          required: true,
          fields: [...field('input_file', 'resume'), ...field('textarea', 'resume_text')],
        },
        { label: 'Why bread?', required: false, fields: field('textarea') },
        { label: 'May you work in France?', required: true, fields: field('multi_value_single_select') },
        { label: 'How did you hear of us?', required: false, fields: field('multi_value_single_select') },
      ],
      location_questions: [{ label: 'Location', required: true, fields: field('input_text', 'location') }],
    };
    expect(greenhouse.readQuestions?.({ url: '', contentType: '', body: JSON.stringify(form) })).toEqual({
      count: 4,
      written: 1,
      knockouts: ['May you work in France?'],
    });
    expect(greenhouse.readQuestions?.({ url: '', contentType: '', body: JSON.stringify(baker) })).toBeUndefined();
  });
});
