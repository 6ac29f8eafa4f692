/** Watches documents being written, then shows them with their evidence. */

import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { documentContract, type GenerateBody } from '#shared/document/document.contract.ts';
import { DocumentView, Downloads, KIND_NAME } from '#shared/document/document.view.tsx';
import { LetterVoice, Rating } from '#shared/document/wishes.view.tsx';
import { AppError } from '#shared/kernel/errors.ts';
import { LinkButton } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { ErrorNotice, Notice, Progress, Skeleton } from '#shared/ui/feedback.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { staleQueries, useQuery } from '#shared/ui/query.ts';

export default function GenerationPage() {
  const { call, navigate } = useHost();
  const { params } = useRoute();
  const id = params.id ?? '';
  const [shown, setShown] = useState<string>();
  const generation = useQuery(`generation:${id}`, (signal) =>
    call(documentContract.generation, { params: { id }, signal }),
  );
  const files = useQuery(`documents:of:${id}:${generation.data?.status}`, (signal) =>
    call(documentContract.list, { query: { limit: 100 }, signal }),
  );
  const status = generation.data?.status;
  const { reload } = generation;

  useEffect(() => {
    if (status !== 'queued' && status !== 'running') {
      staleQueries('documents');
      return;
    }
    const timer = setInterval(() => void reload(), 700);
    return () => clearInterval(timer);
  }, [status, reload]);

  const documents = generation.data?.documents ?? [];
  const current = documents.find((one) => one.id === shown) ?? documents[0];
  const summary = files.data?.items.find((one) => one.id === current?.id);
  /** Another generation for the same posting; an edit of one for a posting we do not have knows it by its document. */
  const again = async (body: GenerateBody): Promise<void> => {
    const answer = await call(documentContract.generate, { params: { jobId: summary?.jobId ?? 'external' }, body });
    staleQueries('documents');
    navigate(
      `/documents/generations/${encodeURIComponent('generationId' in answer ? answer.generationId : answer.id)}`,
    );
  };
  const failure = generation.data?.error;
  return (
    <Page
      title="Written for you"
      lead="You can leave this page; writing goes on."
      actions={
        <>
          {current && <Downloads id={current.id} fileName={KIND_NAME[current.kind]} />}
          <LinkButton href="/documents" look="quiet">
            All files
          </LinkButton>
        </>
      }
    >
      {generation.error !== undefined && <ErrorNotice error={generation.error} onRetry={() => void reload()} />}
      {!generation.data && generation.loading && <Skeleton rows={6} />}
      {(status === 'queued' || status === 'running') && (
        <Progress label={status === 'queued' ? 'Waiting' : 'Writing'} value={generation.data?.progress} />
      )}
      {failure && (
        <ErrorNotice error={new AppError(failure.code, { kind: 'unprocessable', message: failure.message })} />
      )}
      {generation.data && generation.data.warnings.length > 0 && (
        <div class="mb-4">
          <Notice tone="warn">
            <ul class="space-y-1">
              {generation.data.warnings.map((warning) => (
                <li key={`${warning.code}${warning.text}`}>{warning.text}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {current && (
        <>
          {documents.length > 1 && (
            <fieldset class="mb-4 flex gap-1 border-b border-line">
              <legend class="sr-only">Which file to show</legend>
              {documents.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  aria-pressed={one === current}
                  onClick={() => setShown(one.id)}
                  class={cx(
                    '-mb-px h-9 border-b-2 px-3 font-medium',
                    one === current ? 'border-accent text-accent' : 'border-transparent text-muted hover:text-text',
                  )}
                >
                  {KIND_NAME[one.kind]}
                </button>
              ))}
            </fieldset>
          )}
          <DocumentView
            key={current.id}
            document={current}
            onRewrite={(lines) => again({ edits: { documentId: current.id, lines } })}
          >
            {current.kind === 'coverLetter' && summary?.jobId !== undefined && (
              <LetterVoice onWrite={(voice) => again({ kinds: ['coverLetter'], ...voice })} />
            )}
            <Rating key={`${current.id}${summary?.rating ?? ''}`} id={current.id} given={summary?.rating} />
          </DocumentView>
        </>
      )}
    </Page>
  );
}
