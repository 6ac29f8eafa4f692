/** Which part of an application a question belongs to, so that a person can keep parts to themself. */
import type { FieldGroup } from './form.schema.ts';
import { VOCABULARY_BY_KEY } from './vocabulary.data.ts';

/** The part a question of this meaning belongs to; the employer's own questions are a part too. */
export const groupOf = (meaning: string): FieldGroup | undefined =>
  meaning === 'freeQuestion' ? 'questions' : VOCABULARY_BY_KEY.get(meaning)?.group;
