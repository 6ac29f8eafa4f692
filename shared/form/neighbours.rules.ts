/** Second look at the whole form: what a field means beside the others (dial codes, repeated rows, split names). */
import type { Classified, FormField } from './form.schema.ts';
import { VOCABULARY_BY_KEY } from './vocabulary.data.ts';
import { nameWords, plain } from './wording.rules.ts';

/** Meanings that turn into “of that employer or school” inside a row. */
const PLACE = new Set([
  'city',
  'region',
  'country',
  'postalCode',
  'location',
  'address1',
  'address2',
  'phone',
  'startDate',
  'website',
  'email',
]);
/** A heading that opens a section about the person again. */
const PERSONAL =
  /\b(?:personal|contact|address|about you|your (?:details|information)|general|additional|application|questions?|my information|profile)\b/;
const WORK =
  /\b(?:work|employment|professional) (?:experience|history)\b|\bexperience\b|\bberufserfahrung\b|\bexperience professionnelle\b|\bexperiencia\b/;
const STUDY = /\beducation\b|\bausbildung\b|\bformation\b|\bstudies\b|\beducacion\b|\bformacion\b/;

/** Returns the classifications settled against each other; same order, same length. */
export function settleWholeForm(fields: readonly FormField[], alone: readonly Classified[]): Classified[] {
  const settled = alone.map((classified) => ({ ...classified }));
  dialCodes(fields, settled);
  courtesyTitles(fields, settled);
  rows(fields, settled);
  repeated(fields, settled);
  return settled;
}

/** A “Country” right before a phone box, sharing its group or holding dial codes, is the dial code. */
function dialCodes(fields: readonly FormField[], settled: Classified[]): void {
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (!field || classified.field !== 'country') return;
    const next = settled[index + 1];
    const nextField = fields[index + 1];
    const dials = field.options.filter((option) => /\+\s?\d{1,4}\b/.test(option.text)).length;
    const inPhoneGroup = /\b(?:phone|telephone|mobile|telefon)\b/.test(
      plain(`${field.group} ${nameWords(field.name)}`),
    );
    const followsPhone =
      next?.field === 'phone' && nextField !== undefined && nextField.group !== '' && nextField.group === field.group;
    if (dials > field.options.length / 2 || inPhoneGroup || followsPhone) {
      settled[index] = { ...classified, field: 'phoneCountry', reason: 'The country of the phone number beside it' };
    }
  });
}

/** A bare “Title” before a name is Mr or Dr, not a job. */
function courtesyTitles(fields: readonly FormField[], settled: Classified[]): void {
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (
      !field ||
      classified.field !== 'currentTitle' ||
      !/^(?:title|titel|titre|titulo|titolo)$/.test(plain(field.label))
    )
      return;
    const nearNames = settled
      .slice(index + 1, index + 3)
      .some((next) => /^(?:first|full|middle)Name$/.test(next.field));
    const hasHonorifics = field.options.some((option) =>
      /^(?:mr|mrs|ms|dr|herr|frau|mme|sr|sra)$/.test(plain(option.text)),
    );
    if (nearNames || hasHonorifics)
      settled[index] = { ...classified, field: 'none', confidence: 0.4, reason: 'A form of address, not a job title' };
  });
}

/** Numbers the rows of work history and education, and keeps their places and dates apart from the person's own. */
function rows(fields: readonly FormField[], settled: Classified[]): void {
  const counts = { work: -1, education: -1 };
  const seen = { work: new Set<string>(), education: new Set<string>() };
  let current: 'work' | 'education' | undefined;
  let section = '';
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (!field) return;
    if (field.section !== section) {
      section = field.section;
      const words = plain(section);
      const opens = STUDY.test(words) ? 'education' : WORK.test(words) ? 'work' : undefined;
      if (opens) {
        current = opens;
      } else if (PERSONAL.test(words)) current = undefined;
    }
    const row = VOCABULARY_BY_KEY.get(classified.field)?.row;
    if (row) {
      if (counts[row] < 0 || seen[row].has(classified.field)) {
        counts[row] += 1;
        seen[row].clear();
      }
      seen[row].add(classified.field);
      current = row;
      settled[index] = { ...classified, row: counts[row] };
    } else if (
      current &&
      PLACE.has(classified.field) &&
      isOfRow({ field, classified, current, settled, isWholeRow: seen[current].size > 1 })
    ) {
      settled[index] = {
        ...classified,
        field: 'none',
        confidence: 0.5,
        reason: current === 'work' ? 'About an employer, not about you' : 'About a school, not about you',
      };
    } else if (classified.field === 'firstName' || classified.field === 'email' || classified.field === 'linkedin') {
      current = undefined;
    }
  });
}

/** A place after an employer or school belongs to it, if the person's own place was asked before or the section says so. */
function isOfRow({
  field,
  classified,
  current,
  settled,
  isWholeRow,
}: {
  field: FormField;
  classified: Classified;
  current: 'work' | 'education';
  settled: readonly Classified[];
  /** More than one value of the row was asked: an employer alone may be a line of the person's address. */
  isWholeRow: boolean;
}): boolean {
  const words = plain(field.section);
  if (current === 'work' ? WORK.test(words) : STUDY.test(words)) return true;
  if (/\b(?:work|employment|experience|education|school)/.test(nameWords(`${field.name} ${field.id}`))) return true;
  if (classified.field === 'email' || classified.field === 'phone' || classified.field === 'website') return false;
  if (!isWholeRow) return false;
  const first = settled.findIndex((other) => other.field === classified.field);
  const own = settled[first];
  return own !== undefined && (own.ref !== field.ref || own.frame !== field.frame);
}

/** The same single-valued meaning twice in one form: keep the surest, refuse the rest where they differ in wording. */
function repeated(fields: readonly FormField[], settled: Classified[]): void {
  for (const key of [
    'fullName',
    'firstName',
    'lastName',
    'resumeFile',
    'coverLetterFile',
    'coverLetterText',
    'howHeard',
    'salaryExpectation',
  ]) {
    const places = settled.flatMap((classified, index) => (classified.field === key ? [index] : []));
    if (places.length < 2) continue;
    for (const index of places.slice(1)) {
      const field = fields[index];
      const first = fields[places[0] ?? 0];
      const classified = settled[index];
      if (!field || !first || !classified || field.form !== first.form || field.frame !== first.frame) continue;
      settled[index] = {
        ...classified,
        field: 'none',
        confidence: 0.3,
        reason: 'Asked a second time; it may mean someone else',
      };
    }
  }
  // “Name” beside first and last name is another name (a title, a signature, a company), not the full one again.
  const has = (key: string, form: string) =>
    settled.some((classified, index) => classified.field === key && fields[index]?.form === form);
  settled.forEach((classified, index) => {
    const form = fields[index]?.form ?? '';
    if (
      classified.field === 'fullName' &&
      has('firstName', form) &&
      has('lastName', form) &&
      !/\bfull|complete|vollstandig|complet/.test(plain(fields[index]?.label ?? ''))
    ) {
      settled[index] = {
        ...classified,
        field: 'none',
        confidence: 0.3,
        reason: 'First and last name are asked already',
      };
    }
  });
}
