/** Moving through a list without a mouse, as mail programs have it: j and k or the arrows, Enter opens, letters act. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const WRITES = 'input, textarea, select, [contenteditable], dialog, [role=dialog]';
const STEP: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/**
 * Listens while the list is shown. Its rows carry `data-row` with their id, and inside each the link or button that opens
 * it carries `data-row-link` and gets the focus. `acts` maps further keys to what they do with the row in focus. Keys
 * mean nothing in fields and dialogs; the arrows scroll as ever until a row has the focus.
 */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  acts: Readonly<Record<string, (id: string) => void>>,
): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const focused = document.activeElement;
      if (focused?.closest(WRITES) || !list.current) return;
      const rows = [...list.current.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.findIndex((row) => row.contains(focused));
      const step = STEP[event.key];
      if (step !== undefined) {
        if (at < 0 && event.key.startsWith('Arrow')) return;
        const row = at < 0 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + step))];
        const link = row?.querySelector<HTMLElement>('[data-row-link]');
        if (!row || !link) return;
        event.preventDefault();
        link.focus({ preventScroll: true });
        row.scrollIntoView({ block: 'nearest' });
        return;
      }
      const id = rows[at]?.dataset.row;
      const act = latest.current[event.key];
      if (id === undefined || act === undefined) return;
      event.preventDefault();
      act(id);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list]);
}
