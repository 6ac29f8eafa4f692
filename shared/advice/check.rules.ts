/** The shape of a check: one question asked of a file, worth a fixed number of points, answered with at most one finding. */
import type { Area, Finding } from './advice.schema.ts';
import type { Subject } from './subject.rules.ts';

export type Problem = Pick<Finding, 'severity' | 'title' | 'text' | 'fix' | 'evidence'>;

/** `kept` is the share of the points (0–1); `notChecked` says why the question could not be asked. */
export type Outcome = { kept: number; problem?: Problem } | { notChecked: string };

export type Check = {
  readonly code: string;
  readonly area: Exclude<Area, 'targeting'>;
  /** Points; all checks together are worth 100. 0: a remark that may not be a fault. */
  readonly worth: number;
  /** What is asked, as a row of a table. */
  readonly title: string;
  /** Languages (ISO 639-1) whose words it knows; absent: it needs none. */
  readonly languages?: readonly string[];
  look(subject: Subject): Outcome;
};

export const fine: Outcome = { kept: 1 };

/** A problem that costs all points of its check, or the share `lost` of them. Without evidence there is no problem. */
export function problem(found: Problem, lost = 1): Outcome {
  if (found.evidence.length === 0) return fine;
  return { kept: Math.min(1, Math.max(0, 1 - lost)), problem: { ...found, evidence: found.evidence.slice(0, 8) } };
}

export const notChecked = (why: string): Outcome => ({ notChecked: why });

/** "1 point", "3 points". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
