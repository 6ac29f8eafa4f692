/** The popup: who am I, what job is this, fill it, what was done. It draws from storage at once and asks afterwards. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { User } from '#shared/auth/auth.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/feedback.tsx';
import { send } from '../messages.ts';
import { messageOf } from '../parts/message-of.ts';
import { useStored } from '../parts/use-stored.ts';
import { FINISHED, pageItem, type Run, read, runItem, stored, type TabPage } from '../storage.ts';
import { DocumentList } from './document-list.tsx';
import { FieldList } from './field-list.tsx';
import { Header } from './header.tsx';
import { JobCard } from './job-card.tsx';
import { RunStatus } from './run-status.tsx';

export type First = {
  tabId: number | undefined;
  account: User | undefined;
  page: TabPage | undefined;
  run: Run | undefined;
  online: boolean;
};

/** Everything the first frame needs, without asking the worker or the server. */
export async function loadPopup(query: URLSearchParams): Promise<First> {
  const tabId = await tabToActOn(query);
  const none = Promise.resolve(undefined);
  const [account, sync, page, run] = await Promise.all([
    read(stored.account),
    read(stored.sync),
    tabId === undefined ? none : read(pageItem(tabId)),
    tabId === undefined ? none : read(runItem(tabId)),
  ]);
  return { tabId, account, page, run, online: sync?.online ?? true };
}

async function tabToActOn(query: URLSearchParams): Promise<number | undefined> {
  const given = Number(query.get('tabId'));
  if (Number.isInteger(given) && given > 0) return given;
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
  return active?.id;
}

export function Popup({ first }: { first: First }): JSX.Element {
  const account = useStored(stored.account, first.account);
  const sync = useStored(stored.sync, undefined);
  return (
    <div class="flex min-h-48 flex-col">
      <Header account={account} online={sync?.online ?? first.online} />
      {account === undefined ? (
        <NotLinked />
      ) : first.tabId === undefined ? (
        <NoTab />
      ) : (
        <TabView first={first} tabId={first.tabId} />
      )}
    </div>
  );
}

const openOptions = () => void chrome.runtime.openOptionsPage().then(() => window.close());

const NotLinked = () => (
  <main class="flex flex-1 flex-col gap-3 p-4">
    <h1 class="text-lg font-medium">Link Foothold to your account</h1>
    <p class="text-muted">
      Sign in, or paste an access token from <span class="font-medium text-text">Link extension</span> in the portal.
      Then this button fills application forms from your profile.
    </p>
    <Button look="primary" onClick={openOptions}>
      Open options
    </Button>
  </main>
);

const NoTab = () => (
  <main class="p-4">
    <p role="status">No form on this page</p>
  </main>
);

function TabView({ first, tabId }: { first: First; tabId: number }): JSX.Element {
  const page = useStored(pageItem(tabId), first.page);
  const run = useStored(runItem(tabId), first.run);
  const [error, setError] = useState<string>();
  const attempt = (work: Promise<unknown>): void => {
    setError(undefined);
    work.catch((cause: unknown) => setError(messageOf(cause)));
  };
  useEffect(() => {
    attempt(send('page.inspect', { tabId }));
    send('sync.now', {}).catch(() => undefined);
  }, [tabId]);

  const running = run !== undefined && !FINISHED.includes(run.phase);
  const hasForm = page?.reachable === true && page.questions > 0;
  const canUndo = run?.kind === 'fill' && !running && !run.undone && run.filled > 0;
  return (
    <main class="flex flex-1 flex-col gap-3 p-4">
      <JobCard page={page} onSave={() => attempt(send('job.save', { tabId }))} />
      <div class="flex flex-col gap-2">
        {running ? (
          <Button onClick={() => attempt(send('run.cancel', { tabId }))}>Cancel</Button>
        ) : (
          <Button look="primary" disabled={!hasForm} onClick={() => attempt(send('run.fill', { tabId }))}>
            Fill form
          </Button>
        )}
        <div class="grid grid-cols-2 gap-2">
          <Button
            disabled={running || page?.posting === undefined}
            onClick={() => attempt(send('run.documents', { tabId }))}
          >
            Generate documents
          </Button>
          <Button disabled={!canUndo} onClick={() => attempt(send('run.undo', { tabId }))}>
            Undo
          </Button>
        </div>
      </div>
      <RunStatus page={page} run={run} />
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {error}
        </Notice>
      )}
      {run !== undefined && run.documents.length > 0 && (
        <DocumentList tabId={tabId} documents={run.documents} warnings={run.warnings} onError={setError} />
      )}
      {run !== undefined && run.kind === 'fill' && run.fields.length > 0 && (
        <FieldList
          fields={run.fields}
          running={running}
          onReveal={({ frame, ref }) => attempt(send('field.reveal', { tabId, frame, ref }))}
        />
      )}
    </main>
  );
}
