/** One sentence on where things stand, read out as it changes, and what else the person should know. */
import type { JSX } from 'preact';
import { Notice } from '#shared/ui/feedback.tsx';
import { AllowSite } from '../parts/allow-site.tsx';
import { FINISHED, type Run, type TabPage } from '../storage.ts';

const PHASE: Readonly<Record<Run['phase'], string>> = {
  reading: 'Reading the page',
  documents: 'Making your documents',
  planning: 'Matching questions to your profile',
  filling: 'Filling',
  // Filling and reading back take turns; a person who listens hears of it once.
  checking: 'Filling',
  done: '',
  failed: '',
  cancelled: '',
};

type Props = {
  page: TabPage | undefined;
  run: Run | undefined;
  /** The person allowed the site a form stands in. */
  onAllowed: () => void;
};

export function RunStatus({ page, run, onAllowed }: Props): JSX.Element {
  const running = run !== undefined && !FINISHED.includes(run.phase);
  const failed = run?.phase === 'failed' && run.error !== undefined && run.error !== NO_FORM;
  return (
    <section aria-label="Status" class="flex flex-col gap-2">
      {running && <Bar run={run} />}
      <p role="status" aria-live="polite" class={run?.phase === 'done' ? 'font-medium' : 'text-muted'}>
        {sentence(page, run)}
        {running && run.pass > 0 && run.total > 0 && (
          <span aria-hidden="true" class="tabular-nums">
            {` ${run.done} of ${run.total}`}
          </span>
        )}
      </p>
      {run !== undefined && run.steps.length > 1 && !running && <Steps steps={run.steps} />}
      {failed && (
        <Notice tone="danger" role="alert">
          {run.error}
        </Notice>
      )}
      {page?.elsewhere !== undefined && !running && (
        <div class="flex flex-wrap items-center gap-3">
          <a
            href={page.elsewhere}
            target="_blank"
            rel="noopener noreferrer"
            class="font-medium text-accent hover:underline"
          >
            Open the form on its own page
          </a>
          <AllowSite address={page.elsewhere} onAllowed={onAllowed} />
        </div>
      )}
      {run !== undefined && run.notes.length > 0 && (
        <Notice tone="warn">
          {run.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
    </section>
  );
}

const NO_FORM = 'No form on this page';

/** The sentence ends with `Filled X of Y fields` once something was filled. */
export function sentence(page: TabPage | undefined, run: Run | undefined): string {
  if (run !== undefined && !FINISHED.includes(run.phase)) return `${PHASE[run.phase]}…`;
  if (run !== undefined) {
    const filled = `Filled ${run.filled} of ${run.questions} fields`;
    if (run.undone) return 'Undone. The fields are as they were.';
    if (run.kind === 'documents' && run.phase === 'done') return 'Your documents are ready.';
    if (run.kind === 'fill' && run.phase === 'done') return filled;
    if (run.phase === 'cancelled') return run.questions > 0 ? `Cancelled. ${filled}` : 'Cancelled';
    if (run.error === NO_FORM) return NO_FORM;
    if (run.questions > 0) return `Stopped. ${filled}`;
    return 'Nothing was filled.';
  }
  if (page === undefined) return 'Looking at the page…';
  if (page.questions === 0) return NO_FORM;
  return page.questions === 1 ? '1 field found' : `${page.questions} fields found`;
}

/** What each step of a form came to, the one in sight last. */
const Steps = ({ steps }: { steps: Run['steps'] }): JSX.Element => (
  <ol aria-label="Steps" class="text-xs text-muted">
    {steps.map(({ name, filled, questions }, index) => (
      <li key={`${index}:${name}`} class="flex justify-between gap-3">
        <span class="truncate">{name === '' ? `Step ${index + 1}` : name}</span>
        <span class="tabular-nums">{`${filled} of ${questions}`}</span>
      </li>
    ))}
  </ol>
);

function Bar({ run }: { run: Run }): JSX.Element {
  const share = run.total > 0 && run.phase !== 'reading' ? run.done / run.total : undefined;
  return (
    <div
      role="progressbar"
      aria-label={PHASE[run.phase]}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === undefined ? {} : { 'aria-valuenow': Math.round(share * 100) })}
      class="h-1 overflow-hidden rounded-full bg-sunken"
    >
      <div
        class={`h-full rounded-full bg-accent transition-[width] duration-100 ${share === undefined ? 'w-1/3 animate-pulse motion-reduce:animate-none' : ''}`}
        style={share === undefined ? {} : { width: `${Math.round(share * 100)}%` }}
      />
    </div>
  );
}
