/**
 * Who is linked, and the credential that goes with each call. A pasted token lives in `storage.local`; of an OAuth
 * sign-in only the refresh token does, the access token stays in memory. Both are unreadable to content scripts.
 */
import { authContract } from '#shared/auth/auth.contract.ts';
import type { User } from '#shared/auth/auth.schema.ts';
import { type Call, createClient, type Send } from '#shared/kernel/client.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { type Credential, forgetPerson, read, readSettings, remove, stored, write } from '../storage.ts';
import { apiOrigin } from './api-address.ts';
import { authorize, type OAuthTokens, refreshTokens, revokeToken } from './oauth.ts';

/** Below the 30 s after which Chrome stops a worker that waits for a response. */
const ANSWER_WITHIN_MS = 28_000;
/** An access token that ends this soon is renewed before use. */
const RENEW_BEFORE_MS = 60_000;

const notLinked = () =>
  new AppError('extension.not_linked', {
    kind: 'unauthenticated',
    message: 'The extension is not linked to an account. Open the options to link it.',
  });

/** An answer that is no JSON (the sign-in page of a hotel's network), or of another shape (an older or newer server). */
const unexpected = (cause: unknown) =>
  new AppError('network.unexpected', {
    kind: 'unavailable',
    message:
      'The answer did not come from Foothold, or from another version of it. Try again; update the extension if it stays.',
    cause,
  });

const notFoothold = (cause: unknown) =>
  new AppError('extension.not_foothold', {
    kind: 'unavailable',
    message: 'There is a server at this address, but it is not Foothold. Check the API address.',
    cause,
  });

