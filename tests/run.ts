/**
 * `npm test`: lint, types, then every test. The last line counts them. Chromium comes from the system's packages where it
 * is missing and may be installed; where there is none, the browser tests are skipped and counted, not failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { chromiumPath } from './support/chromium.ts';

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

const total = { passed: 0, failed: 0, skipped: 0 };
const scratch = mkdtempSync(join(tmpdir(), 'foothold-test-'));
const bin = (name: string) => join('node_modules', '.bin', name);

/** One check that is a command: it passes or fails as a whole. */
function check(name: string, command: string, args: readonly string[]): void {
  process.stdout.write(`\n— ${name}\n`);
  const passed = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  total[passed ? 'passed' : 'failed']++;
}

/** One vitest run, counted test by test. */
function suite(name: string, args: readonly string[]): void {
  process.stdout.write(`\n— ${name}\n`);
  const file = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const { status } = spawnSync(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'SILENT' },
    },
  );
  if (!existsSync(file)) {
    total.failed++;
    return;
  }
  const results = Results.parse(JSON.parse(readFileSync(file, 'utf8')));
  total.passed += results.numPassedTests;
  total.failed += results.numFailedTests;
  total.skipped += results.numPendingTests + results.numTodoTests;
  // A file that could not even be loaded has no failed test to count.
  if (status !== 0 && results.numFailedTests === 0) total.failed += Math.max(1, results.numFailedTestSuites);
}

function provideChromium(): void {
  if (
    chromiumPath() !== undefined ||
    process.platform !== 'linux' ||
    process.getuid?.() !== 0 ||
    !existsSync('/usr/bin/apt-get')
  )
    return;
  process.stdout.write('\n— Chromium is missing: installing it from the system packages\n');
  const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], quiet);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
}

provideChromium();
check('format and lint', bin('biome'), ['check', '.']);
check('types', bin('tsc'), ['--noEmit']);
suite('unit and flows', []);
suite('browser', ['--config', 'vitest.browser.config.ts']);
rmSync(scratch, { recursive: true, force: true });

process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
);
process.exit(total.failed > 0 ? 1 : 0);
