/** Where Foothold is off, and which sites it may look at beyond the declared ones. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { hostIn } from '../hosts.ts';
import { send } from '../messages.ts';
import { useAllowedSites } from '../parts/use-allowed-sites.ts';
import type { Settings } from '../storage.ts';
import { Section } from './section.tsx';

export function SitesSection({ settings }: { settings: Settings }): JSX.Element {
  const { sitesOff } = settings;
  const allowed = useAllowedSites();
  const save = (sites: readonly string[]) => void send('settings.save', { sitesOff: [...new Set(sites)].sort() });
  return (
    <Section id="sites" title="Sites">
      <AddSite onAdd={(host) => save([...sitesOff, host])} />
      <SiteList title="Turned off" empty="Foothold is off on no site.">
        {sitesOff.map((host) => (
          <Site key={host} name={host} action="Turn on" onAction={() => save(sitesOff.filter((one) => one !== host))} />
        ))}
      </SiteList>
      <SiteList
        title="Always allowed"
        empty="None. On pages that are no application site Foothold looks only when you press its button."
      >
        {allowed.map((pattern) => (
          <Site
            key={pattern}
            name={pattern.replace(/^https?:\/\/|\/\*$/g, '')}
            action="Remove"
            onAction={() => void chrome.permissions.remove({ origins: [pattern] })}
          />
        ))}
      </SiteList>
    </Section>
  );
}

function AddSite({ onAdd }: { onAdd: (host: string) => void }): JSX.Element {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (): void => {
    const host = hostIn(typed);
    setWrong(host === undefined);
    if (host === undefined) return;
    onAdd(host);
    setTyped('');
  };
  return (
    <form
      class="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label="Turn off on a site"
        class="flex-1"
        value={typed}
        onValue={setTyped}
        placeholder="jobs.example.com"
        autocomplete="off"
        spellcheck={false}
        error={wrong ? 'Give the name of a site, such as jobs.example.com' : undefined}
      />
      <Button type="submit" class="mt-6">
        Turn off
      </Button>
    </form>
  );
}

type ListProps = { title: string; empty: string; children: ComponentChildren[] };

const SiteList = ({ title, empty, children }: ListProps): JSX.Element => (
  <div>
    <h3 class="mb-1 text-sm font-medium">{title}</h3>
    {children.length === 0 ? (
      <p class="text-sm text-muted">{empty}</p>
    ) : (
      <ul class="divide-y divide-line rounded-md border border-line">{children}</ul>
    )}
  </div>
);

const Site = ({ name, action, onAction }: { name: string; action: string; onAction: () => void }): JSX.Element => (
  <li class="flex h-10 items-center gap-2 px-3">
    <span class="min-w-0 flex-1 truncate" title={name}>
      {name}
    </span>
    <Button size="sm" look="quiet" aria-label={`${action} ${name}`} onClick={onAction}>
      {action}
    </Button>
  </li>
);
