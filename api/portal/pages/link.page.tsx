/** Links the browser extension: how to load it, a token to paste, and what is linked already. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { authContract } from '#shared/auth/auth.contract.ts';
import type { Device } from '#shared/auth/auth.schema.ts';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { Confirm } from '#shared/ui/dialog.tsx';
import { ErrorNotice, Notice, Skeleton } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { formatAgo, formatDate } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card, Page, Section } from '#shared/ui/layout.tsx';
import { useAction, useQuery } from '#shared/ui/query.ts';
import { Table } from '#shared/ui/table.tsx';
import { toast } from '#shared/ui/toast.tsx';

const KIND: Record<Device['kind'], string> = { token: 'Token', oauth: 'Signed in', portal: 'Portal' };

const copy = (text: string): void => {
  navigator.clipboard.writeText(text).then(
    () => toast('Copied'),
    () => toast('The browser did not allow copying. Select the text and copy it.', { tone: 'warn' }),
  );
};

export default function LinkPage() {
  const { call } = useHost();
  const devices = useQuery('tokens', (signal) => call(authContract.tokens, { signal }));
  const [name, setName] = useState('Chrome on this computer');
  const [token, setToken] = useState<string>();
  const [revoking, setRevoking] = useState<Device>();
  const shown = useRef<HTMLDivElement>(null);

  const create = useAction(async () => {
    setToken((await call(authContract.createToken, { body: { name } })).token);
    void devices.reload();
    requestAnimationFrame(() => shown.current?.querySelector('input')?.select());
  });
  const revoke = useAction(async (device: Device) => {
    await call(authContract.revokeToken, { params: { id: device.id } });
    setRevoking(undefined);
    toast(`${device.name} is no longer linked`);
    await devices.reload();
  });

  return (
    <Page
      title="Link extension"
      lead="The extension reads postings and fills forms in your browser, with your profile."
      narrow
    >
      <Section title="1. Load the extension">
        <Card>
          <ol class="space-y-2">
            <Click n={1}>
              Open <Copyable text="chrome://extensions" /> in a new tab. Browsers do not let pages open it for you.
            </Click>
            <Click n={2}>
              Switch on <strong class="font-medium">Developer mode</strong>, at the top right.
            </Click>
            <Click n={3}>
              Press <strong class="font-medium">Load unpacked</strong> and choose the folder{' '}
              <code class="rounded-sm bg-sunken px-1 font-mono text-sm">dist/extension</code> of this installation.
            </Click>
          </ol>
          <p class="mt-3 text-sm text-muted">
            Works in Chrome, Edge and Brave. Pin Foothold from the puzzle menu, so that its button is always there.
          </p>
        </Card>
      </Section>

      <Section title="2. Link it to your account">
        <Card class="space-y-3">
          <p>
            Open the extension's options. Its field for the API address wants <Copyable text={location.origin} />. Then
            press <strong class="font-medium">Sign in</strong> there, or create a token here, paste it and press{' '}
            <strong class="font-medium">Link with token</strong>.
          </p>
          {create.error !== undefined && <ErrorNotice error={create.error} />}
          <form
            class="flex flex-wrap items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              void create.run();
            }}
          >
            <TextField
              class="min-w-48 flex-1"
              label="What is it for"
              value={name}
              onValue={setName}
              required
              maxLength={100}
            />
            <Button type="submit" look="primary" busy={create.busy}>
              Create token
            </Button>
          </form>
          {token !== undefined && (
            <div ref={shown} class="space-y-2">
              <div class="flex items-end gap-2">
                <TextField
                  class="min-w-0 flex-1"
                  label="Access token"
                  value={token}
                  readOnly
                  spellcheck={false}
                  onFocus={(event) => event.currentTarget.select()}
                />
                <Button onClick={() => copy(token)}>
                  <Icon name="copy" /> Copy
                </Button>
              </div>
              <Notice tone="warn" role="status">
                Copy it now: it is shown this once. It can read your profile and record applications, and ends after 180
                days without use.
              </Notice>
            </div>
          )}
        </Card>
      </Section>

      <Section
        title="3. Try it"
        actions={
          <LinkButton href="/demo/" target="_blank" rel="noopener">
            Open the demo postings <Icon name="external" />
          </LinkButton>
        }
      >
        <p class="text-muted">
          A posting with an application form that sends nothing anywhere. Press Fill form in the extension.
        </p>
      </Section>

      <Section title="Linked now">
        {devices.error !== undefined && <ErrorNotice error={devices.error} onRetry={() => void devices.reload()} />}
        {!devices.data ? (
          devices.loading && <Skeleton rows={2} />
        ) : devices.data.items.length === 0 ? (
          <p class="text-muted">Nothing yet. What you link appears here and can be cut off at any time.</p>
        ) : (
          <Table
            caption="Linked extensions and tokens"
            rows={devices.data.items}
            keyOf={({ id }) => id}
            columns={[
              { key: 'name', head: 'Name', cell: (row) => <span class="font-medium">{row.name}</span> },
              { key: 'kind', head: 'How', wideOnly: true, cell: (row) => KIND[row.kind] },
              { key: 'created', head: 'Linked', wideOnly: true, cell: (row) => formatDate(row.createdAt) },
              { key: 'used', head: 'Last used', cell: (row) => formatAgo(row.lastUsedAt) },
              {
                key: 'revoke',
                head: 'End',
                class: 'text-right',
                cell: (row) => (
                  <Button size="sm" look="quiet" aria-label={`Revoke ${row.name}`} onClick={() => setRevoking(row)}>
                    Revoke
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Section>
      {revoking && (
        <Confirm
          title={`Revoke ${revoking.name}?`}
          action="Revoke"
          busy={revoke.busy}
          onClose={() => setRevoking(undefined)}
          onConfirm={() => void revoke.run(revoking)}
        >
          It loses access at once. Linking again needs a new token.
          {revoke.error !== undefined && <ErrorNotice error={revoke.error} />}
        </Confirm>
      )}
    </Page>
  );
}

const Click = ({ n, children }: { n: number; children: ComponentChildren }) => (
  <li class="flex gap-3">
    <span class="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-medium text-accent">
      {n}
    </span>
    <span class="min-w-0 pt-0.5">{children}</span>
  </li>
);

const Copyable = ({ text }: { text: string }) => (
  <button
    type="button"
    title="Copy"
    onClick={() => copy(text)}
    class="inline-flex items-center gap-1 rounded-sm bg-sunken px-1 font-mono text-sm hover:text-accent"
  >
    {text} <Icon name="copy" class="size-3" />
  </button>
);
