/**
 * DynamoDB on one machine: the `dynoxide` program (one binary per platform, from npm) over a SQLite file, spawned and
 * watched; where there is no binary, an address the person gave.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeServer, listen } from './aws/http.ts';
import { checkedEndpoint, fetchBinary, findBinary } from './dynamodb-binary.ts';

export type DynamoDbServer = {
  /** For AWS_ENDPOINT_URL_DYNAMODB. */
  readonly url: string;
  /** The process to record in the data folder's lock; absent when the address is the person's own. */
  readonly child?: { readonly pid: number; readonly command: string };
  close(): Promise<void>;
};

export type DynamoDbOptions = {
  readonly dataDir: string;
  /** A free one by default. */
  readonly port?: number;
  /** An address the person gave, used only where there is no binary for this platform. */
  readonly userEndpoint?: string;
  /** Called as soon as the program runs, before it answers, so that no kill in between leaves it unrecorded. */
  readonly onSpawn?: (child: { pid: number; command: string }) => void;
  /** Lines the program writes to stderr. */
  readonly onOutput?: (line: string) => void;
  /** Called when the program ends without `close`; what was acknowledged is on disk, so it may be started again on `port`. */
  readonly onUnexpectedExit?: (how: string, port: number) => void;
};

const START_MS = 10_000;
const STOP_MS = 3000;

/**
 * The program checks no signature and lets pages of any origin call it, so a page in the person's browser that found
 * its port could read everything. On Linux all of 127.0.0.0/8 is this machine: one address out of 16 million, times
 * the port, is not found by trying. Elsewhere only 127.0.0.1 is there. One per process, so that a program started
 * again on its port has the address its clients know.
 */
const loopbackAddress =
  process.platform === 'linux' ? `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(1, 255)}` : '127.0.0.1';

/** Starts the program and resolves when it answers. Throws an error that says what to do. */
export async function startDynamoDb(options: DynamoDbOptions): Promise<DynamoDbServer> {
  const packageName = `@dynoxide/${process.platform}-${process.arch}`;
  const binary = findBinary(packageName);
  if (binary !== undefined) return startBinary(binary, options);
  if (options.userEndpoint !== undefined)
    return { url: checkedEndpoint(options.userEndpoint), close: async () => undefined };
  const fetched = await fetchBinary(packageName);
  if (fetched !== undefined) return startBinary(fetched, options);
  throw new Error(
    `There is no DynamoDB for ${process.platform} ${process.arch}: the package ${packageName} could not be installed. ` +
      'Start any DynamoDB-compatible server yourself (for example Amazon DynamoDB Local, which needs Java) and set ' +
      'AWS_ENDPOINT_URL_DYNAMODB to its address, such as http://127.0.0.1:8000.',
  );
}

async function startBinary(binary: string, options: DynamoDbOptions): Promise<DynamoDbServer> {
  fs.mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(options.dataDir, 'dynamodb.sqlite');
  const host = loopbackAddress;
  const port = options.port ?? (await freePort(host));
  const args = ['serve', '--host', host, '-p', String(port), '--db-path', file];
  const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const mark = child.pid === undefined ? undefined : { pid: child.pid, command: binary };
  if (mark !== undefined) options.onSpawn?.(mark);
  // A run that ends in any way but by SIGKILL takes the program with it; for that one there is the lock's record.
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const output = collectOutput(child, options.onOutput);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (cause) => resolve(cause.message));
    child.once('exit', (code, signal) => resolve(`exit ${code ?? signal}`));
  });

  const url = `http://${host}:${port}`;
  const failure = await Promise.race([answers(url, child), ended]);
  if (failure !== undefined) {
    child.kill('SIGKILL');
    throw new Error(`DynamoDB (${binary}) did not start on port ${port}: ${failure}. ${output()}`);
  }
  let closing = false;
  void ended.then((how) => closing || options.onUnexpectedExit?.(how, port));
  return {
    url,
    ...(mark !== undefined && { child: mark }),
    async close() {
      closing = true;
      await endChild(child);
    },
  };
}

/** Resolves with undefined when the server answers, or with why it does not. */
async function answers(url: string, child: ChildProcess): Promise<string | undefined> {
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await sleep(10)) {
    if (child.exitCode !== null || child.signalCode !== null) return 'it ended';
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'DynamoDB_20120810.ListTables',
          // The program reads only that there is a signature; the SDK sends a real one.
          'x-amz-date': '20260101T000000Z',
          authorization:
            'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
        },
        body: '{}',
        signal: AbortSignal.timeout(1000),
      });
      const text = await response.text();
      if (response.ok && text.includes('TableNames')) return undefined;
    } catch {
      // not listening yet
    }
  }
  return `no answer within ${START_MS / 1000} s`;
}

function collectOutput(child: ChildProcess, onOutput: (line: string) => void = () => undefined): () => string {
  let last = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    last = (last + text).slice(-2000);
    for (const line of text.split('\n')) if (line.trim() !== '') onOutput(line);
  });
  return () => last.trim();
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exit;
  clearTimeout(timer);
}

async function freePort(host: string): Promise<number> {
  const server = createServer();
  const port = await listen(server, { host, port: 0 });
  await closeServer(server);
  return port;
}
