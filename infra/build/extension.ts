/** Builds the extension: `dist/extension` to load as is, `dist/extension-store.zip` for the store. */
import { spawn } from 'node:child_process';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { buildIfChanged, ROOT } from './cache.ts';

const THIS_FILE = fileURLToPath(import.meta.url);

/** What the bundle can be made of; a change in any of it means building anew. */
const SOURCES = ['extension', 'shared', 'package-lock.json', 'infra/build/extension.ts'];

/** Where the build lies; `zip` only for the store, `rebuilt` false where nothing had changed. */
export type BuiltExtension = { folder: string; zip?: string; rebuilt: boolean };

/** Builds one of the two shapes; does nothing where the sources are those of the last build. */
export async function buildExtension({ store = false } = {}): Promise<BuiltExtension> {
  const name = store ? 'extension-store' : 'extension';
  const folder = path.join(ROOT, 'dist', name);
  const zip = store ? { zip: `${folder}.zip` } : {};
  const build = async (): Promise<void> => {
    // Made aside and put in place whole: a browser that has the folder open never sees half of it.
    const fresh = path.join(ROOT, 'dist', '.building', `${name}-${process.pid}`);
    await bundle(fresh, store ? 'store' : 'production');
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
    if (store) await writeZip(folder, `${folder}.zip`);
  };
  const output = path.join('dist', store ? `${name}.zip` : path.join(name, 'manifest.json'));
  return { folder, ...zip, rebuilt: await buildIfChanged({ name, sources: SOURCES, output, build }) };
}

/** In a process of its own: bundling takes seconds of CPU, prints a spinner, and wants the libraries' production build. */
function bundle(folder: string, mode: 'store' | 'production'): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', THIS_FILE, folder, mode], {
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

async function filesUnder(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
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

if (process.argv[1] === THIS_FILE) {
  const [, , folder = '', mode = 'production'] = process.argv;
  const { build } = await import('wxt');
  await build({
    root: path.join(ROOT, 'extension'),
    outDir: path.dirname(folder),
    outDirTemplate: path.basename(folder),
    mode,
  });
}
