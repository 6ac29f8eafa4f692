/** What every function has in common, and the permissions they are built from. Nobody gets more than is named here. */
import { packagesOfAll } from './needs.ts';
import { queues } from './queues.ts';
import { secrets } from './secrets.ts';
import { domain, logRetention } from './stage.ts';
import { bucket, table } from './storage.ts';

type Permission = { actions: string[]; resources: $util.Input<string>[] };

export const permissions = {
  table: {
    actions: [
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:ConditionCheckItem',
    ],
    resources: [table.arn, $interpolate`${table.arn}/index/*`],
  },
  files: { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], resources: [$interpolate`${bucket.arn}/*`] },
  listFiles: { actions: ['s3:ListBucket'], resources: [bucket.arn] },
  mail: {
    actions: ['ses:SendEmail', 'ses:SendRawEmail'],
    resources: [
      $interpolate`arn:aws:ses:${aws.getRegionOutput().name}:${aws.getCallerIdentityOutput().accountId}:identity/*`,
    ],
  },
} satisfies Record<string, Permission>;

/** Sending to every queue: whoever writes a row may have to send the task that follows from it. */
export const sendTasks = (): Permission => ({
  actions: ['sqs:SendMessage'],
  resources: Object.values(queues).map(({ queue }) => queue.arn),
});

/** Pushing to open WebSockets of `api`. */
export const pushLive = (api: sst.aws.ApiGatewayWebSocket): Permission => ({
  actions: ['execute-api:ManageConnections'],
  resources: [$interpolate`${api.nodes.api.executionArn}/*`],
});

export const environment = (more: Record<string, $util.Input<string>> = {}): Record<string, $util.Input<string>> => ({
  FOOTHOLD_MODE: 'cloud',
  TABLE_NAME: table.name,
  BUCKET_NAME: bucket.name,
  QUEUE_URLS: $jsonStringify(Object.fromEntries(Object.entries(queues).map(([id, { queue }]) => [id, queue.url]))),
  JWT_SECRET: secrets.jwt.value,
  DATA_SECRET: secrets.data.value,
  OPENAI_API_KEY: secrets.openai.value,
  OPENAI_BASE_URL: process.env.OPENAI_BASE_URL ?? '',
  OPENAI_MODEL: process.env.OPENAI_MODEL ?? '',
  MAIL_FROM: process.env.MAIL_FROM ?? '',
  SENTRY_DSN: process.env.SENTRY_DSN ?? '',
  EXTENSION_IDS: process.env.EXTENSION_IDS ?? '',
  INGEST_EVERY: process.env.INGEST_EVERY ?? '',
  ENABLE_SOURCES: process.env.ENABLE_SOURCES ?? '',
  ...Object.fromEntries(Object.entries(secrets.sources).map(([name, secret]) => [name, secret.value])),
  ...(domain !== undefined && { PUBLIC_URL: `https://${domain}` }),
  ...more,
});

/** Node 24 on arm64, JSON logs, native argon2 for the platform, and what the bundle loads at run time beside it. */
export const node = {
  runtime: 'nodejs24.x',
  architecture: 'arm64',
  logging: { retention: logRetention, format: 'json' },
  nodejs: { format: 'esm', minify: true, install: [...packagesOfAll] },
} satisfies Partial<sst.aws.FunctionArgs>;
