/** Buttons and links that look like buttons. One primary per view. */
import type { ButtonHTMLAttributes, ComponentChildren, JSX, PartialAnchorHTMLAttributes } from 'preact';
import { cx } from './cx.ts';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';
type Size = 'md' | 'sm';

const BASE =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors duration-100 disabled:opacity-60';
const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  plain: 'border border-control bg-surface text-text shadow-raised hover:bg-sunken',
  quiet: 'text-muted hover:bg-sunken hover:text-text',
  danger: 'border border-danger bg-surface text-danger hover:bg-danger-soft',
};
const SIZES: Record<Size, string> = { md: 'h-9 px-3 text-base', sm: 'h-7 px-2 text-sm' };

type Common = { look?: Look; size?: Size; children: ComponentChildren };

/** A button. `busy` says so to assistive technology, shows a spinner and ignores further clicks. */
export function Button({
  look = 'plain',
  size = 'md',
  busy = false,
  type = 'button',
  class: extra,
  children,
  onClick,
  ...rest
}: Common & { busy?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size'>): JSX.Element {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      class={cx(BASE, LOOKS[look], SIZES[size], typeof extra === 'string' && extra)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

/** A link that looks like a button, for what changes the address. */
export function LinkButton({
  look = 'plain',
  size = 'md',
  class: extra,
  children,
  ...rest
}: Common & { href: string } & Pick<
    PartialAnchorHTMLAttributes<HTMLAnchorElement>,
    'target' | 'rel' | 'download' | 'class' | 'onClick' | 'aria-label'
  >): JSX.Element {
  return (
    <a {...rest} class={cx(BASE, LOOKS[look], SIZES[size], typeof extra === 'string' && extra)}>
      {children}
    </a>
  );
}

export const Spinner = (): JSX.Element => (
  <span
    aria-hidden="true"
    class="size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:animate-none"
  />
);
