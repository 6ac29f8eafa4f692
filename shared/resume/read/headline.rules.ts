/** What the person calls himself or herself under the name. */
import { headingKind } from './headings.rules.ts';
import type { Line } from './item.schema.ts';
import { fragmentsOf, isPersonalText } from './labels.rules.ts';
import { isProse, languageNamed, orgScore, placeScore, schoolScore, titleScore } from './lexicon.rules.ts';
import { signature } from './lines.rules.ts';
import { NOT_A_NAME, nameShape } from './name.rules.ts';
import { bodySize, type Section } from './sections.rules.ts';
import { fold, trimEdges, wordCount } from './text.rules.ts';
import { type Found, found, spanOf } from './value.rules.ts';

/** How many lines under the name may hold what the person calls himself or herself. */
const LABEL_REACH = 4;

/** The headline: beside the name, or a title within a few lines below it, or the line below it set apart from the text. */
export function readLabel({
  lines,
  sections,
  name,
}: {
  lines: readonly Line[];
  sections: readonly Section[];
  name: Found | undefined;
}): Found | undefined {
  const own = sections.filter((s) => s.kind === 'header' || s.kind === 'contact').flatMap((s) => s.lines);
  const labelled = fragmentsOf(own.slice(0, 40)).find((f) => f.label === 'title' && isHeadline(f.text));
  if (labelled !== undefined && wordCount(labelled.text) <= 8)
    return { value: labelled.text, confidence: 0.8, spans: [spanOf(labelled.line, labelled.text)] };
  const span = name?.spans[0];
  if (name === undefined || span === undefined) return undefined;
  const isThere = (line: Line): boolean =>
    line.page === span.page && spanOf(line, span.text).box?.join() === span.box?.join();
  const at = lines.findIndex(isThere);
  const nameLine = lines[at];
  if (nameLine === undefined) return undefined;
  const nameCell = nameLine.cells.find((c) => c.text.includes(span.text)) ?? nameLine;
  const beside = trimEdges(nameCell.text.replace(span.text, '')).replace(/\s{2,}/gu, ' ');
  if (isHeadline(beside) && titleScore(beside) >= 0.5) return found(beside, 0.75, nameLine);
  const bodyFont = bodySize(lines);
  const section = sections.find((s) => s.lines.includes(nameLine));
  const below = lines
    .slice(at + 1, at + 1 + LABEL_REACH)
    .filter(
      (l) => l.page === nameLine.page && l.column === nameLine.column && !fold(name.value).includes(fold(l.text)),
    );
  // Contact data may stand between: the first line that is none counts as the one below the name.
  let i = -1;
  for (const line of below) {
    if (line.bullet || line.gap > 4 || headingKind(line.text) !== undefined) break;
    if (section !== undefined && !section.lines.includes(line)) break;
    const cell = line.cells.length > 1 ? cellUnder(line, nameCell) : undefined;
    if (line.cells.length > 1 && cell === undefined) continue;
    const whole = cell === undefined ? wholeLabel(line, lines) : [line];
    if (whole === undefined) break;
    const shown = cell?.text ?? whole.map((l) => l.text).join(' ');
    // Contact data may follow on the same line.
    const text = trimEdges(shown.split(/\s*[|•·]\s*(?=[+(\d]|\S+@|https?:|www\.)/u)[0] ?? '').replace(/\s+/gu, ' ');
    const oneLine = i === -1 && whole.length === 1 && wordCount(text) <= 14;
    if (!isHeadline(text, { sentence: oneLine })) continue;
    i++;
    const spans = whole.map((l) => spanOf(l, cell?.text ?? l.text));
    if (titleScore(text) >= 0.6 || titleScore(line.text) >= 0.6) return { value: text, confidence: 0.75, spans };
    // Not a title we know: only right below the name, which is set larger.
    const apart = line.fontSize > bodyFont * 1.08 || line.italic || line.gap < 1.2;
    const isShort = wordCount(text) <= 8 && !/[,;]/u.test(text) && nameShape(text) < 1.1;
    if (
      i === 0 &&
      apart &&
      isShort &&
      orgScore(text) < 0.6 &&
      nameLine.fontSize > Math.max(bodyFont, line.fontSize) * 1.25
    )
      return { value: text, confidence: 0.6, spans };
  }
  return undefined;
}

/** The cell that stands under the name: header rows carry contact data at their other end. */
const cellUnder = (line: Line, name: { x: number; width: number }): Line['cells'][number] | undefined =>
  line.cells.find((c) => Math.abs(c.x - name.x) < 12 || Math.abs(c.x + c.width / 2 - (name.x + name.width / 2)) < 12);

/** Neither contact data nor a sentence (unless one may be), a place, a school or a date. */
const isHeadline = (text: string, { sentence = false }: { sentence?: boolean } = {}): boolean =>
  text !== '' &&
  text.length <= 120 &&
  /\p{L}{2}/u.test(text.replace(/x{2,}/giu, '')) &&
  !/[@\d:：]|https?:|www\.|[.;,]$|^[(（].*[)）]$/u.test(text) &&
  (sentence || !isProse(text.replace(/[|·•/]/gu, ', '))) &&
  !NOT_A_NAME.test(text) &&
  !isPersonalText(text) &&
  placeScore(text) < 0.6 &&
  schoolScore(text) < 0.6 &&
  languageNamed(text) === undefined;

/** The lines a headline fills: those that look alike. More than two are a text, not a headline. */
function wholeLabel(first: Line, lines: readonly Line[]): Line[] | undefined {
  const same: Line[] = [first];
  for (const line of lines.slice(first.index + 1)) {
    const last = same.at(-1) ?? first;
    const goesOn =
      line.page === first.page &&
      line.column === first.column &&
      line.gap < 0.7 &&
      signature(line) === signature(first) &&
      (last.full || /[|,·•&/-]$/u.test(last.text) || /^\p{Ll}/u.test(line.text)) &&
      !/[@\d]/u.test(line.text);
    if (!goesOn) break;
    same.push(line);
    if (same.length > 2) return undefined;
  }
  return same;
}
