/** The options: link to an account, and the two choices a person has. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { User } from '#shared/auth/auth.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/feedback.tsx';
import { CheckField, TextField } from '#shared/ui/field.tsx';
import { send } from '../messages.ts';
import { Mark } from '../parts/mark.tsx';
import { messageOf } from '../parts/message-of.ts';
import { useStored } from '../parts/use-stored.ts';
import { read, readSettings, type Settings, stored } from '../storage.ts';

export type First = { account: User | undefined; settings: Settings };

export async function loadOptions(): Promise<First> {
  const [account, settings] = await Promise.all([read(stored.account), readSettings()]);
  return { account, settings };
}

export function Options({ first }: { first: First }): JSX.Element {
  const account = useStored(stored.account, first.account);
  const settings = useStored(stored.settings, first.settings) ?? first.settings;
  return (
    <main class="mx-auto flex max-w-xl flex-col gap-6 px-4 py-8">
      <header class="flex items-center gap-3">
        <Mark class="size-9" />
        <h1 class="text-xl font-semibold">Foothold options</h1>
      </header>
      <Link account={account} settings={settings} />
      <Choices settings={settings} />
      <p class="text-sm text-muted">
        Foothold reads a page when you press its button, and on the application sites it declares. It never submits a
        form, never ticks a consent box and sends nothing to anyone but the address above.
      </p>
    </main>
  );
}

type Busy = 'token' | 'signIn' | 'unlink' | undefined;

function Link({ account, settings }: { account: User | undefined; settings: Settings }): JSX.Element {
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
    <section aria-labelledby="link" class="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      <h2 id="link" class="text-lg font-medium">
        Account
      </h2>
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
    </section>
  );
}

function Choices({ settings }: { settings: Settings }): JSX.Element {
  const save = (change: Partial<Settings>) => void send('settings.save', change);
  return (
    <section aria-labelledby="filling" class="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <h2 id="filling" class="text-lg font-medium">
        Filling
      </h2>
      <CheckField
        label="Make documents for the posting before filling"
        hint="Otherwise your active resume is attached as it is."
        checked={settings.documentsFirst}
        onChecked={(documentsFirst) => save({ documentsFirst })}
      />
      <CheckField
        label="Outline filled and open fields in the page"
        checked={settings.outlines}
        onChecked={(outlines) => save({ outlines })}
      />
    </section>
  );
}
