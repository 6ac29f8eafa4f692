/**
 * How right a reading is, field by field, against a truth; used where a corpus brings no scorer of its own.
 *
 * name, company, position, institution: Dice coefficient of their word sets at least 0.8, titles and legal forms left out;
 * degree: the same over degree and field of study together; e-mail: exact; phone: digits, a missing country code allowed;
 * location: most of what was read is in the truth and holds its city; urls, skills, languages: sets; dates: to the month
 * where the truth has one, `present` is an entry with a start and no end. Entries are paired one to one, best first.
 */
import type { Resume } from '#shared/profile/profile.schema.ts';
import {
  ENOUGH,
  languageCode,
  likeDegree,
  likeOrganisation,
  likePerson,
  likeText,
  plainSkill,
  plainUrl,
  rightPlace,
  samePhone,
} from './resume-likeness.ts';

export const FIELDS = [
  'name',
  'email',
  'phone',
  'location',
  'urls',
  'work.company',
  'work.position',
  'work.start',
  'work.end',
  'education.institution',
  'education.degree',
  'education.end',
  'skills',
  'languages',
] as const;
export type Field = (typeof FIELDS)[number];

export type Count = { tp: number; fp: number; fn: number };
export type Counts = Record<string, Count>;
/** Called for every fault: the field, what should have been read and what was. */
export type Log = (field: string, verdict: string, truth: unknown, read: unknown) => void;

export type Truth = {
  meta: Record<string, string>;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  location?: string | null;
  city?: string | null;
  urls?: string[];
  work?: { company?: string | null; position?: string | null; start?: string | null; end?: string | null }[];
  education?: { institution?: string | null; degree?: string | null; field?: string | null; end?: string | null }[];
  skills?: string[];
  /** Right if read, no loss if not. */
  skills_optional?: string[];
  /** ISO 639-1, or names. */
  languages?: string[];
};

const isRunning = (when: string | null | undefined): boolean => when === 'present';

/** `undefined` where there is nothing to judge. */
function dateVerdict(
  truth: string | null | undefined,
  read: { value: string | undefined; started: boolean },
): keyof Count | 'both' | undefined {
  if (truth === null || truth === undefined || truth === '') return read.value === undefined ? undefined : 'fp';
  if (isRunning(truth)) return read.value === undefined ? (read.started ? 'tp' : 'fn') : 'both';
  if (read.value === undefined) return 'fn';
  return read.value.startsWith(truth) ? 'tp' : 'both';
}

type Pairing<T, P> = { pairs: [T, P | undefined][]; extra: P[] };

/** Entries of truth with the read entry each goes with, best pairs first. */
function pairUp<T, P>(truth: readonly T[], read: readonly P[], like: (t: T, p: P) => number): Pairing<T, P> {
  const scored = truth
    .flatMap((t, i) => read.map((p, j) => ({ i, j, score: like(t, p) })))
    .filter(({ score }) => score >= 0.75)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const mate = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of scored)
    if (!mate.has(i) && !taken.has(j)) {
      mate.set(i, j);
      taken.add(j);
    }
  return {
    pairs: truth.map((t, i) => [t, read[mate.get(i) ?? -1]]),
    extra: read.filter((_, j) => !taken.has(j)),
  };
}

