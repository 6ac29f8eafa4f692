/**
 * Rows of work and education: the person's entries, the latest first, in the parts a row asks for, and the buttons that
 * bring the rows still missing.
 */
import type { Answers } from '#shared/profile/profile.schema.ts';
import { type Case, type Outcome, offers, put, sayYesNo, yours } from './control.rules.ts';
import { fitLines } from './cut.rules.ts';
import { dateFor, partAsked } from './dates.rules.ts';
import type { Classified, FieldReport, FillStep, FormAction, FormField } from './form.schema.ts';
import { matchOption } from './options.rules.ts';
import { latestFirst, type Person } from './person.rules.ts';
import { countriesOfLocation, countryNames, regionNames } from './places.rules.ts';
import { plain } from './spelling.rules.ts';

type Section = 'work' | 'education';

const SECTION_OF: Readonly<Record<string, Section>> = {
  currentCompany: 'work',
  currentTitle: 'work',
  workStart: 'work',
  workEnd: 'work',
  workCurrent: 'work',
  workLocation: 'work',
  workCountry: 'work',
  workSummary: 'work',
  school: 'education',
  degree: 'education',
  fieldOfStudy: 'education',
  gpa: 'education',
  graduationYear: 'education',
  schoolStart: 'education',
  schoolEnd: 'education',
  schoolLocation: 'education',
};

/** How many rows of a section are filled at most; more is no application but an archive. */
export const MOST_ROWS = 5;

const entriesIn = ({ resume }: Person, section: Section): number => (resume[section] ?? []).length;

/** Why a row's question has no answer at all: the person has fewer entries than the page has rows. */
export function emptyRow({ meaning, input }: Case): Outcome | undefined {
  const section = SECTION_OF[meaning.field];
  if (!section || meaning.row === undefined || meaning.row === 0) return undefined;
  return meaning.row < entriesIn(input, section)
    ? undefined
    : { outcome: 'skipped', reason: 'Your profile has no further entry for this row' };
}

const ROW_KEYS = new Set([
  'workStart',
  'workEnd',
  'workCurrent',
  'workLocation',
  'workSummary',
  'schoolStart',
  'schoolEnd',
]);

/** The answer to a row's dates, place, “I still work here” and description; undefined for every other question. */
export function rowAnswer(one: Case): Outcome | undefined {
  const { field, meaning, input } = one;
  if (!ROW_KEYS.has(meaning.field)) return undefined;
  return meaning.field.startsWith('school') ? schoolDate(one) : workPart({ field, meaning, input });
}

function schoolDate({ field, meaning, input }: Case): Outcome {
  const found = latestFirst(input.resume.education)[meaning.row ?? 0];
  if (!found) return yours('Your profile names no school');
  const key = meaning.field === 'schoolStart' ? 'startDate' : 'endDate';
  return dated({ field, date: found.entry[key], source: `education[${found.index}].${key}` });
}

function workPart({ field, meaning, input }: Pick<Case, 'field' | 'meaning' | 'input'>): Outcome {
  const found = latestFirst(input.resume.work)[meaning.row ?? 0];
  if (!found) return yours('Your profile names no work');
  const { entry, index } = found;
  const at = `work[${index}]`;
  // Without any date nobody knows whether it lasts.
  const lasts = entry.startDate !== undefined && entry.endDate === undefined;
  switch (meaning.field) {
    case 'workStart':
      return dated({ field, date: entry.startDate, source: `${at}.startDate` });
    case 'workEnd':
      return lasts
        ? stillThere(field, `${at}.startDate`)
        : dated({ field, date: entry.endDate, source: `${at}.endDate` });
    case 'workCurrent':
      if (!lasts && entry.endDate === undefined) return yours('Your profile does not say whether it lasts');
      if (field.kind === 'checkbox' && !lasts) return { outcome: 'skipped', reason: 'Left unticked: it has ended' };
      return sayYesNo({ field, said: lasts ? 'yes' : 'no', source: `${at}.${lasts ? 'startDate' : 'endDate'}` });
    case 'workLocation':
      return entry.location
        ? placed({ field, location: entry.location, source: `${at}.location` })
        : yours('Your profile does not say where');
    default:
      return described({ field, entry, at });
  }
}

type Dated = { readonly field: FormField; readonly date: string | undefined; readonly source: string };

function dated({ field, date, source }: Dated): Outcome {
  if (!date) return yours('Your profile does not say when');
  const written = dateFor(field, date);
  return 'missing' in written ? yours(written.missing) : put(field, { ...written, source });
}

const PRESENT =
  'Present, Current, Now, Today, Ongoing, Heute, Aktuell, Présent, Aujourd’hui, Actualidad, Presente, Atual, Attuale, Heden, Obecnie, Nu, Nuvarande, Nuværende, Halen, Devam ediyor, Současnost'.split(
    ', ',
  );

/** The end of what has not ended: an option for it, else nothing, unless the page insists. */
function stillThere(field: FormField, source: string): Outcome {
  if (offers(field) && matchOption(field.options, PRESENT) !== undefined && !partAsked(field))
    return put(field, { value: 'Present', alternatives: PRESENT, source });
  return { outcome: 'skipped', reason: 'Left empty: it has no end yet' };
}

/** A job's place, whole where a text is wanted; in a list or picker its parts must agree. */
function placed({ field, location, source }: { field: FormField; location: string; source: string }): Outcome {
  const [town = location, ...rest] = location.split(',').map((part) => part.trim());
  const [country] = countriesOfLocation(location);
  const around = [...rest.flatMap((part) => regionNames(part, country)), ...(country ? countryNames(country) : [])];
  return put(field, { value: location, alternatives: [town], ...(rest.length > 0 ? { place: around } : {}), source });
}

