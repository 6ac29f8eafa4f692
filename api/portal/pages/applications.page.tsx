/** What the person did about postings, last changed first. */
import { useLocation, useRoute } from 'preact-iso';
import { type Application, applicationContract } from '#shared/application/application.contract.ts';
import { StatusField } from '#shared/application/status.view.tsx';
import { SourceCredit } from '#shared/feed/credit.view.tsx';
import { JobStatus } from '#shared/job/job.schema.ts';
import { STATUS_OPTIONS, statusLabel } from '#shared/job/job.view.tsx';
import { LinkButton } from '#shared/ui/button.tsx';
import { Empty, ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { SelectField } from '#shared/ui/field.tsx';
import { count, formatAgo, formatDate } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { useQuery } from '#shared/ui/query.ts';
import { Pager, Table } from '#shared/ui/table.tsx';
import { addressWith } from '../address.ts';

const LIMIT = 25;

const History = ({ row }: { row: Application }) => (
  <ol class="text-sm text-muted">
    {row.history.slice(-3).map(({ status, at }) => (
      <li key={`${at}${status}`} class="whitespace-nowrap">
        {status ? statusLabel(status) : 'Cleared'} <span class="tabular-nums">{formatDate(at)}</span>
      </li>
    ))}
  </ol>
);

export default function ApplicationsPage() {
  const { call } = useHost();
  const { route } = useLocation();
  const { query } = useRoute();
  const offset = Math.max(0, Number(query.offset) || 0);
  const status = JobStatus.safeParse(query.status).data;
  const set = (change: Record<string, string>): void => route(addressWith('/applications', query, change));
  const list = useQuery(`applications:${JSON.stringify({ offset, status })}`, (signal) =>
    call(applicationContract.list, { query: { limit: LIMIT, offset, status }, signal }),
  );
  const rows = list.data?.items ?? [];
  return (
    <Page
      title="Applications"
      lead={list.data ? count(list.data.page.total, 'posting') : 'Where you stand'}
      actions={
        <SelectField
          class="w-44"
          label="Show"
          value={status ?? ''}
          options={[{ value: '', label: 'Everything' }, ...STATUS_OPTIONS]}
          onValue={(value) => set({ status: value })}
        />
      }
    >
      {list.error !== undefined && <ErrorNotice error={list.error} onRetry={() => void list.reload()} />}
      {!list.data && list.loading && <Skeleton rows={6} />}
      {list.data && rows.length === 0 && (
        <Empty
          icon="applications"
          title={status ? `Nothing is ${statusLabel(status).toLowerCase()}` : 'Nothing here yet'}
          action={
            <>
              <LinkButton href="/matches" look="primary">
                See matches
              </LinkButton>
              <LinkButton href="/link">Link the extension</LinkButton>
            </>
          }
        >
          Save a posting, or fill its form with the extension: both are kept here with date and documents.
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          caption="Postings you did something about"
          rows={rows}
          keyOf={({ jobId }) => jobId}
          columns={[
            {
              key: 'job',
              head: 'Posting',
              cell: (row) => (
                <span class="block min-w-0">
                  <a
                    href={`/jobs/${encodeURIComponent(row.jobId)}`}
                    class="font-medium hover:text-accent hover:underline"
                  >
                    {row.job?.title ?? row.title}
                  </a>
                  <span class="block text-sm text-muted">{row.job?.company ?? row.company}</span>
                  {row.job && <SourceCredit sources={row.job.sources} />}
                </span>
              ),
            },
            {
              key: 'status',
              head: 'Status',
              class: 'w-36',
              cell: (row) => (
                <StatusField
                  jobId={row.jobId}
                  title={row.title}
                  status={row.status}
                  hideLabel
                  onChanged={() => void list.reload()}
                />
              ),
            },
            { key: 'history', head: 'History', wideOnly: true, cell: (row) => <History row={row} /> },
            {
              key: 'documents',
              head: 'Files',
              numeric: true,
              wideOnly: true,
              cell: (row) => row.documents.length || '',
            },
            {
              key: 'changed',
              head: 'Changed',
              numeric: true,
              wideOnly: true,
              class: 'whitespace-nowrap',
              cell: (row) => formatAgo(row.updatedAt),
            },
          ]}
        />
      )}
      {list.data && (
        <Pager
          offset={offset}
          limit={LIMIT}
          total={list.data.page.total}
          onOffset={(next) => set({ offset: String(next) })}
        />
      )}
    </Page>
  );
}
