/** The next postings to apply to, best fit first. Each is opened and prepared; the person looks at it and sends it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openingsLeft } from '#shared/application/cap.rules.ts';
import { SourceCredit } from '#shared/feed/credit.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Badge, Notice } from '#shared/ui/feedback.tsx';
import type { QueuedJob } from '../job-items.ts';
import { send } from '../messages.ts';
import { dayOf } from '../parts/day-of.ts';
import { messageOf } from '../parts/message-of.ts';
import { useStored } from '../parts/use-stored.ts';
import { defaultSettings, stored } from '../storage.ts';

export function NextJobs(): JSX.Element {
  const queue = useStored(stored.queue, undefined);
  const opened = useStored(stored.openings, undefined);
  const { dailyCap: cap } = useStored(stored.settings, undefined) ?? defaultSettings();
  const [error, setError] = useState<string>();
  const [loading, setLoading] = useState(true);
  useEffect(() => {
    send('queue.load', {})
      .catch((cause: unknown) => setError(messageOf(cause)))
      .finally(() => setLoading(false));
  }, []);
  const open = (jobId: string): void => {
    setError(undefined);
    send('queue.open', { jobId }).catch((cause: unknown) => setError(messageOf(cause)));
  };
  const jobs = queue?.jobs ?? [];
  const next = jobs.find(({ byHand }) => !byHand);
  const left = openingsLeft(opened, { day: dayOf(new Date()), cap });
  return (
    <main class="flex flex-1 flex-col gap-3 p-4" aria-busy={loading}>
      <h1 class="text-base font-semibold">Next jobs</h1>
      <Button look="primary" disabled={next === undefined || left === 0} onClick={() => next && open(next.jobId)}>
        Open next form
      </Button>
      <p role="status" class="text-sm text-muted">
        {left === 0
          ? `You have opened ${cap} today, your limit. Go on tomorrow.`
          : `${left} of ${cap} openings left today`}
      </p>
      <details class="text-xs text-muted">
        <summary class="cursor-pointer">Why is there a limit?</summary>
        <p class="mt-1">
          Quality over quantity: a few applications that fit get further than many that do not, and sites limit accounts
          that apply 60 to 100 times a day. Forms you open yourself are never counted. You can change the limit in the
          options.
        </p>
      </details>
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {error}
        </Notice>
      )}
      {jobs.length === 0 ? (
        <p class="text-muted">
          {loading
            ? 'Looking for what comes next…'
            : 'Nothing here yet. Save jobs with Save job, or say in the portal what you look for.'}
        </p>
      ) : (
        <ol class="divide-y divide-line rounded-md border border-line bg-surface">
          {jobs.map((job) => (
            <Row key={job.jobId} job={job} canOpen={left > 0} onOpen={() => open(job.jobId)} />
          ))}
        </ol>
      )}
    </main>
  );
}

function Row({ job, canOpen, onOpen }: { job: QueuedJob; canOpen: boolean; onOpen: () => void }): JSX.Element {
  const { title, company, location, score, from, url, byHand, sources } = job;
  return (
    <li class="flex items-center gap-3 px-3 py-2">
      <span class="w-7 shrink-0 text-right font-semibold tabular-nums">
        {score === undefined ? '–' : Math.round(score)}
        <span class="sr-only">{score === undefined ? 'not scored yet' : ' of 100'}</span>
      </span>
      <span class="min-w-0 flex-1">
        <span class="line-clamp-2 text-sm font-medium">{title}</span>
        <span class="flex items-center gap-2 text-xs text-muted">
          <span class="min-w-0 truncate">{[company, location].filter(Boolean).join(' · ')}</span>
          {from === 'saved' && <Badge>Saved</Badge>}
        </span>
        <SourceCredit sources={sources} />
      </span>
      {byHand ? (
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`Open yourself: ${title} at ${company}`}
          title="The terms of this site forbid tools on its pages"
          class="text-sm font-medium text-accent hover:underline"
        >
          Open yourself
        </a>
      ) : (
        <Button size="sm" disabled={!canOpen} aria-label={`Open ${title} at ${company}`} onClick={onOpen}>
          Open
        </Button>
      )}
    </li>
  );
}
