/**
 * Cuts a section into entries. A date range is the anchor of an entry; how many lines stand above it, and which lines
 * below it belong to its head, is learnt from the section as a whole. Long because the steps share one notion of a head;
 * `headTails` takes lines, anchors and starts, three views of the same section.
 */
import { RANGE_WORDS } from './dates.data.ts';
import { type FoundDate, findDates, hasDate, withoutDates } from './dates.rules.ts';
import type { Cell, Line } from './item.schema.ts';
import { degreeScore, isProse, misshapenName, orgScore, placeScore, schoolScore, titleScore } from './lexicon.rules.ts';
import { signature } from './lines.rules.ts';
import { labelKinds } from './roles-labels.rules.ts';
import { atomsOf, mayBePlace } from './roles-parts.rules.ts';
import { fold, trimEdges, wordCount } from './text.rules.ts';

export type Entry = { head: Line[]; body: Line[]; date?: FoundDate; anchor?: Line };

type Anchor = { at: number; date: FoundDate };

const MAX_HEAD = 4;

/** What a line says besides its dates. */
const residue = (line: Line): string => trimEdges(withoutDates(line.text, findDates(line.text)));

function anchorDate(line: Line): FoundDate | undefined {
  const dates = findDates(line.text);
  const range = dates.find((d) => d.kind === 'range');
  const date = range ?? dates[0];
  if (date === undefined) return undefined;
  const rest = residue(line);
  if (wordCount(rest) > 18) return undefined;
  const before = line.text.slice(0, date.index).trim();
  const after = line.text.slice(date.index + date.length).trim();
  const atEdge =
    before === '' ||
    after === '' ||
    /^[)\],;|·:–—-]/u.test(after) ||
    /[([|·,:–—-]$/u.test(before) ||
    line.cells.length > 1;
  if (!atEdge && !(range !== undefined && wordCount(rest) <= 8)) return undefined;
  if (date.kind === 'point' && !date.strong && wordCount(rest) > 14) return undefined;
  if (isProse(rest) && !(before === '' && date.kind === 'range') && !(after === '' && range !== undefined))
    return undefined;
  return date;
}

/** `Wrote the cache; open sourced in 2020`: a year inside a sentence that names neither post nor firm begins no job. */
function toldInPassing(line: Line, date: FoundDate): boolean {
  const before = line.text.slice(0, date.index);
  if (date.kind !== 'point' || !/\s(?:in|im|en|em|nel|i|w|by)\s+$/u.test(before) || wordCount(before) < 5) return false;
  return Math.max(titleScore(before), orgScore(before)) < 0.5;
}

function anchorsOf(lines: readonly Line[], context: 'work' | 'education'): Anchor[] {
  const all = lines.flatMap((line, at) => {
    const date = anchorDate(line);
    return date === undefined || (context === 'work' && toldInPassing(line, date))
      ? []
      : [{ at, date, bullet: line.bullet, range: date.kind === 'range' }];
  });
  const plain = all.filter((a) => !a.bullet);
  const ranges = plain.filter((a) => a.range);
  // Bullets with a date are details of an entry, unless every entry is a bullet.
  if (plain.length === 0) return all;
  if (
    ranges.length > 0 &&
    all.filter((a) => a.bullet && a.range).length > ranges.length * 3 &&
    lines[0]?.bullet === true
  )
    return all;
  return plain;
}

/** A line that can belong to the head of an entry. */
const headLike = (line: Line): boolean =>
  !line.bullet &&
  !isProse(residue(line)) &&
  line.text.length < 130 &&
  !DETAIL.test(line.text) &&
  !(misshapenName(residue(line)) >= 0.5 && evidence(residue(line)) < 0.5);

/** Labels of details, never of an entry. */
const DETAIL =
  /^(?:(?:master|bachelor|phd|doctoral)?\s*thesis(?: title)?|dissertation|supervisors?|advisors?|c?gpa|grade|note|abschlussnote|relevant coursework|coursework|courses|modules|minor|honou?rs|awards?|activities|thèse|directeurs?|encadrants?|betreuer|thema|schwerpunkte?|themen|tech(?:nical)? stack|technologies|technologien|tools|environment|environnement(?: technique)?|stack|skills(?: used)?|key achievements?|achievements?|responsibilities|duties|aufgaben|tätigkeiten|missions?|website|link|url|description|projects?|major|reference|references|funções|responsabilidades|tareas|logros|tecnologías|tecnologias)\s*[:：(]/iu;

const sameLook = (a: Line, b: Line): boolean => signature(a) === signature(b) && Math.abs(a.x - b.x) < 6;

/** Sentences that go on: the previous line is long and has no end, this one starts small. */
function continues(previous: Line | undefined, line: Line): boolean {
  if (previous === undefined || line.bullet || line.gap > 0.9) return false;
  if (/^[\p{Ll}(]/u.test(line.text) && !/[.:;]$/u.test(previous.text)) return true;
  return (
    previous.bullet && !line.bullet && line.x > previous.x + 2 && line.gap < 0.7 && previous.weight === line.weight
  );
}

/** The text above runs to the margin without an end and this line follows at the same distance in the same look. */
function wraps(lines: readonly Line[], at: number): boolean {
  const [before, previous, line] = [lines[at - 2], lines[at - 1], lines[at]];
  if (previous === undefined || line === undefined || line.bullet || !previous.full) return false;
  if (previous.text.length < 45 || /[.!?:;]$/u.test(previous.text) || previous.cells.length > 1) return false;
  if (signature(previous) !== signature(line) || Math.abs(previous.x - line.x) > 4) return false;
  if (findDates(previous.text).some((d) => d.kind === 'range')) return false;
  const usual = before === undefined || before.page !== line.page ? 0.7 : Math.max(previous.gap, 0.3);
  return line.gap < usual + 0.15;
}

/** The end of a heading in bold that the margin broke: it may begin small and say nothing. */
function endsHead(lines: readonly Line[], at: number): boolean {
  const [previous, line] = [lines[at - 1], lines[at]];
  if (previous === undefined || line === undefined || line.bullet || line.weight < 600 || !previous.full) return false;
  return signature(previous) === signature(line) && line.gap < 0.4 && line.width < previous.width;
}

/** Cuts the lines of a section that holds dated entries. */
export function toEntries(lines: readonly Line[], context: 'work' | 'education' = 'work'): Entry[] {
  const rows = tableEntries(lines);
  return rows ?? datedEntries(withWholeDates(lines), context);
}

function datedEntries(lines: readonly Line[], context: 'work' | 'education'): Entry[] {
  const anchors = anchorsOf(lines, context);
  if (anchors.length === 0) return undated(lines, context);
  const starts = findStarts(lines, anchors);
  const tails = headTails(lines, { anchors, starts, context });
  return anchors.map((anchor, i) => {
    const from = starts[i] ?? anchor.at;
    const to = starts[i + 1] ?? lines.length;
    const headEnd = Math.min(to, anchor.at + 1 + (tails[i] ?? 0));
    const anchorLine = lines[anchor.at];
    return {
      head: lines.slice(from, headEnd),
      body: lines.slice(headEnd, to),
      date: anchor.date,
      ...(anchorLine === undefined ? {} : { anchor: anchorLine }),
    };
  });
}

const HALF_RANGE =
  /^((?:\p{L}[\p{L}\p{M}.]*\s)?\s*(?:[\p{L}\p{M}.]+\s|\d{1,2}[./])?(?:19|20)\d{2}\s*[-–—]\s?([\p{L}\p{M}]+\.?)?)(?=\s{2}|\s\p{Lu}|$)/u;
const SECOND_HALF = /^((?:[\p{L}\p{M}]+\.?\s|\d{1,2}[./])?(?:19|20)\d{2}|[\p{L}\p{M}’' ]{3,20}?)(?=\s{2}|$)/u;

const OPEN_END =
  /(?<=^|[\s(])((?:[\p{L}\p{M}.]+\s+(?:de |del )?|\d{1,2}[./])?(?:19|20)\d{2}\s*[-–—]\s*([\p{L}\p{M}]+\.?)?(?:\s+(?:de|del|of))?)$/u;

/** `… (fevereiro de 2013 - dezembro de` above `2018)`: the end of the range that begins the next line, else undefined. */
function endInNextLine(above: Line, line: Line): string | undefined {
  const start = OPEN_END.exec(above.text);
  const end = /^((?:[\p{L}\p{M}]+\.?\s+(?:de |del )?)?(?:19|20)\d{2}|[\p{L}\p{M}’']+)(?=[\s).,;·|]|$)/u.exec(line.text);
  if (start?.[1] === undefined || end?.[1] === undefined || line.gap > 1.2) return undefined;
  return isWholeRange(`${start[1]} ${end[1]}`) && !isWholeRange(`${start[1]} x`.slice(0, -2)) ? end[1] : undefined;
}

/** `… (septiembre de` above `2010 a mayo de 2012)`: what closes the bracket, where the whole of it is one date. */
function bracketInNextLine(above: Line, line: Line): string | undefined {
  const open = /[(（]([^()（）]{2,40})$/u.exec(above.text)?.[1];
  const rest = /^([^()（）]{1,40})[)）]/u.exec(line.text)?.[1];
  if (open === undefined || rest === undefined || line.gap > 1.2) return undefined;
  const whole = `${open.trim()} ${rest}`;
  const [date] = findDates(whole);
  return date?.index === 0 && date.length === whole.trimEnd().length ? rest : undefined;
}

const STARTS_WITH_JOINT = new RegExp(`^(?:[-–—]|(?:${RANGE_WORDS.join('|')})\\s)`, 'u');

/** `da giugno 2020 a` above `oggi`, `mei 2018` above `tot juni 2020`: the cells of a date column that are one range together. */
function columnRange(above: Line, line: Line): { start: string; end: string } | undefined {
  const [start, end] = [above.cells[0]?.text.trim(), line.cells[0]?.text.trim()];
  if (start === undefined || end === undefined || above.bullet || line.gap > 1) return undefined;
  const joint = /\p{L}\.?$/u.test(start) || STARTS_WITH_JOINT.test(fold(end));
  const closed = findDates(start).some((d) => d.kind === 'range' && !d.present);
  const own = findDates(end).some((d) => d.kind === 'range');
  return joint && !closed && !own && hasDate(start) && isWholeRange(`${start} ${end}`) ? { start, end } : undefined;
}

/** A range that a margin broke in two (`septembre 2015 – août` above `2019`) is put together on its first line. */
function withWholeDates(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const above = out.at(-1);
    const ended =
      above === undefined || line.bullet ? undefined : (bracketInNextLine(above, line) ?? endInNextLine(above, line));
    if (above !== undefined && ended !== undefined) {
      const last = above.cells.at(-1);
      const text = `${last?.text ?? ''} ${ended}${/^\s*\)/u.test(line.text.slice(ended.length)) ? ')' : ''}`;
      const cells =
        last === undefined ? [] : [...above.cells.slice(0, -1), { ...last, text, pieces: [{ ...last, text }] }];
      out[out.length - 1] = { ...above, cells, text: cells.map((cell) => cell.text).join('  ') };
      const rest = line.text.slice(ended.length).replace(/^[\s).,;·|]+/u, '');
      if (rest !== '') out.push(retold(line, { cut: line.text.length - rest.length, put: '' }));
      continue;
    }
    const column = above === undefined || line.bullet ? undefined : columnRange(above, line);
    if (above !== undefined && column !== undefined) {
      out[out.length - 1] = retold(above, { cut: column.start.length, put: `${column.start} ${column.end}  ` });
      if (line.text.length > column.end.length) out.push(retold(line, { cut: column.end.length, put: '' }));
      continue;
    }
    const [first] = line.cells;
    const start = above === undefined || above.bullet ? null : HALF_RANGE.exec(above.text);
    const end = start === null || first === undefined ? null : SECOND_HALF.exec(line.text);
    const month = start?.[2];
    const whole = `${start?.[1]?.trim()} ${end?.[1]?.trim()}`;
    const joins =
      above !== undefined &&
      start?.[1] !== undefined &&
      end?.[1] !== undefined &&
      first !== undefined &&
      line.gap < 1 &&
      (month === undefined || findDates(`${month} 2000`)[0]?.strong === true) &&
      isWholeRange(whole) &&
      // `januari 2014 – juli` is whole by itself, unless a year alone stands below it.
      (/^(?:19|20)\d{2}$/u.test(first.text.trim()) ||
        !(month !== undefined && findDates(start[1]).some((d) => d.kind === 'range' && !d.present)));
    if (!joins || above === undefined || start?.[1] === undefined || end?.[1] === undefined) {
      out.push(line);
      continue;
    }
    out[out.length - 1] = retold(above, { cut: start[1].length, put: `${whole}  ` });
    const rest = line.text.slice(end[1].length).trim();
    if (rest !== '') out.push(retold(line, { cut: end[1].length, put: '' }));
  }
  return out;
}

const isWholeRange = (text: string): boolean => {
  const [date] = findDates(text);
  return date?.kind === 'range' && date.index === 0 && date.length >= text.length - 1;
};

/** The line with the beginning of its text replaced. */
function retold(line: Line, { cut, put }: { cut: number; put: string }): Line {
  const cells: Cell[] = [];
  let left = cut;
  for (const cell of line.cells) {
    const text = cell.text.slice(Math.min(left, cell.text.length)).trim();
    left = Math.max(0, left - cell.text.length - 2);
    if (text !== '') cells.push(text === cell.text ? cell : { ...cell, text, pieces: [{ ...cell, text }] });
  }
  const first = line.cells[0];
  if (put !== '' && first !== undefined)
    cells.unshift({ ...first, text: put.trim(), pieces: [{ ...first, text: put.trim() }] });
  return { ...line, cells, text: cells.map((cell) => cell.text).join('  ') };
}

/** Index of the first line of each entry. */
function findStarts(lines: readonly Line[], anchors: readonly Anchor[]): number[] {
  const first = anchors[0]?.at ?? 0;
  // Lines above the first date that cannot be a head (an introduction) are skipped.
  let firstStart = first;
  while (firstStart > 0 && first - firstStart < MAX_HEAD - 1) {
    const line = lines[firstStart - 1];
    if (line === undefined || !headLike(line)) break;
    firstStart--;
  }
  const lead = first - firstStart;
  const starts = [firstStart];
  for (let i = 1; i < anchors.length; i++) {
    const from = (anchors[i - 1]?.at ?? 0) + 1;
    const at = anchors[i]?.at ?? 0;
    let best = at;
    let bestScore = Number.NEGATIVE_INFINITY;
    // White space that stands out among the candidates' marks the start, whatever the first entry looks like.
    const gaps = lines
      .slice(Math.max(from, at - MAX_HEAD + 1), at + 1)
      .map((l) => (Number.isFinite(l.gap) ? l.gap : 0));
    const widest = Math.max(...gaps);
    const others = Math.max(0.3, ...gaps.filter((g) => g !== widest));
    for (let j = at; j >= from && at - j < MAX_HEAD; j--) {
      const line = lines[j];
      const firstLine = lines[firstStart];
      if (line === undefined || firstLine === undefined) break;
      if (
        j < at &&
        ((!headLike(line) && !endsHead(lines, j)) ||
          wraps(lines, j) ||
          (continues(lines[j - 1], line) && !sameLook(line, firstLine)))
      )
        break;
      let score = 0;
      if (at - j === lead) score += 2;
      if (sameLook(line, firstLine)) score += 2.5;
      if (line.gap > 0.65 && Number.isFinite(line.gap)) score += Math.min(1.5, line.gap);
      if (line.gap === widest && widest > 0.9 && widest > others * 1.6) score += 2.5;
      if (line.gap === Number.POSITIVE_INFINITY) score += 0.5;
      const previous = lines[j - 1];
      if (previous !== undefined && (previous.bullet || isProse(previous.text)) && j < at) score += 1;
      if (
        previous !== undefined &&
        j - 1 >= from &&
        headLike(previous) &&
        signature(previous) === signature(line) &&
        previous.full &&
        line.gap < 0.4
      )
        // The second line of a head that was broken at the margin starts nothing.
        score -= sameLook(line, firstLine) ? 2.5 : 0.5;
      score -= (at - j) * 0.3;
      if (score > bestScore) {
        best = j;
        bestScore = score;
      }
    }
    starts.push(best);
  }
  return starts;
}

const evidence = (text: string): number =>
  Math.max(titleScore(text), orgScore(text), schoolScore(text), degreeScore(text), placeScore(text) * 0.8);

/** Bullets and what is indented look different from a head, even in one font. */
const bodyLookOf = (line: Line): string => `${signature(line)}${line.bullet ? '•' : ''}`;

/** How many lines after each anchor still belong to the head. */
function headTails(
  lines: readonly Line[],
  {
    anchors,
    starts,
    context,
  }: { anchors: readonly Anchor[]; starts: readonly number[]; context: 'work' | 'education' },
): number[] {
  const limit = (i: number): number => starts[i + 1] ?? lines.length;
  const body = new Map<string, number>();
  anchors.forEach((anchor, i) => {
    for (const line of lines.slice(anchor.at + 1, limit(i)))
      if (line.bullet || line.text.length > 60)
        body.set(bodyLookOf(line), (body.get(bodyLookOf(line)) ?? 0) + line.text.length);
  });
  const bodyLook = [...body.entries()].sort((a, b) => b[1] - a[1])[0]?.[0];
  const open = anchors.map(() => true);
  const tails = anchors.map(() => 0);
  for (let offset = 1; offset <= 3; offset++) {
    const rows = anchors.map((anchor, i) => {
      const line = lines[anchor.at + offset];
      const ok =
        open[i] === true &&
        anchor.at + offset < limit(i) &&
        line !== undefined &&
        headLike(line) &&
        line.gap < (offset === 1 ? 3.2 : 2.2);
      return ok ? line : undefined;
    });
    const present = rows.filter((line) => line !== undefined);
    // Who or what is still missing: a name in the next line is one, where most entries have it.
    const missing = rows.map(
      (line, i) =>
        line !== undefined &&
        namesSomething(line) &&
        valuesIn(lines.slice(starts[i] ?? 0, (anchors[i]?.at ?? 0) + offset), {
          anchor: lines[anchors[i]?.at ?? 0],
          context,
        }) === 1,
    );
    const usual = missing.filter(Boolean).length >= Math.max(1, present.length * 0.6);
    const mean =
      present.length === 0 ? 0 : present.reduce((n, line) => n + evidence(residue(line)), 0) / present.length;
    rows.forEach((line, i) => {
      if (line === undefined) {
        open[i] = false;
        return;
      }
      const anchor = lines[anchors[i]?.at ?? 0];
      const headText = lines
        .slice(starts[i] ?? 0, (anchors[i]?.at ?? 0) + offset)
        .map(residue)
        .join(' ');
      const own = evidence(residue(line));
      const styled = bodyLookOf(line) !== (bodyLook ?? (anchor === undefined ? undefined : bodyLookOf(anchor)));
      const short = wordCount(line.text) <= 12;
      // Who and what are both known already: only a line set off from the text may add to it.
      const before = lines
        .slice(starts[i] ?? 0, (anchors[i]?.at ?? 0) + offset)
        .filter((l) => wordCount(residue(l)) > 0);
      const values = valuesIn(lines.slice(starts[i] ?? 0, (anchors[i]?.at ?? 0) + offset), {
        anchor: lines[anchors[i]?.at ?? 0],
        context,
      });
      const complete =
        (values > 1 && (titleScore(headText) >= 0.5 || degreeScore(headText) >= 0.5)) ||
        (before.length > 1 && before.some((l) => titleScore(residue(l)) >= 0.5 || degreeScore(residue(l)) >= 0.5));
      const lacks = lacksRole(headText, { line, context });
      if (complete && !lacks && (!styled || line.gap > 1)) {
        open[i] = false;
        return;
      }
      const needed = wordCount(headText) === 0 || placeScore(headText) >= 0.7;
      const next = lines[anchors[i] === undefined ? 0 : anchors[i].at + offset + 1];
      const goesOn =
        next !== undefined &&
        anchors[i] !== undefined &&
        anchors[i].at + offset + 1 < limit(i) &&
        continues(line, next) &&
        !styled &&
        (line.full || !(lacks || lacksDegree(headText, { line, context })));
      const previous = lines[(anchors[i]?.at ?? 0) + offset - 1];
      const wrapped =
        offset > 1 && previous !== undefined && styled && signature(previous) === signature(line) && line.gap < 0.35;
      const says = Math.max(titleScore(residue(line)), degreeScore(residue(line))) >= 0.5;
      const shaped = misshapenName(residue(line)) < 0.5 || (says && wordCount(line.text) <= 6);
      const good =
        shaped &&
        ((short && wrapped) ||
          endsBroken(previous, line) ||
          (short && lacks && !goesOn) ||
          (usual && missing[i] === true && !goesOn) ||
          (short &&
            !goesOn &&
            (needed ||
              (styled &&
                (own > 0.3 || mean > 0.25 || (anchor !== undefined && line.weight >= anchor.weight && line.italic))) ||
              (!styled && own > 0.55 && mean > 0.35 && line.text.length < 90))));
      if (good) tails[i] = offset;
      else open[i] = false;
    });
  }
  return tails;
}

/** Whether the line clearly names the degree that the head has not named yet. */
const lacksDegree = (head: string, { line, context }: { line: Line; context: 'work' | 'education' }): boolean =>
  context === 'education' && degreeScore(residue(line)) >= 0.6 && degreeScore(head) < 0.3 && !isProse(line.text);

/** A small word or a mark at the end of a line: what it leads to stands on the next one. */
const LEADS_ON =
  /(?:\s(?:of|and|for|in|the|und|für|im|der|des|de|du|et|en|aux?|del|la|los|y|di|dei|del|della|delle|degli|e|da|do|dos|em|van|voor|i|w|z|ds\.|för|och|ve)|[,&])$/u;

/** The rest of a head that the margin broke: `Diploma di Tecnico dei servizi della` above `ristorazione`. */
const endsBroken = (previous: Line | undefined, line: Line): boolean =>
  previous !== undefined &&
  /^\p{Ll}/u.test(line.text) &&
  wordCount(line.text) <= 4 &&
  line.gap < 0.7 &&
  !/[.!?:;]$/u.test(line.text) &&
  LEADS_ON.test(previous.text);

/** Whether the line clearly names the school or firm that the head has not named yet. */
function lacksRole(head: string, { line, context }: { line: Line; context: 'work' | 'education' }): boolean {
  const score = context === 'education' ? schoolScore : orgScore;
  return score(residue(line)) >= 0.6 && score(head) < 0.3 && !isProse(line.text) && line.gap < 1.2;
}

/** A short line of capitals and no sentence: it can name a firm, a school, a post. */
const namesSomething = (line: Line): boolean =>
  !line.bullet &&
  wordCount(line.text) <= 8 &&
  line.text.length < 70 &&
  line.gap < 1.2 &&
  !isProse(line.text) &&
  !/[.!?:;,]$/u.test(line.text) &&
  (/^[\p{Lu}\p{Lo}]/u.test(line.text) || evidence(line.text) > 0.5) &&
  misshapenName(line.text) < 0.3;

/** How many values besides places and dates a head holds so far. */
function valuesIn(
  head: readonly Line[],
  { anchor, context }: { anchor: Line | undefined; context: 'work' | 'education' },
): number {
  const entry: Entry = { head: [...head], body: [], ...(anchor === undefined ? {} : { anchor }) };
  const named = atomsOf(entry, context).filter(
    (atom) =>
      placeScore(atom.text) < 0.7 && !((atom.joint === 'comma' || atom.joint === 'paren') && mayBePlace(atom.text)),
  );
  if (context === 'work') return named.length;
  // A degree and its field are one value; a school beside them is another.
  const groups = new Set(named.map((atom) => (schoolScore(atom.text) >= 0.5 ? atom.text : `${atom.row}:${atom.col}`)));
  return groups.size;
}

/** Entries without any date: a head is a line that looks like the first one. */
function undated(lines: readonly Line[], context: 'work' | 'education'): Entry[] {
  const first = lines.find((l) => !isProse(l.text));
  if (first === undefined) return [];
  // A first line with both values is a whole head: each line like it begins the next entry.
  const whole = valuesIn([first], { anchor: first, context }) > 1;
  const entries: Entry[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    const startsEntry = sameLook(line, first) && line.bullet === first.bullet && headLike({ ...line, bullet: false });
    if (startsEntry || last === undefined) {
      const second = last !== undefined && last.body.length === 0 && last.head.length < 2 && line.gap < 0.5;
      if (second && !line.bullet && !(whole && valuesIn([line], { anchor: line, context }) > 1)) last.head.push(line);
      else entries.push({ head: [line], body: [] });
    } else if (last.body.length === 0 && headLike(line) && last.head.length < 3 && evidence(line.text) > 0.4)
      last.head.push(line);
    else last.body.push(line);
  }
  return entries;
}

/** A table whose first row names its columns (`Degree | Institution | Year`): each row is an entry, each cell labelled. */
function tableEntries(lines: readonly Line[]): Entry[] | undefined {
  const [header, ...rows] = lines;
  if (header === undefined || header.cells.length < 2 || rows.length === 0) return undefined;
  const names = header.cells.map((cell) => labelKinds(cell.text));
  if (names.filter((kinds) => kinds.length > 0).length < Math.max(2, header.cells.length - 1)) return undefined;
  const columnOf = (cell: Cell): number => {
    const at = header.cells.findLastIndex((h) => h.x <= cell.x + cell.fontSize);
    return at < 0 ? 0 : at;
  };
  const entries: (Entry & { cells: Map<number, Cell> })[] = [];
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1];
    const last = entries.at(-1);
    // A cell that a narrow column broke goes on below, close to its first line.
    const broken = row.gap < 0.6 && (above?.cells ?? []).some((cell) => /[,–—/(&-]$/u.test(cell.text));
    const isNew = last === undefined || (row.cells.length > 1 && !broken);
    const target = isNew ? { head: [], body: [], cells: new Map<number, Cell>(), anchor: row } : last;
    for (const cell of row.cells) {
      const column = columnOf(cell);
      const begun = target.cells.get(column);
      const text = begun === undefined ? cell.text : `${begun.text} ${cell.text}`;
      target.cells.set(column, { ...(begun ?? cell), text, pieces: [{ ...cell, text }] });
    }
    if (isNew) entries.push(target);
  }
  return entries.map(({ cells, anchor }) => {
    const head = [...cells.entries()].map(([at, cell]): Line => {
      const label = header.cells[at];
      return {
        ...(anchor ?? header),
        cells: label === undefined ? [cell] : [label, cell],
        text: cell.text,
        bullet: false,
      };
    });
    const dates = findDates(anchor?.text ?? '');
    const date = dates.find((d) => d.kind === 'range') ?? dates.at(-1);
    return { head, body: [], ...(anchor === undefined ? {} : { anchor }), ...(date === undefined ? {} : { date }) };
  });
}
