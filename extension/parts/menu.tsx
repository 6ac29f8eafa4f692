/** A small menu behind a button: arrow keys move, Escape closes, focus comes back. */
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '#shared/ui/icon.tsx';

export type MenuItem = { label: string; onPick: () => void };
type Props = { label: string; items: readonly MenuItem[]; icon?: IconName };

export function Menu({ label, items, icon = 'menu' }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to !== undefined) entries.at(to % entries.length)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="relative"
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        class="flex size-8 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-text"
      >
        <Icon name={icon} />
      </button>
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        hidden={!open}
        onKeyDown={move}
        class="absolute top-full right-0 z-20 min-w-44 rounded-md border border-line bg-surface py-1 shadow-float"
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close();
              item.onPick();
            }}
            class="block w-full px-3 py-1.5 text-left text-sm hover:bg-sunken"
          >
            {item.label}
          </button>
        ))}
      </div>
    </div>
  );
}
