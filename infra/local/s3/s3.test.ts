/**
 * The S3 protocol as the product uses it; with AWS_LIVE=1 the same facts are asked of the real service. Over 300 lines
 * because it is the one list of what we rely on in S3, run whole against one bucket.
 */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOptions, isLive, refusalOf, temporaryDir, testCredentials } from '../aws/live.testkit.ts';
import { type S3Server, startS3 } from './server.ts';

const Bucket = `foothold-protocol-${randomUUID()}`;
const folder = temporaryDir();
let server: S3Server | undefined;
let s3: S3Client;

beforeAll(async () => {
  if (!isLive) server = await startS3({ dir: folder.dir, credentials: testCredentials });
  s3 = new S3Client(clientOptions(server?.url ?? ''));
  await s3.send(new CreateBucketCommand({ Bucket }));
});

afterAll(async () => {
  if (isLive) await emptyAndDeleteBucket();
  s3.destroy();
  await server?.close();
  folder.remove();
});

async function emptyAndDeleteBucket(): Promise<void> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  const Objects = Contents.map(({ Key }) => ({ Key }));
  if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  await s3.send(new DeleteBucketCommand({ Bucket }));
}

const put = (Key: string, Body: string | Uint8Array = 'x') => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const text = async (Key: string): Promise<string> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? '';
};

describe('objects', () => {
  const body = Buffer.from('Kraków résumé '.repeat(5000));

  it('come back byte for byte, with type, disposition and metadata', async () => {
    const ContentDisposition = 'attachment; filename="cv.pdf"';
    const Metadata = { owner: 'usr_1' };
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'a/cv.pdf',
        Body: body,
        ContentType: 'application/pdf',
        ContentDisposition,
        Metadata,
      }),
    );
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/cv.pdf' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
    expect(got).toMatchObject({
      ContentType: 'application/pdf',
      ContentDisposition,
      Metadata,
      ContentLength: body.length,
    });
  });

  it('may be sent as a stream of unknown pace, one byte at a time', async () => {
    const small = Buffer.from('streamed \u0000 in pieces'.repeat(10));
    const pieces = Readable.from([...small].map((byte) => Buffer.from([byte])));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a/stream', Body: pieces, ContentLength: small.length }));
    expect(await text('a/stream')).toBe(small.toString());
  });

  it('may be empty', async () => {
    await put('a/empty', new Uint8Array());
    expect(await text('a/empty')).toBe('');
  });

  it('are replaced whole by a second write', async () => {
    await put('a/again', 'a longer first version');
    await put('a/again', 'second');
    expect(await text('a/again')).toBe('second');
  });

  it('are described without being sent', async () => {
    await put('a/head', body);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a/head' }));
    expect(head.ContentLength).toBe(body.length);
  });

  it.each([
    ['bytes=0-4', 'Hello', 'bytes 0-4/11'],
    ['bytes=6-', 'World', 'bytes 6-10/11'],
    ['bytes=-3', 'rld', 'bytes 8-10/11'],
    ['bytes=6-999', 'World', 'bytes 6-10/11'],
  ])('give the range %s', async (Range, expected, ContentRange) => {
    await put('a/range', 'Hello World');
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/range', Range }));
    expect(await got.Body?.transformToString()).toBe(expected);
    expect(got.ContentRange).toBe(ContentRange);
  });

  it('refuse a range behind their end', async () => {
    await put('a/range', 'Hello World');
    expect(await refusalOf(s3.send(new GetObjectCommand({ Bucket, Key: 'a/range', Range: 'bytes=11-' })))).toBe(
      'InvalidRange',
    );
  });

  it('are gone once deleted, and deleting again is no error', async () => {
    await put('a/gone');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a/gone' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a/gone' }));
    expect(await refusalOf(text('a/gone'))).toBe('NoSuchKey');
    expect(await refusalOf(s3.send(new HeadObjectCommand({ Bucket, Key: 'a/gone' })))).toBe('NotFound');
  });

  it('are written once only when the writer says so', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'first', IfNoneMatch: '*' }));
    const second = s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'second', IfNoneMatch: '*' }));
    expect(await refusalOf(second)).toBe('PreconditionFailed');
    expect(await text('once')).toBe('first');
  });

  it('of two writers who both want to be first, one wins', async () => {
    const attempts = ['left', 'right'].map((Body) =>
      s3.send(new PutObjectCommand({ Bucket, Key: 'race', Body, IfNoneMatch: '*' })),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('that do not match the Content-MD5 given with them are not stored', async () => {
    const ContentMD5 = Buffer.alloc(16).toString('base64');
    const attempt = s3.send(new PutObjectCommand({ Bucket, Key: 'a/bad', Body: 'x', ContentMD5 }));
    expect(await refusalOf(attempt)).toBe('BadDigest');
    expect(await refusalOf(text('a/bad'))).toBe('NoSuchKey');
  });

  it.each(['with space', 'Mon résumé (v2)+x.pdf', '100%.txt', "it's!*", 'emoji 🙂', 'a//b', '?#&=', '<&">'])(
    'may be named %s',
    async (name) => {
      const Key = `names/${name}`;
      await put(Key, name);
      expect(await text(Key)).toBe(name);
      const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key }));
      expect(Contents?.map((object) => object.Key)).toContain(Key);
    },
  );
});

