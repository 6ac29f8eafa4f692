/** What is worth a look today, at most ten; below it the whole ranking. */
import { useLocation, useRoute } from 'preact-iso';
import { RemoteKind } from '#shared/job/job.schema.ts';
import { REMOTE_OPTIONS } from '#shared/job/job.view.tsx';
import { type MatchView, matchContract } from '#shared/match/match.contract.ts';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { Empty, ErrorNotice, Progress, Skeleton } from '#shared/ui/feedback.tsx';
import { SelectField, TextField } from '#shared/ui/field.tsx';
import { count } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Page, Section } from '#shared/ui/layout.tsx';
import { type Query, useQuery } from '#shared/ui/query.ts';
import { Pager } from '#shared/ui/table.tsx';
import { toast } from '#shared/ui/toast.tsx';
import { addressWith } from '../address.ts';
import { KeysHint } from '../keys-hint.tsx';
import { MatchList } from '../match-list.tsx';
import { Taste } from '../taste.tsx';
import { useTask } from '../use-task.ts';

const LIMIT = 25;
const SORTS = [
  { value: 'score', label: 'Best fit' },
  { value: 'date', label: 'Newest' },
  { value: 'salary', label: 'Pay' },
] as const;

type Matches = { items: MatchView[]; page: { total: number } };

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

  const today = useQuery<Matches>('matches:today', (signal) =>
    call(matchContract.recommended, { query: { limit: 10 }, signal }),
  );
  const all = useQuery<Matches>(`matches:${JSON.stringify({ offset, sort, remote, location, minScore })}`, (signal) =>
    call(matchContract.list, { query: { limit: LIMIT, offset, sort, remote, location, minScore }, signal }),
  );
  const reload = (): void => {
    void today.reload();
    void all.reload();
  };
  const rank = useTask(
    async () => (await call(matchContract.refresh)).taskId,
    () => {
      toast('All postings are ranked');
      reload();
    },
  );
  /** What is done in one list shows in the other. */
  const changed = (mine: Query<Matches>, other: Query<Matches>) => (rows: MatchView[]) => {
    if (mine.data) mine.set({ ...mine.data, items: rows });
    const now = new Map(rows.map((row) => [row.job.id, row]));
    const gone = new Set(mine.data?.items.map(({ job }) => job.id).filter((id) => !now.has(id)));
    if (other.data)
      other.set({
        ...other.data,
        items: other.data.items.flatMap((row) => (gone.has(row.job.id) ? [] : [now.get(row.job.id) ?? row])),
      });
  };
  const best = today.data?.items ?? [];
  const rows = all.data?.items ?? [];
  const nothing = all.data !== undefined && rows.length === 0;

  return (
    <Page
      title="Matches"
      lead={
        all.data && all.data.page.total > 0
          ? `${count(all.data.page.total, 'posting')} scored against your profile`
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
      <Taste onForgotten={reload} />
      {nothing && !filtered ? (
        <Empty
          icon="matches"
          title="No matches yet"
          action={
            <>
              <LinkButton href="/profile" look="primary">
                Complete your profile
              </LinkButton>
              <LinkButton href="/jobs">Look at jobs</LinkButton>
            </>
          }
        >
          Scores appear once your profile is read and there are postings. Watch companies, capture a posting from any
          page with the extension, or paste it under Jobs.
        </Empty>
      ) : (
        <>
          <Section
            title="Today"
            lead="At most ten, open, two of one company at most, above the score you set under Account."
          >
            {today.error !== undefined && <ErrorNotice error={today.error} onRetry={() => void today.reload()} />}
            {!today.data && today.loading && <Skeleton rows={6} label="Loading today’s matches" />}
            {today.data && best.length === 0 && (
              <p class="rounded-lg border border-dashed border-line px-4 py-6 text-center text-muted">
                Nothing new reaches your score today.{' '}
                <a href="/account#looking-for" class="underline">
                  Lower it or widen what you look for
                </a>
                , or look through all matches below.
              </p>
            )}
            {best.length > 0 && (
              <>
                <MatchList label="Today" rows={best} onChange={changed(today, all)} onStale={reload} />
                <KeysHint
                  keys={[
                    ['j', 'next'],
                    ['k', 'previous'],
                    ['Enter', 'open'],
                    ['s', 'save'],
                    ['x', 'hide'],
                  ]}
                />
              </>
            )}
          </Section>
          <Section title="All matches">
            <div class="mb-3 grid grid-cols-2 gap-2 md:grid-cols-4">
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
            {all.error !== undefined && <ErrorNotice error={all.error} onRetry={() => void all.reload()} />}
            {!all.data && all.loading && <Skeleton rows={8} label="Loading matches" />}
            {nothing && (
              <Empty
                icon="matches"
                title="Nothing fits these filters"
                action={<LinkButton href="/matches">Clear filters</LinkButton>}
              >
                Widen them, or rank again if postings are new.
              </Empty>
            )}
            {rows.length > 0 && (
              <MatchList label="All matches" brief rows={rows} onChange={changed(all, today)} onStale={reload} />
            )}
            {all.data && (
              <Pager
                offset={offset}
                limit={LIMIT}
                total={all.data.page.total}
                onOffset={(next) => set({ offset: String(next) })}
              />
            )}
          </Section>
        </>
      )}
    </Page>
  );
}
