/** Which part of an application a question belongs to, so that a person can keep parts to themself. */
import type { FieldGroup } from './form.schema.ts';

const KEYS: Readonly<Record<FieldGroup, string>> = {
  contact:
    'firstName middleName lastName fullName preferredName email phone phoneCountry address1 address2 city region postalCode country location fullAddress phoneType',
  links: 'linkedin github twitter website portfolio otherLink',
  work: 'currentCompany currentTitle yearsExperience workStart workEnd workCurrent workLocation workCountry workSummary skills',
  education:
    'school degree fieldOfStudy graduationYear gpa schoolStart schoolEnd schoolLocation certificates languages',
  availability: 'relocate noticePeriod startDate',
  legal: 'workAuthorization sponsorship',
  salary: 'salaryExpectation currentSalary',
  eeo: 'gender pronouns race ethnicity veteran disability',
  questions: 'freeQuestion howHeard',
  documents: 'resumeFile coverLetterFile coverLetterText',
};

const GROUP_OF: ReadonlyMap<string, FieldGroup> = new Map(
  (Object.keys(KEYS) as FieldGroup[]).flatMap((group) => KEYS[group].split(' ').map((key) => [key, group] as const)),
);

/** The part `key` of the vocabulary belongs to; undefined for what is none of ours. */
export const groupOf = (key: string): FieldGroup | undefined => GROUP_OF.get(key);
