/** The options: the link to an account, and what the person wants done and left. */
import type { JSX } from 'preact';
import type { User } from '#shared/auth/auth.schema.ts';
import { Mark } from '../parts/mark.tsx';
import { SiteStats } from '../parts/site-stats.tsx';
import { useStored } from '../parts/use-stored.ts';
import { read, readSettings, type Settings, stored } from '../storage.ts';
import { AccountSection } from './account-section.tsx';
import { FillingSection } from './filling-section.tsx';
import { NewsSection } from './news-section.tsx';
import { PartsSection } from './parts-section.tsx';
import { Section } from './section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { SitesSection } from './sites-section.tsx';

export type First = { account: User | undefined; settings: Settings };

export async function loadOptions(): Promise<First> {
  const [account, settings] = await Promise.all([read(stored.account), readSettings()]);
  return { account, settings };
}

export function Options({ first }: { first: First }): JSX.Element {
  const account = useStored(stored.account, first.account);
  const settings = useStored(stored.settings, first.settings) ?? first.settings;
  return (
    <main class="mx-auto flex max-w-xl flex-col gap-6 px-4 py-8">
      <header class="flex items-center gap-3">
        <Mark class="size-9" />
        <h1 class="text-xl font-semibold">Foothold options</h1>
      </header>
      <AccountSection account={account} settings={settings} />
      <FillingSection settings={settings} />
      <PartsSection settings={settings} />
      <SitesSection settings={settings} />
      <NewsSection apiAddress={settings.apiAddress} />
      <ShortcutsSection />
      <Section id="statistics" title="Your fills by site" intro="Counted in this browser and sent to nobody.">
        <SiteStats />
      </Section>
      <p class="text-sm text-muted">
        Foothold reads a page when you press its button, and on the application sites it declares. It never submits a
        form, never ticks a consent box and sends nothing to anyone but the address above.
      </p>
    </main>
  );
}
