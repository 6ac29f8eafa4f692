import type { JSX } from 'preact';
import type { User } from '#shared/auth/auth.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { Badge } from '#shared/ui/feedback.tsx';
import { Mark } from '../parts/mark.tsx';
import { PageMenu } from '../parts/page-menu.tsx';

type Props = {
  account: User | undefined;
  online: boolean;
  tabId: number | undefined;
  inPanel: boolean;
  /** Whether the next jobs are shown in place of the page. */
  next: boolean;
  onNext: (next: boolean) => void;
};

/** Whose extension this is, and what may be decided about the site. */
export const Header = ({ account, online, tabId, inPanel, next, onNext }: Props): JSX.Element => (
  <header class="sticky top-0 z-10 flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-4">
    <Mark />
    <div class="min-w-0 flex-1 leading-4">
      <p class="font-semibold">Foothold</p>
      {account !== undefined && (
        <p class="truncate text-xs text-muted" title={account.email}>
          {account.email}
        </p>
      )}
    </div>
    {account !== undefined && !online && <Badge tone="warn">Offline</Badge>}
    {account !== undefined && (
      <Button size="sm" look="quiet" onClick={() => onNext(!next)}>
        {next ? 'This page' : 'Next jobs'}
      </Button>
    )}
    <PageMenu tabId={tabId} inPanel={inPanel} />
  </header>
);
