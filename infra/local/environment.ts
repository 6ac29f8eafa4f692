/**
 * The environment of a run on one machine: secrets made once per data folder, and AWS variables that lead every SDK call
 * to the embedded servers, whatever was set outside, so that nothing local can reach a real account.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Secrets = z.object({
  jwtSecret: z.string().min(32),
  dataSecret: z.string().min(32),
  awsSecret: z.string().min(16),
});
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of `dataDir`, readable by the owner only; made at the first run. */
export function secretsOf(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = () => randomBytes(48).toString('base64url');
  const secrets: Secrets = { jwtSecret: made(), dataSecret: made(), awsSecret: made() };
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** Reads `.env` beside package.json into `process.env`; what is set outside wins. */
export function loadDotEnv(file: string): void {
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line);
    const [, name, raw] = match ?? [];
    if (name === undefined || raw === undefined || line.trimStart().startsWith('#')) continue;
    process.env[name] ??= raw.replace(/^(['"])(.*)\1$/, '$2');
  }
}

/** Points the AWS SDK at the embedded servers. IP addresses make the S3 client choose path style by itself. */
export function useEmbeddedAws(endpoints: {
  dynamodb: string;
  s3: string;
  sqs: string;
  accessKeyId: string;
  secretAccessKey: string;
}): void {
  for (const name of Object.keys(process.env)) if (/^AWS_/.test(name)) delete process.env[name];
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: endpoints.accessKeyId,
    AWS_SECRET_ACCESS_KEY: endpoints.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    POWERTOOLS_DEV: 'false',
  });
}
