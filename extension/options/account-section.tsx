/** The link to an account: by the sign-in window or a pasted token. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { User } from '#shared/auth/auth.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { send } from '../messages.ts';
import { messageOf } from '../parts/message-of.ts';
import type { Settings } from '../storage.ts';
import { Section } from './section.tsx';

type Busy = 'token' | 'signIn' | 'unlink' | undefined;

export function AccountSection({ account, settings }: { account: User | undefined; settings: Settings }): JSX.Element {
  const [apiAddress, setApiAddress] = useState(settings.apiAddress);
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState<Busy>();
  const [error, setError] = useState<string>();
  useEffect(() => setApiAddress(settings.apiAddress), [settings.apiAddress]);

  const attempt = async (what: NonNullable<Busy>, work: () => Promise<unknown>): Promise<void> => {
    setBusy(what);
    setError(undefined);
    try {
      await work();
      setToken('');
    } catch (cause) {
      setError(messageOf(cause));
    } finally {
      setBusy(undefined);
    }
  };
  const linkWithToken = () => attempt('token', () => send('session.linkToken', { apiAddress, token }));

  return (
    <Section id="link" title="Account">
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void linkWithToken();
        }}
      >
        <TextField
          label="API address"
          value={apiAddress}
          onValue={setApiAddress}
          spellcheck={false}
          autocomplete="off"
          placeholder="https://foothold.example.org"
          hint="Where your Foothold runs"
        />
        <div class="flex flex-wrap items-center gap-3">
          <Button
            look={account === undefined ? 'primary' : 'plain'}
            busy={busy === 'signIn'}
            onClick={() => void attempt('signIn', () => send('session.signIn', { apiAddress }))}
          >
            Sign in
          </Button>
          <span class="text-sm text-muted">opens the portal in a window of its own</span>
        </div>
        <TextField
          label="Access token"
          value={token}
          onValue={setToken}
          spellcheck={false}
          autocomplete="off"
          hint="Or paste one from Link extension in the portal"
        />
        <div class="flex flex-wrap gap-2">
          <Button type="submit" busy={busy === 'token'}>
            Link with token
          </Button>
          <Button
            look="danger"
            busy={busy === 'unlink'}
            disabled={account === undefined}
            onClick={() => void attempt('unlink', () => send('session.unlink', {}))}
          >
            Unlink
          </Button>
        </div>
      </form>
      <p role="status" aria-live="polite" class="font-medium">
        {account === undefined ? 'Not linked' : `Linked as ${account.email}`}
      </p>
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {error}
        </Notice>
      )}
    </Section>
  );
}
