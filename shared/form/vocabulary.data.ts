/**
 * The field vocabulary: what application forms ask for, what each word of it means, how it is said in the languages we
 * read, and where the value comes from. A row is a decision; classifier, planner, settings and documentation read the same
 * rows. Labels that ask for anything else are `freeQuestion` (the person's), `consent`, or `none`.
 */
import { ADDRESS } from './vocabulary-address.data.ts';
import { ANSWERS } from './vocabulary-answers.data.ts';
import { CONTACT } from './vocabulary-contact.data.ts';
import { DOCUMENTS } from './vocabulary-documents.data.ts';
import { EDUCATION } from './vocabulary-education.data.ts';
import { EQUAL_OPPORTUNITY } from './vocabulary-eeo.data.ts';
import type { VocabularyEntry } from './vocabulary-entry.data.ts';
import { LINKS } from './vocabulary-links.data.ts';
import { WORK } from './vocabulary-work.data.ts';

export { LANGUAGES, type Language, phrases, type VocabularyEntry } from './vocabulary-entry.data.ts';

export const VOCABULARY: readonly VocabularyEntry[] = [
  ...CONTACT,
  ...ADDRESS,
  ...LINKS,
  ...WORK,
  ...EDUCATION,
  ...ANSWERS,
  ...EQUAL_OPPORTUNITY,
  ...DOCUMENTS,
];

/** Rows by key. */
export const VOCABULARY_BY_KEY: ReadonlyMap<string, VocabularyEntry> = new Map(
  VOCABULARY.map((entry) => [entry.key, entry]),
);
