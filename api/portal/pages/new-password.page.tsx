/** Where the mailed link leads. The token stands in the fragment, so it reaches no server log and no referrer. */

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { authContract } from '#shared/auth/auth.contract.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice } from '#shared/ui/feedback.tsx';
import { useAction } from '#shared/ui/query.ts';
import { PasswordField } from '../password-field.tsx';
import { call } from '../session.ts';
import { SignInCard } from '../sign-in-card.tsx';

const tokenFromAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('token') ?? '';

export default function NewPasswordPage() {
  const { route } = useLocation();
  const [token] = useState(tokenFromAddress);
  const [password, setPassword] = useState('');
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);
  const save = useAction(async () => {
    await call(authContract.confirmReset, { body: { token, password } });
    route('/login?reset=done', true);
  });
  return (
    <SignInCard
      title="Choose your new password"
      lead="All devices are signed out when it is set."
      foot={
        <a href="/reset" class="underline">
          Ask for a new link
        </a>
      }
    >
      {token === '' ? (
        <Notice tone="warn">This address carries no reset token. Open the link from the mail again.</Notice>
      ) : (
        <form
          class="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            void save.run();
          }}
        >
          {save.error !== undefined && <ErrorNotice error={save.error} />}
          <PasswordField
            value={password}
            onValue={setPassword}
            autocomplete="new-password"
            hint="At least 10 characters. A few words you can remember are best."
            error={password !== '' && password.length < 10 ? 'Use at least 10 characters' : undefined}
          />
          <Button type="submit" look="primary" busy={save.busy} disabled={password.length < 10} class="w-full">
            Set password
          </Button>
        </form>
      )}
    </SignInCard>
  );
}
