/** A profile as atomic facts, each under the path it stands at; the only ground a document may build on. */
import { clean } from '#shared/kernel/text.ts';
import type { Answers, Resume } from '#shared/profile/profile.schema.ts';

export type ProfileFacts = { readonly resume: Resume; readonly answers: Answers };
/** What documents need to know of a posting. */
export type Posting = {
  readonly title: string;
  readonly company: string;
  readonly description: string;
  readonly skills?: readonly string[];
  readonly country?: string | undefined;
};
/** Everything a sentence may cite. `now` (ISO date) tells finished from unfinished studies. */
export type Sources = { readonly profile: ProfileFacts; readonly job?: Posting | undefined; readonly now?: string };

export type FactKind =
  | 'identity'
  | 'contact'
  | 'label'
  | 'summary'
  | 'employer'
  | 'title'
  | 'date'
  | 'place'
  | 'achievement'
  | 'degree'
  | 'institution'
  | 'score'
  | 'skill'
  | 'certificate'
  | 'award'
  | 'publication'
  | 'language'
  | 'project'
  | 'interest'
  | 'answer'
  | 'other';

export type Fact = { readonly path: string; readonly kind: FactKind; readonly text: string };

/** By the last names of a path, most specific first. */
const KINDS: readonly (readonly [RegExp, FactKind])[] = [
  [/^answers\./, 'answer'],
  [/^basics\.name$/, 'identity'],
  [/^basics\.label$/, 'label'],
  [/^basics\.summary$/, 'summary'],
  [/^basics\.(email|phone|url|profiles)/, 'contact'],
  [/location/, 'place'],
  [/(startDate|endDate|releaseDate|\.date)$/, 'date'],
  [/^work\[\d+\]\.name$|^volunteer\[\d+\]\.organization$/, 'employer'],
  [/^(work|volunteer)\[\d+\]\.position$|roles\[/, 'title'],
  [/highlights\[|^(work|volunteer)\[\d+\]\.(summary|description)$/, 'achievement'],
  [/^education\[\d+\]\.(studyType|area)$/, 'degree'],
  [/^education\[\d+\]\.institution$/, 'institution'],
  [/^education\[\d+\]\.score$/, 'score'],
  [/^skills\[|keywords\[|courses\[/, 'skill'],
  [/^certificates\[/, 'certificate'],
  [/^awards\[/, 'award'],
  [/^publications\[/, 'publication'],
  [/^languages\[/, 'language'],
  [/^projects\[/, 'project'],
  [/^interests\[/, 'interest'],
];

const kindOf = (path: string): FactKind => KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';

function* leaves(value: unknown, path: string): Generator<{ path: string; text: string }> {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = clean(String(value));
    if (text !== '') yield { path, text };
  } else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* leaves(item, `${path}[${i}]`);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* leaves(item, path === '' ? name : `${path}.${name}`);
}

/** Answers a document may cite. Pay, visa, EEO and free answers given to other forms never enter one. */
const CITABLE_ANSWER =
  /^answers\.(yearsExperience|startDate|noticePeriod|preferredName|legalName\.(first|middle|last)|address\.(city|region|country))$/;

/** All facts of a profile, in the profile's order. Private answers (pay, visa, EEO) are not among them. */
export function factsOf({ resume, answers }: ProfileFacts): Fact[] {
  const facts: Fact[] = [];
  for (const { path, text } of leaves(resume, '')) facts.push({ path, kind: kindOf(path), text });
  for (const { path, text } of leaves(answers, 'answers'))
    if (CITABLE_ANSWER.test(path)) facts.push({ path, kind: 'answer', text });
  return facts;
}

/** Every citable path with its text: the profile's facts and the posting's three fields. */
export function evidenceOf({ profile, job }: Sources): Map<string, string> {
  const all = new Map(factsOf(profile).map(({ path, text }) => [path, text]));
  for (const field of ['title', 'company', 'description'] as const) {
    const text = job === undefined ? '' : clean(job[field]);
    if (text !== '') all.set(`job.${field}`, text);
  }
  return all;
}

/** `work[2].highlights[0]` → `work[2]`; `undefined` for what belongs to no entry (basics, skills, languages, answers, job). */
export const entryOf = (path: string): string | undefined =>
  /^(?:work|volunteer|education|projects|awards|publications)\[\d+\]/.exec(path)?.[0];
