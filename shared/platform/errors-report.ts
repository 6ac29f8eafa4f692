/**
 * Failures that somebody has to look at, told to Sentry when there is a DSN. Nothing personal leaves: texts are redacted
 * like the log's, and neither requests nor payloads are ever handed in. Without a DSN nothing is loaded.
 */
import { AppError } from '#shared/kernel/errors.ts';

/** What may stand beside an error: route, request id, task, code. */
export type ReportFields = Readonly<Record<string, string | undefined>>;

/** Resolves when the report has left, or after {@link PATIENCE_MS}: a function is frozen once it has answered. Never rejects. */
export type ErrorsReport = (error: unknown, fields?: ReportFields) => Promise<void>;

export const PATIENCE_MS = 1500;

const nobody: ErrorsReport = async () => {};

/** `environment` tells stages apart in Sentry; `onFailure` hears why a report could not leave. */
export function createErrorsReport(options: {
  dsn: string | undefined;
  environment: string;
  onFailure: (error: unknown) => void;
}): ErrorsReport {
  const { dsn, environment, onFailure } = options;
  if (dsn === undefined) return nobody;
  let loading: Promise<ErrorsReport> | undefined;
  return async (error, fields = {}) => {
    try {
      loading ??= import('./sentry.ts').then(({ createSentry }) => createSentry({ dsn, environment, onFailure }));
      const send = await loading;
      // What the person was told says less than what was behind it.
      const cause = error instanceof AppError && error.cause !== undefined ? error.cause : error;
      await send(cause, { ...(error instanceof AppError && { code: error.code }), ...fields });
    } catch (failure) {
      onFailure(failure);
    }
  };
}
