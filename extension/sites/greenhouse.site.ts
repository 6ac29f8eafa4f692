import { blockAt, companyFromTitle, given } from './posting-parts.ts';
import { type Site, type SiteQuirks, textAt } from './site.ts';

export const greenhouse: Site = {
  name: 'greenhouse',
  hosts: ['boards.greenhouse.io', 'job-boards.greenhouse.io', 'boards.eu.greenhouse.io', 'job-boards.eu.greenhouse.io'],
  readJob: (document, url) => ({
    ...given('title', textAt(document, '.job__title h1', '.app-title', '#header h1')),
    ...given(
      'company',
      /^(?:at )?(.+)$/.exec(textAt(document, '.company-name') ?? '')?.[1] ??
        companyFromTitle(document) ??
        url.searchParams.get('for') ??
        undefined,
    ),
    ...given('location', textAt(document, '.job__location', '#header .location', '.location')),
    ...given('description', blockAt(document, '.job__description', '#content')),
    ...given('salary', textAt(document, '.job__pay-ranges .body', '.pay-range', '.job__pay-ranges')),
  }),
};

export const greenhouseQuirks: SiteQuirks = {
  fields: [
    { match: /^(?:job_application\[)?first_name\]?$/, field: 'firstName' },
    { match: /^(?:job_application\[)?last_name\]?$/, field: 'lastName' },
    { match: /^candidate-location$|^job_application_location$/, field: 'location' },
    { match: /^end-year--\d+$/, field: 'graduationYear' },
  ],
  note: 'May send a code by e-mail after you submit.',
  testUrls: [
    'https://boards.greenhouse.io/acme/jobs/1',
    'https://job-boards.greenhouse.io/acme/jobs/1',
    'https://boards.greenhouse.io/embed/job_app?for=acme&token=1',
  ],
};
