/** How points are worded. Each language has its own words; where it has none the question is not asked. */
import { IRREGULAR_PAST, PRESENT_VERBS } from '#shared/document/verbs.data.ts';
import { fold } from '#shared/kernel/text.ts';
import { type Check, count, fine, notChecked, problem } from '../check.rules.ts';
import { type Point, unmarkedPoints } from '../points.rules.ts';
import { wordsIn } from '../subject.rules.ts';
import { BUZZWORDS, FIRST_PERSON, PAST_OF_GERUND, WEAK_OPENINGS } from '../words.data.ts';

const NO_POINTS = 'The jobs have no lists of points.';
const FROM_PICTURE = 'Where a point ends cannot be told from a picture.';

/** Folded text for Latin scripts, the text itself for those that folding would break. */
const comparable = (language: string, text: string): string =>
  language === 'zh' || language === 'hi'
    ? text.normalize('NFC').replace(/^[•·▪◦\-–*\s\d.、]+/u, '')
    : fold(text).replace(/^[•·▪◦\-–*\s]+/u, '');

const DUTY =
  /^(?:(?:was |were )?responsible for|(?:my )?(?:responsibilities|duties) (?:were|was|include[ds]?|including)|in charge of|(?:was |were )?tasked with|worked on)\s+(?:the\s+)?/i;

/** The same point with its deed in front, where the person's own words hold one. */
export function deedFirst({ text, past }: { text: string; past: boolean }): string | undefined {
  const opening = DUTY.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const rest = text.slice(opening.length);
  const [gerund = ''] = /^[a-z]+/i.exec(rest) ?? [];
  const verb = PAST_OF_GERUND[gerund.toLowerCase()];
  // "the building of …" and "managing and training …" need a person.
  if (verb === undefined || /^\s+(?:of|and|&)\b/i.test(rest.slice(gerund.length)) || /the\s+$/i.test(opening))
    return undefined;
  const deed = past ? verb : gerund.toLowerCase();
  if (!past) return undefined;
  return `${deed.charAt(0).toUpperCase()}${deed.slice(1)}${rest.slice(gerund.length)}`;
}

const openings: Check = {
  code: 'content.openings',
  area: 'content',
  worth: 4,
  title: 'Points open with the deed',
  languages: Object.keys(WEAK_OPENINGS),
  look(subject) {
    const { points, language } = subject;
    const pattern = WEAK_OPENINGS[language];
    if (pattern === undefined || points.length < 3) return notChecked(NO_POINTS);
    const weak = points.filter(({ text }) => pattern.test(comparable(language, text)));
    if (weak.length === 0) return fine;
    return problem(
      {
        severity: weak.length / points.length > 0.3 ? 'medium' : 'low',
        title: `${weak.length} of ${count(points.length, 'point')} ${weak.length === 1 ? 'opens' : 'open'} with a duty instead of a deed`,
        text: 'The first words of a line are read most. Here they say that you had a task, not what you did about it.',
        fix: 'Move the verb of each line to its front and drop what stood before it; if you only helped, say with what part.',
        evidence: weak.map((point) => {
          const instead = language === 'en' ? deedFirst(point) : undefined;
          return { ...subject.atPoint(point), ...(instead && { instead: `“${instead}”` }) };
        }),
      },
      (weak.length / points.length) * 2,
    );
  },
};

const person: Check = {
  code: 'content.person',
  area: 'content',
  worth: 1,
  title: 'Points without “I” and “my”',
  languages: Object.keys(FIRST_PERSON),
  look(subject) {
    const { points, language } = subject;
    const pattern = FIRST_PERSON[language];
    if (pattern === undefined || points.length === 0) return notChecked(NO_POINTS);
    const mine = points.filter(({ text }) => pattern.test(comparable(language, text)));
    return problem({
      severity: 'low',
      title: `${count(mine.length, 'point')} ${mine.length === 1 ? 'speaks' : 'speak'} of you in the first person`,
      text: 'Everybody knows whom the file is about; the words cost room and break the rhythm of the list.',
      fix: 'Leave the pronoun out and begin with the verb.',
      evidence: mine.map((point) => subject.atPoint(point)),
    });
  },
};

