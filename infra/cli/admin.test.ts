/** The command as a process of its own, on the data folder of a real stack. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { linkedEnvironment, readConfig } from '#shared/platform/config.ts';
import { startTestStack, type TestStack } from '#tests/support/stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'foothold-admin-'));
let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ dataDir });
});
afterAll(async () => {
  await stack?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function admin(...given: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/cli/admin.ts', ...given], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += String(data)));
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, said })));
}

describe('npm run admin', () => {
  it('refuses while the product runs, and says what to do; then makes the account an admin', async () => {
    const person = await stack.person({ email: 'boss@example.org' });
    expect(await admin('boss@example.org')).toMatchObject({ code: 1, said: expect.stringContaining('ADMIN_EMAIL') });
    await stack.close();
    expect(await admin('nobody@example.org')).toMatchObject({ code: 1, said: expect.stringContaining('No account') });
    expect(await admin('Boss@Example.org')).toMatchObject({
      code: 0,
      said: expect.stringContaining('is an admin now'),
    });
    stack = await startTestStack({ dataDir });
    const { user } = await (await stack.person({ email: 'other@example.org' })).call(contract.auth.login, {
      body: { email: person.email, password: person.password },
    });
    expect(user.role).toBe('admin');
  }, 120_000);

  it('without an address it says how it is used', async () => {
    expect(await admin()).toMatchObject({ code: 1, said: expect.stringContaining('usage') });
  }, 60_000);
});

describe('a deployed stage', () => {
  it('is reached by what sst shell sets', () => {
    const config = readConfig(
      linkedEnvironment({
        SST_RESOURCE_Table: '{"name":"foothold-production-TableTable-abc","type":"sst.aws.Dynamo"}',
        SST_RESOURCE_Files: '{"name":"foothold-production-files","type":"sst.aws.Bucket"}',
        SST_RESOURCE_JwtSecret: JSON.stringify({ value: 'j'.repeat(48) }),
        SST_RESOURCE_DataSecret: JSON.stringify({ value: 'd'.repeat(48) }),
      }),
    );
    expect(config).toMatchObject({ mode: 'cloud', tableName: 'foothold-production-TableTable-abc' });
    expect(config.dataSecret).toBe('d'.repeat(48));
  });

  it('is not reached outside of it', () => {
    expect(() => linkedEnvironment({})).toThrow(/--stage/);
  });
});
