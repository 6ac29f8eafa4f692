import { blockAt, given } from './posting-parts.ts';
import { type Site, type SiteQuirks, textAt } from './site.ts';

export const jobvite: Site = {
  name: 'jobvite',
  hosts: ['jobs.jobvite.com', 'app.jobvite.com'],
  readJob: (document) => ({
    ...given('title', textAt(document, '.jv-header', '.jv-job-detail-name')),
    ...given('location', textAt(document, '.jv-job-detail-meta')),
    ...given('description', blockAt(document, '.jv-job-detail-description')),
  }),
};

export const jobviteQuirks: SiteQuirks = {
  note: 'Shows its privacy consent before the form; that is yours to give.',
  testUrls: ['https://jobs.jobvite.com/acme/job/o1/apply'],
};
