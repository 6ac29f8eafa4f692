/** What the embedded S3 can answer besides success: the codes and texts of the S3 API Reference, "Error Responses". */
import { SignatureError, type SignatureFault } from '../aws/signature.ts';
import { xml } from './xml.ts';

const ERRORS = {
  AccessDenied: [403, 'Access Denied'],
  AuthorizationHeaderMalformed: [400, 'The authorization you provided is malformed.'],
  BadDigest: [400, 'The checksum you specified did not match the calculated checksum.'],
  BucketAlreadyOwnedByYou: [409, 'The bucket exists already and is yours.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size.'],
  EntityTooSmall: [400, 'Your proposed upload is smaller than the minimum allowed size.'],
  IncompleteBody: [400, 'The body ended before the number of bytes it announced.'],
  InternalError: [500, 'We encountered an internal error. Please try again.'],
  InvalidAccessKeyId: [403, 'The access key id you provided does not exist in our records.'],
  InvalidArgument: [400, 'Invalid argument.'],
  InvalidBucketName: [400, 'The specified bucket is not valid.'],
  InvalidPolicyDocument: [400, 'The policy document is not valid.'],
  InvalidRange: [416, 'The requested range cannot be satisfied.'],
  InvalidURI: [400, 'The address could not be parsed.'],
  KeyTooLongError: [400, 'The key is longer than 1024 bytes.'],
  MalformedPOSTRequest: [400, 'The body of the POST request is not well-formed multipart/form-data.'],
  MalformedXML: [400, 'The XML you provided is not well-formed or has the wrong shape.'],
  MaxPostPreDataLengthExceeded: [400, 'The form fields before the file are too long.'],
  MetadataTooLarge: [400, 'The metadata headers exceed the maximum allowed size of 2 KB.'],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  MissingContentMD5: [400, 'Missing required checksum header for this request.'],
  NoSuchBucket: [404, 'The specified bucket does not exist.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NotImplemented: [501, 'This server does not implement what the request asks for.'],
  PreconditionFailed: [412, 'At least one of the preconditions you specified did not hold.'],
  RequestTimeTooSkewed: [403, 'The difference between the request time and the current time is too large.'],
  SignatureDoesNotMatch: [403, 'The request signature we calculated does not match the signature you provided.'],
  XAmzContentSHA256Mismatch: [400, 'The provided x-amz-content-sha256 does not match what was computed.'],
} as const satisfies Record<string, readonly [number, string]>;

export type S3Code = keyof typeof ERRORS;

export class S3Error extends Error {
  readonly code: S3Code;
  readonly status: number;
  constructor(code: S3Code, detail?: string) {
    super(detail ?? ERRORS[code][1]);
    this.name = code;
    this.code = code;
    this.status = ERRORS[code][0];
  }
}

const FAULTS: Readonly<Record<SignatureFault, S3Error>> = {
  missing: new S3Error('AccessDenied'),
  malformed: new S3Error('AuthorizationHeaderMalformed'),
  unknown_key: new S3Error('InvalidAccessKeyId'),
  skewed: new S3Error('RequestTimeTooSkewed'),
  expired: new S3Error('AccessDenied', 'Request has expired'),
  unsigned_header: new S3Error('AccessDenied', 'There were headers present in the request which were not signed'),
  mismatch: new S3Error('SignatureDoesNotMatch'),
};

/** The S3 error for anything thrown; what is not expected becomes InternalError without its text. */
export function toS3Error(thrown: unknown): S3Error {
  if (thrown instanceof S3Error) return thrown;
  if (thrown instanceof SignatureError) return FAULTS[thrown.fault];
  return new S3Error('InternalError');
}

export const errorXml = (error: S3Error, requestId: string): string =>
  xml({ Error: { Code: error.code, Message: error.message, RequestId: requestId } });
