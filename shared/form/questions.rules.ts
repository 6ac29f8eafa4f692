/**
 * Legal yes/no questions answered from explicit statements only. A question, or an option that is a sentence, is read as
 * the set of situations it is true in: of those who may work or may not, and need sponsorship or do not.
 */
import type { Answers } from '#shared/profile/profile.schema.ts';
import {
  ASKED_NOT,
  HELD_NEED,
  LATER,
  MAY,
  MAY_NOT,
  NEED,
  NOT_NEED,
  OPEN_QUESTION,
  PAPER,
  SPONSOR,
  STATUS,
  UNRESTRICTED,
  WITHOUT,
} from './legal-words.data.ts';
import { isDecline, type Offered } from './options.rules.ts';
import { countriesIn, countriesOfLocation, countryCode, countryNames } from './places.rules.ts';
import { plain, yesNo } from './spelling.rules.ts';
import { wordCount } from './wording.rules.ts';

export type Unanswered = { readonly missing: string };

/** Where the job is, as far as the page or the posting says. */
export type JobPlace = { readonly location?: string; readonly country?: string };

/** What a person said about one country; `indexes` into `answers.workAuthorization`. */
export type Situation = { readonly authorized: boolean; readonly sponsorship: boolean; readonly indexes: number[] };

/** Situations something is true in, one bit each: see `bitOf`. */
type Truth = number;
const ALL: Truth = 0b1111;
const AUTHORIZED: Truth = 0b1100;
const NEEDS: Truth = 0b1010;
const bitOf = ({ authorized, sponsorship }: { authorized: boolean; sponsorship: boolean }): Truth =>
  1 << ((authorized ? 2 : 0) + (sponsorship ? 1 : 0));

export type LegalCase = {
  readonly label: string;
  readonly group: string;
  /** What the classifier took it for; decides only where the label is no more than a topic. */
  readonly topic: 'workAuthorization' | 'sponsorship';
  readonly answers: Answers;
  readonly job?: JobPlace | undefined;
  /** The country the page's other questions about the right to work name, if they name just one. */
  readonly page?: string | undefined;
  /** ISO code of the country the person lives in, for questions about just that. */
  readonly home?: string | undefined;
};

/**
 * Answers “may you work in …” and “do you need sponsorship” in any polarity. Never inferred: the country must be named by
 * the question or be the job's, and the person must have said so for exactly that country.
 */
export function legalAnswer(asked: LegalCase): { answer: 'yes' | 'no'; index: number } | Unanswered {
  const truth = truthAsked(asked);
  if (truth === undefined) return { missing: 'The question can be read in two ways' };
  const situation = situationFor(asked);
  if ('missing' in situation) return situation;
  return { answer: truth & bitOf(situation) ? 'yes' : 'no', index: situation.indexes[0] ?? 0 };
}

