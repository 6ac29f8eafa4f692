import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { patternOf } from '../hosts.ts';

/** Asks the browser, at the person's click, for one site more: the one a form stands in. */
export function AllowSite({ address, onAllowed }: { address: string; onAllowed: () => void }): JSX.Element | null {
  const [refused, setRefused] = useState(false);
  const pattern = patternOf(address);
  if (pattern === undefined) return null;
  const { hostname } = new URL(address);
  const ask = async (): Promise<void> => {
    const granted = await chrome.permissions.request({ origins: [pattern] });
    setRefused(!granted);
    if (granted) onAllowed();
  };
  return (
    <div>
      <Button size="sm" onClick={() => void ask()}>
        {`Allow ${hostname}`}
      </Button>
      {refused && <p class="mt-1 text-xs text-muted">Not allowed. Nothing changes.</p>}
    </div>
  );
}
