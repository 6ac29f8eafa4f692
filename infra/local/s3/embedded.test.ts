/**
 * What only the embedded S3 promises: the raw wire, its files, its place below the API, and what it leaves out. Over 300
 * lines because all of it is asked of one server through the same raw requests.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http, { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDir, testCredentials } from '../aws/live.testkit.ts';
import { type S3Server, startS3 } from './server.ts';

const Bucket = 'files';
const PORTAL = 'https://portal.example';
let folder: ReturnType<typeof temporaryDir>;
let server: S3Server;
let s3: S3Client;

/** The SDK warns of every stream it cannot send twice. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const clientOf = (endpoint: string) =>
  new S3Client({ endpoint, region: 'us-east-1', credentials: testCredentials, maxAttempts: 1, logger: silent });

async function open(): Promise<void> {
  server = await startS3({ dir: folder.dir, credentials: testCredentials, corsOrigins: [PORTAL] });
  s3 = clientOf(server.url);
}

async function shut(): Promise<void> {
  s3.destroy();
  await server.close();
}

beforeEach(async () => {
  folder = temporaryDir();
  await open();
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterEach(async () => {
  await shut();
  folder.remove();
});

const put = (Key: string, Body: string | Uint8Array) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const bytesOf = async (Key: string): Promise<Buffer> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};
const filesOnDisk = (): string[] => fs.readdirSync(path.join(folder.dir, 'bytes'));

type Raw = { method: string; path: string; headers?: http.OutgoingHttpHeaders };
type Answer = { status: number; body: string; headers: http.IncomingHttpHeaders };

/** Sends exactly these bytes, piece by piece; `cut` ends the connection after them. */
function raw(request: Raw, pieces: Iterable<Uint8Array> = [], options: { cut?: boolean } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = http.request(server.url, {
      ...request,
      agent: false,
      setHost: request.headers?.host === undefined,
    });
    outgoing.on('error', reject);
    outgoing.on('response', async (response) => {
      resolve({ status: response.statusCode ?? 0, body: await textOf(response), headers: response.headers });
    });
    for (const piece of pieces) outgoing.write(piece);
    if (options.cut) setTimeout(() => outgoing.destroy(new Error('cut')), 50);
    else outgoing.end();
  });
}

/** What the SDK would send to store a stream, ready to be sent with another body. */
async function signedStreamPut(Key: string, length: number): Promise<Raw> {
  let captured: Raw | undefined;
  const capturing = clientOf(server.url);
  capturing.middlewareStack.add(
    () => async (args) => {
      const request: unknown = args.request;
      if (isRequest(request)) {
        const { method, path: at, query, headers } = request;
        captured = { method, path: `${at}?${new URLSearchParams(query)}`, headers };
      }
      throw new Error('captured');
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  const Body = Readable.from([Buffer.alloc(length)]);
  await capturing.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: length })).catch(() => undefined);
  capturing.destroy();
  if (captured === undefined) throw new Error('The request was not captured.');
  return captured;
}

type Signed = { method: string; path: string; query: Record<string, string>; headers: Record<string, string> };
const isRequest = (value: unknown): value is Signed =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'headers' in value;

