/** The popup: who am I, what job is this, fill it, what was done. It draws from storage at once and asks afterwards. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { User } from '#shared/auth/auth.schema.ts';
import type { Rate } from '#shared/match/thumbs.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/feedback.tsx';
import { send } from '../messages.ts';
import { messageOf } from '../parts/message-of.ts';
import { useStored } from '../parts/use-stored.ts';
import {
  awaitedItem,
  chosenItem,
  defaultSettings,
  FINISHED,
  pageItem,
  type Run,
  read,
  runItem,
  stored,
  type TabPage,
} from '../storage.ts';
import { ChooseJob } from './choose-job.tsx';
import { DocumentList } from './document-list.tsx';
import { FieldList } from './field-list.tsx';
import { Header } from './header.tsx';
import { JobCard, WhyFit } from './job-card.tsx';
import { LearntList } from './learnt-list.tsx';
import { NextJobs } from './next-jobs.tsx';
import { RunStatus } from './run-status.tsx';
import { SentQuestion } from './sent-question.tsx';

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

/** `inPanel` where it stands beside the page and stays open. */
export function Popup({ first, inPanel = false }: { first: First; inPanel?: boolean }): JSX.Element {
  const account = useStored(stored.account, first.account);
  const sync = useStored(stored.sync, undefined);
  const [next, setNext] = useState(false);
  return (
    <div class="flex min-h-48 flex-col">
      <Header
        account={account}
        online={sync?.online ?? first.online}
        tabId={first.tabId}
        inPanel={inPanel}
        next={next}
        onNext={setNext}
      />
      {account === undefined ? (
        <NotLinked />
      ) : next ? (
        <NextJobs />
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
  const kept = useStored(runItem(tabId), first.run);
  // What was filled on a page the person has left is no news about this one.
  const run = kept?.left === true ? undefined : kept;
  const chosen = useStored(chosenItem(tabId), undefined);
  const awaited = useStored(awaitedItem(tabId), undefined);
  const { apiAddress } = useStored(stored.settings, undefined) ?? defaultSettings();
  const [error, setError] = useState<string>();
  const tell = (cause: unknown): void => setError(messageOf(cause));
  const attempt = (work: Promise<unknown>): void => {
    setError(undefined);
    work.catch(tell);
  };
  useEffect(() => {
    attempt(send('page.inspect', { tabId }));
    send('sync.now', {}).catch(() => undefined);
  }, [tabId]);

  const rate: Rate = (rating, reason) =>
    send('job.rate', { tabId, rating, ...(reason === undefined ? {} : { reason }) }).then(
      () => true,
      () => false,
    );
  const running = run !== undefined && !FINISHED.includes(run.phase);
  const hasForm = page?.reachable === true && page.questions > 0;
  const canUndo = run?.kind === 'fill' && !running && !run.undone && run.filled > 0;
  return (
    <main class="flex flex-1 flex-col gap-3 p-4">
      <SentQuestion awaited={awaited} onAnswer={(sent) => attempt(send('job.sent', { tabId, sent }))} />
      <JobCard
        page={page}
        chosen={chosen}
        brief={run !== undefined}
        onSave={() => attempt(send('job.save', { tabId }))}
      />
      {chosen?.fromQueue && !chosen.prefilled && run === undefined && hasForm && (
        <p class="text-sm text-muted">Opened from your queue. Press Fill form, look it over, and send it yourself.</p>
      )}
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
            disabled={running || (page?.posting === undefined && chosen === undefined)}
            onClick={() => attempt(send('run.documents', { tabId }))}
          >
            Generate documents
          </Button>
          <Button disabled={!canUndo} onClick={() => attempt(send('run.undo', { tabId }))}>
            Undo
          </Button>
        </div>
      </div>
      <RunStatus page={page} run={run} onAllowed={() => attempt(send('page.inspect', { tabId }))} />
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {error}
        </Notice>
      )}
      {run === undefined && <WhyFit page={page} brief={false} rate={rate} />}
      {page !== undefined && page.posting === undefined && !running && (
        <ChooseJob tabId={tabId} hasForm={hasForm} chosenId={chosen?.jobId} />
      )}
      <LearntList apiAddress={apiAddress} onError={tell} />
      {run !== undefined && run.documents.length > 0 && (
        <DocumentList tabId={tabId} documents={run.documents} warnings={run.warnings} onError={tell} />
      )}
      {run !== undefined && run.kind === 'fill' && run.fields.length > 0 && (
        <FieldList
          tabId={tabId}
          documents={run.documents}
          onError={tell}
          fields={run.fields}
          running={running}
          onReveal={({ frame, ref }) => attempt(send('field.reveal', { tabId, frame, ref }))}
        />
      )}
      {run !== undefined && <WhyFit page={page} brief rate={rate} />}
    </main>
  );
}
