/** What a person says of themself: JSON Resume 1.0.0 (jsonresume.org/schema) plus the answers application forms ask for. */
import { z } from 'zod';

const text = (max: number) => z.string().max(max);
const short = text(300);
const long = text(5000);
const url = text(2000);

/** ISO 8601 with optional month and day, as JSON Resume has it: `2019`, `2019-04`, `2019-04-30`. */
export const PartialDate = z.string().regex(/^([12]\d{3})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

export const Location = z.object({
  address: short.optional(),
  postalCode: text(40).optional(),
  city: short.optional(),
  /** ISO 3166-1 alpha-2. */
  countryCode: text(2).optional(),
  region: short.optional(),
});

export const Basics = z.object({
  name: short.optional(),
  label: short.optional(),
  image: url.optional(),
  email: short.optional(),
  phone: text(60).optional(),
  url: url.optional(),
  summary: long.optional(),
  location: Location.optional(),
  profiles: z
    .array(z.object({ network: short.optional(), username: short.optional(), url: url.optional() }))
    .max(50)
    .optional(),
});

export const Work = z.object({
  name: short.optional(),
  location: short.optional(),
  description: long.optional(),
  position: short.optional(),
  url: url.optional(),
  startDate: PartialDate.optional(),
  /** Absent while it lasts. */
  endDate: PartialDate.optional(),
  summary: long.optional(),
  highlights: z.array(long).max(100).optional(),
});

export const Volunteer = z.object({
  organization: short.optional(),
  position: short.optional(),
  url: url.optional(),
  startDate: PartialDate.optional(),
  endDate: PartialDate.optional(),
  summary: long.optional(),
  highlights: z.array(long).max(100).optional(),
});

export const Education = z.object({
  institution: short.optional(),
  url: url.optional(),
  area: short.optional(),
  studyType: short.optional(),
  startDate: PartialDate.optional(),
  endDate: PartialDate.optional(),
  score: short.optional(),
  courses: z.array(short).max(100).optional(),
});

export const Skill = z.object({
  name: short.optional(),
  level: short.optional(),
  keywords: z.array(short).max(200).optional(),
});

export const Resume = z.object({
  basics: Basics.optional(),
  work: z.array(Work).max(100).optional(),
  volunteer: z.array(Volunteer).max(100).optional(),
  education: z.array(Education).max(100).optional(),
  awards: z
    .array(
      z.object({
        title: short.optional(),
        date: PartialDate.optional(),
        awarder: short.optional(),
        summary: long.optional(),
      }),
    )
    .max(100)
    .optional(),
  certificates: z
    .array(
      z.object({ name: short.optional(), date: PartialDate.optional(), url: url.optional(), issuer: short.optional() }),
    )
    .max(100)
    .optional(),
  publications: z
    .array(
      z.object({
        name: short.optional(),
        publisher: short.optional(),
        releaseDate: PartialDate.optional(),
        url: url.optional(),
        summary: long.optional(),
      }),
    )
    .max(200)
    .optional(),
  skills: z.array(Skill).max(300).optional(),
  languages: z
    .array(z.object({ language: short.optional(), fluency: short.optional() }))
    .max(50)
    .optional(),
  interests: z
    .array(z.object({ name: short.optional(), keywords: z.array(short).max(50).optional() }))
    .max(50)
    .optional(),
  references: z
    .array(z.object({ name: short.optional(), reference: long.optional() }))
    .max(50)
    .optional(),
  projects: z
    .array(
      z.object({
        name: short.optional(),
        description: long.optional(),
        highlights: z.array(long).max(100).optional(),
        keywords: z.array(short).max(100).optional(),
        startDate: PartialDate.optional(),
        endDate: PartialDate.optional(),
        url: url.optional(),
        roles: z.array(short).max(20).optional(),
        entity: short.optional(),
        type: short.optional(),
      }),
    )
    .max(100)
    .optional(),
});
/** A resume in the shape of JSON Resume 1.0.0; every field optional. */
export type Resume = z.infer<typeof Resume>;

export const Money = z.object({
  amount: z.number().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(['year', 'month', 'hour']),
});

/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);

/** What forms ask beyond the resume. Legal, visa, pay and EEO answers come from here and from nowhere else. */
export const Answers = z.object({
  legalName: z.object({ first: short, middle: short.optional(), last: short }).optional(),
  preferredName: short.optional(),
  phoneCountry: CountryCode.optional(),
  address: z
    .object({
      line1: short.optional(),
      line2: short.optional(),
      city: short.optional(),
      region: short.optional(),
      postalCode: text(40).optional(),
      country: short.optional(),
    })
    .optional(),
  workAuthorization: z
    .array(z.object({ country: short, authorized: z.boolean(), sponsorship: z.boolean() }))
    .max(60)
    .optional(),
  relocate: z.boolean().optional(),
  noticePeriod: short.optional(),
  startDate: short.optional(),
  yearsExperience: z.number().min(0).max(80).optional(),
  howHeard: short.optional(),
  salaryExpectation: Money.optional(),
  eeo: z
    .object({
      fill: z.boolean(),
      gender: short.optional(),
      pronouns: short.optional(),
      race: short.optional(),
      ethnicity: short.optional(),
      veteran: short.optional(),
      disability: short.optional(),
    })
    .optional(),
  custom: z
    .array(z.object({ question: text(1000), answer: long }))
    .max(300)
    .optional(),
});
export type Answers = z.infer<typeof Answers>;

export const Profile = z.object({
  resume: Resume,
  answers: Answers,
  version: z.number().int().nonnegative(),
  updatedAt: z.iso.datetime(),
});
export type Profile = z.infer<typeof Profile>;

const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Give a time as HH:MM.');

export const Preferences = z.object({
  titles: z.array(short).max(50).default([]),
  locations: z.array(short).max(50).default([]),
  country: CountryCode.optional(),
  seniority: z.enum(['intern', 'entry', 'mid', 'senior', 'lead', 'director']).optional(),
  remote: z.enum(['any', 'remote', 'hybrid', 'onsite']).default('any'),
  salaryMin: Money.optional(),
  ignoredIndustries: z.array(short).max(100).default([]),
  ignoredCompanies: z.array(short).max(300).default([]),
  keywords: z.array(short).max(100).default([]),
  alertMinScore: z.number().min(0).max(100).default(70),
  alertChannels: z
    .array(z.enum(['email', 'browser']))
    .max(2)
    .default([]),
  /** IANA name (`Europe/Berlin`) of the zone the clock times below are meant in; UTC when unknown. */
  timeZone: z
    .string()
    .max(60)
    .regex(/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/)
    .optional(),
  /** When nothing may ring: alerts of these hours come at their end. */
  quietHours: z.object({ from: ClockTime, to: ClockTime }).optional(),
  /** When digests come; 08:00 where nothing is said. */
  digestAt: ClockTime.optional(),
});
export type Preferences = z.infer<typeof Preferences>;
