/** Which keys of the vocabulary a text names, and how far: one look-up over all phrases of all languages. */

import { nameWords, plain } from './spelling.rules.ts';
import { phrases, VOCABULARY, VOCABULARY_BY_KEY, type VocabularyEntry } from './vocabulary.data.ts';
import { core, isQuestion, wordCount } from './wording.rules.ts';

/**
 * How far a text names a key, by how it does. Tuned on forms nobody here wrote; what matters is their order: the whole
 * label, its meaning as a question, telling words in it, a part of it beside mere qualifiers.
 */
const SAID = {
  whole: 0.93,
  withoutBrackets: 0.9,
  ask: 0.88,
  askInShort: 0.85,
  mark: 0.86,
  markInSentence: 0.8,
  /** A part of the label, plus up to `partSpan` by its share of the words. */
  part: 0.6,
  partSpan: 0.25,
  /** Taken off a phrase of another language than the page's, so that “Kraj” is a country in Polish, a region in Czech. */
  otherLanguage: 0.1,
} as const;

/** The same for ids and names, which nobody reads. */
const NAMED = { whole: 0.78, mark: 0.72, tail: 0.68 } as const;

type Phrase = { readonly key: string; readonly languages: Set<string>; readonly mark: boolean };
type Index = ReadonlyMap<string, readonly Phrase[]>;

function indexOf(entries: readonly VocabularyEntry[]): Index {
  const index = new Map<string, Phrase[]>();
  for (const entry of entries) {
    for (const [language, list] of Object.entries(entry.says)) {
      for (const phrase of phrases(list)) {
        const mark = phrase.startsWith('!');
        const words = plain(phrase);
        const held = index.get(words) ?? [];
        const known = held.find((each) => each.key === entry.key && each.mark === mark);
        if (known) known.languages.add(language);
        else index.set(words, [...held, { key: entry.key, languages: new Set([language]), mark }]);
      }
    }
  }
  return index;
}

const EVERYWHERE: Index = indexOf(VOCABULARY.filter((entry) => !entry.onlyInRow));
const IN_ROWS: Readonly<Record<'work' | 'education', Index>> = {
  work: indexOf(VOCABULARY.filter((entry) => entry.onlyInRow && entry.row === 'work')),
  education: indexOf(VOCABULARY.filter((entry) => entry.onlyInRow && entry.row === 'education')),
};
const ASKING = VOCABULARY.filter((entry) => entry.ask && !entry.onlyInRow);

/** Keys by name; short words of other languages (“ad”, “il”, “by”) are no evidence in an id. */
const NAMES: ReadonlyMap<string, readonly string[]> = namesByWords();

function namesByWords(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const entry of VOCABULARY) {
    const said = entry.onlyInRow
      ? []
      : [
          ...phrases(entry.says.en).map(plain),
          ...Object.values(entry.says)
            .flatMap(phrases)
            .map(plain)
            .filter((words) => /[a-z]{5}/.test(words)),
        ];
    for (const words of new Set([...phrases(entry.names), ...said]))
      index.set(words, [...(index.get(words) ?? []), entry.key]);
  }
  return index;
}

