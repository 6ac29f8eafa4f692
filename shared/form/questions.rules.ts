/** Legal yes/no questions answered from explicit statements only, read with their negations. */
import type { Answers } from '#shared/profile/profile.schema.ts';
import { countriesIn, countriesOfLocation, countryCode } from './places.rules.ts';
import { plain } from './wording.rules.ts';

export type Statement = { readonly answer: 'yes' | 'no'; readonly index: number };
export type Unanswered = { readonly missing: string };

/** Where the job is, as far as the page or the posting says. */
export type JobPlace = { readonly location?: string; readonly country?: string };

const EU = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '));

/**
 * Answers “may you work in …” and “do you need sponsorship” in any polarity. Never inferred: the country must be named by
 * the question or be the job's, and the person must have said so for exactly that country.
 */
export function legalAnswer(question: string, answers: Answers, job: JobPlace = {}): Statement | Unanswered {
  const asked = askedCountries(question, job);
  if (!Array.isArray(asked)) return asked;
  const meaning = meaningOf(question);
  if (meaning === undefined) return { missing: 'The question can be read in two ways' };
  const [first] = asked;
  const statements = asked
    .map((country) => statementFor(country, meaning, answers))
    .filter((each) => each !== undefined);
  const [said] = statements;
  // A place that may be two countries is answered when the likelier one is, and no statement about the other differs.
  if (!said || !first || !statementFor(first, meaning, answers))
    return { missing: `Your answers say nothing about working in ${first ?? 'that country'}` };
  return statements.every((each) => each.answer === said.answer)
    ? said
    : { missing: 'It may mean two countries, and your answers differ' };
}

function statementFor(country: string, meaning: Meaning, answers: Answers): Statement | undefined {
  const stated = answers.workAuthorization ?? [];
  const index = stated.findIndex((entry) => {
    const code = countryCode(entry.country) ?? entry.country.toUpperCase();
    return code === country || (country === 'EU' && (code === 'EU' || EU.has(code)));
  });
  const entry = stated[index];
  if (!entry) return undefined;
  const truth = {
    authorized: entry.authorized,
    needs: entry.sponsorship,
    without: entry.authorized && !entry.sponsorship,
    permit: !entry.authorized || entry.sponsorship,
  }[meaning];
  return { answer: truth ? 'yes' : 'no', index };
}

function askedCountries(question: string, job: JobPlace): string[] | Unanswered {
  const named = countriesIn(question);
  if (named.length === 1) return named;
  if (named.length > 1) return { missing: 'The question names several countries' };
  const code = job.country ? countryCode(job.country) : undefined;
  if (code) return [code];
  const located = countriesOfLocation(job.location ?? '');
  // Two named countries are two jobs; a state that may be a country is one place.
  if (located.length === 1 || (located.length === 2 && countriesIn(job.location ?? '').length === 0)) return located;
  return { missing: 'It does not say for which country' };
}

type Meaning = 'authorized' | 'needs' | 'without' | 'permit';

/** What a yes would state. */
function meaningOf(question: string): Meaning | undefined {
  const words = plain(question);
  const sponsors = /\bsponsor\w*\b|\bparrainage\b|\bpatrocin\w+\b|\bvisumsponsoring\b/.test(words);
  const without =
    /\b(?:without|no need for|not (?:\w+ ){0,2}(?:require|requiring|need|needing)|dont (?:require|need)|ohne|sans|sin|sem|senza|zonder|bez|utan)\b(?:.{0,60})\b(?:sponsor\w*|visa|visum|permit)/.test(
      words,
    );
  if (without) return /\b(?:will|do|would) you (?:now or in the future )?not\b/.test(words) ? undefined : 'without';
  const may =
    /\b(?:authori[sz]\w+|eligib\w+|entitled|permitted|allowed|legal(?:ly)?|right to|arbeitserlaubnis|autoris\w+|autoriz\w+)\b/.test(
      words,
    );
  const needs =
    /\b(?:require|requires|need|needs|requiring|needed|necesita\w*|precisa\w*|benotig\w+|brauch\w+|besoin)\b/.test(
      words,
    );
  if (sponsors && (needs || !may)) return 'needs';
  if (needs && /\b(?:work )?(?:visa|permit|authori[sz]ation|visum|arbeitserlaubnis)\b/.test(words)) return 'permit';
  if (sponsors && may) return undefined;
  return 'authorized';
}
