/** All postings, with filters; and a way to add one by pasting it. */

import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { JobSort, jobContract } from '#shared/job/job.contract.ts';
import { EmploymentType, RemoteKind } from '#shared/job/job.schema.ts';
import { JobName, Liveness, REMOTE_OPTIONS, StatusBadge } from '#shared/job/job.view.tsx';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { Badge, Empty, ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { SelectField, TextField } from '#shared/ui/field.tsx';
import { count, formatAgo, formatPay } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Page } from '#shared/ui/layout.tsx';
import { useQuery } from '#shared/ui/query.ts';
import { Pager, Table } from '#shared/ui/table.tsx';
import { addressWith } from '../address.ts';
import { PastePosting } from '../paste-posting.tsx';

const LIMIT = 25;
const FILTERS = [
  'q',
  'location',
  'company',
  'source',
  'remote',
  'employmentType',
  'salaryMin',
  'days',
  'sort',
] as const;
const KINDS = [
  { value: '', label: 'Any' },
  { value: 'full-time', label: 'Full-time' },
  { value: 'part-time', label: 'Part-time' },
  { value: 'contract', label: 'Contract' },
  { value: 'temporary', label: 'Temporary' },
  { value: 'internship', label: 'Internship' },
];
const SORTS = [
  { value: '', label: 'Relevance' },
  { value: 'date', label: 'Newest' },
  { value: 'salary', label: 'Pay' },
];
const AGES = [
  { value: '', label: 'Any time' },
  { value: '1', label: 'Last day' },
  { value: '7', label: 'Last week' },
  { value: '30', label: 'Last month' },
];

/** Midnight UTC that many days ago, so that the same filter gives the same request all day. */
const sinceDays = (days: string | undefined): string | undefined =>
  days ? new Date(Date.now() - Number(days) * 86_400_000).toISOString().slice(0, 10) : undefined;

export default function JobsPage() {
  const { call } = useHost();
  const { route } = useLocation();
  const { query } = useRoute();
  const [pasting, setPasting] = useState(false);
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
  const filtered = FILTERS.some((key) => text(key) !== undefined);
  const jobs = useQuery(`jobs:${JSON.stringify({ offset, ...filters })}`, (signal) =>
    call(jobContract.list, { query: { limit: LIMIT, offset, ...filters }, signal }),
  );
  const rows = jobs.data?.items ?? [];
  const search = (key: string, label: string) => (
    <TextField
      label={label}
      type="search"
      value={query[key] ?? ''}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );

  return (
    <Page
      title="Jobs"
      lead={jobs.data ? count(jobs.data.page.total, 'posting') : 'Open postings'}
      actions={
        <Button look="primary" onClick={() => setPasting(true)}>
          <Icon name="plus" /> Add a posting
        </Button>
      }
    >
      <search class="mb-3 grid grid-cols-2 gap-2 md:grid-cols-3 lg:grid-cols-5">
        {search('q', 'Search')}
        {search('location', 'Place')}
        {search('company', 'Company')}
        <SelectField
          label="Where you work"
          value={query.remote ?? ''}
          options={REMOTE_OPTIONS}
          onValue={(remote) => set({ remote })}
        />
        <SelectField
          label="Employment"
          value={query.employmentType ?? ''}
          options={KINDS}
          onValue={(employmentType) => set({ employmentType })}
        />
        <SelectField label="Posted" value={query.days ?? ''} options={AGES} onValue={(days) => set({ days })} />
        <SelectField label="Sort by" value={query.sort ?? ''} options={SORTS} onValue={(sort) => set({ sort })} />
        <TextField
          label="Least pay a year"
          type="number"
          min={0}
          value={query.salaryMin ?? ''}
          onChange={(event) => set({ salaryMin: event.currentTarget.value })}
        />
        {search('source', 'Source')}
        {filtered && (
          <div class="self-end">
            <LinkButton href="/jobs" look="quiet">
              Clear filters
            </LinkButton>
          </div>
        )}
      </search>
      {jobs.error !== undefined && <ErrorNotice error={jobs.error} onRetry={() => void jobs.reload()} />}
      {!jobs.data && jobs.loading && <Skeleton rows={8} />}
      {jobs.data && rows.length === 0 && (
        <Empty
          icon="jobs"
          title={filtered ? 'Nothing fits these filters' : 'No postings yet'}
          action={
            filtered ? (
              <LinkButton href="/jobs">Clear filters</LinkButton>
            ) : (
              <>
                <Button look="primary" onClick={() => setPasting(true)}>
                  Add a posting
                </Button>
                <LinkButton href="/link">Link the extension</LinkButton>
              </>
            )
          }
        >
          {filtered
            ? 'Widen them to see more.'
            : 'Open a posting anywhere with the extension and it is kept here, or paste one now.'}
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          caption="Open postings"
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'job',
              head: 'Posting',
              cell: (job) => (
                <>
                  <JobName job={job} />
                  <span class="mt-0.5 flex flex-wrap gap-1 empty:hidden">
                    <Liveness job={job} />
                    <StatusBadge status={job.personal?.status} />
                  </span>
                </>
              ),
            },
            {
              key: 'skills',
              head: 'Skills',
              wideOnly: true,
              cell: (job) => (
                <span class="flex flex-wrap gap-1">
                  {job.skills.slice(0, 4).map((skill) => (
                    <Badge key={skill}>{skill}</Badge>
                  ))}
                </span>
              ),
            },
            {
              key: 'pay',
              head: 'Pay',
              numeric: true,
              wideOnly: true,
              class: 'whitespace-nowrap',
              cell: (job) => formatPay(job.salary),
            },
            {
              key: 'age',
              head: 'Posted',
              numeric: true,
              class: 'whitespace-nowrap',
              cell: (job) => (job.postedAt ? formatAgo(job.postedAt) : ''),
            },
          ]}
        />
      )}
      {jobs.data && (
        <Pager
          offset={offset}
          limit={LIMIT}
          total={jobs.data.page.total}
          onOffset={(next) => set({ offset: String(next) })}
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
