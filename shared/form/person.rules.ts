/**
 * The person as forms ask for them: one value per key of the vocabulary, with its source, or the reason there is none.
 */
import { type CountryCode, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Answers, Resume } from '#shared/profile/profile.schema.ts';
import { degreeNamesOf } from './degrees.rules.ts';
import { countryCode, countryNames, regionNames } from './places.rules.ts';
import { plain } from './spelling.rules.ts';

export type Person = { readonly resume: Resume; readonly answers: Answers };

/** A value and the wordings that are as right. */
export type Value = {
  readonly value: string;
  readonly alternatives?: readonly string[];
  readonly place?: readonly string[];
  readonly source: string;
};

type Read = (person: Person, row: number) => Value | undefined;

const given = (value: string | undefined, source: string, alternatives?: readonly string[]): Value | undefined =>
  value === undefined || value.trim() === ''
    ? undefined
    : { value: value.trim(), source, ...(alternatives ? { alternatives } : {}) };

/** Work or schools, the one that lasts or ended last first, with their index in the resume. */
export function latestFirst<T extends { startDate?: string | undefined; endDate?: string | undefined }>(
  entries: readonly T[] | undefined,
): { entry: T; index: number }[] {
  const end = (entry: T) => entry.endDate ?? (entry.startDate ? '9999' : '');
  return (entries ?? [])
    .map((entry, index) => ({ entry, index }))
    .sort(
      (a, b) =>
        end(b.entry).localeCompare(end(a.entry)) ||
        (b.entry.startDate ?? '').localeCompare(a.entry.startDate ?? '') ||
        a.index - b.index,
    );
}

const PARTICLES = new Set([
  'van',
  'von',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'der',
  'den',
  'ten',
  'ter',
  'la',
  'le',
  'bin',
  'al',
  'el',
  'zu',
]);

/** First and last name of a name in one piece; particles belong to the family name. */
export function splitName(name: string): { first: string; last: string } | undefined {
  const words = name.trim().split(/\s+/);
  if (words.length < 2) return undefined;
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && PARTICLES.has(word.toLowerCase()),
  );
  const cut = particle > 0 ? particle : words.length - 1;
  return { first: words.slice(0, particle > 0 ? particle : 1).join(' '), last: words.slice(cut).join(' ') };
}

function nameParts({ resume, answers }: Person): { first: string; last: string; source: string } | undefined {
  if (answers.legalName) return { ...answers.legalName, source: 'answers.legalName' };
  const split = splitName(resume.basics?.name ?? '');
  return split ? { ...split, source: 'basics.name' } : undefined;
}

const fullName: Read = ({ resume, answers }) =>
  given(resume.basics?.name, 'basics.name') ??
  (answers.legalName ? given(`${answers.legalName.first} ${answers.legalName.last}`, 'answers.legalName') : undefined);

/** ISO code of the country the person lives in. */
export function homeCountry({ resume, answers }: Person): string | undefined {
  return (
    (answers.address?.country ? countryCode(answers.address.country) : undefined) ??
    resume.basics?.location?.countryCode
  );
}

function address(person: Person, part: 'line1' | 'line2' | 'city' | 'region' | 'postalCode'): Value | undefined {
  const location = person.resume.basics?.location;
  const fromResume = {
    line1: location?.address,
    line2: undefined,
    city: location?.city,
    region: location?.region,
    postalCode: location?.postalCode,
  }[part];
  const key = { line1: 'address', line2: 'address', city: 'city', region: 'region', postalCode: 'postalCode' }[part];
  return (
    given(person.answers.address?.[part], `answers.address.${part}`) ?? given(fromResume, `basics.location.${key}`)
  );
}

const city: Read = (person) => {
  const found = address(person, 'city');
  return found ? { ...found, place: restOfPlace(person) } : undefined;
};

const region: Read = (person) => {
  const found = address(person, 'region');
  return found ? { ...found, alternatives: regionNames(found.value, homeCountry(person)) } : undefined;
};

const country: Read = (person) => {
  const code = homeCountry(person);
  return code
    ? {
        value: countryNames(code)[0] ?? code,
        alternatives: countryNames(code),
        source: person.answers.address?.country ? 'answers.address.country' : 'basics.location.countryCode',
      }
    : undefined;
};

/** What may stand behind the city in a suggestion. */
function restOfPlace(person: Person): string[] {
  const code = homeCountry(person);
  const area = address(person, 'region')?.value;
  return [...(area ? regionNames(area, code) : []), ...(code ? countryNames(code) : [])];
}

const location: Read = (person) => {
  const town = address(person, 'city');
  if (!town) return undefined;
  const code = homeCountry(person);
  const area = address(person, 'region')?.value;
  const parts = [town.value, area && area !== town.value ? area : undefined, code ? countryNames(code)[0] : undefined];
  const text = parts.filter((part) => part !== undefined).join(', ');
  return {
    value: text,
    alternatives: [`${town.value}, ${parts[2] ?? ''}`, town.value],
    place: restOfPlace(person),
    source: town.source,
  };
};

