/** Where the person stands with a posting, changed on the spot. */
import type { JSX } from 'preact';
import { JobStatus } from '#shared/job/job.schema.ts';
import { STATUS_OPTIONS } from '#shared/job/job.view.tsx';
import { SelectField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { staleQueries, useAction } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { applicationContract } from './application.contract.ts';

const OPTIONS = [{ value: '', label: 'No status' }, ...STATUS_OPTIONS];

/** A list of statuses for posting `jobId`; says when it is kept, and offers to undo. */
export function StatusField(props: {
  jobId: string;
  title: string;
  status: JobStatus | null;
  hideLabel?: boolean;
  onChanged: () => void;
}): JSX.Element {
  const { call } = useHost();
  const set = useAction(async (status: JobStatus | null) => {
    await call(applicationContract.setStatus, { params: { id: props.jobId }, body: { status } });
    staleQueries('applications');
    staleQueries('jobs');
    staleQueries('matches');
    props.onChanged();
  });
  const change = async (value: string): Promise<void> => {
    const before = props.status;
    const next = JobStatus.safeParse(value);
    if (await set.run(next.success ? next.data : null))
      toast('Status kept', { action: { label: 'Undo', run: () => void set.run(before) } });
    else toast('The status could not be kept. Try again.', { tone: 'danger' });
  };
  return (
    <SelectField
      label={props.hideLabel ? `Status of ${props.title}` : 'Status'}
      hideLabel={props.hideLabel ?? false}
      value={props.status ?? ''}
      options={OPTIONS}
      disabled={set.busy}
      onValue={(value) => void change(value)}
    />
  );
}
