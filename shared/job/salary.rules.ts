/** Pay as postings write it. */

export type SalaryPeriod = 'year' | 'month' | 'week' | 'day' | 'hour';
export type ParsedSalary = { min?: number; max?: number; currency: string; period: SalaryPeriod };

const SYMBOLS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '¥': 'JPY',
  '₩': 'KRW',
  '₽': 'RUB',
  R$: 'BRL',
  A$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  S$: 'SGD',
  US$: 'USD',
  NZ$: 'NZD',
  AU$: 'AUD',
  HK$: 'HKD',
  zł: 'PLN',
};
const CODES =
  'USD EUR GBP CAD AUD INR CHF SEK NOK DKK PLN CZK JPY KRW SGD NZD BRL MXN ZAR HKD ILS AED RUB HUF RON TRY'.split(' ');

/** Hours, days, weeks, months of a working year; 2,080 hours is 52 weeks of 40. */
const PER_YEAR: Readonly<Record<SalaryPeriod, number>> = { year: 1, month: 12, week: 52, day: 260, hour: 2080 };
/** What one period plausibly pays, whatever the currency: typed pay outside it is a mistake (`$150 per year`). */
const PLAUSIBLE: Readonly<Record<SalaryPeriod, readonly [number, number]>> = {
  year: [5_000, 40_000_000],
  month: [300, 4_000_000],
  week: [80, 500_000],
  day: [20, 200_000],
  hour: [3, 20_000],
};

/** Whether one period can pay this amount, in whatever currency. */
export const plausiblePay = (amount: number, period: SalaryPeriod): boolean =>
  amount >= PLAUSIBLE[period][0] && amount <= PLAUSIBLE[period][1];

const SYM = String.raw`(?:US|CA|AU|NZ|HK|[ACSR])?\$|€|£|₹|¥|₩|₽|zł`;
const CODE = CODES.join('|');
const NUM = String.raw`\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?`;
const AMOUNT = String.raw`(?:(${SYM}|\b(?:${CODE}))\s?)?(${NUM})\s?([kKmM]\b)?\s?(${SYM}|(?:${CODE})\b)?`;
const RANGE = new RegExp(
  String.raw`${AMOUNT}(?:\s?(?:/|per|an|a)?\s?(?:hour|hr|year|yr|month)?\s?(?:-|–|—|to|à|bis|a|et|and|until)\s?${AMOUNT})?`,
  'g',
);

