/**
 * What our world could not bring a page to take, so that the background may have the page's own code asked
 * (`give-to-page.ts`). Leaves nothing on the page: a place is told by its way down the tree.
 */
import type { FieldReport, FillStep } from '#shared/form/form.schema.ts';
import { waitFor } from './events.ts';
import { locate } from './field-registry.ts';
import { type Shown, watchSlot } from './file-evidence.ts';
import { noteWritten } from './undo.ts';

/** Positions among element children, one list for each tree from the document down through open shadow roots. */
export type PagePath = number[][];

/** A place that did nothing with a file, and the document meant for it. */
export type HandOver = { ref: string; path: PagePath; documentId: string };

type Left = {
  readonly step: FillStep;
  readonly line: FieldReport;
  readonly name: string;
  target: Element;
  readonly place: Element;
  look?: () => Shown;
};

const left = new Map<string, Left>();

/** How long a page may take to show what its own code was given. */
const PATIENCE = 4000;

export const forgetHandOvers = (): void => left.clear();
export const noteHandOver = (given: Left): void => void left.set(given.step.ref, given);

/** What the last run left to the page's own code. Asked for right before that is done: what the page says now is noted. */
export function handOvers(): HandOver[] {
  return [...left.values()].flatMap((each) => {
    const control = locate(document, each.step.ref);
    const path = each.target.isConnected ? pathTo(each.target) : undefined;
    if (!control || !path) return [];
    each.look = watchSlot({ control, holder: each.place, name: each.name });
    return [{ ref: each.step.ref, path, documentId: each.step.value }];
  });
}

/** Waits for the page to show what its code was given; a line for each question where it does. */
export async function settle(refs: readonly string[]): Promise<FieldReport[]> {
  const lines: FieldReport[] = [];
  for (const { step, line, name, look, place } of left.values()) {
    const shown =
      refs.includes(step.ref) &&
      look &&
      (await waitFor(() => (look().shown && !look().busy ? true : undefined), PATIENCE));
    if (!shown || look().refusal) continue;
    noteWritten({ step, before: '', wrote: name, wasOn: undefined, place });
    lines.push({ ...line, outcome: 'filled', reason: 'Attached; the page shows it' });
  }
  left.clear();
  return lines;
}

/** The way to an element; undefined where it leads through a closed shadow root, which the page's world cannot walk. */
function pathTo(element: Element): PagePath | undefined {
  const path: PagePath = [[]];
  for (let at: Element = element; ; ) {
    const parent: Node | null = at.parentNode;
    if (!(parent instanceof Element || parent instanceof Document || parent instanceof ShadowRoot)) return undefined;
    path[0]?.unshift([...parent.children].indexOf(at));
    if (parent instanceof Document) return path;
    if (parent instanceof ShadowRoot) {
      if (parent.mode === 'closed') return undefined;
      path.unshift([]);
      at = parent.host;
    } else at = parent;
  }
}
