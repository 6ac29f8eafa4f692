/**
 * Rows of work history and education: which fields stand in which row, and what “From”, “City” or “Description” mean there.
 * What repeats in the markup decides first, then ids and headings, then a run of questions that belong together.
 */
import type { Classified, FormField } from './form.schema.ts';
import { meaningsOf, namedAs } from './phrase-index.rules.ts';
import { nameWords, plain } from './spelling.rules.ts';
import { VOCABULARY_BY_KEY } from './vocabulary.data.ts';
import { isQuestion } from './wording.rules.ts';

type Kind = 'work' | 'education';
/** `sure` by markup, id or heading; otherwise only because a row was begun just before, `whole` when by more than one value. */
type Place = { readonly kind: Kind; readonly sure: boolean; readonly index?: number; readonly whole?: boolean };

/** Meanings that turn into “of that employer or school” inside a row. */
const OWN = new Set([
  'city',
  'region',
  'country',
  'postalCode',
  'location',
  'address1',
  'address2',
  'fullAddress',
  'phone',
  'phoneCountry',
  'website',
  'email',
  'fullName',
]);
/** Meanings that always ask about the person, wherever they stand. */
const PERSONAL_KEYS = new Set(['firstName', 'email', 'linkedin', 'resumeFile', 'howHeard']);

const PERSONAL =
  /\b(?:personal|contact|address|about you|your (?:details|information|profile)|general|additional|application|questions?|my information|profile|preferences|links|websites?|social|documents?|resume|cover letter|persoonlijk\w*|personlig\w*|personliche?\w*|kontakt\w*|coordonnees|informations|datos|dados|dati|dane|osobni|kisisel|iletisim)\b/;
const WORK =
  /\b(?:work|employment|professional|career|job|employer)s? (?:experience|history|details)s?\b|\bexperiences?\b|\b(?:previous|past|current|recent) (?:employment|employers?|jobs?|positions?)\b|\bemployment\b|\bberufserfahrung\w*\b|\bberufliche\w* (?:werdegang|erfahrung\w*|stationen|laufbahn)\b|\bwerdegang\b|\barbeitserfahrung\w*\b|\bparcours professionnel\b|\bexperiencias?\b|\bhistorial laboral\b|\besperienz[ae]\b|\bwerkervaring\b|\bdoswiadczeni[ea]\b|\bprzebieg (?:kariery|zatrudnienia)\b|\barbets(?:livs)?erfarenhet\w*\b|\btidigare anstallningar\b|\berhvervserfaring\b|\barbejdserfaring\b|\bansaettelser\b|\bis (?:deneyim\w*|tecrube\w*|gecmis\w*)\b|\bpracovni zkusenost\w*\b|\bpraxe\b|опыт работы|職歴|職務経歴/;
const STUDY =
  /\beducation(?:al)?\b|\bacademic\b|\bstudies\b|\bausbildung\w*\b|\bbildung\w*\b|\bstudium\b|\bschulbildung\b|\bformations?\b|\betudes\b|\bparcours (?:scolaire|academique)\b|\beducacion\b|\bformacion\b|\bestudios\b|\beducacao\b|\bformacao\b|\bhabilitacoes\b|\bistruzione\b|\bformazione\b|\bopleiding\w*\b|\bonderwijs\b|\bwyksztalceni[ea]\b|\bedukacja\b|\butbildning\w*\b|\buddannelse\w*\b|\begitim\w*\b|\bogrenim\w*\b|\bvzdelani\b|образование|学歴/;
const WORK_NAME =
  /\b(?:work ?(?:experiences?|history)|employment(?: history)?|job ?history|experiences?|employers?|previous ?jobs?|past ?positions?|positions|jobs|work|berufserfahrung)\b/;
const STUDY_NAME = /\b(?:educations?|schools?|academics?|universit\w+|colleges?|ausbildung|studies|degrees?)\b/;
/** “Month”, “YYYY”: which date is meant stands above. */
const DATE_PART =
  /^(?:(?:date )?(?:month|year|day|mm|yyyy|dd|mm yyyy|monat|jahr|tag|mois|annee|jour|mes|ano|dia|mese|anno|giorno|maand|jaar|dag|miesiac|rok|dzien|manad|ar|maned|ay|yil|gun|mesic|den|месяц|год|年|月))$/u;

