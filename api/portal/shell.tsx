/** The frame around every page: navigation, theme, sign-out. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { User } from '#shared/auth/auth.schema.ts';
import { LinkButton } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { Icon, type IconName } from '#shared/ui/icon.tsx';
import { toast } from '#shared/ui/toast.tsx';
import { call, user as signedIn, signOut } from './session.ts';
import { setTheme, type Theme, theme } from './theme.ts';

type Item = {
  href: string;
  label: string;
  icon: IconName;
  seekerOnly?: boolean;
  adminOnly?: boolean;
  /** Other addresses that belong to it. */
  also?: string;
};

const ITEMS: readonly Item[] = [
  { href: '/profile', label: 'Profile', icon: 'profile', seekerOnly: true },
  { href: '/matches', label: 'Matches', icon: 'matches', seekerOnly: true },
  { href: '/jobs', label: 'Jobs', icon: 'jobs', also: '/companies' },
  { href: '/applications', label: 'Applications', icon: 'applications', seekerOnly: true },
  { href: '/documents', label: 'Documents', icon: 'documents', seekerOnly: true },
  { href: '/link', label: 'Link extension', icon: 'link', seekerOnly: true },
  { href: '/admin/sources', label: 'Sources', icon: 'search', adminOnly: true },
  { href: '/account', label: 'Account', icon: 'account' },
];

export const Mark = ({ class: extra = 'size-6' }: { class?: string }): JSX.Element => (
  <svg aria-hidden="true" viewBox="0 0 32 32" class={extra}>
    <rect width="32" height="32" rx="7" class="fill-accent" />
    <path
      d="M7 24h6v-5h6v-5h6V8"
      fill="none"
      class="stroke-on-accent"
      stroke-width="3.2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

const SkipLink = (): JSX.Element => (
  <a href="#content" class="absolute -top-12 left-2 z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:top-2">
    Skip to content
  </a>
);

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const THEME_NAME: Record<Theme, string> = { system: 'System theme', light: 'Light theme', dark: 'Dark theme' };

const ThemeButton = (): JSX.Element => (
  <button
    type="button"
    class="flex h-8 items-center gap-2 rounded-md px-2 text-sm text-muted hover:bg-sunken hover:text-text"
    onClick={() => setTheme(NEXT_THEME[theme.value])}
  >
    <Icon name="theme" />
    {THEME_NAME[theme.value]}
  </button>
);

function SignOutButton(): JSX.Element {
  const { route } = useLocation();
  return (
    <button
      type="button"
      class="flex h-8 items-center gap-2 rounded-md px-2 text-sm text-muted hover:bg-sunken hover:text-text"
      onClick={() =>
        signOut().then(
          () => route('/login'),
          () => toast('Signing out did not reach the server. Try again.', { tone: 'danger' }),
        )
      }
    >
      <Icon name="external" />
      Sign out
    </button>
  );
}

function Nav({ user, path }: { user: User; path: string }): JSX.Element {
  const items = ITEMS.filter(
    (item) => (!item.seekerOnly || user.role !== 'recruiter') && (!item.adminOnly || user.role === 'admin'),
  );
  return (
    <nav aria-label="Main" class="space-y-0.5">
      {items.map((item) => {
        const here = path === item.href || path === item.also || path.startsWith(`${item.href}/`);
        return (
          <a
            key={item.href}
            href={item.href}
            aria-current={here ? 'page' : undefined}
            class={cx(
              'flex h-8 items-center gap-2.5 rounded-md px-2 font-medium',
              here ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-sunken hover:text-text',
            )}
          >
            <Icon name={item.icon} />
            {item.label}
          </a>
        );
      })}
    </nav>
  );
}

const Who = ({ user }: { user: User }): JSX.Element => (
  <div class="min-w-0 px-2 pb-1 text-sm">
    <p class="truncate font-medium">{user.name}</p>
    <p class="truncate text-muted">{user.email}</p>
  </div>
);

/** Tells of new jobs on whatever page is open. What does so is loaded when the page stands. */
function useNews({ role }: User): void {
  const { route } = useLocation();
  const go = useRef(route);
  go.current = route;
  useEffect(() => {
    if (role === 'recruiter') return;
    let stop: (() => void) | undefined;
    let left = false;
    void import('./news.ts').then(({ watchNews }) => {
      if (!left) stop = watchNews({ call, navigate: (to) => go.current(to) });
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [role]);
}

/** The frame of signed-in pages: a side bar, on narrow windows a menu under the top bar. */
export function Shell(props: { user: User; path: string; children: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [props.path]);
  useNews(props.user);
  return (
    <div class="min-h-dvh md:grid md:grid-cols-[14rem_1fr]">
      <SkipLink />
      <aside class="sticky top-0 hidden h-dvh flex-col border-r border-line bg-surface p-3 md:flex">
        <a href="/" class="mb-4 flex h-9 items-center gap-2 rounded-md px-2 text-lg font-semibold">
          <Mark /> Foothold
        </a>
        <Nav user={props.user} path={props.path} />
        <div class="mt-auto flex flex-col gap-0.5 border-t border-line pt-3">
          <Who user={props.user} />
          <ThemeButton />
          <SignOutButton />
        </div>
      </aside>
      <header class="sticky top-0 z-30 border-b border-line bg-surface md:hidden">
        <div class="flex h-12 items-center justify-between px-4">
          <a href="/" class="flex items-center gap-2 font-semibold">
            <Mark /> Foothold
          </a>
          <button
            type="button"
            aria-expanded={open}
            aria-controls="menu"
            class="-mr-2 flex h-10 items-center gap-2 rounded-md px-2 text-muted"
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'close' : 'menu'} />
            Menu
          </button>
        </div>
        <div id="menu" hidden={!open} class="space-y-2 border-t border-line p-3">
          <Nav user={props.user} path={props.path} />
          <div class="flex flex-col border-t border-line pt-2">
            <Who user={props.user} />
            <ThemeButton />
            <SignOutButton />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} class="min-w-0 outline-none">
        {props.children}
      </main>
    </div>
  );
}

/** The frame of pages anyone may see. */
export function PublicFrame({ children }: { children: ComponentChildren }): JSX.Element {
  const { path } = useLocation();
  return (
    <div class="flex min-h-dvh flex-col">
      <SkipLink />
      <header class="mx-auto flex h-14 w-full max-w-6xl items-center justify-between px-4 md:px-8">
        <a href="/" class="flex items-center gap-2 text-lg font-semibold">
          <Mark /> Foothold
        </a>
        <nav aria-label="Main" class="flex items-center gap-2">
          {signedIn.value ? (
            <LinkButton href="/profile" size="sm">
              Open your profile
            </LinkButton>
          ) : (
            path === '/' && (
              <>
                <LinkButton href="/login" look="quiet">
                  Sign in
                </LinkButton>
                <LinkButton href="/register" look="primary">
                  Create account
                </LinkButton>
              </>
            )
          )}
        </nav>
      </header>
      <main id="content" tabIndex={-1} class="flex-1 outline-none">
        {children}
      </main>
      <footer class="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-2 px-4 py-4 text-sm text-muted md:px-8">
        <span>
          Open source, Apache-2.0 ·{' '}
          <a href="/terms" class="underline">
            Terms and privacy
          </a>
        </span>
        <ThemeButton />
      </footer>
    </div>
  );
}
