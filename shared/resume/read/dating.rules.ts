/** How the dates of one document are to be understood: which part of `04/05/2019` is the day, and what is still to come. */
import type { Dating } from './dates.rules.ts';

const WITH_SLASHES = /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:(?:19|20)\d{2}|\d{2})(?![\d/-])/gu;
const US_PHONE = /^(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}$/u;
const STATE_AND_ZIP = /\b[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b/u;
const STATES = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC'.split(
    ' ',
  ),
);

type Given = {
  texts: readonly string[];
  /** ISO 639-1. */
  language: string;
  phone?: string | undefined;
  region?: string | undefined;
  countryCode?: string | undefined;
  /** ISO 8601. */
  asOf?: string | undefined;
};

/**
 * The order of day and month: a date with a part above 12 decides for the whole document; without one the month comes
 * first in English documents with a telephone number or an address of the United States.
 */
export function datingOf({ texts, language, phone, region, countryCode, asOf }: Given): Dating {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts)
    for (const [, first, , second] of text.matchAll(WITH_SLASHES)) {
      if (Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12) dayFirst++;
      if (Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12) monthFirst++;
    }
  const american =
    language === 'en' &&
    (countryCode === undefined || countryCode === 'US') &&
    (countryCode === 'US' ||
      (phone !== undefined && US_PHONE.test(phone.trim())) ||
      STATES.has(region?.trim().slice(0, 2) ?? '') ||
      texts.slice(0, 15).some((t) => STATE_AND_ZIP.test(t)));
  return {
    dayFirst: dayFirst === monthFirst ? !american : dayFirst > monthFirst,
    ...(asOf === undefined ? {} : { asOf }),
  };
}
