import { blockAt, given } from './posting-parts.ts';
import { metaAt, type Site, type SiteQuirks, textAt } from './site.ts';

export const recruitee: Site = {
  name: 'recruitee',
  hosts: ['*.recruitee.com'],
  readJob: (document, url) => ({
    ...given('title', textAt(document, '[data-testid=offer-title]', 'h1')),
    ...given('company', metaAt(document, 'og:site_name') ?? url.hostname.split('.')[0]),
    ...given('location', textAt(document, '[data-testid=styled-location-list-item]', '.custom-css-style-job-location')),
    ...given('description', blockAt(document, '[data-testid=offer-description]', '.description')),
  }),
};

export const recruiteeQuirks: SiteQuirks = {
  fields: [
    { match: /^candidate\[name\]$|^input-candidate\.name$/, field: 'fullName' },
    { match: /^candidate\[email\]$|^input-candidate\.email$/, field: 'email' },
    { match: /^candidate\[phone\]$|^input-candidate\.phone$/, field: 'phone' },
    { match: /^candidate\[cv\]$/, field: 'resumeFile' },
  ],
  testUrls: ['https://acme.recruitee.com/o/engineer/c/new'],
};
