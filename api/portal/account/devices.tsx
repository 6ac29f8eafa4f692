/** Where the account is signed in, and recent sign-ins. */
import type { JSX } from 'preact';
import { authContract } from '#shared/auth/auth.contract.ts';
import { Button } from '#shared/ui/button.tsx';
import { Badge, ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { formatAgo, formatTime } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Section } from '#shared/ui/layout.tsx';
import { useAction, useQuery } from '#shared/ui/query.ts';
import { Table } from '#shared/ui/table.tsx';
import { toast } from '#shared/ui/toast.tsx';

/** "Chrome on Linux" from a browser's long name of itself. */
function browserOf(agent: string): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : undefined;
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(agent)?.[0]?.replace('Mac OS X', 'macOS');
  return browser ? `${browser}${system ? ` on ${system}` : ''}` : agent.slice(0, 60);
}

export function Devices(): JSX.Element {
  const { call } = useHost();
  const sessions = useQuery('sessions', (signal) => call(authContract.sessions, { signal }));
  const end = useAction(async (id: string) => {
    await call(authContract.endSession, { params: { id } });
    toast('Signed out there');
    await sessions.reload();
  });
  if (!sessions.data)
    return (
      <Section title="Signed in on">
        {sessions.error === undefined ? (
          <Skeleton rows={3} />
        ) : (
          <ErrorNotice error={sessions.error} onRetry={() => void sessions.reload()} />
        )}
      </Section>
    );
  return (
    <>
      <Section title="Signed in on">
        {end.error !== undefined && <ErrorNotice error={end.error} />}
        <Table
          caption="Devices that are signed in"
          rows={sessions.data.items}
          keyOf={({ id }) => id}
          columns={[
            { key: 'name', head: 'Device', cell: (row) => browserOf(row.name) },
            { key: 'used', head: 'Last used', cell: (row) => formatAgo(row.lastUsedAt) },
            {
              key: 'end',
              head: 'End',
              class: 'text-right',
              cell: (row) =>
                row.current ? (
                  <Badge tone="accent">This one</Badge>
                ) : (
                  <Button size="sm" look="quiet" onClick={() => void end.run(row.id)}>
                    Sign out
                  </Button>
                ),
            },
          ]}
        />
      </Section>
      <Section title="Recent sign-ins">
        {sessions.data.audit.length === 0 ? (
          <p class="text-muted">None recorded yet.</p>
        ) : (
          <Table
            caption="Recent sign-ins"
            rows={sessions.data.audit.slice(0, 20)}
            keyOf={(row) => `${row.at}${row.event}${row.address}`}
            columns={[
              { key: 'at', head: 'When', class: 'whitespace-nowrap tabular-nums', cell: (row) => formatTime(row.at) },
              { key: 'event', head: 'What', cell: (row) => row.event.replaceAll(/[._]/g, ' ') },
              {
                key: 'outcome',
                head: 'Outcome',
                cell: (row) => (
                  <Badge tone={row.outcome === 'ok' ? 'ok' : 'danger'}>
                    {row.outcome === 'ok' ? 'Allowed' : 'Refused'}
                  </Badge>
                ),
              },
              {
                key: 'address',
                head: 'Address',
                wideOnly: true,
                class: 'font-mono text-sm',
                cell: (row) => row.address,
              },
              { key: 'agent', head: 'Browser', wideOnly: true, cell: (row) => browserOf(row.agent) },
            ]}
          />
        )}
      </Section>
    </>
  );
}
