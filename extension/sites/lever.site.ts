import { blockAt, given, remoteIn, splitDash } from './posting-parts.ts';
import { type Site, type SiteQuirks, textAt } from './site.ts';

export const lever: Site = {
  name: 'lever',
  hosts: ['jobs.lever.co', 'jobs.eu.lever.co'],
  readJob: (document, url) => ({
    ...given('title', textAt(document, '.posting-headline h2', '.posting-header h2')),
    ...given('company', splitDash(document.title)),
    ...given('location', textAt(document, '.posting-categories .location', '.sort-by-location')),
    ...given(
      'description',
      blockAt(
        document,
        '.section.page-centered[data-qa=job-description]',
        '[data-qa=job-description]',
        '.posting-page .content .section-wrapper',
      ),
    ),
    ...given('employmentType', textAt(document, '.posting-categories .commitment', '.sort-by-commitment')),
    ...remoteIn(textAt(document, '.posting-categories .workplaceTypes', '.sort-by-workplaceTypes')),
    ...(textAt(document, '.posting-headline h2') ? {} : given('company', url.pathname.split('/')[1])),
  }),
};

export const leverQuirks: SiteQuirks = {
  fields: [
    { match: /^org$/, field: 'currentCompany' },
    { match: /^urls\[LinkedIn\]$/i, field: 'linkedin' },
    { match: /^urls\[GitHub\]$/i, field: 'github' },
    { match: /^urls\[Twitter\]$/i, field: 'twitter' },
    { match: /^urls\[(?:Portfolio|Other)\]$/i, field: 'website' },
    { match: /^location$|^location-input$/, field: 'location' },
    { match: /^comments$/, field: 'freeQuestion' },
    { match: /^eeo\[gender\]$/, field: 'gender' },
    { match: /^eeo\[race\]$/, field: 'race' },
    { match: /^eeo\[veteran\]$/, field: 'veteran' },
    { match: /^eeo\[disability\]$/, field: 'disability' },
  ],

  note: 'Reads the resume after the upload and fills boxes from it.',
  testUrls: ['https://jobs.lever.co/acme/0b1c/apply', 'https://jobs.eu.lever.co/acme/0b1c'],
};
