/** Skills and languages: lists in their sections, with category labels kept. */
import { findDates } from './dates.rules.ts';
import { joinText } from './hyphens.rules.ts';
import type { Line } from './item.schema.ts';
import { isFluency, isProse, languageNamed } from './lexicon.rules.ts';
import { fold, HAN, stripBullet, trimEdges, wordCount, words } from './text.rules.ts';
import { clamp, type Found, found, spanOf } from './value.rules.ts';

export type SkillGroup = { name?: string; keywords: (Found & { level?: Found })[] };

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
export function splitList(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let current = '';
  const strong = /[;；|•·∙⋅●▪◦■]/u;
  const hasStrong = strong.test(text);
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (/[([（]/u.test(c)) depth++;
    if (/[)\]）]/u.test(c)) depth = Math.max(0, depth - 1);
    const isBreak =
      depth === 0 &&
      (strong.test(c) ||
        /[,，、]/u.test(c) ||
        (c === '\n' && !hasStrong) ||
        (c === ' ' && text.startsWith('  ', i)) ||
        (c === '/' && text.charAt(i - 1) === ' ' && text.charAt(i + 1) === ' ') ||
        (/[–—]/u.test(c) && text.charAt(i - 1) === ' ' && text.charAt(i + 1) === ' '));
    if (isBreak && !(c === ',' && /\d/u.test(text.charAt(i - 1)) && /\d/u.test(text.charAt(i + 1)))) {
      out.push(current);
      current = '';
    } else current += c;
  }
  out.push(current);
  return out.map((s) => trimItem(s)).filter((s) => s !== '');
}

const trimItem = (raw: string): string =>
  trimEdges(
    stripBullet(raw.trim())
      .replace(/^(?:and|und|et|y|e|or|&)\s+/iu, '')
      .replace(/[.。]+$/u, '')
      .replace(
        /\s*[(（]\s*(?:\d+\s*\+?\s*(?:years?|yrs?|jahre?|ans|años|anos)|basic|basics|intermediate|advanced|expert|beginner|proficient|familiar|grundkenntnisse|gut|sehr gut|fortgeschritten|notions|débutant|básico|avanzado|avançado)\s*[)）]\s*$/iu,
        '',
      )
      .replace(/\s*[-–—:]?\s*(?:[★☆●○◯⬤■□▪▫]\s*)+$/u, '')
      .replace(/\s+\d{1,3}\s?%$/u, ''),
  );

/** How sentences of a skills section begin before they list. */
const LEAD_IN =
  /^(?:(?:highly |very )?(?:proficient|skilled|experienced?|fluent|competent|versed|well[- ]versed|trained) (?:in|with|at)|(?:working |basic |good |strong |excellent |advanced )?knowledge of|familiar(?:ity)? with|ability to use|expert in|je ma[iî]trise(?: les logiciels)?|ma[iî]trise (?:de|des|du)|connaissances? (?:de|des|en)|bonnes? connaissances? (?:de|des|en)|conocimientos? (?:de|en)|dominio de|manejo de|conhecimentos? (?:em|de)|domínio de|(?:gute |sehr gute |fundierte )?kenntnisse in|erfahrung (?:mit|in)|sicherer umgang mit|conoscenza (?:di|del|dei)|kennis van|znajomość|kunskaper i)\s*:?\s+/iu;

const LEVEL_ONLY =
  /^(?:basic|intermediate|advanced|expert|beginner|proficient|familiar|experienced|skilled|novice|grundkenntnisse|fortgeschritten|sehr gut|gut|experte|débutant|intermédiaire|avancé|confirmé|básico|intermedio|avanzado|intermediário|avançado|\d{1,3}\s?%|\d\/\d+)$/iu;

const isItem = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) &&
  text.length <= 70 &&
  wordCount(text) <= 7 &&
  !LEVEL_ONLY.test(text) &&
  !(isProse(text) && wordCount(text) > 5) &&
  !/@|https?:/u.test(text) &&
  !/^\d+$/u.test(text);

