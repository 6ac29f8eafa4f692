/**
 * AWS Signature Version 4, the checking side, for the embedded S3 and SQS servers: signed headers, presigned
 * addresses and POST policies. Algorithm: "AWS Signature Version 4 signing process" in the IAM User Guide and
 * "Authenticating Requests" in the S3 API Reference.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The one key pair an embedded server accepts. */
export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

/** Why a signature was refused; each server has its own names for these. */
export type SignatureFault =
  | 'missing'
  | 'malformed'
  | 'unknown_key'
  | 'skewed'
  | 'expired'
  | 'unsigned_header'
  | 'mismatch';

export class SignatureError extends Error {
  readonly fault: SignatureFault;
  constructor(fault: SignatureFault) {
    super(`Signature refused: ${fault}`);
    this.name = 'SignatureError';
    this.fault = fault;
  }
}

/** A request as signed: `path` still percent-encoded, `query` decoded, header names in lower case. */
export type SignedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string | undefined>>;
};

type Verifier = { readonly credentials: Credentials; readonly service: 's3' | 'sqs'; readonly now: number };

const ALGORITHM = 'AWS4-HMAC-SHA256';
const MAX_SKEW_MS = 15 * 60_000;
const MAX_PRESIGNED_SECONDS = 7 * 24 * 3600;
const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

export const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Percent-encoding as AWS wants it: everything but unreserved characters, in upper-case hex. */
export const awsEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Checks the `Authorization` header. `payloadHash` is what stands in the last line of the canonical request: the
 * body's SHA-256 in hex, or a marker such as `UNSIGNED-PAYLOAD`. Throws {@link SignatureError}.
 */
export function verifyHeaderSignature(request: SignedRequest, options: Verifier & { payloadHash: string }): void {
  const header = request.headers.authorization;
  if (header === undefined) throw new SignatureError('missing');
  const [, credential, signedHeaders, signature] = AUTHORIZATION.exec(header) ?? [];
  const date = request.headers['x-amz-date'];
  if (credential === undefined || signedHeaders === undefined || signature === undefined || date === undefined)
    throw new SignatureError('malformed');

  const scope = parseScope(credential, options);
  if (Math.abs(options.now - parseDate(date)) > MAX_SKEW_MS) throw new SignatureError('skewed');
  requireSigned(request, signedHeaders);
  const canonical = canonicalRequest({ ...request, signedHeaders, payloadHash: options.payloadHash });
  compare(sign({ scope, date, secret: options.credentials.secretAccessKey, canonical }), signature);
}

/** Checks a presigned address (`X-Amz-…` in the query). Throws {@link SignatureError}. */
export function verifyPresigned(request: SignedRequest, options: Verifier): void {
  const query = new Map(request.query);
  if (query.size !== request.query.length) throw new SignatureError('malformed');
  const [credential, signedHeaders, signature, date, expires] = [
    'X-Amz-Credential',
    'X-Amz-SignedHeaders',
    'X-Amz-Signature',
    'X-Amz-Date',
    'X-Amz-Expires',
  ].map((name) => query.get(name));
  if (!credential || !signedHeaders || !signature || !date || !/^\d{1,6}$/.test(expires ?? ''))
    throw new SignatureError('malformed');
  const seconds = Number(expires);
  if (query.get('X-Amz-Algorithm') !== ALGORITHM || seconds < 1 || seconds > MAX_PRESIGNED_SECONDS)
    throw new SignatureError('malformed');

  const scope = parseScope(credential, options);
  const signedAt = parseDate(date);
  if (signedAt - options.now > MAX_SKEW_MS) throw new SignatureError('skewed');
  if (options.now > signedAt + seconds * 1000) throw new SignatureError('expired');
  requireSigned(request, signedHeaders);
  const canonical = canonicalRequest({
    ...request,
    query: request.query.filter(([name]) => name !== 'X-Amz-Signature'),
    signedHeaders,
    payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  });
  compare(sign({ scope, date, secret: options.credentials.secretAccessKey, canonical }), signature);
}

/** Checks the signature over a base64 POST policy; what the policy says is the caller's business. */
export function verifyPolicySignature(
  form: { policy: string; algorithm: string; credential: string; date: string; signature: string },
  options: Verifier,
): void {
  if (form.algorithm !== ALGORITHM) throw new SignatureError('malformed');
  const scope = parseScope(form.credential, options);
  parseDate(form.date);
  const key = signingKey(options.credentials.secretAccessKey, scope);
  compare(createHmac('sha256', key).update(form.policy).digest('hex'), form.signature);
}

type Scope = { date: string; region: string; service: string };

function parseScope(credential: string, { credentials, service }: Verifier): Scope {
  const [accessKeyId, date, region, scopeService, terminator, ...rest] = credential.split('/');
  if (!date || !region || scopeService !== service || terminator !== 'aws4_request' || rest.length > 0)
    throw new SignatureError('malformed');
  if (accessKeyId !== credentials.accessKeyId) throw new SignatureError('unknown_key');
  return { date, region, service };
}

function parseDate(text: string): number {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (match === null) throw new SignatureError('malformed');
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

/** A header that changes meaning must be under the signature, or whoever sits between could add it. */
function requireSigned(request: SignedRequest, signedHeaders: string): void {
  const signed = new Set(signedHeaders.split(';'));
  if (!signed.has('host')) throw new SignatureError('unsigned_header');
  for (const name of Object.keys(request.headers))
    if (name.startsWith('x-amz-') && !signed.has(name)) throw new SignatureError('unsigned_header');
}

function canonicalRequest(request: SignedRequest & { signedHeaders: string; payloadHash: string }): string {
  const query = request.query
    .map(([name, value]) => [awsEncode(name), awsEncode(value)] as const)
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = request.signedHeaders
    .split(';')
    .map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`)
    .join('');
  const path = request.path.split('/').map(normalise).join('/');
  return [request.method, path, query, headers, request.signedHeaders, request.payloadHash].join('\n');
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function normalise(segment: string): string {
  try {
    return awsEncode(decodeURIComponent(segment));
  } catch {
    throw new SignatureError('malformed');
  }
}

function sign(options: { scope: Scope; date: string; secret: string; canonical: string }): string {
  const { scope, date, secret, canonical } = options;
  if (!date.startsWith(scope.date)) throw new SignatureError('malformed');
  const scopeText = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  const toSign = [ALGORITHM, date, scopeText, sha256Hex(canonical)].join('\n');
  return createHmac('sha256', signingKey(secret, scope)).update(toSign).digest('hex');
}

function signingKey(secret: string, scope: Scope): Buffer {
  const step = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  return step(step(step(step(`AWS4${secret}`, scope.date), scope.region), scope.service), 'aws4_request');
}

function compare(expected: string, given: string): void {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw new SignatureError('mismatch');
}
