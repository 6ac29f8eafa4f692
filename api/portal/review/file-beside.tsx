/** Where the file stands: beside the profile on wide windows; on others docked at the foot, folded until it is asked for. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '#shared/ui/icon.tsx';
import { PagePanel } from './page-panel.tsx';

type Props = Omit<Parameters<typeof PagePanel>[0], 'action'>;

/** Whether there is room for two columns; follows the window. */
export function useWide(): boolean {
  const [query] = useState(() => matchMedia('(min-width: 80rem)'));
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => setWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  return wide;
}

/** The column. Its height is the window's, whatever the profile's is. */
export const FileColumn = (props: Props): JSX.Element => (
  <div class="sticky top-20 flex max-h-[calc(100dvh-6rem)] flex-col">
    <PagePanel {...props} />
  </div>
);

/** The dock. Open it covers the lower part of the window, and what is scrolled to stays above it. */
export function FileDock(props: Props & { open: boolean; onOpen: (open: boolean) => void }): JSX.Element {
  const { open, onOpen, ...panel } = props;
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = open ? '50dvh' : '3rem';
    return () => {
      style.scrollPaddingBottom = '';
    };
  }, [open]);
  return (
    <>
      <div aria-hidden="true" class={open ? 'h-[50dvh]' : 'h-12'} />
      <div class="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface shadow-float md:left-56">
        <button
          type="button"
          aria-expanded={open}
          aria-controls="file-dock"
          onClick={() => onOpen(!open)}
          class="flex h-10 w-full items-center gap-2 px-4 font-medium hover:bg-sunken"
        >
          <Icon name={open ? 'down' : 'up'} class="size-3.5 text-muted" />
          <span class="min-w-0 truncate">{open ? 'Hide the file' : `Show ${panel.fileName}`}</span>
        </button>
        <div id="file-dock" hidden={!open} class={open ? 'flex h-[45dvh] flex-col px-2 pb-2' : ''}>
          {open && <PagePanel {...panel} />}
        </div>
      </div>
    </>
  );
}
