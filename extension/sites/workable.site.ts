import { blockAt, given, remoteIn } from './posting-parts.ts';
import { metaAt, type Site, type SiteQuirks, textAt } from './site.ts';

export const workable: Site = {
  name: 'workable',
  hosts: ['apply.workable.com', 'jobs.workable.com'],
  readJob: (document, url) => ({
    ...given('title', textAt(document, '[data-ui=job-title]')),
    ...given('company', metaAt(document, 'og:site_name') ?? url.pathname.split('/')[1]),
    ...given('location', textAt(document, '[data-ui=job-location]')),
    ...given('description', blockAt(document, '[data-ui=job-description]')),
    ...given('employmentType', textAt(document, '[data-ui=job-type]')),
    ...remoteIn(textAt(document, '[data-ui=job-workplace]')),
  }),
};

export const workableQuirks: SiteQuirks = {
  fields: [
    { match: /^firstname$/, field: 'firstName' },
    { match: /^lastname$/, field: 'lastName' },
    { match: /^cover_letter$/, field: 'coverLetterText' },
  ],
  testUrls: ['https://apply.workable.com/acme/j/0123456789/apply/'],
};
