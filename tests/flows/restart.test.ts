/** Killed at any moment, the product goes on where it was: nothing acknowledged is lost, nothing happens twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { createClient } from '#shared/kernel/client.ts';
import { resumePdf } from '../support/pdf.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'foothold-kill-'));
let running: ChildProcess | undefined;
/** Kept over restarts, as a person's is: the address is part of a token. */
let port = '0';

/** A run that is killed leaves its DynamoDB to the next start; the last one therefore ends as a person ends it. */
afterEach(async () => {
  if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
  const gone = once(running, 'exit');
  running.kill('SIGTERM');
  await gone;
});
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<{ base: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/serve.ts', dataDir, port], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const match = /ready (\d+)/.exec(String(data));
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  return {
    base: `http://127.0.0.1:${port}`,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

describe('a killed process', () => {
  it.each([0, 400])(
    '%i ms after an upload loses nothing: the resume is read once, after the next start',
    async (delay) => {
      const first = await start();
      const call = createClient((path, init) => fetch(first.base + path, init));
      const person = {
        email: `kill${delay}@example.org`,
        password: 'correct horse battery',
        name: 'Ada',
        role: 'seeker' as const,
        consent: true as const,
      };
      const { accessToken } = await call(contract.auth.register, { body: person });
      const headers = { authorization: `Bearer ${accessToken}` };
      const form = new FormData();
      form.set('file', new File([await resumePdf()], 'ada.pdf', { type: 'application/pdf' }));
      const accepted = await fetch(`${first.base}/api/v1/cv-upload`, { method: 'POST', body: form, headers });
      expect(accepted.status).toBe(202);
      await sleep(delay);
      await first.kill();

      const second = await start();
      const again = createClient((path, init) => fetch(second.base + path, init));
      // The session survived as well: secrets and sessions are part of the data.
      const ask = () => again(contract.resume.list, { headers });
      for (let tries = 0; (await ask()).items[0]?.status !== 'read' && tries < 200; tries++) await sleep(100);
      expect((await ask()).items).toMatchObject([{ status: 'read', active: true }]);
      const profile = await again(contract.profile.get, { headers });
      expect(profile.version).toBe(1);
      expect(profile.resume.work).toHaveLength(1);
    },
    120_000,
  );

  it('a second start on the same data says who holds it', async () => {
    await start();
    const second = spawn(process.execPath, ['--import', 'tsx', 'tests/support/serve.ts', dataDir], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    second.stderr.on('data', (data: Buffer) => {
      said += String(data);
    });
    const code = await new Promise((resolve) => second.on('exit', resolve));
    expect(code).not.toBe(0);
    expect(said).toContain('is in use by process');
  }, 60_000);
});
