/** `npm start` from a copy of the sources without anything built, then again; beside a bare Hono server started the same way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from './row.ts';

const PARTS = [
  'api',
  'extension',
  'functions',
  'infra',
  'shared',
  'tests',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const BARE = `
  import { serve } from '@hono/node-server';
  import { Hono } from 'hono';
  const app = new Hono().get('/', (c) => c.text('ok'));
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => console.log('ready on'));
`;
const SETTLE_MS = 5000;

export async function measureStart(root: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foothold-bench-'));
  try {
    for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
    mkdirSync(join(folder, 'scratch'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'scratch/bare.ts'), BARE);
    const bare = await run(folder, 'scratch/bare.ts');
    const first = await run(folder, 'infra/local/start.ts');
    const second = await run(folder, 'infra/local/start.ts');
    const baseline = { name: 'bare Hono server', figure: bare.seconds };
    return [
      { measure: 'npm start to ready, nothing built', figure: first.seconds, unit: 's', baseline, bar: { atMost: 15 } },
      { measure: 'npm start to ready, again', figure: second.seconds, unit: 's', baseline, bar: { atMost: 4 } },
      {
        measure: 'memory at rest, children included',
        figure: second.megabytes,
        unit: 'MB',
        baseline: { name: 'bare Hono server', figure: bare.megabytes },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, script: string): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'scratch/data'), ENABLE_SOURCES: 'none' },
  });
  await ready(child);
  const seconds = (performance.now() - started) / 1000;
  await sleep(SETTLE_MS);
  const megabytes = residentOf(child.pid ?? 0);
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  return { seconds, megabytes };
}

function ready(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (data: Buffer) => {
      said += String(data);
      if (said.includes('ready on')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it was ready:\n${said}`)));
  });
}

/** Of the process and its children, from /proc; 0 where there is none. */
function residentOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return Number(kilobytes) / 1024 + children.reduce((sum, child) => sum + residentOf(Number(child)), 0);
  } catch {
    return 0;
  }
}
