/** Which occupation a title names, and how near two of them are. */
import { NEARNESS, OCCUPATIONS, SAME_FAMILY, SKILL_HINTS, SUBJECTS } from './occupation.data.ts';

/** Occupation ids (`software.backend`) with the share of the title each stands for; empty where the title names none. */
export type Occupations = ReadonlyMap<string, number>;

const foldTitle = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/(\p{L})\/(?:in|euse|trice|rice|se|e|ne)\b/gu, '$1')
    .match(/\.net\b|c\+\+|c#|[\p{L}\p{N}]+/gu) ?? [];

type Phrase = { id: string; length: number };
let phrases: Map<string, Phrase> | undefined;

function load(): Map<string, Phrase> {
  if (phrases) return phrases;
  phrases = new Map();
  for (const [family, members] of Object.entries(OCCUPATIONS))
    for (const [name, list] of Object.entries(members))
      for (const phrase of list.split(',')) {
        const tokens = foldTitle(phrase);
        if (tokens.length) phrases.set(tokens.join(' '), { id: `${family}.${name}`, length: tokens.length });
      }
  return phrases;
}

const singular = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('ics') && !word.endsWith('sales')
    ? word.slice(0, -1)
    : word;

/**
 * Occupations a title names. Longer phrases weigh more than single words (`Machine Learning Engineer` is one thing,
 * `Java` only a hint), and what stands before a comma or dash more than what follows it. `phrasesOnly` is for running
 * text, where single words mean little.
 */
export function occupationsOf(title: string, options: { phrasesOnly?: boolean } = {}): Occupations {
  const table = load();
  const [head = ''] = title.split(/ - | – | — |, | \(| \| |: /);
  const headWords = foldTitle(head).length;
  const tokens = foldTitle(title);
  const hits = new Map<string, number>();
  for (let i = 0; i < tokens.length; i++) {
    for (let length = Math.min(4, tokens.length - i); length >= 1; length--) {
      const slice = tokens.slice(i, i + length);
      const hit =
        table.get(slice.join(' ')) ?? table.get([...slice.slice(0, -1), singular(slice.at(-1) ?? '')].join(' '));
      if (!hit || (options.phrasesOnly && hit.length < 2)) continue;
      const weight = (hit.length >= 2 ? 2 + 0.5 * hit.length : 1) * (i < headWords ? 1 : 0.45);
      hits.set(hit.id, Math.max(hits.get(hit.id) ?? 0, weight));
      i += length - 1;
      break;
    }
  }
  const total = [...hits.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map([...hits].map(([id, weight]) => [id, weight / total]));
}

let near: Map<string, number> | undefined;
function nearness(a: string, b: string): number | undefined {
  if (!near) {
    near = new Map();
    for (const [x, y, value] of NEARNESS) {
      near.set(`${x} ${y}`, value);
      near.set(`${y} ${x}`, value);
    }
  }
  return near.get(`${a} ${b}`);
}

const familyOf = (id: string): string => id.slice(0, id.indexOf('.'));

/** How near two occupation ids are, 0–1; 1 only for the same. */
export function occupationNearness(a: string, b: string): number {
  if (a === b) return 1;
  const [fa, fb] = [familyOf(a), familyOf(b)];
  return nearness(a, b) ?? nearness(a, fb) ?? nearness(fa, b) ?? (fa === fb ? SAME_FAMILY : (nearness(fa, fb) ?? 0));
}

/** How well someone of the occupations `have` fits a title of the occupations `want` (0–1); `undefined` where either is unknown. */
export function occupationFit(have: Occupations, want: Occupations): number | undefined {
  if (have.size === 0 || want.size === 0) return undefined;
  let sum = 0;
  for (const [id, weight] of want) {
    let best = 0;
    for (const [own, strength] of have) best = Math.max(best, occupationNearness(own, id) * Math.min(1, strength));
    sum += weight * best;
  }
  return sum;
}

/** The occupation a subject of study leads to first. */
export function occupationOfStudy(subject: string): string | undefined {
  const folded = ` ${foldTitle(subject).join(' ')} `;
  return Object.entries(SUBJECTS).find(([name]) => folded.includes(` ${name} `))?.[1];
}

/**
 * Occupations that skills by themselves hint at (0.45–0.75): from three that belong together on, or by a licence, which
 * nobody of another occupation holds.
 */
export function occupationsBySkills(skills: ReadonlySet<string>, licences: ReadonlySet<string>): Map<string, number> {
  const out = new Map<string, number>();
  for (const [id, hints] of Object.entries(SKILL_HINTS)) {
    const n = hints.filter((name) => skills.has(name)).length;
    if (hints.some((name) => licences.has(name))) out.set(id, 0.9);
    else if (n >= 3) out.set(id, Math.min(0.75, 0.45 + 0.075 * (n - 3)));
  }
  return out;
}
