/** The pay a person asks for, written only where currency and period cannot be mistaken. */
import type { Answers } from '#shared/profile/profile.schema.ts';
import type { FormField } from './form.schema.ts';
import { plain } from './wording.rules.ts';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\beur\b|€|\beuro/i, 'EUR'],
  [/\busd\b|us\$/i, 'USD'],
  [/\bgbp\b|£/i, 'GBP'],
  [/\bchf\b/i, 'CHF'],
  [/\bpln\b|zł/i, 'PLN'],
  [/\bsek\b/i, 'SEK'],
  [/\binr\b|₹|\bctc\b|\blpa\b|\blakh/i, 'INR'],
  [/\bcad\b|c\$/i, 'CAD'],
  [/\baud\b|a\$/i, 'AUD'],
  [/\bbrl\b|r\$/i, 'BRL'],
  [/\btry\b|₺/i, 'TRY'],
  [/\bczk\b|kč/i, 'CZK'],
];

const PERIODS: readonly (readonly [RegExp, 'year' | 'month' | 'hour'])[] = [
  [/\b(?:hour|hourly|per hour|stundenlohn|a l heure|hr)\b/, 'hour'],
  [/\b(?:month|monthly|per month|monatlich|monat|mensuel\w*|mensual|mensal|mensile|miesieczn\w*|mesicni)\b/, 'month'],
  [/\b(?:year|yearly|annual|annually|per annum|pa|jahrlich|jahresgehalt|annuel\w*|anual|annuo|rocznie)\b/, 'year'],
];

/** The amount as text, or why it is better written by the person. */
export function salaryFor(field: FormField, answers: Answers): { value: string } | { missing: string } {
  const pay = answers.salaryExpectation;
  if (!pay) return { missing: 'You have not said what you ask for' };
  const words = `${field.label} ${field.group} ${field.placeholder} ${field.hint}`;
  const currency = SIGNS.find(([sign]) => sign.test(words))?.[1];
  const period = PERIODS.find(([sign]) => sign.test(plain(words)))?.[1];
  if (currency && currency !== pay.currency)
    return { missing: `It asks in ${currency}, your answer is in ${pay.currency}` };
  if (period && period !== pay.period) return { missing: `It asks per ${period}, your answer is per ${pay.period}` };
  const isNumeric = field.type === 'number' || /\bnumbers? only\b|\bdigits only\b/.test(plain(words));
  if (isNumeric || (currency && period)) return { value: String(pay.amount) };
  return { value: `${pay.amount} ${pay.currency} per ${pay.period}` };
}
