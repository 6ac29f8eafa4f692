import { blockAt, given } from './posting-parts.ts';
import { type Site, type SiteQuirks, textAt } from './site.ts';

export const successfactors: Site = {
  name: 'successfactors',
  hosts: ['*.successfactors.com', '*.successfactors.eu', '*.sapsf.com', '*.sapsf.eu', '*.sapsf.cn'],
  readJob: (document) => ({
    ...given('title', textAt(document, '[itemprop=title]', '#job-title')),
    ...given('location', textAt(document, '[itemprop=jobLocation]', '.jobGeoLocation')),
    ...given('description', blockAt(document, '[itemprop=description]', '.jobdescription')),
    ...given('postedAt', textAt(document, '[itemprop=datePosted]')),
  }),
};

export const successfactorsQuirks: SiteQuirks = {
  note: 'Some lists open only after the one before them is chosen; fill again then.',
  testUrls: ['https://career55.sapsf.eu/portalcareer', 'https://career4.successfactors.com/career?company=acme'],
};
