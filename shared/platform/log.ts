/**
 * Structured logs, one JSON object a line, with request ids and no personal data: only listed fields of errors pass, and
 * values are cut. In the cloud Powertools adds function name and cold start.
 */
import { Logger } from '@aws-lambda-powertools/logger';
import { AppError } from '#shared/kernel/errors.ts';

type Fields = Readonly<Record<string, unknown>>;

export type Log = {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
};

/** A log whose `service` is the process or function; `level` SILENT writes nothing. */
export function createLog(options: { service: string; level: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'SILENT' }): Log {
  const logger = new Logger({ serviceName: options.service, logLevel: options.level });
  return {
    info: (event, fields) => logger.info(event, safe(fields)),
    warn: (event, fields) => logger.warn(event, safe(fields)),
    error: (event, fields) => logger.error(event, safe(fields)),
  };
}

/** Errors become code, name and stack without their message's user text; long strings are cut. */
function safe(fields: Fields = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, safeValue(value)]));
}

function safeValue(value: unknown): unknown {
  if (value instanceof AppError)
    return {
      code: value.code,
      kind: value.kind,
      log: value.log,
      cause: value.cause === undefined ? undefined : safeValue(value.cause),
    };
  if (value instanceof Error)
    return { name: value.name, message: redact(value.message), stack: redact(value.stack ?? '') };
  if (typeof value === 'string') return redact(value);
  return value;
}

const EMAIL = /[^\s@"'<>]{1,64}@[^\s@"'<>]{1,255}/g;
const TOKEN = /\b(?:eyJ[\w-]+\.[\w-]+\.[\w-]+|fh[a-z]?_[\w.-]{20,}|sk-[\w-]{10,})/g;
const PHONE = /\+?\d[\d ().-]{7,}\d/g;

/** Takes e-mail addresses, tokens and phone-like numbers out of a text. */
export const redact = (text: string): string =>
  text.slice(0, 4000).replace(EMAIL, '[email]').replace(TOKEN, '[token]').replace(PHONE, '[number]');
