import { blockAt, given } from './posting-parts.ts';
import { type Site, type SiteQuirks, textAt } from './site.ts';

export const taleo: Site = {
  name: 'taleo',
  hosts: ['*.taleo.net'],
  readJob: (document) => ({
    ...given(
      'title',
      textAt(document, '#requisitionDescriptionInterface\\.reqTitleLinkAction\\.row1', '.titlepage', 'h1'),
    ),
    ...given('location', textAt(document, '#requisitionDescriptionInterface\\.ID1633\\.row1')),
    ...given('description', blockAt(document, '.requisitionDescription', '.mastercontentpanel3')),
  }),
};

export const taleoQuirks: SiteQuirks = {
  note: 'Comes in steps; fill each one when you reach it.',
  testUrls: ['https://acme.taleo.net/careersection/2/jobapply.ftl?job=1'],
};
