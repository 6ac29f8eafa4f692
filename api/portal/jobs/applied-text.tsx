/** What the employer changed after the person applied: the text they applied to, to be read beside today's. */
import type { JSX } from 'preact';
import { applicationContract } from '#shared/application/application.contract.ts';
import type { Job } from '#shared/job/job.schema.ts';
import { JobText } from '#shared/job/text.view.tsx';
import { AppError } from '#shared/kernel/errors.ts';
import { Notice } from '#shared/ui/feedback.tsx';
import { formatDate } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { useQuery } from '#shared/ui/query.ts';

/** Nothing where the text stands as it was, or nobody applied. */
export function AppliedText({ job }: { job: Job }): JSX.Element | null {
  const { call } = useHost();
  const { status } = job.personal ?? {};
  const asked = job.changedAt !== undefined && status != null && status !== 'bookmarked' && status !== 'started';
  const before = useQuery(`jobs:applied:${job.id}:${asked ? job.changedAt : ''}`, async (signal) => {
    if (!asked) return undefined;
    try {
      return await call(applicationContract.appliedText, { params: { id: job.id }, signal });
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return undefined;
      throw error;
    }
  });
  if (!before.data) return null;
  const { appliedAt, changedAt, title, description } = before.data;
  return (
    <div class="mb-4">
      <Notice tone="warn">
        <p class="font-medium">
          The employer changed this posting on {formatDate(changedAt)}, after you applied on {formatDate(appliedAt)}.
        </p>
        <details class="mt-1">
          <summary>Read what you applied to</summary>
          <div class="mt-2 space-y-2 rounded-md bg-surface p-3">
            <p class="font-semibold wrap-anywhere">{title}</p>
            <JobText text={description} />
          </div>
        </details>
      </Notice>
    </div>
  );
}
