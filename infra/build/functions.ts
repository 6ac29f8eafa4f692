/**
 * Each Lambda function as one file `dist/functions/<name>/index.mjs`, and `dist/functions/resume.worker.mjs`, which is
 * deployed beside those that read files.
 */
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './cache.ts';

/** Bytes of each bundle by function name. */
export type FunctionSizes = Readonly<Record<string, number>>;

/** Native modules, and what loads files of its own, cannot be bundled; the deployment installs them. */
export const NATIVE = ['@node-rs/argon2', 'tesseract.js-core', '@tesseract.js-data/eng', '@tesseract.js-data/osd'];

/** Entry points: every function, and the API. */
export function functionEntries(): Record<string, string> {
  const functions = readdirSync(join(ROOT, 'functions'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'consume.ts')
    .map((file) => [file.slice(0, -3), join(ROOT, 'functions', file)]);
  return { ...Object.fromEntries(functions), api: join(ROOT, 'api/lambda.ts') };
}

/** What CommonJS parts of a bundle call. */
export const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Builds all of them at once, so that each source is parsed once; returns their sizes, the worker's among them. */
export async function buildFunctions(outDir = join(ROOT, 'dist/functions')): Promise<FunctionSizes> {
  rmSync(outDir, { recursive: true, force: true });
  const entries = Object.entries(functionEntries()).map(([name, entry]) => [`${name}/index`, entry]);
  const result = await build({
    entryPoints: {
      ...Object.fromEntries(entries),
      'resume.worker': join(ROOT, 'shared/resume/resume.worker.ts'),
    },
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    minify: true,
    sourcemap: false,
    metafile: true,
    external: NATIVE,
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  const nameOf = (file: string) => (file.endsWith('index.mjs') ? basename(dirname(file)) : basename(file, '.mjs'));
  return Object.fromEntries(Object.entries(result.metafile.outputs).map(([file, { bytes }]) => [nameOf(file), bytes]));
}