const MOST_WORDS = 40;
const SPLIT =
  /[;.]\s+|\s[–—]\s|,?\s(?:and|und|et|y|e|ed|en|oraz|och|ve|while|as well as|sowie|ainsi que|así como|bem como|nonché)\s|[，；。]/giu;

/** Two halves of a long line, cut where it already has a joint near its middle. */
export function halves(text: string): [string, string] | undefined {
  const joints = [...text.matchAll(SPLIT)]
    .map((match) => ({ at: match.index, end: match.index + match[0].length }))
    .filter(({ at: where }) => where > text.length * 0.3 && where < text.length * 0.7)
    .sort((a, b) => Math.abs(a.at - text.length / 2) - Math.abs(b.at - text.length / 2));
  const [joint] = joints;
  if (!joint) return undefined;
  return [text.slice(0, joint.at).trim(), text.slice(joint.end).trim()];
}

/** How a line begins, as a quotation. */
const opening = (text: string): string =>
  text.length <= 60 ? `“${text}”` : `“${text.slice(0, 60).replace(/\s+\S*$/u, '')} …”`;

const long: Check = {
  code: 'content.long',
  area: 'content',
  worth: 2,
  title: 'Points of at most two lines',
  look(subject) {
    const { points, reading } = subject;
    if (reading.ocr) return notChecked(FROM_PICTURE);
    if (points.length < 3) return notChecked(NO_POINTS);
    const over = points.filter(({ text }) => wordsIn(text) > MOST_WORDS);
    if (over.length === 0) return fine;
    return problem(
      {
        severity: 'low',
        title: `${count(over.length, 'point is', 'points are')} longer than ${subject.language === 'zh' ? `${2 * MOST_WORDS} characters` : `${MOST_WORDS} words`}`,
        text: 'Somebody who skims reads the beginning of a line; what stands in its fourth line is lost.',
        fix: 'Make two points of each where the words allow it, or cut what the reader does not need.',
        evidence: over.map((point) => {
          const cut = halves(point.text);
          return { ...subject.atPoint(point), ...(cut && { instead: cut.map(opening).join(' and ') }) };
        }),
      },
      (over.length / points.length) * 2,
    );
  },
};

const paragraphs: Check = {
  code: 'content.paragraphs',
  area: 'content',
  worth: 2,
  title: 'Points instead of paragraphs',
  look(subject) {
    if (subject.reading.ocr) return notChecked(FROM_PICTURE);
    const work = subject.resume.work ?? [];
    if (work.length === 0) return notChecked('No jobs were found.');
    const blocks = work.flatMap(({ summary, highlights }, i) =>
      summary !== undefined &&
      wordsIn(summary) > 60 &&
      (highlights?.length ?? 0) < 2 &&
      unmarkedPoints(subject.reading.spans[`work[${i}].summary`] ?? []).length === 0
        ? [`work[${i}].summary`]
        : [],
    );
    return problem(
      {
        severity: 'low',
        title: `${count(blocks.length, 'job is', 'jobs are')} told in a paragraph`,
        text: 'A block of text is skipped by people in a hurry; the same words as points are read.',
        fix: 'Make each sentence a point of its own and begin it with its verb.',
        evidence: blocks.map((path) => subject.at(path)),
      },
      blocks.length / work.length,
    );
  },
};

