/** How requests of OAuth clients are judged (RFC 6749, RFC 7636, RFC 9700): exact redirect addresses, S256 only. */
import {
  type AuthorizeRequest,
  OAUTH_CLIENT,
  OAUTH_SCOPE,
  type OAuthError,
  type OAuthFailure,
} from './oauth.contract.ts';

/** A parameter given twice makes the request invalid (RFC 6749 §3.1): readers may disagree about which one counts. */
export function singleParameters(all: Iterable<readonly [string, string]>): Record<string, string> | undefined {
  const found = new Map<string, string>();
  for (const [name, value] of all) {
    if (found.has(name)) return undefined;
    found.set(name, value);
  }
  return Object.fromEntries(found);
}

export type AuthorizeVerdict =
  | { readonly kind: 'ask'; readonly request: AuthorizeRequest }
  /** The client and its address are known: it is told what is wrong. */
  | {
      readonly kind: 'refuse';
      readonly redirectUri: string;
      readonly state?: string | undefined;
      readonly failure: OAuthFailure;
    }
  /** Nobody may be sent to an address we do not know: the person is told. */
  | { readonly kind: 'stop'; readonly message: string };

export const redirectUriOf = (extensionId: string): string => `https://${extensionId}.chromiumapp.org/`;

const MAX_STATE = 500;

export function judgeAuthorize(
  parameters: Record<string, string> | undefined,
  { extensionIds }: { extensionIds: readonly string[] },
): AuthorizeVerdict {
  if (parameters === undefined) return { kind: 'stop', message: 'The address repeats a parameter.' };
  const { client_id, redirect_uri, response_type, code_challenge, code_challenge_method, scope, state } = parameters;
  if (client_id !== OAUTH_CLIENT) return { kind: 'stop', message: 'The program that asks is not known here.' };
  if (redirect_uri === undefined || !extensionIds.some((id) => redirectUriOf(id) === redirect_uri))
    return { kind: 'stop', message: 'The extension that asks is not one this server knows.' };
  const kept = state !== undefined && state.length <= MAX_STATE ? state : undefined;
  const refuse = (error: OAuthError, error_description: string): AuthorizeVerdict => ({
    kind: 'refuse',
    redirectUri: redirect_uri,
    state: kept,
    failure: { error, error_description },
  });
  if (state !== kept) return refuse('invalid_request', `state is longer than ${MAX_STATE} characters`);
  if (response_type !== 'code') return refuse('unsupported_response_type', 'response_type must be code');
  if (scope !== undefined && scope !== OAUTH_SCOPE) return refuse('invalid_scope', `scope must be ${OAUTH_SCOPE}`);
  if (code_challenge_method !== 'S256') return refuse('invalid_request', 'code_challenge_method must be S256');
  if (code_challenge === undefined || !/^[\w-]{43}$/.test(code_challenge))
    return refuse('invalid_request', 'code_challenge must be a base64url SHA-256');
  return { kind: 'ask', request: { redirectUri: redirect_uri, codeChallenge: code_challenge, state: kept } };
}

/** Unreserved characters, 43 to 128 of them (RFC 7636 §4.1). */
export const isVerifier = (text: string): boolean => /^[\w.~-]{43,128}$/.test(text);

/** Where the browser goes with the answer; `iss` lets the client tell servers apart (RFC 9207). */
export function answerAddress(
  to: { redirectUri: string; state?: string | undefined; issuer: string },
  answer: { code: string } | OAuthFailure,
): string {
  const url = new URL(to.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (to.state !== undefined) url.searchParams.set('state', to.state);
  url.searchParams.set('iss', to.issuer);
  return url.href;
}

/** RFC 8414 metadata of an issuer. */
export const authorizationServerMetadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/oauth/authorize`,
  token_endpoint: `${issuer}/oauth/token`,
  revocation_endpoint: `${issuer}/oauth/revoke`,
  scopes_supported: [OAUTH_SCOPE],
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['none'],
  revocation_endpoint_auth_methods_supported: ['none'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
});
