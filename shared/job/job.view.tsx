/** A posting as people see it: one line in a list, its state in words, its facts. */
import type { ComponentChildren, JSX } from 'preact';
import { SourceCredit, SourceList } from '#shared/feed/credit.view.tsx';
import { Badge, type Tone } from '#shared/ui/feedback.tsx';
import { count, formatAgo, formatDate, formatPay } from '#shared/ui/format.ts';
import type { Job, JobStatus } from './job.schema.ts';

const STATUS: Readonly<Record<JobStatus, { label: string; tone: Tone }>> = {
  bookmarked: { label: 'Saved', tone: 'neutral' },
  started: { label: 'Started', tone: 'accent' },
  applied: { label: 'Applied', tone: 'accent' },
  interviewed: { label: 'Interviewed', tone: 'accent' },
  offered: { label: 'Offered', tone: 'ok' },
  accepted: { label: 'Accepted', tone: 'ok' },
  rejected: { label: 'Rejected', tone: 'danger' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
};

/** Every status with its word, in the order an application goes. */
export const STATUS_OPTIONS = Object.entries(STATUS).map(([value, { label }]) => ({ value, label }));
export const statusLabel = (status: JobStatus): string => STATUS[status].label;

export const StatusBadge = ({ status }: { status: JobStatus | null | undefined }): JSX.Element | null =>
  status ? <Badge tone={STATUS[status].tone}>{STATUS[status].label}</Badge> : null;

const REMOTE = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On site' } as const;
export const REMOTE_OPTIONS = [
  { value: '', label: 'Anywhere' },
  ...Object.entries(REMOTE).map(([value, label]) => ({ value, label })),
];

const EMPLOYMENT = {
  'full-time': 'Full-time',
  'part-time': 'Part-time',
  contract: 'Contract',
  temporary: 'Temporary',
  internship: 'Internship',
} as const;
export const EMPLOYMENT_OPTIONS = [
  { value: '', label: 'Any' },
  ...Object.entries(EMPLOYMENT).map(([value, label]) => ({ value, label })),
];

/** Place and way of working in one line. */
export function placeOf(job: Pick<Job, 'location'>): string {
  const { text, remote } = job.location;
  const kind = remote ? REMOTE[remote] : '';
  return text.toLowerCase().includes(kind.toLowerCase()) ? text : [text, kind].filter(Boolean).join(' · ');
}

/** The pay in words; what a source reckoned is never shown as offered. */
export function payOf(job: Pick<Job, 'salary'>): string {
  const pay = formatPay(job.salary);
  return pay !== '' && job.salary?.predicted ? `${pay} est.` : pay;
}

/** Title, company, place and where it was seen; the first cell of every list of postings. */
export const JobName = ({ job }: { job: Job }): JSX.Element => (
  <span class="block min-w-0">
    <a
      href={`/jobs/${encodeURIComponent(job.id)}`}
      data-row-link
      class="font-medium wrap-anywhere hover:text-accent hover:underline"
    >
      {job.title}
    </a>
    <span class="block text-sm wrap-anywhere text-muted">
      {[job.company, placeOf(job)].filter(Boolean).join(' · ')}
    </span>
    <SourceCredit sources={job.sources} />
  </span>
);

/** Whether the posting can still be applied to, in words; nothing where it can. */
export const Liveness = ({ job }: { job: Job }): JSX.Element | null =>
  job.liveness === 'live' ? null : (
    <Badge tone={job.liveness === 'closed' ? 'danger' : 'warn'}>
      {job.liveness === 'closed' ? 'Closed' : 'May be closed'}
    </Badge>
  );

const LIVENESS_WORDS = {
  live: 'Open when last looked at',
  uncertain: 'May be closed: it was missing or is old. Look at the page before you write.',
  closed: 'Closed: the employer took it down or its time is over.',
} as const;

const newest = (times: readonly string[]): string | undefined => times.toSorted().at(-1);
const oldest = (times: readonly string[]): string | undefined => times.toSorted()[0];

/** How old the posting is, in a few words: by its own date, else by when it was first seen. */
export function ageOf(job: Pick<Job, 'postedAt' | 'sources'>): string {
  if (job.postedAt !== undefined) return `Posted ${formatAgo(job.postedAt)}`;
  const seen = oldest(job.sources.map(({ seenAt }) => seenAt));
  return seen === undefined ? '' : `Seen ${formatAgo(seen)}`;
}

const SOON_MS = 7 * 86_400_000;

/** The last day to apply, where it is near. */
export const ClosesSoon = ({ job, now = Date.now() }: { job: Job; now?: number }): JSX.Element | null => {
  const left = job.expiresAt === undefined ? undefined : Date.parse(job.expiresAt) - now;
  return job.expiresAt === undefined || left === undefined || left < 0 || left > SOON_MS ? null : (
    <Badge tone="warn">Closes {formatAgo(job.expiresAt, now)}</Badge>
  );
};

/** What the form will cost, where the board says it. */
export function effortOf(job: Pick<Job, 'effort' | 'questions'>): string {
  const questions = job.effort?.questions ?? job.questions;
  if (questions === undefined) return '';
  const written = job.effort?.written ?? 0;
  return [count(questions, 'question'), written > 0 && count(written, 'written answer')].filter(Boolean).join(', ');
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }): JSX.Element | null =>
  children === '' || children === undefined || children === null ? null : (
    <>
      <dt class="text-muted">{name}</dt>
      <dd class="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );

/** The facts beside a posting's text. */
export function JobFacts({ job }: { job: Job }): JSX.Element {
  const pay = formatPay(job.salary);
  const seen = newest(job.sources.map(({ seenAt }) => seenAt));
  return (
    <dl class="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1.5">
      <Fact name="Place">{placeOf(job)}</Fact>
      <Fact name="Pay">{pay && job.salary?.predicted ? `${pay}, estimated by the board, not offered` : pay}</Fact>
      <Fact name="Employment">{job.employmentType ? EMPLOYMENT[job.employmentType] : ''}</Fact>
      <Fact name="Posted">{job.postedAt ? `${formatAgo(job.postedAt)}, ${formatDate(job.postedAt)}` : ''}</Fact>
      <Fact name="Closes">{job.expiresAt ? `${formatAgo(job.expiresAt)}, ${formatDate(job.expiresAt)}` : ''}</Fact>
      <Fact name="State">
        {LIVENESS_WORDS[job.liveness]}
        {seen !== undefined && <span class="block text-xs text-muted">Last seen {formatAgo(seen)}</span>}
      </Fact>
      <Fact name="Form">{effortOf(job)}</Fact>
      <Fact name="Seen on">
        {job.sources.some(({ source }) => source !== 'capture') && <SourceList sources={job.sources} />}
      </Fact>
    </dl>
  );
}
