import { describe, expect, it } from 'vitest';
import { usajobs } from './usajobs.source.ts';

const item = (fields: Record<string, unknown>, details: Record<string, unknown> = {}) => ({
  MatchedObjectId: '770011200',
  MatchedObjectDescriptor: {
    PositionID: 'NPS-26-114',
    PositionTitle: 'Park Ranger (Interpretation)',
    PositionURI: 'https://www.usajobs.gov:443/job/770011200',
    ApplyURI: ['https://www.usajobs.gov/job/770011200/apply'],
    PositionLocation: [
      {
        LocationName: 'Moab, Utah',
        CountryCode: 'United States',
        CountrySubDivisionCode: 'Utah',
        CityName: 'Moab, Utah',
      },
    ],
    OrganizationName: 'Office of Parks',
    DepartmentName: 'Department of Land',
    JobCategory: [{ Name: 'Park Ranger', Code: '0025' }],
    JobGrade: [{ Code: 'GS' }],
    PositionSchedule: [{ Name: 'Full-time', Code: '1' }],
    PositionOfferingType: [{ Name: 'Permanent', Code: '15317' }],
    QualificationSummary: 'One year of guiding groups.',
    PositionRemuneration: [{ MinimumRange: '52100', MaximumRange: '67700.50', RateIntervalCode: 'PA' }],
    PublicationStartDate: '2026-08-03',
    ApplicationCloseDate: '2026-08-24',
    ...fields,
    UserArea: { Details: { JobSummary: 'Tell visitors about the canyon.', LowGrade: '7', HighGrade: '9', ...details } },
  },
});
const answer = (items: unknown[], all: number | string = items.length, page = 1) => ({
  url: `https://data.usajobs.gov/api/search?Keyword=ranger&ResultsPerPage=500&Page=${page}&Fields=Full`,
  contentType: 'application/json',
  body: JSON.stringify({
    LanguageCode: 'EN',
    SearchResult: { SearchResultCount: items.length, SearchResultCountAll: all, SearchResultItems: items },
  }),
});
const one = (fields: Record<string, unknown> = {}, details: Record<string, unknown> = {}) =>
  usajobs.read(answer([item(fields, details)]), { source: 'usajobs' }).postings[0];

