/**
 * The whole product in one process over embedded stores: what `npm start` runs, and what the tests run, each on its own
 * data folder. Handlers, protocols and SDK calls are the ones of the cloud; only the servers behind them are ours.
 */
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createApi } from '#api/app.ts';
import { serveFolder } from '#api/portal/serve.ts';
import { EXTENSION_ID } from '#extension/identity.ts';
import { tick } from '#functions/tick.ts';
import { type Core, createCore } from '#shared/core.ts';
import type { JobSource } from '#shared/feed/source.schema.ts';
import type { Clock } from '#shared/platform/clock.ts';
import { readConfig } from '#shared/platform/config.ts';
import type { Log } from '#shared/platform/log.ts';
import type { Outside } from '#shared/platform/outside.ts';
import { createPlatform, type Platform } from '#shared/platform/platform.ts';
import { tasks } from '#shared/tasks.ts';
import { buildResumeWorker } from '../build/worker.ts';
import { type DynamoDbServer, startDynamoDb } from './dynamodb.ts';
import { secretsOf, useEmbeddedAws } from './environment.ts';
import { handlers } from './handlers.ts';
import { lockDataDir } from './lock.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { type Pump, startPump } from './pump.ts';
import { createResources } from './resources.ts';
import { startS3 } from './s3/server.ts';
import { startSockets } from './sockets.ts';
import { startSqs } from './sqs/server.ts';
import { sweepExpired } from './sweep.ts';

export type StackOptions = {
  readonly dataDir: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Loopback when absent; anything else turns the pages for developers off. */
  readonly host?: string;
  /** Folder of the built portal; absent: none is served. */
  readonly portal?: string;
  /** Variables of the run beside the ones the stack sets: RATE_LIMIT, OPENAI_…, ADMIN_EMAIL. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  readonly log?: Log;
  /** Where fetched addresses lead; tests play the outside world on this machine. */
  readonly outside?: Outside;
  readonly sources?: readonly JobSource[];
  /** False leaves schedules to the caller, who ticks by hand. */
  readonly schedules?: boolean;
};

export type Stack = {
  readonly url: string;
  readonly port: number;
  readonly core: Core;
  readonly platform: Platform;
  readonly mailbox: Mailbox;
  /** Resolves when no task is waiting or running. */
  idle(): Promise<void>;
  tick(): Promise<void>;
  close(): Promise<void>;
};

