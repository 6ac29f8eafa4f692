import { blockAt, given } from './posting-parts.ts';
import { metaAt, type Site, type SiteQuirks, textAt } from './site.ts';

export const personio: Site = {
  name: 'personio',
  hosts: ['*.jobs.personio.de', '*.jobs.personio.com'],
  readJob: (document, url) => ({
    ...given('title', textAt(document, '.detail-title', 'h1')),
    ...given('company', metaAt(document, 'og:site_name') ?? url.hostname.split('.')[0]),
    ...given('location', textAt(document, '.detail-subtitle', '[class*=office]')),
    ...given('description', blockAt(document, '.job-description', '#job-details')),
  }),
};

export const personioQuirks: SiteQuirks = {
  fields: [
    { match: /^first_name$/, field: 'firstName' },
    { match: /^last_name$/, field: 'lastName' },
    { match: /^salary_expectations$/, field: 'salaryExpectation' },
    { match: /^available_from$/, field: 'startDate' },
  ],
  testUrls: ['https://acme.jobs.personio.de/job/123', 'https://acme.jobs.personio.com/job/123'],
};
