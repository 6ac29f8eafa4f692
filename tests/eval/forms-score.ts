/** One filled page against its labels: what its controls hold afterwards, not what anybody says was done. */
import type { FieldReport, FormField } from '#shared/form/form.schema.ts';
import type { Control } from './forms.page.ts';
import type { Entry, Label } from './forms-corpus.ts';
import { hasAnswer, isRight, isRightFile, OPT_IN } from './forms-truth.ts';

/** How one question came out. `left` is right where nothing was to be written. */
export type Verdict = 'right' | 'wrong' | 'missed' | 'left' | 'draft';

export type Question = {
  field: string;
  verdict: Verdict;
  /** `plain`: a page without scripts can take it; `live`: it needs the page's scripts; `optIn`; `written`: a free answer. */
  group: 'plain' | 'live' | 'optIn' | 'written';
};

/** Writes that should not be, by kind. */
export type Harm = 'trap' | 'consent' | 'wrong' | 'neutral' | 'hidden' | 'unlisted' | 'uncommitted' | 'unasked';

export type FormScore = {
  name: string;
  tier: string;
  ats: string;
  kept: boolean;
  questions: Question[];
  harms: Record<Harm, number>;
  /** Traps, consent boxes and questions without an answer that were left alone. */
  refused: number;
  /** Right writes into fields outside the vocabulary. */
  neutralRight: number;
  lines: string[];
  /** Milliseconds: collecting in the page, the whole fill. */
  collectMs: number;
  fillMs: number;
};

export type Filled = {
  entry: Entry;
  labels: readonly Label[];
  /** The labels' controls in their order, then every other control of the page. */
  before: readonly Control[];
  after: readonly Control[];
  fields: readonly FormField[];
  /** For each label, the refs its control is known by. */
  owners: readonly (readonly string[])[];
  reports: readonly FieldReport[];
  collectMs: number;
  fillMs: number;
  /** EEO answers written without consent. */
  unasked: number;
};

const NATIVE = new Set(['text', 'textarea', 'select', 'radio', 'checkbox', 'file']);
const isChoice = (label: Label): boolean => label.kind === 'radio' || label.kind === 'checkbox';

export const noHarm = (): Record<Harm, number> => ({
  trap: 0,
  consent: 0,
  wrong: 0,
  neutral: 0,
  hidden: 0,
  unlisted: 0,
  uncommitted: 0,
  unasked: 0,
});

/** What a control says, in the words the truth is asked with. */
const said = (label: Label, control: Control): string => {
  if (!isChoice(label)) return control.text;
  return control.on ? optionOf(label) : '';
};
const optionOf = (label: Label): string => (label.group === undefined ? 'on' : (label.option ?? label.label));

function changed(before: Control, after: Control): boolean {
  if (after.files.join() !== before.files.join()) return true;
  const isBox = after.type === 'radio' || after.type === 'checkbox';
  // A radio that went off because another went on was not written.
  if (isBox) return after.type === 'radio' ? after.on && !before.on : after.on !== before.on;
  if (after.on !== before.on) return true;
  return /^(?:input|textarea|select)$/.test(after.tag) && after.text !== before.text;
}

const holdsRight = (label: Label, control: Control): boolean => {
  if (label.kind === 'file') return isRightFile(label, control.files);
  const text = said(label, control);
  return text !== '' && isRight(label, text);
};

