/** The repository as the architecture tests see it: files of ours with their imports. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

const TOP = ['extension', 'api', 'functions', 'infra', 'shared', 'tests'];

/** Files git knows or would take, below the folders of ours. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  },
)
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

/** TypeScript sources with imports resolved to paths of ours (`shared/…`) or left as package names. */
export const sources: readonly SourceFile[] = files
  .filter((path) => /\.(ts|tsx)$/.test(path) && (TOP.includes(path.split('/')[0] ?? '') || path === 'sst.config.ts'))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, imports: importsOf(text).map((specifier) => resolve(path, specifier)) };
  });

/** Sources that ship: no tests, no test support. */
export const shipped = sources.filter(({ path }) => !path.startsWith('tests/') && !/\.test\.tsx?$/.test(path));

function importsOf(text: string): string[] {
  const pattern = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|\bimport\.meta\.resolve\(\s*)(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(pattern)].map((match) => match[2] ?? '');
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return relative(ROOT, join(ROOT, dirname(from), specifier));
  return specifier;
}

/** The concept of a path in `shared/<concept>/…`, or undefined. */
export const conceptOf = (path: string): string | undefined => /^shared\/([a-z]+)\//.exec(path)?.[1];

/** `.rules` of `shared/match/score.rules.ts`, `.view` of `x.view.tsx`; undefined without one. */
export const suffixOf = (path: string): string | undefined =>
  /\.([a-z]+)\.tsx?$/.exec(path.replace(/\.test\.(tsx?)$/, '.$1'))?.[1];
