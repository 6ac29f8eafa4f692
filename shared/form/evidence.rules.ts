/** How strongly each source speaks for each meaning: autocomplete, label, group, placeholder, id and name, type. */
import type { FormField } from './form.schema.ts';
import { VOCABULARY, type VocabularyEntry } from './vocabulary.data.ts';
import { core, isQuestion, nameWords, plain, wordCount } from './wording.rules.ts';

export type Guess = { readonly key: string; readonly score: number; readonly reason: string };

/** Words on a control that say how to use it, not what it asks. */
const GENERIC =
  /^(?:attach|upload|upload file|upload files|browse|choose file|select|select one|select file|select files|or select files?|drop files here|drag and drop|please select|search|type here|start typing|yes no|other|value|option|answer|your answer|input|text|choose|none|no file chosen|add file|file|document|click to upload|enter your answer|select an option|phone number input|hier klicken|auswahlen|bitte wahlen|datei auswahlen|choisir|seleccionar|wybierz|valj|sec)?$/;

/** Words of ids and names that only say where the field stands. */
const SCAFFOLD =
  /\b(?:job|application|applicant|candidate|user|customer|contact|personal|info|information|data|profile|form|field|fields|input|txt|text|box|ctl\d*|ctl00|main|body|content|value|section|new|edit|billing|shipping|bill|ship|to|register|registration|signup|account|details|item|cand|systemfield|legal|resumator|\d+)\b/g;

type Phrases = {
  readonly whole: ReadonlySet<string>;
  readonly marks: readonly RegExp[];
  readonly parts: readonly string[];
};

const PHRASES: ReadonlyMap<string, Phrases> = new Map(
  VOCABULARY.map((entry) => {
    const marks = entry.labels.filter((label) => label.startsWith('!')).map((label) => label.slice(1));
    const all = entry.labels.map((label) => label.replace(/^!/, ''));
    return [
      entry.key,
      {
        whole: new Set([...all, ...(entry.names ?? [])]),
        marks: marks.map((mark) => new RegExp(`(?<![\\p{L}\\d])${mark}(?![\\p{L}\\d])`, 'u')),
        parts: all,
      },
    ];
  }),
);

/** Guesses for one field, best first. */
export function evidenceFor(field: FormField): Guess[] {
  const label = meaningful(field.label) && !(field.kind === 'file' && saysOnlyUpload(field.label)) ? field.label : '';
  const guesses: Guess[] = [];
  for (const entry of VOCABULARY) {
    if (!fits(entry, field)) continue;
    const guess = weigh(entry, field, label);
    if (guess) guesses.push(guess);
  }
  return guesses.sort((a, b) => b.score - a.score);
}

const meaningful = (text: string): boolean => !GENERIC.test(plain(text));

/** “Drop file here or select one (max 5 MB, pdf or docx)” says how to upload, not what. */
const UPLOADING =
  /^(?:drop|drag|and|file|files|here|or|select|choose|browse|upload|uploads|attach|attached|add|your|you|can|a|an|the|to|from|one|click|max|maximum|mb|kb|size|limit|per|is|are|pdf|docx?|txt|rtf|odt|types?|formats?|supported|accepted|allowed|only|dropbox|google|drive|enter|manually|paste|no|chosen|computer|device|document|successfully|required|optional|\d+mb|\d+)$/;

const saysOnlyUpload = (text: string): boolean =>
  plain(text)
    .split(' ')
    .every((word) => word === '' || UPLOADING.test(word));

function fits(entry: VocabularyEntry, field: FormField): boolean {
  if (field.kind === 'file') return entry.kinds?.includes('file') ?? false;
  const kinds = entry.kinds;
  if (!kinds) return true;
  return kinds.includes(field.kind) && !(kinds.length === 1 && kinds[0] === 'file');
}

function weigh(entry: VocabularyEntry, field: FormField, label: string): Guess | undefined {
  const group = meaningful(field.group) && !(field.kind === 'file' && saysOnlyUpload(field.group)) ? field.group : '';
  const shown = label || group;
  const shownPlain = plain(`${label} ${label && field.kind !== 'file' ? '' : group}`);
  if (entry.not?.test(shownPlain)) return undefined;

  const tokens = field.autocomplete.toLowerCase().split(/\s+/);
  const auto = entry.autocomplete?.some((token) => tokens.includes(token)) ? 0.9 : 0;
  const said = Math.max(
    speaks(entry, label),
    label === '' || field.kind === 'file' ? speaks(entry, group) * 0.97 : 0,
    field.kind === 'file' && !shown ? speaks(entry, field.section) * 0.9 : 0,
  );
  const placeholder = meaningful(field.placeholder) && !isQuestion(label) ? speaks(entry, field.placeholder) * 0.85 : 0;
  const named = Math.max(namedScore(entry, field.name), namedScore(entry, field.id));
  const typed = typeScore(entry.key, field.type);

  // The label a person reads decides; names and types only confirm it or stand in where there is none.
  const quiet = shown === '' ? 1 : wordCount(plain(shown)) <= 3 ? 0.85 : 0;
  const silent = Math.max(auto, placeholder, named, typed) * (said > 0 ? 1 : quiet);
  const score = combine(said, said > 0 ? Math.max(auto, named, typed) * 0.5 : silent, auto);
  if (score === 0) return undefined;
  return { key: entry.key, score, reason: reasonFor({ said, auto, placeholder, named, typed }) };
}