export function scoreForm(given: Filled): FormScore {
  const { entry, labels, before, after, fields, owners, reports } = given;
  const score: FormScore = {
    name: entry.name,
    tier: entry.tier,
    ats: entry.ats,
    kept: entry.kept ?? false,
    questions: [],
    harms: { ...noHarm(), unasked: given.unasked },
    refused: 0,
    neutralRight: 0,
    lines: [],
    collectMs: given.collectMs,
    fillMs: given.fillMs,
  };
  const reportOf = (refs: readonly string[]) => {
    const field = fieldOf(fields, refs);
    return reports.find((line) => refs.includes(line.ref) || line.ref === field?.ref);
  };
  const groups = new Map<string, number[]>();

  labels.forEach((label, index) => {
    const was = before[index];
    const is = after[index];
    if (was === undefined || is === undefined) return;
    if (label.fillable) {
      const key = questionKey(label, is, index);
      groups.set(key, [...(groups.get(key) ?? []), index]);
      return;
    }
    const mustNot = label.trap || label.field === 'consent';
    if (!changed(was, is)) {
      if (mustNot) score.refused += 1;
      return;
    }
    const text = label.kind === 'file' ? is.files.join() : said(label, is);
    if (!mustNot && (label.path !== undefined || label.field === 'none') && holdsRight(label, is)) {
      score.neutralRight += 1;
      return;
    }
    const harm: Harm = label.trap
      ? 'trap'
      : label.field === 'consent'
        ? 'consent'
        : label.field === 'none'
          ? 'neutral'
          : 'wrong';
    blame({ score, harm, label, text, report: reportOf(owners[index] ?? []) });
    if (!was.seen && !isChoice(label) && label.kind !== 'file') score.harms.hidden += 1;
  });

  for (const indexes of groups.values()) {
    const members = indexes.flatMap((index) => {
      const [label, was, is] = [labels[index], before[index], after[index]];
      return label && was && is ? [{ label, was, is, refs: owners[index] ?? [] }] : [];
    });
    const [first] = members;
    if (first === undefined) continue;
    const { label } = first;
    const refs = members.flatMap((member) => member.refs);
    const report = reportOf(refs);
    const written = members.filter(({ was, is }) => changed(was, is));
    const wrong = written.filter((member) => !holdsRight(member.label, member.is));
    const answered = members.some((member) => holdsRight(member.label, member.is));
    const group = groupOf({ label, control: first.is, kind: fieldOf(fields, refs)?.kind });
    const add = (verdict: Verdict) => score.questions.push({ field: label.field, verdict, group });
    const text = wrong
      .map((member) => (label.kind === 'file' ? member.is.files.join() : said(member.label, member.is)))
      .join(' | ');

    if (written.some((member) => member.is.suggests && member.is.text !== '' && !isChoice(member.label))) {
      blame({ score, harm: 'uncommitted', label, text: first.is.text, report });
      add('wrong');
    } else if (label.field === 'freeQuestion' && written.length > 0 && report?.review !== undefined) add('draft');
    else if (wrong.length > 0) {
      blame({ score, harm: 'wrong', label, text, report });
      add('wrong');
    } else if (answered) add('right');
    else if (!hasAnswer(label)) {
      score.refused += 1;
      add('left');
    } else {
      add('missed');
      if (label.field !== 'freeQuestion') score.lines.push(missLine({ label, fields, refs, report, group }));
    }
  }

  for (let index = labels.length; index < after.length; index++) {
    const [was, is] = [before[index], after[index]];
    if (!was || !is || !changed(was, is)) continue;
    score.harms[is.seen ? 'unlisted' : 'hidden'] += 1;
    score.lines.push(
      `${is.seen ? 'UNLISTED' : 'HIDDEN'} ${is.tag} ${is.type} “${is.name}” holds “${(is.text || is.files.join()).slice(0, 60)}”`,
    );
  }
  return score;
}

const fieldOf = (fields: readonly FormField[], refs: readonly string[]) =>
  fields.find((each) => refs.some((ref) => ref === each.ref || ref.startsWith(`${each.ref}.`)));

/** Options of one question count once. */
function questionKey(label: Label, control: Control, index: number): string {
  if (label.kind === 'radio' && control.name !== '') return `radio ${control.name}`;
  return isChoice(label) && label.group ? `${label.group}/${label.field}` : `#${index}`;
}

function groupOf(given: { label: Label; control: Control; kind: FormField['kind'] | undefined }): Question['group'] {
  const { label, control, kind } = given;
  if (label.field === 'freeQuestion') return 'written';
  if (OPT_IN.has(label.field)) return 'optIn';
  const isWidget = kind === 'combobox' || kind === 'buttonGroup' || control.suggests;
  const isZone = label.kind === 'file' && control.tag !== 'input';
  return NATIVE.has(label.kind) && !isWidget && !isZone && !control.disabled ? 'plain' : 'live';
}

type Blame = { score: FormScore; harm: Harm; label: Label; text: string; report: FieldReport | undefined };

function blame({ score, harm, label, text, report }: Blame): void {
  score.harms[harm] += 1;
  const as = report?.field ?? report?.source ?? '?';
  score.lines.push(
    `${harm.toUpperCase()} ${label.selector} “${short(label)}” is ${label.field}, got “${text.slice(0, 60)}” (${as})`,
  );
}

type Miss = {
  label: Label;
  fields: readonly FormField[];
  refs: readonly string[];
  report: FieldReport | undefined;
  group: Question['group'];
};

function missLine({ label, fields, refs, report, group }: Miss): string {
  const field = fieldOf(fields, refs);
  const why =
    field === undefined
      ? 'not collected'
      : `${field.kind} “${field.label.slice(0, 40)}”: ${report === undefined ? 'not reported' : `${report.outcome}, ${report.field ?? ''} ${report.reason}`}`;
  return `missed ${group === 'plain' ? '' : `(${group}) `}${label.field} ${label.selector} “${short(label)}”: ${why}`;
}

const short = (label: Label): string => (label.group ?? label.label).slice(0, 60);

/** EEO answers that were written although the person never asked for it. */
export const eeoWrites = (labels: readonly Label[], before: readonly Control[], after: readonly Control[]): number =>
  labels.filter((label, index) => {
    const [was, is] = [before[index], after[index]];
    return OPT_IN.has(label.field) && was !== undefined && is !== undefined && changed(was, is);
  }).length;