function chunked(content: Buffer, options: { chunk?: number; crc?: string } = {}): Buffer {
  const size = options.chunk ?? content.length;
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  const parts: Buffer[] = [];
  for (let at = 0; at < content.length; at += size) {
    const part = content.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  const trailer = `0\r\nx-amz-checksum-crc32:${options.crc ?? checksum.toString('base64')}\r\n\r\n`;
  return Buffer.concat([...parts, Buffer.from(trailer)]);
}

const ticketFor = (Key: string) =>
  createPresignedPost(s3, { Bucket, Key, Conditions: [['content-length-range', 0, 20_000]], Expires: 60 });

describe('a streamed body', () => {
  const content = Buffer.from('what a person wrote');
  const withLength = ({ method, path: at, headers = {} }: Raw, length: number): Raw => {
    const { 'transfer-encoding': _, ...kept } = headers;
    return { method, path: at, headers: { ...kept, 'content-length': length } };
  };

  it('in chunks of one byte, sent one byte at a time, is stored whole', async () => {
    const body = chunked(content, { chunk: 1 });
    const request = withLength(await signedStreamPut('ones', content.length), body.length);
    const answer = await raw(
      request,
      [...body].map((byte) => Buffer.from([byte])),
    );
    expect(answer.status).toBe(200);
    expect((await bytesOf('ones')).equals(content)).toBe(true);
  });

  it.each([
    ['a false checksum', chunked(content, { crc: 'AAAAAA==' }), 'BadDigest'],
    ['no trailer', Buffer.from(`${content.length.toString(16)}\r\n${content}\r\n0\r\n\r\n`), 'BadDigest'],
    ['more bytes than announced', chunked(Buffer.concat([content, content])), 'EntityTooLarge'],
    ['fewer bytes than announced', chunked(content.subarray(1)), 'IncompleteBody'],
    ['no end', chunked(content).subarray(0, 15), 'IncompleteBody'],
    ['a chunk size that is no number', Buffer.from('zz\r\nabc\r\n0\r\n\r\n'), 'IncompleteBody'],
    ['an endless chunk size', Buffer.from('1'.repeat(5000)), 'IncompleteBody'],
  ])('with %s is refused and leaves nothing', async (_, body, code) => {
    const request = withLength(await signedStreamPut('broken', content.length), body.length);
    const answer = await raw(request, [body]);
    expect(answer.body).toContain(`<Code>${code}</Code>`);
    await expect(bytesOf('broken')).rejects.toThrow();
    expect(filesOnDisk()).toEqual([]);
  });

  it('cut off by the client leaves nothing, and the server goes on', async () => {
    const request = withLength(await signedStreamPut('cut', 1_000_000), 1_000_100);
    await expect(raw(request, [Buffer.from('f4240\r\n'), Buffer.alloc(500_000)], { cut: true })).rejects.toThrow('cut');
    await expect.poll(filesOnDisk).toEqual([]);
    await put('after', 'works');
    expect((await bytesOf('after')).toString()).toBe('works');
  });
});

describe('an upload by policy', () => {
  const boundary = 'bound';
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const head = (fields: Record<string, string>): Buffer => {
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return Buffer.from(
      `${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`,
    );
  };

  it('that is too large is refused while it is still being sent', async () => {
    const { fields } = await ticketFor('huge');
    const announced = { ...headers, 'content-length': 1024 ** 3 };
    const outgoing = http.request(server.url, { method: 'POST', path: `/${Bucket}`, headers: announced, agent: false });
    outgoing.on('error', () => undefined);
    outgoing.write(head(fields));
    outgoing.write(Buffer.alloc(50_000));
    const [response]: IncomingMessage[] = await once(outgoing, 'response');
    expect(response?.statusCode).toBe(400);
    outgoing.destroy();
    await expect.poll(filesOnDisk).toEqual([]);
  });

  it('cut off by the client leaves nothing', async () => {
    const { fields } = await ticketFor('cut');
    const request = { method: 'POST', path: `/${Bucket}`, headers: { ...headers, 'content-length': 100_000 } };
    await expect(raw(request, [head(fields), Buffer.alloc(5000)], { cut: true })).rejects.toThrow('cut');
    await expect.poll(filesOnDisk).toEqual([]);
    await expect(bytesOf('cut')).rejects.toThrow();
  });

  it('is served below the API, and nothing else is', async () => {
    const listener = server.mount('/storage');
    const api = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
    await once(api, 'listening');
    const address = api.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/storage`;
    try {
      const { fields } = await ticketFor('mounted');
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob(['<script>']), 'cv.html');
      expect((await fetch(`${origin}/${Bucket}`, { method: 'POST', body: form })).status).toBe(204);
      expect((await bytesOf('mounted')).toString()).toBe('<script>');

      const signed = await getSignedUrl(
        s3,
        new GetObjectCommand({ Bucket, Key: 'mounted', ResponseContentType: 'text/html' }),
      );
      const read = await fetch(signed.replace(server.url, origin));
      expect(await read.text()).toBe('<script>');
      expect(read.headers.get('content-security-policy')).toBe('sandbox');
      expect(read.headers.get('x-content-type-options')).toBe('nosniff');

      const direct = clientOf(origin);
      await expect(direct.send(new ListObjectsV2Command({ Bucket }))).rejects.toThrow('Access Denied');
      direct.destroy();
      expect((await fetch(`${origin}/${Bucket}/mounted`)).status).toBe(403);
    } finally {
      api.closeAllConnections();
      api.close();
    }
  });

  it('may come from a page that was allowed, and from no other', async () => {
    const ask = async (origin: string): Promise<string | null> => {
      const response = await fetch(`${server.url}/${Bucket}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await ask(PORTAL)).toBe(PORTAL);
    expect(await ask('https://evil.example')).toBeNull();
    expect(await ask(`${PORTAL}.evil.example`)).toBeNull();
  });
});

describe('keys', () => {
  it.each(['../../../../escape', '..', '/etc/passwd', 'a\u0000b', 'C:\\x', '.'.repeat(1000)])(
    'like %j are names, never paths',
    async (Key) => {
      const before = fs.readdirSync(path.dirname(folder.dir)).length;
      await put(Key, 'here');
      expect((await bytesOf(Key)).toString()).toBe('here');
      expect(filesOnDisk()).toHaveLength(1);
      expect(filesOnDisk()[0]).toMatch(/^[0-9a-f-]{36}$/);
      expect(fs.readdirSync(path.dirname(folder.dir)).length).toBeLessThanOrEqual(before + 5);
      expect(fs.existsSync(path.join(folder.dir, 'bytes', Key.replaceAll('\0', '')).replace(/\/$/, ''))).toBe(
        Key === '..',
      );
    },
  );

  it.each(['/..', '/%2e%2e/x', '/../../etc/passwd', '/UPPER/x', '/a%2Fb/x'])(
    'below the bucket %s are refused',
    async (at) => {
      expect((await raw({ method: 'GET', path: at })).body).toContain('InvalidBucketName');
    },
  );

  it('with broken percent-encoding are refused', async () => {
    expect((await raw({ method: 'GET', path: '/files/%E0%A4%A' })).body).toContain('InvalidURI');
  });
});

