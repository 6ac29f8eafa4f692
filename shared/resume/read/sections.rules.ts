/** Lines → sections: by headings' words and, for headings nobody listed, by looking like those that were found. */

import { findDates } from './dates.rules.ts';
import type { SectionKind } from './headings.data.ts';
import { headingKind, looseHeadingKind } from './headings.rules.ts';
import type { Line } from './item.schema.ts';
import { isProse, orgScore, titleScore } from './lexicon.rules.ts';
import { signature } from './lines.rules.ts';
import { splitMarginHeadings } from './margins.rules.ts';
import { settleSections } from './settle.rules.ts';
import { capsShare, wordCount } from './text.rules.ts';

export type Section = { kind: SectionKind | 'header'; heading?: Line; lines: Line[] };

/** Size of the ordinary text: the font size most characters have. */
export function bodySize(lines: readonly Line[]): number {
  const count = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.fontSize * 2) / 2;
    count.set(size, (count.get(size) ?? 0) + line.text.length);
  }
  return [...count.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** How much a line is set off from ordinary text. */
function emphasis(line: Line, body: number): number {
  let score = 0;
  if (line.fontSize > body * 1.12) score += 2;
  if (line.weight >= 600) score += 1;
  if (capsShare(line.text) > 0.9 && line.text.length > 3) score += 1.5;
  if (line.gap > 0.8) score += 0.5;
  return score;
}

/** Cuts the lines at headings. The first section is what stands above the first heading (`header`). */
export function toSections(input: readonly Line[]): Section[] {
  const { lines, whole, sure, textX } = splitMarginHeadings(input);
  const body = bodySize(lines);
  const kinds = new Map<Line, SectionKind>();
  for (const line of lines) {
    const kind = line.cells.length === 1 || line.text.length < 30 ? headingKind(line.text) : undefined;
    if (kind === undefined || findDates(line.text).length > 0) continue;
    if (line.bullet && emphasis(line, body) < 1) continue;
    kinds.set(line, kind);
  }
  dropUnlikely(kinds, body);
  // Where the margin holds the headings, the text beside it holds none.
  if (textX !== undefined)
    for (const line of [...kinds.keys()]) if (!sure.has(line) && Math.abs(line.x - textX) < 8) kinds.delete(line);
  for (const [line, kind] of sure) kinds.set(line, kind);
  // What the found headings look like, apart from the ordinary text.
  const looks = new Map<string, number>();
  for (const line of kinds.keys())
    if (emphasis(line, body) >= 1) looks.set(signature(line), (looks.get(signature(line)) ?? 0) + 1);
  const usual = [...looks.entries()].filter(([, n]) => n >= 2).map(([look]) => look);
  lines.forEach((line, i) => {
    if (
      kinds.has(line) ||
      line.bullet ||
      line.cells.length > 1 ||
      wordCount(line.text) > 6 ||
      findDates(line.text).length > 0
    )
      return;
    const strength = emphasis(line, body);
    const loose = looseHeadingKind(line.text);
    const looksUsual = usual.includes(signature(line));
    // What looks like many other lines, or stands beside a date, is the head of an entry.
    const peers = lines.filter((l) => !kinds.has(l) && signature(l) === signature(line)).length;
    const dated = [lines[i - 1], lines[i + 1]].some(
      (l) => l !== undefined && findDates(l.text).some((d) => d.kind === 'range'),
    );
    const unusual = strength >= 2.5 && peers < 3 && !dated;
    if (loose !== undefined && (looksUsual || unusual) && titleScore(line.text) < 0.9) kinds.set(line, loose);
    else if (looksUsual && i > 2 && strength >= 2 && isPlainHeading(lines, i, usual)) kinds.set(line, 'other');
  });
  const sections: Section[] = [{ kind: 'header', lines: [] }];
  const leads = columnLeads(lines, { kinds, body });
  let skip: Line | undefined;
  lines.forEach((line, i) => {
    if (line === skip) return;
    const kind = kinds.get(line);
    const undone = kind === undefined ? whole.get(line) : undefined;
    // What looked like a heading in the margin turned out to be a label: back to one line.
    if (undone !== undefined) {
      sections.at(-1)?.lines.push(undone);
      skip = lines[i + 1];
    } else if (kind !== undefined) sections.push({ kind, heading: line, lines: [] });
    else if (leads.has(line)) sections.push({ kind: 'header', lines: [line] });
    else sections.at(-1)?.lines.push(line);
  });
  return settleSections(sections.filter((s, i) => i === 0 || s.heading !== undefined || s.lines.length > 0));
}

/**
 * First lines of columns of the first page that open with a name or contact data rather than going on with the section
 * the column before ended with.
 */
function columnLeads(
  lines: readonly Line[],
  { kinds, body }: { kinds: ReadonlyMap<Line, SectionKind>; body: number },
): ReadonlySet<Line> {
  const leads = new Set<Line>();
  const first = lines[0];
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    if (previous === undefined || line.page !== first?.page || kinds.has(line) || line.bullet) return;
    if (line.page === previous.page && line.column === previous.column) return;
    const end = lines.findIndex((l, j) => j > i && (kinds.has(l) || l.page !== line.page || l.column !== line.column));
    const lead = lines.slice(i, end === -1 ? lines.length : end);
    if (lead.length > 14 || lead.some((l) => findDates(l.text).some((d) => d.kind === 'range'))) return;
    const isLarge = lead.some((l) => l.fontSize > body * 1.3);
    const isContact = lead.some((l) => /\S@\S|(?:\+|\(0)\d|linkedin\.|github\./iu.test(l.text));
    const isShort = lead.length <= 3 && lead.every((l) => wordCount(l.text) <= 6);
    if (isLarge || isContact || isShort) leads.add(line);
  });
  return leads;
}

