/**
 * The cover letter as content. It pairs lines of the posting with what the person did, in the person's own sentences,
 * inside frames that add no claim. Sentences of the profile are used only where they are in the letter's language.
 * Longer than most files because a letter is one decision: what its paragraphs say depends on each other.
 */
import { clean, fold } from '#shared/kernel/text.ts';
import { contactLines, fileNameOf, lineOf, nameLine, paperFor } from './common.rules.ts';
import { letterDate, longDate, monthNumber } from './dates.rules.ts';
import { AND, LABELS } from './document.data.ts';
import type { TraceLine } from './document.schema.ts';
import type { Posting, ProfileFacts } from './facts.rules.ts';
import { fillFrame, isQuotable, pickFrame } from './frame.rules.ts';
import { COURTESY, type FrameUse } from './letter.data.ts';
import type { DocumentLanguage, LetterModel, Tone } from './model.schema.ts';
import { mentions, type Requirement, type Requirements } from './requirements.rules.ts';
import { degreeLine } from './resume.rules.ts';
import { chronological, relevanceScorer, type Selection } from './select.rules.ts';
import { IRREGULAR_PAST, NOT_PAST, PRESENT_VERBS } from './verbs.data.ts';
import { sentencesOf, stemsOf } from './words.rules.ts';

type Context = {
  profile: ProfileFacts;
  posting: Posting;
  requirements: Requirements;
  selection: Selection;
  language: DocumentLanguage;
  /** The language the person's own sentences are in. */
  ownLanguage: DocumentLanguage;
  tone: Tone;
  now: Date;
};

/** Builds the letter; every sentence between greeting and closing names its evidence. */
export function composeLetter(context: Context): LetterModel {
  const { profile, posting, language, tone, now } = context;
  const name = nameLine(profile);
  const paper = paperFor(profile, posting);
  const courtesy = COURTESY[language][tone];
  const headline = lineOf([{ path: 'basics.label', text: profile.resume.basics?.label }]);
  const company = lineOf([{ path: 'job.company', text: posting.company }]);
  const paragraphs = [opening(context), ...achievements(context), background(context)].filter(
    (lines) => lines.length > 0,
  );
  return {
    kind: 'coverLetter',
    language,
    paper,
    name,
    ...(headline !== undefined && { headline }),
    contact: contactLines(profile),
    date: letterDate(now, { language, paper }),
    recipient: company === undefined ? [] : [company],
    greeting: greetingFor(posting, courtesy),
    paragraphs,
    closing: courtesy.closing,
    valediction: courtesy.valediction,
    fileName: fileNameOf({ name: name.text, company: posting.company, kind: 'coverLetter', language }),
    title: [name.text, LABELS[language].letter.replace('-', ' ')].filter((part) => part !== '').join(' – '),
  };
}

/** To the company by name where the name is short and plain. */
function greetingFor(
  { company }: Posting,
  { greeting, greetingTo }: { greeting: string; greetingTo?: string },
): string {
  const name = clean(company);
  if (greetingTo === undefined || name.length < 2 || name.length > 40 || !isQuotable(name)) return greeting;
  return greetingTo.replace('{company}', name);
}

type Slot = { readonly text: string | undefined; readonly paths: readonly string[] };

/** A sentence from a frame, or none when a slot is empty or the language has no such frame. */
function say(
  context: Context,
  { use, slots, turn = 0 }: { use: FrameUse; slots: Readonly<Record<string, Slot>>; turn?: number },
): TraceLine[] {
  const frame = pickFrame(use, { ...context, turn });
  if (frame === undefined) return [];
  const needed = [...frame.text.matchAll(/\{(\w+)\}/g)]
    .map(([, slot = '']) => slot)
    .filter((slot) => slot !== 'a' && slot !== 'the');
  if (needed.some((slot) => clean(slots[slot]?.text ?? '') === '')) return [];
  const text = fillFrame(
    context.ownLanguage === 'en' ? frame : { ...frame, text: frame.text.replace('{a}', '') },
    Object.fromEntries(needed.map((slot) => [slot, clean(slots[slot]?.text ?? '')])),
  );
  // Two full stops meet where a name ends in one (`Acme Inc.`).
  return [
    { text: text.replace(/\.\.$/, '.'), evidence: [...new Set(needed.flatMap((slot) => slots[slot]?.paths ?? []))] },
  ];
}