/** Settles rows in place: row numbers, the row's own dates and places, and what is no longer about the person. */
export function settleRows(fields: readonly FormField[], settled: Classified[], language?: string): void {
  const places = placesOf(fields, settled);
  const counters: Record<Kind, Counter> = { work: startCounting(), education: startCounting() };
  fields.forEach((field, index) => {
    const place = places[index];
    const classified = settled[index];
    if (!classified || classified.veto || classified.field === 'consent') return;
    const own = VOCABULARY_BY_KEY.get(classified.field)?.row;
    const kind = place?.kind ?? own;
    if (!kind || asksAvailability(field, classified)) return;
    if (place && classified.field === 'salaryExpectation' && PAY.test(plain(field.label))) {
      settled[index] = {
        ...classified,
        field: 'none',
        confidence: 0.5,
        reason: 'What a job paid, not what you ask for',
      };
      return;
    }
    const inRow =
      place && (own !== kind || classified.field === 'none') ? rowMeaning(field, place.kind, language) : undefined;
    const key =
      own === kind ? classified.field : belongs({ place, inRow, fields, settled, index }) ? inRow?.key : undefined;
    if (key) {
      const row = place?.index ?? counters[kind].next({ key, field, sure: place?.sure ?? false });
      const reason = own === kind ? classified.reason : 'A line of your history, by where it stands';
      settled[index] = { ...classified, field: key, row, confidence: inRow?.score ?? classified.confidence, reason };
    } else if (place && OWN.has(classified.field) && isOfRow({ field, classified, place, settled })) {
      settled[index] = {
        ...classified,
        field: 'none',
        confidence: 0.5,
        reason: kind === 'work' ? 'About an employer, not about you' : 'About a school, not about you',
      };
    }
  });
}

/** A bare “Salary” among the lines of a job. */
const PAY =
  /^(?:(?:starting|ending|final|last|current|annual|base) )*(?:salary|pay|wage|gehalt|salaire|salario|sueldo|stipendio|retribuzione|salaris|wynagrodzenie|lon|maas|ucret|plat|mzda)$/;

/** “When can you start?” below a heading of the last section is still about this job. */
const asksAvailability = (field: FormField, classified: Classified): boolean =>
  classified.field === 'startDate' &&
  (isQuestion(field.label) || (VOCABULARY_BY_KEY.get('startDate')?.ask?.test(plain(field.label)) ?? false));

/** Where each field stands. */
function placesOf(fields: readonly FormField[], settled: readonly Classified[]): (Place | undefined)[] {
  const kinds = repeatKinds(fields, settled);
  let running: Kind | undefined;
  let length = 0;
  let begun = new Set<string>();
  return fields.map((field, index) => {
    const key = settled[index]?.field ?? 'none';
    const own = VOCABULARY_BY_KEY.get(key)?.row;
    const repeated = field.repeat ? kinds.get(repeatKey(field)) : undefined;
    if (repeated) {
      running = undefined;
      return { kind: repeated, sure: true, index: field.repeat?.index ?? 0 };
    }
    const stated = statedKind(field);
    if (stated && key !== 'yearsExperience') {
      running = stated;
      length = 0;
      return { kind: stated, sure: true };
    }
    if (own && key !== 'degree') {
      begun = running === own ? begun.add(key) : new Set([key]);
      running = own;
      length = 0;
    } else if (
      PERSONAL_KEYS.has(key) ||
      (field.section !== '' && field.section !== fields[index - 1]?.section) ||
      length > 6
    )
      running = undefined;
    length += 1;
    return running ? { kind: running, sure: false, whole: begun.size > 1 } : undefined;
  });
}

const repeatKey = (field: FormField): string => `${field.frame}:${field.form}:${field.repeat?.key}`;

/** Which sets of like rows are about work or school: by what the markup calls them, else by what they ask. */
function repeatKinds(fields: readonly FormField[], settled: readonly Classified[]): ReadonlyMap<string, Kind> {
  const votes = new Map<string, { work: number; education: number }>();
  fields.forEach((field, index) => {
    if (!field.repeat) return;
    const vote = votes.get(repeatKey(field)) ?? { work: 0, education: 0 };
    votes.set(repeatKey(field), vote);
    const own = VOCABULARY_BY_KEY.get(settled[index]?.field ?? '')?.row;
    if (own) vote[own] += 1;
    const named = kindOfName(nameWords(field.repeat.key));
    if (named) vote[named] += 0.5;
  });
  const kinds = new Map<string, Kind>();
  for (const [key, { work, education }] of votes)
    if (work !== education && Math.max(work, education) >= 1) kinds.set(key, work > education ? 'work' : 'education');
  return kinds;
}

const kindOfName = (words: string): Kind | undefined =>
  STUDY_NAME.test(words) ? 'education' : WORK_NAME.test(words) ? 'work' : undefined;

