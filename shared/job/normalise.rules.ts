/** From a posting as a source or person gives it to the one form everything else works on. */

import { fold } from '#shared/kernel/text.ts';
import { findPlaces, parseLocation, type Remote } from './place.rules.ts';
import { requirementsOf } from './requirements.rules.ts';
import { type ParsedSalary, parseSalary } from './salary.rules.ts';
import { cleanText, decodeEntities, languageOf } from './text.rules.ts';
import { cleanTitle, type EmploymentKind, employmentTypeOf, type Level, titleLevel } from './title.rules.ts';

/** A posting as given. */
export type RawPosting = {
  title: string;
  company: string;
  location?: string | undefined;
  description: string;
  url?: string | undefined;
  /** What the source keeps apart of its first place; the text fills what it leaves open. */
  place?: { city: string | null; region: string | null; country: string | null } | undefined;
  /** `true` says no more than that it can be done remotely, `false` that it is not known to be. */
  remote?: boolean | Remote | undefined;
  employmentType?: string | undefined;
  salary?: (ParsedSalary & { predicted?: boolean | undefined }) | string | undefined;
};

export type NormalPosting = {
  title: string;
  level?: Level;
  company: string;
  location: { text: string; city?: string; region?: string; country?: string; remote: Remote | null };
  /** Countries the work may be done from; empty where none is stated. */
  countries: string[];
  description: string;
  language: string;
  salary?: ParsedSalary & { predicted?: boolean };
  employmentType?: EmploymentKind;
  /** Canonical skills, the required and often named first. */
  skills: string[];
};

/** Some sources list every country of a continent. */
export const LONGEST_LOCATION = 2000;

const oneLine = (text: string, max: number): string => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, max);

/** A source's employer name as people know it: `acme-inc` and `Acme%20Inc` are `acme-inc` and `Acme Inc`. */
export function cleanCompany(name: string): string {
  let text = oneLine(name, 200);
  if (/%[0-9A-Fa-f]{2}/.test(text)) text = text.replace(/%20/g, ' ');
  return decodeEntities(text)
    .replace(/\s{2,}/g, ' ')
    .trim();
}

const LEGAL =
  /\b(?:incorporated|inc|llc|ltd|limited|gmbh|corp|corporation|co|company|plc|sas|sasu|sarl|sa|ag|bv|nv|ab|as|oy|aps|srl|spa|kg|se|pty|pvt|private|lp|llp|group|groupe|holding|holdings|technologies|technology|labs|the)\b/g;

/** What stands where no employer is named. */
const UNNAMED =
  /^(?:unknown|confidential|anonymous|undisclosed|hidden|private|n a|na|none|null|undefined|not (?:stated|specified|disclosed)|(?:confidential|private|anonymous|undisclosed) (?:company|employer|client|advertiser)|(?:entreprise|societe) (?:confidentielle|anonyme))$/;

/** Key under which one employer's spellings meet: case, accents, legal forms, domains and remarks in brackets dropped; empty of none. */
export function companyKey(name: string): string {
  const bare = fold(name)
    .replace(/%20/g, ' ')
    .replace(/\(.*?\)|\[.*?\]/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\.(?:com|io|ai|co|net|org|dev|app|de|fr|uk|au|so|xyz)\b/g, ' ')
    .replace(/[^\p{L}\p{N} ]/gu, ' ');
  if (UNNAMED.test(bare.replace(/\s+/g, ' ').trim())) return '';
  const short = bare.replace(LEGAL, ' ').replace(/\s+/g, '');
  return short || bare.replace(/\s+/g, '');
}

/** Where the location is missing, many adverts state it in their first line or under a label. */
function statedLocation(text: string): string {
  const label =
    /(?:^|\n|\| ?)(?:headquarters|location|lieu|standort|ort|based in|office)\s*[-:]\s*([^\n|]{2,80})/i.exec(
      text.slice(0, 1500),
    )?.[1];
  if (label) return label.trim();
  const head = text.slice(0, 220).split('\n')[0] ?? '';
  if (!head.includes('|')) return '';
  return head
    .split('|')
    .map((part) => part.trim())
    .filter(
      (part) =>
        part.length < 70 && (findPlaces(part).countries.length > 0 || /\bremote\b|\bonsite\b|\bhybrid\b/i.test(part)),
    )
    .join('; ');
}

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** A place the source keeps apart stands over what its text was read as; of another country nothing read stays. */
function withStated<P extends { city?: string; region?: string; country?: string }>(
  read: P,
  { city, region, country }: NonNullable<RawPosting['place']>,
): P {
  const same = read.country === country;
  return {
    ...read,
    city: (city || undefined) ?? (same ? read.city : undefined),
    region: (region || undefined) ?? (same ? read.region : undefined),
    country,
  };
}

/** Cleans, names and classifies everything a posting states. Pure; the same posting always gives the same result. */
export function normalisePosting(raw: RawPosting): NormalPosting {
  const title = cleanTitle(oneLine(raw.title, 300)) || oneLine(raw.title, 300);
  const description = cleanText(raw.description);
  const given = oneLine(raw.location ?? '', LONGEST_LOCATION);
  const place = parseLocation(given || statedLocation(description));
  const titlePlace =
    place.country || given ? undefined : parseLocation(/\(([^)]+)\)|[-–|,] ([^-–|,]+)$/.exec(title)?.[0] ?? '');
  const read = titlePlace?.country ? { ...titlePlace, text: given } : { ...place, text: given || place.text };
  const where = raw.place?.country ? withStated(read, raw.place) : read;
  const remote =
    (typeof raw.remote === 'string' ? raw.remote : undefined) ??
    where.remote ??
    parseLocation(title).remote ??
    (raw.remote === true ? 'remote' : raw.remote === false ? null : inlineRemote(description));
  const level = titleLevel(title);
  const salary =
    typeof raw.salary === 'string'
      ? parseSalary(raw.salary)
      : raw.salary
        ? withoutUndefined({ ...raw.salary })
        : parseSalary(description);
  const employmentType =
    employmentTypeOf(raw.employmentType ?? '') ??
    employmentTypeOf(title) ??
    employmentTypeOf(/\b(?:employment|job|contract) type\s*[:-]\s*([^\n]{3,40})/i.exec(description)?.[1] ?? '');
  const found = findPlaces(`${given || place.text} ; ${/\(([^)]{2,40})\)/.exec(title)?.[1] ?? ''}`);
  return {
    title,
    ...(level !== undefined && { level }),
    company: cleanCompany(raw.company),
    location: { ...withoutUndefined(where), remote },
    countries: found.anywhere ? [] : found.countries,
    description,
    language: languageOf(`${title}\n${description}`),
    ...(salary && { salary: salary as ParsedSalary & { predicted?: boolean } }),
    ...(employmentType && { employmentType }),
    skills: requirementsOf({ title, text: description })
      .skills.sort(
        (a, b) => Number(b.required) - Number(a.required) || b.mentions - a.mentions || (a.skill < b.skill ? -1 : 1),
      )
      .slice(0, 40)
      .map((s) => s.skill),
  };
}

function inlineRemote(description: string): Remote | null {
  const head = description.slice(0, 300);
  if (/\bhybrid\b/i.test(head)) return 'hybrid';
  if (/\bremote\b/i.test(head)) return 'remote';
  if (/\bon-?site\b|\bin[- ]office\b/i.test(head)) return 'onsite';
  if (
    /\b(?:100%|fully|completely|entirely) remote\b|\bremote[- ]first\b|\bthis is a remote\b|\bremote (?:position|role)\b/i.test(
      description,
    )
  )
    return 'remote';
  return null;
}
