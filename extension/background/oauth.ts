/** OAuth 2.1 authorization code with PKCE S256 (RFC 7636) through Chrome's own sign-in window. */
import { z } from 'zod';
import { AppError } from '#shared/kernel/errors.ts';
import { OAUTH_CLIENT_ID } from '../identity.ts';

export type OAuthTokens = { accessToken: string; refreshToken: string /** Seconds. */; expiresIn: number };

const TokenAnswer = z
  .object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_in: z.number().positive() })
  .transform(
    (answer): OAuthTokens => ({
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token,
      expiresIn: answer.expires_in,
    }),
  );

const cancelled = (cause?: unknown) =>
  new AppError('extension.sign_in_cancelled', {
    kind: 'unauthenticated',
    message: 'Sign-in was not finished. Try again, or link with a token.',
    cause,
  });

/** Opens the sign-in window at `origin` and trades the code it ends with for tokens. */
export async function authorize(origin: string): Promise<OAuthTokens> {
  const verifier = randomText(48);
  const state = randomText(24);
  const redirectUri = chrome.identity.getRedirectURL();
  const url = new URL('/oauth/authorize', origin);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: OAUTH_CLIENT_ID,
    redirect_uri: redirectUri,
    scope: 'extension',
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  }).toString();
  await assertReachable(origin);
  const landed = await chrome.identity
    .launchWebAuthFlow({ url: url.href, interactive: true })
    .catch((cause: unknown) => {
      throw cancelled(cause);
    });
  if (landed === undefined || !URL.canParse(landed) || !landed.startsWith(redirectUri)) throw cancelled();
  const answer = new URL(landed).searchParams;
  const code = answer.get('code');
  if (answer.get('state') !== state || code === null) throw cancelled(answer.get('error') ?? 'state differs');
  const tokens = await requestTokens(origin, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  if (tokens === undefined) throw cancelled('code refused');
  return tokens;
}

/** The successor tokens; undefined where the server refuses for good. Rejects where it could not be asked. */
export const refreshTokens = (origin: string, refreshToken: string): Promise<OAuthTokens | undefined> =>
  requestTokens(origin, { grant_type: 'refresh_token', refresh_token: refreshToken });

/** Ends the tokens at the server (RFC 7009). */
export async function revokeToken(origin: string, token: string): Promise<void> {
  await post(origin, '/oauth/revoke', { token, token_type_hint: 'refresh_token' });
}

async function requestTokens(origin: string, fields: Record<string, string>): Promise<OAuthTokens | undefined> {
  const answer = await post(origin, '/oauth/token', fields);
  if (answer.status === 400 || answer.status === 401) return undefined;
  const parsed = TokenAnswer.safeParse(answer.ok ? await answer.json().catch(() => undefined) : undefined);
  if (!parsed.success)
    throw new AppError('extension.sign_in_failed', {
      kind: 'unavailable',
      message: 'The server could not finish the sign-in. Try again in a minute.',
    });
  return parsed.data;
}

/** The sign-in window shows a bare browser error where no server answers; a sentence of ours is kinder. */
async function assertReachable(origin: string): Promise<void> {
  const answer = await fetch(new URL('/api/v1/health', origin), {
    credentials: 'omit',
    signal: AbortSignal.timeout(10_000),
  }).catch((cause: unknown) => {
    throw new AppError('extension.unreachable', {
      kind: 'unavailable',
      message: `No answer from ${origin}. Check the API address and that Foothold is running.`,
      cause,
    });
  });
  const health = z.object({ status: z.string() }).safeParse(await answer.json().catch(() => undefined));
  if (!health.success)
    throw new AppError('extension.not_foothold', {
      kind: 'unavailable',
      message: 'There is a server at this address, but it is not Foothold. Check the API address.',
    });
}

const post = (origin: string, path: string, fields: Record<string, string>): Promise<Response> =>
  fetch(new URL(path, origin), {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    body: new URLSearchParams({ client_id: OAUTH_CLIENT_ID, ...fields }),
    signal: AbortSignal.timeout(15_000),
  });

async function challengeOf(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

const randomText = (bytes: number): string => base64Url(crypto.getRandomValues(new Uint8Array(bytes)));

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