describe('USAJobs', () => {
  it('is asked with the key and mail address of the installation, and the words of the search encoded', () => {
    const request = usajobs.start(
      { source: 'usajobs', query: { what: 'ranger & guide', where: 'Moab, Utah', days: 7, remote: true } },
      { USAJOBS_EMAIL: 'ops@example.org', USAJOBS_KEY: 'k' },
    );
    const url = new URL(request.url);
    expect(url.origin + url.pathname).toBe('https://data.usajobs.gov/api/search');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      Keyword: 'ranger & guide',
      LocationName: 'Moab, Utah',
      DatePosted: '7',
      RemoteIndicator: 'True',
      Fields: 'Full',
    });
    expect(request.headers).toEqual({ 'User-Agent': 'ops@example.org', 'Authorization-Key': 'k' });
  });

  it('carries title, place, grade, pay, who may apply and both dates', () => {
    expect(
      one(
        {},
        { WhoMayApply: { Name: 'United States citizens' }, HiringPath: ['public', 'vet'], SecurityClearance: 'Secret' },
      ),
    ).toMatchObject({
      sourceId: '770011200',
      url: 'https://www.usajobs.gov/job/770011200',
      applyUrl: 'https://www.usajobs.gov/job/770011200/apply',
      title: 'Park Ranger (Interpretation)',
      company: 'Office of Parks',
      department: 'Department of Land',
      places: [{ text: 'Moab, Utah', city: 'Moab', region: 'Utah', country: 'US' }],
      seniority: 'GS-7/9',
      pay: { min: 52_100, max: 67_700.5, currency: 'USD', period: 'year', predicted: false },
      employmentType: 'full-time',
      categories: ['0025 Park Ranger'],
      eligibility: ['United States citizens', 'Open to the public', 'Veterans', 'Security clearance: Secret'],
      requisition: 'NPS-26-114',
      postedAt: '2026-08-03T00:00:00.000Z',
      language: 'en',
    });
  });

  it('lets people apply until the closing day has ended in Hawaii', () => {
    expect(one()?.expiresAt).toBe('2026-08-25T09:59:59.000Z');
  });

  it.each([
    ['PH', '30', '41', { min: 30, max: 41, period: 'hour' }],
    ['Per Hour', '30', '41', { min: 30, max: 41, period: 'hour' }],
    ['BW', '2400', '3000', { min: 1200, max: 1500, period: 'week' }],
    ['Per Year', '52100', '67700', { min: 52_100, max: 67_700, period: 'year' }],
    ['PM', '4000', '5000', { min: 4000, max: 5000, period: 'month' }],
    ['PW', '12', '15', { min: 12, max: 15, period: null }],
  ])('reads pay by the interval %s', (code, low, high, pay) => {
    expect(
      one({ PositionRemuneration: [{ MinimumRange: low, MaximumRange: high, RateIntervalCode: code }] })?.pay,
    ).toMatchObject(pay);
  });

  it('knows no pay where the work is without compensation', () => {
    expect(
      one({ PositionRemuneration: [{ MinimumRange: '0', MaximumRange: '0', RateIntervalCode: 'WC' }] })?.pay,
    ).toBeNull();
  });

  it('keeps duties, requirements and qualifications under their headings and what is typed as text', () => {
    const posting = one(
      { QualificationSummary: 'Skill in C<br> and <script>alert(1)</script>' },
      { MajorDuties: ['Lead walks.', 'Write signs.'], Requirements: 'A driving licence.' },
    );
    expect(posting?.description).toContain('<h3>Duties</h3>\nLead walks.<br>Write signs.');
    expect(posting?.description).not.toContain('<script');
    expect(posting?.sections?.requirements).toContain('A driving licence.');
  });

  it('tells remote from telework, and says nothing where nothing is said', () => {
    expect(one({}, { RemoteIndicator: true, TeleworkEligible: true })?.remote).toEqual({
      kind: 'remote',
      countries: ['US'],
      text: null,
    });
    expect(one({}, { RemoteIndicator: false, TeleworkEligible: true })?.remote?.kind).toBe('hybrid');
    expect(one({}, { RemoteIndicator: false, TeleworkEligible: false })?.remote?.kind).toBe('onsite');
    expect(one()?.remote).toBeNull();
  });

  it('reads the older shape, where a place may be negotiable and an address is missing', () => {
    const posting = one({
      PositionURI: undefined,
      PositionLocation: [
        {
          LocationName: ' Location Negotiable After Selection, United States',
          CountryCode: 'United States',
          CountrySubDivisionCode: 'N/A',
          CityName: ' Location Negotiable After Selection, United States',
        },
      ],
      PositionOfferingType: [{ Name: 'Term (not to exceed 2 years)' }],
      PublicationStartDate: '2016-06-08T00:00:00Z',
    });
    expect(posting).toMatchObject({
      url: 'https://www.usajobs.gov/job/770011200',
      places: [{ city: null, region: null, country: 'US' }],
      employmentType: 'temporary',
      postedAt: '2016-06-08T00:00:00.000Z',
    });
  });

  it('asks for the next page until the last, never beyond 10,000 rows, and only at its own host', () => {
    const next = (all: number, page: number) =>
      usajobs.read(answer([item({})], all, page), { source: 'usajobs' }).next?.url;
    expect(new URL(next(1200, 1) ?? '').searchParams.get('Page')).toBe('2');
    expect(next(1200, 3)).toBeUndefined();
    expect(next(90_000, 20)).toBeUndefined();
    const elsewhere = { ...answer([item({})], 1200), url: 'https://evil.example/api/search?Page=1' };
    expect(usajobs.read(elsewhere, { source: 'usajobs' }).next).toBeUndefined();
  });

  it('takes the good entries of a page with bad ones', () => {
    const page = usajobs.read(answer([null, { MatchedObjectId: '5' }, item({}), 'text', item({ PositionTitle: '' })]), {
      source: 'usajobs',
    });
    expect(page.postings).toHaveLength(1);
    expect(page.rejected).toContainEqual({ sourceId: '5', code: 'feed.unreadable' });
    expect(page.rejected).toHaveLength(4);
  });
});
