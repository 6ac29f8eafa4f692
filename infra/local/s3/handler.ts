/**
 * The S3 REST protocol (path style) over an object store: who may ask, what is asked, and how errors are written.
 * Only what the product calls is implemented; everything else is answered 501 NotImplemented.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { bodyOf, flatHeaders, readBody, refuse, splitTarget } from '../aws/http.ts';
import {
  type Credentials,
  type SignedRequest,
  sha256Hex,
  verifyHeaderSignature,
  verifyPresigned,
} from '../aws/signature.ts';
import { deleteObjects, listObjects, MAX_DELETE_BODY_BYTES } from './bucket-operations.ts';
import { errorXml, S3Error, toS3Error } from './errors.ts';
import { getObject } from './get-object.ts';
import { splitPath } from './names.ts';
import { postObject } from './post-object.ts';
import { putObject } from './put-object.ts';
import type { ObjectStore } from './store.ts';

export type S3HandlerOptions = {
  readonly store: ObjectStore;
  readonly credentials: Credentials;
  /** Origins whose pages may call from a browser (`https://host`, no wildcard); the page's own origin needs none. */
  readonly corsOrigins?: readonly string[];
  /**
   * Serves below another server's path, such as `/storage`: the prefix is cut off, presigned addresses are checked
   * against `signedHost` (they were signed for the internal one), and only uploads by policy and presigned reads
   * are answered.
   */
  readonly mount?: { readonly prefix: string; readonly signedHost: string };
  /** Told of failures of our own, never of refusals. */
  readonly onError?: (error: unknown) => void;
};

export type S3Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Call = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly headers: Record<string, string | undefined>;
  readonly signed: SignedRequest;
  readonly query: ReadonlyMap<string, string>;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
};

/** What each operation may carry in its query, beside `x-id` and the signature. */
const QUERY_OF: Readonly<Record<string, readonly string[]>> = {
  'GET key': ['x-amz-checksum-mode', 'response-content-type', 'response-content-disposition', 'response-cache-control'],
  'HEAD key': [
    'x-amz-checksum-mode',
    'response-content-type',
    'response-content-disposition',
    'response-cache-control',
  ],
  'PUT key': [],
  'DELETE key': [],
  'PUT bucket': [],
  'HEAD bucket': [],
  'GET bucket': ['list-type', 'prefix', 'delimiter', 'max-keys', 'continuation-token', 'start-after', 'encoding-type'],
  'POST bucket': ['delete'],
};

/** A node:http listener that speaks S3. */
export function createS3Handler(options: S3HandlerOptions): S3Handler {
  return async (request, response) => {
    const requestId = randomUUID();
    response.setHeader('x-amz-request-id', requestId);
    try {
      for (const [name, value] of corsHeaders(request, options.corsOrigins ?? [])) response.setHeader(name, value);
      await answer(parseCall({ request, response, mount: options.mount }), options);
    } catch (thrown) {
      if (isClientGone(thrown, request)) {
        response.destroy();
        return;
      }
      const error = toS3Error(thrown);
      if (error.code === 'InternalError') options.onError?.(thrown);
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const body = request.method === 'HEAD' ? '' : errorXml(error, requestId);
      await refuse(
        { request, response },
        { status: error.status, headers: { 'content-type': 'application/xml' }, body },
      );
    }
  };
}

function parseCall(input: Pick<Call, 'request' | 'response'> & { mount: S3HandlerOptions['mount'] }): Call {
  const { request, response, mount } = input;
  const target = splitTarget(request.url ?? '/');
  if (target === undefined) throw new S3Error('InvalidURI');
  if (mount !== undefined && !target.path.startsWith(`${mount.prefix}/`)) throw new S3Error('InvalidURI');
  const path = mount === undefined ? target.path : target.path.slice(mount.prefix.length);
  const headers = flatHeaders(request);
  const host = mount?.signedHost ?? headers.host;
  return {
    request,
    response,
    headers,
    signed: { method: request.method ?? '', path, query: target.query, headers: { ...headers, host } },
    query: new Map(target.query),
    ...splitPath(path),
  };
}

async function answer(call: Call, options: S3HandlerOptions): Promise<void> {
  const { request, response, headers, bucket, key } = call;
  if (request.method === 'OPTIONS') {
    if (!response.hasHeader('access-control-allow-origin')) throw new S3Error('AccessDenied', 'CORS not allowed.');
    response.writeHead(200).end();
    return;
  }
  const isForm = /^multipart\/form-data/i.test(headers['content-type'] ?? '');
  if (request.method === 'POST' && isForm && bucket !== undefined && key === undefined) {
    const posted = await postObject({
      store: options.store,
      credentials: options.credentials,
      bucket,
      contentType: headers['content-type'] ?? '',
      body: bodyOf(request),
      now: Date.now(),
    });
    response.writeHead(posted.status, posted.headers).end(posted.body);
    return;
  }
  authorise(call, options);
  if (bucket === undefined) throw new S3Error('NotImplemented');
  refuseUnknownQuery(call);
  if (key === undefined) await answerBucket({ ...call, bucket }, options.store);
  else await answerObject({ ...call, bucket, key }, options.store);
}

