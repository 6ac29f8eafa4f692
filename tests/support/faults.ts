/** What would keep somebody from using a page, as axe and the window's edge tell. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Faults axe calls serious or critical, in light and in dark, and what is wider than the window. Dark changes colours and
 * nothing else, so only contrast is looked at there. Portal pages have no frames: one script in the page sees all.
 */
export async function faultsOf(page: Page, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (scheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical') {
        const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
        faults.push(`${where} (${scheme}): ${id} at ${places.join(', ')}`);
      }
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [...faults, `${where}: ${over} px wider than the window`] : faults;
}