/** A title without what boards append: `(m/w/d)`, a place, a reference number. Always a whole part of the real one. */
export function shortTitle(title: string): string {
  const whole = clean(title);
  const cut = whole
    .replace(
      /\s*[([](?:[mwfdxhi](?:\s*[/|,]\s*[a-z*]+){1,4}|all genders|remote|hybrid|[^)\]]*\d{3,}[^)\]]*|h\/f|f\/h)[)\]].*$/i,
      '',
    )
    .replace(/\s+[-–—|]\s+.*$/, '')
    .replace(/\s+(?:[mwfd](?:\/[mwfdx]){1,3}|h\/f|f\/h)$/i, '')
    .replace(/[\s,;:.–-]+$/, '');
  return cut.length >= 3 ? cut : whole;
}

const sameEntry = (a: string | undefined, b: string | undefined) => fold(a ?? '') === fold(b ?? '');

function opening(context: Context): TraceLine[] {
  const { profile, posting, language, now } = context;
  const job = { text: shortTitle(posting.title), paths: ['job.title'] };
  const company = { text: posting.company, paths: ['job.company'] };
  const apply = say(context, {
    use: posting.company.trim() === '' ? 'applyNoCompany' : 'apply',
    slots: { job, company },
  });
  const { resume, answers } = profile;
  const lines = [...apply];
  const today = now.toISOString().slice(0, 7);
  const newest = chronological(resume.work ?? []).find(({ entry }) => entry.name && entry.position);
  const study = chronological(resume.education ?? []).find(
    ({ entry }) => entry.institution && (entry.studyType || entry.area),
  );
  const studyFirst = context.selection.sections.indexOf('education') < context.selection.sections.indexOf('work');
  if (study !== undefined && (studyFirst || newest === undefined)) lines.push(...studySentence(context, study));
  if (newest !== undefined && (!studyFirst || study === undefined)) {
    const { entry, index } = newest;
    const path = `work[${index}]`;
    const going = entry.endDate === undefined || entry.endDate.slice(0, 7) > today;
    const date = going ? entry.startDate : entry.endDate;
    const alone = NO_EMPLOYER.test(entry.name ?? '');
    const use: FrameUse = going
      ? date
        ? alone
          ? 'currentAsSince'
          : 'currentSince'
        : 'current'
      : date
        ? 'lastUntil'
        : 'last';
    const on = date === undefined ? undefined : longDate(date, language);
    lines.push(
      ...say(context, {
        use,
        slots: {
          employer: { text: entry.name, paths: [`${path}.name`] },
          position: { text: entry.position, paths: [`${path}.position`] },
          from: { text: on, paths: [`${path}.startDate`] },
          to: { text: on, paths: [`${path}.endDate`] },
        },
      }),
    );
  }
  if (lines.length === 1 && resume.basics?.label)
    lines.push(
      ...say(context, { use: 'label', slots: { label: { text: resume.basics.label, paths: ['basics.label'] } } }),
    );
  if (answers.yearsExperience !== undefined && answers.yearsExperience >= 2)
    lines.push(
      ...say(context, {
        use: 'years',
        slots: { years: { text: String(answers.yearsExperience), paths: ['answers.yearsExperience'] } },
      }),
    );
  return lines;
}

type Study = { entry: NonNullable<ProfileFacts['resume']['education']>[number]; index: number };

/** Names of degrees take an article; a bare subject (`Business Analytics`) was studied. */
const DEGREE =
  /^(?:bachelor|master|doctor|ph\.?d|b\.?\s?(?:sc?|a|ed|eng|tech|com|ba|fa)\b|m\.?\s?(?:sc?|a|ed|eng|tech|ba|fa|phil)\b|mba|diplom|associate|degree|certificate|licence|licenciatura|grado|título|máster|ausbildung|staatsexamen|magister|abitur|bts\b|dut\b|cap\b)/i;

