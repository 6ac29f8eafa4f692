/** `npm run -s parse -- FILE…`: reads resumes without a server and prints one line of JSON per file. */
import { open } from 'node:fs/promises';
import { AppError, internalError } from '#shared/kernel/errors.ts';
import { ocrConfig } from '#shared/platform/config.ts';
import { createOcrLibrary } from '#shared/resume/extract/ocr-library.source.ts';
import { ocrFolder } from '#shared/resume/extract/ocr-store.source.ts';
import { createResumeReader } from '#shared/resume/reader.extract.ts';
import { resumeErrors } from '#shared/resume/resume.errors.ts';
import { RESUME_MAX_BYTES } from '#shared/resume/resume.schema.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('usage: npm run -s parse -- FILE…\n');
  process.exit(2);
}

/** Reads at most one byte more than is allowed, so that a huge file costs nothing. */
async function load(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > RESUME_MAX_BYTES) throw resumeErrors.too_large();
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}

function failure(cause: unknown): { code: string; message: string } {
  if (cause instanceof AppError) return { code: cause.code, message: cause.message };
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return { code: 'file.unreadable', message: cause.message };
  const error = internalError(cause);
  return { code: error.code, message: error.message };
}

const { registry, folder } = ocrConfig();
const reader = createResumeReader({
  library: createOcrLibrary({ registry, store: ocrFolder(folder) }),
  entry: new URL('../../shared/resume/resume.worker.ts', import.meta.url),
  execArgv: ['--import', 'tsx'],
});
for (const file of files) {
  const started = performance.now();
  const ms = (): number => Math.round(performance.now() - started);
  let line: object;
  try {
    const { resume, confidence, language, ocr, warnings } = await reader.read({
      bytes: await load(file),
      fileName: file,
      ocr: true,
    });
    line = { file, resume, confidence, language, ocr, warnings, ms: ms() };
  } catch (cause) {
    line = { file, error: failure(cause), ms: ms() };
  }
  await new Promise<void>((resolve) => process.stdout.write(`${JSON.stringify(line)}\n`, () => resolve()));
}
await reader.close();
