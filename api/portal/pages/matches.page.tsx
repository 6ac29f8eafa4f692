/** The stored ranking, best first. */
import { useLocation, useRoute } from 'preact-iso';
import { StatusField } from '#shared/application/status.view.tsx';
import { RemoteKind } from '#shared/job/job.schema.ts';
import { JobName, Liveness, REMOTE_OPTIONS } from '#shared/job/job.view.tsx';
import { matchContract } from '#shared/match/match.contract.ts';
import { Score } from '#shared/match/match.view.tsx';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { Empty, ErrorNotice, Progress, Skeleton } from '#shared/ui/feedback.tsx';
import { SelectField, TextField } from '#shared/ui/field.tsx';
import { count, formatAgo, formatPay } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { useQuery } from '#shared/ui/query.ts';
import { Pager, Table } from '#shared/ui/table.tsx';
import { toast } from '#shared/ui/toast.tsx';
import { addressWith } from '../address.ts';
import { useTask } from '../use-task.ts';

const LIMIT = 25;
const SORTS = [
  { value: 'score', label: 'Best fit' },
  { value: 'date', label: 'Newest' },
  { value: 'salary', label: 'Pay' },
] as const;

export default function MatchesPage() {
  const { call } = useHost();
  const { route } = useLocation();
  const { query } = useRoute();
  const offset = Math.max(0, Number(query.offset) || 0);
  const sort = SORTS.find(({ value }) => value === query.sort)?.value ?? 'score';
  const remote = RemoteKind.safeParse(query.remote).data;
  const location = query.location || undefined;
  const minScore = query.minScore ? Number(query.minScore) : undefined;
  const filtered = remote !== undefined || location !== undefined || minScore !== undefined;
  const set = (change: Record<string, string>): void => route(addressWith('/matches', query, change));

  const matches = useQuery(`matches:${JSON.stringify({ offset, sort, remote, location, minScore })}`, (signal) =>
    call(matchContract.list, { query: { limit: LIMIT, offset, sort, remote, location, minScore }, signal }),
  );
  const rank = useTask(
    async () => (await call(matchContract.refresh)).taskId,
    () => {
      toast('All postings are ranked');
      void matches.reload();
    },
  );
  const rows = matches.data?.items ?? [];

  return (
    <Page
      title="Matches"
      lead={
        matches.data && matches.data.page.total > 0
          ? `${count(matches.data.page.total, 'posting')} scored against your profile`
          : 'Postings scored against your profile'
      }
      actions={
        <Button busy={rank.busy} onClick={rank.start}>
          Rank now
        </Button>
      }
    >
      {rank.error !== undefined && <ErrorNotice error={rank.error} />}
      {rank.busy && (
        <div class="mb-3">
          <Progress label="Ranking" value={rank.progress} />
        </div>
      )}
      <div class="mb-3 grid grid-cols-2 gap-2 md:grid-cols-[1fr_1fr_1fr_1fr]">
        <SelectField label="Sort by" value={sort} options={SORTS} onValue={(value) => set({ sort: value })} />
        <SelectField
          label="Where you work"
          value={remote ?? ''}
          options={REMOTE_OPTIONS}
          onValue={(value) => set({ remote: value })}
        />
        <TextField
          label="Place"
          type="search"
          value={location ?? ''}
          onChange={(event) => set({ location: event.currentTarget.value })}
        />
        <TextField
          label="Least score"
          type="number"
          min={0}
          max={100}
          value={query.minScore ?? ''}
          onChange={(event) => set({ minScore: event.currentTarget.value })}
        />
      </div>
      {matches.error !== undefined && <ErrorNotice error={matches.error} onRetry={() => void matches.reload()} />}
      {!matches.data && matches.loading && <Skeleton rows={8} />}
      {matches.data && rows.length === 0 && (
        <Empty
          icon="matches"
          title={filtered ? 'Nothing fits these filters' : 'No matches yet'}
          action={
            filtered ? (
              <LinkButton href="/matches">Clear filters</LinkButton>
            ) : (
              <>
                <LinkButton href="/profile" look="primary">
                  Complete your profile
                </LinkButton>
                <LinkButton href="/jobs">Look at jobs</LinkButton>
              </>
            )
          }
        >
          {filtered
            ? 'Widen them, or rank again if postings are new.'
            : 'Scores appear once your profile is read and there are postings. Capture one from any page with the extension, or paste it under Jobs.'}
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          caption="Postings by how well they fit"
          rows={rows}
          keyOf={({ job }) => job.id}
          columns={[
            { key: 'score', head: 'Score', numeric: true, class: 'w-16', cell: (row) => <Score match={row} /> },
            {
              key: 'job',
              head: 'Posting',
              cell: (row) => (
                <>
                  <JobName job={row.job} />
                  <span class="mt-0.5 flex flex-wrap gap-1 empty:hidden">
                    <Liveness job={row.job} />
                    {row.gate && <span class="text-xs text-warn">{row.gate.text}</span>}
                  </span>
                </>
              ),
            },
            { key: 'why', head: 'Why', wideOnly: true, class: 'text-muted', cell: (row) => row.reasons[0]?.text ?? '' },
            {
              key: 'pay',
              head: 'Pay',
              numeric: true,
              wideOnly: true,
              class: 'whitespace-nowrap',
              cell: (row) => formatPay(row.job.salary),
            },
            {
              key: 'age',
              head: 'Posted',
              numeric: true,
              wideOnly: true,
              class: 'whitespace-nowrap',
              cell: (row) => (row.job.postedAt ? formatAgo(row.job.postedAt) : ''),
            },
            {
              key: 'status',
              head: 'Status',
              class: 'w-36',
              cell: (row) => (
                <StatusField
                  jobId={row.job.id}
                  title={row.job.title}
                  status={row.status}
                  hideLabel
                  onChanged={() => void matches.reload()}
                />
              ),
            },
          ]}
        />
      )}
      {matches.data && (
        <Pager
          offset={offset}
          limit={LIMIT}
          total={matches.data.page.total}
          onOffset={(next) => set({ offset: String(next) })}
        />
      )}
    </Page>
  );
}
