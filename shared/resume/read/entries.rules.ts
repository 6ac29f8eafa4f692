/**
 * Cuts a section into entries. A date range is the anchor of an entry; how many lines stand above it, and which lines
 * below it belong to its head, is learnt from the section as a whole. Long because the steps share one notion of a head;
 * `headTails` takes lines, anchors and starts, three views of the same section.
 */
import { type FoundDate, findDates, withoutDates } from './dates.rules.ts';
import type { Cell, Line } from './item.schema.ts';
import { degreeScore, isProse, orgScore, placeScore, schoolScore, titleScore } from './lexicon.rules.ts';
import { signature } from './lines.rules.ts';
import { trimEdges, wordCount } from './text.rules.ts';

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

function anchorsOf(lines: readonly Line[]): Anchor[] {
  const all = lines.flatMap((line, at) => {
    const date = anchorDate(line);
    return date === undefined ? [] : [{ at, date, bullet: line.bullet, range: date.kind === 'range' }];
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
  !line.bullet && !isProse(residue(line)) && line.text.length < 130 && !DETAIL.test(line.text);

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

/** Cuts the lines of a section that holds dated entries. */
export function toEntries(lines: readonly Line[]): Entry[] {
  const anchors = mergeAnchors(lines, anchorsOf(lines));
  if (anchors.length === 0) return undated(lines);
  const starts = findStarts(lines, anchors);
  const tails = headTails(lines, anchors, starts);
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

/** Two dates on neighbouring lines may be the two ends of one range (`2019 –` above `2021`), or a total above its parts. */
function mergeAnchors(lines: readonly Line[], anchors: readonly Anchor[]): Anchor[] {
  const out: Anchor[] = [];
  for (const anchor of anchors) {
    const last = out.at(-1);
    const lastLine = last === undefined ? undefined : lines[last.at];
    const line = lines[anchor.at];
    const joinable =
      last !== undefined &&
      lastLine !== undefined &&
      line !== undefined &&
      anchor.at - last.at === 1 &&
      anchor.date.kind === 'point' &&
      /[-–—]\s*$/u.test(lastLine.text) &&
      last.date.present &&
      last.date.start !== undefined &&
      anchor.date.end !== undefined &&
      anchor.date.end >= last.date.start;
    if (joinable && last !== undefined && anchor.date.end !== undefined)
      last.date = { ...last.date, present: false, end: anchor.date.end };
    else out.push({ ...anchor });
  }
  return out;
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
    for (let j = at; j >= from && at - j < MAX_HEAD; j--) {
      const line = lines[j];
      const firstLine = lines[firstStart];
      if (line === undefined || firstLine === undefined) break;
      if (j < at && (!headLike(line) || (continues(lines[j - 1], line) && !sameLook(line, firstLine)))) break;
      let score = 0;
      if (at - j === lead) score += 2;
      if (sameLook(line, firstLine)) score += 2.5;
      if (line.gap > 0.65 && Number.isFinite(line.gap)) score += Math.min(1.5, line.gap);
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

/** How many lines after each anchor still belong to the head. */
function headTails(lines: readonly Line[], anchors: readonly Anchor[], starts: readonly number[]): number[] {
  const limit = (i: number): number => starts[i + 1] ?? lines.length;
  const body = new Map<string, number>();
  anchors.forEach((anchor, i) => {
    for (const line of lines.slice(anchor.at + 1, limit(i)))
      if (line.bullet || line.text.length > 60)
        body.set(signature(line), (body.get(signature(line)) ?? 0) + line.text.length);
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
      const styled = signature(line) !== bodyLook;
      const short = wordCount(line.text) <= 12;
      // Who and what are both known already: only a line set off from the text may add to it.
      const before = lines
        .slice(starts[i] ?? 0, (anchors[i]?.at ?? 0) + offset)
        .filter((l) => wordCount(residue(l)) > 0);
      const complete =
        before.length > 1 && before.some((l) => titleScore(residue(l)) >= 0.5 || degreeScore(residue(l)) >= 0.5);
      if (complete && (!styled || line.gap > 1)) {
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
        !styled;
      const previous = lines[(anchors[i]?.at ?? 0) + offset - 1];
      const wrapped =
        offset > 1 && previous !== undefined && styled && signature(previous) === signature(line) && line.gap < 0.35;
      const good =
        (short && wrapped) ||
        (short &&
          !goesOn &&
          (needed ||
            (styled &&
              (own > 0.3 || mean > 0.25 || (anchor !== undefined && line.weight >= anchor.weight && line.italic))) ||
            (!styled && own > 0.55 && mean > 0.35 && line.text.length < 90)));
      if (good) tails[i] = offset;
      else open[i] = false;
    });
  }
  return tails;
}

/** Entries without any date: a head is a line that looks like the first one. */
function undated(lines: readonly Line[]): Entry[] {
  const first = lines.find((l) => !isProse(l.text));
  if (first === undefined) return [];
  const entries: Entry[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    const startsEntry = sameLook(line, first) && line.bullet === first.bullet && headLike({ ...line, bullet: false });
    if (startsEntry || last === undefined) {
      if (last !== undefined && last.body.length === 0 && last.head.length < 2 && line.gap < 0.5 && !line.bullet)
        last.head.push(line);
      else entries.push({ head: [line], body: [] });
    } else if (last.body.length === 0 && headLike(line) && last.head.length < 3 && evidence(line.text) > 0.4)
      last.head.push(line);
    else last.body.push(line);
  }
  return entries;
}

/** A piece of an entry's head that may be one value. */
export type Part = {
  text: string;
  slot: string;
  order: number;
  weight: number;
  italic: boolean;
  caps: boolean;
  linked: boolean;
  /** What a label in front of it says it is. */
  labelled?: 'title' | 'org';
  line: Line;
  cell: Cell;
};

/** How finely a head is cut: `fine` also at commas, full stops and hyphens without spaces. */
export type Cut = 'coarse' | 'fine';

const STRONG =
  /\s*(?:[|•·∙⋅●▪♦](?=\s|\p{L})|\s[-–—―‐]+\s|\s[–—]\s?(?=\p{Lu})|(?<=\p{L})[–—](?=\p{Lu})|\s@\s|\s{2,}|：|；|;\s|:\s+)\s*/u;
/** Where a head is cut finely. */
export const COMMA =
  /\s*[,，、](?!\s*(?:[Ii]nc|INC|LLC|llc|[Ll]td|LTD|GmbH|gmbh|[Cc]orp|Co|PLC|plc|LP|LLP|PC|AG|S\.?A\.?|B\.?V\.?|PLLC|Ph\.?D|M\.?D)\b)\s*|\s[/\\]\s|(?<=\p{L}{4}|[)])[.。]\s+(?=\p{Lu})/u;
const AT =
  /^(.{3,}?),?\s+(?:at|bei(?:\s+der)?|chez|presso|bij|hos|w|in der|à la|à l[’']|à|au|aux|en la|en el|en|na|no|nella|alla|an der|am)\s*(?<=[\s’'])((?:the |die |der |la |le |l[’'])?[\p{Lu}\d].+)$/u;
const TITLE_LABEL =
  /^(?:position|role|title|job title|designation|posten|funktion|stelle|poste|fonction|cargo|puesto|ruolo|posizione|functie|stanowisko|befattning|pozisyon|görev|职位|职务|岗位|पद)$/iu;
const ORG_LABEL =
  /^(?:company|employer|organi[sz]ation|client|firma|unternehmen|arbeitgeber|entreprise|société|employeur|empresa|compañía|azienda|datore di lavoro|werkgever|bedrijf|pracodawca|företag|şirket|kurum|公司|单位|institution|school|university|कंपनी)$/iu;

/** Joins head lines that are one sentence broken at the margin. */
function joinedHead(
  head: readonly Line[],
): { text: string; pieces: Cell['pieces']; cell: Cell; line: Line; row: number; firstCell: boolean }[] {
  const out: { text: string; pieces: Cell['pieces']; cell: Cell; line: Line; row: number; firstCell: boolean }[] = [];
  head.forEach((line, row) => {
    const previous = head[row - 1];
    const last = out.at(-1);
    const lastText = last?.text.trim() ?? '';
    const broken =
      previous !== undefined &&
      last !== undefined &&
      line.cells.length === 1 &&
      line.gap < 0.7 &&
      !line.bullet &&
      findDates(line.text).length === 0 &&
      (/[,&/–-]$/u.test(lastText) ||
        /^(?:&|\p{Ll}|\/)/u.test(line.text) ||
        (signature(previous) === signature(line) &&
          previous.cells.length === 1 &&
          line.gap < 0.35 &&
          previous.full &&
          line.width < previous.width * 0.75));
    if (broken && last !== undefined) {
      const glue = /\p{L}-$/u.test(lastText) && /^\p{Ll}/u.test(line.text) ? '' : ' ';
      last.text = (glue === '' ? lastText.slice(0, -1) : lastText) + glue + line.text;
      const pieces = line.cells[0]?.pieces ?? [];
      last.pieces = [...last.pieces, ...pieces.map((p, i) => ({ ...p, text: (i === 0 ? glue : '') + p.text }))];
      return;
    }
    line.cells.forEach((cell, i) => {
      out.push({ text: cell.text, pieces: cell.pieces, cell, line, row, firstCell: i === 0 });
    });
  });
  return out;
}

/** The text cut where bold or italic begins or ends, if both sides are more than a mark. */
function styled({
  text,
  pieces,
}: {
  text: string;
  pieces: Cell['pieces'];
}): { text: string; weight: number; italic: boolean }[] {
  const out: { text: string; weight: number; italic: boolean }[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const same = last !== undefined && last.weight >= 600 === piece.weight >= 600 && last.italic === piece.italic;
    const mark = !/\p{L}{2}/u.test(piece.text) || /^[\s,]*(?:and|und|et|y|e|of|&)\s*$/iu.test(piece.text);
    if (last !== undefined && (same || mark || !/\p{L}{2}/u.test(last.text))) last.text += piece.text;
    else out.push({ text: piece.text, weight: piece.weight, italic: piece.italic });
  }
  // Pieces lose what repairs the whole text (letter-spacing); then the text wins.
  const joined = out
    .map((p) => p.text)
    .join('')
    .replace(/\s+/gu, '');
  if (out.length > 1 && joined === text.replace(/\s+/gu, '')) return out;
  return [{ text, weight: pieces[0]?.weight ?? 400, italic: pieces[0]?.italic ?? false }];
}

/** The pieces of an entry's head, without dates. */
export function partsOf(entry: Entry, cut: Cut = 'coarse'): Part[] {
  const parts: Part[] = [];
  const anchorAt = entry.anchor === undefined ? 0 : entry.head.indexOf(entry.anchor);
  const counts = new Map<number, number>();
  for (const { text, pieces, cell, line, row } of joinedHead(entry.head)) {
    let label: Part['labelled'];
    for (const run of styled({ text, pieces })) {
      const plain = withoutAsides(withoutDates(run.text, findDates(run.text)));
      const cuts = plain
        .split(STRONG)
        .flatMap((p) => splitAt(p))
        .flatMap((p) => (cut === 'fine' ? p.split(COMMA) : [p]));
      for (const piece of cuts) {
        const clean = trimEdges(piece.replace(/\(\s*(?:full|part)[- ]time\s*\)/giu, ' '));
        if (TITLE_LABEL.test(clean)) label = 'title';
        else if (ORG_LABEL.test(clean)) label = 'org';
        if (clean === '' || isNoise(clean) || TITLE_LABEL.test(clean) || ORG_LABEL.test(clean)) continue;
        const n = counts.get(row) ?? 0;
        counts.set(row, n + 1);
        parts.push({
          text: clean,
          slot: `${row - anchorAt}:${n}`,
          order: parts.length,
          weight: run.weight,
          italic: run.italic,
          caps: /^[^\p{Ll}]+$/u.test(clean) && clean.length > 3,
          linked: cell.links.length > 0,
          ...(label === undefined ? {} : { labelled: label }),
          line,
          cell,
        });
        label = undefined;
      }
    }
  }
  return parts;
}

/** Drops brackets that name nothing: lists of tools, states of a study. Places stay. */
const withoutAsides = (text: string): string =>
  text.replace(/\s*[(（]([^()（）]*)[)）]/gu, (all, inner: string) =>
    (/[,;、]/u.test(inner) && placeScore(inner) < 0.7) ||
    /^(?:cursando|em andamento|en cours|laufend|abgeschlossen|concluído|completed?|ongoing|in progress|remote|contract|internship|freelance|self[- ]employed|full[- ]time|part[- ]time|expected|vollzeit|teilzeit|en curso|finalizado|cdi|cdd|stage|alternance)$/iu.test(
      inner.trim(),
    )
      ? ' '
      : all,
  );

/** `Engineer at Acme` → both; only where the words before are a title or a degree and what follows is a name. */
function splitAt(text: string): string[] {
  const strong = /^(.{3,}?),?\s+(?:at|bei|chez|presso|bij|hos)\s+(?:der\s+|the\s+)?(.+)$/u.exec(text);
  if (strong?.[1] !== undefined && strong[2] !== undefined && titleScore(strong[1]) + degreeScore(strong[1]) >= 0.5)
    return [strong[1], strong[2]];
  const weak = AT.exec(text);
  if (weak?.[1] === undefined || weak[2] === undefined) return [text];
  const [title, degree] = [titleScore(weak[1]), degreeScore(weak[1])];
  const right = Math.max(orgScore(weak[2]), schoolScore(weak[2]));
  const known = Math.max(title, degree) >= 0.5 && right >= 0.6 && schoolScore(weak[1]) < 0.5;
  // `Analista en Acme`, but not `Ingeniero en Sistemas`.
  const plain = title >= 0.7 && degree < 0.5 && wordCount(weak[2]) <= 4 && titleScore(weak[2]) < 0.3;
  return known || plain ? [weak[1], weak[2]] : [text];
}

/** Durations, labels and marks that stand in heads but name nothing. */
function isNoise(text: string): boolean {
  if (!/\p{L}/u.test(text) || /\bc?gpa\b/iu.test(text)) return true;
  if (
    /^\(?\s*(?:(?:ca\.?|about|~)\s*)?\d+\s*(?:\+\s*)?(?:years?|yrs?|months?|mos?|weeks?|jahre?|monate?|ans?|mois|años?|anos?|ano|meses|mes|mês|anni|mesi|jaar|maanden|lat|år|yıl|ay|年|个月|h|std)\b.*$/iu.test(
      text,
    )
  )
    return true;
  return /^(?:full[- ]time|part[- ]time|vollzeit|teilzeit|temps plein|temps partiel|cdi|cdd|contract|permanent|freelance|remote|hybrid|current|present|dates?|location|lieu|ort|lugar|from|to|until|since|(?:expected |anticipated )?graduation(?: date)?|expected|graduated|anticipated|projected|class of|duration|période|periode|zeitraum|city|country|website|link|tech stack|technologies)\s*:?$/iu.test(
    text,
  );
}
