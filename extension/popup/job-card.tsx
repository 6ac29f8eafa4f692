import type { JSX } from 'preact';
import { StatusBadge } from '#shared/job/job.view.tsx';
import type { TabPage } from '../storage.ts';

/** What job this is, as far as it is known. */
export function JobCard({ page, onSave }: { page: TabPage | undefined; onSave: () => void }): JSX.Element {
  if (page === undefined)
    return (
      <div aria-hidden="true" class="space-y-2 py-0.5">
        <div class="h-5 w-3/4 rounded-sm bg-sunken" />
        <div class="h-4 w-1/2 rounded-sm bg-sunken" />
      </div>
    );
  const { posting, status, score } = page;
  if (posting === undefined)
    return (
      <p class="text-muted">
        {page.reachable
          ? 'No posting could be read here. Your resume is attached as it is.'
          : (page.reason ?? 'Foothold may not look at this page.')}
      </p>
    );
  return (
    <section aria-label="Job" class="flex items-start gap-3">
      <div class="min-w-0 flex-1">
        <h1 class="line-clamp-2 text-base font-semibold">{posting.title}</h1>
        <p class="truncate text-muted">{[posting.company, posting.location].filter(Boolean).join(' · ')}</p>
        <p class="mt-1 flex items-center gap-2 text-sm text-muted">
          {status ? (
            <StatusBadge status={status} />
          ) : (
            <button type="button" onClick={onSave} class="rounded-sm font-medium text-accent hover:underline">
              Save job
            </button>
          )}
        </p>
      </div>
      {score !== undefined && (
        <div class="flex flex-col items-end" title="How well this job fits your profile, 0 to 100">
          <span class="text-xl font-semibold tabular-nums">{Math.round(score)}</span>
          <span class="text-xs text-muted">match</span>
        </div>
      )}
    </section>
  );
}
