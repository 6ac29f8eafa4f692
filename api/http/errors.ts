/** Whatever was thrown, as the error body of CONTRACT §2. Only {@link AppError} shows its text; the rest is logged. */
import { ZodError } from 'zod';
import { AppError, internalError, requestErrors, STATUS_OF } from '#shared/kernel/errors.ts';

/** Any thrown value as an {@link AppError}: DynamoDB's and S3's throttles and outages are `unavailable`, the unknown is `internal`. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof ZodError) return internalError(thrown);
  if (isOutage(thrown))
    return new AppError('unavailable', {
      kind: 'unavailable',
      message: 'Foothold is busy for a moment. Try again in a few seconds.',
      cause: thrown,
    });
  return internalError(thrown);
}

/** A body that failed its schema: 400 with the first fields to correct, never their values. */
export function invalidRequest(where: 'params' | 'query' | 'body', error: ZodError): AppError {
  const fields = error.issues
    .slice(0, 20)
    .map((issue) => ({ field: [where, ...issue.path].join('.'), problem: issue.message }));
  return requestErrors.invalid({
    message: `The request is not valid: ${fields[0]?.problem ?? 'see details'} (${fields[0]?.field ?? where}).`,
    details: { fields },
  });
}

/** The response for an error; `Retry-After` where waiting helps. */
export function errorResponse(error: AppError, requestId: string): Response {
  const status = STATUS_OF[error.kind];
  const headers = new Headers({ 'content-type': 'application/json; charset=UTF-8' });
  const retryAfter = error.details?.retryAfter;
  if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter));
  else if (error.kind === 'unavailable') headers.set('retry-after', '1');
  // What was not read of a body that is too long must not be taken for the next request.
  if (status === 413) headers.set('connection', 'close');
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  const details = error.details === undefined ? {} : { details: error.details };
  return new Response(JSON.stringify({ error: { code: error.code, message: error.message, requestId, ...details } }), {
    status,
    headers,
  });
}

const OUTAGES = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'SlowDown',
  'ServiceUnavailable',
  'InternalServerError',
  'TimeoutError',
  'TransactionCanceledException',
]);

function isOutage(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return (
    OUTAGES.has(thrown.name) || ('code' in thrown && (thrown.code === 'ECONNREFUSED' || thrown.code === 'ECONNRESET'))
  );
}
