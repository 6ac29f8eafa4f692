/**
 * Skills: lists in their sections, with category labels and levels kept. Over 300 lines because what a line is (label,
 * item, level, sentence) is decided by weighing each against the others.
 */
import { findDates } from './dates.rules.ts';
import { joinText } from './hyphens.rules.ts';
import type { Line } from './item.schema.ts';
import { isProse } from './lexicon.rules.ts';
import { SKILL_LEVELS } from './spoken.data.ts';
import { drawnLevel, languageCode, languagesIn, statesLevel } from './spoken.rules.ts';
import { fold, stripBullet, trimEdges, wordCount, words } from './text.rules.ts';
import { type Found, spanOf } from './value.rules.ts';

export type SkillGroup = { name?: string; keywords: ListedSkill[] };
/** A skill as listed; `level` as far as one is stated or drawn beside it. */
export type ListedSkill = Found & { level?: Found };

/** Lines joined where one goes on in the next, so that a list is not cut inside an item. */
function paragraphs(lines: readonly Line[]): { text: string; line: Line; lines: Line[] }[] {
  const out: { text: string; line: Line; lines: Line[] }[] = [];
  const right = Math.max(0, ...lines.map((l) => l.x + l.width));
  let previous: Line | undefined;
  for (const line of lines) {
    const last = out.at(-1);
    const text = line.text;
    const full =
      previous !== undefined &&
      previous.x + previous.width > right - line.fontSize * 6 &&
      previous.width > line.fontSize * 22;
    const open = previous !== undefined && /[,،、&/(–-]$|\b(?:and|und|et|y|e|en|i|och|ve|of|or)$/iu.test(previous.text);
    const unclosed =
      last !== undefined && (last.text.match(/\(/gu)?.length ?? 0) > (last.text.match(/\)/gu)?.length ?? 0);
    const goesOn =
      last !== undefined &&
      previous !== undefined &&
      !line.bullet &&
      line.gap < 0.9 &&
      previous.column === line.column &&
      !labelOf(text) &&
      previous.weight === line.weight &&
      (open ||
        unclosed ||
        previous.broken !== undefined ||
        (full && /[,;|•·]/u.test(last.text)) ||
        (/^\p{Ll}/u.test(text) && full));
    if (goesOn && last !== undefined && previous !== undefined) {
      last.text = joinText(last.text, previous, text);
      last.lines.push(line);
    } else out.push({ text, line, lines: [line] });
    previous = line;
  }
  return out;
}

const LABEL = /^([^:：]{2,48}?)\s*[:：]\s*(.*)$/u;

function labelOf(text: string): { label: string; rest: string } | undefined {
  const match = LABEL.exec(text);
  if (match === null || /https?$/iu.test(match[1] ?? '') || wordCount(match[1] ?? '') > 6) return undefined;
  return { label: match[1] ?? '', rest: match[2] ?? '' };
}

/** Items of a list; separators inside brackets do not count. */
export const splitList = (text: string): string[] => rawItems(text).flatMap((raw) => readItem(raw).name || []);

/** Cuts a list where its separators stand outside brackets. */
function rawItems(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let current = '';
  const strong = /[;；|•·∙⋅▪◦]/u;
  const hasStrong = strong.test(text);
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (/[([（]/u.test(c)) depth++;
    if (/[)\]）]/u.test(c)) depth = Math.max(0, depth - 1);
    const isSpaced = text.charAt(i - 1) === ' ' && text.charAt(i + 1) === ' ';
    const isBreak =
      depth === 0 &&
      (strong.test(c) ||
        /[,，、،]/u.test(c) ||
        (c === '\n' && !hasStrong) ||
        (c === ' ' && text.startsWith('  ', i)) ||
        (/[/–—]/u.test(c) && isSpaced && !startsWithLevel(text.slice(i + 1))));
    if (isBreak && !(c === ',' && /\d/u.test(text.charAt(i - 1)) && /\d/u.test(text.charAt(i + 1)))) {
      out.push(current);
      current = '';
    } else current += c;
  }
  out.push(current);
  return out.map((s) => s.trim()).filter((s) => s !== '');
}

