/** One posting in the list of postings. */
import type { ComponentChildren, JSX } from 'preact';
import { count } from '#shared/ui/format.ts';
import type { Job } from './job.schema.ts';
import { ageOf, ClosesSoon, JobName, Liveness, payOf } from './job.view.tsx';

/** `before` stands at the left (a score), `after` at the right (a save button). Moved through by {@link useListKeys}. */
export function JobRow(props: { job: Job; before?: ComponentChildren; after?: ComponentChildren }): JSX.Element {
  const { job } = props;
  const pay = payOf(job);
  return (
    <li
      data-row={job.id}
      class="flex items-start gap-3 border-b border-line px-3 py-2.5 last:border-0 focus-within:bg-sunken hover:bg-sunken"
    >
      {props.before !== undefined && <div class="w-9 shrink-0 pt-px text-right">{props.before}</div>}
      <div class="grid min-w-0 flex-1 gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto]">
        <div class="min-w-0">
          <JobName job={job} />
          <div class="mt-1 flex flex-wrap gap-1 empty:hidden">
            <Liveness job={job} />
            <ClosesSoon job={job} />
            <AlsoIn job={job} />
          </div>
        </div>
        <div class="flex flex-wrap gap-x-3 text-sm text-muted tabular-nums md:flex-col md:items-end md:text-right">
          {pay !== '' && <span class="text-text">{pay}</span>}
          <span>{ageOf(job)}</span>
        </div>
      </div>
      {props.after !== undefined && <div class="-mr-1 shrink-0">{props.after}</div>}
    </li>
  );
}

/** The same role elsewhere, with the way to it. */
export const AlsoIn = ({ job }: { job: Job }): JSX.Element | null =>
  job.variants.length === 0 ? null : (
    <a
      href={`/jobs/${encodeURIComponent(job.id)}#variants`}
      class="inline-flex h-5 items-center rounded-sm bg-sunken px-1.5 text-xs font-medium text-muted hover:text-text"
    >
      Also in {count(job.variants.length, 'other place')}
    </a>
  );
