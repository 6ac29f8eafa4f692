/** The companies a person watches: which board stands behind each, how reading it goes, and adding another. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { Badge, Empty, ErrorNotice, Notice, Skeleton, type Tone } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { count, formatAgo } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { type Query, useAction, useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { displayOf } from './display.data.ts';
import { feedContract, type Watched } from './feed.contract.ts';

type Watching = { items: Watched[] };

const STATES: Readonly<Record<Watched['state'], { label: string; tone: Tone }>> = {
  waiting: { label: 'Not read yet', tone: 'neutral' },
  reading: { label: 'Read', tone: 'ok' },
  failing: { label: 'Trouble', tone: 'warn' },
};

/** The whole watch list. `jobsHref` is where one company's postings are listed. */
export function WatchList({ jobsHref }: { jobsHref: (company: string) => string }): JSX.Element {
  const { call } = useHost();
  const watching = useQuery<Watching>('companies', async (signal) => ({
    items: (await call(feedContract.watched, { signal })).items,
  }));
  const items = watching.data?.items ?? [];
  const remove = async (company: Watched): Promise<void> => {
    watching.set({ items: items.filter(({ id }) => id !== company.id) });
    try {
      await call(feedContract.unwatch, { params: { id: company.id } });
    } catch {
      toast('It could not be removed. Try again.', { tone: 'danger' });
      return void watching.reload();
    }
    const putBack = async (): Promise<void> => {
      await call(feedContract.watch, { body: { address: company.url } }).catch(() =>
        toast('It could not be put back. Add its address again.', { tone: 'danger' }),
      );
      await watching.reload();
    };
    toast(`${company.company} is no longer watched`, { action: { label: 'Undo', run: () => void putBack() } });
  };
  return (
    <>
      <AddCompany watching={watching} />
      {watching.error !== undefined && <ErrorNotice error={watching.error} onRetry={() => void watching.reload()} />}
      {!watching.data && watching.loading && <Skeleton rows={4} label="Loading the companies you watch" />}
      {watching.data && items.length === 0 && (
        <Empty icon="search" title="You watch no company yet">
          Give the address of a company’s careers page above. Its open jobs come in here every few hours, are scored
          against your profile, and are told apart from those you have seen.
        </Empty>
      )}
      {items.length > 0 && (
        <ul aria-label="Companies you watch" class="rounded-lg border border-line bg-surface">
          {items.map((company) => (
            <Company
              key={company.id}
              company={company}
              jobsHref={jobsHref(company.company)}
              onRemove={() => void remove(company)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

/** Finds the board behind an address; what is found is said, what is not comes with what to do instead. */
function AddCompany({ watching }: { watching: Query<Watching> }): JSX.Element {
  const { call } = useHost();
  const [address, setAddress] = useState('');
  const [found, setFound] = useState<Watched>();
  const add = useAction(async () => {
    const company = await call(feedContract.watch, { body: { address: withScheme(address.trim()) } });
    setFound(company);
    setAddress('');
    await watching.reload();
  });
  return (
    <form
      class="mb-5 max-w-2xl"
      onSubmit={(event) => {
        event.preventDefault();
        setFound(undefined);
        void add.run();
      }}
    >
      <div class="flex items-end gap-2">
        <TextField
          class="flex-1"
          label="Company’s careers page"
          inputMode="url"
          spellcheck={false}
          placeholder="example.com/careers"
          value={address}
          onValue={setAddress}
          required
          maxLength={2000}
        />
        <Button type="submit" look="primary" busy={add.busy} disabled={address.trim() === ''}>
          Watch
        </Button>
      </div>
      <p class="mt-1 text-xs text-muted">
        Any page of it that lists jobs will do. LinkedIn and Indeed forbid this; give the company’s own page.
      </p>
      <div role="status" class="mt-2 empty:hidden">
        {found && (
          <Notice tone="ok">
            Found {found.company} on {displayOf(found.source).name}. Its jobs come in within a few minutes.
          </Notice>
        )}
      </div>
      {add.error !== undefined && <ErrorNotice error={add.error} />}
    </form>
  );
}

/** People paste addresses as browsers show them, without the scheme. */
const withScheme = (address: string): string => (/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`);

function Company(props: { company: Watched; jobsHref: string; onRemove: () => void }): JSX.Element {
  const { company } = props;
  const { label, tone } = STATES[company.state];
  const read = company.lastReadAt === undefined ? '' : `Read ${formatAgo(company.lastReadAt)}`;
  const next = company.nextReadAt === undefined ? '' : `next ${formatAgo(company.nextReadAt)}`;
  return (
    <li class="flex items-start gap-3 border-b border-line px-3 py-2.5 last:border-0 sm:px-4">
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="font-medium wrap-anywhere">{company.company}</span>
          <Badge tone={tone}>{label}</Badge>
        </p>
        <p class="text-sm wrap-anywhere text-muted">
          {/^https?:\/\//i.test(company.url) ? (
            <a
              href={company.url}
              target="_blank"
              rel="noopener noreferrer"
              class="underline decoration-line underline-offset-2 hover:text-text"
            >
              {displayOf(company.source).name}
            </a>
          ) : (
            displayOf(company.source).name
          )}
          {[read, next].filter(Boolean).map((part) => ` · ${part}`)}
        </p>
        {company.trouble && <p class="mt-1 text-sm text-warn">{company.trouble.text}</p>}
      </div>
      {company.open > 0 ? (
        <a href={props.jobsHref} class="pt-0.5 text-sm whitespace-nowrap text-accent tabular-nums hover:underline">
          {count(company.open, 'open job')}
        </a>
      ) : (
        <span class="pt-0.5 text-sm whitespace-nowrap text-muted">
          {company.state === 'reading' ? 'No open job' : ''}
        </span>
      )}
      <Button
        size="sm"
        look="quiet"
        aria-label={`Stop watching ${company.company}`}
        title="Stop watching"
        onClick={props.onRemove}
      >
        <Icon name="trash" />
      </Button>
    </li>
  );
}
