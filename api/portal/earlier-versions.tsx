/** Earlier saves of the profile. Restoring only fills the editor; saving is a step of its own. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft } from '#shared/profile/draft.rules.ts';
import { profileContract } from '#shared/profile/profile.contract.ts';
import type { Profile } from '#shared/profile/profile.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { formatTime } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { useAction, useQuery } from '#shared/ui/query.ts';
import { Table } from '#shared/ui/table.tsx';
import { toast } from '#shared/ui/toast.tsx';

export function EarlierVersions(props: { current: Draft; onRestore: (profile: Profile) => void }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details class="mb-8" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="text-lg font-semibold">Earlier versions</summary>
      <div class="mt-3">{open && <List {...props} />}</div>
    </details>
  );
}

function List({ current, onRestore }: { current: Draft; onRestore: (profile: Profile) => void }): JSX.Element {
  const { call } = useHost();
  const versions = useQuery('versions', (signal) => call(profileContract.versions, { signal }));
  const restore = useAction(async (version: number) => {
    onRestore(await call(profileContract.version, { params: { version } }));
    toast(`Version ${version} is in the editor. Save it to keep it.`);
  });
  if (versions.error !== undefined)
    return <ErrorNotice error={versions.error} onRetry={() => void versions.reload()} />;
  if (!versions.data) return <Skeleton rows={2} />;
  const earlier = versions.data.items.filter(({ version }) => version !== current.version);
  if (earlier.length === 0) return <p class="text-muted">None yet. Every save keeps the one before.</p>;
  return (
    <>
      {restore.error !== undefined && <ErrorNotice error={restore.error} />}
      <Table
        caption="Earlier versions of the profile"
        rows={earlier}
        keyOf={({ version }) => String(version)}
        columns={[
          { key: 'version', head: 'Version', numeric: true, class: 'w-20', cell: (row) => row.version },
          { key: 'at', head: 'Saved', cell: (row) => formatTime(row.savedAt) },
          { key: 'by', head: 'By', cell: (row) => (row.by === 'person' ? 'You' : 'A resume that was read') },
          {
            key: 'restore',
            head: 'Restore',
            class: 'text-right',
            cell: (row) => (
              <Button size="sm" look="quiet" onClick={() => void restore.run(row.version)}>
                Restore
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
