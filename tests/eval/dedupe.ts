/** Accuracy of telling one vacancy posted twice from a variant and from another job, on labelled pairs. */
import { mkdtempSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, type Verdict } from '#shared/job/dedupe.rules.ts';
import { fingerprint } from '#shared/job/fingerprint.rules.ts';
import { createJobs } from '#shared/job/job.service.ts';
import { cleanText } from '#shared/job/text.rules.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { startTestPlatform } from '#tests/support/platform.ts';
import { findCorpus, readLines, runScorer } from './corpus.ts';
import type { Run } from './eval.ts';

type Side = {
  id: string;
  source: string;
  title?: string;
  company?: string;
  location?: string;
  description?: string;
  descTruncated?: boolean;
  url: string;
};
type Pair = { pair: number; label: 'same' | 'variant' | 'different'; a: Side; b: Side };

const admin: Actor = { type: 'user', userId: 'usr_eval', role: 'admin', scope: 'portal', credentialId: 'eval' };
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

/** What the product says of each pair after both its postings came in by its import: merged, listing each other, or neither. */
async function byImport(pairs: readonly Pair[]): Promise<Verdict['outcome'][]> {
  const platform = await startTestPlatform();
  try {
    const jobs = createJobs(platform, { personalOf: async () => new Map() });
    const sides = [...new Map(pairs.flatMap(({ a, b }) => [a, b]).map((side) => [side.id, side])).values()];
    const ids = new Map<string, string>();
    for (let start = 0; start < sides.length; start += 100) {
      const part = sides.slice(start, start + 100);
      const { results, rejected } = await jobs.import(
        admin,
        part.map((side) => ({
          source: side.source,
          sourceId: side.id,
          url: side.url,
          title: side.title,
          company: side.company || 'Unknown',
          location: side.location ?? '',
          description: side.description || side.title,
        })),
      );
      for (const { index, jobId } of results) ids.set(part[index]?.id ?? '', jobId);
      for (const { index, code } of rejected) print(`refused: ${part[index]?.id} ${code}`);
    }
    const outcomes: Verdict['outcome'][] = [];
    for (const { a, b } of pairs) {
      const [one, two] = await Promise.all([a, b].map((side) => jobs.get(admin, ids.get(side.id) ?? '')));
      const listed = one && two && one.variants.includes(two.id) && two.variants.includes(one.id);
      outcomes.push(one && one.id === two?.id ? 'same' : listed ? 'variant' : 'different');
    }
    return outcomes;
  } finally {
    await platform.close();
  }
}

export const run: Run = async ({ corpus, out, misses }) => {
  const { root, scorer, splits } = findCorpus(corpus, { scorer: 'score-dedup.mjs', file: 'dedup-pairs.jsonl' });
  const folder = out ?? mkdtempSync(join(tmpdir(), 'dedupe-eval-'));
  await mkdir(folder, { recursive: true });
  for (const split of splits) {
    const pairs = await readLines<Pair>(join(root, split, 'dedup-pairs.jsonl'));
    const alone = pairs.map((pair) => ({ pair, verdict: compare(printOf(pair.a), printOf(pair.b)) }));
    const imported = await byImport(pairs);
    const together = pairs.map(
      (pair, i): Judged => ({
        pair,
        verdict: {
          outcome: imported[i] ?? 'different',
          why: `by the import; alone ${alone[i]?.verdict.outcome}: ${alone[i]?.verdict.why}`,
        },
      }),
    );
    print(runScorer(scorer, ['--baselines', '--split', split]).trimEnd());
    for (const [name, judged] of [
      ['rules', alone],
      ['import', together],
    ] as const)
      await report(judged, { name, scorer, split, folder, misses: misses === true });
  }
};

type Judged = { pair: Pair; verdict: Verdict };

async function report(
  judged: readonly Judged[],
  {
    name,
    scorer,
    split,
    folder,
    misses,
  }: { name: string; scorer: string; split: string; folder: string; misses: boolean },
): Promise<void> {
  print(
    `\n${name === 'rules' ? 'the two postings of each pair alone, by the rules' : 'all postings together, by the import'}`,
  );
  const file = join(folder, `dedupe-${split}-${name}.jsonl`);
  await writeFile(
    file,
    judged
      .map(({ pair, verdict }) => JSON.stringify({ pair: pair.pair, same: verdict.outcome === 'same', ...verdict }))
      .join('\n'),
  );
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
  print(`variants grouped: ${(grouped / Math.max(1, variants.length)).toFixed(3)} (${grouped} of ${variants.length})`);
  if (misses)
    for (const { pair, verdict } of judged)
      if (pair.label !== verdict.outcome)
        print(`  ${pair.pair} ${pair.label} → ${verdict.outcome}: ${verdict.why} | ${pair.a.title} | ${pair.b.title}`);
}
