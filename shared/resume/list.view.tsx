/** The person's files: which one counts, how reading went, and what can be done about it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { Confirm } from '#shared/ui/dialog.tsx';
import { Badge, ErrorNotice, Notice } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { count, formatAgo, formatBytes } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { useAction } from '#shared/ui/query.ts';
import { type ResumeSummary, resumeContract } from './resume.contract.ts';

type Props = {
  resumes: readonly ResumeSummary[];
  shownId: string | undefined;
  onShow: (id: string) => void;
  onChanged: () => void;
};

const STATE = {
  awaiting_upload: { tone: 'neutral', text: 'Not uploaded' },
  queued: { tone: 'accent', text: 'Waiting' },
  reading: { tone: 'accent', text: 'Reading' },
  read: { tone: 'ok', text: 'Read' },
  failed: { tone: 'danger', text: 'Not read' },
} as const;

/** The list, newest first. */
export function ResumeList(props: Props): JSX.Element {
  return (
    <ul
      aria-label={count(props.resumes.length, 'file')}
      class="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {props.resumes.map((resume) => (
        <li key={resume.id} class="px-3 py-2">
          <Row {...props} resume={resume} />
        </li>
      ))}
    </ul>
  );
}

function Row({ resume, shownId, onShow, onChanged }: Props & { resume: ResumeSummary }): JSX.Element {
  const { call, download } = useHost();
  const [asking, setAsking] = useState(false);
  const params = { id: resume.id };
  const act = useAction(async (work: () => Promise<unknown>) => {
    await work();
    onChanged();
  });
  const state = STATE[resume.status];
  return (
    <>
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="min-w-0 flex-1 basis-48">
          <span class="block truncate font-medium">{resume.fileName}</span>
          <span class="text-xs text-muted tabular-nums">
            {formatBytes(resume.size)} · {formatAgo(resume.uploadedAt)}
          </span>
        </span>
        <Badge tone={state.tone}>{state.text}</Badge>
        {resume.active && <Badge tone="accent">Active</Badge>}
        <span class="flex flex-wrap gap-1">
          {resume.status === 'read' && shownId !== resume.id && (
            <Button size="sm" look="quiet" onClick={() => onShow(resume.id)}>
              Show
            </Button>
          )}
          {resume.status === 'read' && !resume.active && (
            <Button
              size="sm"
              look="quiet"
              busy={act.busy}
              onClick={() => void act.run(() => call(resumeContract.activate, { params }))}
            >
              Make active
            </Button>
          )}
          {resume.status === 'failed' && resume.error?.code !== 'resume.encrypted' && (
            <Button
              size="sm"
              look="quiet"
              busy={act.busy}
              onClick={() => void act.run(() => call(resumeContract.retry, { params }))}
            >
              Read again
            </Button>
          )}
          {resume.status !== 'awaiting_upload' && (
            <Button
              size="sm"
              look="quiet"
              aria-label={`Download ${resume.fileName}`}
              onClick={() =>
                void act.run(async () => download(await call(resumeContract.download, { params }), resume.fileName))
              }
            >
              <Icon name="download" />
            </Button>
          )}
          <Button size="sm" look="quiet" aria-label={`Delete ${resume.fileName}`} onClick={() => setAsking(true)}>
            <Icon name="trash" />
          </Button>
        </span>
      </div>
      {resume.status === 'failed' && resume.error && (
        <div class="mt-2">
          <Notice tone="danger">
            {resume.error.message} <span class="font-mono text-xs text-muted">{resume.error.code}</span>
            {resume.error.code === 'resume.encrypted' && <Unlock id={resume.id} onChanged={onChanged} />}
          </Notice>
        </div>
      )}
      {act.error !== undefined && (
        <div class="mt-2">
          <ErrorNotice error={act.error} />
        </div>
      )}
      {asking && (
        <Confirm
          title={`Delete ${resume.fileName}?`}
          action="Delete file"
          busy={act.busy}
          onClose={() => setAsking(false)}
          onConfirm={() => void act.run(() => call(resumeContract.remove, { params })).then(() => setAsking(false))}
        >
          The file and what was read from it are erased. Your saved profile stays as it is.
        </Confirm>
      )}
    </>
  );
}

function Unlock({ id, onChanged }: { id: string; onChanged: () => void }): JSX.Element {
  const { call } = useHost();
  const [password, setPassword] = useState('');
  const open = useAction(async () => {
    await call(resumeContract.unlock, { params: { id }, body: { password } });
    onChanged();
  });
  return (
    <form
      class="mt-2 flex max-w-sm flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void open.run();
      }}
    >
      <TextField
        class="flex-1"
        label="File password"
        type="password"
        value={password}
        onValue={setPassword}
        autocomplete="off"
        required
      />
      <Button type="submit" busy={open.busy}>
        Unlock
      </Button>
      {open.error !== undefined && <ErrorNotice error={open.error} />}
    </form>
  );
}
