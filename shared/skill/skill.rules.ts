/**
 * Finding skills in text and naming them one way: an own taxonomy of canonical names, their aliases and what they are
 * a kind of. Search walks a trie over tokens, so its time is linear in the text.
 */
import { BUSINESS_SKILLS } from './skill-business.data.ts';
import { FIELD_SKILLS } from './skill-fields.data.ts';
import { EVERYDAY_WORDS, SKILL_WORDS } from './skill-languages.data.ts';
import { TRADE_SKILLS } from './skill-professions.data.ts';
import { SOFTWARE_SKILLS } from './skill-software.data.ts';

export type SkillKind = 'language' | 'tool' | 'method' | 'licence' | 'soft' | 'spoken';
/** A canonical skill. `broader` names what knowing it also shows in part (PostgreSQL → SQL). */
export type SkillEntry = { name: string; kind: SkillKind; aliases: readonly string[]; broader: readonly string[] };
/** One mention: `span` are offsets into the text, end exclusive; `alias` is the text as it stands there. */
export type SkillMention = { skill: string; span: [number, number]; alias: string };

/**
 * `capitals`: another language has the word, so that only its capitals tell it (`SEM`, Portuguese `sem`).
 * `list`: counts only where it stands by itself as an item of a list of skills. `none`: a phrase that is no skill and
 * keeps what it holds from being taken for one (`word of mouth`).
 */
type Guard = 'free' | 'ambiguous' | 'capitals' | 'list' | 'none';
type Term = { skill: string; guard: Guard; written: string };
/** `listed` is what a name means by itself where running text needs another term or none. */
type Node = { next?: Map<string, Node>; term?: Term; listed?: Term };
type Token = { key: string; start: number; end: number };
type Taxonomy = { entries: Map<string, SkillEntry>; root: Node };

const KINDS: readonly SkillKind[] = ['language', 'tool', 'method', 'licence', 'soft', 'spoken'];
const NOT_ASCII = /[^\p{ASCII}]/u;
const foldToken = (raw: string): string =>
  NOT_ASCII.test(raw)
    ? raw
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/[ßøłıđæœ]/g, (c) => PLAIN[c] ?? c)
    : raw.toLowerCase();

const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', ı: 'i', đ: 'd', æ: 'ae', œ: 'oe' };

const ASCII = /(?<![A-Za-z0-9])\.[nN][eE][tT](?![A-Za-z0-9])|[A-Za-z0-9]+(?:\+\+?|#)?(?![A-Za-z0-9])|[A-Za-z0-9]+/g;
const SPACED =
  /(?<![\p{L}\p{N}])\.[nN][eE][tT](?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:\+\+?|#)?(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+/gu;
// Han is written without spaces: each character is a token of its own, and ends the word before it.
const HAN = /\p{Script=Han}/u;
const MIXED =
  /\p{Script=Han}|(?<![\p{L}\p{N}])\.[nN][eE][tT](?!(?!\p{Script=Han})[\p{L}\p{N}])|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:\+\+?|#)?/gu;

const wordsOf = (text: string): RegExp => (!NOT_ASCII.test(text) ? ASCII : HAN.test(text) ? MIXED : SPACED);
const keysOf = (text: string): string[] => text.match(wordsOf(text))?.map(foldToken) ?? [];

/** Words with the signs that make other words of them: `c++`, `c#`, `.net`, `security+`. */
function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const m of text.matchAll(wordsOf(text)))
    tokens.push({ key: foldToken(m[0]), start: m.index, end: m.index + m[0].length });
  return tokens;
}

