/** Accuracy of reading resumes: macro F1 per field and group, time, and how honest the confidence is. */
import { existsSync, mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '#shared/kernel/errors.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { createResumeReader } from '#shared/resume/reader.extract.ts';
import type { Run } from './eval.ts';

type Counts = Record<string, { tp: number; fp: number; fn: number }>;
type Row = { file: string; meta: Record<string, string>; found: boolean; counts: Counts; log: string[] };
/** The corpus brings its own scorer; this is what we use of it. */
type Scorer = {
  FIELDS: readonly string[];
  scoreDir: (predictions: string, truth: string, options: { misses: boolean }) => Row[];
  scoreOne: (truth: unknown, prediction: unknown) => Counts;
  total: (rows: readonly Row[]) => Counts;
  macro: (counts: Counts) => number | null;
  prf: (counts: { tp: number; fp: number; fn: number }) => {
    p: number | null;
    r: number | null;
    f1: number | null;
    n: number;
  };
};

const show = (value: number | null): string => (value === null ? '  -  ' : value.toFixed(3));

export const run: Run = async ({ corpus, out, misses, only }) => {
  const wanted = new RegExp(only ?? '', 'u');
  const scorerFile = [
    join(corpus, 'score.mjs'),
    join(dirname(corpus), 'score.mjs'),
    join(corpus, 'resumes', 'score.mjs'),
  ].find(existsSync);
  const truth = [join(corpus, 'files'), join(corpus, 'resumes', 'files'), corpus].find(existsSync);
  if (scorerFile === undefined || truth === undefined)
    throw new Error(`No resume corpus (score.mjs, *.truth.json) in ${corpus}`);
  const scorer = (await import(pathToFileURL(scorerFile).href)) as Scorer;
  const predictions = out ?? mkdtempSync(join(tmpdir(), 'resume-eval-'));
  await mkdir(predictions, { recursive: true });
  const files = (await readdir(truth))
    .filter((f) => existsSync(join(truth, `${f}.truth.json`)) && wanted.test(f))
    .sort();
  const reader = createResumeReader({
    entry: new URL('../../shared/resume/resume.worker.ts', import.meta.url),
    execArgv: ['--import', 'tsx'],
    deadlineMs: 120_000,
  });
  const times: number[] = [];
  const failures: string[] = [];
  const judged: { confidence: number; right: boolean }[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await readFile(join(truth, file)));
    const started = performance.now();
    try {
      const { resume, confidence } = await reader.read({ bytes, fileName: file, ocr: true });
      times.push(performance.now() - started);
      await writeFile(join(predictions, `${file}.json`), JSON.stringify(resume, null, 1));
      const label: unknown = JSON.parse(await readFile(join(truth, `${file}.truth.json`), 'utf8'));
      judged.push(...judge(scorer, { label, resume, confidence }));
    } catch (cause) {
      await rm(join(predictions, `${file}.json`), { force: true });
      failures.push(`  ${file}: ${cause instanceof AppError ? `${cause.code} ${cause.log ?? ''}` : String(cause)}`);
    }
  }
  await reader.close();
  const rows = scorer.scoreDir(predictions, truth, { misses: misses === true }).filter((row) => wanted.test(row.file));
  const counts = scorer.total(rows);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  print('field                    P      R      F1      n');
  for (const field of scorer.FIELDS) {
    const { p, r, f1, n } = scorer.prf(counts[field] ?? { tp: 0, fp: 0, fn: 0 });
    print(`${field.padEnd(22)} ${show(p)}  ${show(r)}  ${show(f1)}  ${String(n).padStart(5)}`);
  }
  for (const group of ['lang', 'format', 'kind'] as const) {
    const values = [...new Set(rows.map((r) => r.meta[group] ?? '?'))].sort();
    for (const value of values) {
      const own = rows.filter((r) => (r.meta[group] ?? '?') === value);
      print(
        `  ${group}=${value.slice(0, 40).padEnd(42)} macro ${show(scorer.macro(scorer.total(own)))}  files ${own.length}`,
      );
    }
  }
  for (const [name, own] of [
    ['single column', rows.filter((r) => !isMulti(r))],
    ['multi-column', rows.filter(isMulti)],
  ] as const)
    print(`  layout: ${name.padEnd(40)} macro ${show(scorer.macro(scorer.total(own)))}  files ${own.length}`);
  if (misses === true)
    for (const row of rows)
      print(`  ${row.file.padEnd(52)} macro ${show(scorer.macro(row.counts))}\n${row.log.join('\n')}`);
  else for (const row of rows) print(`  ${row.file.padEnd(52)} macro ${show(scorer.macro(row.counts))}`);
  if (failures.length > 0) print(`not read:\n${failures.join('\n')}`);
  times.sort((a, b) => a - b);
  print(
    `ms per resume: median ${times[Math.floor(times.length / 2)]?.toFixed(0) ?? '-'}, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(0) ?? '-'}`,
  );
  print(calibration(judged));
  print(
    `macro F1 (${scorer.FIELDS.length} fields) ${show(scorer.macro(counts))}   files ${rows.length}, not read ${failures.length}`,
  );
  if (out === undefined) await rm(predictions, { recursive: true, force: true });
};

