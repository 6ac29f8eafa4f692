import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aField, anApplication } from '#tests/support/form-field.ts';
import { classifyFields } from './classify.rules.ts';
import type { FormField } from './form.schema.ts';
import { phrases, VOCABULARY } from './vocabulary.data.ts';

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

describe('a field beside the others', () => {
  const keysOf = (fields: FormField[]) => classifyFields(fields).map((each) => each.field);

  it('“Name” is the family name beside a first name, the whole one alone, in the languages that say it so', () => {
    const form = (...labels: string[]) =>
      keysOf([...labels, 'LinkedIn', 'E-Mail'].map((label) => aField(label))).slice(0, labels.length);
    expect(form('Vorname', 'Name', 'Straße')).toEqual(['firstName', 'lastName', 'address1']);
    expect(form('Votre prénom', 'Votre nom', 'Ville')).toEqual(['firstName', 'lastName', 'city']);
    expect(form('Nombre', 'Apellidos')).toEqual(['firstName', 'lastName']);
    expect(form('Nombre', 'Ciudad')).toEqual(['fullName', 'city']);
    expect(form('Name', 'City')).toEqual(['fullName', 'city']);
    expect(form('First name', 'Name', 'City')).toEqual(['firstName', 'none', 'city']);
  });

  it('references without a heading are other people, and so is all that follows their names', () => {
    const own = ['Name', 'Email', 'LinkedIn', 'Telephone', 'Address'].map((label) => aField(label));
    const theirs = ['Name', 'Occupation', 'Telephone', 'Address'].map((label) => aField(label));
    expect(keysOf([...own, ...theirs, aField('Notice period')])).toEqual([
      'fullName',
      'email',
      'linkedin',
      'phone',
      'address1',
      'none',
      'none',
      'none',
      'none',
      'noticePeriod',
    ]);
    const split = ['First name', 'Last name', 'Email', 'LinkedIn', 'Telephone'].map((label) => aField(label));
    expect(keysOf([...split, ...theirs]).slice(5)).toEqual(['none', 'none', 'none', 'none']);
  });

  it('the dates, town and tasks of a row are the row’s, in any of the languages', () => {
    const rows = [
      ['Berufserfahrung', 'Position', 'Arbeitgeber', 'Von', 'Bis', 'Ort', 'Aufgaben'],
      [
        'Expérience professionnelle',
        'Intitulé du poste',
        'Entreprise',
        'Date de début',
        'Date de fin',
        'Lieu',
        'Missions',
      ],
      ['Doświadczenie', 'Stanowisko', 'Firma', 'Od', 'Do', 'Miejscowość', 'Zakres obowiązków'],
    ];
    for (const [section = '', ...labels] of rows)
      expect(
        classifyFields([...anApplication(), ...labels.map((label) => aField(label, { section }))])
          .slice(4)
          .map((each) => `${each.field} ${each.row}`),
      ).toEqual(['currentTitle 0', 'currentCompany 0', 'workStart 0', 'workEnd 0', 'workLocation 0', 'workSummary 0']);
  });

  it('a date in parts takes its meaning from the words above the parts, and its row from the markup', () => {
    const part = (label: string, group: string, index: number) =>
      aField(label, { group, repeat: { key: 'workExperience', index }, kind: 'select' });
    const row = (index: number) => [
      aField('Company', { repeat: { key: 'workExperience', index } }),
      part('Month', 'From', index),
      part('Year', 'From', index),
      part('Month', 'To', index),
      part('Year', 'To', index),
    ];
    const found = classifyFields([...anApplication(), ...row(0), ...row(1)]).slice(4);
    expect(found.map((each) => `${each.field} ${each.row}`)).toEqual(
      [0, 1].flatMap((index) =>
        ['currentCompany', 'workStart', 'workStart', 'workEnd', 'workEnd'].map((key) => `${key} ${index}`),
      ),
    );
  });

  it('when one could start is about this job, even below the heading of the schools', () => {
    const fields = [
      aField('School', { section: 'Education' }),
      aField('When are you available to start?', { section: 'Education', kind: 'date' }),
    ];
    expect(keysOf([...anApplication(), ...fields]).slice(4)).toEqual(['school', 'startDate']);
  });

  it('what a job paid is not what one asks for', () => {
    const fields = [aField('Employer'), aField('Job title'), aField('Salary')].map((field) => ({
      ...field,
      section: 'Work history',
    }));
    expect(keysOf([...anApplication(), ...fields]).slice(4)).toEqual(['currentCompany', 'currentTitle', 'none']);
    expect(meaningOf(aField('Current salary'))).toBe('none');
  });

  it('a dial code without a telephone beside it is none, nor is a second telephone written', () => {
    expect(meaningOf(aField('Country code'))).toBe('none');
    const second = [aField('Phone'), aField('Secondary phone')];
    expect(keysOf([...anApplication(), ...second]).slice(4)).toEqual(['phone', 'none']);
  });

  it('“Position” without an employer beside it may be the one applied for', () => {
    expect(meaningOf(aField('Position'))).toBe('none');
    expect(keysOf([...anApplication(), aField('Employer'), aField('Position')]).slice(4)).toEqual([
      'currentCompany',
      'currentTitle',
    ]);
  });

  it('the only upload of an application is the resume; beside another, a bare one is nobody’s', () => {
    const person = ['First name', 'Last name', 'Email', 'LinkedIn'].map((label) => aField(label));
    const bare = () => aField('Select files', { kind: 'file', type: 'file' });
    expect(keysOf([...person, bare()]).at(-1)).toBe('resumeFile');
    expect(keysOf([...person, bare(), bare()]).slice(4)).toEqual(['none', 'none']);
    expect(keysOf([...person, aField('Select files', { kind: 'file', accept: 'image/*' })]).at(-1)).toBe('none');
  });
});

describe('what a list is a list of', () => {
  it('a list of states, countries or dial codes needs no label; a list of honorifics is no job title', () => {
    const list = (label: string, options: string[]) => meaningOf(aField(label, { kind: 'select', options }));
    const states = [
      'Alabama',
      'Alaska',
      'Arizona',
      'Arkansas',
      'California',
      'Colorado',
      'Delaware',
      'Florida',
      'Iowa',
      'Utah',
    ];
    const countries = ['Austria', 'Belgium', 'Brazil', 'Canada', 'Denmark', 'Estonia', 'France', 'Poland'];
    expect(list('Select', ['Select', ...states])).toBe('region');
    expect(list('', countries)).toBe('country');
    expect(list('State', countries)).not.toBe('region');
    expect(list('Title', ['Mr', 'Ms', 'Mx', 'Dr'])).toBe('none');
    expect(list('LinkedIn', ['Yes', 'No'])).not.toBe('linkedin');
  });

  it('the disability form says what it is only in its answers', () => {
    const options = ['Yes, I have a disability', 'No, I do not have a disability', 'I do not want to answer'];
    expect(meaningOf(aField('Please check one of the boxes below:', { kind: 'checkboxGroup', options }))).toBe(
      'disability',
    );
  });
});
