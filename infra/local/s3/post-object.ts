/** Browser uploads: a signed policy decides who may write what, where, and how large. */
import { awsEncode, type Credentials, verifyPolicySignature } from '../aws/signature.ts';
import { S3Error } from './errors.ts';
import { readUpload, type Upload } from './form-data.ts';
import { checkKey } from './names.ts';
import { storedHeadersOf } from './object-headers.ts';
import { enforcePolicy, type Policy, parsePolicy } from './post-policy.ts';
import type { ObjectStore, Written } from './store.ts';
import { xml } from './xml.ts';

export type PostedAnswer = { status: number; headers: Record<string, string>; body: string };

/** What a signed key may hold in place of the name of the file the person chose. */
const FILE_NAME = `\${filename}`;

const SUPPORTED = new Set([
  'acl',
  'bucket',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-type',
  'file',
  'key',
  'policy',
  'success_action_status',
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-server-side-encryption',
  'x-amz-signature',
]);

/** Reads the form, enforces its policy before and while the file arrives, and stores it. */
export async function postObject(input: {
  store: ObjectStore;
  credentials: Credentials;
  bucket: string;
  contentType: string;
  body: AsyncIterable<Buffer>;
  now: number;
}): Promise<PostedAnswer> {
  const { store, bucket } = input;
  const upload = await readUpload(input.body, input.contentType);
  const policy = checkForm(upload, input);
  const key = keyOf(upload);
  const headers = storedHeadersOf(upload.fields);
  if (!store.hasBucket(bucket)) throw new S3Error('NoSuchBucket');

  const written: Written = await store.write(upload.file, policy.maxBytes);
  if (written.size < policy.minBytes) {
    await store.discard(written);
    throw new S3Error('EntityTooSmall');
  }
  const { etag } = await store.commit({ bucket, key, written, headers });
  return answer({ bucket, key, etag, status: upload.fields.get('success_action_status') });
}

function checkForm(upload: Upload, input: { credentials: Credentials; bucket: string; now: number }): Policy {
  const field = (name: string): string => upload.fields.get(name) ?? '';
  if (field('policy') === '') throw new S3Error('AccessDenied');
  verifyPolicySignature(
    {
      policy: field('policy'),
      algorithm: field('x-amz-algorithm'),
      credential: field('x-amz-credential'),
      date: field('x-amz-date'),
      signature: field('x-amz-signature'),
    },
    { credentials: input.credentials, service: 's3', now: input.now },
  );
  for (const name of upload.fields.keys())
    if (!SUPPORTED.has(name) && !name.startsWith('x-amz-meta-') && !name.startsWith('x-ignore-'))
      throw new S3Error('NotImplemented', `The form field ${name} is not implemented.`);
  if (upload.fields.has('acl') && field('acl') !== 'private') throw new S3Error('NotImplemented');
  if (upload.fields.has('x-amz-server-side-encryption') && field('x-amz-server-side-encryption') !== 'AES256')
    throw new S3Error('NotImplemented');

  const policy = parsePolicy(field('policy'));
  const fields = new Map(upload.fields).set('bucket', input.bucket).set('key', keyOf(upload));
  enforcePolicy(policy, { fields, now: input.now });
  return policy;
}

const keyOf = ({ fields, fileName }: Upload): string =>
  // A function, because a replacement text would give `$&` in a file name a meaning.
  checkKey((fields.get('key') ?? '').replaceAll(FILE_NAME, () => fileName));

function answer(stored: { bucket: string; key: string; etag: string; status: string | undefined }): PostedAnswer {
  const location = `/${stored.bucket}/${stored.key.split('/').map(awsEncode).join('/')}`;
  const headers = { etag: `"${stored.etag}"`, location };
  if (stored.status === '200') return { status: 200, headers, body: '' };
  if (stored.status !== '201') return { status: 204, headers, body: '' };
  const { bucket, key, etag } = stored;
  const body = xml({ PostResponse: { Location: location, Bucket: bucket, Key: key, ETag: `"${etag}"` } });
  return { status: 201, headers: { ...headers, 'content-type': 'application/xml' }, body };
}
