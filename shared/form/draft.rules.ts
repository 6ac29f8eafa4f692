/**
 * Drafts for written questions nobody has answered yet: the person's own sentences, chosen by what is asked, and frames
 * whose slots hold facts. Nothing else is said: no motive, no opinion, no figure that no fact has. A draft is always for
 * review, and where the facts do not answer there is none.
 */
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { Case } from './control.rules.ts';
import { countWords, fits, type Limit, sentencesIn } from './cut.rules.ts';
import {
  ABOUT_YOU,
  DRAFT_FRAMES,
  type DraftLanguage,
  EVERYDAY,
  EXPERIENCE_WITH,
  MOTIVE,
  NO_TOPIC,
  NOT_FACTS,
  SUCCESS,
} from './draft.data.ts';
import type { FormField } from './form.schema.ts';
import { latestFirst } from './person.rules.ts';
import { plain } from './spelling.rules.ts';

export type Draft = { readonly text: string; readonly source: string; readonly review: string };

/** A sentence with the field paths its words come from. */
type Piece = { readonly text: string; readonly paths: readonly string[]; readonly score: number };

/** Without a limit of the page's, as much as a person reads in one glance. */
const USUAL: Limit = { characters: 700, words: 110 };
const MOST_FACTS = 4;

/** A draft for a written question, within its limits; undefined where the person's facts do not answer it. */
export function draftFor({ field, input }: Pick<Case, 'field' | 'input'>): Draft | undefined {
  const isLong =
    field.kind === 'textarea' || field.kind === 'richtext' || (field.kind === 'text' && (field.maxLength ?? 0) >= 200);
  if (!isLong || input.drafts === false) return undefined;
  const question = plain(field.label.length >= field.group.length ? field.label : field.group);
  const aim = aimOf(question);
  if (!aim) return undefined;
  const language = languageOf(question);
  const facts = factsOf(input.resume);
  if (!language || facts.length === 0 || isForeign(facts, language)) return undefined;
  const chosen = choosePieces({
    aim,
    question,
    language,
    resume: input.resume,
    facts,
    title: input.posting?.title ?? '',
  });
  return chosen.length === 0 ? undefined : assemble(chosen, field);
}

type Aim = 'motive' | 'person' | 'success' | 'topic';

function aimOf(question: string): Aim | undefined {
  if (NOT_FACTS.test(question)) return undefined;
  if (MOTIVE.test(question)) return 'motive';
  if (SUCCESS.test(question)) return 'success';
  if (ABOUT_YOU.test(question))
    return topicOf(question).size > 0 && EXPERIENCE_WITH.test(question) ? 'topic' : 'person';
  return EXPERIENCE_WITH.test(question) && topicOf(question).size > 0 ? 'topic' : undefined;
}

/** Words that name what a question is about. */
const topicOf = (question: string): Set<string> =>
  new Set(
    question
      .split(' ')
      .filter((word) => word.length > 1 && !NO_TOPIC.has(word))
      .map(root),
  );

/** Enough of a word to know it in another form. */
const root = (word: string): string =>
  word.length <= 4
    ? word
    : word
        .replace(/(?:ies|y)$/, 'i')
        .replace(/(?:ations?|ings?|ed|ers?|ment|s)$/, '')
        .slice(0, 9);

const rootsOf = (text: string): Set<string> =>
  new Set(
    plain(text)
      .split(' ')
      .filter((word) => word.length > 1 && !NO_TOPIC.has(word))
      .map(root),
  );

function factsOf({ basics, work, projects }: Resume): Piece[] {
  const whole = (text: string | undefined, path: string): Piece[] =>
    text && text.trim() !== '' ? [{ text: ended(text), paths: [path], score: 0 }] : [];
  const sentences = (text: string | undefined, path: string): Piece[] =>
    sentencesIn(text ?? '').flatMap((sentence) => whole(sentence.text, path));
  return [
    ...sentences(basics?.summary, 'basics.summary'),
    ...latestFirst(work).flatMap(({ entry, index }) => [
      ...sentences(entry.summary, `work[${index}].summary`),
      ...(entry.highlights ?? []).flatMap((text, at) => whole(text, `work[${index}].highlights[${at}]`)),
    ]),
    ...(projects ?? []).flatMap((project, index) => [
      ...sentences(project.description, `projects[${index}].description`),
      ...(project.highlights ?? []).flatMap((text, at) => whole(text, `projects[${index}].highlights[${at}]`)),
    ]),
  ];
}

