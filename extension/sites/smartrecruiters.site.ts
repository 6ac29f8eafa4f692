import { blockAt, given } from './posting-parts.ts';
import { metaAt, type Site, type SiteQuirks, textAt } from './site.ts';

export const smartrecruiters: Site = {
  name: 'smartrecruiters',
  hosts: ['jobs.smartrecruiters.com', 'careers.smartrecruiters.com'],
  readJob: (document) => ({
    ...given('title', textAt(document, '[itemprop=title]', 'h1.job-title')),
    ...given('company', metaAt(document, 'og:site_name') ?? textAt(document, '[itemprop=hiringOrganization]')),
    ...given('location', textAt(document, '[itemprop=jobLocation]', 'spl-job-location', '.job-details .job-detail')),
    ...given('description', blockAt(document, '[itemprop=description]', '.job-sections')),
  }),
};

export const smartrecruitersQuirks: SiteQuirks = {
  testUrls: ['https://jobs.smartrecruiters.com/Acme/744000000000001-engineer'],
};
