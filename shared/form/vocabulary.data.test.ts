import { describe, expect, it } from 'vitest';
import { aField } from '#tests/support/form-field.ts';
import { classifyFields } from './classify.rules.ts';
import type { FormField } from './form.schema.ts';
import { LANGUAGES, phrases, VOCABULARY } from './vocabulary.data.ts';

describe('the vocabulary', () => {
  it('is written in twelve languages', () => {
    for (const entry of VOCABULARY)
      for (const language of LANGUAGES)
        expect(phrases(entry.says[language]), `${entry.key} ${language}`).not.toEqual([]);
  });

  it('recognises its own examples', () => {
    for (const entry of VOCABULARY) {
      if (entry.onlyInRow) continue;
      const kind = (entry.kinds?.[0] ?? 'text') as FormField['kind'];
      const example = (phrases(entry.says.en)[0] ?? '').replace(/^!/, '');
      const found = classifyFields([
        aField('First name'),
        aField('Last name'),
        aField('Email'),
        aField('LinkedIn'),
        aField('Phone'),
        aField(example, { kind, form: 'page' }),
      ]);
      const accepted = ['firstName', 'lastName', 'fullName'].includes(entry.key) ? [entry.key, 'none'] : [entry.key];
      expect(accepted, example).toContain(found.at(-1)?.field);
    }
  });
});
