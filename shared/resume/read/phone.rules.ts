/** The phone number: labelled ones first, mobile before landline, never a fax, a date or an identity number. */
import { type CountryCode, findPhoneNumbersInText, isPossiblePhoneNumber, isSupportedCountry } from 'libphonenumber-js';
import { findDates } from './dates.rules.ts';
import type { Line } from './item.schema.ts';
import { type Fragment, fragmentsOf } from './labels.rules.ts';
import { wordCount } from './text.rules.ts';
import { type Found, spanOf } from './value.rules.ts';

const SHAPE = /(?<![\p{L}\p{N}/.@])(?:\+|00)?\s?\(?\+?\d[\d\s().\u2010-\u2015/-]{5,22}\d(?![\p{L}\p{N}@])/gu;
const COUNTRY_OF_LANGUAGE: Readonly<Record<string, CountryCode>> = {
  en: 'US',
  de: 'DE',
  fr: 'FR',
  es: 'ES',
  pt: 'BR',
  it: 'IT',
  nl: 'NL',
  pl: 'PL',
  sv: 'SE',
  tr: 'TR',
  zh: 'CN',
  hi: 'IN',
  da: 'DK',
  no: 'NO',
  fi: 'FI',
  cs: 'CZ',
  ro: 'RO',
  hu: 'HU',
  ru: 'RU',
  uk: 'UA',
  el: 'GR',
  ja: 'JP',
  ko: 'KR',
  id: 'ID',
  vi: 'VN',
  ca: 'ES',
};

const digits = (text: string): string => text.replace(/\D/gu, '');
const balanced = (raw: string): string =>
  (raw.includes(')') && !raw.includes('(') ? `(${raw}` : raw).replace(/\s+/gu, ' ').trim();

function isPhoneLike(raw: string, text: string): boolean {
  const n = digits(raw).length;
  if (n < 7 || n > 15) return false;
  if (/^(?:19|20)\d\d\s*[-/.–]\s*(?:19|20)\d\d$/u.test(raw)) return false;
  return !findDates(text).some((d) => {
    const date = text.slice(d.index, d.index + d.length);
    return date.includes(raw) || raw.includes(date);
  });
}

/** Masked digits follow: `+49 176 313XXXX` is no number to call. */
const isMasked = (text: string, raw: string): boolean =>
  /^[ .-]*[xX*•#_]{2,}/u.test(text.slice(text.indexOf(raw) + raw.length));

type Candidate = Found & { rank: number };

/** The number to call. `country` is where the person lives, if known; else the language of the text stands for it. */
export function readPhone({
  near,
  own,
  language,
  country,
}: {
  near: readonly Line[];
  own: ReadonlySet<Line>;
  language: string;
  country: string | undefined;
}): Found | undefined {
  const region =
    country !== undefined && isSupportedCountry(country) ? country : (COUNTRY_OF_LANGUAGE[language] ?? 'US');
  const candidates: Candidate[] = [];
  for (const line of near.slice(0, 120)) {
    if ((line.text.match(/\d/gu)?.length ?? 0) < 7) continue;
    for (const fragment of fragmentsOf([line])) {
      const candidate = phoneIn(fragment, { own: own.has(line), region });
      if (candidate !== undefined) candidates.push({ ...candidate, rank: candidate.rank - candidates.length * 0.01 });
    }
    // What stands first among the best lines is the number, unless a mobile one stands close below.
    if (candidates.some((c) => c.rank > 1) && !own.has(line)) break;
  }
  const best = candidates.sort((a, b) => b.rank - a.rank)[0];
  return best === undefined ? undefined : { value: best.value, confidence: best.confidence, spans: best.spans };
}

function phoneIn(
  { text: raw, line, label }: Fragment,
  { own, region }: { own: boolean; region: CountryCode },
): Candidate | undefined {
  if (
    label === 'fax' ||
    label === 'personal' ||
    /(?<!\p{L})(?:fax|telefax|faks|传真)(?!\p{L})/iu.test(raw.slice(0, 14))
  )
    return undefined;
  const text = raw
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/[（]/gu, '(')
    .replace(/[）]/gu, ')');
  const labelled = label === 'phone' || label === 'mobile' || /(?:📞|☎|✆|📱)/u.test(line.text);
  if (!own && !labelled && !/\+\d/u.test(text) && wordCount(text) > 10) return undefined;
  const shape = [...text.matchAll(SHAPE)]
    .map((m) => m[0].trim())
    .find((s) => isPhoneLike(s, text) && !isMasked(text, s));
  if (digits(text).length < 7) return undefined;
  const callable = text.replace(/\(0\)/gu, '');
  const valid = findPhoneNumbersInText(callable, region).find((n) => {
    const written = callable.slice(n.startsAt, n.endsAt);
    return !isMasked(callable, written) && isPhoneLike(written, callable);
  });
  const rank = (label === 'mobile' ? 1.5 : labelled ? 1 : 0) + (own ? 1 : 0);
  if (valid !== undefined && String(valid.number.nationalNumber).length >= 7) {
    const matches = shape !== undefined && digits(shape).endsWith(String(valid.number.nationalNumber).slice(-7));
    const shown = shape ?? text.slice(valid.startsAt, valid.endsAt);
    return {
      value: balanced(matches ? shape : valid.number.number).slice(0, 60),
      confidence: own || labelled ? 0.97 : 0.8,
      spans: [spanOf(line, shown)],
      rank: rank + 1,
    };
  }
  if (shape === undefined || !(own || labelled)) return undefined;
  const possible = isPossiblePhoneNumber(shape, region) || (labelled && digits(shape).length >= 7);
  // Alone in its place among the contact data, grouped as numbers are: hardly anything else.
  const alone = text.trim() === shape && /[\s().-]/u.test(shape) && digits(shape).length >= 9;
  if (!possible && !alone) return undefined;
  return {
    value: balanced(shape).slice(0, 60),
    confidence: labelled ? 0.9 : possible ? 0.75 : 0.5,
    spans: [spanOf(line, shape)],
    rank: rank + (possible ? 0.5 : 0),
  };
}