/** Reads the groups of a skills section. */
export function readSkills(lines: readonly Line[], _: { heading?: string | undefined } = {}): SkillGroup[] {
  const groups: SkillGroup[] = [];
  let pending: { label: string; line: Line } | undefined;
  for (const { text, line, lines: own } of paragraphs(lines)) {
    const date = findDates(text)[0];
    if (date?.kind === 'range' && date.strong && wordCount(text) > 4) continue;
    const table =
      line.cells.length > 1 && own.length === 1 && isTableLabel(line)
        ? {
            label: line.cells[0]?.text ?? '',
            rest: line.cells
              .slice(1)
              .map((c) => c.text)
              .join(', '),
          }
        : undefined;
    const labelled = table ?? labelOf(text);
    const label = labelled === undefined ? undefined : trimEdges(labelled.label);
    const rest = labelled?.rest ?? text;
    if (labelled !== undefined && rest.trim() === '') {
      pending = { label: labelled.label, line };
      continue;
    }
    if (label !== undefined && isLanguageLine(label, rest)) continue;
    const lead = LEAD_IN.exec(rest)?.[0] ?? '';
    const items = splitList(rest.slice(lead.length)).flatMap((t) =>
      lead === '' ? [t] : t.split(/\s+(?:and|und|et|y|e|och|ve)\s+/iu),
    );
    const separators = items.length > 1;
    // A short bold or lone line above a list is its label.
    if (
      labelled === undefined &&
      !separators &&
      wordCount(text) <= 5 &&
      line.weight >= 600 &&
      isLabelFor(lines, line)
    ) {
      pending = { label: trimItem(text), line };
      continue;
    }
    const good = items.filter(isItem);
    // Sentences name skills only inside: what they hold is left to the reader.
    if (good.length === 0 || (good.length < items.length * 0.5 && wordCount(text) > 12)) {
      const inBrackets = [...rest.matchAll(/[(（]([^()（）]{3,150})[)）]/gu)]
        .flatMap((m) => splitList(m[1] ?? ''))
        .filter(isItem);
      if (inBrackets.length > 1) groups.push({ keywords: inBrackets.map((s) => skill(s, own, 0.5)) });
      continue;
    }
    const name = label ?? (pending !== undefined && line.index - pending.line.index < 12 ? pending.label : undefined);
    const sure = separators || line.bullet || wordCount(rest) <= 3 ? 0.85 : 0.65;
    const keywords = good.map((s) => skill(s, own, sure));
    const last = groups.at(-1);
    if (label === undefined && last !== undefined && last.name === name) last.keywords.push(...keywords);
    else groups.push({ ...(name === undefined ? {} : { name: trimEdges(name) }), keywords });
  }
  return unique(groups);
}

const skill = (text: string, own: readonly Line[], confidence: number): Found => {
  const line = own.find((l) => l.text.includes(text)) ?? own[0];
  return line === undefined ? { value: text, confidence, spans: [] } : found(text, confidence, line);
};

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

function isLanguageLine(label: string, rest: string): boolean {
  const isLabel =
    /^(?:languages?|spoken languages|sprachen|sprachkenntnisse|langues?|idiomas?|lingue|línguas|talen|języki|språk|diller|语言|भाषा)$/iu.test(
      label.trim(),
    );
  return (
    (isLabel || languageNamed(label) !== undefined) &&
    (splitList(rest).some((s) => languageNamed(s.split(/[\s(:–-]/u)[0] ?? '') !== undefined) || isFluency(rest))
  );
}

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

export type SpokenLanguage = { language: Found; fluency?: Found };

/** Reads languages and levels; `strict` accepts only lines that also state a level or hold nothing else. */
export function readLanguages(lines: readonly Line[], { strict = false }: { strict?: boolean } = {}): SpokenLanguage[] {
  const out: SpokenLanguage[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const text = line.text.replace(LABEL, (all, label: string, rest: string) =>
      languageNamed(label) === undefined && !isFluency(label) && wordCount(label) <= 4 && !languageIn(label)
        ? rest
        : all,
    );
    const hits = languagesIn(text);
    if (hits.length === 0 || (isProse(text) && wordCount(text) > 22)) continue;
    const covered = hits.reduce((n, h) => n + wordCount(h.raw), 0);
    if (strict && !isFluency(text) && covered < wordCount(text) * 0.6) continue;
    if (strict && findDates(text).some((d) => d.kind === 'range')) continue;
    hits.forEach((hit, i) => {
      if (seen.has(hit.english)) return;
      seen.add(hit.english);
      const end = hits[i + 1]?.index ?? text.length;
      const level = trimEdges(
        text
          .slice(hit.index + hit.raw.length, end)
          .replace(/^[\s(:,–—-]+|[\s),;–—-]+$/gu, ' ')
          .replace(/\b(?:and|und|et|y|e|&)\s*$/iu, ''),
      );
      const fluency =
        level !== '' && level.length <= 60 && /\p{L}/u.test(level) && (isFluency(level) || wordCount(level) <= 3)
          ? level
          : undefined;
      out.push({
        language: found(hit.raw, strict ? 0.7 : 0.92, line),
        ...(fluency === undefined
          ? {}
          : {
              fluency: {
                value: fluency,
                confidence: clamp(isFluency(fluency) ? 0.85 : 0.5),
                spans: [spanOf(line, fluency)],
              },
            }),
      });
    });
  }
  return out;
}

const languageIn = (text: string): boolean => languagesIn(text).length > 0;

function languagesIn(text: string): { english: string; raw: string; index: number }[] {
  const out: { english: string; raw: string; index: number }[] = [];
  if (HAN.test(text)) {
    for (const match of text.matchAll(
      /英语|英文|中文|汉语|普通话|粤语|日语|法语|德语|西班牙语|韩语|俄语|葡萄牙语|意大利语|阿拉伯语/gu,
    )) {
      const english = languageNamed(match[0]);
      if (english !== undefined) out.push({ english, raw: match[0], index: match.index });
    }
  }
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const english = languageNamed(match[0]);
    if (english === undefined || HAN.test(match[0])) continue;
    const before = words(text.slice(Math.max(0, match.index - 12), match.index)).at(-1) ?? '';
    if (/^(?:in|of|to|from|the|teaching|for)$/u.test(before) && wordCount(text) > 6) continue;
    out.push({ english, raw: match[0], index: match.index });
  }
  return out.sort((a, b) => a.index - b.index);
}
