import type { JSX } from 'preact';
import type { User } from '#shared/auth/auth.schema.ts';
import { Badge } from '#shared/ui/feedback.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Mark } from '../parts/mark.tsx';

/** Whose extension this is, and the way to the options. */
export const Header = ({ account, online }: { account: User | undefined; online: boolean }): JSX.Element => (
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
    <button
      type="button"
      aria-label="Options"
      title="Options"
      onClick={() => void chrome.runtime.openOptionsPage().then(() => window.close())}
      class="flex size-8 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-text"
    >
      <Icon name="account" />
    </button>
  </header>
);
