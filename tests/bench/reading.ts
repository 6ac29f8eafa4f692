/**
 * How long a resume takes to be read beside taking out its text alone, warm and in one process, and how much memory
 * the reader holds at most. Files are made here, or taken from `CORPUS` (a folder; its `files` folder if it has one).
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readResume } from '#shared/resume/resume.extract.ts';
import { ADA, resumePdf } from '#tests/support/pdf.ts';
import { extractDocxText, extractPdfText } from '#tests/support/plain-text.ts';
import { englishPdf, germanPdf, tableDocx, twoColumnPdf } from '#tests/support/resume-files.ts';
import { median, type Row } from './row.ts';

const ROUNDS = 9;
const WARM_UP = 4;

type File = { name: string; bytes: Uint8Array };

/** The files to read: text PDFs and DOCX. */
async function filesToRead(): Promise<File[]> {
  const corpus = process.env.CORPUS;
  if (corpus !== undefined && corpus !== '') {
    const dir = existsSync(join(corpus, 'files')) ? join(corpus, 'files') : corpus;
    const names = (await readdir(dir)).filter((name) => /\.(?:pdf|docx)$/iu.test(name)).sort();
    return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(dir, name)) })));
  }
  const long = [
    ...ADA.slice(0, 4),
    ...Array.from({ length: 12 }, (_, i) => [
      `Programmer, Engine Works ${i + 1} Ltd`,
      `April ${1990 + i * 2} – March ${1992 + i * 2}`,
      '• Wrote programs for the calculation of tables and reduced their time by a third',
      '• Taught four colleagues the use of punched cards and reviewed what they wrote',
      '',
    ]).flat(),
    ...ADA.slice(9),
  ];
  return [
    { name: 'one-column.pdf', bytes: await englishPdf() },
    { name: 'sidebar.pdf', bytes: await twoColumnPdf() },
    { name: 'table.pdf', bytes: await germanPdf() },
    { name: 'three-pages.pdf', bytes: await resumePdf(long) },
    { name: 'table.docx', bytes: await tableDocx() },
  ];
}

const extractText = ({ name, bytes }: File): Promise<number> =>
  name.endsWith('.pdf') ? extractPdfText(bytes) : Promise.resolve(extractDocxText(bytes));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

type Times = { read: number; text: number };

/** Each file's medians over the rounds; the two are measured in turn, so that both meet the same machine. */
async function timesOf(files: readonly File[]): Promise<Times[]> {
  const times = files.map(() => ({ read: [] as number[], text: [] as number[] }));
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    for (const [i, file] of files.entries()) {
      const text = await timed(() => extractText(file));
      const read = await timed(() => readResume({ bytes: file.bytes, fileName: file.name }));
      if (round < WARM_UP) continue;
      times[i]?.text.push(text);
      times[i]?.read.push(read);
    }
  return times.map((t) => ({ read: median(t.read), text: median(t.text) }));
}

/** Medians over the files, and the memory of a process of its own. */
export async function measureReading(root: string): Promise<Row[]> {
  const files = await readable(await filesToRead());
  const pdf = await timesOf(files.filter((f) => f.name.endsWith('.pdf')));
  const docx = await timesOf(files.filter((f) => f.name.endsWith('.docx')));
  const row = (name: string, times: readonly Times[], bar?: Row['bar']): Row => ({
    measure: `reading ${name} (${times.length} files), median`,
    figure: median(times.map((t) => t.read)),
    unit: 'ms',
    baseline: { name: 'its text alone', figure: median(times.map((t) => t.text)) },
    ...(bar === undefined ? {} : { bar }),
  });
  return [
    row('PDF', pdf),
    row('DOCX', docx),
    row('both', [...pdf, ...docx], { atMost: 3, of: 'ratio' }),
    ...(await measureMemory(root, files)),
  ];
}

/** Files that are read without OCR; the others take another way and another time. */
async function readable(files: readonly File[]): Promise<File[]> {
  const kept: File[] = [];
  for (const file of files) {
    const read = await readResume({ bytes: file.bytes, fileName: file.name }).catch(() => undefined);
    if (read !== undefined) kept.push(file);
  }
  return kept;
}

/** Most memory resident in a fresh process that reads all files, three times over. */
async function measureMemory(root: string, files: readonly File[]): Promise<Row[]> {
  const dir = await mkdtemp(join(tmpdir(), 'foothold-bench-'));
  try {
    const paths = await Promise.all(
      files.map(async ({ name, bytes }) => {
        const path = join(dir, name);
        await writeFile(path, bytes);
        return path;
      }),
    );
    const script = fileURLToPath(new URL('./reading-memory.ts', import.meta.url));
    const peak = (what: 'read' | 'text'): number =>
      Number(
        execFileSync(process.execPath, ['--import', 'tsx', script, what, ...paths], { cwd: root, encoding: 'utf8' }),
      );
    return [
      {
        measure: 'peak memory of the reader',
        figure: peak('read'),
        unit: 'MB',
        baseline: { name: 'its text alone', figure: peak('text') },
        bar: { atMost: 400 },
      },
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
