import { labelled } from './page-structure.ts';
import { blockAt, companyOfLogo, given, remoteIn } from './posting-parts.ts';
import { type Site, type SiteQuirks, textAt } from './site.ts';

export const ashby: Site = {
  name: 'ashby',
  hosts: ['jobs.ashbyhq.com', '*.ashbyhq.com'],
  readJob: (document, url) => ({
    ...given('title', textAt(document, '.ashby-job-posting-heading')),
    ...given('company', companyOfLogo(document) ?? decodeURIComponent(url.pathname.split('/')[1] ?? '')),
    ...given('location', labelled(document, /^location$/i)),
    ...given(
      'description',
      blockAt(document, '[class*="_descriptionText"]', '.ashby-job-posting-right-pane [class*="_description"]'),
    ),
    ...given('employmentType', labelled(document, /^employment type$/i)),
    ...given('salary', textAt(document, '[class*="_compensationTierSummary"]')),
    ...remoteIn(labelled(document, /^location type$/i)),
  }),
};

export const ashbyQuirks: SiteQuirks = {
  fields: [
    { match: /^_systemfield_name$/, field: 'fullName' },
    { match: /^_systemfield_email$/, field: 'email' },
    { match: /^_systemfield_phone$/, field: 'phone' },
    { match: /^_systemfield_resume$/, field: 'resumeFile' },
    { match: /^_systemfield_location$/, field: 'location' },
  ],

  note: 'Takes one application per e-mail address and may limit how many you send.',
  testUrls: ['https://jobs.ashbyhq.com/acme/7d0e/application'],
};
