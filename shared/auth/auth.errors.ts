import { defineErrors } from '#shared/kernel/errors.ts';

export const authErrors = defineErrors('auth', {
  invalid_token: {
    kind: 'unauthenticated',
    message: 'You are not signed in, or your sign-in has ended. Sign in again.',
  },
  forbidden: { kind: 'forbidden', message: 'Your account may not do this.' },
  scope: { kind: 'forbidden', message: 'An extension token may not do this. Use the portal.' },
  csrf: { kind: 'forbidden', message: 'The request did not come from the portal. Reload the page and try again.' },
  email_taken: {
    kind: 'conflict',
    message: 'There is an account with this e-mail address. Sign in, or reset the password.',
  },
  invalid_credentials: { kind: 'unauthenticated', message: 'E-mail address, password or code is wrong.' },
  mfa_required: { kind: 'unauthenticated', message: 'Enter the code of your authenticator app, or a recovery code.' },
  mfa_enabled: { kind: 'conflict', message: 'Two-step sign-in is already on. Turn it off first to set it up anew.' },
  mfa_not_enabled: { kind: 'conflict', message: 'Two-step sign-in is not on.' },
  invalid_otp: { kind: 'invalid', message: 'The code is wrong or was used already. Wait for the next one.' },
  reset_expired: { kind: 'invalid', message: 'This link is used up or too old. Ask for a new one.' },
  too_many_tokens: { kind: 'conflict', message: 'You have 20 extension tokens. Revoke one first.' },
});