const TICK_MS = 15_000;
const SWEEP_EVERY_TICKS = 20;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Starts everything; what was running when the last process died goes on. Throws with words for the person. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, host = '127.0.0.1' } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockDataDir(dataDir);
  const closers: (() => Promise<unknown> | unknown)[] = [() => lock.release()];
  const close = async () => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  try {
    const stack = await open(options, { host, lock, closers });
    return { ...stack, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Opening = {
  host: string;
  lock: Awaited<ReturnType<typeof lockDataDir>>;
  closers: (() => Promise<unknown> | unknown)[];
};

async function open(options: StackOptions, { host, lock, closers }: Opening): Promise<Omit<Stack, 'close'>> {
  const { dataDir } = options;
  const loopback = host === '127.0.0.1' || host === 'localhost' || host === '::1';
  const secrets = secretsOf(dataDir);
  const credentials = { accessKeyId: 'foothold-local', secretAccessKey: secrets.awsSecret };

  const worker = buildResumeWorker();
  // The port is taken first: a busy one says so before anything else has been started.
  const server = createServer();
  const port = await listen(server, { port: options.port, host });
  closers.push(() => closeServer(server));
  const onError = (error: unknown) => options.log?.error('embedded.failed', { error });
  const [dynamodb, s3, sqs, mailbox, sockets] = await Promise.all([
    keepDynamoDb({ dataDir, lock, onError }),
    startS3({ dir: join(dataDir, 's3'), credentials, onError }),
    startSqs({ dir: join(dataDir, 'sqs'), credentials, onError }),
    startMailbox(join(dataDir, 'mailbox')),
    startSockets(),
  ]);
  for (const part of [dynamodb, s3, sqs, mailbox, sockets]) closers.push(() => part.close());

  useEmbeddedAws({ dynamodb: dynamodb.url, s3: s3.url, sqs: sqs.url, ...credentials });
  const resources = await createResources();
  const publicUrl = `http://localhost:${port}`;
  const config = readConfig({
    ...options.env,
    FOOTHOLD_MODE: 'local',
    PUBLIC_URL: options.env?.PUBLIC_URL ?? publicUrl,
    TABLE_NAME: resources.tableName,
    BUCKET_NAME: resources.bucketName,
    QUEUE_URLS: JSON.stringify(Object.fromEntries(resources.queues.map(({ id, url }) => [id, url]))),
    EXTENSION_IDS: options.env?.EXTENSION_IDS ?? EXTENSION_ID,
    JWT_SECRET: secrets.jwtSecret,
    DATA_SECRET: secrets.dataSecret,
    SMTP_URL: mailbox.smtpUrl,
    LIVE_ENDPOINT: sockets.managementUrl,
    LIVE_URL: `ws://localhost:${port}/ws/live`,
    RESUME_WORKER: await worker,
    ENABLE_DEV_PAGES: loopback ? '1' : '0',
    ADMIN_EMAIL: loopback ? options.env?.ADMIN_EMAIL : undefined,
  });
  const platform = createPlatform(config, {
    service: 'local',
    ...(options.clock && { clock: options.clock }),
    ...(options.log && { log: options.log }),
    ...(options.outside && { outside: options.outside }),
  });
  const core = createCore(platform, { ...(options.sources && { sources: options.sources }) });
  core.warmUp();
  closers.push(() => core.close());

  const pump = pumpOf(core, resources.queues);
  closers.push(() => pump.stop());
  serve(server, { core, options, mailbox, mount: s3.mount('/storage') });
  sockets.attach(server, {
    connect: (input) => core.notifications.redeem(input),
    disconnect: (connectionId) => core.notifications.disconnect(connectionId),
  });

  const sweeper = new DynamoDBClient({});
  closers.push(() => sweeper.destroy());
  let ticks = 0;
  const tickOnce = async () => {
    await tick(core);
    if (ticks++ % SWEEP_EVERY_TICKS === 0) await sweepExpired(sweeper, resources.tableName);
  };
  if (options.schedules !== false) {
    const timer = setInterval(() => tickOnce().catch((error) => platform.log.error('tick.failed', { error })), TICK_MS);
    closers.push(() => clearInterval(timer));
    tickOnce().catch((error) => platform.log.error('tick.failed', { error }));
  }
  return { url: publicUrl, port, core, platform, mailbox, idle: () => pump.idle(), tick: tickOnce };
}

type Keeping = { dataDir: string; lock: Opening['lock']; onError: (error: unknown) => void };

/** DynamoDB that is started again, on the same port, should its program end by itself: what it acknowledged is on disk. */
async function keepDynamoDb({ dataDir, lock, onError }: Keeping): Promise<Pick<DynamoDbServer, 'url' | 'close'>> {
  const userEndpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  let closed = false;
  let current: Promise<DynamoDbServer>;
  const start = (port?: number): Promise<DynamoDbServer> =>
    startDynamoDb({
      dataDir,
      onSpawn: lock.recordChild,
      ...(port !== undefined && { port }),
      ...(userEndpoint && { userEndpoint }),
      onUnexpectedExit: (how, samePort) => {
        onError(new Error(`DynamoDB ended: ${how}`));
        if (closed) return;
        current = start(samePort);
        current.catch(onError);
      },
    });
  current = start();
  const { url } = await current;
  return {
    url,
    close: async () => {
      closed = true;
      // One that could not be started again has been reported, and there is nothing to end.
      const server = await current.catch(() => undefined);
      await server?.close();
    },
  };
}

function pumpOf(core: Core, queues: Awaited<ReturnType<typeof createResources>>['queues']): Pump {
  const { log } = core.platform;
  return startPump({
    sqs: new SQSClient({}),
    log: ({ event, ...fields }) => log.warn(event, fields),
    queues: tasks.map((task) => {
      const queue = queues.find(({ id }) => id === task.id);
      const handler = handlers[task.id];
      if (queue === undefined || handler === undefined)
        throw new Error(`The task ${task.id} has no queue or no function`);
      return {
        name: task.id,
        url: queue.url,
        arn: queue.arn,
        handler: handler.with(core),
        batchSize: task.batch,
        timeoutMs: task.timeout * 1000,
        concurrency: 2,
      };
    }),
  });
}

type Serving = {
  core: Core;
  options: StackOptions;
  mailbox: Mailbox;
  mount: ReturnType<Awaited<ReturnType<typeof startS3>>['mount']>;
};

function serve(server: Server, { core, options, mailbox, mount }: Serving): void {
  const { config, metrics } = core.platform;
  const app = createApi(core, {
    addressOf: (c) => getConnInfo(c).remote.address ?? 'unknown',
    ...(options.portal !== undefined && { portal: options.portal }),
    extend: (hono) => {
      hono.get('/metrics', async (c) => c.text((await metrics.render()) ?? ''));
      if (config.devPages) {
        hono.get('/dev/mailbox', (c) => mailbox.page(c));
        hono.get('/dev/mailbox.json', (c) => c.json(mailbox.all()));
      }
      if (config.demo) {
        const demo = serveFolder(join(ROOT, 'api/demo/pages'), { prefix: '/demo' });
        hono.get('/demo', (c) => c.redirect('/demo/'));
        hono.get('/demo/*', demo);
      }
    },
  });
  const listener = getRequestListener(app.fetch);
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/storage/')) void mount(request, response);
    else void listener(request, response);
  });
}

function listen(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is busy. Stop what uses it, or start with another: PORT=${port + 1} npm start`)
          : error,
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 500).unref();
  return new Promise((resolve) => server.close(() => resolve()));
}
