/** Doubtful values, first on the page: each with where it came from, accepted or corrected without leaving the keyboard. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Editing, EntryField } from '#shared/profile/entry.view.tsx';
import { pathInWords, valueAt } from '#shared/profile/path.rules.ts';
import { count } from '#shared/ui/format.ts';
import { Section } from '#shared/ui/layout.tsx';

const SHOWN = 12;

/**
 * The list; nothing where nothing is doubtful. A value stops being doubtful with its first changed letter, so the field
 * that is being typed in stays until it is left.
 */
export function ToCheck({
  items,
  editing,
}: {
  items: readonly { path: string; text: string }[];
  editing: Editing;
}): JSX.Element | null {
  const [typing, setTyping] = useState<string>();
  const order = useRef<string[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const doubtful = new Set(items.map(({ path }) => path));
  for (const path of doubtful) if (!order.current.includes(path)) order.current.push(path);
  const rows = order.current.filter((path) => doubtful.has(path) || path === typing);
  if (rows.length === 0) return null;

  const accept = (path: string): void => {
    const next = rows[rows.indexOf(path) + 1] ?? rows[rows.indexOf(path) - 1];
    setTyping(undefined);
    editing.accept(path);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(next ?? '')}"] :is(input, textarea)`)?.focus(),
    );
  };
  return (
    <Section
      title={doubtful.size > 0 ? `${count(doubtful.size, 'value')} to check` : 'All checked'}
      lead="Foothold is not sure about these. Correct them, or press Alt+Enter in the field if it is right."
    >
      <ul ref={list} class="grid gap-x-4 gap-y-3 rounded-lg border border-warn bg-surface p-4 sm:grid-cols-2">
        {rows.slice(0, SHOWN).map((path) => {
          const long = String(valueAt(editing.resume, path) ?? '').length > 60;
          return (
            <li
              key={path}
              data-path={path}
              class={long ? 'sm:col-span-2' : ''}
              onFocusCapture={() => setTyping(path)}
              onBlurCapture={() => setTyping(undefined)}
            >
              <EntryField
                spec={{ key: path, label: capital(pathInWords(path)), kind: long ? 'area' : 'text' }}
                path={path}
                editing={{ ...editing, accept }}
              />
            </li>
          );
        })}
      </ul>
      {rows.length > SHOWN && (
        <p class="mt-2 text-sm text-muted">And {rows.length - SHOWN} more, marked in their sections.</p>
      )}
    </Section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
