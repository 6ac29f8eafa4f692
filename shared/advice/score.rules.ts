/** All checks of a file, their score and their findings. The same reading gives the same advice. */
import type { Finding, Part } from './advice.schema.ts';
import type { Check } from './check.rules.ts';
import { contactChecks } from './checks/contact.rules.ts';
import { dateChecks } from './checks/dates.rules.ts';
import { fileChecks } from './checks/file.rules.ts';
import { machineChecks } from './checks/machine.rules.ts';
import { structureChecks } from './checks/structure.rules.ts';
import { substanceChecks } from './checks/substance.rules.ts';
import { timelineChecks } from './checks/timeline.rules.ts';
import { wordingChecks } from './checks/wording.rules.ts';
import type { Subject } from './subject.rules.ts';

/** Raised whenever a change of the rules can change a score: only scores of one version are compared. */
export const ADVICE_VERSION = 1;

export const CHECKS: readonly Check[] = [
  ...machineChecks,
  ...fileChecks,
  ...contactChecks,
  ...structureChecks,
  ...dateChecks,
  ...timelineChecks,
  ...substanceChecks,
  ...wordingChecks,
];

const AREAS = ['machine', 'contact', 'structure', 'dates', 'content'] as const;

export type FileAdvice = {
  score: number;
  parts: Part[];
  findings: Finding[];
  notChecked: { code: string; title: string; why: string }[];
};

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** A language in English, by its ISO 639-1 code. */
export const languageName = (code: string): string =>
  code === 'und'
    ? 'a language that was not recognised'
    : (new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code);

/** Rates a file and says what to do. The score is the share of points got among all checks that could be run. */
export function adviseOn(subject: Subject): FileAdvice {
  const findings: Finding[] = [];
  const notChecked: FileAdvice['notChecked'] = [];
  const parts: Part[] = AREAS.map((area) => ({ area, score: 0, outOf: 0, checks: [] }));
  for (const check of CHECKS) {
    const { code, area, title, worth, languages } = check;
    if (languages && !languages.includes(subject.language)) {
      notChecked.push({ code, title, why: `Not checked in ${languageName(subject.language)}.` });
      continue;
    }
    const outcome = check.look(subject);
    if ('notChecked' in outcome) {
      notChecked.push({ code, title, why: outcome.notChecked });
      continue;
    }
    const score = tenth(worth * outcome.kept);
    const part = parts.find((p) => p.area === area);
    if (worth > 0) part?.checks.push({ code, title, score, outOf: worth });
    if (outcome.problem) findings.push({ code, area, ...outcome.problem, points: tenth(worth - score) });
  }
  for (const part of parts) {
    part.score = tenth(part.checks.reduce((sum, { score }) => sum + score, 0));
    part.outOf = part.checks.reduce((sum, { outOf }) => sum + outOf, 0);
  }
  const got = parts.reduce((sum, { score }) => sum + score, 0);
  const outOf = parts.reduce((sum, part) => sum + part.outOf, 0);
  return {
    score: outOf === 0 ? 0 : Math.round((100 * got) / outOf),
    parts,
    findings: findings.sort(byValue),
    notChecked,
  };
}

const RANK = { high: 0, medium: 1, low: 2 } as const;

export const byValue = (a: Finding, b: Finding): number =>
  b.points - a.points || RANK[a.severity] - RANK[b.severity] || (a.code < b.code ? -1 : 1);