function authorise({ request, signed, headers, query }: Call, { credentials, mount }: S3HandlerOptions): void {
  const verifier = { credentials, service: 's3', now: Date.now() } as const;
  if (query.has('X-Amz-Signature')) {
    verifyPresigned(signed, verifier);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new S3Error('NotImplemented', 'Of presigned requests only reads are implemented.');
    return;
  }
  if (mount !== undefined) throw new S3Error('AccessDenied');
  const payloadHash = headers['x-amz-content-sha256'];
  if (payloadHash === undefined && headers.authorization !== undefined)
    throw new S3Error('InvalidArgument', 'Missing required header: x-amz-content-sha256');
  verifyHeaderSignature(signed, { ...verifier, payloadHash: payloadHash ?? '' });
}

function refuseUnknownQuery({ request, query, key }: Call): void {
  const known = QUERY_OF[`${request.method} ${key === undefined ? 'bucket' : 'key'}`];
  if (known === undefined) throw new S3Error('NotImplemented');
  for (const name of query.keys())
    if (name !== 'x-id' && !known.includes(name) && !/^X-Amz-/.test(name))
      throw new S3Error('NotImplemented', `The query parameter ${name} is not implemented.`);
}

async function answerBucket(call: Call & { bucket: string }, store: ObjectStore): Promise<void> {
  const { request, response, bucket, query, headers } = call;
  const sendXml = (body: string) => response.writeHead(200, { 'content-type': 'application/xml' }).end(body);
  if (request.method === 'PUT') {
    if ((await readBody(bodyOf(request), 65_536)) === undefined) throw new S3Error('MalformedXML');
    if (!(await store.createBucket(bucket))) throw new S3Error('BucketAlreadyOwnedByYou');
    response.writeHead(200, { location: `/${bucket}` }).end();
    return;
  }
  if (!store.hasBucket(bucket)) throw new S3Error('NoSuchBucket');
  if (request.method === 'HEAD') response.writeHead(200).end();
  else if (request.method === 'GET') sendXml(listObjects(store, bucket, query));
  else if (query.has('delete')) {
    const body = await checkedBody(call);
    sendXml(await deleteObjects({ store, bucket, headers, body }));
  } else throw new S3Error('NotImplemented');
}

async function checkedBody({ request, headers }: Call): Promise<Buffer> {
  const body = await readBody(bodyOf(request), MAX_DELETE_BODY_BYTES);
  if (body === undefined) throw new S3Error('MalformedXML');
  const announced = headers['x-amz-content-sha256'];
  if (announced !== 'UNSIGNED-PAYLOAD' && announced !== sha256Hex(body)) throw new S3Error('XAmzContentSHA256Mismatch');
  return body;
}

async function answerObject(call: Call & { bucket: string; key: string }, store: ObjectStore): Promise<void> {
  const { request, response, bucket, key, headers, signed } = call;
  if (!store.hasBucket(bucket)) throw new S3Error('NoSuchBucket');
  if (request.method === 'PUT') {
    const object = await putObject({ store, bucket, key, headers, body: bodyOf(request) });
    response.writeHead(200, { etag: `"${object.etag}"`, 'x-amz-checksum-crc32': object.crc32 }).end();
    return;
  }
  if (request.method === 'DELETE') {
    await store.remove(bucket, [key]);
    response.writeHead(204).end();
    return;
  }
  const withBody = request.method === 'GET';
  const found = await getObject({ store, bucket, key, headers, query: signed.query, withBody });
  // Stored bytes are other people's: served from the portal's own origin they must not run as its page.
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-security-policy', 'sandbox');
  response.writeHead(found.status, found.headers);
  if (found.body === undefined) {
    response.end();
    return;
  }
  const { handle, start, end } = found.body;
  await pipeline(handle.createReadStream({ start, end }), response);
}

function* corsHeaders(request: IncomingMessage, allowed: readonly string[]): Iterable<[string, string]> {
  const origin = request.headers.origin;
  if (allowed.length === 0) return;
  yield ['vary', 'Origin'];
  if (origin === undefined || !allowed.includes(origin)) return;
  yield ['access-control-allow-origin', origin];
  yield ['access-control-expose-headers', 'ETag'];
  if (request.method !== 'OPTIONS') return;
  yield ['access-control-allow-methods', 'GET, HEAD, POST'];
  yield ['access-control-allow-headers', 'content-type, range'];
  yield ['access-control-max-age', '600'];
}

function isClientGone(thrown: unknown, request: IncomingMessage): boolean {
  if (request.destroyed && !request.complete) return true;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'EPIPE';
}