/** Index of the one option that is true of the person, read as whole sentences; `missing` where none or several may be. */
export function legalOption(
  asked: LegalCase,
  options: readonly Offered[],
): { option: number; index: number } | Unanswered {
  const situation = situationFor(asked);
  if ('missing' in situation) return situation;
  const truth = truthAsked(asked);
  const read: { index: number; truth: Truth; vague: boolean }[] = [];
  for (const [index, option] of options.entries()) {
    if (saysNothing(option.text)) continue;
    const meaning = truthOfOption(option.text, truth);
    if (meaning === undefined)
      return { missing: `It offers “${short(option.text)}”, which your answers do not decide` };
    read.push({ index, ...meaning });
  }
  const fitting = read.filter((each) => each.truth & bitOf(situation));
  // Of “authorized” and “authorized, and needing sponsorship”, the one that says more.
  const [best] = fitting.filter(
    (each) =>
      (!each.vague || fitting.length === 1) &&
      fitting.every(
        (other) => other === each || (other.truth !== each.truth && (other.truth | each.truth) === other.truth),
      ),
  );
  return best
    ? { option: best.index, index: situation.indexes[0] ?? 0 }
    : { missing: 'None of the options is exactly what your answers say' };
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const saysNothing = (text: string): boolean =>
  isDecline(text) ||
  /^(?:|other|n a|na|not applicable|not sure|unsure|i dont know|i am not sure|unknown|(?:please )?(?:select|choose)\b.*|none|bitte (?:aus)?wahlen.*|selectionne\w*.*|seleccion\w*.*|selecion\w*.*|seleziona.*|kies.*|wybierz.*|valj.*|vaelg.*|seciniz|vyberte.*)$/.test(
    plain(text),
  );

/** What a yes would state: the label's own words first, then the question above it, then both. */
function truthAsked({ label, group, topic }: LegalCase): Truth | undefined {
  for (const text of [label, group, `${group} ${label}`]) {
    if (plain(text) === '' || ASKED_NOT.test(plain(text))) continue;
    const truth = truthOf(text, 'question');
    if (truth !== undefined) return truth;
  }
  const words = plain(label) || plain(group);
  if (wordCount(words) > 4 || STATUS.test(words) || OPEN_QUESTION.test(words)) return undefined;
  return topic === 'sponsorship' && SPONSOR.test(words) ? NEEDS : undefined;
}

/** The situations a text is true in, or undefined where it says nothing certain about them. */
function truthOf(text: string, as: 'question' | 'statement'): Truth | undefined {
  const words = plain(text);
  const may = MAY.exec(words);
  const mayNot = MAY_NOT.test(words);
  const sponsor = SPONSOR.exec(words);
  const need = NEED.exec(words);
  const paper = PAPER.exec(words);
  if (as === 'question' && OPEN_QUESTION.test(words)) return undefined;
  if (
    STATUS.test(words.replace(/\b(?:e g|such as|like|for example|z b)\b.*$/, '')) &&
    !sponsor &&
    !/\bor\b/.test(words)
  )
    return undefined;
  if (WITHOUT.test(words)) return mayNot ? undefined : AUTHORIZED & ~NEEDS;
  if (NOT_NEED.test(words) && (sponsor || paper)) {
    if (mayNot) return undefined;
    if (may && may.index < (sponsor ?? paper ?? may).index) return AUTHORIZED & ~NEEDS;
    return as === 'statement' || !sponsor ? ~NEEDS & ALL : undefined;
  }
  if (sponsor) {
    const before = may && may.index < Math.min(sponsor.index, need?.index ?? sponsor.index);
    if (before && !/^(?:in order )?(?:to|for|um)\b/.test(words)) {
      if (as === 'question') return undefined;
      return mayNot ? NEEDS & ~AUTHORIZED : NEEDS & AUTHORIZED;
    }
    return NEEDS;
  }
  if (need && paper && !HELD_NEED.test(words)) return (ALL & ~AUTHORIZED) | NEEDS;
  if (mayNot) return as === 'statement' ? ALL & ~AUTHORIZED : undefined;
  if (may) return UNRESTRICTED.test(words) ? AUTHORIZED & ~NEEDS : AUTHORIZED;
  return undefined;
}

/** An option as the situations it is true in; `vague` where it adds something we cannot read. */
function truthOfOption(text: string, asked: Truth | undefined): { truth: Truth; vague: boolean } | undefined {
  const lead = yesNo(text);
  if (!lead) {
    const truth = truthOf(text, 'statement');
    return truth === undefined ? undefined : { truth, vague: false };
  }
  if (asked === undefined) return undefined;
  const base = lead === 'yes' ? asked : ALL & ~asked;
  const rest = plain(text).split(' ').slice(1).join(' ');
  if (rest === '') return { truth: base, vague: false };
  const more = STATUS.test(rest) ? undefined : truthOf(rest, 'statement');
  if (more !== undefined) return { truth: base & more, vague: false };
  // “No, but in the future” is a yes to “now or in the future”.
  if (lead === 'no' && asked === NEEDS && LATER.test(rest) && !/\bnot\b.*\bor\b/.test(rest))
    return { truth: NEEDS, vague: true };
  return {
    truth: base,
    vague:
      wordCount(rest) > 3 ||
      STATUS.test(rest) ||
      LATER.test(rest) ||
      /\b(?:with|but|after|if|mit|aber|wenn)\b/.test(rest),
  };
}

function situationFor({ label, group, answers, job, page, home }: LegalCase): Situation | Unanswered {
  const asked = askedCountries({ question: `${group} ${label}`, job: job ?? {}, page, home });
  if ('missing' in asked) return asked;
  const situations = asked.countries.map((country) => ({ country, said: saidAbout(country, answers) }));
  const [first] = situations;
  const silent = asked.areAlternatives ? (first?.said ? undefined : first) : situations.find(({ said }) => !said);
  if (!first || silent) {
    const country = countryName((silent ?? first)?.country ?? '');
    return { missing: `Your profile does not say whether you may work in ${country}: add it under “Right to work”` };
  }
  const known = situations.flatMap(({ said }) => (said ? [said] : []));
  const [said] = known;
  if (!said || known.some((each) => each.authorized !== said.authorized || each.sponsorship !== said.sponsorship))
    return { missing: 'It may mean two countries, and your answers for them differ' };
  return said;
}

const countryName = (code: string): string => (code === 'EU' ? 'the EU' : (countryNames(code)[0] ?? code));

const EU = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '));

/** What was said of a country; what was said of the EU holds in its members, never the other way round. */
function saidAbout(country: string, answers: Answers): Situation | undefined {
  const stated = (answers.workAuthorization ?? []).map((entry, index) => ({
    entry,
    index,
    code: /^(?:eu|european union|eea|eu eea)$/.test(plain(entry.country))
      ? 'EU'
      : (countryCode(entry.country) ?? entry.country.toUpperCase()),
  }));
  const own = stated.filter(({ code }) => code === country);
  const found = own.length > 0 ? own : stated.filter(({ code }) => code === 'EU' && EU.has(country));
  const [first] = found;
  if (!first || found.some(({ entry }) => bitOf(entry) !== bitOf(first.entry))) return undefined;
  const { authorized, sponsorship } = first.entry;
  return { authorized, sponsorship, indexes: [first.index] };
}

/** The one country a page's questions about the right to work name; undefined when they name none or several. */
export function countryOfPage(questions: readonly string[]): string | undefined {
  const named = new Set(
    questions
      .filter((question) => MAY.test(plain(question)) || SPONSOR.test(plain(question)))
      .flatMap((question) => countriesIn(question)),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

const AT_HOME =
  /\bcountry (?:where|in which|that) you (?:currently )?(?:live|reside|are (?:currently )?(?:based|located|residing|living))|\b(?:your|my|current) country(?: of residence)?\b|\bcountry of (?:your )?residence\b|\bland in dem (?:sie|du) (?:leben|lebst|wohnen|wohnst)\b|\bpays ou vous (?:residez|vivez|habitez)\b|\bpais (?:en el que|donde) (?:resid|viv)\w+|\bpais onde (?:resid|viv|mor)\w+|\bpaese in cui (?:risied|viv)\w+/;

type Countries = { readonly countries: string[]; readonly areAlternatives: boolean };

function askedCountries(asked: {
  question: string;
  job: JobPlace;
  page: string | undefined;
  home: string | undefined;
}): Countries | Unanswered {
  const named = countriesIn(asked.question);
  if (named.length > 0) return { countries: named, areAlternatives: false };
  if (AT_HOME.test(plain(asked.question)))
    return asked.home
      ? { countries: [asked.home], areAlternatives: false }
      : { missing: 'It asks about the country you live in, which your profile does not say' };
  const { job } = asked;
  const code = job.country ? countryCode(job.country) : undefined;
  if (code) return { countries: [code], areAlternatives: false };
  const located = countriesOfLocation(job.location ?? '');
  // Two named countries are two jobs; a state that may be a country is one place.
  const isOnePlace = located.length === 2 && countriesIn(job.location ?? '').length === 0;
  if (located.length === 1 || isOnePlace) return { countries: located, areAlternatives: isOnePlace };
  if (asked.page && located.length === 0) return { countries: [asked.page], areAlternatives: false };
  return { missing: 'Neither the question nor the posting says for which country' };
}
