/** What a row of the field vocabulary says, and the helpers its tables are written with. */
import type { FieldGroup, FormField } from './form.schema.ts';

/** Languages every row is written in; Russian and Japanese are given where they are cheap. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'tr', 'cs'] as const;
export type Language = (typeof LANGUAGES)[number] | 'ru' | 'ja';

export type VocabularyEntry = {
  readonly key: string;
  /** Which part of an application it belongs to; a person can keep a whole part for themself. */
  readonly group: FieldGroup;
  /** One sentence: what a value for it is. */
  readonly definition: string;
  /** Field path of the profile the value comes from. */
  readonly from: string;
  /** Pay, law, health and origin: only from an explicit stored answer. */
  readonly sensitive?: 'legal' | 'pay' | 'eeo';
  /** Which repeated section it can be a row of. */
  readonly row?: 'work' | 'education';
  /** Its words say something only inside such a row: “From” is nothing elsewhere. */
  readonly onlyInRow?: true;
  /** HTML autocomplete tokens. */
  readonly autocomplete?: readonly string[];
  /**
   * Labels by language, as forms print them, separated by commas; the first of each language is the example. A leading `!`
   * marks words that decide wherever they stand in a label.
   */
  readonly says: Readonly<Partial<Record<Language, string>>>;
  /** Ids and names beyond the labels, in words. */
  readonly names?: string;
  /** Whole questions, tested against the plain spelling. */
  readonly ask?: RegExp;
  /** Never this, whatever else matches. */
  readonly not?: RegExp;
  /** Only these kinds of control; none means everything but files. */
  readonly kinds?: readonly FormField['kind'][];
};

/** Phrases between commas, over as many lines as they need. */
export const phrases = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');

export const TEXTS = ['text', 'textarea'] as const;
export const LISTS = ['text', 'combobox', 'select'] as const;
export const CHOICES = [
  'select',
  'combobox',
  'radio',
  'buttonGroup',
  'text',
  'textarea',
  'checkboxGroup',
  'checkbox',
] as const;
