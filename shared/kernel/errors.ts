/**
 * Errors people and programs can act on: a stable code, a kind that decides HTTP status and retry, a text for the
 * person, and a separate detail for the log. Codes are defined beside their concept with {@link defineErrors}.
 */

/** What sort of failure it is; {@link STATUS_OF} and {@link RETRY_OF} are the only places that give kinds a meaning. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'unprocessable'
  | 'rate_limited'
  | 'unavailable'
  | 'internal';

/** HTTP status of each kind. */
export const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  unprocessable: 422,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** Whether a task that failed this way is worth another try. */
export const RETRY_OF: Readonly<Record<ErrorKind, boolean>> = {
  invalid: false,
  unauthenticated: false,
  forbidden: false,
  not_found: false,
  conflict: true,
  too_large: false,
  unsupported: false,
  unprocessable: false,
  rate_limited: true,
  unavailable: true,
  internal: true,
};

/** The one error type that may cross a layer. `message` is for the person, `log` for the log only. */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  readonly log: string | undefined;

  constructor(code: string, options: { kind: ErrorKind; message: string } & ErrorExtras) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.kind = options.kind;
    this.details = options.details;
    this.log = options.log;
  }
}

/** What a thrower may add: `details` reach the client, `log` and `cause` do not. */
export type ErrorExtras = { details?: Readonly<Record<string, unknown>>; log?: string; cause?: unknown };

type Definition = { kind: ErrorKind; message: string };
type Factories<D extends Record<string, Definition>> = {
  readonly [K in keyof D]: (options?: ErrorExtras & { message?: string }) => AppError;
};

/**
 * Defines the failures of one concept: `defineErrors('resume', { too_large: { kind, message } })` gives
 * `resume.too_large` under `.too_large()`. `prefix` may be empty for codes without a dot.
 */
export function defineErrors<const D extends Record<string, Definition>>(prefix: string, definitions: D): Factories<D> {
  const factories: Record<string, (options?: ErrorExtras & { message?: string }) => AppError> = {};
  for (const [name, { kind, message }] of Object.entries(definitions)) {
    const code = prefix === '' ? name : `${prefix}.${name}`;
    factories[name] = (options = {}) => new AppError(code, { ...options, kind, message: options.message ?? message });
  }
  return factories as Factories<D>;
}

/** Failures that belong to no concept. */
export const kernelErrors = defineErrors('', {
  not_found: { kind: 'not_found', message: 'There is nothing here, or it is not yours.' },
  consent_required: { kind: 'forbidden', message: 'Please agree to the terms first.' },
});

export const requestErrors = defineErrors('request', {
  invalid: { kind: 'invalid', message: 'The request is not valid. See details for the fields to correct.' },
  too_large: { kind: 'too_large', message: 'The request is too large.' },
  unsupported: { kind: 'unsupported', message: 'Send the request as application/json.' },
});

/** The error a caller sees for anything that is not an {@link AppError}. */
export const internalError = (cause: unknown): AppError =>
  new AppError('internal', {
    kind: 'internal',
    message: 'Something went wrong on our side. Try again; if it stays, tell us the request id.',
    cause,
  });
