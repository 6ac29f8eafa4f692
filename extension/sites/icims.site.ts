import { blockAt, given } from './posting-parts.ts';
import { type Site, type SiteQuirks, textAt } from './site.ts';

export const icims: Site = {
  name: 'icims',
  hosts: ['*.icims.com'],
  readJob: (document) => ({
    ...given('title', textAt(document, '.iCIMS_Header', 'h1.title')),
    ...given('location', textAt(document, '.iCIMS_JobHeaderData .header.left span:last-child', '[itemprop=address]')),
    ...given('description', blockAt(document, '.iCIMS_JobContent')),
  }),
};

export const icimsQuirks: SiteQuirks = {
  note: 'The form stands in a frame and comes in steps.',
  testUrls: ['https://careers-acme.icims.com/jobs/1234/engineer/candidate'],
};
