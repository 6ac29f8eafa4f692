/** Signs in; asks for the second step only where the account has one. */

import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { authContract } from '#shared/auth/auth.contract.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { useAction } from '#shared/ui/query.ts';
import { PasswordField } from '../password-field.tsx';
import { call, openPortal, safeNext, user } from '../session.ts';
import { SignInCard } from '../sign-in-card.tsx';

export default function LoginPage() {
  const { route } = useLocation();
  const { query } = useRoute();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const next = safeNext(query.next);

  /** What the server answers itself, such as linking the extension, is asked of the server. */
  const go = (address: string, replace = false): void => {
    if (address.startsWith('/oauth/')) location.assign(address);
    else route(address, replace);
  };
  const signedIn = user.value;
  useEffect(() => {
    if (signedIn) go(query.next === undefined && signedIn.role === 'recruiter' ? '/jobs' : next, true);
  }, [signedIn]);

  const signIn = useAction(async () => {
    const body = needsCode ? { email, password, otp } : { email, password };
    try {
      await openPortal(await call(authContract.login, { body }));
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'auth.mfa_required' && !needsCode)) throw error;
      setNeedsCode(true);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[autocomplete="one-time-code"]')?.focus());
    }
  });

  return (
    <SignInCard
      title="Welcome back"
      foot={
        <>
          New here?{' '}
          <a href="/register" class="font-medium text-accent underline">
            Create account
          </a>
        </>
      }
    >
      <form
        class="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn.run();
        }}
      >
        {query.reset === 'done' && (
          <Notice tone="ok" role="status">
            Your new password is set. Sign in with it.
          </Notice>
        )}
        {signIn.error !== undefined && <ErrorNotice error={signIn.error} />}
        <TextField
          label="Email"
          type="email"
          value={email}
          onValue={setEmail}
          autocomplete="username"
          required
          readOnly={needsCode}
        />
        <PasswordField value={password} onValue={setPassword} autocomplete="current-password" />
        {needsCode && (
          <TextField
            label="Code"
            value={otp}
            onValue={setOtp}
            autocomplete="one-time-code"
            inputMode="text"
            required
            maxLength={32}
            hint="Six digits from your authenticator app, or a recovery code."
          />
        )}
        <Button type="submit" look="primary" busy={signIn.busy} class="w-full">
          Sign in
        </Button>
        <p class="text-center">
          <a href="/reset" class="text-sm text-muted underline">
            Forgot it? Set a new one
          </a>
        </p>
      </form>
    </SignInCard>
  );
}
