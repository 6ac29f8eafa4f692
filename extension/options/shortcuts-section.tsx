/** The keys, as the browser has them: a person may have set others, or another extension may hold them. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { Section } from './section.tsx';

const NAMES: Readonly<Record<string, string>> = {
  _execute_action: 'Open Foothold',
  'fill-form': 'Fill the form on this page',
};

export function ShortcutsSection(): JSX.Element {
  const [keys, setKeys] = useState<chrome.commands.Command[]>([]);
  useEffect(() => void chrome.commands.getAll().then(setKeys), []);
  return (
    <Section id="keys" title="Keyboard">
      <dl class="grid grid-cols-[1fr_auto] gap-y-2">
        {keys.map(({ name = '', shortcut }) => (
          <div key={name} class="col-span-2 grid grid-cols-subgrid">
            <dt>{NAMES[name] ?? name}</dt>
            <dd>
              {shortcut ? <kbd class="font-mono text-sm">{shortcut}</kbd> : <span class="text-muted">not set</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <Button size="sm" onClick={() => void chrome.tabs.create({ url: 'chrome://extensions/shortcuts' })}>
          Change keys
        </Button>
      </div>
    </Section>
  );
}
