/** What the embedded SQS can answer besides success: names of the AWS JSON protocol, with their older query codes. */
import { SignatureError, type SignatureFault } from '../aws/signature.ts';

/** Older code where it differs from the name; SDKs of both ages read one of the two. */
const QUERY_CODES: Readonly<Record<string, string>> = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  QueueNameExists: 'QueueAlreadyExists',
};

export class SqsError extends Error {
  readonly status: number;
  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export const noSuchQueue = () => new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
export const invalidValue = (message: string) => new SqsError('InvalidParameterValue', message);
export const missingParameter = (name: string) =>
  new SqsError('MissingParameter', `The request must contain the parameter ${name}.`);

const FAULTS: Readonly<Record<SignatureFault, SqsError>> = {
  missing: new SqsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  malformed: new SqsError('IncompleteSignature', 'The request signature does not conform to AWS standards.'),
  unknown_key: new SqsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403),
  skewed: new SqsError('SignatureDoesNotMatch', 'Signature expired or not yet valid.', 403),
  expired: new SqsError('SignatureDoesNotMatch', 'Signature expired.', 403),
  unsigned_header: new SqsError('SignatureDoesNotMatch', 'A header that must be signed is not.', 403),
  mismatch: new SqsError('SignatureDoesNotMatch', 'The request signature does not match the one you provided.', 403),
};

/** The SQS error for anything thrown; what is not expected becomes InternalFailure without its text. */
export function toSqsError(thrown: unknown): SqsError {
  if (thrown instanceof SqsError) return thrown;
  if (thrown instanceof SignatureError) return FAULTS[thrown.fault];
  return new SqsError('InternalFailure', 'The request failed because of an unknown error.', 500);
}

export const queryCode = (error: SqsError): string =>
  `${QUERY_CODES[error.name] ?? error.name};${error.status < 500 ? 'Sender' : 'Receiver'}`;
