/**
 * Accuracy of reading resumes: per field, language, format and layout; honesty of the confidence; time; memory.
 * A corpus is a folder of files beside their `.truth.json`; one that brings a `score.mjs` is scored by that.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '#shared/kernel/errors.ts';
import { ocrConfig } from '#shared/platform/config.ts';
import { createOcrLibrary } from '#shared/resume/extract/ocr-library.source.ts';
import { ocrFolder } from '#shared/resume/extract/ocr-store.source.ts';
import { createResumeReader } from '#shared/resume/reader.extract.ts';
import type { Reading } from '#shared/resume/resume.schema.ts';
import { type Judged, judge } from './calibration.ts';
import type { Run } from './eval.ts';
import {
  calibrationTable,
  fieldTable,
  fileTable,
  groupTable,
  macroLine,
  type Row,
  timeLine,
  weakSpots,
} from './resume-report.ts';
import * as ownScorer from './resume-scorer.ts';

type Scorer = Pick<typeof ownScorer, 'scoreOne'>;

const IMAGE = /\.(?:png|jpe?g)$/iu;

export const run: Run = async ({ corpus, out, misses = false, only }) => {
  const folder = [join(corpus, 'files'), join(corpus, 'resumes', 'files'), corpus].find(existsSync) ?? corpus;
  const scorer = await scorerOf(corpus);
  const wanted = new RegExp(only ?? '', 'u');
  const files = (await readdir(folder))
    .filter((f) => existsSync(join(folder, `${f}.truth.json`)) && wanted.test(f))
    // Pictures last, so that the memory of reading text can be told from that of recognising it.
    .sort((a, b) => Number(IMAGE.test(a)) - Number(IMAGE.test(b)) || (a < b ? -1 : 1));
  if (files.length === 0) throw new Error(`No file with a .truth.json in ${folder}`);
  if (out !== undefined) await mkdir(out, { recursive: true });

  const ocr = ocrConfig();
  const reader = createResumeReader({
    library: createOcrLibrary({ registry: ocr.registry, store: ocrFolder(ocr.folder) }),
    entry: new URL('../../shared/resume/resume.worker.ts', import.meta.url),
    execArgv: ['--import', 'tsx'],
    deadlineMs: 120_000,
  });
  const rows: Row[] = [];
  const judged: Judged[] = [];
  const failures: string[] = [];
  const textTimes: number[] = [];
  const pageTimes: number[] = [];
  let textPeak = 0;
  for (const file of files) {
    const bytes = new Uint8Array(await readFile(join(folder, file)));
    const truth = JSON.parse(await readFile(join(folder, `${file}.truth.json`), 'utf8')) as ownScorer.Truth;
    const started = performance.now();
    const reading = await reader.read({ bytes, fileName: file, ocr: true }).catch((cause: unknown) => {
      failures.push(`  ${file}: ${cause instanceof AppError ? `${cause.code} ${cause.log ?? ''}` : String(cause)}`);
    });
    const took = performance.now() - started;
    if (reading?.ocr === true) pageTimes.push(took / ocrPages(reading));
    else if (reading !== undefined) textTimes.push(took);
    if (pageTimes.length === 0) textPeak = peakMb();
    // What a caller gets is JSON: absent, not undefined.
    const resume = JSON.parse(JSON.stringify(reading?.resume ?? {})) as Reading['resume'];
    const log: string[] = [];
    const counts = scorer.scoreOne(truth, resume, (field, verdict, given, read) =>
      log.push(`    ${field} ${verdict}: truth=${JSON.stringify(given ?? null)} read=${JSON.stringify(read ?? null)}`),
    );
    rows.push({ file, meta: truth.meta, counts, misses: log });
    if (reading === undefined) continue;
    judged.push(...judge({ resume, confidence: reading.confidence }, (r) => scorer.scoreOne(truth, r)));
    if (out !== undefined) await writeFile(join(out, `${file}.json`), JSON.stringify(resume, null, 1));
  }
  await reader.close();

  const lines = [
    ...fieldTable(rows),
    ...groupTable(rows),
    'weak spots (language × field)',
    ...weakSpots(rows),
    ...fileTable(rows, misses),
    ...(failures.length > 0 ? ['not read', ...failures] : []),
    ...calibrationTable(judged),
    timeLine('text files, each', textTimes),
    timeLine('pages read by OCR, each', pageTimes),
    `peak memory of the process: ${textPeak.toFixed(0)} MB before the first OCR, ${peakMb().toFixed(0)} MB in all`,
    macroLine(rows, failures.length),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};

async function scorerOf(corpus: string): Promise<Scorer> {
  const file = [corpus, dirname(corpus), join(corpus, 'resumes')].map((d) => join(d, 'score.mjs')).find(existsSync);
  return file === undefined ? ownScorer : ((await import(pathToFileURL(file).href)) as Scorer);
}

const ocrPages = ({ facts, pages }: Reading): number => Math.max(1, facts?.ocrPages?.length || pages.length);

/** The most this process has held so far; the reader's threads are part of it. */
const peakMb = (): number => process.resourceUsage().maxRSS / 1024;