type Described = {
  readonly field: FormField;
  readonly entry: { summary?: string | undefined; highlights?: string[] | undefined };
  readonly at: string;
};

/** Summary and highlights as plain lines, as many as fit. */
function described({ field, entry, at }: Described): Outcome {
  const lines = [...(entry.summary?.split('\n') ?? []), ...(entry.highlights ?? [])]
    .map((line) => line.replace(/^\s*[•▪◦·*–-]\s+/, '').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return { outcome: 'skipped', reason: 'Your profile describes no tasks for this job' };
  const text = fitLines(field.kind === 'text' ? [lines.join(' ')] : lines, { characters: field.maxLength });
  return text === undefined
    ? yours(`Longer than the ${field.maxLength} characters allowed`)
    : put(field, { value: text, source: entry.summary ? `${at}.summary` : `${at}.highlights` });
}

const WORK_WORDS =
  /\b(?:work|job|jobs|employment|employer|employers|experience|experiences|position|career|berufserfahrung\w*|beruflich\w*|arbeitgeber|beschaftigung\w*|werdegang|experiences? professionnelles?|emploi\w*|poste|experiencia\w*|empleo\w*|trabajo\w*|trabalho|emprego\w*|esperienz\w*|lavor\w*|impiego|werkervaring\w*|werkgever\w*|baan|doswiadczeni\w*|zatrudnieni\w*|prac[aey]\w*|arbetslivserfarenhet\w*|erfarenhet\w*|anstallning\w*|arbetsgivare|erhvervserfaring\w*|ansaettelse\w*|stilling\w*|erfaring\w*|deneyim\w*|tecrube\w*|is deneyimi|pracovni\w*|zamestnani\w*|prax\w*)\b/;
const EDUCATION_WORDS =
  /\b(?:education\w*|school|schools|university|universities|degree|degrees|academic|study|studies|qualification\w*|ausbildung\w*|bildung\w*|studium|hochschul\w*|schul\w*|formation\w*|etudes|diplome\w*|ecole\w*|educacion|formacion|estudios|titulaci\w*|educacao|formacao|escolaridade|istruzione|formazione|titol\w* di studio|studi|opleiding\w*|onderwijs|wyksztalceni\w*|edukacj\w*|szkol\w*|uczeln\w*|utbildning\w*|uddannelse\w*|egitim\w*|okul\w*|vzdelan\w*|skol\w*)\b/;
const OTHER_WORDS =
  /\b(?:certific\w*|zertifi\w*|language\w*|sprach\w*|langue\w*|idioma\w*|lingu\w*|taal|talen|jezyk\w*|sprak\w*|sprog\w*|dil|dils\w*|jazyk\w*|skill\w*|reference\w*|referenz\w*|website\w*|link\w*|file\w*|attachment\w*|document\w*|award\w*|project\w*|volunteer\w*|licen[cs]e\w*|training\w*|kurs\w*|address\w*|phone\w*|child\w*|dependent\w*|dependant\w*)\b/;

/** Which section an “add another” button is for, by its own words, else by the heading above it; undefined in doubt. */
export function sectionOfAction({ label, section }: Pick<FormAction, 'label' | 'section'>): Section | undefined {
  for (const words of [plain(label), plain(section)]) {
    if (OTHER_WORDS.test(words)) return undefined;
    const [work, education] = [WORK_WORDS.test(words), EDUCATION_WORDS.test(words)];
    if (work && education) return undefined;
    if (work) return 'work';
    if (education) return 'education';
  }
  return undefined;
}

export type Planned = {
  readonly person: { readonly resume: Person['resume']; readonly answers: Answers };
  readonly fields: readonly FormField[];
  readonly classified: readonly Classified[];
  readonly steps: readonly FillStep[];
  readonly report: readonly FieldReport[];
};

/**
 * The buttons that would bring the next row the profile has an entry for: one per section, and only where every row that
 * is there already gets a value, so that rows never pile up empty.
 */
export function addersFor(actions: readonly FormAction[], planned: Planned): FormAction[] {
  const found = new Map<Section, FormAction>();
  for (const action of actions) {
    const section = action.kind === 'addRow' ? sectionOfAction(action) : undefined;
    if (!section || found.has(section)) continue;
    const rows = rowsOf(section, planned);
    if (rows.some((isFilled) => !isFilled)) continue;
    if (rows.length < Math.min(entriesIn(planned.person, section), MOST_ROWS)) found.set(section, action);
  }
  return [...found.values()];
}

/** For each row of a section that stands on the page: whether it gets, or has, a value. */
function rowsOf(section: Section, { fields, classified, steps, report }: Planned): boolean[] {
  const key = (one: { frame: number; ref: string }) => `${one.frame}:${one.ref}`;
  const written = new Set([
    ...steps.map(key),
    ...report.filter((line) => line.outcome === 'already' || line.outcome === 'filled').map(key),
  ]);
  const rows: boolean[] = [];
  fields.forEach((field, index) => {
    const meaning = classified[index];
    if (!meaning || !field.visible || SECTION_OF[meaning.field] !== section) return;
    const row = meaning.row ?? 0;
    for (let at = rows.length; at <= row; at++) rows.push(false);
    rows[row] = rows[row] || written.has(key(field));
  });
  return rows;
}