describe('a client that sends checksums only where it must', () => {
  it('writes, reads and deletes as well', async () => {
    const checksums = {
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    } as const;
    const plain = new S3Client({ ...clientOptions(server?.url ?? ''), ...checksums });
    await plain.send(new PutObjectCommand({ Bucket, Key: 'plain/1', Body: Buffer.from('plain'), ContentLength: 5 }));
    const { Body } = await plain.send(new GetObjectCommand({ Bucket, Key: 'plain/1', Range: 'bytes=0-3' }));
    expect(await Body?.transformToString()).toBe('plai');
    await plain.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'plain/1' }], Quiet: true } }));
    expect(await refusalOf(text('plain/1'))).toBe('NoSuchKey');
    plain.destroy();
  });
});

describe('listing', () => {
  it('gives every key under a prefix once, in order, page by page', async () => {
    const keys = Array.from({ length: 12 }, (_, i) => `list/${String(i).padStart(2, '0')}`);
    await Promise.all([...keys, 'lis', 'list', 'lisu/1'].map((key) => put(key)));
    const seen: (string | undefined)[] = [];
    let pages = 0;
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 5, ContinuationToken }));
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
      pages += 1;
    } while (ContinuationToken !== undefined);
    expect(seen).toEqual(keys);
    expect(pages).toBe(3);
  });

  it('leaves out what was deleted together', async () => {
    await Promise.all(['many/1', 'many/2', 'many/&<3>'].map((key) => put(key)));
    const Objects = [{ Key: 'many/1' }, { Key: 'many/&<3>' }, { Key: 'many/never-was' }];
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(Deleted).toHaveLength(3);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'many/' }));
    expect(Contents.map(({ Key }) => Key)).toEqual(['many/2']);
  });
});

describe('buckets', () => {
  it('that exist say so, others do not', async () => {
    await s3.send(new HeadBucketCommand({ Bucket }));
    expect(await refusalOf(s3.send(new HeadBucketCommand({ Bucket: `${Bucket}x` })))).toBe('NotFound');
    expect(await refusalOf(s3.send(new PutObjectCommand({ Bucket: `${Bucket}x`, Key: 'a', Body: 'x' })))).toBe(
      'NoSuchBucket',
    );
  });
});