/** Street, town and country in one box, only when there is a street to begin with. */
const fullAddress: Read = (person) => {
  const street = address(person, 'line1');
  if (!street) return undefined;
  const code = homeCountry(person);
  const town = ['postalCode', 'city'] as const;
  // In North America the postal code stands behind the state.
  const parts =
    code === 'US' || code === 'CA'
      ? [
          street.value,
          address(person, 'line2')?.value,
          address(person, 'city')?.value,
          [address(person, 'region')?.value, address(person, 'postalCode')?.value].filter(Boolean).join(' '),
        ]
      : [
          street.value,
          address(person, 'line2')?.value,
          town
            .map((part) => address(person, part)?.value)
            .filter(Boolean)
            .join(' '),
        ];
  const text = [...parts, code ? countryNames(code)[0] : undefined].filter((part) => part).join(', ');
  return { value: text, source: street.source };
};

const profileOf =
  (network: RegExp, host: string): Read =>
  ({ resume }) => {
    const profiles = resume.basics?.profiles ?? [];
    const index = profiles.findIndex(
      (profile) => network.test(profile.network ?? '') || (profile.url ?? '').includes(host),
    );
    const profile = profiles[index];
    return given(
      profile?.url ??
        (profile?.username ? `https://${host}/${host === 'linkedin.com' ? 'in/' : ''}${profile.username}` : undefined),
      `basics.profiles[${index}].url`,
    );
  };

const work =
  (part: 'name' | 'position'): Read =>
  ({ resume }, row) => {
    const found = latestFirst(resume.work)[row];
    return found ? given(found.entry[part], `work[${found.index}].${part}`) : undefined;
  };

const school =
  (part: 'institution' | 'area' | 'studyType' | 'score'): Read =>
  ({ resume }, row) => {
    const found = latestFirst(resume.education)[row];
    if (!found) return undefined;
    const value = given(found.entry[part], `education[${found.index}].${part}`);
    return value && part === 'studyType' ? { ...value, alternatives: degreeNames(value.value) } : value;
  };

const degreeNames = (degree: string): readonly string[] => [degree, ...degreeNamesOf(plain(degree))];

const phoneCountry: Read = (person) => {
  const parsed = parsePhoneNumberFromString(
    person.resume.basics?.phone ?? '',
    homeCountry(person) as CountryCode | undefined,
  );
  const code = parsed?.country ?? person.answers.phoneCountry ?? homeCountry(person);
  if (!code) return undefined;
  const names = countryNames(code);
  const name = names[0] ?? code;
  const dial = `+${parsed?.countryCallingCode ?? getCountryCallingCode(code as CountryCode)}`;
  const alternatives = [
    ...names,
    ...names.flatMap((each) => [`${each} (${dial})`, `${each} ${dial}`, `${each}${dial}`, `${dial} ${each}`]),
    `${code} ${dial}`,
    `${dial} ${code}`,
    `${code} (${dial})`,
    dial,
    dial.slice(1),
  ];
  return { value: name, alternatives, source: person.answers.phoneCountry ? 'answers.phoneCountry' : 'basics.phone' };
};

const READ: Readonly<Record<string, Read>> = {
  firstName: (person) => {
    const name = nameParts(person);
    return name
      ? given(name.first, name.source === 'basics.name' ? name.source : 'answers.legalName.first')
      : undefined;
  },
  middleName: ({ answers }) => given(answers.legalName?.middle, 'answers.legalName.middle'),
  lastName: (person) => {
    const name = nameParts(person);
    return name ? given(name.last, name.source === 'basics.name' ? name.source : 'answers.legalName.last') : undefined;
  },
  fullName,
  preferredName: ({ answers }) => given(answers.preferredName, 'answers.preferredName'),
  email: ({ resume }) => given(resume.basics?.email, 'basics.email'),
  phoneCountry,
  address1: (person) => address(person, 'line1'),
  address2: (person) => address(person, 'line2'),
  city,
  region,
  postalCode: (person) => address(person, 'postalCode'),
  country,
  fullAddress,
  location,
  linkedin: profileOf(/linked ?in/i, 'linkedin.com'),
  github: profileOf(/git ?hub/i, 'github.com'),
  twitter: profileOf(/twitter|^x$/i, 'twitter.com'),
  website: ({ resume }) => given(resume.basics?.url, 'basics.url'),
  currentCompany: work('name'),
  currentTitle: work('position'),
  school: school('institution'),
  degree: school('studyType'),
  fieldOfStudy: school('area'),
  gpa: school('score'),
  graduationYear: ({ resume }, row) => {
    const found = latestFirst(resume.education)[row];
    return found ? given(found.entry.endDate, `education[${found.index}].endDate`) : undefined;
  },
  skills: ({ resume }) => given((resume.skills ?? []).flatMap(({ name }) => (name ? [name] : [])).join(', '), 'skills'),
  noticePeriod: ({ answers }) => given(answers.noticePeriod, 'answers.noticePeriod'),
  startDate: ({ answers }) => given(answers.startDate, 'answers.startDate'),
  howHeard: ({ answers }) => given(answers.howHeard, 'answers.howHeard'),
  yearsExperience: ({ answers }) => given(answers.yearsExperience?.toString(), 'answers.yearsExperience'),
};

/** The value for a key of the vocabulary, or undefined when the person has not given it. */
export const valueFor = (person: Person, key: string, row = 0): Value | undefined => READ[key]?.(person, row);
