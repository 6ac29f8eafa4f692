/** Asks for a link to set a new password. The answer is the same whether there is such an account or not. */
import { useState } from 'preact/hooks';
import { authContract } from '#shared/auth/auth.contract.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { useAction } from '#shared/ui/query.ts';
import { call } from '../session.ts';
import { SignInCard } from '../sign-in-card.tsx';

export default function ResetPage() {
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const ask = useAction(async () => {
    await call(authContract.requestReset, { body: { email } });
    setSent(true);
  });
  return (
    <SignInCard
      title="Set a new password"
      lead="We send a link to your address. It works once and for a short time."
      foot={
        <a href="/login" class="underline">
          Back to sign in
        </a>
      }
    >
      <form
        class="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void ask.run();
        }}
      >
        {ask.error !== undefined && <ErrorNotice error={ask.error} />}
        {sent && (
          <Notice tone="ok" role="status">
            If there is an account for {email}, the link is on its way. On a local install, mail arrives at{' '}
            <a class="underline" href="/dev/mailbox" target="_blank" rel="noopener">
              the mailbox page
            </a>
            .
          </Notice>
        )}
        <TextField label="Email" type="email" value={email} onValue={setEmail} autocomplete="username" required />
        <Button type="submit" look="primary" busy={ask.busy} class="w-full">
          Send the link
        </Button>
      </form>
    </SignInCard>
  );
}
