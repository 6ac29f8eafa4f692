import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aField, anApplication } from '#tests/support/form-field.ts';
import { classifyFields, isApplicationForm } from './classify.rules.ts';
import type { FormField } from './form.schema.ts';
import { LANGUAGES, phrases, VOCABULARY, VOCABULARY_BY_KEY } from './vocabulary.data.ts';

const meaningOf = (field: FormField): string =>
  classifyFields([...anApplication(), field]).find((each) => each.ref === field.ref)?.field ?? '';

describe('what a label asks for', () => {
  it.each([
    ['Vorname', 'none'],
    ['Handynummer', 'phone'],
    ['Straße und Hausnummer', 'address1'],
    ['Code postal', 'postalCode'],
    ['Ciudad', 'city'],
    ['Endereço', 'address1'],
    ['Cidade', 'city'],
    ['Città', 'city'],
    ['Woonplaats', 'city'],
    ['Miejscowość', 'city'],
    ['Telefonnummer', 'phone'],
    ['Şehir', 'city'],
    ['LinkedIn Profile*', 'linkedin'],
    ['Phone * Please enter a valid phone number.', 'phone'],
    ['Current company', 'currentCompany'],
    ['How did you hear about this job?', 'howHeard'],
    ['Are you legally authorized to work in the United States?', 'workAuthorization'],
    [
      'Will you now or in the future require sponsorship for employment visa status (e.g. H-1B visa status)?',
      'sponsorship',
    ],
    ['Are you willing to relocate?', 'relocate'],
    ['What is your desired salary?', 'salaryExpectation'],
    ['What is your notice period?', 'noticePeriod'],
    ['When can you start?', 'startDate'],
  ])('%s → %s', (label, key) => {
    expect(meaningOf(aField(label))).toBe(key);
  });

  it.each([
    'Presentation title',
    'Project start date',
    'Company website',
    'Name of the employee who referred you',
    'Emergency contact phone',
    'Date of birth',
    'Social Security Number',
    'Verification code',
    'Search jobs',
    'Maiden name',
    'Manager’s email',
    'Supervisor phone',
    'Passport number',
    'Card number',
    'How many years of work experience do you have with Terraform?',
    'Tell us about a name you would give our product',
  ])('“%s” is not about the applicant’s own contact data', (label) => {
    expect(['none', 'freeQuestion']).toContain(meaningOf(aField(label)));
  });

  it('the label a person reads beats a misleading name and autocomplete', () => {
    expect(meaningOf(aField('Emergency contact phone', { name: 'phone', autocomplete: 'tel' }))).toBe('none');
    expect(meaningOf(aField('Current company', { name: 'first_name' }))).toBe('currentCompany');
  });

  it('names and autocomplete decide where there is no label', () => {
    expect(meaningOf(aField('', { name: 'job_application[phone]' }))).toBe('phone');
    expect(meaningOf(aField('', { autocomplete: 'shipping postal-code' }))).toBe('postalCode');
  });

  it('a hidden field is vetoed whatever its label promises', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VOCABULARY.flatMap((entry) => phrases(entry.says.en).slice(0, 3))),
        fc.constantFrom('Transparent', 'Outside the page'),
        (label, hidden) => {
          const field = aField(label, { visible: false, hidden });
          const found = classifyFields([...anApplication(), field]).find((each) => each.ref === field.ref);
          expect(found).toMatchObject({ field: 'none', veto: true, reason: hidden });
        },
      ),
    );
  });

  it('agreements are the person’s, in whatever kind of control they come', () => {
    expect(meaningOf(aField('I have read the privacy policy', { kind: 'checkbox' }))).toBe('consent');
    expect(
      meaningOf(aField('Do you agree to the terms of this posting?', { kind: 'radio', options: ['Yes', 'No'] })),
    ).toBe('consent');
    expect(
      meaningOf(
        aField('Would you like to be considered for future opportunities?', { kind: 'select', options: ['Yes', 'No'] }),
      ),
    ).toBe('consent');
    expect(meaningOf(aField('Ich stimme der Datenschutzerklärung zu', { kind: 'checkbox' }))).toBe('consent');
  });

  it('a country beside a phone is its dial code, a city below an employer is the employer’s', () => {
    const country = aField('Country', { kind: 'combobox', group: 'Phone' });
    const phone = aField('Phone', { group: 'Phone' });
    const city = aField('City');
    const employer = aField('Employer', { section: 'Work experience' });
    const theirs = aField('City', { section: 'Work experience' });
    const found = classifyFields([...anApplication(), country, phone, city, employer, theirs]);
    expect(found.slice(4).map((each) => each.field)).toEqual([
      'phoneCountry',
      'phone',
      'city',
      'currentCompany',
      'workLocation',
    ]);
  });

  it('rows of work history are numbered in order', () => {
    const rows = ['Job title', 'Company', 'Job title', 'Company'].map((label) => aField(label));
    expect(
      classifyFields([...anApplication(), ...rows])
        .slice(4)
        .map((each) => [each.field, each.row]),
    ).toEqual([
      ['currentTitle', 0],
      ['currentCompany', 0],
      ['currentTitle', 1],
      ['currentCompany', 1],
    ]);
  });

  it('resume and cover letter are told apart, a photo and a resume parser are neither', () => {
    const file = (label: string) => meaningOf(aField(label, { kind: 'file', type: 'file' }));
    const only = (field: FormField) =>
      classifyFields([aField('First name'), aField('Last name'), aField('Email'), field]).at(-1)?.field;
    expect(only(aField('Attach', { kind: 'file', group: 'Resume/CV' }))).toBe('resumeFile');
    expect(only(aField('Drop file here', { kind: 'file', section: 'Resume/CV' }))).toBe('resumeFile');
    expect(file('Cover letter')).toBe('coverLetterFile');
    expect(file('Photo')).toBe('none');
    expect(file('Autofill from resume')).toBe('none');
  });
});

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
