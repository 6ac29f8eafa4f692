/**
 * The grammar of the HTTP contract. An endpoint is a plain value; the Hono route, the OpenAPI page and the typed client
 * are derived from it, so no server type reaches a client and type-checking stays linear in the number of endpoints.
 */
import { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: `public` needs no credential; `user` any signed-in person; `recruiter` and `admin` that role (admin passes both). */
export type Access = 'public' | 'user' | 'recruiter' | 'admin';

/**
 * Which counter a call uses up: `standard` per person; `state` ten times that; `signIn` per account and per address;
 * `visitor` per address only.
 */
export type Bucket = 'standard' | 'state' | 'signIn' | 'visitor' | 'none';

/** A body that is not JSON. */
export type BinaryShape = { readonly binary: string };
export const binary = (contentType = 'application/octet-stream'): BinaryShape => ({ binary: contentType });
export const isBinary = (shape: unknown): shape is BinaryShape =>
  typeof shape === 'object' && shape !== null && 'binary' in shape;

type Shape = z.ZodType;
type Fields = z.ZodObject;

export type EndpointDefinition = {
  readonly method: Method;
  /** Below `/api/v1`, parameters as `{id}`; `absolute` paths stand as written. */
  readonly path: string;
  readonly absolute?: boolean;
  readonly summary: string;
  readonly access?: Access;
  /** Whether a credential of scope `extension` may call it. */
  readonly extension?: boolean;
  readonly bucket?: Bucket;
  /** Bytes a JSON body may have; default 1 MiB. */
  readonly maxBody?: number;
  readonly params?: Fields;
  readonly query?: Fields;
  readonly body?: Shape | BinaryShape;
  /** Absent: no content. */
  readonly response?: Shape | BinaryShape;
  /** The usual status first; others the handler may choose with `reply(status, value)`. */
  readonly status?: readonly [number, ...number[]];
  /** Codes of the errors a caller should be ready for, beside those any endpoint can give. */
  readonly errors?: readonly string[];
};

export type Endpoint<D extends EndpointDefinition = EndpointDefinition> = Readonly<D>;

/** Declares an endpoint; checks that the path's parameters and `params` agree. */
export function endpoint<const D extends EndpointDefinition>(definition: D): Endpoint<D> {
  const named = [...definition.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const declared = Object.keys(definition.params?.shape ?? {});
  if (named.toSorted().join() !== declared.toSorted().join())
    throw new Error(`${definition.method} ${definition.path}: path and params differ`);
  return definition;
}

export const fullPath = (e: EndpointDefinition): string => (e.absolute ? e.path : `/api/v1${e.path}`);
export const statusOf = (e: EndpointDefinition): number => e.status?.[0] ?? (e.response === undefined ? 204 : 200);
export const accessOf = (e: EndpointDefinition): Access => e.access ?? 'user';
export const bucketOf = (e: EndpointDefinition): Bucket => e.bucket ?? 'standard';

type Output<S> = S extends z.ZodType ? z.output<S> : S extends BinaryShape ? FormData : undefined;
type Input<S> = S extends z.ZodType ? z.input<S> : S extends BinaryShape ? FormData : undefined;

/** What a handler receives. */
export type Parsed<D extends EndpointDefinition> = {
  params: Output<D['params']>;
  query: Output<D['query']>;
  body: Output<D['body']>;
};

/** What a handler returns: the value before the response schema has stripped it. */
export type Result<D extends EndpointDefinition> = D['response'] extends z.ZodType
  ? z.input<D['response']>
  : D['response'] extends BinaryShape
    ? Response
    : undefined;

/** What a caller gets. */
export type Answer<D extends EndpointDefinition> = D['response'] extends z.ZodType
  ? z.output<D['response']>
  : D['response'] extends BinaryShape
    ? Blob
    : undefined;

type Part<Name extends string, S> = S extends z.ZodType
  ? Record<never, never> extends z.input<S>
    ? { [K in Name]?: Input<S> }
    : { [K in Name]: Input<S> }
  : S extends BinaryShape
    ? { [K in Name]: FormData }
    : Record<never, never>;

/** What a caller sends. */
export type CallInput<D extends EndpointDefinition> = Part<'params', D['params']> &
  Part<'query', D['query']> &
  Part<'body', D['body']> & { headers?: Readonly<Record<string, string>>; signal?: AbortSignal };

/** The error body every endpoint may answer with. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** `{ items, page }`, the answer of every list. */
export const Page = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    page: z.object({
      limit: z.number(),
      offset: z.number().optional(),
      nextCursor: z.string().optional(),
      total: z.number(),
    }),
  });

/** The query of every list; extend it with filters. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).optional(),
  cursor: z.string().max(2000).optional(),
});

/** The query of a list so short that it usually comes whole. */
export const WholeListQuery = PageQuery.extend({ limit: PageQuery.shape.limit.default(100) });

/** A comma-separated or repeated query value as a list. */
export const QueryList = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')).map((item) => item.trim()).filter(Boolean));
