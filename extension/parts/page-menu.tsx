/** What a person may decide about the site in front of them, behind one button. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hostOf, patternOf } from '../hosts.ts';
import { send } from '../messages.ts';
import { stored } from '../storage.ts';
import { Menu, type MenuItem } from './menu.tsx';
import { useAllowedSites } from './use-allowed-sites.ts';
import { useStored } from './use-stored.ts';

type Props = {
  tabId: number | undefined;
  /** The menu stands in the side panel already. */
  inPanel?: boolean;
};

export function PageMenu({ tabId, inPanel = false }: Props): JSX.Element {
  const address = useAddress(tabId);
  const sitesOff = useStored(stored.settings, undefined)?.sitesOff ?? [];
  const allowed = useAllowedSites();
  const items: MenuItem[] = [
    ...(inPanel ? [] : [{ label: 'Open in side panel', onPick: () => void openSidePanel() }]),
    ...(address === undefined ? [] : siteItems({ address, sitesOff, allowed })),
    { label: 'Options', onPick: () => void chrome.runtime.openOptionsPage() },
  ];
  return <Menu label="More" items={items} />;
}

type Site = { address: string; sitesOff: readonly string[]; allowed: readonly string[] };

function siteItems({ address, sitesOff, allowed }: Site): MenuItem[] {
  const host = hostOf(address);
  if (host === undefined) return [];
  const others = sitesOff.filter((one) => one !== host);
  const isOff = others.length < sitesOff.length;
  const turn: MenuItem = {
    label: isOff ? 'Turn on on this site' : 'Turn off on this site',
    onPick: () => void send('settings.save', { sitesOff: isOff ? others : [...others, host].sort() }),
  };
  const pattern = patternOf(address);
  if (pattern === undefined || isOff) return [turn];
  const origins = [pattern];
  return allowed.includes(pattern)
    ? [turn, { label: 'No longer always on this site', onPick: () => void chrome.permissions.remove({ origins }) }]
    : [turn, { label: 'Always on this site', onPick: () => void chrome.permissions.request({ origins }) }];
}

async function openSidePanel(): Promise<void> {
  const { id } = await chrome.windows.getCurrent();
  if (id === undefined) return;
  await chrome.sidePanel.open({ windowId: id });
  window.close();
}

/** The address of the tab, where a click or a permission lets us know it. */
function useAddress(tabId: number | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (tabId === undefined) return;
    chrome.tabs.get(tabId).then(
      ({ url }) => setAddress(url),
      () => setAddress(undefined),
    );
  }, [tabId]);
  return address;
}
