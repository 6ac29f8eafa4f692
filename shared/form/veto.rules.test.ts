/** What must never be written stays unwritten, whatever else the page says to make it look harmless. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aField, anApplication } from '#tests/support/form-field.ts';
import { classifyFields } from './classify.rules.ts';
import type { FormField } from './form.schema.ts';
import { phrases, VOCABULARY } from './vocabulary.data.ts';

const decide = (field: FormField) => classifyFields([...anApplication(), field]).at(-1);
const isWritten = (field: FormField): boolean =>
  !['none', 'consent', 'freeQuestion'].includes(decide(field)?.field ?? 'none');

/** Labels that forbid a write, at least one per rule. */
const FORBIDDEN = [
  'Please leave this field blank',
  'I am not a robot',
  'New password',
  'Verification code',
  'Username',
  'Social Security Number',
  'Passport number',
  'Credit card number',
  'IBAN',
  'Date of birth',
  'Age',
  'Emergency contact name',
  'Referred by (employee name)',
  'Reference 1 phone',
  'Supervisor’s email',
  'Mother’s maiden name',
  'Former last name',
  'Marital status',
  'Religion',
  'Nationality',
  'Search jobs',
  'Autofill from resume',
  'Company website',
  'Fax',
  'Sign up for job alerts',
];

const harmlessAttributes = fc.record({
  name: fc.constantFrom('email', 'phone', 'first_name', 'resume', 'address', 'q1', ''),
  id: fc.constantFrom('input-email', 'candidate_phone', 'lastName', 'city', ''),
  autocomplete: fc.constantFrom('email', 'tel', 'given-name', 'street-address', 'name', 'off', ''),
  placeholder: fc.constantFrom('you@example.com', 'Your name', 'Phone number', ''),
  type: fc.constantFrom('text', 'email', 'tel', 'url'),
  section: fc.constantFrom('Contact information', 'Personal details', 'Apply now', ''),
  required: fc.boolean(),
  kind: fc.constantFrom('text' as const, 'textarea' as const, 'combobox' as const),
});

describe('what is left alone', () => {
  it('stays so whatever name, type, autocomplete and heading promise', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORBIDDEN), harmlessAttributes, (label, attributes) => {
        expect(isWritten(aField(label, attributes)), label).toBe(false);
      }),
    );
  });

  it('includes whatever a person cannot see, by any label of the vocabulary', () => {
    const labels = VOCABULARY.flatMap((entry) =>
      Object.values(entry.says).flatMap((list) => phrases(list).slice(0, 2)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...labels), harmlessAttributes, (label, attributes) => {
        const found = decide(
          aField(label.replace(/^!/, ''), { ...attributes, visible: false, hidden: 'Outside the page' }),
        );
        expect(found).toMatchObject({ field: 'none', veto: true, reason: 'Outside the page' });
      }),
    );
  });

  it('includes agreements in every kind of control a page may use for them', () => {
    const kinds = ['checkbox', 'checkboxGroup', 'radio', 'select', 'buttonGroup'] as const;
    for (const kind of kinds)
      expect(decide(aField('I agree to the terms and conditions', { kind, options: ['I agree'] }))?.field, kind).toBe(
        'consent',
      );
    expect(decide(aField('Type your full name to sign'))?.field).toBe('consent');
    expect(decide(aField('Electronic signature'))?.field).toBe('consent');
  });

  it('includes papers that are neither resume nor cover letter', () => {
    for (const label of [
      'Photo',
      'Passport copy',
      'Transcripts',
      'Portfolio',
      'Certificates',
      'Other documents',
      'Zeugnisse',
      'W-9 form',
    ])
      expect(isWritten(aField(label, { kind: 'file', type: 'file', accept: '.pdf' })), label).toBe(false);
  });

  it('includes everything below a heading about someone else', () => {
    for (const section of [
      'References',
      'Emergency contact',
      'Referral',
      'Parent/Guardian',
      'Notfallkontakt',
      'Referanslar',
    ])
      for (const label of ['Full name', 'Email', 'Phone', 'Company', 'Job title'])
        expect(isWritten(aField(label, { section })), `${section}: ${label}`).toBe(false);
  });

  it('does not mistake a heading of the posting for someone else’s section', () => {
    expect(decide(aField('Phone', { section: 'Emergency Department Nurse' }))?.field).toBe('phone');
    expect(decide(aField('LinkedIn profile', { section: 'Reference Data Analyst' }))?.field).toBe('linkedin');
  });
});

describe('questions near the forbidden', () => {
  it.each([
    ['Name as shown on your passport', 'fullName'],
    ['Legal name (as it appears on your ID)', 'fullName'],
  ])('“%s” asks for the name', (label, key) => {
    const found = classifyFields([aField('Email'), aField('LinkedIn'), aField('Phone'), aField(label)]).at(-1);
    expect(found?.field).toBe(key);
  });

  it('whether one is of age or may drive is an employer’s question: only a saved answer answers it', () => {
    for (const label of ['Are you at least 18 years old?', 'Do you have a valid driver’s license?'])
      expect(decide(aField(label, { kind: 'radio', options: ['Yes', 'No'] }))?.field, label).toBe('freeQuestion');
    expect(decide(aField('Driver’s license number'))).toMatchObject({ field: 'none', veto: true });
  });
});

describe('what decides', () => {
  const readings = fc.record({
    label: fc.constantFrom(...VOCABULARY.flatMap((entry) => phrases(entry.says.en).slice(0, 2)), 'Favourite colour'),
    attributes: harmlessAttributes,
    value: fc.string(),
    ref: fc.string({ minLength: 1, maxLength: 5 }),
  });

  it('is never what the page or the profile has as a value', () => {
    fc.assert(
      fc.property(readings, ({ label, attributes, value }) => {
        const empty = aField(label, { ...attributes, ref: 'x' });
        expect(decide({ ...empty, value })).toEqual(decide(empty));
      }),
    );
  });

  it('is the same twice, and never what the control is called by the engine', () => {
    fc.assert(
      fc.property(readings, ({ label, attributes, ref }) => {
        const { ref: _one, ...one } = decide(aField(label, { ...attributes, ref: 'y' })) ?? { ref: '' };
        const { ref: _other, ...other } = decide(aField(label, { ...attributes, ref: `z${ref}` })) ?? { ref: '' };
        expect(other).toEqual(one);
      }),
    );
  });

  it('two meanings too close together are a refusal that names both', () => {
    const found = decide(aField('', { name: 'countryRegion' }));
    expect(found).toMatchObject({ field: 'none' });
    expect(found?.reason).toMatch(/^Could mean (?:country or region|region or country)$/);
  });
});
