/** Gathers what the page side can do under one name in our isolated world. */

import type { FieldReport } from '#shared/form/form.schema.ts';
import { collectFields } from '../fill/collect-fields.ts';
import { locate, locateZone } from '../fill/field-registry.ts';
import { outline } from './outline.ts';
import type { FillOrder, PageGlobal, PageTools } from './page-tools.ts';

const fills = new Map<string, Promise<FieldReport[]>>();

async function fillOnce(order: FillOrder): Promise<FieldReport[]> {
  if (location.origin !== order.origin) return [];
  return [];
}

const tools: PageTools = {
  look: () => ({ origin: location.origin, fields: collectFields(document) }),
  fill(order) {
    const known = fills.get(order.runId) ?? fillOnce(order);
    fills.set(order.runId, known);
    return known;
  },
  stop() {},
  undo: async () => 0,
  reveal({ ref }) {
    const shown = locateZone(document, ref) ?? locate(document, ref);
    if (!(shown instanceof HTMLElement)) return false;
    shown.scrollIntoView({ block: 'center', behavior: 'instant' });
    outline([shown]);
    return true;
  },
};

/** Installs the tools, once: what an earlier run remembers for undo stays. */
export function installPageTools(): void {
  (globalThis as PageGlobal).footholdPage ??= tools;
}
