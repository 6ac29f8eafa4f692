/**
 * How strongly each source speaks for each meaning of one field. The label a person reads decides; autocomplete, names,
 * types and options confirm it, or stand in where it says nothing.
 */
import type { FormField } from './form.schema.ts';
import { type OptionKind, optionKind } from './option-kinds.rules.ts';
import { meaningsOf, namedAs } from './phrase-index.rules.ts';
import { plain } from './spelling.rules.ts';
import { VOCABULARY, VOCABULARY_BY_KEY, type VocabularyEntry } from './vocabulary.data.ts';
import { isQuestion, wordCount } from './wording.rules.ts';

export type Guess = { readonly key: string; readonly score: number; readonly reason: string };

/** Each source's own strength, 0–1; the label's is in `phrase-index.rules.ts`. */
const WEIGHT = {
  autocomplete: 0.9,
  /** Of what the words themselves are worth. */
  group: 0.97,
  section: 0.9,
  placeholder: 0.85,
  /** Help text beside a box for long texts. */
  hint: 0.8,
  type: 0.7,
  options: 0.75,
  /** Silent sources beside a label that says the same. */
  confirming: 0.5,
  /** Silent sources under a short label we cannot read; under a long one they say nothing. */
  unreadLabel: 0.85,
} as const;

/** Words on a control that say how to use it, not what it asks. */
const GENERIC =
  /^(?:attach|upload|upload file|upload files|browse|choose file|select|select one|select file|select files|or select files?|drop files here|drag and drop|please select|please choose|search|type here|start typing|yes no|other|value|option|answer|your answer|input|text|choose|none|no file chosen|add file|file|document|click to upload|enter your answer|select an option|select an item|phone number input|hier klicken|auswahlen|bitte wahlen|bitte auswahlen|datei auswahlen|choisir|choisissez|selectionnez|selectionner|seleccionar|seleccione|selecione|selecionar|seleziona|selecteer|kies|wybierz|valj|vaelg|sec|seciniz|vyberte|zvolte|select a value|make a selection|no selection)?$/;

/** “Drop file here or select one (max 5 MB, pdf or docx)” says how to upload, not what. */
const UPLOADING =
  /^(?:drop|drag|and|file|files|here|or|select|choose|browse|upload|uploads|attach|attached|add|your|you|can|a|an|the|to|from|one|click|max|maximum|mb|kb|size|limit|per|is|are|pdf|docx?|txt|rtf|odt|types?|formats?|supported|accepted|allowed|only|dropbox|google|drive|enter|manually|paste|no|chosen|computer|device|document|successfully|required|optional|datei|dateien|hochladen|auswahlen|hierher|ziehen|oder|fichier|fichiers|choisir|telecharger|televerser|deposer|ici|ou|archivo|subir|adjuntar|seleccionar|o|ficheiro|arquivo|carregar|anexar|carica|scegli|allega|bestand|uploaden|kiezen|plik|dodaj|wybierz|przeslij|fil|ladda|upp|valj|bifoga|vaelg|vedhaeft|dosya|yukle|sec|soubor|nahrat|vybrat|prilozit|\d+mb|\d+)$/;

const meaningful = (text: string): boolean => !GENERIC.test(plain(text));
const saysOnlyUpload = (text: string): boolean =>
  plain(text)
    .split(' ')
    .every((word) => word === '' || UPLOADING.test(word));

/** An upload whose words only say how to upload, in its own name too. */
export const saysNothing = (field: FormField): boolean =>
  [field.label, field.group, field.hint.slice(0, 60)].every((text) => !meaningful(text) || saysOnlyUpload(text)) &&
  !/photo|picture|image|avatar|transcript|certificate|portfolio|id.?card|passport|signature/i.test(
    `${field.name} ${field.id}`,
  );

/** Keys whose values a list of this kind can hold; any other meaning of such a field is mistaken. */
const HOLDS: Readonly<Partial<Record<OptionKind, readonly string[]>>> = {
  country: ['country', 'phoneCountry', 'location', 'workAuthorization', 'workLocation'],
  region: ['region', 'location', 'workLocation'],
  phoneCountry: ['phoneCountry'],
  courtesy: [],
  phoneType: [],
  month: ['graduationYear', 'startDate'],
  year: ['graduationYear', 'startDate'],
  day: ['startDate'],
};
/** Keys an input type can hold; telephone keypads are also shown for postal codes and amounts. */
const TAKES: Readonly<Record<string, RegExp>> = {
  email: /^email$/,
  url: /^(?:linkedin|github|twitter|website)$/,
  tel: /^(?!email$|.*Name$|linkedin|github|twitter|website|current|school$|country$|city$|region$)/,
  number:
    /^(?:phone|phoneCountry|postalCode|yearsExperience|salaryExpectation|noticePeriod|gpa|graduationYear|.*(?:Start|End))$/,
};
/** Meanings a plain yes or no can answer. */
const YES_NO = new Set([
  'workAuthorization',
  'sponsorship',
  'relocate',
  'veteran',
  'disability',
  'ethnicity',
  'gender',
  'startDate',
  'noticePeriod',
]);
/** What a list tells by itself, without a label to read. */
const TELLS: Readonly<Partial<Record<OptionKind, string>>> = {
  country: 'country',
  region: 'region',
  phoneCountry: 'phoneCountry',
  degree: 'degree',
  howHeard: 'howHeard',
  gender: 'gender',
  race: 'race',
  veteran: 'veteran',
  disability: 'disability',
};
/** Lists no other question has, whatever long text stands above them. */
const UNMISTAKABLE = new Set(['veteran', 'disability', 'race', 'gender']);

type Sources = Record<'said' | 'auto' | 'placeholder' | 'named' | 'typed' | 'listed' | 'invited', number>;