/** The kind the heading, or a numbered id such as `workExperience-3--from`, states. */
function statedKind(field: FormField): Kind | undefined {
  for (const name of [field.id, field.name]) {
    const words = nameWords(name);
    if (/\d/.test(words) || /\b(?:work|employment) ?(?:experience|history)|\beducation /.test(words)) {
      const kind = kindOfName(words.replace(/\b(?:years?|level|highest) (?:of )?\w+/, ''));
      if (kind && /[a-z]{3}.*\d.*[a-z]{2}|\b(?:experience|history|education) [a-z]/.test(words)) return kind;
    }
  }
  const heading = plain(field.section);
  if (heading === '' || heading.split(' ').length > 6 || PERSONAL.test(heading)) return undefined;
  return STUDY.test(heading) ? 'education' : WORK.test(heading) ? 'work' : undefined;
}

type Meaning = { readonly key: string; readonly score: number };

/** What a field means inside a row, by label, the group above a date part, placeholder, and name. */
function rowMeaning(field: FormField, kind: Kind, language: string | undefined): Meaning | undefined {
  const found = new Map<string, number>();
  const add = (hits: Iterable<readonly [string, number]>, weight: number) => {
    for (const [key, score] of hits) {
      const entry = VOCABULARY_BY_KEY.get(key);
      if (!entry?.onlyInRow || entry.row !== kind) continue;
      if (entry.kinds && !entry.kinds.includes(field.kind)) continue;
      if (entry.not?.test(plain(`${field.group} ${field.label}`))) continue;
      found.set(key, Math.max(found.get(key) ?? 0, score * weight));
    }
  };
  const isPart = DATE_PART.test(plain(field.label));
  const label = isPart ? '' : field.label;
  add(meaningsOf(label, { language, row: kind }), 1);
  if (label === '') add(meaningsOf(field.group, { language, row: kind }), 0.97);
  if (label === '' && found.size === 0) add(meaningsOf(field.placeholder, { language, row: kind }), 0.85);
  if (found.size === 0 && (label === '' || plain(label).split(' ').length <= 3)) {
    for (const name of [field.name, field.id]) add(namedAs(name.replace(/^.*(?:--|\]\[|\.)(?=[A-Za-z])/, '')), 0.85);
  }
  const [best, second] = [...found].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 0.6 || (second && best[1] - second[1] < 0.05)) return undefined;
  return { key: best[0], score: best[1] };
}

type Around = {
  readonly place: Place | undefined;
  readonly inRow: Meaning | undefined;
  readonly fields: readonly FormField[];
  readonly settled: readonly Classified[];
  readonly index: number;
};

/** Whether a field is taken for a line of the row. Behind a mere “Current company”, only a pair of dates is. */
function belongs({ place, inRow, fields, settled, index }: Around): boolean {
  if (!place || !inRow) return false;
  if (place.sure) return true;
  if (inRow.key === 'workCurrent') return settled[index]?.field === 'none' || settled[index]?.field === 'freeQuestion';
  if (!/(?:Start|End)$/.test(inRow.key)) return false;
  const wanted = inRow.key.endsWith('Start') ? /End$/ : /Start$/;
  return fields.slice(Math.max(0, index - 3), index + 4).some((field) => {
    const other = rowMeaning(field, place.kind, undefined);
    return other !== undefined && wanted.test(other.key);
  });
}

/** A place after an employer or school belongs to it, if the person's own place was asked before or the row is certain. */
function isOfRow({
  field,
  classified,
  place,
  settled,
}: {
  field: FormField;
  classified: Classified;
  place: Place;
  settled: readonly Classified[];
}): boolean {
  if (place.sure) return true;
  // An employer alone may be a line of the person's address.
  if (!place.whole) return false;
  if (['email', 'phone', 'phoneCountry', 'website'].includes(classified.field)) return false;
  const first = settled.find((other) => other.field === classified.field);
  return first !== undefined && (first.ref !== field.ref || first.frame !== field.frame) && first.row === undefined;
}

type Counter = { next(one: { key: string; field: FormField; sure: boolean }): number };

/** Counts rows: a new one begins when a question returns, or under a new heading of the same kind. */
function startCounting(): Counter {
  let row = -1;
  let last = '';
  let wasSure = false;
  let section: string | undefined;
  const seen = new Set<string>();
  return {
    next({ key, field, sure }) {
      // What was asked in passing (“Current company”) is no row of the section that follows.
      if (sure && !wasSure) row = -1;
      const isNewSection = section !== undefined && field.section !== section && sure;
      if (row < 0 || (sure && !wasSure) || isNewSection || (seen.has(key) && last !== key)) {
        row += 1;
        seen.clear();
      } else if (seen.has(key) && !/(?:Start|End)$/.test(key)) {
        row += 1;
        seen.clear();
      }
      wasSure = sure;
      section = field.section;
      seen.add(key);
      last = key;
      return row;
    },
  };
}
