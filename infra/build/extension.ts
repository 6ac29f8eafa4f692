/** Builds the extension: `dist/extension` to load as is, `dist/extension-store.zip` for the store. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const THIS_FILE = fileURLToPath(import.meta.url);
const ROOT = path.join(path.dirname(THIS_FILE), '../..');
const DIST = path.join(ROOT, 'dist');

/** What the bundle can be made of; a change in any of it means building anew. */
const SOURCES = ['extension', 'shared', 'package-lock.json', 'infra/build/extension.ts'];

/** Tests, what wxt writes for itself, and server code, which the build refuses to bundle. */
const IRRELEVANT =
  /\.test\.tsx?$|[/\\]\.wxt[/\\]|[/\\]shared[/\\]platform[/\\]|\.(store|service|extract|source|render|worker)\.tsx?$/;

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

/** In a process of its own: bundling takes seconds of CPU, prints a spinner, and wants the libraries' production build. */
function bundle(store: boolean): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', THIS_FILE, store ? 'store' : 'production'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', WXT_TELEMETRY: '0' },
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) return resolve();
      reject(new Error(`The extension could not be built.\n${Buffer.concat(said).toString('utf8')}`));
    });
  });
}

/** A hash over names and contents, tests left out. */
async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of await filesUnder(path.join(ROOT, source))) {
      if (IRRELEVANT.test(file)) continue;
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

if (process.argv[1] === THIS_FILE) {
  const { build } = await import('wxt');
  await build({ root: path.join(ROOT, 'extension'), mode: process.argv[2] ?? 'production' });
}
