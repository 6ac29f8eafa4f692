import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '#tests/support/chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'foothold-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function demo(...given: string[]): Promise<{ code: number | null; said: string }> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/demo.ts', ...given], {
    env: { ...env, DATA_DIR: join(folder, 'data'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += String(data);
    });
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, said })));
}

describe.skipIf(chromiumPath() === undefined)('npm run demo', () => {
  test('shows the main job from an empty folder: account, resume read, extension linked, form filled', async () => {
    const pictures = join(folder, 'pictures');
    const { code, said } = await demo('--headless', '--screenshot', pictures);
    const [, filled, found] = /Filled (\d+) of (\d+) fields/.exec(said) ?? [];
    expect(said).toContain('johanna.brandt@example.com');
    expect(Number(found)).toBeGreaterThan(20);
    expect(Number(filled)).toBeGreaterThan(Number(found) / 2);
    expect(code).toBe(0);
    const made = readdirSync(pictures).sort();
    expect(made).toHaveLength(5);
    for (const name of made) expect(statSync(join(pictures, name)).size).toBeGreaterThan(10_000);
  }, 300_000);

  test.runIf(process.platform === 'linux')(
    'without a display it says so, and what to do instead',
    async () => {
      const { code, said } = await demo();
      expect(code).toBe(1);
      expect(said).toContain('There is no display here');
      expect(said).toContain('--headless --screenshot');
    },
    60_000,
  );
});
