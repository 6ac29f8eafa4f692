/** Counting a fill honestly: what was verified, out of what a person is asked. */
import type { FieldReport } from './form.schema.ts';

/** Written and read back now, or read and found to be just what we would write. */
const isVerified = (line: FieldReport): boolean =>
  line.outcome === 'filled' || (line.outcome === 'already' && line.source !== undefined);

/** `filled`: questions whose right value was read back from the page; `found`: questions a person can see in the form. */
export function countReport(report: readonly FieldReport[]): { filled: number; found: number } {
  const asked = report.filter((line) => line.outcome !== 'skipped');
  return { filled: asked.filter(isVerified).length, found: asked.length };
}

/** Plan and run joined: one line per field, what was done replacing what was planned. */
export function joinReports(planned: readonly FieldReport[], done: readonly FieldReport[]): FieldReport[] {
  const key = (line: FieldReport) => `${line.frame}:${line.ref}`;
  const finished = new Set(done.map(key));
  return [...planned.filter((line) => !finished.has(key(line))), ...done];
}