const combine = (said: number, other: number, auto: number): number => {
  const score = 1 - (1 - said) * (1 - other);
  return auto > 0 && said === 0 ? Math.max(score, other) : score;
};

/** Words that may stand beside a phrase without changing what it asks for. */
const QUALIFIER =
  /^(?:your|my|the|a|an|of|or|and|in|at|for|to|us|current|currently|present|most|recent|last|latest|legal|full|personal|primary|preferred|private|permanent|home|residential|mailing|postal|contact|best|mobile|cell|main|applicants?|candidates?|number|no|url|link|profile|account|address|name|field|line|level|date|type|optional|required|enter|select|only|if|any|available|here|include|including|area|complete|confirm|verify|re|again|repeat|retype|billing|shipping|\d+|ihre?|aktuelle[rs]?|votre|tu|su|sua|seu|actual|atual|attuale|huidige|obecn[aey])$/;

/** 0–1: how far a text names this entry. A whole label beats a part of it; in sentences only `ask` counts. */
function speaks(entry: VocabularyEntry, text: string): number {
  if (text === '') return 0;
  const words = plain(text);
  const phrases = PHRASES.get(entry.key);
  if (!phrases) return 0;
  const short = core(text);
  if (phrases.whole.has(words) || phrases.whole.has(short)) return 0.93;
  const isSentence = isQuestion(text);
  if (entry.ask?.test(words)) return isSentence ? 0.88 : 0.85;
  const marked = phrases.marks.some((mark) => mark.test(words));
  if (isSentence)
    return marked && wordCount(words) <= 12 && !/^(?:do|are|have|did|would|can|why|describe|tell)\b/.test(words)
      ? 0.8
      : 0;
  if (marked) return 0.86;
  let best = 0;
  const count = wordCount(short);
  for (const part of phrases.parts) {
    if (!` ${short} `.includes(` ${part} `)) continue;
    // What is left of the label must only qualify: “Presentation title” is no job title, “Home phone number” is a phone.
    const rest = ` ${short} `.replace(` ${part} `, ' ').trim().split(' ');
    if (rest.every((word) => QUALIFIER.test(word))) best = Math.max(best, wordCount(part) / count);
  }
  return best === 0 ? 0 : 0.6 + 0.25 * best;
}

/** The same for ids and names, where words run together and scaffolding surrounds them. */
function namedScore(entry: VocabularyEntry, name: string): number {
  if (name === '' || /^[0-9a-f-]{20,}$/i.test(name)) return 0;
  const words = nameWords(name);
  const bare = words.replace(SCAFFOLD, ' ').replace(/\s+/g, ' ').trim();
  if (bare === '' && words === '') return 0;
  if (entry.not?.test(bare) || entry.not?.test(words)) return 0;
  const phrases = PHRASES.get(entry.key);
  if (!phrases) return 0;
  const joined = bare.replace(/ /g, '');
  const known = (text: string) => phrases.whole.has(text) || (entry.names?.includes(text) ?? false);
  if (known(bare) || known(words) || known(joined)) return 0.78;
  if (phrases.marks.some((mark) => mark.test(bare))) return 0.72;
  const tail = bare.split(' ').slice(-2).join(' ');
  if (wordCount(bare) > 2 && known(tail)) return 0.68;
  return 0;
}

const typeScore = (key: string, type: string): number =>
  (key === 'email' && type === 'email') || (key === 'phone' && type === 'tel') ? 0.7 : 0;

function reasonFor(scores: { said: number; auto: number; placeholder: number; named: number; typed: number }): string {
  if (scores.said > 0) return scores.auto > 0 ? 'Label and autocomplete say so' : 'Its label says so';
  const [best] = Object.entries({
    'The page’s autocomplete hint says so': scores.auto,
    'Its placeholder says so': scores.placeholder,
    'Its name says so': scores.named,
    'Its type says so': scores.typed,
  }).sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? '';
}
