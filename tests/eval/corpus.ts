/** What the evaluations of jobs share: finding the corpus' own scorer and its splits, and running it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type JobCorpus = { root: string; scorer: string; splits: string[] };

/** The folder that holds `scorer` and splits (`dev`, `heldout`) with `file`; `corpus` may be it, its parent or a split. */
export function findCorpus(corpus: string, { scorer, file }: { scorer: string; file: string }): JobCorpus {
  const root = [corpus, join(corpus, 'jobs'), dirname(corpus)].find((dir) => existsSync(join(dir, scorer)));
  if (root === undefined) throw new Error(`No ${scorer} in ${corpus}`);
  const splits = ['dev', 'heldout'].filter((split) => existsSync(join(root, split, file)));
  if (splits.length === 0) throw new Error(`No ${file} below ${root}`);
  return { root, scorer: join(root, scorer), splits };
}

/** The lines of a JSONL file as the caller's type says they are; the corpus is ours and its README gives the shapes. */
export async function readLines<T>(path: string): Promise<T[]> {
  return (await readFile(path, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Runs the corpus' scorer and gives what it printed. */
export const runScorer = (scorer: string, args: readonly string[]): string =>
  execFileSync(process.execPath, [scorer, ...args], { encoding: 'utf8' });
