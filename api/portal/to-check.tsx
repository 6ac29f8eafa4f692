/** Doubtful values, first on the page: each with where it came from, accepted or corrected without leaving the keyboard. */
import type { JSX } from 'preact';
import { type Editing, EntryField } from '#shared/profile/entry.view.tsx';
import { pathInWords } from '#shared/profile/path.rules.ts';
import { count } from '#shared/ui/format.ts';
import { Section } from '#shared/ui/layout.tsx';

/** The list; nothing where nothing is doubtful. */
export function ToCheck({
  items,
  editing,
}: {
  items: readonly { path: string; text: string }[];
  editing: Editing;
}): JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <Section
      title={`${count(items.length, 'value')} to check`}
      lead="Foothold is not sure about these. Correct them, or press Alt+Enter in the field if it is right."
    >
      <ul class="divide-y divide-line rounded-lg border border-warn bg-surface">
        {items.slice(0, 12).map(({ path, text }) => (
          <li key={path} class="p-3">
            <EntryField
              spec={{ key: path, label: capital(pathInWords(path)), kind: text.length > 70 ? 'area' : 'text' }}
              path={path}
              editing={editing}
            />
          </li>
        ))}
      </ul>
      {items.length > 12 && (
        <p class="mt-2 text-sm text-muted">And {items.length - 12} more, marked in their sections.</p>
      )}
    </Section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
