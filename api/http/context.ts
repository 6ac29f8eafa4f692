/** What a handler gets, and what the parts of the HTTP layer share about one request. */
import type { Context } from 'hono';
import type { UserActor } from '#shared/kernel/actor.ts';
import type { EndpointDefinition, Parsed, Result } from '#shared/kernel/endpoint.ts';

/** Where a request without an account comes from. */
export type Visitor = { readonly address: string; readonly agent: string };

export type HandlerInput<D extends EndpointDefinition> = Parsed<D> & {
  readonly actor: D['access'] extends 'public' ? UserActor | undefined : UserActor;
  readonly visitor: Visitor;
  readonly request: Request;
  /** Seconds of `Prefer: wait=N`, at most 25. */
  readonly wait: number;
  /** Sets a header of the answer. */
  header(name: string, value: string): void;
};

export type Handler<D extends EndpointDefinition> = (input: HandlerInput<D>) => Promise<Handled<D>> | Handled<D>;

type Handled<D extends EndpointDefinition> =
  | Result<D>
  | Reply<Result<D>>
  | (D['response'] extends object ? never : void);

/** An answer with another of the endpoint's statuses. */
export type Reply<T> = { readonly replyStatus: number; readonly value: T };
export const reply = <T>(replyStatus: number, value: T): Reply<T> => ({ replyStatus, value });
export const isReply = (result: unknown): result is Reply<unknown> =>
  typeof result === 'object' && result !== null && 'replyStatus' in result;

export type Route = { readonly endpoint: EndpointDefinition; readonly handler: Handler<EndpointDefinition> };

/** Ties an endpoint to its handler; the list of routes is checked against the contract by a test. */
export const route = <D extends EndpointDefinition>(endpoint: D, handler: Handler<D>): Route => ({
  endpoint,
  handler: handler as Handler<EndpointDefinition>,
});

/** Hono's context with what our middleware puts there. */
export type Variables = { requestId: string; visitor: Visitor; actor?: UserActor };
export type Env = { Variables: Variables };
export type Ctx = Context<Env>;