const repeated: Check = {
  code: 'content.repeated',
  area: 'content',
  worth: 1,
  title: 'Points open with different words',
  look(subject) {
    const { points, language } = subject;
    if (language === 'zh' || language === 'hi')
      return notChecked('Openings cannot be told apart by their first word in this language.');
    if (points.length < 4) return notChecked(NO_POINTS);
    const byOpening = new Map<string, Point[]>();
    for (const point of points) {
      const [word = ''] = /^[\p{L}'-]+/u.exec(comparable(language, point.text)) ?? [];
      if (word.length < 4) continue;
      const key = `${point.entry} ${word}`;
      byOpening.set(key, [...(byOpening.get(key) ?? []), point]);
    }
    const same = [...byOpening].filter(([, list]) => list.length >= 3).sort((a, b) => b[1].length - a[1].length);
    const [first] = same;
    if (!first) return fine;
    const word = first[0].split(' ').at(-1) ?? '';
    return problem({
      severity: 'low',
      title: `${first[1].length} points of one entry open with “${word}”`,
      text: 'Lines that begin alike look alike, and the third is no longer read.',
      fix: 'Say for each what was different: plan, build, test, hand over are not the same deed.',
      evidence: same.flatMap(([, list]) => list.map((point) => subject.atPoint(point))),
    });
  },
};

const buzzwords: Check = {
  code: 'content.buzzwords',
  area: 'content',
  worth: 1,
  title: 'Few words that everybody uses',
  languages: Object.keys(BUZZWORDS),
  look(subject) {
    const { language, points, resume } = subject;
    const pattern = BUZZWORDS[language];
    if (pattern === undefined) return fine;
    const summary = resume.basics?.summary;
    const texts = [...(summary === undefined ? [] : [{ path: 'basics.summary', text: summary }]), ...points];
    const hits = texts.flatMap(({ path, text }) => {
      const found = [...new Set(comparable(language, text).match(pattern) ?? [])];
      return found.length === 0 ? [] : [{ path, text, found }];
    });
    const all = [...new Set(hits.flatMap(({ found }) => found))];
    if (all.length < 2) return fine;
    return problem(
      {
        severity: 'low',
        title: `${all.length} phrases that say nothing by themselves`,
        text: `${all.map((word) => `“${word}”`).join(', ')}: everybody writes them, so nobody believes them.`,
        fix: 'Take them out, or put what shows it in their place: a team you worked in, a result you brought.',
        evidence: hits.map(({ path, text }) => subject.at(path, text)),
      },
      all.length / 4,
    );
  },
};

/** The verb a point opens with, in its base form, where it stands in the present. */
function presentVerb(text: string): string | undefined {
  const [word = '', next = ''] = fold(text).match(/[a-z'-]+/g) ?? [];
  if (IRREGULAR_PAST.has(word) || next === 'of' || next === 'and') return undefined;
  if (PRESENT_VERBS.has(word)) return word;
  for (const base of [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')])
    if (base !== word && PRESENT_VERBS.has(base)) return base;
  return undefined;
}

/** As often nouns as verbs at the start of a line. */
const NOUNS_TOO = new Set(
  'support design care process research review survey train test map sort act work structure report order film market document record plan lead study tend balance screen carry weld ship host schedule update upgrade transport audit draft release measure approach set teach'.split(
    ' ',
  ),
);

const tense: Check = {
  code: 'content.tense',
  area: 'content',
  worth: 1,
  title: 'Past jobs in the past tense',
  languages: ['en'],
  look(subject) {
    const past = subject.points.filter(({ past: over, entry }) => over && entry.startsWith('work'));
    if (past.length < 2) return notChecked('There are no points of past jobs.');
    const entries = [...new Set(past.map(({ entry }) => entry))];
    const wrong = entries.flatMap((entry) => {
      const points = past.filter((point) => point.entry === entry);
      const present = points.filter(({ text }) => {
        const verb = presentVerb(text);
        return verb !== undefined && !NOUNS_TOO.has(verb);
      });
      return present.length >= 2 && present.length * 2 >= points.length ? present : [];
    });
    return problem({
      severity: 'low',
      title: `${count(wrong.length, 'point')} of past jobs ${wrong.length === 1 ? 'stands' : 'stand'} in the present tense`,
      text: 'It reads as if the job went on, against its dates.',
      fix: 'Put the verbs of past jobs in the past tense; keep the present for the job you have.',
      evidence: wrong.map((point) => subject.atPoint(point)),
    });
  },
};

export const wordingChecks: readonly Check[] = [openings, long, paragraphs, person, repeated, buzzwords, tense];
