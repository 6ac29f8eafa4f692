/** Linking the extension by OAuth 2.1: a person approves, the extension trades the code for tokens of scope `extension`. */
import { createHash } from 'node:crypto';
import type { UserActor } from '#shared/kernel/actor.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { hashSecret, mintCredential, randomName, readCredential, sameText } from '#shared/platform/credentials.ts';
import { authErrors } from './auth.errors.ts';
import type { Session } from './auth.schema.ts';
import type { CodeRow } from './code.store.ts';
import {
  type AuthorizeRequest,
  OAUTH_CLIENT,
  OAUTH_SCOPE,
  type OAuthError,
  type OAuthFailure,
  type TokenAnswer,
} from './oauth.contract.ts';
import {
  answerAddress,
  authorizationServerMetadata,
  isVerifier,
  judgeAuthorize,
  singleParameters,
} from './oauth.rules.ts';
import { commitAudited, conditionFailed, endAccessOf, openSession, type Parts, PREFIX } from './parts.service.ts';
import { describeAgent } from './session.rules.ts';
import type { SessionService } from './session.service.ts';
import type { Visitor } from './visitor.schema.ts';

const CODE_MS = 60_000;
const MAX_LINKED = 20;

export type OAuthAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: 400 | 401; readonly value: OAuthFailure };

type Parameters = Iterable<readonly [string, string]>;

export type OAuthService = ReturnType<typeof createOAuthService>;

