import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aField, anApplication } from '#tests/support/form-field.ts';
import { classifyFields, isApplicationForm } from './classify.rules.ts';
import { VOCABULARY_BY_KEY } from './vocabulary.data.ts';

describe('which form is an application', () => {
  it('search, newsletter and login forms are none', () => {
    expect(isApplicationForm([aField('Search jobs')])).toBe(false);
    expect(isApplicationForm([aField('Email'), aField('Password', { type: 'password' })])).toBe(false);
    expect(isApplicationForm([aField('Email for our newsletter', { type: 'email' })])).toBe(false);
    expect(isApplicationForm(anApplication())).toBe(true);
  });

  it('a later step of an application may ask for little; the newsletter beside it is still none', () => {
    const step = [aField('School', { form: 'step' }), aField('Pronouns', { form: 'step' })];
    const fields = [...step, aField('Email', { form: 'newsletter' }), aField('Search jobs', { form: 'search' })];
    const keys = (continues: boolean) => classifyFields(fields, { continues }).map(({ field }) => field);
    expect(keys(false)).toEqual(['none', 'none', 'none', 'none']);
    expect(keys(true)).toEqual(['school', 'pronouns', 'none', 'none']);
  });

  it('a form in a frame is an application of its own; the page’s search box beside it is not', () => {
    const framed = anApplication().map((field) => ({ ...field, frame: 7 }));
    const found = classifyFields([aField('Email', { ref: framed[2]?.ref ?? '' }), ...framed]);
    expect(found.map((each) => each.field)).toEqual(['none', 'firstName', 'lastName', 'email', 'resumeFile']);
  });

  it('beside an application, another form’s e-mail box is left alone', () => {
    const stray = aField('Email', { form: '1 alerts' });
    const found = classifyFields([...anApplication(), stray]);
    expect(found.at(-1)).toMatchObject({ field: 'none', veto: true });
    expect(found[2]?.field).toBe('email');
  });

  it('never throws and answers for every field, whatever the page says', () => {
    const wild = fc.record({
      label: fc.string(),
      name: fc.string(),
      id: fc.string(),
      placeholder: fc.string(),
      group: fc.string(),
      section: fc.string(),
      autocomplete: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 8 }), (pages) => {
        const fields = pages.map(({ label, ...rest }) => aField(label, rest));
        const found = classifyFields(fields);
        expect(found.map((each) => each.ref)).toEqual(fields.map((field) => field.ref));
        for (const each of found)
          expect(VOCABULARY_BY_KEY.has(each.field) || ['none', 'consent', 'freeQuestion'].includes(each.field)).toBe(
            true,
          );
      }),
    );
  });
});
