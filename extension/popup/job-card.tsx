/** What job this is, how it fits and what its form will cost, as far as it is known. */
import type { JSX } from 'preact';
import { SourceCredit } from '#shared/feed/credit.view.tsx';
import { StatusBadge } from '#shared/job/job.view.tsx';
import { MatchBrief } from '#shared/match/match.view.tsx';
import { type Rate, Thumbs } from '#shared/match/thumbs.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Badge, Notice } from '#shared/ui/feedback.tsx';
import { formatAgo, formatDate } from '#shared/ui/format.ts';
import type { About, ChosenJob } from '../job-items.ts';
import type { TabPage } from '../storage.ts';
import { FormPreview } from './form-preview.tsx';

type Props = {
  page: TabPage | undefined;
  chosen: ChosenJob | undefined;
  /** Something was done here already: reasons step back behind the result. */
  brief: boolean;
  onSave: () => void;
};

export function JobCard({ page, chosen, brief, onSave }: Props): JSX.Element | null {
  if (page === undefined)
    return (
      <div aria-hidden="true" class="space-y-2 py-0.5">
        <div class="h-5 w-3/4 rounded-sm bg-sunken" />
        <div class="h-4 w-1/2 rounded-sm bg-sunken" />
      </div>
    );
  const job = page.posting ?? (chosen && { title: chosen.title, company: chosen.company, location: '' });
  const { status, score, fit, sentBefore } = page;
  return (
    <>
      {job === undefined ? (
        <p class="text-muted">
          {page.reachable
            ? 'No posting could be read here. Your resume is attached as it is.'
            : (page.reason ?? 'Foothold may not look at this page.')}
        </p>
      ) : (
        <section aria-label="Job" class="flex flex-col gap-2">
          <div class="flex items-start gap-3">
            <div class="min-w-0 flex-1">
              <h1 class="line-clamp-2 text-base font-semibold">{job.title}</h1>
              <p class="truncate text-muted">{[job.company, job.location].filter(Boolean).join(' · ')}</p>
            </div>
            {score !== undefined && (
              <div class="flex flex-col items-end" title="How well this job fits your profile, 0 to 100">
                <span class="text-xl font-semibold tabular-nums">{Math.round(score)}</span>
                <span class="text-xs text-muted">{fit?.provisional ? 'match, approx.' : 'match'}</span>
              </div>
            )}
          </div>
          {page.about && <AboutJob about={page.about} />}
          <div class="flex flex-wrap items-center gap-2">
            {status ? (
              <StatusBadge status={status} />
            ) : (
              page.posting !== undefined && (
                <Button size="sm" onClick={onSave}>
                  Save job
                </Button>
              )
            )}
            {page.posting === undefined && (
              <span class="text-xs text-muted">
                {chosen?.fromQueue ? 'From your queue' : 'Named by you for this page'}
              </span>
            )}
          </div>
          {!page.reachable && <p class="text-sm text-muted">{page.reason}</p>}
        </section>
      )}
      {sentBefore !== undefined && status !== 'applied' && (
        <Notice tone="warn">
          You applied for {sentBefore.title} at {sentBefore.company} on {formatDate(sentBefore.at)}. A second
          application is rarely welcome.
        </Notice>
      )}
      {!brief && page.preview !== undefined && <FormPreview preview={page.preview} />}
    </>
  );
}

/** How fresh the posting is and where else it was seen, with the credit its sources ask for. */
function AboutJob({ about }: { about: About }): JSX.Element {
  const words = [
    about.postedAt === undefined ? '' : `Posted ${formatAgo(about.postedAt)}`,
    about.variants === 0 ? '' : `also in ${about.variants} other ${about.variants === 1 ? 'place' : 'places'}`,
  ].filter(Boolean);
  return (
    <p class="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted empty:hidden">
      {about.liveness !== 'live' && (
        <Badge tone={about.liveness === 'closed' ? 'danger' : 'warn'}>
          {about.liveness === 'closed' ? 'Closed' : 'May be closed'}
        </Badge>
      )}
      {words.length > 0 && <span>{words.join(' · ')}</span>}
      <SourceCredit sources={about.sources} />
    </p>
  );
}

/** What decides the fit, below the buttons: a reason is read at leisure, the form is filled at once. */
export function WhyFit(props: { page: TabPage | undefined; brief: boolean; rate: Rate }): JSX.Element | null {
  const { page, brief, rate } = props;
  const fit = page?.fit;
  if (fit === undefined || (fit.reasons.length === 0 && fit.missingSkills.length === 0 && fit.gate === undefined))
    return null;
  return (
    <details open={!brief} class="rounded-md border border-line bg-surface px-3 py-2">
      <summary class="cursor-pointer text-sm font-medium">Why {Math.round(fit.score)}</summary>
      <div class="mt-2">
        <MatchBrief fit={fit} />
        <div class="mt-2 -ml-2 flex flex-wrap items-center gap-x-1">
          <Thumbs title={page?.posting?.title ?? 'this job'} rating={fit.rating} rate={rate} />
        </div>
      </div>
    </details>
  );
}
