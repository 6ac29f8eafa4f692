/** The same role elsewhere: other places, languages or levels of time, each a posting of its own. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { jobContract } from '#shared/job/job.contract.ts';
import type { Job } from '#shared/job/job.schema.ts';
import { JobName, Liveness, payOf } from '#shared/job/job.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Section } from '#shared/ui/layout.tsx';
import { useQuery } from '#shared/ui/query.ts';

/** Fetched at first; the rest when asked for. */
const FIRST = 8;

export function Variants({ job }: { job: Job }): JSX.Element | null {
  const { call } = useHost();
  const [all, setAll] = useState(false);
  const ids = all ? job.variants : job.variants.slice(0, FIRST);
  const variants = useQuery(`jobs:variants:${ids.join()}`, async (signal) => {
    const found = await Promise.allSettled(ids.map((id) => call(jobContract.get, { params: { id }, signal })));
    return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  });
  if (job.variants.length === 0) return null;
  return (
    <div id="variants" class="mt-8 scroll-mt-16">
      <Section title="The same role elsewhere" lead={count(job.variants.length, 'more posting')}>
        {variants.error !== undefined && <ErrorNotice error={variants.error} onRetry={() => void variants.reload()} />}
        {variants.data ? (
          <ul class="rounded-lg border border-line bg-surface">
            {variants.data.map((variant) => (
              <li key={variant.id} class="flex items-start gap-3 border-b border-line px-3 py-2 last:border-0">
                <div class="min-w-0 flex-1">
                  <JobName job={variant} />
                  <Liveness job={variant} />
                </div>
                <span class="text-sm text-muted tabular-nums">{payOf(variant)}</span>
              </li>
            ))}
          </ul>
        ) : (
          variants.loading && <Skeleton rows={3} label="Loading the same role elsewhere" />
        )}
        {ids.length < job.variants.length && (
          <Button size="sm" class="mt-2" onClick={() => setAll(true)}>
            Show all {job.variants.length}
          </Button>
        )}
      </Section>
    </div>
  );
}