function toNumber(raw: string, suffix: string | undefined): number {
  const parts = raw.replace(/[\s\u00a0\u202f'’]/g, '');
  const decimal = /[.,](\d{1,2})$/.exec(parts);
  const whole = (decimal ? parts.slice(0, -decimal[0].length) : parts).replace(/[.,]/g, '');
  const value = Number(decimal ? `${whole}.${decimal[1]}` : whole);
  return value * (suffix === undefined ? 1 : suffix.toLowerCase() === 'k' ? 1_000 : 1_000_000);
}

function periodOf(after: string, value: number): SalaryPeriod | undefined {
  const t = after.toLowerCase();
  const named =
    /^[^.;\n]{0,30}?(?:\b(hour|hr|hourly|heure|stunde|hora|uur|ora)\b|\b(daily|per day|day rate|a day|jour|tag)\b|\b(week|weekly|semaine|woche)\b|\b(month|monthly|mois|monat|mes|mese|maand|pcm)\b|\b(year|yr|annum|annual|annually|an|jahr|ano|year|anno|jaar|pa|p\.a)\b)/.exec(
      t,
    );
  if (named) {
    const i = named.slice(1).findIndex((g) => g !== undefined);
    return (['hour', 'day', 'week', 'month', 'year'] as const)[i];
  }
  if (value >= 12_000) return 'year';
  if (value < 200) return 'hour';
  return undefined;
}

/** Whose dollar a bare `$` is, by the words around it. */
function dollarOf(before: string, after: string): string {
  if (/\bca(?:d|n|nada|nadian)\b/.test(before) || /^\s?cad\b/i.test(after)) return 'CAD';
  if (/\b(?:aud|australian?|aus)\b/.test(before) || /^\s?aud\b/i.test(after)) return 'AUD';
  return 'USD';
}

/**
 * Pay stated in a text: the first amount or range with a currency that is plausible for its period. `$150K–$200K`,
 * `45.000 € pro Jahr`, `£12.50 an hour`, `2 500 - 3 000 EUR par mois`. Amounts of money that are no pay (funding,
 * revenue, bonus, stipend) are passed over.
 */
export function parseSalary(text: string): ParsedSalary | undefined {
  for (const m of text.slice(0, 40_000).matchAll(RANGE)) {
    const [whole, pre1, n1 = '', k1, post1, pre2, n2, k2, post2] = m;
    const mark = pre1 ?? post1 ?? pre2 ?? post2;
    if (!mark) continue;
    const around = text.slice(Math.max(0, m.index - 60), m.index).toLowerCase();
    const currency =
      mark === '$'
        ? dollarOf(around, text.slice(m.index + whole.length, m.index + whole.length + 8))
        : (SYMBOLS[mark] ?? mark);
    const after = text.slice(m.index + whole.length, m.index + whole.length + 40);
    if (
      /\b(?:raised|funding|series|revenue|arr|valuation|valued|assets|budget|stipend|bonus of|reimburse\w*|allowance|donat\w+|backed|savings?|up to a|processed|managing|over|more than)\s*(?:\S+\s*){0,3}$/.test(
        around,
      ) ||
      /^\s*(?:\+?\s*)(?:million|billion|m\b|bn\b|in funding|stipend|budget|signing)/i.test(after)
    )
      continue;
    const suffix = k1 ?? (n2 !== undefined && k2 !== undefined && toNumber(n1, undefined) < 1000 ? k2 : undefined);
    const low = toNumber(n1, suffix);
    const high =
      n2 === undefined
        ? undefined
        : toNumber(n2, k2 ?? (k1 !== undefined && toNumber(n2, undefined) < 1000 ? k1 : undefined));
    const period = periodOf(after, high ?? low);
    if (!period) continue;
    const [least, most] = PLAUSIBLE[period];
    if (low < least || low > most || (high !== undefined && (high < low || high > most || high > low * 6))) continue;
    return { min: low, ...(high !== undefined && { max: high }), currency, period };
  }
  return undefined;
}

/** A pay figure as pay per year. */
export const annualise = (amount: number, period: SalaryPeriod): number => Math.round(amount * PER_YEAR[period]);

/** Rough value of one unit in US dollars, only for comparing a wish with an offer in another currency and for sorting. */
const IN_USD: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1.1,
  GBP: 1.28,
  CAD: 0.73,
  AUD: 0.66,
  CHF: 1.13,
  INR: 0.012,
  SEK: 0.095,
  NOK: 0.094,
  DKK: 0.147,
  PLN: 0.25,
  CZK: 0.044,
  JPY: 0.0067,
  KRW: 0.00073,
  SGD: 0.75,
  NZD: 0.6,
  BRL: 0.18,
  MXN: 0.055,
  ZAR: 0.055,
  HKD: 0.128,
  ILS: 0.27,
  AED: 0.272,
  RUB: 0.011,
  HUF: 0.0028,
  RON: 0.22,
  TRY: 0.03,
};

/** Upper end of a year's pay in US dollars; `undefined` for an unknown currency or no figure. */
export function yearlyUsd(pay: {
  min?: number | undefined;
  max?: number | undefined;
  currency: string;
  period: SalaryPeriod;
}): number | undefined {
  const rate = IN_USD[pay.currency.toUpperCase()];
  const top = pay.max ?? pay.min;
  return rate === undefined || top === undefined ? undefined : annualise(top, pay.period) * rate;
}
