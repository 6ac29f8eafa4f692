/**
 * `npm run admin -- EMAIL [--stage S]`: makes an account an admin. Without a stage it works on `$DATA_DIR`, which no
 * running stack may hold. With one it starts itself again inside `sst shell`, which lends the stage's resources, secrets
 * and the credentials of whoever runs it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCore } from '#shared/core.ts';
import { type Config, linkedEnvironment, readConfig } from '#shared/platform/config.ts';
import { createLog } from '#shared/platform/log.ts';
import { createPlatform } from '#shared/platform/platform.ts';
import { ROOT } from '../build/cache.ts';
import { startDynamoDb } from '../local/dynamodb.ts';
import { loadDotEnv, secretsOf, useEmbeddedAws } from '../local/environment.ts';
import { DataDirLockedError, lockDataDir } from '../local/lock.ts';

const USAGE = 'usage: npm run admin -- EMAIL [--stage STAGE]';

const { email, stage, inside } = argumentsGiven();
try {
  if (inside) await grant(email, readConfig(linkedEnvironment()));
  else if (stage !== undefined) process.exitCode = runInside(email, stage);
  else await grantLocally(email);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

function argumentsGiven(): { email: string; stage: string | undefined; inside: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { stage: { type: 'string' }, inside: { type: 'boolean', default: false } },
    });
    const [only, ...more] = positionals;
    if (only === undefined || more.length > 0 || !only.includes('@')) fail(USAGE);
    return { email: only, stage: values.stage, inside: values.inside };
  } catch {
    fail(USAGE);
  }
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

function runInside(address: string, name: string): number {
  const self = [process.execPath, '--import', 'tsx', fileURLToPath(import.meta.url), address, '--inside'];
  const sst = join(ROOT, 'node_modules/.bin/sst');
  const { status } = spawnSync(sst, ['shell', '--stage', name, '--', ...self], { cwd: ROOT, stdio: 'inherit' });
  return status ?? 1;
}

async function grantLocally(address: string): Promise<void> {
  loadDotEnv(join(ROOT, '.env'));
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  if (!existsSync(join(dataDir, 'secrets.json')))
    throw new Error(`There is no data in ${dataDir} yet. Start Foothold and create the account first: npm start`);
  const lock = await lockDataDir(dataDir).catch((error) => {
    if (!(error instanceof DataDirLockedError)) throw error;
    throw new Error(
      `Foothold is running on ${dataDir} (process ${error.pid}). Stop it and run this again, or start it with ADMIN_EMAIL=${address}, which makes the account admin that registers with this address.`,
    );
  });
  const userEndpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const dynamodb = await startDynamoDb({ dataDir, onSpawn: lock.recordChild, ...(userEndpoint && { userEndpoint }) });
  try {
    const secrets = secretsOf(dataDir);
    const nowhere = 'http://127.0.0.1:9';
    useEmbeddedAws({
      dynamodb: dynamodb.url,
      s3: nowhere,
      sqs: nowhere,
      accessKeyId: 'foothold-local',
      secretAccessKey: secrets.awsSecret,
    });
    const { jwtSecret: JWT_SECRET, dataSecret: DATA_SECRET } = secrets;
    await grant(address, readConfig({ FOOTHOLD_MODE: 'local', JWT_SECRET, DATA_SECRET }));
  } finally {
    await dynamodb.close();
    lock.release();
  }
}

async function grant(address: string, config: Config): Promise<void> {
  const log = createLog({ service: 'admin', level: 'ERROR' });
  const core = createCore(createPlatform(config, { service: 'admin', log }));
  if (!(await core.auth.grantAdmin(address))) throw new Error(`No account has the address ${address}.`);
  process.stdout.write(`${address} is an admin now.\n`);
}