const isMulti = (row: Row): boolean => /2col|sidebar|multi/iu.test(row.meta.layout ?? '');

/** Each value with a confidence is right if taking it away costs a true positive. */
function judge(
  scorer: Scorer,
  { label, resume, confidence }: { label: unknown; resume: Resume; confidence: Record<string, number> },
): { confidence: number; right: boolean }[] {
  const hits = (prediction: Resume): number =>
    scorer.FIELDS.reduce((n, f) => n + (scorer.scoreOne(label, prediction)[f]?.tp ?? 0), 0);
  const full = hits(resume);
  const scored =
    /^(?:basics\.(?:name|email|phone|location|url|profiles\[\d+\])|work\[\d+\]\.(?:name|position|startDate|endDate)|education\[\d+\]\.(?:institution|studyType|endDate)|languages\[\d+\]\.language|skills\[\d+\]\.(?:name|keywords\[\d+\]))$/u;
  return Object.entries(confidence).flatMap(([path, value]) => {
    if (!scored.test(path)) return [];
    const without = structuredClone(resume);
    remove(without, path);
    return [{ confidence: value, right: hits(without) < full }];
  });
}

function remove(root: unknown, path: string): void {
  const keys = path.split(/[.[\]]+/u).filter((k) => k !== '');
  let at: unknown = root;
  for (const key of keys.slice(0, -1))
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  const last = keys.at(-1) ?? '';
  if (Array.isArray(at)) at[Number(last)] = last === '' ? at : typeof at[Number(last)] === 'string' ? '' : {};
  else if (typeof at === 'object' && at !== null) delete (at as Record<string, unknown>)[last];
}

/** Expected calibration error over ten bins, with the bins. */
function calibration(judged: readonly { confidence: number; right: boolean }[]): string {
  if (judged.length === 0) return 'calibration: nothing to judge';
  let error = 0;
  const bins: string[] = [];
  for (let i = 0; i < 10; i++) {
    const own = judged.filter((j) => j.confidence >= i / 10 && (j.confidence < (i + 1) / 10 || i === 9));
    if (own.length === 0) continue;
    const mean = own.reduce((n, j) => n + j.confidence, 0) / own.length;
    const right = own.filter((j) => j.right).length / own.length;
    error += (own.length / judged.length) * Math.abs(mean - right);
    bins.push(`${mean.toFixed(2)}→${right.toFixed(2)} (${own.length})`);
  }
  return `calibration: ECE ${error.toFixed(3)} over ${judged.length} values; said→right: ${bins.join(', ')}`;
}
