/**
 * Cuts the head of an entry into atoms, the smallest pieces that may be a value, and joins neighbours back into spans.
 * Where a comma belongs to a name and where it separates two values is left open here and decided by `roles.rules.ts`.
 * Over 300 lines because every way two values can touch (marks, words, styles, labels, line breaks) is told here.
 */
import { findDates, withoutDates } from './dates.rules.ts';
import type { Entry } from './entries.rules.ts';
import type { Cell, Line } from './item.schema.ts';
import { REGION_CODES } from './lexicon.data.ts';
import { degreeScore, orgScore, placeScore, schoolScore, titleScore } from './lexicon.rules.ts';
import { signature } from './lines.rules.ts';
import { gradeOf, isGradeName } from './roles-grades.rules.ts';
import type { LabelKind } from './roles-labels.data.ts';
import { labelKinds, labelledParts, longLabel } from './roles-labels.rules.ts';
import { trimEdges, wordCount } from './text.rules.ts';

/** What stands between an atom and the one before it. Only weak joints may lie inside a value. */
export type Joint = 'strong' | 'comma' | 'stop' | 'colon' | 'slash' | 'space' | 'paren' | 'at';

export type Atom = {
  text: string;
  joint: Joint;
  /** The run of text it was cut from, and where it stands there. */
  source: string;
  from: number;
  to: number;
  /** Line relative to the date's line; index of its part between strong separators; index of the atom in that part. */
  row: number;
  col: number;
  /** Line counted from the head's first one. */
  top: number;
  sub: number;
  weight: number;
  italic: boolean;
  linked: boolean;
  label?: LabelKind;
  line: Line;
};

/** A value that some neighbouring atoms may be. */
export type Part = {
  text: string;
  atoms: readonly Atom[];
  order: number;
  line: Line;
};

const LEGAL =
  '(?:[Ii]nc|INC|LLC|llc|[Ll]td|LTD|GmbH|gmbh|[Cc]orp|Co|PLC|plc|LP|LLP|PC|AG|S\\.?A\\.?|S\\.?L\\.?|B\\.?V\\.?|PLLC|Ph\\.?D|M\\.?D)';
/** `Boston, MA` stays whole: a comma before the code of a state cuts nothing. */
const REGION = `(?:${REGION_CODES.split(' ').join('|')})(?![\\p{L}\\p{M}])`;
const SEPARATOR = new RegExp(
  [
    '(?<strong>\\s*[|¦•·∙⋅●▪♦](?=\\s|\\p{L})\\s*|\\s[-–—―‐]+\\s|\\s[–—]\\s?(?=\\p{Lu})|(?<=[\\p{L}\\p{M}])[–—](?=\\p{Lu})|\\s{2,}|\\s*[;；](?:\\s|(?=\\p{Script=Han})))',
    '(?<at>\\s+@\\s+)',
    '(?<colon>\\s*:\\s+|：|(?<=\\p{Script=Han})\\s*:\\s*)',
    `(?<comma>\\s*[,，、،](?!\\d|\\s*${LEGAL}(?![\\p{L}\\p{M}])|\\s*${REGION})\\s*)`,
    `(?<stop>(?<=[\\p{L}\\p{M}]{4}|[)])(?<!प्रा)[.。।]\\s+(?!${LEGAL}(?![\\p{L}\\p{M}]))(?=\\p{Lu}|\\p{Lo}))`,
    '(?<slash>\\s[/\\\\]\\s)',
    '(?<space>(?<=\\p{Script=Han}[)\\]]?)\\s+(?=[\\p{L}])|(?<=[\\p{L}\\p{N})])\\s+(?=\\p{Script=Han}))',
  ].join('|'),
  'gu',
);

