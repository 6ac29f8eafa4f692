/** Everything written for the person so far. */
import { useLocation, useRoute } from 'preact-iso';
import { documentContract } from '#shared/document/document.contract.ts';
import { Downloads, KIND_NAME } from '#shared/document/document.view.tsx';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { Empty, ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { count, formatAgo } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { staleQueries, useAction, useQuery } from '#shared/ui/query.ts';
import { Pager, Table } from '#shared/ui/table.tsx';
import { addressWith } from '../address.ts';

const LIMIT = 25;

export default function DocumentsPage() {
  const { call, navigate } = useHost();
  const { route } = useLocation();
  const { query } = useRoute();
  const offset = Math.max(0, Number(query.offset) || 0);
  const list = useQuery(`documents:${offset}`, (signal) =>
    call(documentContract.list, { query: { limit: LIMIT, offset }, signal }),
  );
  const general = useAction(async () => {
    const answer = await call(documentContract.generate, {
      params: { jobId: 'external' },
      body: { kinds: ['resume'] },
    });
    staleQueries('documents');
    navigate(
      `/documents/generations/${encodeURIComponent('generationId' in answer ? answer.generationId : answer.id)}`,
    );
  });
  const rows = list.data?.items ?? [];
  return (
    <Page
      title="Documents"
      lead={
        list.data && list.data.page.total > 0
          ? `${count(list.data.page.total, 'file')} written from your profile`
          : 'Resumes and letters written from your profile, sentence by sentence.'
      }
      actions={
        <Button busy={general.busy} onClick={() => void general.run()}>
          Make a general resume
        </Button>
      }
    >
      {general.error !== undefined && <ErrorNotice error={general.error} />}
      {list.error !== undefined && <ErrorNotice error={list.error} onRetry={() => void list.reload()} />}
      {!list.data && list.loading && <Skeleton rows={6} />}
      {list.data && rows.length === 0 && (
        <Empty
          icon="documents"
          title="Nothing written yet"
          action={
            <LinkButton href="/jobs" look="primary">
              Choose a posting
            </LinkButton>
          }
        >
          Open a posting and press Generate documents. Every sentence will name the fact it rests on.
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          caption="Files written so far"
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'for',
              head: 'For',
              cell: (row) => (
                <span class="block min-w-0">
                  <a
                    href={`/documents/generations/${encodeURIComponent(row.generationId)}`}
                    class="font-medium hover:text-accent hover:underline"
                  >
                    {row.title || 'General resume'}
                  </a>
                  <span class="block text-sm text-muted">{row.company}</span>
                </span>
              ),
            },
            { key: 'kind', head: 'Kind', class: 'whitespace-nowrap', cell: (row) => KIND_NAME[row.kind] },
            {
              key: 'age',
              head: 'Written',
              numeric: true,
              wideOnly: true,
              class: 'whitespace-nowrap',
              cell: (row) => formatAgo(row.createdAt),
            },
            {
              key: 'get',
              head: 'Download',
              class: 'text-right',
              cell: (row) => <Downloads id={row.id} fileName={row.fileName} formats={row.formats} />,
            },
          ]}
        />
      )}
      {list.data && (
        <Pager
          offset={offset}
          limit={LIMIT}
          total={list.data.page.total}
          onOffset={(next) => route(addressWith('/documents', query, { offset: String(next) }))}
        />
      )}
    </Page>
  );
}
