import { blockAt, given } from './posting-parts.ts';
import { type Site, type SiteQuirks, textAt } from './site.ts';

export const workday: Site = {
  name: 'workday',
  hosts: ['*.myworkdayjobs.com', '*.myworkdayjobs-impl.com'],
  readJob: (document, url) => ({
    ...given('title', textAt(document, '[data-automation-id=jobPostingHeader]')),
    ...given('company', url.hostname.split('.')[0]),
    ...given(
      'location',
      textAt(document, '[data-automation-id=locations] dd', '[data-automation-id=job-posting-location]'),
    ),
    ...given('description', blockAt(document, '[data-automation-id=jobPostingDescription]')),
    ...given('employmentType', textAt(document, '[data-automation-id=time] dd')),
  }),
};

export const workdayQuirks: SiteQuirks = {
  fields: [
    { match: /legalName--firstName$|^legalNameSection_firstName$/, field: 'firstName' },
    { match: /legalName--lastName$|^legalNameSection_lastName$/, field: 'lastName' },
    { match: /legalName--middleName$|^legalNameSection_middleName$/, field: 'middleName' },
    { match: /^address--addressLine1$|^addressSection_addressLine1$/, field: 'address1' },
    { match: /^address--addressLine2$|^addressSection_addressLine2$/, field: 'address2' },
    { match: /^address--city$|^addressSection_city$/, field: 'city' },
    { match: /^address--countryRegion$|^addressSection_countryRegion$/, field: 'region' },
    { match: /^address--postalCode$|^addressSection_postalCode$/, field: 'postalCode' },
    { match: /^country--country$|^countryDropdown$/, field: 'country' },
    { match: /--countryPhoneCode$|^country-phone-code$/, field: 'phoneCountry' },
    { match: /^phoneNumber--phoneNumber$|^phone-number$/, field: 'phone' },
    { match: /^source--source$/, field: 'howHeard' },
    { match: /^phoneNumber--(?:phoneType|extension)$|^phone-(?:device-type|extension)$/, field: 'none' },
  ],

  note: 'Asks for an account first; that part is yours.',
  testUrls: ['https://acme.wd5.myworkdayjobs.com/en-US/careers/job/Berlin/Engineer_R1/apply'],
};