/** Counts of one file; `log` hears of every fault. */
export function scoreOne(truth: Truth, resume: Resume, log: Log = () => {}): Counts {
  const counts: Counts = Object.fromEntries(FIELDS.map((f) => [f, { tp: 0, fp: 0, fn: 0 }]));
  const put = (field: Field, verdict: keyof Count | 'both' | undefined, given: unknown, read: unknown): void => {
    const count = counts[field];
    if (verdict === undefined || count === undefined) return;
    if (verdict === 'both') {
      count.fp++;
      count.fn++;
    } else count[verdict]++;
    if (verdict !== 'tp') log(field, verdict, given, read);
  };
  const one = (
    field: Field,
    given: string | null | undefined,
    read: string | undefined,
    right: () => boolean,
  ): void => {
    const has = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';
    if (!has(given)) put(field, has(read) ? 'fp' : undefined, given, read);
    else put(field, has(read) ? (right() ? 'tp' : 'both') : 'fn', given, read);
  };
  const set = (field: Field, given: Iterable<string>, read: Iterable<string>, free = new Set<string>()): void => {
    const wanted = new Set(given);
    const found = new Set(read);
    for (const r of found) if (wanted.has(r)) put(field, 'tp', r, r);
    for (const r of found) if (!wanted.has(r) && !free.has(r)) put(field, 'fp', null, r);
    for (const w of wanted) if (!found.has(w)) put(field, 'fn', w, null);
  };

  const { basics = {}, work = [], education = [], skills = [], languages = [] } = resume;
  one('name', truth.name, basics.name, () => likePerson(truth.name ?? '', basics.name ?? '') >= ENOUGH);
  one('email', truth.email, basics.email, () => truth.email?.toLowerCase() === basics.email?.toLowerCase());
  one('phone', truth.phone, basics.phone, () => samePhone(truth.phone ?? '', basics.phone ?? ''));
  const { address, postalCode, city, region } = basics.location ?? {};
  const place = [address, postalCode, city, region].filter((p) => p !== undefined).join(' ');
  one('location', truth.location, place, () => rightPlace(truth, place));
  const addresses = [basics.url, ...(basics.profiles ?? []).map(({ url }) => url)].filter((u) => u !== undefined);
  set('urls', (truth.urls ?? []).map(plainUrl), addresses.map(plainUrl));

  const near = (t: { end?: string | null }, value: string | undefined): number =>
    dateVerdict(t.end, { value, started: true }) === 'tp' ? 0.5 : 0;
  const jobs = pairUp(truth.work ?? [], work, (t, p) => {
    const start = t.start !== undefined && t.start !== null && p.startDate?.startsWith(t.start) === true ? 0.5 : 0;
    return (
      likeOrganisation(t.company ?? '', p.name ?? '') +
      likeText(t.position ?? '', p.position ?? '') +
      start +
      (p.startDate === undefined ? 0 : near(t, p.endDate))
    );
  });
  for (const [t, p] of jobs.pairs) {
    one('work.company', t.company, p?.name, () => likeOrganisation(t.company ?? '', p?.name ?? '') >= ENOUGH);
    one('work.position', t.position, p?.position, () => likeText(t.position ?? '', p?.position ?? '') >= ENOUGH);
    put('work.start', dateVerdict(t.start, { value: p?.startDate, started: true }), t.start, p?.startDate);
    put('work.end', dateVerdict(t.end, { value: p?.endDate, started: p?.startDate !== undefined }), t.end, p?.endDate);
  }
  for (const p of jobs.extra) {
    one('work.company', null, p.name, () => false);
    one('work.position', null, p.position, () => false);
    one('work.start', null, p.startDate, () => false);
    one('work.end', null, p.endDate, () => false);
  }

  const subject = (t: { degree?: string | null; field?: string | null }): string =>
    [t.degree, t.field].join(' ').trim();
  const readSubject = (p: (typeof education)[number] | undefined): string => [p?.studyType, p?.area].join(' ').trim();
  const studies = pairUp(
    truth.education ?? [],
    education,
    (t, p) =>
      likeOrganisation(t.institution ?? '', p.institution ?? '') +
      likeDegree(subject(t), readSubject(p)) +
      near(t, p.endDate),
  );
  for (const [t, p] of studies.pairs) {
    one(
      'education.institution',
      t.institution,
      p?.institution,
      () => likeOrganisation(t.institution ?? '', p?.institution ?? '') >= ENOUGH,
    );
    one('education.degree', subject(t), readSubject(p), () => likeDegree(subject(t), readSubject(p)) >= ENOUGH);
    put('education.end', dateVerdict(t.end, { value: p?.endDate, started: p !== undefined }), t.end, p?.endDate);
  }
  for (const p of studies.extra) {
    one('education.institution', null, p.institution, () => false);
    one('education.degree', null, readSubject(p), () => false);
    one('education.end', null, p.endDate, () => false);
  }

  const named = skills.flatMap(({ name, keywords }) => ((keywords ?? []).length > 0 ? (keywords ?? []) : [name ?? '']));
  const free = new Set((truth.skills_optional ?? []).map(plainSkill));
  set(
    'skills',
    (truth.skills ?? []).map(plainSkill),
    named.map(plainSkill).filter((s) => s !== ''),
    free,
  );
  set(
    'languages',
    (truth.languages ?? []).map(languageCode),
    languages.flatMap(({ language }) => (language === undefined ? [] : [languageCode(language)])),
  );
  return counts;
}

export function total(rows: readonly { counts: Counts }[]): Counts {
  const sum: Counts = {};
  for (const { counts } of rows)
    for (const [field, { tp, fp, fn }] of Object.entries(counts)) {
      const own = sum[field] ?? { tp: 0, fp: 0, fn: 0 };
      sum[field] = own;
      own.tp += tp;
      own.fp += fp;
      own.fn += fn;
    }
  return sum;
}

export type Score = { p: number | null; r: number | null; f1: number | null; n: number };

/** Precision, recall and F1; null where there is neither truth nor reading. */
export function prf({ tp, fp, fn }: Count): Score {
  if (tp + fp + fn === 0) return { p: null, r: null, f1: null, n: 0 };
  return {
    p: tp + fp === 0 ? 0 : tp / (tp + fp),
    r: tp + fn === 0 ? 0 : tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
    n: tp + fn,
  };
}

/** The plain mean of the fields' F1. */
export function macro(counts: Counts): number | null {
  const all = FIELDS.map((f) => prf(counts[f] ?? { tp: 0, fp: 0, fn: 0 }).f1).filter((f) => f !== null);
  return all.length === 0 ? null : all.reduce((a, b) => a + b, 0) / all.length;
}
