/** Saved searches: opening one, keeping a new one with its alert, changing and deleting them. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { Dialog } from '#shared/ui/dialog.tsx';
import { ErrorNotice } from '#shared/ui/feedback.tsx';
import { CheckField, RadioGroup, TextField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { type Query, useAction } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { type Filters, filtersOf, isSame } from './query.rules.ts';
import { searchContract } from './search.contract.ts';
import { type SavedSearch, SearchAlert, type SearchQuery } from './search.schema.ts';

type Kept = { items: SavedSearch[] };

const FREQUENCIES: readonly { value: SearchAlert['frequency']; label: string }[] = [
  { value: 'instant', label: 'At once' },
  { value: 'daily', label: 'Daily' },
  { value: 'weekly', label: 'Weekly' },
];

/** The alert in words. */
const alertWords = ({ on, frequency, channels }: SearchAlert): string =>
  on && channels.length > 0
    ? `${{ instant: 'At once', daily: 'Daily', weekly: 'Weekly' }[frequency]}, by ${channels
        .map((channel) => ({ email: 'mail', browser: 'browser' })[channel])
        .join(' and ')}`
    : 'No alert';

/** The saved searches in a row, each with how much of it is new. `hrefOf` is the address of the page that shows one. */
export function SavedSearches(props: {
  saved: Query<Kept>;
  filters: Filters;
  hrefOf: (filters: Record<string, string>) => string;
}): JSX.Element | null {
  const { saved, filters, hrefOf } = props;
  const { call } = useHost();
  const [editing, setEditing] = useState<SavedSearch>();
  const items = saved.data?.items ?? [];
  const remove = async (search: SavedSearch): Promise<void> => {
    setEditing(undefined);
    saved.set({ items: items.filter(({ id }) => id !== search.id) });
    try {
      await call(searchContract.remove, { params: { id: search.id } });
    } catch {
      toast('It could not be deleted. Try again.', { tone: 'danger' });
      return void saved.reload();
    }
    const { name, query, alert } = search;
    const putBack = async (): Promise<void> => {
      await call(searchContract.create, { body: { name, query, alert } }).catch(() =>
        toast('It could not be put back. Save it again.', { tone: 'danger' }),
      );
      await saved.reload();
    };
    toast(`${name} is deleted`, { action: { label: 'Undo', run: () => void putBack() } });
  };
  if (items.length === 0) return null;
  return (
    <nav aria-label="Saved searches" class="mb-4">
      <ul class="flex flex-wrap gap-2">
        {items.map((search) => {
          const here = isSame(filters, search.query);
          return (
            <li
              key={search.id}
              class={cx(
                'flex max-w-full items-center rounded-md border',
                here ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
              )}
            >
              <a
                href={hrefOf(filtersOf(search.query))}
                aria-current={here ? 'true' : undefined}
                class="flex h-8 min-w-0 items-center gap-2 pr-1 pl-2.5 font-medium hover:text-accent"
                onClick={() => void opened(search)}
              >
                <span class="truncate">{search.name}</span>
                {search.newSince > 0 && (
                  <span class="rounded-full bg-accent px-1.5 text-xs whitespace-nowrap text-on-accent tabular-nums">
                    {search.newSince} new
                  </span>
                )}
              </a>
              <Button
                size="sm"
                look="quiet"
                aria-label={`Change ${search.name}`}
                title={alertWords(search.alert)}
                onClick={() => setEditing(search)}
              >
                <Icon name={search.alert.on ? 'bell' : 'menu'} />
              </Button>
            </li>
          );
        })}
      </ul>
      {editing && (
        <SearchDialog
          title="Change this search"
          action="Keep"
          name={editing.name}
          alert={editing.alert}
          onClose={() => setEditing(undefined)}
          onDelete={() => void remove(editing)}
          onKeep={async ({ name, alert }) => {
            await call(searchContract.update, {
              params: { id: editing.id },
              body: { version: editing.version, name, alert },
            });
            setEditing(undefined);
            await saved.reload();
            toast('Kept');
          }}
        />
      )}
    </nav>
  );

  /** What was new has been looked at. A failure only leaves the number standing. */
  async function opened(search: SavedSearch): Promise<void> {
    if (search.newSince === 0) return;
    saved.set({ items: items.map((one) => (one.id === search.id ? { ...one, newSince: 0 } : one)) });
    await call(searchContract.update, { params: { id: search.id }, body: { seen: true } }).catch(() => undefined);
  }
}

/** Keeps the present filters under a name, with an alert where one is wanted. */
export function SaveSearch(props: {
  query: SearchQuery;
  /** What the search could be called. */
  suggestion: string;
  onClose: () => void;
  onSaved: (search: SavedSearch) => void;
}): JSX.Element {
  const { call } = useHost();
  return (
    <SearchDialog
      title="Save this search"
      action="Save search"
      name={props.suggestion}
      alert={SearchAlert.parse({ on: true })}
      onClose={props.onClose}
      onKeep={async ({ name, alert }) =>
        props.onSaved(await call(searchContract.create, { body: { name, query: props.query, alert } }))
      }
    />
  );
}

function SearchDialog(props: {
  title: string;
  action: string;
  name: string;
  alert: SearchAlert;
  onClose: () => void;
  onKeep: (search: { name: string; alert: SearchAlert }) => Promise<void>;
  onDelete?: () => void;
}): JSX.Element {
  const [name, setName] = useState(props.name);
  const [alert, setAlert] = useState(props.alert);
  const keep = useAction(() => props.onKeep({ name, alert }));
  const channel = (which: SearchAlert['channels'][number], wanted: boolean): void =>
    setAlert({ ...alert, channels: [...alert.channels.filter((one) => one !== which), ...(wanted ? [which] : [])] });
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        class="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void keep.run();
        }}
      >
        {keep.error !== undefined && <ErrorNotice error={keep.error} />}
        <TextField label="Name" value={name} onValue={setName} required maxLength={120} />
        <CheckField
          label="Tell me of new postings"
          checked={alert.on}
          onChecked={(on) => setAlert({ ...alert, on })}
          hint="Each posting once. Nothing new, no mail."
        />
        {alert.on && (
          <div class="space-y-2 pl-6">
            <RadioGroup
              legend="How often"
              inline
              value={alert.frequency}
              options={FREQUENCIES}
              onValue={(frequency) => setAlert({ ...alert, frequency })}
            />
            <fieldset>
              <legend class="mb-1 text-sm font-medium">How</legend>
              <div class="flex flex-wrap gap-x-4">
                <CheckField
                  label="Mail"
                  checked={alert.channels.includes('email')}
                  onChecked={(wanted) => channel('email', wanted)}
                />
                <CheckField
                  label="Browser notification"
                  checked={alert.channels.includes('browser')}
                  onChecked={(wanted) => channel('browser', wanted)}
                />
              </div>
            </fieldset>
          </div>
        )}
        <div class="flex justify-end gap-2 pt-1">
          {props.onDelete && (
            <Button look="danger" class="mr-auto" onClick={props.onDelete}>
              Delete
            </Button>
          )}
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={keep.busy} disabled={name.trim() === ''}>
            {props.action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