export function createOAuthService(
  parts: Parts,
  sessionsService: Pick<SessionService, 'authenticate' | 'refresh' | 'logout'>,
) {
  const { accounts, codes, sessions, platform } = parts;
  const { clock, cipher, commit, config } = platform;
  const issuer = config.publicUrl;

  function fail(error: OAuthError, error_description: string): OAuthAnswer<never> {
    return { ok: false, status: error === 'invalid_client' ? 401 : 400, value: { error, error_description } };
  }
  const badGrant = () => fail('invalid_grant', 'The code or token is wrong, used, expired or revoked');

  const tokenAnswer = (session: Session): OAuthAnswer<TokenAnswer> => ({
    ok: true,
    value: {
      access_token: session.accessToken,
      token_type: 'Bearer',
      expires_in: session.expiresIn,
      refresh_token: session.refreshToken,
      scope: OAUTH_SCOPE,
    },
  });

  /** A code came back: whoever holds its tokens may not be who was meant (RFC 6749 §4.1.2). */
  async function endReplayed(userId: string, code: CodeRow | undefined): Promise<OAuthAnswer<never>> {
    if (code?.sessionId === undefined) return badGrant();
    await commit([sessions.end(userId, code.sessionId)]);
    await endAccessOf(parts, { userId, id: code.sessionId });
    return badGrant();
  }

  async function exchangeCode(visitor: Visitor, form: Record<string, string>): Promise<OAuthAnswer<TokenAnswer>> {
    const credential = readCredential(cipher, PREFIX.code, form.code ?? '');
    if (credential === undefined) return badGrant();
    const { owner: userId, id } = credential;
    const [account, code] = await Promise.all([accounts.get(userId), codes.get(userId, id)]);
    if (account === undefined || code === undefined || !sameText(code.hash, hashSecret(credential.secret)))
      return badGrant();
    if (code.uses !== undefined) return endReplayed(userId, code);
    const verifier = form.code_verifier ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const right =
      code.expiresAt > clock.now() &&
      code.epoch === account.epoch &&
      form.redirect_uri === code.redirectUri &&
      isVerifier(verifier) &&
      sameText(challenge, code.codeChallenge);
    if (!right) {
      await commit([codes.use(userId, { id })]).catch((error: unknown) => {
        if (!conditionFailed(error)) throw error;
      });
      return badGrant();
    }
    const name = `Foothold extension, ${describeAgent(visitor.agent)}`;
    const opened = openSession(parts, { account, kind: 'oauth', visitor, name });
    try {
      const writes = [codes.use(userId, { id, sessionId: opened.id }), opened.write];
      await commitAudited(parts, { userId, event: 'extension_linked', visitor, writes });
    } catch (error) {
      if (!conditionFailed(error)) throw error;
      return endReplayed(userId, await codes.get(userId, id));
    }
    await unlinkOldest(userId);
    return tokenAnswer(await opened.answer());
  }

  /** Linking again and again leaves sessions nobody uses; the ones unused for longest go. */
  async function unlinkOldest(userId: string): Promise<void> {
    const linked = (await sessions.list(userId)).filter(({ kind }) => kind === 'oauth');
    const surplus = linked.toSorted((a, b) => b.lastUsedAt - a.lastUsedAt).slice(MAX_LINKED);
    for (const { id } of surplus) {
      await commit([sessions.end(userId, id)]);
      await endAccessOf(parts, { userId, id });
    }
  }

  async function refreshTokens(visitor: Visitor, form: Record<string, string>): Promise<OAuthAnswer<TokenAnswer>> {
    if (form.scope !== undefined && form.scope !== OAUTH_SCOPE)
      return fail('invalid_scope', `scope must be ${OAUTH_SCOPE}`);
    try {
      const refreshToken = form.refresh_token ?? '';
      return tokenAnswer(await sessionsService.refresh(visitor, { refreshToken, kind: 'oauth' }));
    } catch (error) {
      if (error instanceof AppError && error.code === authErrors.invalid_token().code) return badGrant();
      throw error;
    }
  }

  return {
    metadata: () => authorizationServerMetadata(issuer),

    /** What to do with a request to `/oauth/authorize`. */
    readAuthorize(parameters: Parameters) {
      const { extensionIds } = config;
      const verdict = judgeAuthorize(singleParameters(parameters), { extensionIds });
      if (verdict.kind !== 'refuse') return verdict;
      return { kind: 'redirect', to: answerAddress({ ...verdict, issuer }, verdict.failure) } as const;
    },

    /** The person agreed: the address with a code that works once within 60 s. */
    async approve(actor: UserActor, request: AuthorizeRequest): Promise<string> {
      const account = await accounts.get(actor.userId);
      if (account === undefined) throw authErrors.invalid_token();
      const { redirectUri, codeChallenge, state } = request;
      const id = randomName();
      const code = mintCredential(cipher, { prefix: PREFIX.code, owner: account.id, id });
      const expiresAt = clock.now() + CODE_MS;
      const { epoch } = account;
      await commit([codes.add(account.id, { id, hash: code.hash, codeChallenge, redirectUri, epoch, expiresAt })]);
      return answerAddress({ redirectUri, state, issuer }, { code: code.text });
    },

    /** The person said no. */
    deny: ({ redirectUri, state }: AuthorizeRequest): string =>
      answerAddress(
        { redirectUri, state, issuer },
        { error: 'access_denied', error_description: 'The person did not agree' },
      ),

    /** `POST /oauth/token` (RFC 6749 §4.1.3 and §6); the form as it was sent. Never throws for what a client can send. */
    async exchange(visitor: Visitor, parameters: Parameters): Promise<OAuthAnswer<TokenAnswer>> {
      const form = singleParameters(parameters);
      if (form === undefined) return fail('invalid_request', 'A parameter is given twice');
      if (form.client_id !== OAUTH_CLIENT) return fail('invalid_client', 'client_id is not known');
      if (form.grant_type === 'authorization_code') return exchangeCode(visitor, form);
      if (form.grant_type === 'refresh_token') return refreshTokens(visitor, form);
      if (form.grant_type === undefined) return fail('invalid_request', 'grant_type is missing');
      return fail('unsupported_grant_type', 'grant_type must be authorization_code or refresh_token');
    },

    /**
     * `POST /oauth/revoke` (RFC 7009): ends the session behind a refresh or access token of the extension, or a pasted one.
     * What is no token of ours is answered the same.
     */
    async revoke(visitor: Visitor, parameters: Parameters): Promise<OAuthAnswer<undefined>> {
      const form = singleParameters(parameters);
      if (form?.token === undefined) return fail('invalid_request', 'token is missing or a parameter is given twice');
      if (form.client_id !== OAUTH_CLIENT) return fail('invalid_client', 'client_id is not known');
      await sessionsService.logout(visitor, { refreshToken: form.token, kind: 'oauth' });
      const actor = await sessionsService
        .authenticate({ authorization: `Bearer ${form.token}` })
        .catch(() => undefined);
      if (actor?.scope === 'extension') {
        const { userId, credentialId: id } = actor;
        const writes = [sessions.end(userId, id)];
        await commitAudited(parts, { userId, event: 'token_revoked', visitor, writes });
        await endAccessOf(parts, { userId, id });
      }
      return { ok: true, value: undefined };
    },
  };
}
