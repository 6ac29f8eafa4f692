/** When two texts of two resumes mean the same: spelling, legal forms, precision of dates and ways to write an address aside. */
import { fold, words } from '#shared/kernel/text.ts';

const LEGAL_FORMS = new Set(
  'inc incorporated llc ltd limited gmbh mbh ag kg kgaa ohg ug ev corp corporation co company plc sa sas sasu sarl srl spa sl slu bv nv ab as oy oyj aps kft zrt sro doo sp zoo pty pvt private lp llp lda ltda se the and und et y e'.split(
    ' ',
  ),
);

/** An organisation's own words: "Google LLC" and "google" have the same; a name of nothing but legal forms keeps them. */
export function organisationWords(name: string): string[] {
  // Dotted forms close up first: "S.p.A." is "spa", "e.V." is "ev".
  const all = words(name.replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$|,)/gu, ''));
  const own = all.filter((word) => !LEGAL_FORMS.has(word));
  return own.length > 0 ? own : all;
}

/** Words two texts share, as part of all their words, 0–1. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

/** How surely two names mean one organisation, 0–1: the same words, or the shorter name inside the longer. */
export function organisationLikeness(a: string, b: string): number {
  const [left, right] = [organisationWords(a), organisationWords(b)];
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join('') === right.join('')) return 1;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.every((word) => long.includes(word)) && short.join('').length >= 4) return 0.8;
  const initials = long.map((word) => word[0]).join('');
  if (short.length === 1 && long.length > 2 && short[0] === initials) return 0.8;
  return overlap(left, right);
}

const months = (date: string): number => Number(date.slice(0, 4)) * 12 + (Number(date.slice(5, 7)) || 1) - 1;

/** Whether two partial dates can mean the same time: equal as far as both go, or at most three months apart. */
export function datesNear(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true;
  const yearOnly = a.length === 4 || b.length === 4;
  return Math.abs(months(a) - months(b)) <= (yearOnly ? 11 : 3) && (!yearOnly || a.slice(0, 4) === b.slice(0, 4));
}

const bareAddress = (url: string): string =>
  fold(url)
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#]+$/, '');

/** Whether `theirs` says nothing that `mine` does not say already, for a field of this name. */
export function saysTheSame(field: string, mine: string, theirs: string): boolean {
  if (fold(mine) === fold(theirs)) return true;
  if (/date$/i.test(field)) return mine.startsWith(theirs);
  if (field === 'phone') {
    const [a, b] = [mine.replace(/\D/g, ''), theirs.replace(/\D/g, '')];
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    return short.length >= 7 && long.endsWith(short.replace(/^0+/, ''));
  }
  if (field === 'url') return bareAddress(mine) === bareAddress(theirs);
  if (/^(name|organization|institution|entity|issuer|publisher|awarder)$/.test(field))
    return organisationWords(mine).join('') === organisationWords(theirs).join('');
  return words(mine).join(' ') === words(theirs).join(' ');
}

/** Whether two sentences are one, reworded: most words shared. */
export const reworded = (a: string, b: string): boolean => overlap(words(a), words(b)) >= 0.5;