/** Words that may stand beside a phrase without changing what it asks for. */
const QUALIFIER = new RegExp(
  `^(?:${[
    'your|my|the|a|an|of|or|and|in|at|for|to|us|current|currently|present|most|recent|last|latest|legal|full|personal|primary',
    'preferred|private|permanent|home|residential|mailing|postal|contact|best|mobile|cell|main|applicants?|candidates?|number|no',
    'url|link|profile|account|address|name|field|line|level|date|type|optional|required|enter|select|only|if|any|available|here',
    'include|including|area|complete|confirm|verify|re|again|repeat|retype|billing|shipping|please|provide|as|valid|active|e g|eg|see',
    'confirmation|confirmer|bestatigen|bestatigung|wiederholen|wiederholung|confirmar|confirmacion|confirmacao|confirme|conferma|bevestig|bevestiging|bevestigen|potwierdz|potwierdzenie|bekrafta|bekraeft|onayla|tekrar|tekrari|potvrzeni|potvrdte|repetir|repita|repeter|repetez|ripeti|herhaal|powtorz|upprepa|gentag|zopakujte',
    'ihre?|deine?|aktuelle[rs]?|bitte|derzeitige[rs]?|privat|optional|angeben|eingeben|gultige|der|die|das|und|oder',
    'votre|vos|actuel|actuelle|de|du|des|la|le|les|et|ou|personnelle?|tu|su|sus|actual|personal|y|o|el|del|seu|sua|atual|e|ou|pessoal',
    'attuale|il|tuo|tua|suo|sua|di|o|huidige|uw|je|jouw|van|en|of|obecn[aey]|twoj[ae]?|i|lub|aktualn[aey]',
    'ditt|din|dit|nuvarande|nuvaerende|och|og|eller|ve|veya|mevcut|vas[ei]?|a|nebo|soucasn[aey]|ваш|ваша|ваше|текущ\\w*|必須|任意|入力',
    '\\d+',
  ].join('|')})$`,
);

const LONGEST = 9;

type Run = { readonly words: string; readonly rest: () => string[] };

/** Every run of words in a text, with what is left of the text beside it. */
function* runsOf(text: string): Generator<Run> {
  const words = text.split(' ');
  for (let start = 0; start < words.length; start++) {
    for (let length = Math.min(LONGEST, words.length - start); length >= 1; length--) {
      const end = start + length;
      yield { words: words.slice(start, end).join(' '), rest: () => [...words.slice(0, start), ...words.slice(end)] };
    }
  }
}

/** “Vorname / First name”, “Ort | City”: the same said twice. */
const TWICE = /\s*[/|·•]\s*|\s+[–—-]\s+/;
/** “Address: line 2”: what stands behind the colon is asked. */
const NAMED_PART = /^[^:：]{2,40}[:：]\s*([^:：]{2,60})$/;

/**
 * Keys a label names, each with 0–1. In a sentence only whole questions and telling words count; in a label a part of it
 * counts only if the rest merely qualifies it.
 */
export function meaningsOf(
  text: string,
  { language, row }: { language?: string | undefined; row?: 'work' | 'education' } = {},
): Map<string, number> {
  const found = new Map<string, number>();
  if (text.trim() === '') return found;
  const index = row ? IN_ROWS[row] : EVERYWHERE;
  const put = (key: string, score: number) => {
    if (score > (found.get(key) ?? 0)) found.set(key, score);
  };
  const whole = (words: string, score: number): boolean => {
    const hits = index.get(words) ?? [];
    for (const hit of hits) put(hit.key, score - foreign(hit, language));
    return hits.length > 0;
  };
  const words = plain(text);
  const short = core(text);
  // Some pages print the names of their fields: “Legal FirstName”.
  if (!whole(words, SAID.whole) && !whole(short, SAID.whole)) whole(core(nameWords(text)), SAID.withoutBrackets);
  const unbracketed = text.replace(/\s*[([（][^)\]）]*[)\]）]/g, ' ');
  if (unbracketed !== text) whole(core(unbracketed), SAID.withoutBrackets);
  const behind = NAMED_PART.exec(text)?.[1];
  if (behind) whole(core(behind), SAID.withoutBrackets);
  const sides = text.split(TWICE).filter((side) => plain(side) !== '');
  if (sides.length > 1 && sides.length <= 4) saidTwice(sides.map(core), index, put);

  const isSentence = isQuestion(text);
  if (!row) {
    for (const entry of ASKING) if (entry.ask?.test(words)) put(entry.key, isSentence ? SAID.ask : SAID.askInShort);
  }
  const isAside =
    isSentence && (wordCount(words) > 12 || /^(?:do|are|have|did|would|can|why|describe|tell)\b/.test(words));
  if (wordCount(words) > 40) return found;
  for (const run of runsOf(words)) {
    for (const hit of index.get(run.words) ?? [])
      if (hit.mark && !isAside) put(hit.key, isSentence ? SAID.markInSentence : SAID.mark);
  }
  if (isSentence) return found;
  const count = wordCount(short);
  for (const run of runsOf(short)) {
    const hits = index.get(run.words);
    if (!hits) continue;
    const rest = run.rest();
    if (rest.length === 0 || !rest.every((word) => QUALIFIER.test(word))) continue;
    for (const hit of hits)
      put(hit.key, SAID.part + SAID.partSpan * (wordCount(run.words) / count) - foreign(hit, language));
  }
  return found;
}

