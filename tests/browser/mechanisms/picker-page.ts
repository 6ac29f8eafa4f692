/** Pages with one picker mechanism each: made of the real libraries, or modelled on structures application sites have. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/mechanisms');

const built = new Map<string, { script: string; style: string }>();

async function bundled(file: string): Promise<{ script: string; style: string }> {
  const known = built.get(file);
  if (known) return known;
  const { outputFiles } = await build({
    entryPoints: [resolve(FIXTURES, file)],
    bundle: true,
    write: false,
    outdir: '/out',
    format: 'esm',
    loader: { '.png': 'dataurl', '.webp': 'dataurl', '.svg': 'dataurl', '.woff2': 'empty' },
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'react' } },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    logLevel: 'silent',
  });
  const text = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  const made = { script: text('.js').replaceAll('</script', '<\\/script'), style: text('.css') };
  built.set(file, made);
  return made;
}

const LOOK = readFileSync(resolve(FIXTURES, 'picker-look.css'), 'utf8');

/** The page of a fixture as one document without further requests; `habits` are what a modelled picker does. */
export async function pageWith(file: string, habits?: Readonly<Record<string, unknown>>): Promise<string> {
  if (file.endsWith('.html')) return readFileSync(resolve(FIXTURES, file), 'utf8');
  const { script, style } = await bundled(file);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title><style>${LOOK}${style}</style></head><body><h1>Apply for this job</h1><div id="app"></div><script>window.habits = ${JSON.stringify(habits ?? {})};</script><script type="module">${script}</script></body></html>`;
}