/** A line as a sentence: without its bullet, with a full stop. */
function ended(text: string): string {
  const line = text
    .replace(/^\s*[•▪◦·*–-]\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /[.!?…:;]$/.test(line) ? line : `${line}.`;
}

type Choice = {
  readonly aim: Aim;
  readonly question: string;
  readonly language: DraftLanguage;
  readonly resume: Resume;
  readonly facts: readonly Piece[];
  readonly title: string;
};

function choosePieces({ aim, question, language, resume, facts, title }: Choice): Piece[] {
  const topic = topicOf(question);
  const wanted = rootsOf(title);
  const scored = facts
    .map((fact) => {
      const own = rootsOf(fact.text);
      const asked = [...topic].filter((word) => own.has(word)).length;
      const fitting = [...wanted].filter((word) => own.has(word)).length;
      const counts = aim === 'success' && /\d/.test(fact.text) ? 1 : 0;
      return { ...fact, asked, score: 3 * asked + fitting + counts };
    })
    .sort((a, b) => b.score - a.score);
  const job = position(resume, language);
  if (aim === 'topic') return inOrder(scored.filter(({ asked }) => asked > 0).slice(0, MOST_FACTS), facts);
  const best = scored.filter(({ score }) => score > 0);
  // Without a posting, or with none of its words in the profile, nothing tells which facts matter to a motive.
  const jobFits = job !== undefined && [...rootsOf(job.text)].some((word) => wanted.has(word));
  if (aim === 'motive') {
    if (best.length === 0 && !jobFits) return [];
    const { bring } = DRAFT_FRAMES[language];
    const facted = [...(job ? [job] : []), ...inOrder(best.slice(0, 3), facts)];
    return bring === '' ? facted : [{ text: bring, paths: [], score: 0 }, ...facted];
  }
  const enough = best.length > 0 ? best : aim === 'person' ? scored.slice(0, 2) : [];
  if (enough.length === 0) return [];
  return [...(job ? [job] : []), ...inOrder(enough.slice(0, 3), facts)];
}

/** Chosen facts as the profile has them, so that a story keeps its order. */
const inOrder = (chosen: readonly Piece[], facts: readonly Piece[]): Piece[] =>
  facts.filter((fact) => chosen.some((one) => one.text === fact.text && one.paths[0] === fact.paths[0]));

/** The latest job in a frame, when every slot has its fact. */
function position(resume: Resume, language: DraftLanguage): Piece | undefined {
  const [latest] = latestFirst(resume.work);
  if (!latest) return undefined;
  const { entry, index } = latest;
  if (!entry.position || !entry.name || !entry.startDate) return undefined;
  const frames = DRAFT_FRAMES[language];
  const slots: Readonly<Record<string, string>> = {
    position: entry.position,
    employer: entry.name,
    from: entry.startDate.slice(0, 4),
    to: entry.endDate?.slice(0, 4) ?? '',
  };
  const frame = entry.endDate ? frames.past : frames.now;
  const text = frame.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
  const keys = ['position', 'name', 'startDate', ...(entry.endDate ? ['endDate'] : [])];
  return { text, paths: keys.map((key) => `work[${index}].${key}`), score: 0 };
}

/** As many pieces as fit, least important last; undefined when not one fact fits or the page wants more than we have. */
function assemble(pieces: readonly Piece[], field: FormField): Draft | undefined {
  const limit = limitOf(field);
  const most: Limit = {
    characters: Math.min(limit.characters ?? Number.POSITIVE_INFINITY, USUAL.characters ?? 0),
    words: Math.min(limit.words ?? Number.POSITIVE_INFINITY, USUAL.words ?? 0),
  };
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (!fits([...kept, piece].map(({ text }) => text).join(' '), most)) continue;
    kept.push(piece);
  }
  const paths = [...new Set(kept.flatMap((piece) => piece.paths))];
  const text = kept.map((piece) => piece.text).join(' ');
  const least = leastOf(field);
  if (paths.length === 0 || text.length < (least.characters ?? 0) || countWords(text) < (least.words ?? 0))
    return undefined;
  return { text, source: paths.join(', '), review: 'A draft from your profile: read it before you submit' };
}

const UNITS = {
  words: 'words|worter|worte|mots|palabras|palavras|parole|woorden|slow|ord|kelime|slov',
  characters: 'characters|chars|zeichen|caracteres|caratteri|tekens|znakow|tecken|tegn|karakter|znaku',
};

/** The most a box takes: its own limit, and what its words say (“max. 200 words”, “100–150 Wörter”). */
export function limitOf(field: FormField): Limit {
  const said = (unit: string): number | undefined => {
    const text = plain(`${field.hint} ${field.label} ${field.placeholder}`);
    const found = [
      ...text.matchAll(
        new RegExp(`\\b(\\d{2,5}) (?:${unit})\\b(?! (?:minimum|min|or more|at least|minimal|mindestens))`, 'g'),
      ),
    ].filter(
      ({ index }) =>
        !/\b(?:at least|minimum|min|mindestens|au moins|al menos|minstens) (?:of )?$/.test(text.slice(0, index)),
    );
    return found.length > 0 ? Math.min(...found.map((match) => Number(match[1]))) : undefined;
  };
  const characters = Math.min(
    field.maxLength ?? Number.POSITIVE_INFINITY,
    said(UNITS.characters) ?? Number.POSITIVE_INFINITY,
  );
  return { ...(Number.isFinite(characters) ? { characters } : {}), words: said(UNITS.words) };
}

/** The least it takes. */
function leastOf(field: FormField): Limit {
  const text = plain(`${field.hint} ${field.label} ${field.placeholder}`);
  const said = (unit: string): number | undefined => {
    const found = new RegExp(
      `\\b(?:at least|minimum|min|mindestens|au moins|al menos|minstens) (?:of )?(\\d{1,5}) (?:${unit})\\b`,
    ).exec(text);
    return found ? Number(found[1]) : undefined;
  };
  return { characters: Math.max(field.minLength ?? 0, said(UNITS.characters) ?? 0), words: said(UNITS.words) };
}

/** The language whose everyday words a text in the spelling of `plain()` has most of; undefined without any. */
function languageOf(text: string): DraftLanguage | undefined {
  let best: { language: DraftLanguage; count: number } | undefined;
  const words = text.split(' ');
  for (const language of Object.keys(EVERYDAY) as DraftLanguage[]) {
    const count = words.filter((word) => EVERYDAY[language].has(word)).length;
    if (count > (best?.count ?? 0)) best = { language, count };
  }
  return best?.language;
}

/** Facts told in another language than the question would read like somebody else's. */
function isForeign(facts: readonly Piece[], language: DraftLanguage): boolean {
  const told = languageOf(plain(facts.map(({ text }) => text).join(' ')));
  return told !== undefined && told !== language;
}
