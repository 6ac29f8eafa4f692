/** What postings for the wanted titles ask, beside what the file shows of it. */
import type { JSX } from 'preact';
import { pathInWords } from '#shared/profile/path.rules.ts';
import { cx } from '#shared/ui/cx.ts';
import { Notice } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { Icon, type IconName } from '#shared/ui/icon.tsx';
import { type Column, Table } from '#shared/ui/table.tsx';
import type { AskedSkill, Wanted } from './advice.schema.ts';

type State = { icon: IconName; ink: string; word: string };

const stateOf = ({ shown, proved }: AskedSkill): State =>
  !shown
    ? { icon: 'close', ink: 'text-warn', word: 'Not in the file' }
    : proved
      ? { icon: 'check', ink: 'text-ok', word: 'In an entry' }
      : { icon: 'dot', ink: 'text-muted', word: 'Only named' };

/** The table, or why there is none. */
export function Asked({ wanted }: { wanted: Wanted }): JSX.Element {
  const { titles, postings, asked } = wanted;
  if (titles.length === 0)
    return (
      <Notice>
        No title is known to compare with. Say what you look for in <AccountLink />, and this page says what postings
        ask.
      </Notice>
    );
  const named = titles.map((title) => `“${title}”`).join(', ');
  if (asked.length === 0)
    return (
      <Notice>
        {postings === 0
          ? `There are no postings for ${named} yet, so nothing can be said about what they ask.`
          : `${count(postings, 'posting')} for ${named}: too few to say what is usually asked.`}{' '}
        Other titles can be set in <AccountLink />.
      </Notice>
    );
  const columns: readonly Column<AskedSkill>[] = [
    { key: 'skill', head: 'Skill', cell: ({ skill }) => <span class="font-medium">{skill}</span> },
    {
      key: 'count',
      head: 'Asked by',
      numeric: true,
      class: 'w-px',
      cell: ({ count: n }) => (
        <span class="flex items-center justify-end gap-2 whitespace-nowrap">
          <span aria-hidden="true" class="hidden h-1.5 w-24 overflow-hidden rounded-full bg-sunken sm:block">
            <span class="block h-full rounded-full bg-accent" style={{ width: `${(100 * n) / postings}%` }} />
          </span>
          {n} of {postings}
        </span>
      ),
    },
    {
      key: 'state',
      head: 'This file',
      cell: (row) => {
        const { icon, ink, word } = stateOf(row);
        return (
          <span class="flex items-start gap-1.5">
            <Icon name={icon} class={cx('mt-0.5 size-4', ink)} />
            <span class="min-w-0">
              {word}
              {hint(row) !== '' && <span class="block text-xs text-muted">{hint(row)}</span>}
            </span>
          </span>
        );
      },
    },
  ];
  return <Table caption="Skills postings ask for" columns={columns} rows={asked} keyOf={({ skill }) => skill} />;
}

/** By which name, and where. */
const hint = ({ as, impliedBy, where }: AskedSkill): string =>
  [
    as !== undefined && `as “${as}”`,
    impliedBy !== undefined && `by ${impliedBy}`,
    where !== undefined && pathInWords(where),
  ]
    .filter(Boolean)
    .join(', ');

const AccountLink = (): JSX.Element => (
  <a href="/account" class="text-accent underline underline-offset-2">
    your account
  </a>
);
