/**
 * The platform over embedded servers for tests of services: real DynamoDB, S3 and SQS protocols, a clock that can be moved,
 * mails and tasks caught on their way out. One per test file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDb } from '#infra/local/dynamodb.ts';
import { useEmbeddedAws } from '#infra/local/environment.ts';
import { createResources } from '#infra/local/resources.ts';
import { startS3 } from '#infra/local/s3/server.ts';
import { startSqs } from '#infra/local/sqs/server.ts';
import type { Clock } from '#shared/platform/clock.ts';
import { readConfig } from '#shared/platform/config.ts';
import { createLog } from '#shared/platform/log.ts';
import type { Mail } from '#shared/platform/mail.ts';
import { createPlatform, type Platform } from '#shared/platform/platform.ts';
import { createCommit, type Envelope } from '#shared/platform/queue.ts';

export type MovableClock = Clock & { advance(milliseconds: number): void };

export type TestPlatform = Platform & {
  readonly clock: MovableClock;
  /** Tasks that left, oldest first; `take` empties the list. */
  readonly sent: { take(): Envelope[] };
  readonly mails: Mail[];
  /** What was pushed to WebSocket connections, and which were closed. `gone` answers as API Gateway does with 410. */
  readonly pushed: { connectionId: string; message: unknown }[];
  readonly closed: string[];
  readonly gone: Set<string>;
  /** How many calls the table got since the last time of asking. */
  roundTrips(): number;
  close(): Promise<void>;
};

export function movableClock(start = Date.now()): MovableClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export async function startTestPlatform(env: Readonly<Record<string, string>> = {}): Promise<TestPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foothold-test-'));
  const credentials = { accessKeyId: 'foothold-test', secretAccessKey: 'a secret of the tests' };
  const onError = (error: unknown) => {
    throw error;
  };
  const [dynamodb, s3, sqs] = await Promise.all([
    startDynamoDb({ dataDir }),
    startS3({ dir: join(dataDir, 's3'), credentials, onError }),
    startSqs({ dir: join(dataDir, 'sqs'), credentials, onError }),
  ]);
  useEmbeddedAws({ dynamodb: dynamodb.url, s3: s3.url, sqs: sqs.url, ...credentials });
  const { tableName, bucketName } = await createResources();
  const clock = movableClock();
  const log = createLog({ service: 'test', level: 'SILENT' });
  const config = readConfig({
    FOOTHOLD_MODE: 'local',
    PUBLIC_URL: 'http://localhost:8787',
    TABLE_NAME: tableName,
    BUCKET_NAME: bucketName,
    JWT_SECRET: 'a signing secret that is long enough for tests',
    DATA_SECRET: 'a sealing secret that is long enough for tests',
    EXTENSION_IDS: 'abcdefghijklmnopabcdefghijklmnop',
    ...env,
  });
  const platform = createPlatform(config, { clock, log });

  let calls = 0;
  const counted = <Args extends unknown[], Result>(call: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      calls++;
      return call(...args);
    };
  };
  const { table } = platform;
  const countedTable: Platform['table'] = {
    get: (key) => counted(() => table.get<never>(key))(),
    getMany: (keys) => counted(() => table.getMany<never>(keys))(),
    query: (options) => counted(() => table.query<never>(options))(),
    write: counted((write) => table.write(write)),
    transact: counted((writes) => table.transact(writes)),
    increment: counted((key, options) => table.increment(key, options)),
  };

  const envelopes: Envelope[] = [];
  const queue = {
    ...platform.queue,
    send: async (envelope: Envelope) => {
      envelopes.push(envelope);
    },
  };
  const mails: Mail[] = [];
  const pushed: TestPlatform['pushed'] = [];
  const closed: string[] = [];
  const gone = new Set<string>();
  return {
    ...platform,
    clock,
    table: countedTable,
    queue,
    commit: createCommit({ table: countedTable, queue, clock, log }),
    mailer: { send: async (mail) => void mails.push(mail) },
    live: {
      push: async (connectionId, message) => {
        if (gone.has(connectionId)) return false;
        pushed.push({ connectionId, message });
        return true;
      },
      close: async (connectionId) => void closed.push(connectionId),
    },
    sent: { take: () => envelopes.splice(0) },
    mails,
    pushed,
    closed,
    gone,
    roundTrips: () => {
      const counted = calls;
      calls = 0;
      return counted;
    },
    close: async () => {
      await Promise.all([dynamodb.close(), s3.close(), sqs.close()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
