/** Builds the extension: `dist/extension` to load as is, `dist/extension-store.zip` for the store. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = path.join(ROOT, 'dist');

/** What the bundle is made of; a change in any of it means building anew. */
const SOURCES = ['extension', 'shared', 'package-lock.json', 'infra/build/extension.ts'];

export type BuiltExtension = {
  folder: string /** Only for the store. */;
  zip?: string /** False where nothing had changed. */;
  rebuilt: boolean;
};

/** Builds one of the two shapes; does nothing where the sources are those of the last build. */
export async function buildExtension({ store = false } = {}): Promise<BuiltExtension> {
  const folder = path.join(DIST, store ? 'extension-store' : 'extension');
  const zip = store ? { zip: `${folder}.zip` } : {};
  const stamp = path.join(ROOT, '.cache', `extension-${store ? 'store' : 'local'}.hash`);
  const hash = await hashOf(SOURCES);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash && (await exists(path.join(folder, 'manifest.json'))))
    return { folder, ...zip, rebuilt: false };
  await rm(stamp, { force: true });
  await bundle(store);
  if (store) await writeZip(folder, `${folder}.zip`);
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return { folder, ...zip, rebuilt: true };
}

async function bundle(store: boolean): Promise<void> {
  process.env.WXT_TELEMETRY = '0';
  // Whatever runs this (a test runner sets its own), people get the production build of the libraries.
  process.env.NODE_ENV = 'production';
  // Loaded here, as it takes a second that an unchanged build need not wait for.
  const { build } = await import('wxt');
  await build({ root: path.join(ROOT, 'extension'), mode: store ? 'store' : 'production', logger: quiet });
}

const nothing = (): void => undefined;
const quiet = {
  level: 1,
  debug: nothing,
  log: nothing,
  info: nothing,
  success: nothing,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
};

/** A hash over names and contents, tests left out. */
async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of await filesUnder(path.join(ROOT, source))) {
      if (/\.test\.tsx?$|[/\\]\.(wxt|output)[/\\]/.test(file)) continue;
      hash
        .update(path.relative(ROOT, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  return hash.digest('hex');
}

async function filesUnder(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (entries === undefined) return [place];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The same sources give the same bytes: names sorted, one fixed time. */
async function writeZip(folder: string, target: string): Promise<void> {
  const files: Record<string, Uint8Array> = {};
  for (const file of await filesUnder(folder))
    files[path.relative(folder, file).split(path.sep).join('/')] = await readFile(file);
  await writeFile(target, zipSync(files, { level: 9, mtime: '2020-01-01T00:00:00Z' }));
}

const exists = (file: string): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false,
  );