/** What was studied and where: the degree when it was reached, else the subject. `held`: as a thing the person has. */
function studySentence(context: Context, { entry, index, held }: Study & { held?: boolean }): TraceLine[] {
  const path = `education[${index}]`;
  const today = context.now.toISOString().slice(0, 7);
  const end = entry.endDate;
  const degree = degreeLine({ path, study: entry, language: context.language });
  const named = DEGREE.test(degree?.text ?? '');
  const going = end !== undefined && end.slice(0, 7) > today;
  const use: FrameUse = end === undefined || !named ? 'studied' : going ? 'studying' : held ? 'degree' : 'graduated';
  const subject = lineOf([{ path: `${path}.area`, text: entry.area }]) ?? degree;
  // `I studied Bachelor of …` is no sentence; the subject alone is.
  if (use === 'studied' && named && entry.area === undefined) return [];
  const line = use === 'studied' ? subject : degree;
  return say(context, {
    use,
    slots: {
      institution: { text: entry.institution, paths: [`${path}.institution`] },
      degree: { text: line?.text, paths: line?.evidence ?? [] },
      to: { text: end === undefined ? undefined : longDate(end, context.language), paths: [`${path}.endDate`] },
    },
  });
}

/** A highlight with where it happened and the line of the posting it answers best. */
type Answer = {
  readonly entry: string;
  readonly path: string;
  readonly text: string;
  readonly score: number;
  readonly requirement: Requirement | undefined;
  readonly fit: number;
};

/** Sentences of a highlight short enough for a letter. */
const MAX_CLAUSE = 230;

function candidates({ profile, selection, requirements, ownLanguage, language, now }: Context): Answer[] {
  if (ownLanguage !== language) return [];
  const scoreOf = relevanceScorer(requirements);
  const asked = requirements.lines.filter(({ level, text }) => level !== 'other' && quoteOf(text) !== undefined);
  const all: Answer[] = [];
  const entries = [
    ...selection.work.map((chosen, rank) => ({ ...chosen, rank })),
    ...selection.projects.map((chosen) => ({ ...chosen, rank: 3 })),
    ...selection.volunteer.map((chosen) => ({ ...chosen, rank: 3 })),
  ];
  for (const { path, index, highlights, rank } of entries) {
    const named = path.startsWith('work')
      ? profile.resume.work?.[index]?.name
      : path.startsWith('projects')
        ? profile.resume.projects?.[index]?.name
        : profile.resume.volunteer?.[index]?.organization;
    if (!named) continue;
    for (const highlight of highlights) {
      const text = sentencesOf(highlight.text)[0] ?? '';
      if (text.length < 15 || text.length > MAX_CLAUSE || /[;•|]|https?:/.test(text)) continue;
      const kind = clauseKind(text, language);
      const ended = path.startsWith('work') && hasEnded(profile.resume.work?.[index] ?? {}, now);
      const bare = kind === 'responsible' || kind === 'passive';
      if (kind === undefined || (kind === 'present' && ended) || (bare && path.startsWith('projects'))) continue;
      const best = bestRequirement(text, { asked, requirements });
      all.push({
        entry: path,
        path: highlight.path,
        text,
        score: scoreOf(text).score - rank * 0.8,
        requirement: best?.requirement,
        fit: best?.fit ?? 0,
      });
    }
  }
  return all.sort((a, b) => b.score + b.fit - a.score - a.fit);
}

function bestRequirement(
  text: string,
  { asked, requirements }: { asked: readonly Requirement[]; requirements: Requirements },
): { requirement: Requirement; fit: number } | undefined {
  const own = new Set(stemsOf(text).filter((stem) => stem.length > 3));
  let best: { requirement: Requirement; fit: number } | undefined;
  for (const requirement of asked) {
    const shared = new Set(requirement.stems.filter((stem) => own.has(stem))).size;
    const named = requirements.keywords.filter(
      ({ term }) => mentions(text, term) && mentions(requirement.text, term),
    ).length;
    const fit =
      ((shared + 2 * named) / Math.sqrt(requirement.stems.length + 2)) * (requirement.level === 'task' ? 1.3 : 1);
    if (shared + named >= 2 && (best === undefined || fit > best.fit)) best = { requirement, fit };
  }
  return best;
}

