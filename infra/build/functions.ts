/** Each Lambda function as one file in `dist/functions/<name>/`, with the workers and fonts it loads beside it. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './cache.ts';

/** Bytes of each bundle by function name. */
export type FunctionSizes = Readonly<Record<string, number>>;

/** Native modules cannot be bundled; the deployment installs them for the runtime's platform. */
export const NATIVE = ['@node-rs/argon2', 'tesseract.js', '@tesseract.js-data/eng', '@tesseract.js-data/osd'];

/** Entry points: every function, the API, and the worker that reads files. */
export function functionEntries(): Record<string, string> {
  const functions = readdirSync(join(ROOT, 'functions'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'consume.ts')
    .map((file) => [file.slice(0, -3), join(ROOT, 'functions', file)]);
  return { ...Object.fromEntries(functions), api: join(ROOT, 'api/lambda.ts') };
}

/** What CommonJS parts of a bundle call. */
export const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

export async function buildFunctions(outDir = join(ROOT, 'dist/functions')): Promise<FunctionSizes> {
  rmSync(outDir, { recursive: true, force: true });
  const sizes: Record<string, number> = {};
  for (const [name, entry] of Object.entries(functionEntries())) {
    const folder = join(outDir, name);
    mkdirSync(folder, { recursive: true });
    const result = await build({
      entryPoints: { index: entry, 'resume.worker': join(ROOT, 'shared/resume/resume.worker.ts') },
      outdir: folder,
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
      loader: { '.ttf': 'copy' },
      logLevel: 'error',
    });
    sizes[name] = Object.entries(result.metafile.outputs).find(([file]) => file.endsWith('index.mjs'))?.[1].bytes ?? 0;
  }
  return sizes;
}
