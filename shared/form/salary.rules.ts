/** The pay a person asks for, written only where currency, period and unit cannot be mistaken. */
import type { Answers } from '#shared/profile/profile.schema.ts';
import type { FormField } from './form.schema.ts';
import type { Offered } from './options.rules.ts';
import { matchRange } from './ranges.rules.ts';
import { plain } from './spelling.rules.ts';

type Pay = NonNullable<Answers['salaryExpectation']>;
type Missing = { readonly missing: string };

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\bcad\b|c\$|ca\$/i, 'CAD'],
  [/\baud\b|a\$|au\$/i, 'AUD'],
  [/\bbrl\b|r\$|\breais\b/i, 'BRL'],
  [/\bsgd\b|s\$/i, 'SGD'],
  [/\bnzd\b|nz\$/i, 'NZD'],
  [/\bmxn\b|mx\$/i, 'MXN'],
  [/\beur\b|€|\beuros?\b|\bteur\b/i, 'EUR'],
  [/\busd\b|us\$|\bus dollars?\b/i, 'USD'],
  [/\bgbp\b|£|\bpounds? sterling\b/i, 'GBP'],
  [/\bchf\b|\bfranken\b|\bswiss francs?\b/i, 'CHF'],
  [/\bpln\b|zł|\bzloty\w*/i, 'PLN'],
  [/\bsek\b/i, 'SEK'],
  [/\bdkk\b/i, 'DKK'],
  [/\bnok\b/i, 'NOK'],
  [/\binr\b|₹|\bctc\b|\blpa\b|\blakhs?\b|\brupees?\b/i, 'INR'],
  [/\btry\b|₺|\btürk lirası\b/i, 'TRY'],
  [/\bczk\b|\bkč/i, 'CZK'],
  [/\bjpy\b|¥|円/i, 'JPY'],
  [/\bzar\b/i, 'ZAR'],
];
/** Currencies a bare `$` may stand for. */
const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'TWD']);

const PERIODS: readonly (readonly [RegExp, Pay['period']])[] = [
  [
    /\b(?:hour|hourly|per hour|stundenlohn|stunde|stundlich|a l heure|heure|horaire|hora|por hora|ora|orari[ao]|uur|per uur|uurloon|godzin\w*|timme|timlon|time|timelon|saat\w*|hodin\w*|hr)\b(?! (?:zone|frame|off|to|period))/,
    'hour',
  ],
  [
    /\b(?:month|monthly|months|per month|monatlich\w*|monat|monatsgehalt|mensuel\w*|mois|mensual\w*|mes|mensal|mensile|mese|maand\w*|miesi\w+|manad\w*|manadslon|maned\w*|manedslon|aylik|ay|mesic\w*|mesicni)\b/,
    'month',
  ],
  [
    /\b(?:year|yearly|annual|annually|per annum|pa|p a|jahrlich\w*|jahr|jahresgehalt|annuel\w*|an|anual\w*|ano|annuo|annua|anno|jaar\w*|roczn\w*|rok|arslon|ar|arlig\w*|arslon|yillik|yil|rocni|rocne)\b/,
    'year',
  ],
];

const NOT_EXPECTED =
  /\b(?:current|present|last|previous|prior|existing|most recent|drawn|history|aktuell\w*|derzeitig\w*|jetzig\w*|bisherig\w*|letzte\w*|actuel\w*|dernier\w*|actual|ultimo|atual|attual\w*|huidig\w*|laatste|obecn\w*|ostatni\w*|nuvarande|senaste|nuvaerende|seneste|mevcut|soucasn\w*|posledni)\b/;

/** The whole of what a question says around its box. */
const around = (field: FormField): string => [field.label, field.group, field.placeholder, field.hint].join(' ');

const currencyIn = (text: string): string | undefined => SIGNS.find(([sign]) => sign.test(text))?.[1];
const periodIn = (text: string): Pay['period'] | undefined => {
  const named = PERIODS.filter(([sign]) => sign.test(plain(text)));
  return named.length === 1 ? named[0]?.[1] : undefined;
};

/** Why the question is none about the pay one asks for in the person's own currency. */
function mismatch(text: string, pay: Pay): string | undefined {
  if (NOT_EXPECTED.test(plain(text))) return 'It asks what you earn or earned, which only you can say';
  const currency = currencyIn(text);
  if (currency && currency !== pay.currency) return `It asks in ${currency}, your answer is in ${pay.currency}`;
  if (!currency && text.includes('$') && !DOLLARS.has(pay.currency))
    return `It asks in dollars, your answer is in ${pay.currency}`;
  return undefined;
}

/** The amount in `period`: a month is exactly a twelfth of a year, hours and years have no exact relation. */
function amountPer(pay: Pay, period: Pay['period'] | undefined): number | undefined {
  if (!period || period === pay.period) return pay.amount;
  if (pay.period === 'year' && period === 'month' && pay.amount % 12 === 0) return pay.amount / 12;
  return pay.period === 'month' && period === 'year' ? pay.amount * 12 : undefined;
}

/** `review` says what was converted. */
export type Asked = { readonly value: string; readonly review?: string };

