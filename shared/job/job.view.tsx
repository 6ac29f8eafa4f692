/** A posting as people see it: one line in a list, its facts, its text. */
import type { JSX } from 'preact';
import { Badge, type Tone } from '#shared/ui/feedback.tsx';
import { formatAgo, formatPay } from '#shared/ui/format.ts';
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

/** Place and way of working in one line. */
export function placeOf(job: Job): string {
  const { text, remote } = job.location;
  const kind = remote ? REMOTE[remote] : '';
  return text.toLowerCase().includes(kind.toLowerCase()) ? text : [text, kind].filter(Boolean).join(' · ');
}

/** Title, company and place; the first cell of every list of postings. */
export const JobName = ({ job }: { job: Job }): JSX.Element => (
  <span class="block min-w-0">
    <a href={`/jobs/${encodeURIComponent(job.id)}`} class="font-medium hover:text-accent hover:underline">
      {job.title}
    </a>
    <span class="block text-sm text-muted">{[job.company, placeOf(job)].filter(Boolean).join(' · ')}</span>
  </span>
);

/** Whether the posting can still be applied to, in words; nothing where it can. */
export const Liveness = ({ job }: { job: Job }): JSX.Element | null =>
  job.liveness === 'live' ? null : (
    <Badge tone={job.liveness === 'closed' ? 'danger' : 'warn'}>
      {job.liveness === 'closed' ? 'Closed' : 'May be closed'}
    </Badge>
  );

/** The facts beside a posting's text. */
export function JobFacts({ job }: { job: Job }): JSX.Element {
  const pay = formatPay(job.salary);
  const facts: [string, string][] = [
    ['Place', placeOf(job)],
    ['Pay', pay && job.salary?.predicted ? `${pay} (estimated)` : pay],
    ['Employment', job.employmentType ?? ''],
    ['Posted', job.postedAt ? formatAgo(job.postedAt) : ''],
    ['Closes', job.expiresAt ? formatAgo(job.expiresAt) : ''],
    [
      'Form',
      job.effort
        ? `${job.effort.questions} questions, ${job.effort.written} written`
        : job.questions
          ? `${job.questions} questions`
          : '',
    ],
    ['Seen on', [...new Set(job.sources.map(({ source }) => source))].join(', ')],
  ];
  return (
    <dl class="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1.5">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <>
            <dt class="text-muted">{name}</dt>
            <dd class="min-w-0 break-words">{value}</dd>
          </>
        ))}
    </dl>
  );
}

/** The text of a posting as paragraphs and points. It came from a stranger's page: only ever text. */
export function JobText({ text }: { text: string }): JSX.Element {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '');
  return (
    <div class="max-w-prose space-y-3">
      {blocks.map((block) => (
        <p key={block} class="break-words whitespace-pre-line">
          {block.trim()}
        </p>
      ))}
    </div>
  );
}
