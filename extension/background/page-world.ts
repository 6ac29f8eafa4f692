/**
 * The last resort for files a page takes from nobody but its own code: the fixed function `giveToPage` is run in the page's
 * world with one place and one file. Nothing the page answers is believed; what counts is what it shows afterwards.
 */
import type { FieldReport } from '#shared/form/form.schema.ts';
import { joinReports } from '#shared/form/report.rules.ts';
import { type GivenToPage, giveToPage } from '../fill/give-to-page.ts';
import type { HandOver } from '../fill/hand-over.ts';
import type { FillOrder, PageGlobal } from '../page/page-tools.ts';

type Filled = { tabId: number; documentId: string; order: FillOrder; reports: FieldReport[] };

/** Has the page's own code take what `reports` says it did not take; the reports as they stand after that. */
export async function finishInPageWorld({ tabId, documentId, order, reports }: Filled): Promise<FieldReport[]> {
  if (!reports.some((line) => line.outcome === 'needs_you' && line.source?.startsWith('document:'))) return reports;
  const target = { tabId, documentIds: [documentId] };
  try {
    const [answer] = await chrome.scripting.executeScript({ target, func: left });
    const refs: string[] = [];
    for (const { ref, path, documentId: file } of answer?.result ?? []) {
      const attachment = order.attachments[file];
      if (!attachment) continue;
      const args: [GivenToPage] = [{ path, ...attachment }];
      const [taken] = await chrome.scripting.executeScript({ target, world: 'MAIN', func: giveToPage, args });
      if (taken?.result === true) refs.push(ref);
    }
    if (refs.length === 0) return reports;
    const [settled] = await chrome.scripting.executeScript({ target, func: settle, args: [{ refs }] });
    return inOrder(reports, settled?.result ?? []);
  } catch {
    // The page was left meanwhile: what was reported before still holds.
    return reports;
  }
}

/** Lines that came true take the place of those that said otherwise. */
function inOrder(reports: readonly FieldReport[], settled: readonly FieldReport[]): FieldReport[] {
  const joined = joinReports([...reports], [...settled]);
  return reports.map(({ ref }) => joined.find((line) => line.ref === ref)).filter((line) => line !== undefined);
}

// These bodies run inside the page's isolated world: they are sent as text and may use nothing but their arguments.
function left(): HandOver[] {
  return (globalThis as PageGlobal).footholdPage?.handOvers() ?? [];
}
function settle(given: { refs: string[] }): Promise<FieldReport[]> | FieldReport[] {
  return (globalThis as PageGlobal).footholdPage?.settle(given) ?? [];
}
