/** OAuth 2.1 for the extension: authorization code with PKCE. Form-encoded and outside `/api/v1`, as the RFCs have it. */
import { z } from 'zod';

export const OAUTH_CLIENT = 'foothold-extension';
export const OAUTH_SCOPE = 'extension';

/** A checked request for a code (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export const AuthorizeRequest = z.object({
  redirectUri: z.string(),
  codeChallenge: z.string(),
  state: z.string().optional(),
});
export type AuthorizeRequest = Readonly<z.infer<typeof AuthorizeRequest>>;

/** The errors of RFC 6749 §4.1.2.1 and §5.2 that can happen here. */
export type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'access_denied';

export type OAuthFailure = { readonly error: OAuthError; readonly error_description: string };

export type TokenAnswer = {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly scope: string;
};