const LEVELS = new Set(SKILL_LEVELS.split('|').map((l) => fold(l)));
const isLevel = (text: string): boolean =>
  LEVELS.has(words(text).join(' ')) ||
  /^(?:\d{1,3}\s?%|\d{1,2}\s?\/\s?\d{1,2}|[abc][12]|level \d+)$/iu.test(text.trim());
const startsWithLevel = (text: string): boolean => isLevel(text.split(/[,;|•·()]/u)[0] ?? '');

const YEARS =
  /^(?:>\s?|über |plus de |más de |mais de )?\d+(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|y|months?|jahre?|ans?|années?|años?|anos?|anni|jaar|lat|lata|år|yıl|年|वर्ष)(?:\s+(?:of )?(?:experience|erfahrung|d'expérience|de experiencia|de experiência|exp\.?))?$/iu;

/** One item of a list: its name and the level said or drawn beside it. */
function readItem(raw: string): { name: string; level?: string } {
  const drawn = drawnLevel(raw);
  let text = stripBullet(raw.trim())
    .replace(/^(?:and|und|et|y|e|or|&|och|ve|oraz|및|和|以及)\s+/iu, '')
    .replace(/[.。]+$/u, '')
    .replace(/\s*[-–—:]?\s*(?:[★☆●○◯⬤■□▪▫◼◻⚫⚪◆◇▮▯▰▱]\s*)+$/u, '');
  let level = drawn;
  const tail =
    /^(.*?\S)\s*(?:[(（]\s*([^()（）]{1,40})\s*[)）]|\s[-–—]\s*(.{2,40})|[:：]\s*(.{2,40})|\s(\d{1,3}\s?%)|\s(\d\s?\/\s?\d{1,2}))$/u.exec(
      text,
    );
  const said = (tail?.[2] ?? tail?.[3] ?? tail?.[4] ?? tail?.[5] ?? tail?.[6])?.trim();
  if (tail?.[1] !== undefined && said !== undefined && (isLevel(said) || YEARS.test(said))) {
    text = tail[1];
    if (!YEARS.test(said)) level ??= said;
  }
  const name = trimEdges(text);
  return { name, ...(level === undefined ? {} : { level }) };
}

const trimItem = (raw: string): string => readItem(raw).name;

/** How sentences of a skills section begin before they list. */
const LEAD_IN =
  /^(?:(?:highly |very )?(?:proficient|skilled|experienced?|fluent|competent|versed|well[- ]versed|trained) (?:in|with|at)|(?:working |basic |good |strong |excellent |advanced )?knowledge of|familiar(?:ity)? with|ability to use|expert in|je ma[iî]trise(?: les logiciels)?|ma[iî]trise (?:de|des|du)|connaissances? (?:de|des|en)|bonnes? connaissances? (?:de|des|en)|conocimientos? (?:de|en)|dominio de|manejo de|conhecimentos? (?:em|de)|domínio de|(?:gute |sehr gute |fundierte )?kenntnisse in|erfahrung (?:mit|in)|sicherer umgang mit|conoscenza (?:di|del|dei)|kennis van|znajomość|kunskaper i)\s*:?\s+/iu;

const isItem = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) &&
  text.length <= 70 &&
  wordCount(text) <= 7 &&
  !isLevel(text) &&
  !(isProse(text) && wordCount(text) > 5) &&
  !/@|https?:|www\.|^\S+\.(?:com|org|net)(?:\/\S*)?$/iu.test(text) &&
  !/^\d+$/u.test(text);

/** Items with what stands between separators of its own but is only a level given to the item before it. */
function withLevels(raw: readonly string[]): { name: string; level?: string }[] {
  const out: { name: string; level?: string }[] = [];
  for (const text of raw) {
    const item = readItem(text);
    const last = out.at(-1);
    const alone = item.name === '' ? item.level : isLevel(item.name) ? item.name : undefined;
    if (alone === undefined) out.push(item);
    else if (last !== undefined) last.level ??= alone;
  }
  return out;
}

/** How far below its label a list may go on. */
const LABEL_REACH = 12;
const pendingName = (pending: { label: string; line: Line } | undefined, line: Line): string | undefined =>
  pending !== undefined && line.index - pending.line.index < LABEL_REACH ? trimEdges(pending.label) : undefined;

function addTo(groups: SkillGroup[], name: string | undefined, keywords: ListedSkill[]): void {
  const last = groups.at(-1);
  if (last !== undefined && last.name === name) last.keywords.push(...keywords);
  else groups.push({ ...(name === undefined ? {} : { name }), keywords });
}

/** Reads the groups of a skills section. */
export function readSkills(lines: readonly Line[]): SkillGroup[] {
  const groups: SkillGroup[] = [];
  let pending: { label: string; line: Line } | undefined;
  const hanLabelled = lines.length > 1 && lines.every((l) => hanLabel(l.text) !== undefined);
  for (const { text, line, lines: own } of paragraphs(lines)) {
    const date = findDates(text)[0];
    if (date?.kind === 'range' && date.strong && wordCount(text) > 4) continue;
    const table =
      line.cells.length > 1 && isTableLabel(line)
        ? {
            label: line.cells[0]?.text ?? '',
            rest: text.slice(line.cells[0]?.text.length ?? 0).replace(/\s{2,}/gu, ', '),
          }
        : undefined;
    const labelled = table ?? labelOf(text) ?? boldLabel(line, text) ?? (hanLabelled ? hanLabel(text) : undefined);
    const label = labelled === undefined ? undefined : trimEdges(labelled.label);
    const rest = labelled?.rest ?? text;
    if (labelled !== undefined && rest.trim() === '') {
      pending = { label: labelled.label, line };
      continue;
    }
    if (label !== undefined && isLanguageLine(label, rest)) continue;
    // `Java: advanced` is a skill with its level, `Advanced: Java, SQL` a level with its skills.
    if (label !== undefined && (isLevel(rest) || drawnLevel(rest) !== undefined) && !isLevel(label)) {
      const level = drawnLevel(rest) ?? trimEdges(rest);
      addTo(groups, pendingName(pending, line), [skill({ name: label, level }, { lines: own, confidence: 0.85 })]);
      continue;
    }
    const shared = label !== undefined && isLevel(label) ? label : undefined;
    const lead = LEAD_IN.exec(rest)?.[0] ?? '';
    const items = withLevels(rawItems(rest.slice(lead.length))).flatMap((item) =>
      lead === '' ? [item] : item.name.split(/\s+(?:and|und|et|y|e|och|ve)\s+/iu).map((name) => ({ ...item, name })),
    );
    const separators = items.length > 1;
    // A short bold or lone line above a list is its label.
    if (
      labelled === undefined &&
      !separators &&
      wordCount(text) <= 5 &&
      line.weight >= 600 &&
      items[0]?.level === undefined &&
      isLabelFor(lines, line)
    ) {
      pending = { label: trimItem(text), line };
      continue;
    }
    if (items.length > 0 && items.every((i) => languageCode(i.name) !== undefined)) continue;
    if (pending !== undefined && LANGUAGES_LABEL.test(pending.label.trim()) && languagesIn(text).length > 0) continue;
    const good = items.filter((i) => isItem(i.name));
    // Sentences name skills only inside: what they hold is left to the reader.
    if (good.length === 0 || (good.length < items.length * 0.5 && wordCount(text) > 12)) {
      const inBrackets = [...rest.matchAll(/[(（]([^()（）]{3,150})[)）]/gu)]
        .flatMap((m) => splitList(m[1] ?? ''))
        .filter(isItem);
      if (inBrackets.length > 1)
        groups.push({ keywords: inBrackets.map((name) => skill({ name }, { lines: own, confidence: 0.5 })) });
      continue;
    }
    const name = shared === undefined ? (label ?? pendingName(pending, line)) : pendingName(pending, line);
    const sure = separators || line.bullet || wordCount(rest) <= 3 ? (label === undefined ? 0.92 : 0.86) : 0.7;
    const keywords = good.map((item) =>
      skill(shared === undefined ? item : { level: shared, ...item }, { lines: own, confidence: sure }),
    );
    if (label === undefined || shared !== undefined) addTo(groups, name, keywords);
    else groups.push({ name: trimEdges(label), keywords });
  }
  return unique(groups);
}

function skill(
  { name, level }: { name: string; level?: string },
  { lines, confidence }: { lines: readonly Line[]; confidence: number },
): ListedSkill {
  const line = lines.find((l) => l.text.includes(name)) ?? lines[0];
  const spans = line === undefined ? [] : [spanOf(line, name)];
  // One level may stand before several skills; a drawn one stands where its skill does.
  const levelLine = level === undefined ? undefined : [line, ...lines].find((l) => l?.text.includes(level));
  const levelSpans = levelLine === undefined || level === undefined ? spans : [spanOf(levelLine, level)];
  return {
    value: name,
    confidence,
    spans,
    ...(level === undefined ? {} : { level: { value: level, confidence: 0.8, spans: levelSpans } }),
  };
}

/** `**Tools** Git · Docker`: a label set bold before its list, without a colon. */
function boldLabel({ cells }: Line, text: string): { label: string; rest: string } | undefined {
  const [bold, ...others] = cells[0]?.pieces ?? [];
  const label = bold?.text.trim() ?? '';
  if (bold === undefined || bold.weight < 600 || label.length < 2 || wordCount(label) > 4) return undefined;
  if (others.length === 0 || others.some((p) => p.weight >= 600) || !text.startsWith(label)) return undefined;
  const rest = text.slice(label.length);
  return /^\s/u.test(rest) && !/[,;|•·/(–-]$/u.test(label) && /[,，、;|•·]/u.test(rest)
    ? { label, rest: rest.trim() }
    : undefined;
}

/** `中间件 MySQL · Redis`: a Chinese word before a list in Latin letters, where each line of the section begins so. */
function hanLabel(text: string): { label: string; rest: string } | undefined {
  const [, label, rest] = /^(\p{Script=Han}{2,6})\s+([A-Za-z].*)$/u.exec(text) ?? [];
  return label !== undefined && rest !== undefined && /[,，、;|•·]/u.test(rest) ? { label, rest } : undefined;
}

function isTableLabel(line: Line): boolean {
  const [first, second] = line.cells;
  if (first === undefined || second === undefined || wordCount(first.text) > 5) return false;
  if (/[,;•|]/u.test(first.text)) return false;
  return (
    first.weight > second.weight ||
    first.text.endsWith(':') ||
    (/[,;•|]/u.test(second.text) && !/[,;]/u.test(first.text))
  );
}

function isLabelFor(lines: readonly Line[], line: Line): boolean {
  const next = lines[lines.indexOf(line) + 1];
  const bold = lines.filter((l) => l.weight >= 600).length;
  return next !== undefined && next.weight < 600 && bold < lines.length * 0.6;
}

/** What announces spoken languages inside a list of skills. */
const LANGUAGES_LABEL =
  /^(?:languages?|spoken languages|foreign languages|language skills|sprachen|sprachkenntnisse|fremdsprachen|langues?|langues étrangères|idiomas?|lingue|línguas|lenguas|talen|języki|języki obce|språk|diller|yabancı diller|语言|语言能力|外语|भाषा|भाषाएं)$/iu;

const isLanguageLine = (label: string, rest: string): boolean =>
  (LANGUAGES_LABEL.test(label.trim()) || languageCode(label) !== undefined) &&
  (languagesIn(rest).length > 0 || statesLevel(rest));

function unique(groups: SkillGroup[]): SkillGroup[] {
  const seen = new Set<string>();
  for (const group of groups) {
    group.keywords = group.keywords.filter((k) => {
      const key = fold(k.value);
      const fresh = !seen.has(key);
      seen.add(key);
      return fresh;
    });
  }
  return groups.filter((g) => g.keywords.length > 0);
}