const foreign = (phrase: Phrase, language: string | undefined): number =>
  !language || phrase.mark || phrase.languages.has(language) || phrase.languages.has('en') ? 0 : SAID.otherLanguage;

/** Both sides must name the key, each in its own language. */
function saidTwice(sides: readonly string[], index: Index, put: (key: string, score: number) => void): void {
  const [first, ...others] = sides.map((side) => new Set((index.get(side) ?? []).map((hit) => hit.key)));
  for (const key of first ?? []) if (others.every((keys) => keys.has(key))) put(key, SAID.withoutBrackets);
}

/** Words of ids and names that only say where the field stands. */
const SCAFFOLD =
  /\b(?:job|application|applicant|candidate|user|customer|contact|personal|info|information|data|profile|form|field|fields|input|txt|text|box|ctl\d*|ctl00|main|body|content|value|section|new|edit|billing|shipping|bill|ship|to|register|registration|signup|account|details|item|cand|systemfield|legal|resumator|apply|question|questions|answer|answers|react|select|dropdown|tf|fld|id|your|my|attributes|hidden|basic|basics|native|control|element|wrapper|ui|widget|widgets|custom|page|step|\d+)\b/g;

/** Keys an id or name says, each with 0–1; words run together in them and scaffolding surrounds them. */
export function namedAs(name: string): Map<string, number> {
  const found = new Map<string, number>();
  if (name === '' || /^[0-9a-f-]{20,}$/i.test(name)) return found;
  const words = nameWords(name);
  const bare = words.replace(SCAFFOLD, ' ').replace(/\s+/g, ' ').trim();
  const put = (key: string, score: number) => {
    const { not } = VOCABULARY_BY_KEY.get(key) ?? {};
    if (score > (found.get(key) ?? 0) && !not?.test(bare) && !not?.test(words)) found.set(key, score);
  };
  const known = (text: string, score: number) => {
    for (const key of NAMES.get(text) ?? []) put(key, score);
  };
  for (const text of [bare, words, bare.replace(/ /g, '')]) if (text !== '') known(text, NAMED.whole);
  if (bare === '' || wordCount(bare) > 20) return found;
  for (const run of runsOf(bare))
    for (const hit of EVERYWHERE.get(run.words) ?? []) if (hit.mark) put(hit.key, NAMED.mark);
  if (wordCount(bare) > 2) known(bare.split(' ').slice(-2).join(' '), NAMED.tail);
  return found;
}

/** “LinkedIn”, “E-Mail” and “CV” are words of every language. */
const INTERNATIONAL = new Set(['linkedin', 'github', 'twitter', 'website', 'email', 'resumeFile']);

/**
 * Language a form is written in, by the labels that are words of few languages; the markup's own statement counts as one
 * label in four, since templates say `en` whatever they print. Undefined when nothing tells.
 */
export function languageOf(
  fields: readonly { label: string; group: string; lang?: string | undefined }[],
): string | undefined {
  const votes = new Map<string, number>();
  for (const { label, group, lang } of fields) {
    const said = lang?.slice(0, 2).toLowerCase();
    if (said) votes.set(said, (votes.get(said) ?? 0) + 0.25);
    const text = core(label || group);
    const phrasesHere = (EVERYWHERE.get(text) ?? []).filter((phrase) => !INTERNATIONAL.has(phrase.key));
    const languages = new Set(phrasesHere.flatMap((phrase) => [...phrase.languages]));
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.size);
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 0.5 && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}
