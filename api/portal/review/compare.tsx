/** Two versions of a resume, read and compared; nothing is changed from here. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { diffResumes } from '#shared/profile/diff.rules.ts';
import { DiffView } from '#shared/profile/diff.view.tsx';
import { type ResumeSummary, resumeContract } from '#shared/resume/resume.contract.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Section } from '#shared/ui/layout.tsx';
import { useQuery } from '#shared/ui/query.ts';

type Props = { older: ResumeSummary; newer: ResumeSummary; onClose: () => void };

/** Both readings side by side, the newer one's news first to last as in the profile. */
export function CompareVersions({ older, newer, onClose }: Props): JSX.Element {
  const { call } = useHost();
  const load = (id: string) => (signal: AbortSignal) => call(resumeContract.data, { params: { id }, signal });
  const before = useQuery(`reading:${older.id}`, load(older.id));
  const after = useQuery(`reading:${newer.id}`, load(newer.id));
  const diff = useMemo(
    () => before.data && after.data && diffResumes({ mine: before.data.resume, theirs: after.data.resume }),
    [before.data, after.data],
  );
  const error = before.error ?? after.error;
  return (
    <Section
      title="What the newer version says"
      lead={`${newer.fileName} beside ${older.fileName}. Read by a machine, as a system would.`}
      actions={
        <Button size="sm" onClick={onClose}>
          Close
        </Button>
      }
    >
      {error !== undefined ? (
        <ErrorNotice error={error} />
      ) : diff ? (
        <DiffView diff={diff} names={{ mine: older.fileName, theirs: newer.fileName }} />
      ) : (
        <Skeleton rows={4} />
      )}
    </Section>
  );
}
