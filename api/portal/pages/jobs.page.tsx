/** All postings: search, filters, saved searches; and a way to add one by pasting it. */
import { useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { SaveButton, useSave } from '#shared/application/save.view.tsx';
import { JobSort, jobContract } from '#shared/job/job.contract.ts';
import { EmploymentType, type Job, type JobStatus, RemoteKind } from '#shared/job/job.schema.ts';
import { JobRow } from '#shared/job/row.view.tsx';
import { matchContract } from '#shared/match/match.contract.ts';
import { Score } from '#shared/match/match.view.tsx';
import { searchOf } from '#shared/search/query.rules.ts';
import { SavedSearches, SaveSearch } from '#shared/search/saved.view.tsx';
import { searchContract } from '#shared/search/search.contract.ts';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { Empty, ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { useListKeys } from '#shared/ui/list-keys.ts';
import { staleQueries, useQuery } from '#shared/ui/query.ts';
import { Pager } from '#shared/ui/table.tsx';
import { toast } from '#shared/ui/toast.tsx';
import { addressWith } from '../address.ts';
import { FILTER_KEYS, FilterChips, Filters, nameOf } from '../jobs/filters.tsx';
import { JobSections } from '../jobs/sections.tsx';
import { KeysHint } from '../keys-hint.tsx';
import { PastePosting } from '../paste-posting.tsx';
import { user } from '../session.ts';

const LIMIT = 25;

/** Midnight UTC that many days ago, so that the same filter gives the same request all day. */
const sinceDays = (days: string | undefined): string | undefined =>
  Number(days) > 0 ? new Date(Date.now() - Number(days) * 86_400_000).toISOString().slice(0, 10) : undefined;

/** The stored scores of the postings shown; a recruiter has none. */
function useScores(jobs: readonly Job[]) {
  const { call } = useHost();
  const ids = user.value?.role === 'recruiter' ? [] : jobs.map(({ id }) => id);
  const scores = useQuery(`matches:scores:${ids.join()}`, async (signal) =>
    ids.length === 0 ? undefined : call(matchContract.scores, { query: { jobIds: ids }, signal }),
  );
  return new Map(scores.data?.items.map((score) => [score.jobId, score]));
}

export default function JobsPage() {
  const { call } = useHost();
  const { route } = useLocation();
  const { query } = useRoute();
  const [pasting, setPasting] = useState(false);
  const [saving, setSaving] = useState(false);
  const offset = Math.max(0, Number(query.offset) || 0);
  const text = (key: string): string | undefined => query[key] || undefined;
  const set = (change: Record<string, string>): void => route(addressWith('/jobs', query, change));
  const filters = {
    q: text('q'),
    location: text('location'),
    company: text('company'),
    source: text('source'),
    remote: RemoteKind.safeParse(query.remote).data,
    employmentType: EmploymentType.safeParse(query.employmentType).data,
    salaryMin: Number(query.salaryMin) > 0 ? Number(query.salaryMin) : undefined,
    postedSince: sinceDays(query.days),
    sort: JobSort.safeParse(query.sort).data,
  };
  const filtered = FILTER_KEYS.some((key) => text(key) !== undefined);
  const jobs = useQuery(`jobs:${JSON.stringify({ offset, ...filters })}`, (signal) =>
    call(jobContract.list, { query: { limit: LIMIT, offset, grouped: 'true', facets: 'true', ...filters }, signal }),
  );
  const saved = useQuery('searches', async (signal) => ({
    items: (await call(searchContract.list, { signal })).items,
  }));
  const rows = jobs.data?.items ?? [];
  const scores = useScores(rows);

  const setStatus = (jobId: string, status: JobStatus | null): void => {
    const change = (job: Job): Job =>
      job.id === jobId ? { ...job, personal: { notes: job.personal?.notes ?? '', status } } : job;
    if (jobs.data) jobs.set({ ...jobs.data, items: jobs.data.items.map(change) });
    staleQueries('matches');
  };
  const save = useSave(setStatus);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, {
    s: (id) => {
      const job = rows.find((row) => row.id === id);
      if (job) void save(job);
    },
  });
  const kept = searchOf(query);

  return (
    <Page
      title="Jobs"
      lead={jobs.data ? count(jobs.data.page.total, 'open posting') : 'Open postings'}
      actions={
        <Button look="primary" onClick={() => setPasting(true)}>
          <Icon name="plus" /> Add a posting
        </Button>
      }
    >
      <JobSections here="/jobs" />
      <SavedSearches saved={saved} filters={query} hrefOf={(wanted) => addressWith('/jobs', wanted, {})} />
      <Filters query={query} facets={jobs.data?.facets} onSet={set} />
      <FilterChips query={query} onSet={set} onSave={kept && (() => setSaving(true))} />
      {jobs.error !== undefined && <ErrorNotice error={jobs.error} onRetry={() => void jobs.reload()} />}
      {!jobs.data && jobs.loading && <Skeleton rows={10} label="Loading postings" />}
      {jobs.data && rows.length === 0 && (
        <Empty
          icon="jobs"
          title={filtered ? 'Nothing fits these filters' : 'No postings yet'}
          action={
            filtered ? (
              <>
                <LinkButton href="/jobs">Clear filters</LinkButton>
                {kept && <Button onClick={() => setSaving(true)}>Tell me when there is one</Button>}
              </>
            ) : (
              <>
                <LinkButton href="/companies" look="primary">
                  Watch a company
                </LinkButton>
                <Button onClick={() => setPasting(true)}>Add a posting</Button>
                <LinkButton href="/link">Link the extension</LinkButton>
              </>
            )
          }
        >
          {filtered
            ? 'Take one off above, or save the search: you hear of the first posting that fits.'
            : 'Name companies you would like to work for and their jobs come in here, or open a posting with the extension.'}
        </Empty>
      )}
      {rows.length > 0 && (
        <>
          <ul ref={list} aria-label="Open postings" class="rounded-lg border border-line bg-surface">
            {rows.map((job) => {
              const score = scores.get(job.id);
              return (
                <JobRow
                  key={job.id}
                  job={job}
                  {...(scores.size > 0 && { before: score ? <Score match={score} /> : '' })}
                  after={<SaveButton title={job.title} status={job.personal?.status} onSave={() => void save(job)} />}
                />
              );
            })}
          </ul>
          <KeysHint
            keys={[
              ['j', 'next'],
              ['k', 'previous'],
              ['Enter', 'open'],
              ['s', 'save'],
            ]}
          />
        </>
      )}
      {jobs.data && (
        <Pager
          offset={offset}
          limit={LIMIT}
          total={jobs.data.page.total}
          onOffset={(next) => set({ offset: String(next) })}
        />
      )}
      {saving && kept && (
        <SaveSearch
          query={kept}
          suggestion={nameOf(query)}
          onClose={() => setSaving(false)}
          onSaved={({ name }) => {
            setSaving(false);
            toast(`${name} is saved`);
            void saved.reload();
          }}
        />
      )}
      {pasting && (
        <PastePosting
          onClose={() => setPasting(false)}
          onAdded={(job) => route(`/jobs/${encodeURIComponent(job.id)}`)}
        />
      )}
    </Page>
  );
}
