import { describe, expect, it } from 'vitest';
import { smartrecruiters } from './smartrecruiters.source.ts';

const ask = { source: 'smartrecruiters', board: 'TernTeal' };
const start = smartrecruiters.start(ask, {}).url;
const read = (content: unknown[], { total = content.length, url = start }: { total?: number; url?: string } = {}) =>
  smartrecruiters.read(
    { url, contentType: '', body: JSON.stringify({ offset: 0, limit: 100, totalFound: total, content }) },
    ask,
  );

const nurse = {
  id: '744000999000111',
  name: 'Ship Nurse',
  uuid: '0761de07-0000-4000-8000-905f0df48ec1',
  refNumber: 'REF9',
  company: { identifier: 'TernTeal', name: 'Tern & Teal' },
  releasedDate: '2026-10-02T14:04:29.638Z',
  location: {
    city: 'Leith',
    region: '',
    country: 'gb',
    remote: false,
    hybrid: true,
    hybridDescription: '2 days a week',
    fullLocation: 'Leith, , United Kingdom',
  },
  industry: { id: 'health', label: 'Health' },
  department: { id: '1', label: 'Sick bay' },
  function: { id: 'health_care_provider', label: 'Health Care Provider' },
  typeOfEmployment: { id: 'permanent', label: 'Full-time' },
  experienceLevel: { id: 'associate', label: 'Associate' },
  customField: [
    { fieldId: 'COUNTRY', fieldLabel: 'Country/Region', valueId: 'gb', valueLabel: 'United Kingdom' },
    { fieldId: 'x', fieldLabel: 'Brands', valueLabel: 'Teal' },
    { fieldId: 'y', fieldLabel: 'Salary Range', valueLabel: '30000 - 35000 GBP Annual' },
  ],
  visibility: 'PUBLIC',
  language: { code: 'en-GB', label: 'English (UK)' },
};
const detailed = {
  ...nurse,
  customField: undefined,
  postingUrl: 'https://jobs.smartrecruiters.com/TernTeal/744000999000111-ship-nurse',
  applyUrl: 'https://jobs.smartrecruiters.com/TernTeal/744000999000111-ship-nurse?oga=true',
  jobAd: {
    sections: {
      companyDescription: { title: 'Company Description', text: '<p>We sail.</p>' },
      jobDescription: { title: 'Job Description', text: '<p>You heal.</p>' },
      qualifications: { title: 'Qualifications', text: '<ul><li>A registration</li></ul>' },
      additionalInformation: { title: '', text: '<p>Soup daily.</p>' },
      videos: { title: 'Videos', urls: [] },
    },
  },
  compensation: { min: 31000, max: 36000, currency: 'GBP', period: 'YEARLY' },
};

describe('a SmartRecruiters company', () => {
  it('lists postings without text, every other field carried', () => {
    const { postings, total, next } = read([nurse]);
    expect(postings[0]).toMatchObject({
      sourceId: nurse.id,
      url: 'https://jobs.smartrecruiters.com/TernTeal/744000999000111',
      title: 'Ship Nurse',
      company: 'Tern & Teal',
      places: [{ text: 'Leith, United Kingdom', city: 'Leith', region: null, country: 'GB' }],
      remote: { kind: 'hybrid', text: '2 days a week' },
      description: '',
      truncated: true,
      pay: { min: 30000, max: 35000, currency: 'GBP', period: 'year', text: '30000 - 35000 GBP Annual' },
      employmentType: 'full-time',
      department: 'Sick bay',
      seniority: 'Associate',
      categories: ['Health', 'Health Care Provider', 'Sick bay', 'Brands: Teal'],
      requisition: 'REF9',
      postedAt: '2026-10-02T14:04:29.638Z'.replace('.638', '.000'),
      language: 'en',
    });
    expect([total, next]).toEqual([1, undefined]);
  });

  it('gives the text of one posting under its headings', () => {
    const listed = read([nurse]).postings[0];
    if (!listed) throw new Error('not listed');
    expect(smartrecruiters.detail?.(listed, ask, {}).url).toBe(
      'https://api.smartrecruiters.com/v1/companies/TernTeal/postings/744000999000111',
    );
    const answer = (body: unknown) => ({ url: '', contentType: '', body: JSON.stringify(body) });
    expect(smartrecruiters.readDetail?.(answer(detailed), listed)).toMatchObject({
      sourceId: nurse.id,
      url: detailed.postingUrl,
      applyUrl: detailed.applyUrl,
      description:
        '<h3>Company Description</h3>\n<p>We sail.</p>\n\n<h3>Job Description</h3>\n<p>You heal.</p>\n\n<h3>Qualifications</h3>\n<ul><li>A registration</li></ul>\n\n<h3>Additional information</h3>\n<p>Soup daily.</p>',
      sections: { requirements: '<ul><li>A registration</li></ul>', preferred: null, benefits: null },
      pay: { min: 31000, max: 36000, currency: 'GBP', period: 'year' },
      categories: expect.arrayContaining(['Brands: Teal']),
      truncated: false,
    });
    for (const wrong of [{ ...detailed, id: '1' }, { ...detailed, jobAd: null }, { message: 'gone' }])
      expect(() => smartrecruiters.readDetail?.(answer(wrong), listed)).toThrow(
        expect.objectContaining({ code: 'feed.unreadable' }),
      );
  });

  it('turns pages until all are seen, and an empty page ends it whatever the total says', () => {
    expect(read([nurse], { total: 3 }).next?.url).toContain('offset=1');
    expect(read([nurse], { total: 3, url: `${start.replace('offset=0', 'offset=2')}` }).next).toBeUndefined();
    expect(read([], { total: 1e15 }).next).toBeUndefined();
    expect(read([nurse], { total: 1e15, url: start.replace('offset=0', 'offset=20000') }).next).toBeUndefined();
  });

  it('leaves out what is internal, and knows remote work and "not applicable"', () => {
    const { postings } = read([
      { ...nurse, id: '1', visibility: 'INTERNAL' },
      {
        ...nurse,
        id: '2',
        location: { ...nurse.location, remote: true, hybrid: false },
        experienceLevel: { id: 'not_applicable', label: 'Not Applicable' },
      },
    ]);
    expect(postings.map(({ sourceId }) => sourceId)).toEqual(['2']);
    expect(postings[0]).toMatchObject({ remote: { kind: 'remote', countries: ['GB'] }, seniority: null });
  });
});
