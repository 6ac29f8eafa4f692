import { describe, expect, it } from 'vitest';
import type { Answers } from '#shared/profile/profile.schema.ts';
import { aField } from '#tests/support/form-field.ts';
import { salaryFor, salaryOption } from './salary.rules.ts';

const asks = (amount: number, currency: string, period: 'year' | 'month' | 'hour'): Answers => ({
  salaryExpectation: { amount, currency, period },
});
const written = (label: string, answers: Answers, change: Parameters<typeof aField>[1] = {}): string => {
  const found = salaryFor(aField(label, change), answers);
  return 'missing' in found ? 'yours' : found.value;
};
const chosen = (label: string, answers: Answers, options: string[]): string => {
  const field = aField(label, { kind: 'select', options });
  const found = salaryOption(field, answers);
  return 'missing' in found ? 'yours' : (options[found.option] ?? '');
};
const euros = asks(60_000, 'EUR', 'year');
const dollars = asks(165_000, 'USD', 'year');

describe('pay is written only where nothing can be mistaken', () => {
  it.each([
    ['Gehaltsvorstellung (EUR pro Jahr)', euros, '60000'],
    ['Jahresgehalt in €', euros, '60000'],
    ['Gehaltsvorstellung', euros, '60000 EUR per year'],
    ['Desired salary (USD)', euros, 'yours'],
    ['Desired salary ($)', euros, 'yours'],
    ['Desired annual salary ($)', dollars, '165000'],
    ['Desired salary in CAD', dollars, 'yours'],
    ['Desired hourly rate', dollars, 'yours'],
    ['Expected salary in thousands (EUR per year)', euros, '60'],
    ['Current salary', euros, 'yours'],
    ['Derzeitiges Gehalt', euros, 'yours'],
    ['Current and expected CTC', asks(2_000_000, 'INR', 'year'), 'yours'],
    ['Expected CTC in lakhs', asks(2_000_000, 'INR', 'year'), 'yours'],
    ['Maximum salary', euros, 'yours'],
    ['Prétentions salariales mensuelles (€)', asks(3000, 'EUR', 'month'), '3000'],
  ])('%s → %s', (label, answers, value) => {
    expect(written(label, answers)).toBe(value);
  });

  it('a month is a twelfth of a year, and the person is told', () => {
    expect(salaryFor(aField('Monatsgehalt in EUR'), euros)).toEqual({
      value: '5000',
      review: '60000 EUR per year was converted to 5000 per month',
    });
    expect(written('Monatsgehalt in EUR', asks(65_000, 'EUR', 'year'))).toBe('yours');
    expect(written('Annual salary (EUR)', asks(20, 'EUR', 'hour'))).toBe('yours');
  });

  it('a box for numbers gets a number', () => {
    expect(written('Desired salary', dollars, { type: 'number' })).toBe('165000');
    expect(written('Desired salary', dollars, { inputMode: 'numeric' })).toBe('165000');
  });
});

describe('pay is chosen by range, currency and period', () => {
  it('ranges in the person’s own currency', () => {
    expect(chosen('Salary', dollars, ['$100k – $150k', '$150k – $200k', '$200k+'])).toBe('$150k – $200k');
    expect(chosen('Salary', euros, ['unter 50.000 €', '50.000 – 70.000 €', 'über 70.000 €'])).toBe('50.000 – 70.000 €');
    expect(chosen('Salary', euros, ['$50,000 - $70,000', '$70,000+'])).toBe('yours');
    expect(chosen('Gehalt pro Monat', euros, ['4.000 – 4.999 €', '5.000 – 6.000 €'])).toBe('5.000 – 6.000 €');
    expect(chosen('Hourly pay', dollars, ['$20 - $30', '$30+'])).toBe('yours');
  });

  it('the list of currencies or periods beside the amount', () => {
    expect(chosen('Currency', euros, ['USD', 'EUR', 'GBP'])).toBe('EUR');
    expect(chosen('Currency', euros, ['US Dollar ($)', 'Euro (€)', 'British Pound (£)'])).toBe('Euro (€)');
    expect(chosen('Currency', euros, ['USD', 'GBP'])).toBe('yours');
    expect(chosen('Per', euros, ['Hour', 'Month', 'Year'])).toBe('Year');
    expect(chosen('Pay period', asks(30, 'USD', 'hour'), ['Hourly', 'Monthly', 'Annually'])).toBe('Hourly');
  });
});
