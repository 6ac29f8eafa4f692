/** Endpoints of accounts, sessions, tokens and MFA. OAuth lives outside `/api/v1`, see `oauth.contract.ts`. */
import { z } from 'zod';
import { endpoint, Page, WholeListQuery } from '#shared/kernel/endpoint.ts';
import { Device, Email, NewPassword, Otp, Session, User } from './auth.schema.ts';

const signIn = { access: 'public', bucket: 'signIn' } as const;
const visitor = { access: 'public', bucket: 'visitor' } as const;
const Id = z.object({ id: z.string().max(80) });

export const authContract = {
  register: endpoint({
    ...visitor,
    method: 'POST',
    path: '/register',
    summary: 'Creates an account. Consent is recorded with time and text version.',
    body: z.object({
      email: Email,
      password: NewPassword,
      name: z.string().trim().min(1).max(200),
      role: z.enum(['seeker', 'recruiter']),
      consent: z.literal(true, { error: 'Agree to the terms to create an account' }),
    }),
    response: Session,
    status: [201],
    errors: ['auth.email_taken'],
  }),
  login: endpoint({
    ...signIn,
    method: 'POST',
    path: '/login',
    summary: 'Signs in; `otp` takes a recovery code too.',
    body: z.object({ email: Email, password: z.string().max(256), otp: Otp.optional() }),
    response: Session,
    errors: ['auth.invalid_credentials', 'auth.mfa_required'],
  }),
  refresh: endpoint({
    ...visitor,
    method: 'POST',
    path: '/token/refresh',
    summary: 'Rotates the refresh token; a repeat within 10 s gets the same successor, other reuse ends the session.',
    body: z.object({ refreshToken: z.string().max(500) }),
    response: Session,
    errors: ['auth.invalid_token'],
  }),
  logout: endpoint({
    ...visitor,
    method: 'POST',
    path: '/logout',
    summary: 'Ends the session of the refresh token.',
    body: z.object({ refreshToken: z.string().max(500) }),
  }),
  requestReset: endpoint({
    ...signIn,
    method: 'POST',
    path: '/password-reset',
    summary: 'Mails a link to set a new password, if there is such an account. The answer is always the same.',
    body: z.object({ email: Email }),
    status: [202],
  }),
  confirmReset: endpoint({
    ...signIn,
    method: 'POST',
    path: '/password-reset/confirm',
    summary: 'Sets a new password and ends all sessions.',
    body: z.object({ token: z.string().max(200), password: NewPassword }),
    errors: ['auth.reset_expired'],
  }),
  startMfa: endpoint({
    method: 'POST',
    path: '/mfa-setup',
    summary: 'Starts two-step sign-in; it is on once a code is confirmed.',
    response: z.object({ secret: z.string(), otpauthUrl: z.string() }),
    errors: ['auth.mfa_enabled'],
  }),
  confirmMfa: endpoint({
    method: 'POST',
    path: '/mfa-setup/confirm',
    bucket: 'signIn',
    summary: 'Turns two-step sign-in on and gives recovery codes, once.',
    body: z.object({ otp: Otp }),
    response: z.object({ recoveryCodes: z.array(z.string()) }),
    errors: ['auth.invalid_otp'],
  }),
  removeMfa: endpoint({
    method: 'DELETE',
    path: '/mfa-setup',
    bucket: 'signIn',
    summary: 'Turns two-step sign-in off.',
    body: z.object({ otp: Otp }),
    errors: ['auth.invalid_otp', 'auth.mfa_not_enabled'],
  }),
  me: endpoint({
    method: 'GET',
    path: '/me',
    extension: true,
    summary: 'The account.',
    response: User.extend({
      mfa: z.boolean(),
      createdAt: z.iso.datetime(),
      aiTokens: z.object({ spent: z.number(), budget: z.number() }),
    }),
  }),
  tokens: endpoint({
    method: 'GET',
    path: '/me/tokens',
    summary: 'Extension tokens and linked extensions, without their secrets.',
    query: WholeListQuery,
    response: Page(Device),
  }),
  createToken: endpoint({
    method: 'POST',
    path: '/me/tokens',
    summary: 'Mints a pasteable extension token, shown once.',
    body: z.object({ name: z.string().trim().min(1).max(100) }),
    response: z.object({ id: z.string(), token: z.string() }),
    status: [201],
    errors: ['auth.too_many_tokens'],
  }),
  revokeToken: endpoint({
    method: 'DELETE',
    path: '/me/tokens/{id}',
    summary: 'Revokes a token or linked extension at once.',
    params: Id,
    errors: ['not_found'],
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where the account is signed in, and recent sign-ins.',
    response: z.object({
      items: z.array(Device),
      audit: z.array(
        z.object({
          at: z.iso.datetime(),
          event: z.string(),
          outcome: z.enum(['ok', 'denied']),
          address: z.string(),
          agent: z.string(),
        }),
      ),
    }),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/me/sessions/{id}',
    summary: 'Signs one device out.',
    params: Id,
    errors: ['not_found'],
  }),
  /**
   * The portal's cookie session: the page signs in by `login` or `register`, trades the bearer credential for an HttpOnly
   * same-origin cookie here and keeps no token. Unsafe calls by cookie carry `x-csrf-token`.
   */
  openPortal: endpoint({
    method: 'POST',
    path: '/session',
    summary: 'Trades the bearer credential for a same-origin cookie session; the refresh token ends.',
    response: z.object({ user: User, csrfToken: z.string() }),
  }),
  portalSession: endpoint({
    method: 'GET',
    path: '/session',
    access: 'public',
    bucket: 'standard',
    summary: 'Who is signed in by cookie, and the CSRF token the portal sends back as `x-csrf-token`.',
    response: z.object({ user: User.nullable(), csrfToken: z.string() }),
  }),
  portalLogout: endpoint({ method: 'DELETE', path: '/session', summary: 'Signs this browser out.' }),
};
