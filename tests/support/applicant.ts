/** One invented applicant with an answer to everything, for evaluations and browser tests. */
import type { Answers, Resume } from '#shared/profile/profile.schema.ts';

export const applicantResume: Resume = {
  basics: {
    name: 'Nora Lindqvist',
    label: 'Senior Data Engineer',
    email: 'nora.lindqvist@example.com',
    phone: '+1 415 555 2671',
    url: 'https://nora-lindqvist.example.com',
    location: {
      address: '18 Harbor Street',
      city: 'Portland',
      region: 'Oregon',
      postalCode: '97209',
      countryCode: 'US',
    },
    profiles: [
      { network: 'LinkedIn', username: 'noralindqvist', url: 'https://www.linkedin.com/in/noralindqvist' },
      { network: 'GitHub', username: 'noralindqvist', url: 'https://github.com/noralindqvist' },
    ],
  },
  work: [
    { name: 'Tidewater Analytics', position: 'Senior Data Engineer', location: 'Portland, OR', startDate: '2021-03' },
    { name: 'Brightwood Labs', position: 'Data Engineer', startDate: '2016-06', endDate: '2021-02' },
  ],
  education: [
    {
      institution: 'Oregon State University',
      area: 'Computer Science',
      studyType: 'Bachelor of Science',
      startDate: '2012',
      endDate: '2016',
      score: '3.8',
    },
  ],
};

export const applicantAnswers: Answers = {
  legalName: { first: 'Nora', middle: 'Ingrid', last: 'Lindqvist' },
  preferredName: 'Nora',
  phoneCountry: 'US',
  address: {
    line1: '18 Harbor Street',
    line2: 'Apt 4',
    city: 'Portland',
    region: 'Oregon',
    postalCode: '97209',
    country: 'US',
  },
  workAuthorization: [
    { country: 'US', authorized: true, sponsorship: false },
    { country: 'SE', authorized: true, sponsorship: false },
    { country: 'CA', authorized: false, sponsorship: true },
  ],
  relocate: true,
  noticePeriod: '4 weeks',
  startDate: '2027-02-01',
  yearsExperience: 10,
  howHeard: 'LinkedIn',
  salaryExpectation: { amount: 165000, currency: 'USD', period: 'year' },
  eeo: {
    fill: true,
    gender: 'Female',
    pronouns: 'She/her',
    race: 'White',
    ethnicity: 'Not Hispanic or Latino',
    veteran: 'I am not a protected veteran',
    disability: 'No, I do not have a disability',
  },
  custom: [],
};

export const applicantDocuments = [
  { kind: 'resume' as const, fileName: 'Nora_Lindqvist_Resume.pdf', id: 'doc_resume' },
  {
    kind: 'coverLetter' as const,
    fileName: 'Nora_Lindqvist_Cover_Letter.pdf',
    id: 'doc_letter',
    text: 'Dear hiring team,\n\nI build data platforms.\n\nNora Lindqvist',
  },
];
