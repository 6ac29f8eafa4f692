/** The languages a person speaks and how well, as the file writes them. */
import type { Resume } from '#shared/profile/profile.schema.ts';
import { ReadLanguage } from '../resume.schema.ts';
import { findDates } from './dates.rules.ts';
import type { Line } from './item.schema.ts';
import { LANGUAGE_NAMES } from './language-names.data.ts';
import { COUNTRIES } from './lexicon.data.ts';
import { isProse } from './lexicon.rules.ts';
import { remembered } from './memo.rules.ts';
import { MORE_NAMES, SPOKEN_LEVELS } from './spoken.data.ts';
import { fold, HAN, trimEdges, wordCount, words } from './text.rules.ts';
import { clamp, type Found, spanOf } from './value.rules.ts';

const CODES = new Map<string, string>();
for (const [code, names] of [...Object.entries(MORE_NAMES), ...Object.entries(LANGUAGE_NAMES)])
  for (const name of names.split('|')) {
    const key = fold(name);
    if (!CODES.has(key)) CODES.set(key, code);
  }
const HAN_NAMES = [...CODES.keys()].filter((k) => HAN.test(k)).sort((a, b) => b.length - a.length);

/** ISO 639 code of a human language named in any language that is read, else undefined. */
export const languageCode = remembered((text: string): string | undefined =>
  CODES.get(
    fold(text)
      .replace(/[^\p{L}\p{M}' -]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  ),
);

/** The languages of a resume by their codes; one whose name nobody knows is left out. */
export function spokenLanguages(resume: Resume): ReadLanguage[] {
  return (resume.languages ?? []).flatMap(({ language = '', fluency = '' }, i) => {
    const code = languageCode(language) ?? languagesIn(language)[0]?.code;
    const cefr = ReadLanguage.shape.cefr.safeParse(
      /\b[ABC][12]\b/u.exec(`${fluency} ${language}`.toUpperCase())?.[0],
    ).data;
    return code === undefined ? [] : [{ code, ...(cefr === undefined ? {} : { cefr }), path: `languages[${i}]` }];
  });
}

const LEVELS = SPOKEN_LEVELS.split('|').map((l) => fold(l));
const HAN_LEVELS = LEVELS.filter((l) => HAN.test(l));
const PLAIN_LEVELS = new Set(LEVELS);
const LONGEST_LEVEL = 5;

/** Whether a text states how well a language is spoken. */
export const statesLevel = remembered((text: string): boolean => {
  if (HAN.test(text) && HAN_LEVELS.some((l) => text.includes(l))) return true;
  const list = words(text);
  for (let i = 0; i < list.length; i++)
    for (let n = 1; n <= LONGEST_LEVEL && i + n <= list.length; n++)
      if (PLAIN_LEVELS.has(list.slice(i, i + n).join(' '))) return true;
  return false;
});

type Named = { code: string; raw: string; index: number };

/** Every language a text names, in order. */
export function languagesIn(text: string): Named[] {
  const out: Named[] = [];
  if (HAN.test(text)) {
    for (const name of HAN_NAMES) {
      const index = text.indexOf(name);
      const code = CODES.get(name);
      if (index < 0 || code === undefined) continue;
      if (!out.some((o) => index >= o.index && index < o.index + o.raw.length)) out.push({ code, raw: name, index });
    }
  }
  const tokens = [...text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || HAN.test(token[0])) continue;
    // Names of up to three words: `American Sign Language`.
    for (let n = 3; n >= 1; n--) {
      const last = tokens[i + n - 1];
      if (last === undefined) continue;
      const raw = text.slice(token.index, last.index + last[0].length);
      const code = languageCode(raw);
      if (code === undefined) continue;
      const before = words(text.slice(Math.max(0, token.index - 12), token.index)).at(-1) ?? '';
      if (!(/^(?:in|of|to|from|the|teaching|for)$/u.test(before) && wordCount(text) > 6))
        out.push({ code, raw, index: token.index });
      i += n - 1;
      break;
    }
  }
  return out.sort((a, b) => a.index - b.index);
}

export type SpokenLanguage = { language: Found; fluency?: Found };

const LABEL = /^([^:：]{2,48}?)\s*[:：]\s*(.*)$/u;
const FULL = '●⬤■★◼⚫◆▮▰';
const EMPTY = '○◯□☆◻⚪◇▯▱';
const MARKS = new RegExp(`(?:[${FULL}${EMPTY}]\\s*){3,}`, 'u');

/** `● ● ● ○ ○` → `3/5`; undefined where no scale is drawn. */
export function drawnLevel(text: string): string | undefined {
  const drawn = MARKS.exec(text)?.[0];
  if (drawn === undefined) return undefined;
  const marks = [...drawn].filter((c) => FULL.includes(c) || EMPTY.includes(c));
  return `${marks.filter((c) => FULL.includes(c)).length}/${marks.length}`;
}

/** Reads languages and levels; `strict` accepts only lines that also state a level or hold nothing else. */
export function readLanguages(lines: readonly Line[], { strict = false }: { strict?: boolean } = {}): SpokenLanguage[] {
  const out: (SpokenLanguage & { code: string; line: Line; at: number })[] = [];
  const seen = new Set<string>();
  lines.forEach((line, at) => {
    const text = line.text.replace(LABEL, (all, label: string, rest: string) =>
      languageCode(label) === undefined &&
      !statesLevel(label) &&
      wordCount(label) <= 4 &&
      languagesIn(label).length === 0
        ? rest
        : all,
    );
    const hits = languagesIn(text);
    const last = out.at(-1);
    // The level alone, in the line below its language.
    if (hits.length === 0 && !strict && last !== undefined && last.fluency === undefined && at - last.at === 1) {
      const level = levelOf(text);
      if (level !== undefined && wordCount(text) <= 6 && statesOrDraws(text)) last.fluency = mark(level, line);
      return;
    }
    if (hits.length === 0 || (isProse(text) && wordCount(text) > 22)) return;
    const covered = hits.reduce((n, h) => n + wordCount(h.raw), 0);
    if (strict && !statesLevel(text) && covered < wordCount(text) * 0.6) return;
    // `Rom, Italien` names a country.
    if (strict && !statesLevel(text) && hits.some((h) => COUNTRIES[fold(h.raw)] !== undefined)) return;
    if (strict && findDates(text).some((d) => d.kind === 'range')) return;
    // `Native: English, French` gives its level to each.
    const shared = LABEL.exec(line.text)?.[1];
    const common = shared !== undefined && languagesIn(shared).length === 0 && statesLevel(shared) ? shared : undefined;
    // `fluent English` and `maîtrise de l’anglais`: the level stands before the first.
    const lead = hits[0] === undefined ? '' : text.slice(0, hits[0].index);
    hits.forEach((hit, i) => {
      if (seen.has(hit.code)) return;
      seen.add(hit.code);
      const end = hits[i + 1]?.index ?? text.length;
      const after = levelOf(text.slice(hit.index + hit.raw.length, end));
      const level = after ?? common ?? (i === 0 && hits.length === 1 && statesLevel(lead) ? levelOf(lead) : undefined);
      out.push({
        code: hit.code,
        line,
        at,
        language: { value: hit.raw, confidence: strict ? 0.7 : 0.93, spans: [spanOf(line, hit.raw)] },
        ...(level === undefined ? {} : { fluency: mark(level, line) }),
      });
    });
  });
  return out.map(({ language, fluency }) => ({ language, ...(fluency === undefined ? {} : { fluency }) }));
}

const statesOrDraws = (text: string): boolean => statesLevel(text) || drawnLevel(text) !== undefined;

const mark = (level: string, line: Line): Found => ({
  value: level,
  confidence: clamp(statesLevel(level) || /^\d\/\d/u.test(level) ? 0.87 : 0.5),
  spans: [spanOf(line, level)],
});

/** What stands beside a language, without brackets, dashes and the `and` before the next one. */
function levelOf(text: string): string | undefined {
  const drawn = drawnLevel(text);
  if (drawn !== undefined) return drawn;
  const plain = (text.split(/\s\/\s/u)[0] ?? '')
    .replace(/^[\s:：,，–—-]+|[\s,，;；、.–—-]+$/gu, '')
    .replace(/\b(?:and|und|et|y|e|en|och|ve|oraz|i|&)\s*$/iu, '')
    .trim();
  const inner = /^[(（]([^()（）]*)[)）]?$/u.exec(plain)?.[1] ?? plain;
  const level = trimEdges(inner);
  if (level === '' || level.length > 70 || !/[\p{L}\d]/u.test(level)) return undefined;
  if (/^\d{1,3}\s?%$/u.test(level)) return level;
  return statesLevel(level) || (wordCount(level) <= 3 && /\p{L}/u.test(level)) ? level : undefined;
}
