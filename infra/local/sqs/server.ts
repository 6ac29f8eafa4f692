/**
 * Starts the embedded SQS: the AWS JSON 1.0 protocol over the queue store, on a loopback port. Only the actions the
 * product calls exist; any other is answered 501 InvalidAction.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { bodyOf, closeServer, flatHeaders, listen, readBody, refuse, splitTarget } from '../aws/http.ts';
import { damageReport } from '../aws/journal.ts';
import { type Credentials, sha256Hex, verifyHeaderSignature } from '../aws/signature.ts';
import { createActions } from './actions.ts';
import { queryCode, SqsError, toSqsError } from './errors.ts';
import { openQueueStore } from './store.ts';

export type SqsServer = {
  readonly port: number;
  /** `http://host:port`, for AWS_ENDPOINT_URL_SQS. */
  readonly url: string;
  close(): Promise<void>;
};

export type SqsOptions = {
  readonly dir: string;
  readonly port?: number;
  readonly host?: string;
  readonly credentials: Credentials;
  /** Shapes the ARNs; give the region the clients use. */
  readonly region?: string;
  /** Told of failures of our own, never of refusals. */
  readonly onError?: (error: unknown) => void;
};

const ACCOUNT = '000000000000';
const MAX_BODY_BYTES = 8 * 1024 * 1024; // ten messages of 1 MiB in all, escaped as JSON
const TARGET = /^AmazonSQS\.(\w+)$/;

/** Opens `dir` and listens; `port` 0 (the default) takes a free one. Only one process may use `dir`. */
export async function startSqs(options: SqsOptions): Promise<SqsServer> {
  const { dir, port = 0, host = '127.0.0.1', credentials, region = 'us-east-1', onError } = options;
  const store = openQueueStore({ dir, region, account: ACCOUNT });
  if (store.damagedLines > 0) onError?.(damageReport(dir, store.damagedLines));
  const actions = createActions(store, ACCOUNT);
  const waiting = new Set<AbortController>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<object> {
    const body = await readBody(bodyOf(request), MAX_BODY_BYTES);
    if (body === undefined) throw new SqsError('InvalidParameterValue', 'The request is too long.', 413);
    const headers = flatHeaders(request);
    const target = splitTarget(request.url ?? '/');
    if (target === undefined) throw new SqsError('InvalidAction', 'The address could not be parsed.');
    const signed = { method: request.method ?? '', path: target.path, query: target.query, headers };
    verifyHeaderSignature(signed, { credentials, service: 'sqs', now: Date.now(), payloadHash: sha256Hex(body) });

    const name = TARGET.exec(headers['x-amz-target'] ?? '')?.[1] ?? '';
    const run = actions.get(name);
    if (run === undefined || request.method !== 'POST')
      throw new SqsError('InvalidAction', `The action ${name} is not valid for this endpoint.`, 501);
    const gone = new AbortController();
    waiting.add(gone);
    response.once('close', () => {
      gone.abort();
      waiting.delete(gone);
    });
    return run(parseJson(body), { base: `http://${headers.host}`, signal: gone.signal });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-amzn-requestid', randomUUID());
    try {
      const json = JSON.stringify(await answer(request, response));
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(json);
    } catch (thrown) {
      const error = toSqsError(thrown);
      if (request.destroyed && !request.complete) {
        response.destroy();
        return;
      }
      if (error.name === 'InternalFailure') onError?.(thrown);
      const body = JSON.stringify({ __type: `com.amazonaws.sqs#${error.name}`, message: error.message });
      const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-query-error': queryCode(error) };
      await refuse({ request, response }, { status: error.status, headers, body });
    }
  }

  const server = createServer((request, response) => void handle(request, response));
  let bound: number;
  try {
    bound = await listen(server, { host, port });
  } catch (cause) {
    await store.close();
    throw cause;
  }
  return {
    port: bound,
    url: `http://${host}:${bound}`,
    async close() {
      for (const call of waiting) call.abort();
      await closeServer(server);
      await store.close();
    },
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.length === 0 ? '{}' : body.toString('utf8'));
  } catch {
    throw new SqsError('SerializationException', 'The request is not JSON.');
  }
}
