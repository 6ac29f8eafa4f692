/** Tells what a label says its value is. */
import { LABELS, type LabelKind } from './roles-labels.data.ts';
import { fold } from './text.rules.ts';

const isLabelKind = (kind: string): kind is LabelKind => kind in LABELS;

const KIND_OF = new Map<string, LabelKind[]>();
for (const [kind, list] of Object.entries(LABELS)) {
  if (!isLabelKind(kind)) continue;
  for (const label of list.split('|')) {
    const key = fold(label);
    const kinds = KIND_OF.get(key) ?? [];
    if (!kinds.includes(kind)) KIND_OF.set(key, [...kinds, kind]);
  }
}

const keyOf = (text: string): string =>
  fold(text)
    .replace(/\([^()]*\)|\/in(?:nen)?\b/gu, '')
    .replace(/[\s:.*]+$/u, '')
    .replace(/^[\s*•-]+/u, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim();

/** Every kind the whole text can label; empty where it is no label. */
export const labelKinds = (text: string): readonly LabelKind[] => KIND_OF.get(keyOf(text)) ?? [];

/** `Label: value` → both; a value may be missing. Undefined where the text begins with no known label and a colon. */
export function labelled(text: string): { kinds: readonly LabelKind[]; value: string } | undefined {
  const match = /^([^:：]{1,90}?)\s*[:：]\s*(.*)$/u.exec(text);
  const kinds = match?.[1] === undefined ? [] : labelKinds(match[1]);
  return match?.[2] === undefined || kinds.length === 0 ? undefined : { kinds, value: match[2] };
}

const LONG_LABELS = [...KIND_OF.keys()].filter((key) => /\s.*\s/u.test(key)).sort((a, b) => b.length - a.length);

/** `Title of qualification awarded Bachelor of …`: a form's long label with its value beside it and no colon. */
export function longLabel(text: string): LabelledPart | undefined {
  const folded = fold(text);
  if (folded.length !== text.length) return undefined;
  const key = LONG_LABELS.find((label) => folded.startsWith(`${label} `));
  const value = key === undefined ? '' : text.slice(key.length).trim();
  return key === undefined || !/^[\p{Lu}\d]/u.test(value) ? undefined : { kinds: labelKinds(key), value };
}

export type LabelledPart = { kinds: readonly LabelKind[]; value: string };

/** The parts of a text with labels inside, `公司名称:… 职位:…` or `Master Filière : …`; empty where there is none. */
export function labelledParts(text: string): LabelledPart[] {
  const starts = [...text.matchAll(/(?<=^|[\s|,;(])(?=([^\s:|,;(][^:|,;()]{0,90}?)\s*:)/gu)]
    .filter((m) => {
      const kinds = labelKinds(m[1] ?? '');
      // In running text a label counts behind a mark, behind another label, or where it names a field of study.
      const marked =
        m.index === 0 || /[|,;(]\s*$/u.test(text.slice(0, m.index)) || text.slice(0, m.index).includes(':');
      return kinds.length > 0 && (marked || (kinds.includes('area') && (m[1] ?? '').length >= 5));
    })
    .map((m) => m.index)
    // Of nested labels (`Name of employer`, `employer`) the longest one counts.
    .filter((at, i, all) => i === 0 || text.slice(all[i - 1], at).includes(':'));
  if (starts.length === 0) {
    const long = longLabel(text);
    return long === undefined ? [] : [long];
  }
  const trimmed = (from: number, to: number): string =>
    text
      .slice(from, to)
      .replace(/[\s|,;(]+$/u, '')
      .trim();
  const before = trimmed(0, starts[0] ?? 0);
  const parts = starts.flatMap((start, i) => labelled(trimmed(start, starts[i + 1] ?? text.length)) ?? []);
  return before === '' ? parts : [{ kinds: [], value: before }, ...parts];
}