describe('presigned reads', () => {
  const address = (Key: string, signing: { expiresIn?: number; signingDate?: Date } = {}) =>
    getSignedUrl(
      s3,
      new GetObjectCommand({ Bucket, Key, ResponseContentDisposition: 'attachment; filename="mine.pdf"' }),
      { expiresIn: 60, ...signing },
    );
  beforeAll(async () => {
    await put('shared', 'for you');
    await put('private', 'not for you');
  });

  it('work without credentials and name the download', async () => {
    const response = await fetch(await address('shared'));
    expect(await response.text()).toBe('for you');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="mine.pdf"');
  });

  it.each([
    ['another object', (url: string) => url.replace('/shared?', '/private?')],
    ['another file name', (url: string) => url.replace('mine.pdf', 'your.pdf')],
    ['a longer life', (url: string) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')],
    ['one more parameter', (url: string) => `${url}&response-content-type=text%2Fhtml`],
    ['no signature', (url: string) => url.replace(/&X-Amz-Signature=\w+/, '')],
  ])('changed to %s are refused', async (_, tamper) => {
    const url = await address('shared');
    const changed = tamper(url);
    expect(changed).not.toBe(url);
    expect([400, 403]).toContain((await fetch(changed)).status);
  });

  it('end when their time is over', async () => {
    const signingDate = new Date(Date.now() - 120_000);
    expect((await fetch(await address('shared', { signingDate }))).status).toBe(403);
  });

  it('do not become writes', async () => {
    const response = await fetch(await address('shared'), { method: 'PUT', body: 'mine now' });
    expect(response.status).toBe(403);
    expect(await text('shared')).toBe('for you');
  });
});

describe('who may call', () => {
  it('not one with another secret', async () => {
    const secretAccessKey = 'not-the-secret';
    const { accessKeyId } = isLive ? await s3.config.credentials() : testCredentials;
    const stranger = new S3Client({
      ...clientOptions(server?.url ?? ''),
      credentials: { accessKeyId, secretAccessKey },
    });
    expect(await refusalOf(stranger.send(new ListObjectsV2Command({ Bucket })))).toBe('SignatureDoesNotMatch');
  });

  it('not one with an unknown key', async () => {
    const credentials = { accessKeyId: 'AKIAUNKNOWN000000000', secretAccessKey: 'x' };
    const stranger = new S3Client({ ...clientOptions(server?.url ?? ''), credentials });
    expect(await refusalOf(stranger.send(new ListObjectsV2Command({ Bucket })))).toBe('InvalidAccessKeyId');
  });

  it('not one without a signature', async () => {
    const url = new URL(await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'shared' })));
    url.search = '';
    expect((await fetch(url)).status).toBe(403);
  });
});

describe('browser uploads by policy', () => {
  const Key = 'uploads/cv.pdf';
  const ticket = (expires = 60) =>
    createPresignedPost(s3, {
      Bucket,
      Key,
      Conditions: [
        ['content-length-range', 1, 20_000],
        ['starts-with', '$Content-Type', 'application/'],
      ],
      Fields: { 'Content-Type': 'application/pdf', 'x-amz-meta-resume': 'res_1' },
      Expires: expires,
    });
  type Ticket = Awaited<ReturnType<typeof ticket>>;
  const send = ({ url, fields }: Ticket, options: { size?: number; change?: Record<string, string> } = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...options.change })) form.append(name, value);
    form.append('file', new Blob([Buffer.alloc(options.size ?? 10_000, 7)]), 'my cv.pdf');
    return fetch(url, { method: 'POST', body: form });
  };

  it('store the file with the type and metadata of the ticket', async () => {
    expect((await send(await ticket())).status).toBe(204);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({
      ContentLength: 10_000,
      ContentType: 'application/pdf',
      Metadata: { resume: 'res_1' },
    });
  });

  it.each([20_001, 2_000_000])('refuse %i bytes where 20,000 are allowed', async (size) => {
    const response = await send(await ticket(), { size });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<Code>EntityTooLarge</Code>');
  });

  it('refuse an empty file where one byte is the least', async () => {
    const response = await send(await ticket(), { size: 0 });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<Code>EntityTooSmall</Code>');
  });

  it.each([
    ['another key', { key: 'uploads/other.pdf' }],
    ['another type', { 'Content-Type': 'text/html' }],
    ['other metadata', { 'x-amz-meta-resume': 'res_2' }],
    ['a field the ticket does not name', { 'x-amz-meta-more': '1' }],
    ['a false signature', { 'X-Amz-Signature': 'f'.repeat(64) }],
  ])('refuse %s', async (_, change) => {
    expect((await send(await ticket(), { change })).status).toBe(403);
  });

  it('refuse a policy changed after signing', async () => {
    const given = await ticket();
    const policy = JSON.parse(Buffer.from(given.fields.Policy ?? '', 'base64').toString());
    policy.conditions[0][2] = 1e9;
    const change = { Policy: Buffer.from(JSON.stringify(policy)).toString('base64') };
    expect((await send(given, { change })).status).toBe(403);
  });

  it('refuse a ticket whose time is over', async () => {
    const expired = await ticket(-10);
    const response = await send(expired);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Policy expired');
  });
});
