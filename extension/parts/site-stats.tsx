/** What fills came to, site by site. It is counted in this browser and sent to nobody. */
import type { JSX } from 'preact';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { formatDate } from '#shared/ui/format.ts';
import { send } from '../messages.ts';
import { stored } from '../storage.ts';
import { useStored } from './use-stored.ts';

export function SiteStats(): JSX.Element {
  const sites = Object.entries(useStored(stored.siteStats, undefined) ?? {}).sort(
    ([, a], [, b]) => b.lastAt - a.lastAt,
  );
  if (sites.length === 0) return <p class="text-muted">Nothing yet. Fills are counted here.</p>;
  return (
    <div class="flex flex-col gap-3">
      <section class="overflow-x-auto" aria-label="Fills by site">
        <table class="w-full text-sm">
          <thead class="text-left text-xs text-muted">
            <tr>
              <th class="py-1 pr-3 font-medium">Site</th>
              {['Fills', 'Questions', 'Filled', 'Yours', 'Failed'].map((name) => (
                <th
                  key={name}
                  class={cx('px-1 py-1 text-right font-medium sm:px-2', name === 'Questions' && 'max-sm:hidden')}
                >
                  {name}
                </th>
              ))}
              <th class="py-1 pl-3 text-right font-medium max-sm:hidden">Last</th>
            </tr>
          </thead>
          <tbody class="divide-y divide-line">
            {sites.map(([host, { fills, questions, filled, yours, failed, lastAt }]) => (
              <tr key={host}>
                <th scope="row" class="max-w-24 truncate py-1 pr-3 sm:max-w-48 text-left font-normal" title={host}>
                  {host}
                </th>
                {[fills, questions, filled, yours, failed].map((count, i) => (
                  <td key={i} class={cx('px-1 py-1 text-right tabular-nums sm:px-2', i === 1 && 'max-sm:hidden')}>
                    {count}
                  </td>
                ))}
                <td class="py-1 pl-3 text-right whitespace-nowrap text-muted max-sm:hidden">
                  {formatDate(new Date(lastAt).toISOString())}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Button size="sm" class="self-start" onClick={() => void send('stats.clear', {})}>
        Clear
      </Button>
    </div>
  );
}
