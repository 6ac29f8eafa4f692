/**
 * Who is signed in. The portal signs in for tokens, trades them at once for an HttpOnly cookie and forgets them; what stays
 * in the page is the person's name and the CSRF token that unsafe calls carry.
 */
import { signal } from '@preact/signals';
import { authContract } from '#shared/auth/auth.contract.ts';
import type { Session, User } from '#shared/auth/auth.schema.ts';
import { createClient } from '#shared/kernel/client.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { forgetQueries } from '#shared/ui/query.ts';
import { closeLive } from './live.ts';

/** `undefined` until the server has been asked. */
export const user = signal<User | null | undefined>(undefined);
let csrfToken = '';

const SAFE = new Set(['GET', 'HEAD']);

/** Calls by cookie. A 401 ends the session in this page, so that it can ask to sign in again. */
async function send(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!SAFE.has(init.method ?? 'GET') && csrfToken !== '') headers.set('x-csrf-token', csrfToken);
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin' });
  if (response.status === 401 && user.value && !headers.has('authorization')) {
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (JSON.stringify(body).includes('auth.invalid_token')) forget();
  }
  return response;
}

/** The typed client of the portal. */
export const call = createClient(send);

/** Asks who is signed in; where the server cannot be reached the page shows so and may ask again. */
export async function restore(): Promise<void> {
  const session = await call(authContract.portalSession);
  csrfToken = session.csrfToken;
  user.value = session.user;
}

/** Trades fresh tokens for the cookie. They live in this call only. */
export async function openPortal(session: Session): Promise<void> {
  forgetPrivate();
  const opened = await call(authContract.openPortal, { headers: { authorization: `Bearer ${session.accessToken}` } });
  csrfToken = opened.csrfToken;
  user.value = opened.user;
}

/** Ends the session here and on the server. The page is signed out even if the server cannot be reached. */
export async function signOut(): Promise<void> {
  await call(authContract.portalLogout).catch((error: unknown) => {
    if (!(error instanceof AppError && error.kind === 'unauthenticated')) throw error;
  });
  forget();
}

/** Drops everything of the person from this page. */
export function forget(): void {
  csrfToken = '';
  forgetPrivate();
  user.value = null;
}

function forgetPrivate(): void {
  forgetQueries();
  closeLive();
  sessionStorage.clear();
}

/** An address to go to after signing in: a path of this portal, or the profile. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/profile';
  const url = new URL(next, location.origin);
  return url.origin === location.origin ? url.pathname + url.search : '/profile';
}
