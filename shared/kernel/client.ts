/** The one typed client: portal, extension and tests give it a `send` of their own. */
import type { z } from 'zod';
import type { Answer, CallInput, EndpointDefinition } from './endpoint.ts';
import { ErrorBody, fullPath, isBinary } from './endpoint.ts';
import { AppError, type ErrorKind, STATUS_OF } from './errors.ts';

/** Carries one request: adds the origin and credential of its host, like `fetch` otherwise. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

export type Call = <D extends EndpointDefinition>(
  endpoint: D,
  ...input: Record<never, never> extends CallInput<D> ? [CallInput<D>?] : [CallInput<D>]
) => Promise<Answer<D>>;

type Loose = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** Makes `call(endpoint, input)`. Rejects with {@link AppError}: the server's code, or `network.failed` where no answer came. */
export function createClient(send: Send): Call {
  return async (endpoint: EndpointDefinition, given?: Loose) => {
    const input = given ?? {};
    const headers = new Headers(input.headers);
    const init: RequestInit = { method: endpoint.method, headers };
    if (input.signal) init.signal = input.signal;
    if (input.body instanceof FormData) init.body = input.body;
    else if (input.body !== undefined) {
      headers.set('content-type', 'application/json');
      init.body = JSON.stringify(input.body);
    }
    const response = await send(addressOf(endpoint, input), init).catch((cause: unknown) => {
      throw new AppError('network.failed', {
        kind: 'unavailable',
        message: 'No connection to Foothold. Check that you are online and try again.',
        cause,
      });
    });
    if (!response.ok) throw await errorFrom(response);
    return answerOf(endpoint, response) as never;
  };
}

/** The path with parameters and query filled in, each encoded. */
export function addressOf(endpoint: EndpointDefinition, input: Pick<Loose, 'params' | 'query'>): string {
  const path = fullPath(endpoint).replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {}))
    if (value !== undefined && value !== null) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}

async function answerOf(endpoint: EndpointDefinition, response: Response): Promise<unknown> {
  if (endpoint.response === undefined || response.status === 204) return undefined;
  if (isBinary(endpoint.response)) return response.blob();
  return (endpoint.response as z.ZodType).parse(await response.json());
}

async function errorFrom(response: Response): Promise<AppError> {
  const body = ErrorBody.safeParse(await response.json().catch(() => undefined));
  if (!body.success)
    return new AppError('network.unexpected', {
      kind: 'unavailable',
      message: `The server answered with ${response.status} in a form that is not Foothold's. Check the API address.`,
    });
  const { code, message, details, requestId } = body.data.error;
  return new AppError(code, { kind: kindOf(response.status), message, details: { ...details, requestId } });
}

function kindOf(status: number): ErrorKind {
  for (const [kind, value] of Object.entries(STATUS_OF)) if (value === status) return kind as ErrorKind;
  return 'internal';
}
