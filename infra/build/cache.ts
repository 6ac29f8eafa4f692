/** Builds only what changed: the hash of the sources is kept beside the result. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs `build` unless `output` was made from exactly these `sources` (files or folders below the root). Says whether it ran. */
export async function buildIfChanged(options: {
  name: string;
  sources: readonly string[];
  output: string;
  build: () => Promise<void>;
}): Promise<boolean> {
  const stamp = join(ROOT, 'dist', '.built', options.name);
  const hash = hashOf(options.sources);
  if (existsSync(join(ROOT, options.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await options.build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(join(ROOT, source))).toSorted()) {
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.name.startsWith('.') || /\.test\.tsx?$/.test(entry.name) ? [] : filesBelow(join(path, entry.name)),
  );
}
