/** Contact and personal data come behind labels, beside them or below them: a header cut into what belongs together. */
import type { Line } from './item.schema.ts';
import { LABELS, type LabelKind } from './labels.data.ts';
import { remembered } from './memo.rules.ts';
import { fold, trimEdges } from './text.rules.ts';

/** A piece of a line; `label` says what stands before it, beside it or above it. */
export type Fragment = { text: string; line: Line; label?: LabelKind };

const KINDS = new Map<string, LabelKind>();
const isKind = (kind: string): kind is LabelKind => kind in LABELS;
const key = (text: string): string =>
  fold(text)
    .replace(/[\s()（）]+/gu, '')
    .replace(/[.:：*-]+$/u, '');
for (const [kind, list] of Object.entries(LABELS))
  if (isKind(kind)) for (const label of list.split('|')) if (!KINDS.has(key(label))) KINDS.set(key(label), kind);

/** What a text that is nothing but a label announces. */
export const labelKind = remembered((text: string): LabelKind | undefined =>
  text.length > 40 ? undefined : KINDS.get(key(text)),
);

/** `姓名：张三  性别：男` holds two pairs; a link is none. */
const PAIR = /(?<=^|\s|[|,;，；])([\p{L}\p{M}][\p{L}\p{M} .,'’/°()-]{0,34}?)\s*[:：]\s*(?!\/\/)/gu;

/** Cuts a text at the labels that stand in it. */
export function labelledPieces(text: string): { text: string; label?: LabelKind }[] {
  const cuts: { from: number; to: number; label: LabelKind }[] = [];
  for (const match of text.matchAll(PAIR)) {
    // Words before the label may have been taken along: the longest known end counts.
    const before = match[1] ?? '';
    const tail = before.split(/\s+/u);
    for (let n = 0; n < tail.length; n++) {
      const label = labelKind(tail.slice(n).join(' '));
      if (label === undefined) continue;
      const skipped = tail.slice(0, n).join(' ').length;
      cuts.push({ from: match.index + skipped, to: match.index + match[0].length, label });
      break;
    }
  }
  if (cuts.length === 0) {
    // A short label without a colon: `Tel. 030 1234`, `Geboren am 1.2.1990`, `手机 138…`.
    const bare = /^([\p{L}\p{M}][\p{L}\p{M}.-]*(?:\s+[\p{L}\p{M}.-]+){0,2}?)\s+(?=[+(\d]|\S+@)/u.exec(text);
    const label = bare?.[1] === undefined ? undefined : labelKind(bare[1]);
    if (bare !== null && label !== undefined) return [{ text: text.slice(bare[0].length), label }];
    return [{ text }];
  }
  const out: { text: string; label?: LabelKind }[] = [];
  const head = trimEdges(text.slice(0, cuts[0]?.from));
  if (head !== '') out.push({ text: head });
  cuts.forEach((cut, i) => {
    out.push({ text: trimEdges(text.slice(cut.to, cuts[i + 1]?.from)), label: cut.label });
  });
  return out;
}

/** A slash between spaces parts two things, but not the area code from its number: `0176 / 040 218 77`. */
const MARKS = /\s*[|•·●◦∙⋄♦⬥▪■❖]\s*|\s{2,}|\s[-–—]\s(?=\S+@)|(?<!(?:^|[^\d\s)])\s*\(?0\d{1,5}\)?)\s\/\s/u;

/** Cuts lines into fragments, each with the label before it, in the cell before it, or alone in the line above it. */
export function fragmentsOf(lines: readonly Line[]): Fragment[] {
  const out: Fragment[] = [];
  let above: { line: Line; labels: (LabelKind | undefined)[] } | undefined;
  for (const line of lines) {
    let pending: LabelKind | undefined;
    const onlyLabels = line.cells.map((c) => labelKind(c.text));
    line.cells.forEach((cell, i) => {
      const own = onlyLabels[i];
      if (own !== undefined) {
        pending = own;
        return;
      }
      const overhead =
        above !== undefined && above.line.column === line.column && above.line.page === line.page && line.gap < 1.2
          ? above.labels[above.line.cells.findIndex((c) => Math.abs(c.x - cell.x) < 8)]
          : undefined;
      for (const part of cell.text.split(MARKS)) {
        for (const piece of labelledPieces(part)) {
          if (piece.text === '') {
            pending = piece.label;
            continue;
          }
          const label = piece.label ?? pending ?? overhead;
          out.push({ text: piece.text, line, ...(label === undefined ? {} : { label }) });
          pending = undefined;
        }
      }
    });
    // A grid with its labels in one row and the values in the next.
    const allLabels = onlyLabels.length > 0 && onlyLabels.every((l) => l !== undefined);
    above = allLabels || pending !== undefined ? { line, labels: allLabels ? onlyLabels : [pending] } : undefined;
  }
  return out;
}

/** Sentences about birth, origin and family without a label: `born 1990 in Kyiv`, `verheiratet, 2 Kinder`, `男 | 28岁`. */
const PERSONAL_TEXT =
  /^(?:born|geb\.|geboren|née?|ne le|nacid[oa]|nascid[oa]|nato|nata|geboren|urodzon[ya]|född|doğum)\b|^(?:single|married|divorced|unmarried|ledig|verheiratet|geschieden|verwitwet|célibataire|mari[ée]e?|divorcée?|pacsée?|solter[oa]|casad[oa]|divorciad[oa]|celibe|nubile|coniugat[oa]|ongehuwd|gehuwd|kawaler|panna|żonaty|mężatka|ogift|gift|sambo|bekar|evli|male|female|männlich|weiblich|homme|femme|masculin|féminin|masculino|femenino|feminino|maschio|femmina|man|vrouw|mężczyzna|kobieta|kvinna|erkek|kadın|男|女|未婚|已婚|汉族|汉|中共党员|共青团员|群众|党员|पुरुष|महिला|विवाहित|अविवाहित)(?:$|\s*[,;|(]|\s+(?:mit|with|avec|con|com|\d))|^\d{2}\s*(?:years old|years|yrs|jahre(?: alt)?|ans|años|anos|anni|jaar|lat|år|yaşında|岁|वर्ष)$|^permis [a-e]\b/iu;

/** Birth, nationality, family and the like: never a name, a place to live or a headline. */
export const isPersonal = (fragment: Pick<Fragment, 'text' | 'label'>): boolean =>
  fragment.label === 'personal' || isPersonalText(fragment.text);

export const isPersonalText = (text: string): boolean => PERSONAL_TEXT.test(text);
