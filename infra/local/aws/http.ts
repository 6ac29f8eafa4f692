/** What both embedded servers need from node:http: addresses, bodies with a limit, starting and stopping. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** A request target split without normalising it: `..` and `//` in a key must reach the signature as sent. */
export type Target = { path: string; query: (readonly [string, string])[] };

/** Splits `req.url`; returns undefined when its percent-encoding is broken. */
export function splitTarget(url: string): Target | undefined {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const raw = mark < 0 ? '' : url.slice(mark + 1);
  try {
    decodeURIComponent(path);
    const query = raw
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=');
        return equals < 0
          ? ([decode(pair), ''] as const)
          : ([decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))] as const);
      });
    return { path, query };
  } catch {
    return undefined;
  }
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** Header values by lower-case name; repeated ones joined as Node does. */
export function flatHeaders(request: IncomingMessage): Record<string, string | undefined> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return headers;
}

/** The body's chunks; leaving the loop early keeps the connection, so that the refusal can still be sent. */
export const bodyOf = (request: IncomingMessage): AsyncIterable<Buffer> => ({
  [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false })[Symbol.asyncIterator](),
});

/** Reads a whole body; returns undefined as soon as it grows over `limit` bytes. */
export async function readBody(request: AsyncIterable<Buffer>, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Answers a request whose body was not read to its end. Closing at once would reset the connection and many clients
 * would never see the answer, so the rest is read and thrown away, up to 16 MiB or 3 s.
 */
export async function refuse(
  exchange: { request: IncomingMessage; response: ServerResponse },
  answer: { status: number; headers: Record<string, string>; body: string },
): Promise<void> {
  const { request, response } = exchange;
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': String(body.length),
    ...(request.complete ? {} : { connection: 'close' }),
  });
  if (request.complete || request.destroyed) {
    response.end(body);
    return;
  }
  response.write(body);
  await drain(request, { bytes: 16 * 1024 * 1024, ms: 3000 });
  response.end(() => {
    if (!request.complete) request.destroy();
  });
}

function drain(request: IncomingMessage, limit: { bytes: number; ms: number }): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    const timer = setTimeout(done, limit.ms);
    function done() {
      clearTimeout(timer);
      request.off('data', count);
      request.pause();
      resolve();
    }
    function count(chunk: Buffer) {
      seen += chunk.length;
      if (seen > limit.bytes) done();
    }
    request.on('data', count);
    request.once('end', done);
    request.once('close', done);
    request.once('error', done);
    request.resume();
  });
}

/** Starts listening; resolves with the port (port 0 takes a free one), rejects when it is taken. */
export function listen(server: Server, address: { host: string; port: number }): Promise<number> {
  // Clients keep sockets open between calls; closing an idle one while it is being reused costs them a retry.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : address.port);
    });
  });
}

/** Stops listening, gives running requests `graceMs` to finish, then cuts them. */
export function closeServer(server: Server, graceMs = 2000): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
