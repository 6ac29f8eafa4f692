/** Accuracy of telling one vacancy posted twice from a variant and from another job, on labelled pairs. */
import { mkdtempSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, fingerprint } from '#shared/job/dedupe.rules.ts';
import { cleanText } from '#shared/job/text.rules.ts';
import { findCorpus, readLines, runScorer } from './corpus.ts';
import type { Run } from './eval.ts';

type Side = {
  source: string;
  title?: string;
  company?: string;
  location?: string;
  description?: string;
  descTruncated?: boolean;
  url: string;
};
type Pair = { pair: number; label: 'same' | 'variant' | 'different'; a: Side; b: Side };

const OUTCOMES = ['same', 'variant', 'different'] as const;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function printOf(side: Side) {
  const description = cleanText(side.description ?? '');
  return fingerprint({
    url: side.url,
    title: side.title ?? '',
    company: side.company ?? '',
    location: side.location ?? '',
    description,
    excerpt: side.descTruncated === true || description.length < 900,
  });
}

export const run: Run = async ({ corpus, out, misses }) => {
  const { root, scorer, splits } = findCorpus(corpus, { scorer: 'score-dedup.mjs', file: 'dedup-pairs.jsonl' });
  const folder = out ?? mkdtempSync(join(tmpdir(), 'dedupe-eval-'));
  await mkdir(folder, { recursive: true });
  for (const split of splits) {
    const pairs = await readLines<Pair>(join(root, split, 'dedup-pairs.jsonl'));
    const judged = pairs.map((pair) => ({ pair, verdict: compare(printOf(pair.a), printOf(pair.b)) }));
    const file = join(folder, `dedupe-${split}.jsonl`);
    await writeFile(
      file,
      judged
        .map(({ pair, verdict }) => JSON.stringify({ pair: pair.pair, same: verdict.outcome === 'same', ...verdict }))
        .join('\n'),
    );
    print(runScorer(scorer, ['--baselines', '--split', split]).trimEnd());
    print(runScorer(scorer, [file, '--split', split]).trimEnd().split('\n').slice(1).join('\n'));
    print('label \\ verdict       same  variant  different');
    for (const label of OUTCOMES) {
      const counts = OUTCOMES.map(
        (outcome) => judged.filter((j) => j.pair.label === label && j.verdict.outcome === outcome).length,
      );
      print(`${label.padEnd(20)} ${counts.map((n) => String(n).padStart(5)).join('  ')}`);
    }
    const variants = judged.filter((j) => j.pair.label === 'variant');
    const grouped = variants.filter((j) => j.verdict.outcome === 'variant').length;
    print(
      `variants grouped: ${(grouped / Math.max(1, variants.length)).toFixed(3)} (${grouped} of ${variants.length})`,
    );
    if (misses)
      for (const { pair, verdict } of judged)
        if (pair.label !== verdict.outcome)
          print(
            `  ${pair.pair} ${pair.label} → ${verdict.outcome}: ${verdict.why} | ${pair.a.title} | ${pair.b.title}`,
          );
  }
};