/** Sends below `origin` with `bearer`, never with cookies. */
export function sendTo(origin: string, bearer: string): Send {
  return (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${bearer}`);
    return fetch(new URL(path, origin), {
      ...init,
      headers,
      credentials: 'omit',
      cache: 'no-store',
      signal: init.signal ?? AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  };
}

/** Links with a token of the portal's Link page, once the server has said whose it is. */
export async function linkWithToken(given: { apiAddress: string; token: string }): Promise<User> {
  const origin = apiOrigin(given.apiAddress);
  const token = given.token.trim();
  if (!/^[\x21-\x7e]{8,2000}$/.test(token))
    throw new AppError('extension.token', {
      kind: 'invalid',
      message: 'Paste the whole access token from the Link extension page of the portal.',
    });
  const user = await whoIs(origin, token);
  await forgetPerson();
  await keep(origin, user);
  await write(stored.credential, { kind: 'token', token });
  return user;
}

/** Links by the sign-in window of the portal (authorization code with PKCE). */
export async function signIn(given: { apiAddress: string }): Promise<User> {
  const origin = apiOrigin(given.apiAddress);
  const tokens = await authorize(origin);
  const user = await whoIs(origin, tokens.accessToken);
  await forgetPerson();
  await keep(origin, user);
  await keepTokens(tokens);
  return user;
}

/** Unlinks: revokes at the server where it can be reached, and forgets everything here in any case. */
export async function unlink(): Promise<void> {
  const credential = await read(stored.credential);
  const { apiAddress } = await readSettings();
  await forgetPerson();
  if (credential?.kind === 'oauth') await revokeToken(apiAddress, credential.refreshToken).catch(() => undefined);
}

/**
 * The typed client with the person's credential. A 401 is answered by one renewal and one repeat; if that fails too the
 * link has ended (revoked in the portal, account closed) and everything personal is forgotten.
 */
export const call: Call = async (endpoint, ...input) => {
  const credential = await read(stored.credential);
  if (credential === undefined) throw notLinked();
  const { apiAddress } = await readSettings();
  const client = createClient((path, init) => sendRenewing({ origin: apiAddress, credential, path, init }));
  try {
    return await client(endpoint, ...input);
  } catch (failure) {
    throw failure instanceof AppError ? failure : unexpected(failure);
  }
};

type Sending = { origin: string; credential: Credential; path: string; init: RequestInit };

async function sendRenewing({ origin, credential, path, init }: Sending): Promise<Response> {
  const first = await currentBearer(origin);
  const answer = await sendTo(origin, first)(path, init);
  if (answer.status !== 401) return answer;
  const second = await renewedBearer(origin, first);
  const last = second === undefined ? answer : await sendTo(origin, second)(path, init);
  if (last.status === 401) await endLink(credential);
  return last;
}

/** Forgets the person, unless they linked anew in the meantime. */
async function endLink(refused: Credential): Promise<void> {
  const now = await read(stored.credential);
  const same = refused.kind === 'token' ? now?.kind === 'token' && now.token === refused.token : now?.kind === 'oauth';
  if (same) await forgetPerson();
}

export const isLinked = async (): Promise<boolean> => (await read(stored.credential)) !== undefined;

async function whoIs(origin: string, bearer: string): Promise<User> {
  try {
    return await createClient(sendTo(origin, bearer))(authContract.me);
  } catch (failure) {
    if (!(failure instanceof AppError)) throw notFoothold(failure);
    if (failure.code === 'network.unexpected') throw notFoothold(failure);
    if (failure.code === 'network.failed')
      throw new AppError('extension.unreachable', {
        kind: 'unavailable',
        message: `No answer from ${origin}. Check the API address and that Foothold is running.`,
        cause: failure,
      });
    if (failure.kind === 'unauthenticated')
      throw new AppError('extension.wrong_token', {
        kind: 'unauthenticated',
        message: 'This access token is not valid. It may have been revoked or cut off; create a new one in the portal.',
      });
    throw failure;
  }
}

async function keep(origin: string, user: User): Promise<void> {
  await write(stored.settings, { ...(await readSettings()), apiAddress: origin });
  const { id, email, name, role } = user;
  await write(stored.account, { id, email, name, role });
}

async function keepTokens(tokens: OAuthTokens): Promise<void> {
  await write(stored.credential, { kind: 'oauth', refreshToken: tokens.refreshToken });
  await write(stored.access, { token: tokens.accessToken, expiresAt: Date.now() + tokens.expiresIn * 1000 });
}

async function currentBearer(origin: string): Promise<string> {
  const credential = await read(stored.credential);
  if (credential === undefined) throw notLinked();
  if (credential.kind === 'token') return credential.token;
  const access = await read(stored.access);
  if (access !== undefined && access.expiresAt - RENEW_BEFORE_MS > Date.now()) return access.token;
  return (await renew(origin)) ?? access?.token ?? '';
}

/** A bearer other than the refused one, or undefined where there is none to be had. */
async function renewedBearer(origin: string, refused: string): Promise<string | undefined> {
  const credential = await read(stored.credential);
  if (credential?.kind !== 'oauth') return undefined;
  const access = await read(stored.access);
  if (access !== undefined && access.token !== refused) return access.token;
  await remove(stored.access);
  return renew(origin);
}

let renewal: Promise<string | undefined> | undefined;

/** Rotates the refresh token, once however many calls wait for it. A repeat after a stopped worker falls into the server's grace. */
function renew(origin: string): Promise<string | undefined> {
  renewal ??= rotate(origin).finally(() => {
    renewal = undefined;
  });
  return renewal;
}

async function rotate(origin: string): Promise<string | undefined> {
  const credential = await read(stored.credential);
  if (credential?.kind !== 'oauth') return undefined;
  const tokens = await refreshTokens(origin, credential.refreshToken);
  if (tokens === undefined) return undefined;
  // Unlinked or linked anew while the answer was on its way: these tokens belong to nobody here.
  const now = await read(stored.credential);
  if (now?.kind !== 'oauth' || now.refreshToken !== credential.refreshToken) return undefined;
  await keepTokens(tokens);
  return tokens.accessToken;
}
