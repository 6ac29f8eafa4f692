/** The person's files in their versions: which one counts, how reading went, and what can be done about it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { Confirm } from '#shared/ui/dialog.tsx';
import { Badge, ErrorNotice, Notice } from '#shared/ui/feedback.tsx';
import { count, formatAgo, formatBytes } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { useAction } from '#shared/ui/query.ts';
import { helpFor } from './failure.rules.ts';
import { type ResumeSummary, resumeContract } from './resume.contract.ts';
import { Unlock } from './unlock.view.tsx';
import { inVersions } from './versions.rules.ts';

type Props = {
  resumes: readonly ResumeSummary[];
  shownId: string | undefined;
  onShow: (id: string) => void;
  onChanged: () => void;
  /** A file just found to be locked: its password is asked for at once. */
  lockedId?: string | undefined;
  /** Opens the chooser for another file. */
  onAnother?: () => void;
  /** Shows what `older` and `newer` say differently. */
  onCompare?: (versions: { older: ResumeSummary; newer: ResumeSummary }) => void;
};

const STATE = {
  awaiting_upload: { tone: 'neutral', text: 'Not uploaded' },
  queued: { tone: 'accent', text: 'Waiting' },
  reading: { tone: 'accent', text: 'Reading' },
  read: { tone: 'ok', text: 'Read' },
  failed: { tone: 'danger', text: 'Not read' },
} as const;

/** The list, newest first; earlier versions of a file are folded below it, unless one of them is shown or counts. */
export function ResumeList(props: Props): JSX.Element {
  const groups = inVersions(props.resumes);
  return (
    <ul
      aria-label={count(props.resumes.length, 'file')}
      class="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {groups.map(([newest, ...earlier]) =>
        newest ? (
          <li key={newest.id} class="px-3 py-2">
            <Row {...props} resume={newest} />
            {earlier.length > 0 && (
              <details
                class="mt-1"
                open={earlier.some(({ id, active }) => active || id === props.shownId) || undefined}
              >
                <summary class="w-fit rounded-sm text-sm text-muted">
                  {count(earlier.length, 'earlier version')}
                </summary>
                <ul class="mt-1 space-y-1 border-l-2 border-line pl-3">
                  {earlier.map((resume) => (
                    <li key={resume.id}>
                      <Row {...props} resume={resume} newest={newest} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function Row(props: Props & { resume: ResumeSummary; newest?: ResumeSummary }): JSX.Element {
  const { resume, newest, shownId, onShow, onChanged, onCompare } = props;
  const { call, download } = useHost();
  const [asking, setAsking] = useState<'delete' | 'password'>();
  const isLocked = props.lockedId === resume.id && resume.status === 'failed';
  useEffect(() => {
    if (isLocked) setAsking('password');
  }, [isLocked]);
  const params = { id: resume.id };
  const act = useAction(async (work: () => Promise<unknown>) => {
    await work();
    onChanged();
  });
  const state = STATE[resume.status];
  const isRead = resume.status === 'read';
  const help = resume.status === 'failed' ? helpFor(resume.error?.code ?? '') : undefined;
  const name = resume.fileName;
  return (
    <>
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="min-w-0 flex-1 basis-48">
          <span class={cx('block truncate', newest ? '' : 'font-medium')}>{name}</span>
          <span class="text-xs text-muted tabular-nums">
            {formatBytes(resume.size)} · {formatAgo(resume.uploadedAt)}
          </span>
        </span>
        <span class="flex gap-1">
          <Badge tone={state.tone}>{state.text}</Badge>
          {resume.active && <Badge tone="accent">Active</Badge>}
          {isRead && shownId === resume.id && <Badge>Shown</Badge>}
        </span>
        <span class="-mx-2 flex flex-wrap items-center gap-x-1 sm:mx-0">
          {isRead && shownId !== resume.id && (
            <Button size="sm" look="quiet" aria-label={`Show ${name}`} onClick={() => onShow(resume.id)}>
              Show
            </Button>
          )}
          {isRead && !resume.active && (
            <Button
              size="sm"
              look="quiet"
              busy={act.busy}
              aria-label={`Make active: ${name}`}
              onClick={() => void act.run(() => call(resumeContract.activate, { params }))}
            >
              Make active
            </Button>
          )}
          {isRead && newest?.status === 'read' && onCompare && (
            <Button
              size="sm"
              look="quiet"
              aria-label={`Compare ${name} with the newest version`}
              onClick={() => onCompare({ older: resume, newer: newest })}
            >
              Compare
            </Button>
          )}
          {isRead && (
            <LinkButton size="sm" look="quiet" href={`/resumes/${resume.id}/advice`} aria-label={`Advice on ${name}`}>
              Advice
            </LinkButton>
          )}
          {resume.status !== 'awaiting_upload' && (
            <Button
              size="sm"
              look="quiet"
              aria-label={`Download ${name}`}
              onClick={() => void act.run(async () => download(await call(resumeContract.download, { params }), name))}
            >
              <Icon name="download" />
            </Button>
          )}
          <Button size="sm" look="quiet" aria-label={`Delete ${name}`} onClick={() => setAsking('delete')}>
            <Icon name="trash" />
          </Button>
        </span>
      </div>
      {help && resume.error && (
        <div class="mt-2">
          <Notice
            tone="danger"
            action={
              help.password ? (
                <Button size="sm" onClick={() => setAsking('password')}>
                  Enter password
                </Button>
              ) : help.again ? (
                <Button
                  size="sm"
                  busy={act.busy}
                  onClick={() => void act.run(() => call(resumeContract.retry, { params }))}
                >
                  Read again
                </Button>
              ) : (
                props.onAnother && (
                  <Button size="sm" onClick={props.onAnother}>
                    Choose another file
                  </Button>
                )
              )
            }
          >
            <p>
              {resume.error.message} {help.hint}
            </p>
            <p class="font-mono text-xs text-muted">{resume.error.code}</p>
          </Notice>
        </div>
      )}
      {act.error !== undefined && (
        <div class="mt-2">
          <ErrorNotice error={act.error} />
        </div>
      )}
      {asking === 'password' && <Unlock resume={resume} onClose={() => setAsking(undefined)} onChanged={onChanged} />}
      {asking === 'delete' && (
        <Confirm
          title={`Delete ${name}?`}
          action="Delete file"
          busy={act.busy}
          onClose={() => setAsking(undefined)}
          onConfirm={() => void act.run(() => call(resumeContract.remove, { params })).then(() => setAsking(undefined))}
        >
          The file, what was read from it and what you decided about it are erased. Your saved profile stays as it is.
        </Confirm>
      )}
    </>
  );
}
