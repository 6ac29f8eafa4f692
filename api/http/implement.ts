/**
 * One endpoint as a Hono route. The order is fixed: who (401), may they (403), how often (429), is it well-formed (400),
 * has it been asked before (idempotency), then the handler; its answer is parsed by the response schema on the way out, so
 * no stored field leaks.
 */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { z } from 'zod';
import { authErrors } from '#shared/auth/auth.errors.ts';
import type { UserActor } from '#shared/kernel/actor.ts';
import { accessOf, bucketOf, type EndpointDefinition, fullPath, isBinary, statusOf } from '#shared/kernel/endpoint.ts';
import { AppError, type ErrorKind, requestErrors } from '#shared/kernel/errors.ts';
import type { Guard } from './auth.ts';
import { type Ctx, type Env, isReply, type Route } from './context.ts';
import { errorResponse, invalidRequest } from './errors.ts';
import type { Idempotency } from './idempotency.ts';
import type { RateLimit } from './limits.ts';

const MEBIBYTE = 1024 * 1024;
const SETTLED: ReadonlySet<ErrorKind> = new Set([
  'invalid',
  'forbidden',
  'not_found',
  'too_large',
  'unsupported',
  'unprocessable',
]);

export type HttpLayer = { readonly guard: Guard; readonly rateLimit: RateLimit; readonly idempotency: Idempotency };

/** Registers `route` on `app`. */
export function implement(app: Hono<Env>, layer: HttpLayer, { endpoint, handler }: Route): void {
  const path = fullPath(endpoint).replace(/\{(\w+)\}/g, ':$1');
  app.on(endpoint.method, path, async (c) => {
    const actor = await authorise(c, layer.guard, endpoint);
    const bucket = bucketOf(endpoint);
    await layer.rateLimit.person(bucket, actor, c.get('visitor'));

    const params = parse('params', endpoint.params, c.req.param());
    const query = parse('query', endpoint.query, queryOf(c));
    const { raw, body } = await readBody(c, endpoint);
    await layer.rateLimit.account(bucket, actor, body);

    const answer = async (): Promise<Response> => {
      const result = await handler({
        actor: actor as UserActor,
        visitor: c.get('visitor'),
        request: c.req.raw,
        params: params as never,
        query: query as never,
        body: body as never,
        wait: waitOf(c),
        header: (name, value) => c.header(name, value, { append: name.toLowerCase() === 'set-cookie' }),
      });
      return respond(c, endpoint, result);
    };
    const key = endpoint.method === 'GET' ? undefined : c.req.header('idempotency-key');
    if (key === undefined) return answer();
    /** What the call settled is its answer, also when that is a refusal; what may pass (409, 429, outages) is tried again. */
    const asAnswer = (thrown: unknown): Response => {
      if (thrown instanceof AppError && SETTLED.has(thrown.kind)) return errorResponse(thrown, c.get('requestId'));
      throw thrown;
    };
    const visitor = actor === undefined;
    const owner = actor?.userId ?? `visitor-${createHash('sha256').update(c.get('visitor').address).digest('hex')}`;
    const asked = isBinary(endpoint.body) ? await formBytes(c) : raw;
    return layer.idempotency({ owner, visitor, key, method: endpoint.method, path: c.req.path, body: asked }, () =>
      answer().catch(asAnswer),
    );
  });
}

async function authorise(c: Ctx, guard: Guard, endpoint: EndpointDefinition): Promise<UserActor | undefined> {
  const access = accessOf(endpoint);
  if (access === 'public') return undefined;
  const actor = await guard.actorOf(c, endpoint.method);
  c.set('actor', actor);
  if (actor.scope === 'extension' && endpoint.extension !== true) throw authErrors.scope();
  if (access !== 'user' && actor.role !== access && actor.role !== 'admin') throw authErrors.forbidden();
  return actor;
}

function parse(where: 'params' | 'query', schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw invalidRequest(where, result.error);
  return result.data;
}

/** Query parameters; one given several times becomes a list. */
function queryOf(c: Ctx): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

async function readBody(c: Ctx, endpoint: EndpointDefinition): Promise<{ raw: string; body: unknown }> {
  const shape = endpoint.body;
  if (shape === undefined) return { raw: '', body: undefined };
  if (isBinary(shape)) return { raw: '', body: undefined };
  if (!(c.req.header('content-type') ?? '').toLowerCase().startsWith('application/json'))
    throw requestErrors.unsupported();
  const limit = endpoint.maxBody ?? MEBIBYTE;
  const raw = await readText(c.req.raw, limit);
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    throw requestErrors.invalid({ message: 'The body is not valid JSON.' });
  }
  const result = shape.safeParse(json);
  if (!result.success) throw invalidRequest('body', result.error);
  return { raw, body: result.data };
}

/** A form's bytes for comparing; its boundary is drawn anew for every call and says nothing. */
async function formBytes(c: Ctx): Promise<Uint8Array> {
  const bytes = Buffer.from(await c.req.raw.clone().arrayBuffer());
  const boundary = /boundary="?([^";]+)/i.exec(c.req.header('content-type') ?? '')?.[1];
  return boundary === undefined ? bytes : Buffer.from(bytes.toString('latin1').replaceAll(boundary, ''), 'latin1');
}

/** The body as text, refused as soon as it is longer than `limit` bytes, whatever its headers claim. */
async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw requestErrors.too_large();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw requestErrors.too_large();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const waitOf = (c: Ctx): number => {
  const seconds = /\bwait=(\d{1,4})\b/.exec(c.req.header('prefer') ?? '')?.[1];
  return seconds === undefined ? 0 : Math.min(Number(seconds), 25);
};

function respond(c: Ctx, endpoint: EndpointDefinition, result: unknown): Response {
  const { status, value } = isReply(result)
    ? { status: result.replyStatus, value: result.value }
    : { status: statusOf(endpoint), value: result };
  if (value instanceof Response) return value;
  if (endpoint.response === undefined || isBinary(endpoint.response)) return c.body(null, status as 204);
  return c.json(endpoint.response.parse(value) as object, status as 200);
}