function parseLine(line: string, kind: SkillKind): { entry: SkillEntry; terms: Term[] } {
  const [left = '', broader = ''] = line.split(' > ');
  const [rawName = '', rawAliases = ''] = left.split(' = ');
  const list = (text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  const name = rawName.trim().replace(/!+$/, '');
  const terms = [rawName.trim(), ...list(rawAliases)].map((w, i) => ({
    skill: name,
    guard: i > 0 && /^[A-Z]{2,5}$/.test(w) ? ('capitals' as const) : guardOf(w),
    written: w.replace(/!+$/, ''),
  }));
  return { entry: { name, kind, aliases: terms.slice(1).map((t) => t.written), broader: list(broader) }, terms };
}

const guardOf = (written: string): Guard =>
  written.endsWith('!!') ? 'list' : written.endsWith('!') ? 'ambiguous' : 'free';

function build(): Taxonomy {
  const entries = new Map<string, SkillEntry>();
  const root: Node = {};
  let kind: SkillKind = 'method';
  for (const phrase of EVERYDAY_WORDS.split(/[,\n]/))
    if (phrase.trim()) insert(root, { skill: '', guard: 'none', written: phrase.trim() });
  for (const line of `${SOFTWARE_SKILLS}${BUSINESS_SKILLS}${TRADE_SKILLS}${SKILL_WORDS}${FIELD_SKILLS}`.split('\n')) {
    if (line.startsWith('# ')) kind = KINDS.find((k) => line.startsWith(`# ${k}`)) ?? 'method';
    else if (line.trim()) {
      const { entry, terms } = parseLine(line, kind);
      const known = entries.get(entry.name);
      entries.set(entry.name, known ? { ...known, aliases: [...known.aliases, ...entry.aliases] } : entry);
      for (const term of known ? terms.slice(1) : terms) insert(root, term);
    }
  }
  return { entries, root };
}

function insert(root: Node, term: Term): void {
  let node = root;
  for (const key of keysOf(term.written)) {
    node.next ??= new Map();
    const next: Node = node.next.get(key) ?? {};
    node.next.set(key, next);
    node = next;
  }
  if (term.guard === 'list') node.listed ??= term;
  else node.term ??= term;
}

let taxonomy: Taxonomy | undefined;
const load = (): Taxonomy => {
  taxonomy ??= build();
  return taxonomy;
};

/** Between the words of one name: spaces, one line break at most, hyphen, dot, slash, ampersand, apostrophe. */
const GAP = /^(?:[^\S\n]{0,3}|[^\S\n]?[-–./&'’_]{1,2}[^\S\n]?|[^\S\n]*\n[^\S\n]*)$/;

/**
 * Skills named in `text`, in order, longest name first, none overlapping. Everyday words that are also skills (Go, C,
 * R, Excel, Express) count only written as the skill is and beside another skill or set off in a list.
 */
export function findSkills(text: string): SkillMention[] {
  const { root } = load();
  const tokens = tokenize(text);
  const found: Hit[] = [];
  for (let i = 0; i < tokens.length; ) {
    let node: Node | undefined = root;
    let best: { term: Term; last: number } | undefined;
    for (let j = i; j < tokens.length; j++) {
      const token = tokens[j];
      const before = tokens[j - 1];
      if (
        !token ||
        (j > i && (!before || token.start - before.end > 4 || !GAP.test(text.slice(before.end, token.start))))
      )
        break;
      node = node.next?.get(token.key);
      if (!node) break;
      if (node.term) best = { term: node.term, last: j };
    }
    const first = tokens[i];
    const last = best && tokens[best.last];
    if (best && first && last) {
      found.push({ term: best.term, start: first.start, end: last.end });
      i = best.last + 1;
    } else i++;
  }
  return found
    .filter((_, at) => counts(text, found, at))
    .map(({ term, start, end }) => ({ skill: term.skill, span: [start, end], alias: text.slice(start, end) }));
}

type Hit = { term: Term; start: number; end: number };

function counts(text: string, found: readonly Hit[], at: number): boolean {
  const hit = found[at];
  if (hit === undefined || hit.term.guard === 'none' || hit.term.guard === 'list') return false;
  // `IaC` and `EHRs` are capitals too, `Sem` at the head of a sentence is not.
  if (hit.term.guard === 'capitals') return /\p{Lu}.*\p{Lu}/u.test(text.slice(hit.start, hit.end));
  return hit.term.guard === 'free' || standsAsSkill(text, found, at);
}

const NEAR = 60;

function standsAsSkill(text: string, found: readonly Hit[], at: number): boolean {
  const hit = found[at];
  if (!hit) return false;
  const written = text.slice(hit.start, hit.end);
  if (
    written !== hit.term.written &&
    written !== hit.term.written.toUpperCase() &&
    written.charAt(0) !== hit.term.written.charAt(0).toUpperCase()
  )
    return false;
  if (written.toLowerCase() === written && written.length > 2) return false;
  const before = text.slice(Math.max(0, hit.start - 2), hit.start);
  const after = text.slice(hit.end, hit.end + 2);
  if (/[&'’-]$/.test(before) || /^(?:[&'’]|-\p{L}|\.\p{L})/u.test(after)) return false;
  const neighbour = [found[at - 2], found[at - 1], found[at + 1], found[at + 2]].some(
    (other) =>
      other !== undefined &&
      other.term.guard === 'free' &&
      kindOf(other.term.skill) !== 'soft' &&
      (other.end <= hit.start ? hit.start - other.end : other.start - hit.end) <= NEAR,
  );
  const opened =
    hit.start === 0 ||
    /(?:[,;/|•·(:\n\t]\s?|[*–-]\s|\b(?:or|and|in|with|using|et|ou|und|oder|y) )$/.test(
      text.slice(Math.max(0, hit.start - 8), hit.start),
    );
  const closed =
    hit.end === text.length ||
    /^(?:\s?[,;/|•·)\n\t]|\.(?:\s|$)|\s(?:or|and|et|ou|und|oder|y)\s)/.test(text.slice(hit.end, hit.end + 8));
  if (written.length <= 2) return (opened && closed) || (neighbour && (opened || closed));
  return (opened && closed) || neighbour;
}

const kindOf = (name: string): SkillKind | undefined => load().entries.get(name)?.kind;

/** The taxonomy's entry of a canonical name. */
export const skillEntry = (canonical: string): SkillEntry | undefined => load().entries.get(canonical);

/** Every canonical skill. */
export const allSkills = (): SkillEntry[] => [...load().entries.values()];

/** What stands around a name in a list of skills and is not of it: `Kenntnisse in Excel (gut)`, `Python – advanced`. */
const BEFORE_NAME =
  /^(?:(?:(?:basic|good|strong|excellent|advanced|solid|working|proven|gute?|sehr gute?|fundierte|solide|bonnes?|buenos?|bons?|ottime|buone|goede|dobra|goda) )?(?:knowledge|command|understanding|use|experience|skills?|kenntnisse|erfahrung|umgang|ma[iî]trise|connaissances?|conocimientos?|dominio|manejo|uso|conhecimentos?|dom[ií]nio|conoscenza|utilizzo|kennis|znajomo[sś][cć]|obs[lł]uga|kunskaper) (?:of|in|with|mit|de|des|du|en|em|do|da|di|del|dei|van|i|programu) |(?:proficient|skilled|experienced|fluent|sicher) (?:in|with|im umgang mit) |熟练掌握|熟练使用|熟悉|精通|掌握|了解|会使用)/iu;
const AFTER_NAME =
  /(?:[\s-]*v?\d+(?:\.\d+)*\+?|[\s-]+(?:skills?|kenntnisse|experience|programming|development|basics|kunskaper|becerileri|कौशल)|\s*[-–—:,]\s*(?:basic|intermediate|advanced|expert|beginner|proficient|fluent|gut|sehr gut|grundkenntnisse|fortgeschritten|notions|débutant|intermédiaire|avancé|básico|intermedio|avanzado|avançado|base|avanzato))\s*$/iu;

/**
 * The canonical name of a skill given by itself (`Postgres`, `react 18`, `K8s`, `Kenntnisse in Excel`): case, dots,
 * accents, version numbers and levels do not matter. `undefined` where the taxonomy does not know it.
 */
export function canonicalSkill(name: string): string | undefined {
  const exact = (text: string): string | undefined => {
    let node: Node | undefined = load().root;
    const keys = keysOf(text);
    for (const key of keys) node = node?.next?.get(key);
    const term = node?.listed ?? node?.term;
    return keys.length === 0 || term?.guard === 'none' ? undefined : term?.skill;
  };
  const bare = name.replace(/\s*[(（].*?[)）]\s*/gu, ' ').trim();
  const trimmed = bare.replace(BEFORE_NAME, '').replace(AFTER_NAME, '');
  return exact(name) ?? exact(bare) ?? exact(bare.replace(AFTER_NAME, '')) ?? exact(trimmed);
}

/** The skill itself and everything it also shows, with the credit each deserves (1, then 0.6 and 0.36 further up). */
export function impliedSkills(canonical: string): Map<string, number> {
  const out = new Map<string, number>([[canonical, 1]]);
  for (const [name, credit] of out)
    if (credit > 0.3) for (const up of skillEntry(name)?.broader ?? []) if (!out.has(up)) out.set(up, credit * 0.6);
  return out;
}
