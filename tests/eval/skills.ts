/**
 * Skill spans on two public test sets (SkillSpan, MIT; Green, CC BY 4.0) as the corpus keeps them in `skills/`: F1 of what
 * `findSkills` finds, beside a plain dictionary of all O*NET tools and ESCO labels.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findSkills, skillEntry } from '#shared/skill/skill.rules.ts';
import type { Run } from './eval.ts';

type Span = readonly [start: number, end: number];
/** Offsets are into `text`; of `gold`, knowledge is what a dictionary can hold, skill is what somebody does. */
type Sentence = { text: string; gold: { knowledge: Span[]; skill: Span[] } };
type Finder = (text: string) => Span[];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Spans of B/I tags over tokens that are joined by single spaces. */
function spansOf(tokens: readonly string[], tags: readonly string[]): Span[] {
  const spans: [number, number][] = [];
  let at = 0;
  for (const [i, token] of tokens.entries()) {
    const last = spans.at(-1);
    if (tags[i]?.startsWith('B')) spans.push([at, at + token.length]);
    else if (tags[i]?.startsWith('I') && last) last[1] = at + token.length;
    at += token.length + 1;
  }
  return spans;
}

const unzipped = (file: string): string => gunzipSync(readFileSync(file)).toString();

function skillSpan(file: string): Sentence[] {
  return unzipped(file)
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line) as { tokens: string[]; tags_skill: string[]; tags_knowledge: string[] };
      return {
        text: row.tokens.join(' '),
        gold: { knowledge: spansOf(row.tokens, row.tags_knowledge), skill: spansOf(row.tokens, row.tags_skill) },
      };
    });
}

/** One token and its tag a line, an empty line between sentences. */
function green(file: string): Sentence[] {
  return readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').flatMap((line) => /^(\S+)\s+(\S+)\s*$/.exec(line)?.slice(1, 3) ?? []))
    .filter((pairs) => pairs.length > 0)
    .map((pairs) => {
      const tokens = pairs.filter((_, i) => i % 2 === 0);
      const tags = pairs.filter((_, i) => i % 2 === 1);
      const only = (name: string) => tags.map((tag) => (tag.endsWith(name) ? tag : 'O'));
      return { text: tokens.join(' '), gold: { knowledge: [], skill: spansOf(tokens, only('Skill')) } };
    });
}

/** Longest match of any of `names` at word borders, case not minding. */
function dictionary(names: readonly string[]): Finder {
  const known = new Set(names.map((name) => name.toLowerCase()).filter((name) => name.length > 1));
  return (text) => {
    const words = [...text.toLowerCase().matchAll(/\S+/g)].map((m) => ({ word: m[0], at: m.index }));
    const found: Span[] = [];
    for (let i = 0; i < words.length; i++)
      for (let length = Math.min(6, words.length - i); length >= 1; length--) {
        const slice = words.slice(i, i + length);
        const phrase = slice
          .map(({ word }) => word)
          .join(' ')
          .replace(/[.,;:()]+$/, '');
        const start = slice[0]?.at ?? 0;
        if (!known.has(phrase)) continue;
        found.push([start, start + phrase.length]);
        i += length - 1;
        break;
      }
    return found;
  };
}

type Counts = { found: number; gold: number; exact: number; foundHit: number; goldHit: number };

function count(sentences: readonly Sentence[], find: Finder, goldOf: (sentence: Sentence) => Span[]): Counts {
  const sum: Counts = { found: 0, gold: 0, exact: 0, foundHit: 0, goldHit: 0 };
  const meets = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
  for (const sentence of sentences) {
    const found = find(sentence.text);
    const gold = goldOf(sentence);
    sum.found += found.length;
    sum.gold += gold.length;
    sum.exact += found.filter((f) => gold.some((g) => f[0] === g[0] && f[1] === g[1])).length;
    sum.foundHit += found.filter((f) => gold.some((g) => meets(f, g))).length;
    sum.goldHit += gold.filter((g) => found.some((f) => meets(f, g))).length;
  }
  return sum;
}

const f1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

function line(name: string, { found, gold, exact, foundHit, goldHit }: Counts): string {
  const share = (n: number, of: number): number => (of === 0 ? 0 : n / of);
  const strict = f1(share(exact, found), share(exact, gold));
  const loose = f1(share(foundHit, found), share(goldHit, gold));
  return `    ${name.padEnd(18)} exact P ${share(exact, found).toFixed(3)} R ${share(exact, gold).toFixed(3)} F1 ${strict.toFixed(3)}   overlapping F1 ${loose.toFixed(3)}   (${found} found, ${gold} gold)`;
}

const ours: Finder = (text) => findSkills(text).map(({ span }) => span);
/** Without soft skills and tongues: what the sets call knowledge. */
const hard: Finder = (text) =>
  findSkills(text)
    .filter(({ skill }) => !['soft', 'spoken'].includes(skillEntry(skill)?.kind ?? ''))
    .map(({ span }) => span);

/** Prints the table for the `skills` folder beside `root`; says so where there is none. */
export function printSkillSpans(root: string): void {
  const folder = [join(root, 'skills'), join(dirname(root), 'skills')].find(existsSync);
  if (folder === undefined) {
    print('skill spans: no folder skills beside the corpus');
    return;
  }
  const esco = JSON.parse(unzipped(join(folder, 'esco-skills-en.json.gz'))) as unknown;
  const onet = JSON.parse(readFileSync(join(folder, 'onet-technology-skills.json'), 'utf8')) as unknown;
  const plain = dictionary([...namesIn(esco), ...namesIn(onet)]);
  print(
    'skill spans, F1 (published, from memory: JobBERT-type taggers about .64 knowledge, .57 skill, exact, SkillSpan paper)',
  );
  for (const [name, sentences] of [
    ['SkillSpan dev', skillSpan(join(folder, 'skillspan-dev.json.gz'))],
    ['SkillSpan test', skillSpan(join(folder, 'skillspan-test.json.gz'))],
    ['Green test', green(join(folder, 'green-testset.txt'))],
  ] as const) {
    const kinds: [string, (s: Sentence) => Span[], Finder][] = [
      ['knowledge', (s) => s.gold.knowledge, hard],
      ['skill', (s) => s.gold.skill, ours],
      ['both', (s) => [...s.gold.knowledge, ...s.gold.skill], ours],
    ];
    for (const [kind, goldOf, find] of kinds) {
      if (sentences.every((sentence) => goldOf(sentence).length === 0)) continue;
      print(`  ${name}, ${kind}`);
      print(line('taxonomy', count(sentences, find, goldOf)));
      print(line('plain dictionary', count(sentences, plain, goldOf)));
    }
  }
}

/** Every text under `label`, `name` or `title`, or every key, however the list is laid out. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) =>
      typeof item === 'string' ? (item.startsWith('http') ? [] : [item]) : namesIn(item),
    );
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  for (const key of ['label', 'name', 'title', 'tool', 'preferredLabel'])
    if (typeof record[key] === 'string') return [record[key]];
  return Object.entries(record).flatMap(([key, inner]) => [key, ...(Array.isArray(inner) ? namesIn(inner) : [])]);
}

export const run: Run = async ({ corpus }) => printSkillSpans(corpus);
