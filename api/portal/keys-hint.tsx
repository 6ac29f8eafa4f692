/** The keys of a list, named where a keyboard is likely. */
import type { JSX } from 'preact';

export const KeysHint = ({ keys }: { keys: readonly (readonly [key: string, does: string])[] }): JSX.Element => (
  <p class="mt-3 hidden flex-wrap gap-x-4 gap-y-1 text-xs text-muted md:flex">
    {keys.map(([key, does]) => (
      <span key={key}>
        <kbd class="rounded-sm border border-line bg-surface px-1 font-mono">{key}</kbd> {does}
      </span>
    ))}
  </p>
);