/** The part of a posting line worth quoting: one clause of 3 to 14 words, nothing dangerous in it. */
export function quoteOf(line: string): string | undefined {
  const [clause = ''] = clean(line).split(/[;:(]|\s[–—-]\s/);
  const quote = clause
    .replace(/["“”„«»]/g, '')
    .replace(/[\s.,!?]+$/, '')
    .trim();
  const count = quote.split(' ').length;
  if (count > 14) {
    const shorter = quote.split(/, (?:and |und |et |y )?/)[0] ?? '';
    const words = shorter.split(' ').length;
    return words >= 4 && words <= 14 && isQuotable(shorter) ? shorter : undefined;
  }
  return count >= 3 && isQuotable(quote) ? quote : undefined;
}

/** One paragraph per employer, at most two: what the posting asks, then what was done there. */
function achievements(context: Context): TraceLine[][] {
  const pool = candidates(context);
  const first = pool[0];
  if (first === undefined) return elsewhere(context);
  const groups: Answer[][] = [pool.filter(({ entry }) => entry === first.entry).slice(0, 3)];
  const others = pool.filter(({ entry }) => entry !== first.entry);
  // Another job tells more than a hobby of equal fit; a job that has nothing to do with the posting tells nothing.
  const worth = ({ entry, score, fit }: Answer) => score + fit + (entry.startsWith('work') ? 4 : 0);
  const second = others.filter((answer) => worth(answer) > 4.5).sort((a, b) => worth(b) - worth(a))[0];
  if (second !== undefined) groups.push(others.filter(({ entry }) => entry === second.entry).slice(0, 2));
  // The job of today, or the later one, comes first whatever answers the posting better.
  const today = openingEntry(context);
  const swapped = groups[1]?.[0];
  if (
    swapped !== undefined &&
    (swapped.entry === today || isBefore(first, { first: swapped, profile: context.profile }))
  )
    groups.reverse();
  const lead = groups[0]?.[0] ?? first;
  const quoted = new Set<string>();
  return groups.map((group, g) =>
    group.flatMap((answer, i) => [
      ...(i === 0 ? quotation(context, { answer, quoted }) : []),
      ...deed(context, { answer, group: g, place: i, first: lead }),
    ]),
  );
}

function quotation(context: Context, { answer, quoted }: { answer: Answer; quoted: Set<string> }): TraceLine[] {
  const { requirement } = answer;
  const quote = requirement === undefined ? undefined : quoteOf(requirement.text);
  if (requirement === undefined || quote === undefined || quoted.has(quote)) return [];
  const use: FrameUse =
    requirement.level === 'task'
      ? 'quoteTask'
      : requirement.level === 'must' && NOUN_START.test(quote)
        ? 'quoteMust'
        : 'quote';
  const turn = quoted.size;
  quoted.add(quote);
  return say(context, {
    use,
    turn,
    slots: { quote: { text: context.language === 'de' ? quote : lowerFirst(quote), paths: ['job.description'] } },
  });
}
/** `You are looking for “experience with …”` reads; `… “You have …”` does not. */
const NOUN_START =
  /^(?:experience|knowledge|familiarity|understanding|proficiency|ability|strong|solid|proven|excellent|good|\d|an? |someone|erfahrung|kenntnisse|expérience|connaissance|experiencia|conocimiento)/i;

/** Spanish first person of the past: `Desarrollé`, `Reduje`, `Dirigí`. */
const SPANISH_PAST = /^\p{Lu}\p{L}*(?:é|í|uje|uve|use|ice)(?=\s)/u;

type ClauseKind = 'past' | 'present' | 'responsible' | 'passive' | 'noun';

/** How a highlight reads inside a sentence; `undefined` where it would not, so that it stays in the resume. */
function clauseKind(text: string, language: DocumentLanguage): ClauseKind | undefined {
  if (language === 'es') return SPANISH_PAST.test(text) ? 'past' : 'noun';
  if (language !== 'en') return 'noun';
  const [first = '', second = ''] = text
    .replace(/^I /, '')
    .toLowerCase()
    .split(/[\s,]+/);
  if (/^responsible for /i.test(text)) return 'responsible';
  if (PASSIVE.test(text)) return 'passive';
  if (IRREGULAR_PAST.has(first) || (/\p{L}{2}ed$/u.test(first) && (!NOT_PAST.has(first) || DETERMINER.test(second))))
    return 'past';
  if (PRESENT_VERBS.has(first) && !/^(?:of|for|in|with|and)$/.test(second)) return 'present';
  return NOUN.test(first) || /^(?:of|for)$/.test(second) ? 'noun' : undefined;
}
/** What was done to the person: `Promoted to …`, `Recognized by …`. */
const PASSIVE =
  /^(?:recogni[sz]ed|awarded|selected|nominated|promoted|appointed|hired|elected|chosen|named|honou?red|certified|invited|entrusted|tasked|supervised|trained|mentored) (?:by|as|to|for|with|among|one|employee|best|the)\b/i;
const DETERMINER = /^(?:a|an|the|our|my|all|new|\d.*)$/;
const NOUN = /ing$|tion$|ment$|ance$|ence$|sis$|^(?:the|a|an|all|daily|full|care|charge)$/;

/** Lower-cases a first letter that only stood there as the start of a line: not names, not acronyms, not German nouns. */
export function lowerFirst(text: string): string {
  const first = text.split(' ')[0] ?? '';
  if (/^\p{Lu}[\p{Lu}\d]|\p{L}\p{Lu}|\d|[.+#]/u.test(first) || /^(?:I|I'm|I’ve)$/.test(first)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function clauseOf(text: string, { language, kind }: { language: DocumentLanguage; kind: ClauseKind }): string {
  const ended = text.replace(/[.\s]+$/, '');
  if (language === 'de') return ended;
  return lowerFirst(kind === 'noun' ? ended : ended.replace(/^I /, ''));
}

/** One thing done, where it was done; the employer is named once per paragraph. */
function deed(
  context: Context,
  { answer, group, place, first }: { answer: Answer; group: number; place: number; first: Answer },
): TraceLine[] {
  const { language, profile } = context;
  const kind = clauseKind(answer.text, language) ?? 'noun';
  const index = Number(/\d+/.exec(answer.entry)?.[0]);
  const collection = answer.entry.startsWith('work')
    ? 'work'
    : answer.entry.startsWith('projects')
      ? 'projects'
      : 'volunteer';
  const work = collection === 'work' ? profile.resume.work?.[index] : undefined;
  const employer =
    collection === 'volunteer'
      ? { text: profile.resume.volunteer?.[index]?.organization, paths: [`${answer.entry}.organization`] }
      : { text: work?.name, paths: [`${answer.entry}.name`] };
  const slots = {
    employer,
    position: { text: work?.position, paths: [`${answer.entry}.position`] },
    project: { text: profile.resume.projects?.[index]?.name, paths: [`${answer.entry}.name`] },
    clause: { text: clauseOf(answer.text, { language, kind }), paths: [answer.path] },
  };
  const past = work === undefined || hasEnded(work, context.now);
  const earlier = group > 0 && isBefore(answer, { first, profile });
  const introduced = answer.entry === openingEntry(context);
  const place0 = ((): Place => {
    if (place > 0) return 'also';
    if (collection === 'projects') return 'project';
    if (earlier) return 'earlier';
    if (introduced) return past ? 'last' : 'now';
    return NO_EMPLOYER.test(work?.name ?? '') ? 'alone' : 'at';
  })();
  const use = USES[kind === 'past' || kind === 'present' ? 'deed' : kind][past ? 'past' : 'present'][place0];
  return say(context, { use, slots, turn: Math.max(0, place - 1) });
}

/** Where in the letter a deed stands: first of its employer, later, or of a project. */
type Place = 'also' | 'project' | 'earlier' | 'last' | 'now' | 'alone' | 'at';
type Uses = Readonly<Record<Place, FrameUse>>;

const DEED: Uses = {
  also: 'didAlso',
  project: 'didProject',
  earlier: 'didEarlier',
  last: 'didLast',
  now: 'didNow',
  alone: 'didAsOnly',
  at: 'didAt',
};
const NOUN_PAST: Uses = {
  also: 'includedAlsoPast',
  project: 'includedProject',
  earlier: 'includedEarlier',
  last: 'includedLast',
  now: 'includedNow',
  alone: 'includedAtPast',
  at: 'includedAtPast',
};
const WAS: Uses = {
  also: 'wasAlso',
  project: 'includedProject',
  earlier: 'wasEarlier',
  last: 'wasLast',
  now: 'wasNow',
  alone: 'wasAt',
  at: 'wasAt',
};
const USES: Readonly<
  Record<'deed' | 'noun' | 'responsible' | 'passive', { readonly past: Uses; readonly present: Uses }>
> = {
  deed: { past: DEED, present: DEED },
  noun: { past: NOUN_PAST, present: { ...NOUN_PAST, also: 'includedAlso', at: 'includedAt', alone: 'includedAt' } },
  responsible: { past: WAS, present: { ...WAS, now: 'amNow', also: 'amAlso' } },
  passive: { past: WAS, present: WAS },
};

/** Names that stand where an employer would and are none. */
const NO_EMPLOYER =
  /^(?:free-?lanc|self[- ]?employ|independent|selbst(?:st)?ändig|freiberuf|indépendant|autónom|various)/i;

const hasEnded = (work: { endDate?: string | undefined }, now: Date): boolean =>
  work.endDate !== undefined && work.endDate.slice(0, 7) <= now.toISOString().slice(0, 7);

/** The job the first paragraph names, if it names one. */
function openingEntry({ profile, selection }: Context): string | undefined {
  const study = (profile.resume.education ?? []).some(
    ({ institution, studyType, area }) => institution && (studyType || area),
  );
  if (study && selection.sections.indexOf('education') < selection.sections.indexOf('work')) return undefined;
  const newest = chronological(profile.resume.work ?? []).find(({ entry }) => entry.name && entry.position);
  return newest === undefined ? undefined : `work[${newest.index}]`;
}

function isBefore(answer: Answer, { first, profile }: { first: Answer; profile: ProfileFacts }): boolean {
  const workAt = (entry: string) =>
    entry.startsWith('work') ? profile.resume.work?.[Number(/\d+/.exec(entry)?.[0])] : undefined;
  const [a, b] = [workAt(answer.entry), workAt(first.entry)];
  if (a?.endDate === undefined || b?.startDate === undefined) return false;
  return (
    monthNumber(a.endDate, { end: false }) <= monthNumber(b.startDate, { end: true }) && !sameEntry(a.name, b.name)
  );
}

/** Where the person's sentences are in another language: posts, employers and dates carry over, sentences do not. */
function elsewhere(context: Context): TraceLine[][] {
  const { profile, now } = context;
  const past = chronological(profile.resume.work ?? []).filter(
    ({ entry }) =>
      entry.name &&
      entry.position &&
      entry.endDate !== undefined &&
      entry.endDate.slice(0, 7) <= now.toISOString().slice(0, 7),
  );
  const newest = chronological(profile.resume.work ?? [])[0];
  const earlier = past.find(({ index }) => index !== newest?.index);
  if (earlier === undefined) return [];
  const path = `work[${earlier.index}]`;
  return [
    say(context, {
      use: 'before',
      slots: {
        employer: { text: earlier.entry.name, paths: [`${path}.name`] },
        position: { text: earlier.entry.position, paths: [`${path}.position`] },
      },
    }),
  ];
}

const listOf = (names: readonly string[], language: DocumentLanguage): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${AND[language]} ${names.at(-1)}`;

/** Skills the posting names and the profile has, the degree, certificates, languages the posting asks for, notice. */
function background(context: Context): TraceLine[] {
  const { profile, posting, language } = context;
  const { resume, answers } = profile;
  const text = `${posting.title}. ${posting.description}`;
  const skills = askedSkills(context, text);
  const lines = say(context, {
    use: 'skillsAsked',
    slots: {
      askedSkills: {
        text: listOf(
          skills.map(({ name }) => name),
          language,
        ),
        paths: [...skills.map(({ path }) => path), ...(skills.length > 0 ? ['job.description'] : [])],
      },
    },
  });
  const study = chronological(resume.education ?? []).find(({ entry }) => entry.institution && entry.studyType);
  const said = context.selection.sections.indexOf('education') < context.selection.sections.indexOf('work');
  if (study !== undefined && !said && (resume.work ?? []).length > 0)
    lines.push(...studySentence(context, { ...study, held: true }));
  const certificates = (resume.certificates ?? [])
    .map(({ name }, i) => ({ name: clean(name ?? ''), path: `certificates[${i}].name` }))
    .filter(({ name }) => name !== '');
  const wanted = [
    ...certificates.filter(({ name }) => mentions(text, name)),
    ...certificates.filter(({ name }) => !mentions(text, name)),
  ].slice(0, 3);
  lines.push(
    ...say(context, {
      use: 'certificates',
      slots: {
        certificates: {
          text: listOf(
            wanted.map(({ name }) => name),
            language,
          ),
          paths: wanted.map(({ path }) => path),
        },
      },
    }),
  );
  lines.push(...languagesSpoken(context, text));
  if (
    /notice period|start date|availab|eintritt|kündigungsfrist|préavis|disponib|preaviso|incorporación/i.test(
      posting.description,
    )
  ) {
    lines.push(
      ...say(context, {
        use: 'notice',
        slots: { notice: { text: answers.noticePeriod, paths: ['answers.noticePeriod'] } },
      }),
    );
    if (answers.noticePeriod === undefined)
      lines.push(
        ...say(context, { use: 'start', slots: { start: { text: answers.startDate, paths: ['answers.startDate'] } } }),
      );
  }
  return lines;
}

function askedSkills({ profile }: Context, text: string): { name: string; path: string }[] {
  const seen = new Set<string>();
  const all = (profile.resume.skills ?? []).flatMap(({ name, keywords }, i) =>
    (keywords ?? []).length > 0
      ? (keywords ?? []).map((keyword, k) => ({ name: clean(keyword), path: `skills[${i}].keywords[${k}]` }))
      : [{ name: clean(name ?? ''), path: `skills[${i}].name` }],
  );
  return all
    .filter(({ name }) => name.length > 1 && name.length < 40 && !/[,;]/.test(name) && mentions(text, name))
    .filter(({ name }) => !seen.has(fold(name)) && seen.add(fold(name)))
    .slice(0, 5);
}

/** Only where the posting speaks of languages, or is in another one than the profile. */
function languagesSpoken(context: Context, text: string): TraceLine[] {
  const { profile, language } = context;
  const known = (profile.resume.languages ?? []).map((entry, i) => ({ ...entry, i })).filter((entry) => entry.language);
  const named = known.filter(({ language: spoken }) => mentions(text, spoken ?? ''));
  if (named.length === 0) return [];
  const shown = named.slice(0, 3).map(({ language: spoken, fluency, i }) => ({
    text: fluency ? `${clean(spoken ?? '')} (${clean(fluency)})` : clean(spoken ?? ''),
    paths: [`languages[${i}].language`, ...(fluency ? [`languages[${i}].fluency`] : [])],
  }));
  return say(context, {
    use: 'languages',
    slots: {
      languages: {
        text: listOf(
          shown.map((part) => part.text),
          language,
        ),
        paths: shown.flatMap((part) => part.paths),
      },
    },
  });
}
