/**
 * OAuth for the extension: the consent page, tokens, revocation, metadata. Bodies are form-encoded and errors have OAuth's
 * shape, so these routes stand beside the contract's grammar.
 */
import { type Context, Hono } from 'hono';
import type { Core } from '#shared/core.ts';
import type { UserActor } from '#shared/kernel/actor.ts';
import { requestErrors } from '#shared/kernel/errors.ts';
import type { Env } from '../http/context.ts';
import { sessionCookie } from '../http/cookie.ts';
import type { RateLimit } from '../http/limits.ts';
import { consentPage, STYLE, stopPage } from './oauth.page.ts';

const MAX_FORM = 8 * 1024;

export function oauthRoutes(
  { auth, platform }: Pick<Core, 'auth' | 'platform'>,
  { rateLimit }: { rateLimit: RateLimit },
): Hono<Env> {
  const app = new Hono<Env>();
  const { publicUrl } = platform.config;
  const cookie = sessionCookie(publicUrl);

  async function personOf(c: Context<Env>): Promise<UserActor | undefined> {
    const value = cookie.of(c.req.raw);
    const actor = value === undefined ? undefined : await auth.authenticate({ cookie: value }).catch(() => undefined);
    await rateLimit.person('standard', actor, c.get('visitor'));
    return actor;
  }

  app.get('/.well-known/oauth-authorization-server', (c) => c.json(auth.oauth.metadata()));

  app.get('/oauth/style.css', (c) => {
    c.header('cache-control', 'public, max-age=3600');
    return c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' });
  });

  app.get('/oauth/authorize', async (c) => {
    const actor = await personOf(c);
    const { search, searchParams } = new URL(c.req.url);
    const verdict = auth.oauth.readAuthorize(searchParams);
    if (verdict.kind === 'stop') return page(c, { body: stopPage(verdict.message), status: 400 });
    if (verdict.kind === 'redirect') return c.redirect(verdict.to, 303);
    if (actor === undefined) return c.redirect(`/login?next=${encodeURIComponent(`/oauth/authorize${search}`)}`, 303);
    const { email } = await auth.me(actor);
    const { redirectUri } = verdict.request;
    const body = consentPage({
      email,
      extensionId: new URL(redirectUri).hostname.split('.')[0] ?? '',
      fields: { ...Object.fromEntries(searchParams), csrf_token: auth.csrfTokenOf(actor) },
    });
    return page(c, { body, status: 200, formTarget: new URL(redirectUri).origin });
  });

  app.post('/oauth/authorize', async (c) => {
    const actor = await personOf(c);
    const form = await formOf(c);
    const { csrf_token: token, decision, ...asked } = Object.fromEntries(form);
    const verdict = auth.oauth.readAuthorize(Object.entries(asked));
    if (verdict.kind === 'stop') return page(c, { body: stopPage(verdict.message), status: 400 });
    if (verdict.kind === 'redirect') return c.redirect(verdict.to, 303);
    if (actor === undefined) {
      const again = `/oauth/authorize?${new URLSearchParams(asked)}`;
      return c.redirect(`/login?next=${encodeURIComponent(again)}`, 303);
    }
    auth.checkCsrf(actor, token);
    if (decision !== 'approve') return c.redirect(auth.oauth.deny(verdict.request), 303);
    return c.redirect(await auth.oauth.approve(actor, verdict.request), 303);
  });

  app.post('/oauth/token', async (c) => {
    await rateLimit.person('signIn', undefined, c.get('visitor'));
    const answer = await auth.oauth.exchange(c.get('visitor'), await formOf(c));
    return c.json(answer.value, answer.ok ? 200 : answer.status, { 'cache-control': 'no-store', pragma: 'no-cache' });
  });

  app.post('/oauth/revoke', async (c) => {
    await rateLimit.person('signIn', undefined, c.get('visitor'));
    const answer = await auth.oauth.revoke(c.get('visitor'), await formOf(c));
    return answer.ok ? c.body(null, 200) : c.json(answer.value, answer.status);
  });

  return app;
}

/** Only forms: a page of another site cannot make a browser send other types unasked, and we read nothing else. */
async function formOf(c: Context<Env>): Promise<URLSearchParams> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type))
    throw requestErrors.unsupported({ message: 'Send the request as application/x-www-form-urlencoded.' });
  const text = await c.req.text();
  if (text.length > MAX_FORM) throw requestErrors.too_large();
  return new URLSearchParams(text);
}

type Page = { body: ReturnType<typeof stopPage>; status: 200 | 400; formTarget?: string };

function page(c: Context<Env>, { body, status, formTarget }: Page): Response | Promise<Response> {
  // Browsers apply form-action to the redirect that answers the form, so the extension's address has to be in it.
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; form-action 'self'${formTarget ? ` ${formTarget}` : ''}; base-uri 'none'; frame-ancestors 'none'`,
  );
  c.header('cache-control', 'no-store');
  c.header('x-frame-options', 'DENY');
  return c.html(body, status);
}