/** Guesses for one field, best first; `language` is the form's, where it is known. */
export function evidenceFor(field: FormField, language?: string): Guess[] {
  const isFile = field.kind === 'file';
  const options = optionKind(field);
  const read = (text: string) => (meaningful(text) && !(isFile && saysOnlyUpload(text)) ? text : '');
  // Some pages label a list with the option that is chosen.
  const label = field.options.length > 0 && field.label === field.value ? '' : read(field.label);
  const group = read(field.group);
  const shown = label || group;
  const quiet = shown === '' ? 1 : wordCount(plain(shown)) <= 3 ? WEIGHT.unreadLabel : 0;
  const forbidden = plain(`${label} ${label && !isFile ? '' : group}`);
  const guesses: Guess[] = [];
  for (const [key, sources] of sourcesOf(field, { label, group, language, options })) {
    const entry = VOCABULARY_BY_KEY.get(key);
    if (!entry || entry.onlyInRow || !fits(entry, field, options) || entry.not?.test(forbidden)) continue;
    const { said, auto, placeholder, named, typed, listed, invited } = sources;
    const other =
      said > 0
        ? Math.max(auto, named, typed, listed) * WEIGHT.confirming
        : Math.max(
            Math.max(auto, placeholder, named, typed, listed, invited) * quiet,
            UNMISTAKABLE.has(key) ? listed * WEIGHT.unreadLabel : 0,
          );
    const score = 1 - (1 - said) * (1 - other);
    if (score > 0) guesses.push({ key, score, reason: reasonFor(sources) });
  }
  return guesses.sort((a, b) => b.score - a.score);
}

/** A list of countries asks for no first name. `fits` takes three arguments: each is a plain fact of its own. */
function fits(entry: VocabularyEntry, field: FormField, options: OptionKind | undefined): boolean {
  if (field.kind === 'file') return entry.kinds?.includes('file') ?? false;
  if (entry.kinds && !entry.kinds.includes(field.kind)) return false;
  const takes = TAKES[field.type];
  if (takes && !takes.test(entry.key)) return false;
  if (!options) return true;
  if (options === 'yesNo') return YES_NO.has(entry.key);
  return HOLDS[options]?.includes(entry.key) ?? true;
}

type Words = { label: string; group: string; language: string | undefined; options: OptionKind | undefined };

/** What every source says, by key; keys nobody speaks for are absent. */
function sourcesOf(field: FormField, { label, group, language, options }: Words): Map<string, Sources> {
  const found = new Map<string, Sources>();
  const add = (source: keyof Sources, hits: Iterable<readonly [string, number]>, weight = 1) => {
    for (const [key, score] of hits) {
      const sources = found.get(key) ?? { said: 0, auto: 0, placeholder: 0, named: 0, typed: 0, listed: 0, invited: 0 };
      sources[source] = Math.max(sources[source], score * weight);
      found.set(key, sources);
    }
  };
  add('said', meaningsOf(label, { language }));
  if (label === '' || field.kind === 'file') add('said', meaningsOf(group, { language }), WEIGHT.group);
  // “Number” below “Primary phone”, “First” below “Name”.
  if (label !== '' && group !== '' && !found.size && wordCount(plain(label)) <= 3 && wordCount(plain(group)) <= 4)
    add('said', meaningsOf(`${group} ${label}`, { language }), WEIGHT.group);
  if (field.kind === 'file' && label === '' && group === '')
    add('said', meaningsOf(field.section, { language }), WEIGHT.section);
  for (const token of field.autocomplete.toLowerCase().split(/\s+/))
    for (const key of AUTOCOMPLETE.get(token) ?? []) add('auto', [[key, WEIGHT.autocomplete]]);
  if (meaningful(field.placeholder) && !isQuestion(label)) {
    const words = plain(field.placeholder);
    for (const hit of meaningsOf(field.placeholder, { language }))
      if (!VOCABULARY_BY_KEY.get(hit[0])?.not?.test(words)) add('placeholder', [hit], WEIGHT.placeholder);
  }
  add('named', namedAs(field.name));
  add('named', namedAs(field.id));
  if (field.type === 'email' || field.inputMode === 'email') add('typed', [['email', WEIGHT.type]]);
  if (field.type === 'tel' || field.inputMode === 'tel') add('typed', [['phone', WEIGHT.type]]);
  const listed = options && TELLS[options];
  if (listed) add('listed', [[listed, WEIGHT.options]]);
  if (invites(field)) add('invited', [['coverLetterText', WEIGHT.hint]]);
  return found;
}

const AUTOCOMPLETE: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(VOCABULARY.flatMap((entry) => entry.autocomplete ?? []))].map((token) => [
    token,
    VOCABULARY.filter((entry) => entry.autocomplete?.includes(token)).map((entry) => entry.key),
  ]),
);

/** “Additional information”, with “Add a cover letter or anything else” in the box. */
const invites = (field: FormField): boolean =>
  /\b(?:cover letter|anschreiben|lettre de motivation|carta de presentacion|carta de apresentacao|lettera di presentazione|motivatiebrief|list motywacyjny|personligt brev|on yazi|motivacni dopis)\b/.test(
    plain(`${field.placeholder} ${field.hint}`),
  );

function reasonFor(scores: Sources): string {
  if (scores.said > 0) return scores.auto > 0 ? 'Label and autocomplete say so' : 'Its label says so';
  const [best] = Object.entries({
    'The page’s autocomplete hint says so': scores.auto,
    'Its placeholder says so': scores.placeholder,
    'Its name says so': scores.named,
    'Its type says so': scores.typed,
    'Its options say so': scores.listed,
    'Its help text says so': scores.invited,
  }).sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? '';
}
