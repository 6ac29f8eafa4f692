/** The tables of the evaluation of resumes, as text. */
import { expectedError, type Judged, reliability } from './calibration.ts';
import { type Counts, FIELDS, macro, prf, total } from './resume-scorer.ts';

export type Row = { file: string; meta: Record<string, string>; counts: Counts; misses: string[] };

const show = (value: number | null): string => (value === null ? '  -  ' : value.toFixed(3));
const NONE = { tp: 0, fp: 0, fn: 0 };

export function fieldTable(rows: readonly Row[]): string[] {
  const counts = total(rows);
  return [
    'field                    P      R      F1      n',
    ...FIELDS.map((field) => {
      const { p, r, f1, n } = prf(counts[field] ?? NONE);
      return `${field.padEnd(22)} ${show(p)}  ${show(r)}  ${show(f1)}  ${String(n).padStart(5)}`;
    }),
  ];
}

const isMulti = ({ meta }: Row): boolean => /2col|sidebar|multi/iu.test(meta.layout ?? '');

function groupsOf(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Macro F1 per language, format, column count, layout and kind of file. */
export function groupTable(rows: readonly Row[]): string[] {
  const group = (title: string, by: (row: Row) => string): string[] =>
    [...groupsOf(rows, by)].map(
      ([value, own]) =>
        `  ${`${title}=${value}`.slice(0, 58).padEnd(60)} macro ${show(macro(total(own)))}  files ${own.length}`,
    );
  return [
    ...group('lang', ({ meta }) => meta.lang ?? '?'),
    ...group('format', ({ meta }) => meta.format ?? '?'),
    ...group('columns', (row) => (isMulti(row) ? 'multi-column' : 'single column')),
    ...group('layout', ({ meta }) => meta.layout ?? '?'),
    ...group('kind', ({ meta }) => meta.kind ?? '?'),
  ];
}

/** Where field and language meet badly: F1 below 0.8, most lost first. */
export function weakSpots(rows: readonly Row[], most = 20): string[] {
  const spots = [...groupsOf(rows, ({ meta }) => meta.lang ?? '?')].flatMap(([lang, own]) => {
    const counts = total(own);
    return FIELDS.map((field) => {
      const count = counts[field] ?? NONE;
      return { lang, field, f1: prf(count).f1, lost: count.fp + count.fn };
    });
  });
  return spots
    .filter(({ f1 }) => f1 !== null && f1 < 0.8)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, most)
    .map(({ lang, field, f1, lost }) => `  ${lang}  ${field.padEnd(22)} ${show(f1)}  faults ${lost}`);
}

/** Reliability table and calibration error, in all and per field. */
export function calibrationTable(judged: readonly Judged[]): string[] {
  if (judged.length === 0) return ['calibration: nothing to judge'];
  const perField = FIELDS.map((field) => judged.filter((j) => j.field === field))
    .filter((own) => own.length > 0)
    .map((own) => `${own[0]?.field} ${expectedError(own).toFixed(2)}`);
  return [
    'said   right      n',
    ...reliability(judged).map(
      ({ said, right, n }) => `${said.toFixed(2)}   ${right.toFixed(2)}  ${String(n).padStart(6)}`,
    ),
    `ECE ${expectedError(judged).toFixed(3)} over ${judged.length} values; per field: ${perField.join(', ')}`,
  ];
}

export function fileTable(rows: readonly Row[], withMisses: boolean): string[] {
  return rows.flatMap(({ file, counts, misses }) => [
    `  ${file.padEnd(52)} macro ${show(macro(counts))}`,
    ...(withMisses ? misses : []),
  ]);
}

export function timeLine(name: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string => sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(0) ?? '-';
  return `${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms (${times.length})`;
}

export const macroLine = (rows: readonly Row[], unread: number): string =>
  `macro F1 (${FIELDS.length} fields) ${show(macro(total(rows)))}   files ${rows.length}, not read ${unread}`;
