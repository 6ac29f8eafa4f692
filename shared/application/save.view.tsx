/** Keeping a posting for later, and letting it go again. */

import type { JSX } from 'preact';
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import { StatusBadge } from '#shared/job/job.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { staleQueries } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { applicationContract } from './application.contract.ts';

/** Saves or un-saves a posting, says so, and offers to undo. What went further than saved is left alone. */
export function useSave(onChanged: (jobId: string, status: JobStatus | null) => void) {
  const { call } = useHost();
  const set = async (jobId: string, status: JobStatus | null): Promise<boolean> => {
    try {
      await call(applicationContract.setStatus, { params: { id: jobId }, body: { status } });
    } catch {
      toast('It could not be saved. Try again.', { tone: 'danger' });
      return false;
    }
    staleQueries('applications');
    onChanged(jobId, status);
    return true;
  };
  return async ({ id, personal }: Pick<Job, 'id' | 'personal'>): Promise<void> => {
    const before = personal?.status ?? null;
    if (before !== null && before !== 'bookmarked') return;
    const next = before === null ? 'bookmarked' : null;
    if (await set(id, next))
      toast(next ? 'Saved' : 'No longer saved', { action: { label: 'Undo', run: () => void set(id, before) } });
  };
}

/** The button for it; a posting that went further shows how far. */
export const SaveButton = (props: {
  title: string;
  status: JobStatus | null | undefined;
  onSave: () => void;
}): JSX.Element => {
  const { title, status } = props;
  if (status && status !== 'bookmarked') return <StatusBadge status={status} />;
  const saved = status === 'bookmarked';
  return (
    <Button
      size="sm"
      look="quiet"
      aria-pressed={saved}
      aria-label={saved ? `Saved: ${title}` : `Save ${title}`}
      title={saved ? 'Saved' : 'Save'}
      onClick={props.onSave}
    >
      <Icon name="saved" class={saved ? 'size-4 fill-accent text-accent' : 'size-4'} />
    </Button>
  );
};