const WEAK_AT =
  /,?\s+(?:at|bei(?:\s+der)?|chez|presso|bij|hos|w|in der|à la|à l[’']|à|au|aux|en la|en el|en|na|no|nella|alla|an der|am|im)\s*(?<=[\s’'])(?=(?:the |die |der |la |le |l[’'])?[\p{L}\d])/gu;
const STRONG_AT =
  /^(.{3,}?),?\s+(?:at|bei|beim|chez|presso|c\/o|bij|hos|@)\s+(?:(?:der|dem|the|la|il|de|het)\s+)?(.+)$/u;
/** Whoever leads or owns a firm is named with it: `Founder of Acme`. */
const OWN =
  /^((?:.{0,30}\s)?(?:(?:co-?)?founder|ceo|cto|owner|managing director|inhaber(?:in)?|geschäftsführer(?:in)?|gérante?|fondat(?:eur|rice)|fundador(?:a)?|propietari[oa]|titolare|proprietári[oa]))\s+(?:of|de|der|da|di|do|van|von)\s+(\p{Lu}.+)$/iu;
const LEADING_AT = /^(?:at|bei|beim|chez|presso|c\/o|bij|hos|w|@)\s+(?:(?:der|dem|the|la|il|het)\s+)?(?=[\p{Lu}\d])/u;
const IN_PLACE = /^(.{3,}?)\s+(?:in|à|en|em|i|te|w)\s+(\p{Lu}.+)$/u;

type Run = { text: string; pieces: Cell['pieces']; cell: Cell; line: Line; row: number; label?: LabelKind };

/** Which labels count: a work section has titles, an education section degrees, under the same words. */
const PREFERRED: Record<'work' | 'education', readonly LabelKind[]> = {
  work: ['title', 'org', 'place', 'date', 'detail', 'client', 'school'],
  education: ['degree', 'school', 'area', 'org', 'place', 'date', 'detail', 'title'],
};

const choiceOf = (kinds: readonly LabelKind[], context: 'work' | 'education'): LabelKind | undefined =>
  PREFERRED[context].find((kind) => kinds.includes(kind));

/** The kinds its first cell names where values stand beside it; beside a date alone the word is a value (`Diploma  2011`). */
function labelOfRow(line: Line): readonly LabelKind[] {
  const [first, ...rest] = line.cells;
  if (first === undefined || rest.length === 0) return [];
  const kinds = labelKinds(first.text);
  const dated = rest.every((cell) => withoutDates(cell.text, findDates(cell.text)).trim() === '');
  return dated && !kinds.includes('date') ? [] : kinds;
}

/** Whether a line says by its label what it holds, so that it counts wherever it stands in its entry. */
export function isLabelled(line: Line): boolean {
  const first = line.cells[0];
  if (first === undefined) return false;
  // A bullet may well begin with a word and a colon; only a form's long label makes it a field.
  if (line.bullet && line.cells.length < 2) return longLabel(line.text) !== undefined;
  const kinds = line.cells.length > 1 ? labelOfRow(line) : labelledParts(line.text).flatMap((part) => part.kinds);
  return kinds.some((kind) => kind !== 'date' && kind !== 'detail' && kind !== 'client');
}

/** The atoms of an entry: of its head, and of what labels name further down. */
export function atomsOf(entry: Entry, context: 'work' | 'education'): Atom[] {
  const anchorAt = entry.anchor === undefined ? 0 : entry.head.indexOf(entry.anchor);
  const lines = [...entry.head, ...entry.body.filter(isLabelled)];
  const atoms: Atom[] = [];
  const cols = new Map<number, number>();
  for (const run of joinedRuns(lines, context)) {
    const row = run.row - anchorAt;
    let open = false;
    for (const style of styled(run)) {
      const text = withoutAsides(withoutDates(style.text, findDates(style.text)), context).replace(
        /\(([^()]*?)\s+\)/gu,
        '($1)',
      );
      if (/^\s*[,，]/u.test(style.text)) open = true;
      let col = (cols.get(row) ?? -1) + 1;
      let sub = 0;
      let any = false;
      for (const cut of cutText(text)) {
        if (cut.joint === 'strong' && any) {
          col++;
          sub = 0;
        }
        if (isNoise(cut.text) || (context === 'education' && gradeOf(cut.text) !== undefined)) continue;
        atoms.push({
          ...cut,
          // A comma at the edge of bold or italic is a comma all the same.
          joint: sub > 0 || cut.joint === 'at' ? cut.joint : open && !any ? 'comma' : 'strong',
          row,
          col,
          top: run.row,
          sub,
          weight: style.weight,
          italic: style.italic,
          linked: run.cell.links.length > 0,
          ...(run.label === undefined ? {} : { label: run.label }),
          line: run.line,
        });
        any = true;
        sub++;
      }
      open = /[,，]\s*$/u.test(style.text) || (open && !any);
      if (any) cols.set(row, col);
    }
  }
  return atoms.slice(0, 16);
}

type Cutting = Pick<Atom, 'text' | 'joint' | 'source' | 'from' | 'to'>;

/** Cuts a text at its separators, outside brackets; a place in closing brackets becomes an atom of its own. */
function cutText(source: string): Cutting[] {
  const closed = [...source.matchAll(/[(（][^()（）]*[)）]/gu)].map((m) => [m.index, m.index + m[0].length] as const);
  const cuts: { from: number; to: number; joint: Joint }[] = [];
  let from = 0;
  let joint: Joint = 'strong';
  for (const match of source.matchAll(SEPARATOR)) {
    if (closed.some(([a, b]) => match.index > a && match.index < b)) continue;
    const empty = source.slice(from, match.index).trim() === '';
    if (!empty) cuts.push({ from, to: match.index, joint });
    from = match.index + match[0].length;
    // Of two separators side by side the strong one counts, and the gap that a date left is strong.
    const kind = /\s{2}/u.test(match[0])
      ? 'strong'
      : Object.entries(match.groups ?? {}).find(([, v]) => v !== undefined)?.[0];
    if (!(empty && cuts.length > 0 && joint === 'strong')) joint = (kind ?? 'strong') as Joint;
  }
  cuts.push({ from, to: source.length, joint });
  return cuts.flatMap((cut) => refine(source, cut)).filter((cut) => cut.text !== '');
}

function refine(source: string, cut: { from: number; to: number; joint: Joint; whole?: boolean }): Cutting[] {
  const make = (from: number, to: number, joint: Joint): Cutting => {
    const raw = source.slice(from, to);
    const text = trimEdges(
      raw.replace(/^[\s.]+(?=\s)/u, '').replace(/\(\s*(?:full|part)[- ]time\s*\)/giu, ' '),
    ).replace(/(?<=\p{Ll}{4})\.$/u, '');
    return { text, joint, source, from, to };
  };
  const raw = source.slice(cut.from, cut.to);
  const lead = LEADING_AT.exec(raw.trimStart());
  if (lead !== null && wordCount(raw) > 1 && cut.joint !== 'comma')
    return refine(source, {
      from: cut.from + raw.length - raw.trimStart().length + lead[0].length,
      to: cut.to,
      joint: 'at',
    });
  const where = /^(?:in|à|en|em|i|te|w)\s+(?=\p{Lu})/u.exec(raw.trimStart());
  if (where !== null && placeScore(raw.trimStart().slice(where[0].length)) >= 0.7)
    return [make(cut.from + raw.length - raw.trimStart().length + where[0].length, cut.to, 'paren')];
  const at = cut.whole === true ? undefined : splitAt(raw.trim());
  if (at !== undefined) {
    const left = cut.from + raw.indexOf(at[0]) + at[0].length;
    const right = cut.from + raw.lastIndexOf(at[1]);
    return [
      ...refine(source, { from: cut.from, to: left, joint: cut.joint, whole: true }),
      ...refine(source, { from: right, to: cut.to, joint: 'at' }),
    ];
  }
  const bracket = /^(.*\S)\s*[(（]([^()（）]{2,40})[)）]\s*$/u.exec(raw);
  if (bracket?.[1] !== undefined && bracket[2] !== undefined && standsAlone(bracket[2], bracket[1])) {
    const middle = cut.from + bracket[1].length;
    return [make(cut.from, middle, cut.joint), { ...make(middle, cut.to, 'paren'), text: trimEdges(bracket[2]) }];
  }
  const inPlace = IN_PLACE.exec(raw.trim());
  if (inPlace?.[1] !== undefined && inPlace[2] !== undefined && placeScore(inPlace[2]) >= 0.85) {
    const right = cut.from + raw.lastIndexOf(inPlace[2]);
    return [
      make(cut.from, cut.from + raw.indexOf(inPlace[1]) + inPlace[1].length, cut.joint),
      make(right, cut.to, 'paren'),
    ];
  }
  return [make(cut.from, cut.to, cut.joint)];
}

/** Whether what stands in brackets is a value of its own: a town, the post behind a firm, the firm behind a post. */
const standsAlone = (inner: string, outer: string): boolean =>
  mayBePlace(inner) ||
  (titleScore(inner) >= 0.5 && titleScore(outer) < 0.3 && degreeScore(outer) < 0.5) ||
  (orgScore(inner) >= 0.6 && titleScore(outer) >= 0.5 && orgScore(outer) < 0.5);

/** A name that can be a town nobody listed: one to three capitalised words without any other meaning. */
export function mayBePlace(text: string): boolean {
  if (placeScore(text) >= 0.7) return true;
  const plain = text.trim();
  if (/^\p{Script=Han}{2,6}[市省区县]$/u.test(plain)) return true;
  if (/^[\u0900-\u097f]{2,12}$/u.test(plain))
    return titleScore(plain) < 0.2 && orgScore(plain) < 0.3 && degreeScore(plain) < 0.15;
  if (
    !/^\p{Lu}[\p{L}\p{M}.'’-]+(?:[\s-](?:\p{Lu}|de|del|la|le|sur|am|an|upon|of|do|da|dos|i|den|aan)[\p{L}\p{M}.'’-]*){0,3}(?:\s*\/\s*\p{Lu}\p{L}+|\s\(?\d{2,5}\)?)?$/u.test(
      plain,
    )
  )
    return false;
  if (/^\p{Lu}{2,}$/u.test(plain) || wordCount(plain) > 4) return false;
  return titleScore(plain) < 0.2 && orgScore(plain) < 0.3 && schoolScore(plain) < 0.3 && degreeScore(plain) < 0.15;
}

/** `Engineer at Acme` → both; only where the words before are a title or a degree and what follows is a name. */
function splitAt(text: string): readonly [string, string] | undefined {
  const strong = STRONG_AT.exec(text);
  if (strong?.[1] !== undefined && strong[2] !== undefined) {
    const says = titleScore(strong[1]) + degreeScore(strong[1]) >= 0.5;
    // These words hardly stand in a name, so that an unknown title will do.
    const looks = /^[\p{Lu}\d]/u.test(strong[2]) && wordCount(strong[1]) <= 6 && orgScore(strong[1]) < 0.6;
    if (says || looks) return [strong[1], strong[2]];
  }
  const own = OWN.exec(text);
  if (own?.[1] !== undefined && own[2] !== undefined) return [own[1], own[2]];
  for (const weak of text.matchAll(WEAK_AT)) {
    const [left, right] = [text.slice(0, weak.index), text.slice(weak.index + weak[0].length)];
    if (left.length >= 3 && right.length > 1 && parts(left, { between: weak[0], right })) return [left, right];
  }
  return undefined;
}

/** Whether a word that may mean `at` does so between these two. */
function parts(left: string, { between, right }: { between: string; right: string }): boolean {
  // A small letter begins a name only where a school's word comes first: `au lycée de …`.
  const lead = right.replace(/^(?:l[’']|la |le |der |die |the )/u, '').split(/\s+/u)[0] ?? '';
  if (/^\p{Ll}/u.test(lead) && schoolScore(lead) < 0.6) return false;
  const [title, degree] = [titleScore(left), degreeScore(left)];
  // `Grado en Farmacia`: what a degree is in may share its word with a kind of firm.
  if (degree >= 0.5 && title < 0.5 && /^,?\s+(?:en|em|im|in|i|w)\s/u.test(between) && schoolScore(right) < 0.6)
    return false;
  const name = Math.max(orgScore(right), schoolScore(right), /^\p{Lu}{3,}(?![\p{L}])/u.test(right) ? 0.6 : 0);
  const known =
    (Math.max(title, degree) >= 0.5 || /^\p{Lu}{2,6}$/u.test(left)) && name >= 0.6 && schoolScore(left) < 0.5;
  // `Analista en Acme`, but not `Ingeniero en Sistemas` or `Praktikum im Marketing`.
  return (
    known ||
    (!/^,?\s+(?:in der|im|am|an der|au|aux|à la)\s/u.test(`${between} `) &&
      title >= 0.7 &&
      degree < 0.5 &&
      wordCount(right) <= 4 &&
      titleScore(right) < 0.3)
  );
}

/** The runs of text of some lines; a head broken at the margin is one run, a label leaves its value. */
function joinedRuns(lines: readonly Line[], context: 'work' | 'education'): Run[] {
  const out: Run[] = [];
  lines.forEach((line, row) => {
    const previous = lines[row - 1];
    const last = out.at(-1);
    if (previous !== undefined && last !== undefined && goesOn(previous, { line, before: last.text })) {
      const before = last.text.trim();
      const hyphen = /\p{L}-$/u.test(before);
      const glue = hyphen ? '' : ' ';
      last.text = (hyphen && /^\p{Ll}/u.test(line.text) ? before.slice(0, -1) : before) + glue + line.text;
      const pieces = line.cells[0]?.pieces ?? [];
      last.pieces = [...last.pieces, ...pieces.map((p, i) => ({ ...p, text: (i === 0 ? glue : '') + p.text }))];
      return;
    }
    const kinds = labelOfRow(line);
    if (kinds.length > 0) {
      const label = choiceOf(kinds, context);
      if (label === 'date' || label === 'detail' || label === 'client') return;
      for (const cell of line.cells.slice(1))
        out.push({ text: cell.text, pieces: cell.pieces, cell, line, row, ...(label === undefined ? {} : { label }) });
      return;
    }
    for (const cell of line.cells) {
      const parts = labelledParts(cell.text);
      if (parts.length === 0) out.push({ text: cell.text, pieces: cell.pieces, cell, line, row });
      for (const { kinds: of, value } of parts) {
        const label = choiceOf(of, context);
        if (label === 'date' || label === 'detail' || label === 'client' || value === '') continue;
        const pieces = [{ text: value, weight: cell.weight, italic: cell.italic, fontSize: cell.fontSize }];
        out.push({ text: value, pieces, cell, line, row, ...(label === undefined ? {} : { label }) });
      }
    }
  });
  return out;
}

/** Whether a head line is the end of the one above, which was broken at the margin. */
function goesOn(previous: Line, { line, before }: { line: Line; before: string }): boolean {
  if (line.cells.length !== 1 || line.gap >= 0.7 || line.bullet || findDates(line.text).length > 0) return false;
  if (isLabelled(line)) return false;
  if (/[,&/–-]$/u.test(before.trim()) || /^[&/]/u.test(line.text)) return true;
  // `Acme — //Sales//` above `//Representative//`: the last style goes on.
  const piece = previous.cells.at(-1)?.pieces.at(-1);
  const pieces = previous.cells.at(-1)?.pieces.length ?? 0;
  if (
    pieces > 1 &&
    piece !== undefined &&
    /[–—-]\s*$/u.test(before.slice(0, Math.max(0, before.trimEnd().length - piece.text.trim().length))) &&
    line.gap < 0.45 &&
    wordCount(line.text) <= 3 &&
    Math.abs(previous.x - line.x) < 4 &&
    piece.italic === line.italic &&
    piece.weight >= 600 === line.weight >= 600 &&
    (previous.weight >= 600 !== line.weight >= 600 || previous.italic !== line.italic)
  )
    return true;
  const aligned = previous.cells.some((cell) => Math.abs(cell.x - line.x) < 6);
  if (/^\p{Ll}/u.test(line.text)) return aligned && before.trim().length > 24;
  const plain = withoutDates(before, findDates(before)).trim();
  const what = Math.max(titleScore(plain), degreeScore(plain));
  if (what >= 0.5 && Math.max(orgScore(line.text), schoolScore(line.text)) >= 0.6) return false;
  return (
    signature(previous) === signature(line) &&
    previous.cells.length === 1 &&
    line.gap < 0.35 &&
    previous.full &&
    line.width < previous.width * 0.75 &&
    plain.length > 40 &&
    !/[.!?]$/u.test(line.text)
  );
}

/** The text cut where bold or italic begins or ends, if both sides are more than a mark. */
function styled({ text, pieces }: Pick<Run, 'text' | 'pieces'>): { text: string; weight: number; italic: boolean }[] {
  const out: { text: string; weight: number; italic: boolean }[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const same = last !== undefined && last.weight >= 600 === piece.weight >= 600 && last.italic === piece.italic;
    const mark = !/[\p{L}\p{M}]{2}/u.test(piece.text) || /^[\s,]*(?:and|und|et|y|e|of|&)\s*$/iu.test(piece.text);
    if (last !== undefined && (same || mark || !/[\p{L}\p{M}]{2}/u.test(last.text))) last.text += piece.text;
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

/** Drops brackets that name nothing: lists of tools, states of a study. Places stay, and what a degree was in. */
const withoutAsides = (text: string, context: 'work' | 'education'): string =>
  text.replace(/\s*[(（]([^()（）]*)[)）]/gu, (all, inner: string, at: number) =>
    (/[,;、]/u.test(inner) &&
      placeScore(inner) < 0.7 &&
      !(context === 'education' && degreeScore(text.slice(0, at)) >= 0.5)) ||
    /^\s*(?:[-–·,;:]\s*)*$/u.test(inner) ||
    /^(?:cursando|em andamento|en cours|laufend|abgeschlossen|concluído|conclusão|conclusao|completed?|ongoing|in progress|remote|contract|internship|freelance|self[- ]employed|full[- ]time|part[- ]time|expected|graduated|vollzeit|teilzeit|en curso|finalizado|cdi|cdd|stage|alternance|tempo pieno|tempo parziale|voltijd|deeltijd|m\/w\/d|全职|兼职|实习)\s*:?\s*$/iu.test(
      inner.trim(),
    ) ||
    /部门?$|组$|事业[部群]$/u.test(inner)
      ? ' '
      : all,
  );

const DURATION =
  /^\(?\s*(?:(?:ca\.?|about|~|env\.?)\s*)?\d+\s*(?:\+\s*)?(?:years?|yrs?|months?|mos?|weeks?|jahre?|monate?|ans?|mois|años?|anos?|ano|meses|mes|mês|anni|anno|mesi|mese|jaar|maanden|maand|lat|lata|rok|miesięcy|miesiące|år|månader|yıl|ay|年|个月|वर्ष|महीने|h|std)(?![\p{L}\p{M}]).*$/iu;
const EMPTY_WORD =
  /^(?:full[- ]time|part[- ]time|vollzeit|teilzeit|temps plein|temps partiel|tempo integral|tiempo completo|cdi|cdd|contract|permanent|freelance|remote|hybrid|on-?site|current|present|dates?|location|lieu|ort|lugar|from|to|until|since|(?:expected |anticipated )?graduation(?: date)?|expected|graduated|anticipated|projected|completed|class of|duration|période|periode|zeitraum|city|country|website|link|tech stack|technologies|grad|in progress|en cours|em andamento|en curso|laufend|至|到|现在)\s*[.:]?$/iu;

/** Durations, labels and marks that stand in heads but name nothing. */
export function isNoise(text: string): boolean {
  if (isGradeName(text)) return true;
  if (!/[\p{L}\p{M}]/u.test(text) || (/\bc?gpa\b/iu.test(text) && wordCount(text) <= 5)) return true;
  if (/^(?:https?:|www\.)/iu.test(text)) return true;
  // What is left of a day: `18 juillet` of `18 juillet – 26 août 2022`.
  if (/^\d{1,2}\.?\s*[\p{L}\p{M}]+\.?$/u.test(text) && findDates(`${text} 2000`)[0]?.index === 0) return true;
  return DURATION.test(text) || EMPTY_WORD.test(text);
}

const WEAK: ReadonlySet<Joint> = new Set(['comma', 'slash', 'space', 'paren', 'colon', 'stop']);

/** Every run of neighbouring atoms that may be one value. */
export function spansOf(atoms: readonly Atom[]): Part[] {
  const out: Part[] = [];
  atoms.forEach((first, i) => {
    let from = first.from;
    for (let j = i; j < atoms.length && j - i < 4; j++) {
      const last = atoms[j];
      if (last === undefined || last.source !== first.source) break;
      if (j > i && (!WEAK.has(last.joint) || last.row !== first.row)) break;
      if (j === i && last.joint === 'paren') from = last.from;
      const text = i === j ? first.text : trimEdges(last.source.slice(from, last.to).replace(/^[\s.]+(?=\s)/u, ''));
      out.push({ text, atoms: atoms.slice(i, j + 1), order: i, line: first.line });
    }
  });
  return out;
}
