/** The whole HTTP side as one Hono app: the same on Lambda and on one machine. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { kernelErrors, requestErrors } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Config } from '#shared/platform/config.ts';
import { createLimits } from '#shared/platform/limits.ts';
import { resumeErrors } from '#shared/resume/resume.errors.ts';
import { createGuard } from './http/auth.ts';
import type { Ctx, Env } from './http/context.ts';
import { cors } from './http/cors.ts';
import { docsPage } from './http/docs.ts';
import { asAppError, errorResponse } from './http/errors.ts';
import { createIdempotency } from './http/idempotency.ts';
import { implement } from './http/implement.ts';
import { createRateLimit } from './http/limits.ts';
import { openapi } from './http/openapi.ts';
import { serveFolder } from './portal/serve.ts';
import { oauthRoutes } from './routes/oauth.routes.ts';
import { routes } from './routes/routes.ts';

export type ApiOptions = {
  /** The caller's address: API Gateway's source, or the socket's. */
  readonly addressOf: (c: Ctx) => string;
  /** Folder of the built portal; absent: none is served. */
  readonly portal?: string;
  /** Adds pages that only exist on one machine. */
  readonly extend?: (app: Hono<Env>) => void;
};

/** Uploads are 5 MiB in a multipart envelope; nothing longer is read at all. */
const MAX_BODY = 6 * 1024 * 1024;
/** What a person sees as the version; the package's own. */
const VERSION = '0.1.0';

export function createApi(core: Core, options: ApiOptions): Hono<Env> {
  const { platform } = core;
  const { config, cipher, table, clock, log, metrics } = platform;
  const app = new Hono<Env>();
  const guard = createGuard({
    authenticate: core.auth.authenticate,
    csrfTokenOf: core.auth.csrfTokenOf,
    publicUrl: config.publicUrl,
  });
  const layer = {
    guard,
    rateLimit: createRateLimit({ limits: createLimits(table, clock), cipher, perMinute: config.rateLimit }),
    idempotency: createIdempotency({ table, cipher, clock }),
  };

  app.use(async (c, next) => {
    const requestId = newId('request', clock.now());
    const started = performance.now();
    c.set('requestId', requestId);
    c.set('visitor', { address: options.addressOf(c), agent: (c.req.header('user-agent') ?? '').slice(0, 300) });
    await next();
    // Not c.header: once a handler has answered, that copies the response with its body into a new one.
    c.res.headers.set('x-request-id', requestId);
    const ms = performance.now() - started;
    const route = `${c.req.method} ${c.req.routePath}`;
    metrics.request(route, { status: c.res.status, ms });
    log.info('request', { requestId, route, status: c.res.status, ms: Math.round(ms), user: c.get('actor')?.userId });
  });
  app.use(
    secureHeaders({
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: config.publicUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
      xFrameOptions: 'DENY',
    }),
  );
  app.use('/api/*', cors(config.extensionIds), async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
  });
  app.use('/oauth/*', cors(config.extensionIds));
  const limit = bodyLimit({ maxSize: MAX_BODY, onError: (c) => Promise.reject(tooLong(c.req.path)) });
  // A GET has no body here, and asking for one makes the server build the whole Request object.
  app.use((c, next) => (c.req.method === 'GET' ? next() : limit(c, next)));

  app.get('/api/v1/health', async (c) => {
    const healthy = await core.health();
    return c.json({ status: healthy ? 'ok' : 'down' }, healthy ? 200 : 503);
  });
  const document = openapi(contract, { version: VERSION, url: config.publicUrl });
  app.get('/api/v1/openapi.json', (c) => c.json(document));
  app.get('/api/v1/docs', (c) => docsPage(c, contract));

  for (const entry of routes(core)) implement(app, layer, entry);
  app.all('/api/*', () => {
    throw kernelErrors.not_found();
  });

  app.route('/', oauthRoutes(core, layer));
  options.extend?.(app);
  // Where these are not served, the portal must not answer in their place.
  for (const absent of ['/dev/*', '/demo/*', '/metrics', '/ws/*', '/storage/*', '/.well-known/*'])
    app.all(absent, () => {
      throw kernelErrors.not_found();
    });
  if (options.portal !== undefined)
    app.get('*', serveFolder(options.portal, { fallback: 'index.html', connect: foreignOrigins(config) }));

  app.notFound((c) => errorResponse(kernelErrors.not_found(), c.get('requestId')));
  app.onError(async (thrown, c) => {
    const error = asAppError(thrown);
    const requestId = c.get('requestId');
    if (error.kind === 'internal' || error.kind === 'unavailable') log.error('request.failed', { requestId, error });
    if (error.kind === 'internal')
      await platform.reportError(error, { requestId, route: `${c.req.method} ${c.req.routePath}` });
    return errorResponse(error, requestId);
  });
  return app;
}

const tooLong = (path: string) =>
  /\/(cv-upload|resumes\/upload)$/.test(path)
    ? resumeErrors.too_large()
    : requestErrors.too_large({ message: 'The request is larger than 6 MB.' });

/** What the portal's scripts call beside this origin: live updates, and the store for uploads. */
const foreignOrigins = ({ liveUrl, uploadOrigin }: Config): string[] => [
  ...(liveUrl === undefined ? [] : [new URL(liveUrl).origin]),
  ...(uploadOrigin === undefined ? [] : [uploadOrigin]),
];
