/**
 * Sentry over `@sentry/core`, the part its own SDKs are built on, without their hooks into http, console and modules. Loaded
 * only when there is a DSN, see `errors-report.ts`.
 */
import { createStackParser, createTransport, type ErrorEvent, Scope } from '@sentry/core';
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server';
import { type ErrorsReport, PATIENCE_MS } from './errors-report.ts';
import { redact } from './log.ts';

/** Throws when `dsn` is not one. */
export function createSentry(options: {
  dsn: string;
  environment: string;
  onFailure: (error: unknown) => void;
}): ErrorsReport {
  const client = new ServerRuntimeClient({
    dsn: options.dsn,
    environment: options.environment,
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    integrations: [],
    sendClientReports: false,
    stackParser: createStackParser(nodeStackLineParser()),
    beforeSend: withoutPeople,
    transport: (transport) =>
      createTransport(transport, async ({ body }) => {
        const response = await fetch(transport.url, {
          method: 'POST',
          body: typeof body === 'string' ? body : new Uint8Array(body),
          headers: { ...transport.headers, 'content-type': 'application/x-sentry-envelope' },
          signal: AbortSignal.timeout(PATIENCE_MS),
        }).catch((error) => {
          options.onFailure(error);
          throw error;
        });
        await response.arrayBuffer();
        return {
          statusCode: response.status,
          headers: {
            'x-sentry-rate-limits': response.headers.get('x-sentry-rate-limits'),
            'retry-after': response.headers.get('retry-after'),
          },
        };
      }),
  });
  client.init();
  return async (error, fields = {}) => {
    const scope = new Scope();
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) scope.setTag(name, redact(value));
    client.captureException(error, {}, scope);
    await client.flush(PATIENCE_MS);
  };
}

/** Keeps what is listed and nothing else, so that no default of a later version adds an address or a request. */
function withoutPeople(event: ErrorEvent): ErrorEvent {
  const { event_id, timestamp, level, platform, environment, tags, exception, contexts } = event;
  return {
    type: undefined,
    ...(event_id !== undefined && { event_id }),
    ...(timestamp !== undefined && { timestamp }),
    ...(level !== undefined && { level }),
    ...(platform !== undefined && { platform }),
    ...(environment !== undefined && { environment }),
    ...(tags !== undefined && { tags }),
    ...(contexts?.runtime !== undefined && { contexts: { runtime: contexts.runtime } }),
    exception: {
      values: (exception?.values ?? []).map(({ type, value, stacktrace }) => ({
        ...(type !== undefined && { type }),
        ...(value !== undefined && { value: redact(value) }),
        ...(stacktrace !== undefined && { stacktrace }),
      })),
    },
  };
}