/** An unlisted heading has ordinary text under it and no date beside or below it, as a job's head would. */
function isPlainHeading(lines: readonly Line[], i: number, usual: readonly string[]): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (line === undefined || next === undefined) return false;
  if (titleScore(line.text) > 0.4 || orgScore(line.text) > 0.4 || /[,@|]/u.test(line.text)) return false;
  const peers = lines.filter((l) => signature(l) === signature(line));
  const dated = peers.filter(
    (l) => findDates(l.text).length > 0 || findDates(lines[l.index + 1]?.text ?? '').some((d) => d.kind === 'range'),
  ).length;
  return !usual.includes(signature(next)) && dated / peers.length < 0.3;
}

/** A word that names a section may also stand in a list or be a job's head: keep it where it looks like its peers. */
function dropUnlikely(kinds: Map<Line, SectionKind>, body: number): void {
  const strong = [...kinds.keys()].filter((l) => emphasis(l, body) >= 1.5);
  for (const [line] of [...kinds]) {
    const strength = emphasis(line, body);
    const alone = line.cells.length === 1;
    if (strong.length >= 3 && strength < 1) kinds.delete(line);
    else if (!alone && strength < 1) kinds.delete(line);
    else if (isProse(line.text)) kinds.delete(line);
    else if (strong.length >= 3 && line.fontSize < body * 0.85) kinds.delete(line);
  }
  // Of three or more strong looks that agree, a lone weaker one inside is a subhead, not a section.
  const looks = new Map<string, Line[]>();
  for (const line of kinds.keys()) looks.set(signature(line), [...(looks.get(signature(line)) ?? []), line]);
  const main = [...looks.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  if (main.length < 3) return;
  const mainStrength = Math.min(...main.map((l) => emphasis(l, body)));
  const size = main[0]?.fontSize ?? body;
  const mainKinds = new Set(main.map((l) => kinds.get(l)));
  const first = Math.min(...main.map((l) => l.index));
  for (const [line, kind] of [...kinds]) {
    if (main.includes(line) || emphasis(line, body) >= mainStrength - 0.5) continue;
    // In a box or sidebar of its own a section may be headed more quietly than those of the main column.
    if (line.index < first && !mainKinds.has(kind)) continue;
    if (
      line.fontSize < size * 0.93 &&
      (kind === 'other' ||
        kind === 'skills' ||
        kind === 'courses' ||
        kind === 'projects' ||
        kind === 'awards' ||
        kind === 'contact')
    )
      kinds.delete(line);
  }
}
