/**
 * Where a posting was seen, with what its sources ask of those who show it: the credit's words and size, a link back, and
 * no `nofollow` where that is asked. Every view of a posting holds this; a test sees to it.
 */
import type { JSX } from 'preact';
import type { Job } from '#shared/job/job.schema.ts';
import { cx } from '#shared/ui/cx.ts';
import { formatAgo } from '#shared/ui/format.ts';
import { displayOf } from './display.data.ts';
import type { Display } from './source.schema.ts';

type Seen = { readonly source: string; readonly url: string; readonly seenAt?: string };

/** The person's own keeping is no board. */
const OWN = 'capture';

const webAddress = (url: string): string | undefined => (/^https?:\/\//i.test(url) ? url : undefined);

/** One entry per source: the employer's own boards first, then those that list others' postings and want to be named. */
function bySource(sources: readonly Seen[]): (Seen & { display: Display })[] {
  const once = new Map(sources.filter(({ source }) => source !== OWN).map((seen) => [seen.source, seen]));
  return [...once.values()]
    .map((seen) => ({ ...seen, display: displayOf(seen.source) }))
    .sort((a, b) => Number(a.display.credit !== undefined) - Number(b.display.credit !== undefined));
}

/** How many boards show a posting, one's own keeping aside. */
export const boardsOf = (sources: Job['sources']): number => bySource(sources).length;

const CreditLink = ({ seen, children }: { seen: Seen & { display: Display }; children: string }): JSX.Element => {
  const { display } = seen;
  const href = webAddress(seen.url) ?? webAddress(display.homepage);
  const size = display.creditSize;
  const look = cx('underline decoration-line underline-offset-2 hover:text-text', size && 'inline-flex items-center');
  const box = size ? { minWidth: `${size.width}px`, minHeight: `${size.height}px` } : {};
  if (href === undefined)
    return (
      <span class={look} style={box} data-credit={seen.source}>
        {children}
      </span>
    );
  return (
    <a href={href} target="_blank" rel="noopener" class={look} style={box} data-credit={seen.source}>
      {children}
    </a>
  );
};

/** The credit in one line, for lists and cards: what must be named is a link, the rest is counted or named. */
export function SourceCredit({ sources }: { sources: readonly Seen[] }): JSX.Element | null {
  const all = bySource(sources);
  const named = all.filter(({ display }) => display.credit !== undefined);
  const [only] = all;
  if (only === undefined) return null;
  const where = all.length > 1 ? `Seen on ${all.length} boards` : only.display.credit ? '' : `On ${only.display.name}`;
  return (
    <span class="inline-flex flex-wrap items-center gap-x-2 text-xs text-muted">
      {where !== '' && <span title={all.map(({ display }) => display.name).join(', ')}>{where}</span>}
      {named.map((seen) => (
        <CreditLink key={seen.source} seen={seen}>
          {seen.display.credit ?? seen.display.name}
        </CreditLink>
      ))}
    </span>
  );
}

/** Every board with its link and when it last showed the posting, for the page of one posting. */
export const SourceList = ({ sources }: { sources: readonly Seen[] }): JSX.Element | null => {
  const all = bySource(sources);
  return all.length === 0 ? null : (
    <ul class="space-y-0.5">
      {all.map((seen) => (
        <li key={seen.source} class="flex flex-wrap items-baseline gap-x-2">
          <CreditLink seen={seen}>{seen.display.credit ?? seen.display.name}</CreditLink>
          {seen.seenAt !== undefined && <span class="text-xs text-muted">seen {formatAgo(seen.seenAt)}</span>}
        </li>
      ))}
    </ul>
  );
};
