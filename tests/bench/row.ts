/** One line of the table: a figure beside its baseline of the same run, because absolute figures tell of the machine. */
export type Row = {
  readonly measure: string;
  readonly figure: number;
  readonly unit: 'ms' | 's' | 'MB' | 'KB' | 'req/s' | 'calls' | 'bytes';
  readonly baseline?: { readonly name: string; readonly figure: number };
  /** What the figure, or with `of: 'ratio'` the ratio, should not pass. */
  readonly bar?: { readonly atMost?: number; readonly atLeast?: number; readonly of?: 'ratio' };
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

export const ratioOf = ({ figure, baseline }: Row): number | undefined =>
  baseline === undefined || baseline.figure === 0 ? undefined : figure / baseline.figure;

/** Undefined where nothing is asked. */
export function holds(row: Row): boolean | undefined {
  if (row.bar === undefined) return undefined;
  const value = row.bar.of === 'ratio' ? ratioOf(row) : row.figure;
  if (value === undefined) return false;
  return value <= (row.bar.atMost ?? Number.POSITIVE_INFINITY) && value >= (row.bar.atLeast ?? 0);
}

const short = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2).replace(/\.00$/, '');

/** The row as one line of text. */
export function lineOf(row: Row): string {
  const { measure, figure, unit, baseline, bar } = row;
  const ratio = ratioOf(row);
  const held = holds(row);
  const asked = bar && `${bar.atMost === undefined ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`}${bar.of ? ' ×' : ''}`;
  return [
    measure.padEnd(46),
    `${short(figure)} ${unit}`.padStart(12),
    (ratio === undefined ? '' : `${short(ratio)} ×`).padStart(10),
    `  ${baseline === undefined ? '' : `${baseline.name} ${short(baseline.figure)} ${unit}`}`.padEnd(44),
    asked === undefined ? '' : `${held ? '✓' : '✗'} ${asked}`,
  ]
    .join(' ')
    .trimEnd();
}
