/** The tables of the forms evaluation: tiers never mixed, the real ones first. */
import type { PostingScore } from './forms-postings.ts';
import type { FormScore, Harm, Question } from './forms-score.ts';

const ORDER = ['captured', 'captured-shape', 'rendered', 'captured-generic', 'third-party-mock'];
const rank = (tier: string): number => (ORDER.includes(tier) ? ORDER.indexOf(tier) : ORDER.length);

const ratio = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

export type Totals = {
  forms: number;
  plain: number;
  plainRight: number;
  live: number;
  liveRight: number;
  optIn: number;
  optInRight: number;
  drafts: number;
  refused: number;
  neutralRight: number;
  harms: Record<Harm, number>;
  /** Right writes among all; `strict` counts wrong meanings in fields outside the vocabulary too. */
  precision: number;
  strict: number;
};

export function totalsOf(forms: readonly FormScore[]): Totals {
  const questions = forms.flatMap((form) => form.questions);
  const count = (group: Question['group'], verdict?: Question['verdict']) =>
    questions.filter(
      (each) => each.group === group && each.verdict !== 'left' && (verdict === undefined || each.verdict === verdict),
    ).length;
  const harm = (kind: Harm) => forms.reduce((sum, form) => sum + form.harms[kind], 0);
  const right = questions.filter((each) => each.verdict === 'right').length;
  const wrong = harm('wrong') + harm('trap') + harm('consent') + harm('uncommitted') + harm('hidden') + harm('unasked');
  const share = (bad: number) => (right + bad === 0 ? 1 : right / (right + bad));
  return {
    forms: forms.length,
    plain: count('plain'),
    plainRight: count('plain', 'right'),
    live: count('live'),
    liveRight: count('live', 'right'),
    optIn: count('optIn'),
    optInRight: count('optIn', 'right'),
    drafts: count('written', 'draft') + count('written', 'right'),
    refused: forms.reduce((sum, form) => sum + form.refused, 0),
    neutralRight: forms.reduce((sum, form) => sum + form.neutralRight, 0),
    harms: {
      trap: harm('trap'),
      consent: harm('consent'),
      wrong: harm('wrong'),
      neutral: harm('neutral'),
      hidden: harm('hidden'),
      unlisted: harm('unlisted'),
      uncommitted: harm('uncommitted'),
      unasked: harm('unasked'),
    },
    precision: share(wrong),
    strict: share(wrong + harm('neutral')),
  };
}

export const tiersOf = (scores: readonly { tier: string }[]): string[] =>
  [...new Set(scores.map((score) => score.tier))].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));

/** Columns: see the last lines of the table. */
export function tierTable(forms: readonly FormScore[]): string[] {
  const head =
    'forms questions recall live opt-in precision strict wrong trap consent hidden unlisted uncommitted neutral(right) eeo-unasked drafts refused';
  const rows = tiersOf(forms).map((tier) => {
    const t = totalsOf(forms.filter((form) => form.tier === tier));
    const cells = [
      t.forms,
      t.plain,
      ratio(t.plainRight, t.plain),
      `${t.liveRight}/${t.live}`,
      `${t.optInRight}/${t.optIn}`,
      t.precision.toFixed(3),
      t.strict.toFixed(3),
      t.harms.wrong,
      t.harms.trap,
      t.harms.consent,
      t.harms.hidden,
      t.harms.unlisted,
      t.harms.uncommitted,
      `${t.harms.neutral}(${t.neutralRight})`,
      t.harms.unasked,
      t.drafts,
      t.refused,
    ];
    return aligned(tier, cells, head.split(' '));
  });
  return [aligned('tier', head.split(' '), head.split(' ')), ...rows, ...LEGEND];
}

const LEGEND = [
  'recall: right among questions a page without scripts can take; live: those that need its scripts; opt-in: equal-opportunity answers',
  'neutral: wrong meaning in a field outside the vocabulary; unlisted: written where no label is; refused: traps, consents, questions without an answer left alone',
];

const aligned = (name: string, cells: readonly (string | number)[], head: readonly string[]): string =>
  [name.padEnd(18), ...cells.map((cell, n) => String(cell).padStart(Math.max(5, head[n]?.length ?? 0)))].join(' ');

const COUNTED = ['right', 'wrong', 'missed', 'left', 'draft'] as const;

/** Right, wrong, missed, rightly left and drafted by `key`, per tier. */
export function groupTable(forms: readonly FormScore[], key: 'field' | 'ats'): string[] {
  return tiersOf(forms).flatMap((tier) => {
    const rows = new Map<string, number[]>();
    for (const form of forms.filter((each) => each.tier === tier))
      for (const question of form.questions) {
        const name = key === 'ats' ? form.ats : question.field;
        const counts = rows.get(name) ?? COUNTED.map(() => 0);
        rows.set(
          name,
          COUNTED.map((verdict, n) => (counts[n] ?? 0) + (question.verdict === verdict ? 1 : 0)),
        );
      }
    const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      aligned(`${tier} by ${key === 'ats' ? 'site' : key}`, COUNTED, COUNTED),
      ...sorted.map(([name, counts]) => aligned(`  ${name}`, counts, COUNTED)),
    ];
  });
}

/** Half of the values lie below the first, nineteen of twenty below the second. */
export function timeLine(forms: readonly FormScore[]): string {
  const spread = (key: 'collectMs' | 'fillMs') => {
    const times = forms.map((form) => form[key]).sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(0);
    return `median ${at(0.5)}, 95 % ${at(0.95)}, slowest ${times.at(-1)?.toFixed(0)} ms`;
  };
  return forms.length === 0 ? 'no forms' : `collecting: ${spread('collectMs')}; a whole fill: ${spread('fillMs')}`;
}

export function postingLines(postings: readonly PostingScore[]): string[] {
  return tiersOf(postings).map((tier) => {
    const of = postings.filter((posting) => posting.tier === tier);
    const share = (isIn: (right: PostingScore['right']) => boolean) =>
      ratio(of.filter((posting) => isIn(posting.right)).length, of.length);
    return `postings ${tier}: ${of.length}, title+company+location ${share((r) => r.title && r.company && r.location)}, title ${share((r) => r.title)}, company ${share((r) => r.company)}, location ${share((r) => r.location)}, description ${share((r) => r.description)}`;
  });
}

/** Every miss and every harm by name. */
export const missLines = (scores: readonly { name: string; lines: string[] }[]): string[] =>
  scores.filter((each) => each.lines.length > 0).map((each) => `\n${each.name}\n  ${each.lines.join('\n  ')}`);
