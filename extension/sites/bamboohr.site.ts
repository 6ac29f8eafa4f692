import { labelled } from './page-structure.ts';
import { blockAt, given } from './posting-parts.ts';
import { metaAt, type Site, type SiteQuirks, textAt } from './site.ts';

export const bamboohr: Site = {
  name: 'bamboohr',
  hosts: ['*.bamboohr.com'],
  readJob: (document, url) => ({
    ...given('title', textAt(document, '.ResumatorJobTitle', 'h2', 'h1')),
    ...given('company', metaAt(document, 'og:site_name') ?? url.hostname.split('.')[0]),
    ...given('location', labelled(document, /^location$/i)),
    ...given('description', blockAt(document, '.BambooRichText', '#descriptionWrapper')),
    ...given('employmentType', labelled(document, /^employment type$/i)),
  }),
};

export const bamboohrQuirks: SiteQuirks = { testUrls: ['https://acme.bamboohr.com/careers/12'] };