/** The amount as the box takes it, or why it is better written by the person. */
export function salaryFor(field: FormField, answers: Answers): Asked | Missing {
  const pay = answers.salaryExpectation;
  if (!pay) return { missing: 'You have not said what you ask for: add it under “Application answers”' };
  const text = around(field);
  const wrong = mismatch(text, pay);
  if (wrong) return { missing: wrong };
  const words = plain(`${field.label} ${field.placeholder}`);
  if (/\b(?:max|maximum|maximal|upper|hochstens|hasta|maximo|massimo)\b|^(?:to|bis|a)$/.test(words))
    return { missing: 'You gave one figure, not a range' };
  const period = periodIn(text);
  const amount = amountPer(pay, period);
  if (amount === undefined) return { missing: `It asks per ${period}, your answer is per ${pay.period}` };
  const converted = amount === pay.amount ? {} : { review: `${said(pay)} was converted to ${amount} per ${period}` };
  if (/\bin (?:thousands?|k)\b|\bteur\b|\bin tausend\b|\btsd\b|\(k\)/i.test(text))
    return amount % 1000 === 0
      ? { value: String(amount / 1000), ...converted }
      : { missing: 'It asks in thousands, and your figure is not a round one' };
  if (/\blakhs?\b|\blpa\b|\bcrores?\b/i.test(text)) return { missing: 'It asks in lakhs, your answer is in full' };
  const isNumeric =
    field.type === 'number' ||
    field.inputMode === 'numeric' ||
    field.inputMode === 'decimal' ||
    /\b(?:numbers?|digits|numerals) only\b|\bonly (?:numbers?|digits)\b|\bnur (?:zahlen|ziffern)\b/.test(plain(text));
  if (isNumeric || ((currencyIn(text) || text.includes('$')) && period)) return { value: String(amount), ...converted };
  return { value: said({ ...pay, amount, period: period ?? pay.period }), ...converted };
}

const said = ({ amount, currency, period }: Pay): string => `${amount} ${currency} per ${period}`;

/** Index of the range, currency or period that says what the person asks for. */
export function salaryOption(field: FormField, answers: Answers): { option: number } | Missing {
  const pay = answers.salaryExpectation;
  if (!pay) return { missing: 'You have not said what you ask for: add it under “Application answers”' };
  const text = around(field);
  if (NOT_EXPECTED.test(plain(text))) return { missing: 'It asks what you earn or earned, which only you can say' };
  const offered = field.options.map((option) => ({ option, name: currencyNamed(option) }));
  if (offered.filter(({ name }) => name).length >= 2 && offered.every(({ option }) => !/\d{3}/.test(option.text))) {
    const own = offered.flatMap(({ name }, index) => (name === pay.currency ? [index] : []));
    return own.length === 1 && own[0] !== undefined
      ? { option: own[0] }
      : { missing: `It does not offer ${pay.currency}` };
  }
  const periods = field.options.map((option) => (/\d/.test(option.text) ? undefined : periodIn(option.text)));
  if (periods.filter((period) => period).length >= 2) {
    const option = periods.indexOf(pay.period);
    return option >= 0 && periods.indexOf(pay.period, option + 1) < 0
      ? { option }
      : { missing: `It does not offer pay per ${pay.period}` };
  }
  return inRange({ field, text, pay });
}

function inRange({ field, text, pay }: { field: FormField; text: string; pay: Pay }): { option: number } | Missing {
  const whole = `${text} ${field.options.map((option) => option.text).join(' ')}`;
  const wrong = mismatch(whole, pay);
  if (wrong) return { missing: wrong };
  const period = periodIn(whole);
  const amount = amountPer(pay, period);
  if (amount === undefined) return { missing: `It asks per ${period}, your answer is per ${pay.period}` };
  // Words for the period are no unit of the numbers: what is compared is money.
  const bare = field.options.map((option) => ({
    ...option,
    text: option.text.replace(/[/(]?\s*(?:per|pro|par|por|al|a|p\.?)?\s*\p{L}{2,}\.?\)?\s*$/u, ''),
  }));
  const hit = matchRange(bare, amount) ?? matchRange(field.options, amount);
  return hit === undefined ? { missing: 'None of the ranges holds your figure' } : { option: hit };
}

const names = new Map<string, string>();

/** The currency an option is: its code, its sign, or its English name. */
function currencyNamed(option: Offered): string | undefined {
  const code = /^\W*([A-Z]{3})\b/.exec(option.text)?.[1] ?? /\(([A-Z]{3})\)/.exec(option.text)?.[1];
  if (code && isCurrency(code)) return code;
  const signed = currencyIn(option.text);
  if (signed) return signed;
  for (const known of SIGNS.map(([, each]) => each)) {
    const name = names.get(known) ?? plain(new Intl.DisplayNames(['en'], { type: 'currency' }).of(known) ?? known);
    names.set(known, name);
    if (plain(option.text) === name) return known;
  }
  return undefined;
}

const isCurrency = (code: string): boolean =>
  SIGNS.some(([, known]) => known === code) || Intl.supportedValuesOf('currency').includes(code);
