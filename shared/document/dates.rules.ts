/** Dates of a profile as documents write them, and back. */
import { LONG_MONTHS, PRESENT, SHORT_MONTHS } from './document.data.ts';
import type { DocumentLanguage } from './model.schema.ts';

/** `2019-04` → `Apr 2019` (en), `04/2019` (de); a year alone stays one. */
export function shortDate(iso: string, language: DocumentLanguage): string {
  const [year = '', month] = iso.split('-');
  if (month === undefined) return year;
  const name = SHORT_MONTHS[language][Number(month) - 1] ?? '';
  return name.endsWith('/') ? `${name}${year}` : `${name} ${year}`;
}

/** `2019-04` → `April 2019`, `avril 2019`, `abril de 2019`. */
export function longDate(iso: string, language: DocumentLanguage): string {
  const [year = '', month] = iso.split('-');
  if (month === undefined) return year;
  const name = LONG_MONTHS[language][Number(month) - 1] ?? '';
  return language === 'es' ? `${name} de ${year}` : `${name} ${year}`;
}

/** The day a letter is dated, as its language writes it. */
export function letterDate(
  now: Date,
  { language, paper }: { language: DocumentLanguage; paper: 'A4' | 'Letter' },
): string {
  const day = now.getUTCDate();
  const month = LONG_MONTHS[language][now.getUTCMonth()] ?? '';
  const year = now.getUTCFullYear();
  if (language === 'de') return `${day}. ${month} ${year}`;
  if (language === 'es') return `${day} de ${month} de ${year}`;
  if (language === 'en' && paper === 'Letter') return `${month} ${day}, ${year}`;
  return `${day}${language === 'fr' && day === 1 ? 'er' : ''} ${month} ${year}`;
}

/** `Apr 2019 – Present`; a lone end stays alone; `undefined` where there is no date. `lasting`: no end means it goes on. */
export function dateRange(
  dates: { startDate?: string | undefined; endDate?: string | undefined },
  { language, lasting }: { language: DocumentLanguage; lasting: boolean },
): string | undefined {
  const { startDate, endDate } = dates;
  if (startDate === undefined) return endDate === undefined ? undefined : shortDate(endDate, language);
  const from = shortDate(startDate, language);
  if (endDate === undefined) return lasting ? `${from} – ${PRESENT[language]}` : from;
  const to = shortDate(endDate, language);
  return from === to ? from : `${from} – ${to}`;
}

/** Months since year 0, for comparing; a year alone counts as its January (`end: false`) or December. */
export function monthNumber(iso: string, { end }: { end: boolean }): number {
  const [year, month] = iso.split('-').map(Number);
  return (year ?? 0) * 12 + (month ?? (end ? 12 : 1)) - 1;
}