describe('the files', () => {
  it('survive a restart, with their headers', async () => {
    await s3.send(
      new PutObjectCommand({ Bucket, Key: 'kept', Body: 'x', ContentType: 'text/plain', Metadata: { a: 'b' } }),
    );
    await shut();
    await open();
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
    expect(got).toMatchObject({ ContentType: 'text/plain', Metadata: { a: 'b' } });
    expect(await got.Body?.transformToString()).toBe('x');
  });

  it('of replaced and deleted objects are removed', async () => {
    await put('a', 'one');
    await put('a', 'two');
    expect(filesOnDisk()).toHaveLength(1);
  });

  it('that no object names are cleared away at open', async () => {
    await put('a', 'one');
    fs.writeFileSync(path.join(folder.dir, 'bytes', '0a8a4b0e-0000-4000-8000-000000000000'), 'half');
    await shut();
    await open();
    expect(filesOnDisk()).toHaveLength(1);
    expect((await bytesOf('a')).toString()).toBe('one');
  });

  it('are never seen half, even while they are replaced again and again', async () => {
    const versions = [1, 2, 3].map((n) => randomBytes(200_000 + n));
    const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
    const known = new Set(versions.map(md5));
    await put('hot', versions[0] ?? '');
    let writing = true;
    const writer = (async () => {
      for (let i = 0; i < 30; i += 1) await put('hot', versions[i % 3] ?? '');
      writing = false;
    })();
    while (writing) expect(known.has(md5(await bytesOf('hot')))).toBe(true);
    await writer;
  });

  it('that were acknowledged are whole after the process was killed while writing', async () => {
    const dir = path.join(folder.dir, 'killed');
    const script = `
      import { startS3 } from ${JSON.stringify(new URL('./server.ts', import.meta.url).href)};
      const server = await startS3({ dir: ${JSON.stringify(dir)}, credentials: ${JSON.stringify(testCredentials)} });
      console.log(server.url);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(child.stdout, 'data');
    const victim = clientOf(String(line).trim());
    await victim.send(new CreateBucketCommand({ Bucket }));
    const acknowledged = new Map<string, Buffer>();
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let i = 0; ; i += 1) {
        const [Key, Body] = [`${writer}/${i}`, randomBytes(100_000)];
        try {
          await victim.send(new PutObjectCommand({ Bucket, Key, Body }));
        } catch {
          return;
        }
        acknowledged.set(Key, Body);
      }
    });
    await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(50);
    child.kill('SIGKILL');
    await Promise.all(writers);
    victim.destroy();

    const after = await startS3({ dir, credentials: testCredentials });
    const reader = clientOf(after.url);
    const { Contents = [] } = await reader.send(new ListObjectsV2Command({ Bucket }));
    for (const { Key = '', Size } of Contents) {
      const { Body } = await reader.send(new GetObjectCommand({ Bucket, Key }));
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
      expect(bytes.length).toBe(Size);
      expect(acknowledged.get(Key)?.equals(bytes) ?? true).toBe(true);
      acknowledged.delete(Key);
    }
    expect([...acknowledged.keys()]).toEqual([]);
    expect(fs.readdirSync(path.join(dir, 'bytes'))).toHaveLength(Contents.length);
    reader.destroy();
    await after.close();
  });
});

describe('what is not implemented', () => {
  const attempts: [string, () => Promise<unknown>][] = [
    ['copying', () => s3.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` }))],
    ['multipart uploads', () => s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'b' }))],
    ['tags', () => s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'a' }))],
    ['listing buckets', () => s3.send(new ListBucketsCommand({}))],
    ['listing by delimiter', () => s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }))],
    [
      'other checksums',
      () => s3.send(new PutObjectCommand({ Bucket, Key: 'b', Body: 'x', ChecksumAlgorithm: 'SHA256' })),
    ],
    ['public access', () => s3.send(new PutObjectCommand({ Bucket, Key: 'b', Body: 'x', ACL: 'public-read' }))],
    [
      "keys of one's own",
      () => s3.send(new PutObjectCommand({ Bucket, Key: 'b', Body: 'x', ServerSideEncryption: 'aws:kms' })),
    ],
    ['other conditions', () => s3.send(new PutObjectCommand({ Bucket, Key: 'b', Body: 'x', IfMatch: '"x"' }))],
  ];
  it.each(attempts)('%s is answered 501', async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
    expect(filesOnDisk()).toEqual([]);
  });
});
