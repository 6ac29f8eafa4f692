/** CORS for our own extension and nobody else; bearer only, so no credentials are allowed. */
import { createMiddleware } from 'hono/factory';
import type { Env } from './context.ts';

const EXPOSED = 'retry-after, x-request-id, content-disposition, idempotency-replayed';
const ALLOWED = 'authorization, content-type, idempotency-key, prefer';

export function cors(extensionIds: readonly string[]) {
  const origins = new Set(extensionIds.map((id) => `chrome-extension://${id}`));
  return createMiddleware<Env>(async (c, next) => {
    const origin = c.req.header('origin');
    const known = origin !== undefined && origins.has(origin);
    if (c.req.method === 'OPTIONS') {
      if (!known) return c.body(null, 403);
      return c.body(null, 204, {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': ALLOWED,
        'access-control-max-age': '600',
        vary: 'origin',
      });
    }
    await next();
    if (!known) return;
    c.res.headers.set('access-control-allow-origin', origin);
    c.res.headers.set('access-control-expose-headers', EXPOSED);
    c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
    c.res.headers.set('vary', 'origin');
  });
}
