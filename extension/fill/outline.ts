/** Marks on the page that show a field's state: colour and line style only, no data, all removable. */

const LOOKS = { filled: '2px solid #2f9e5b', needs_you: '2px dashed #c98a1b', failed: '2px dotted #c2413b' } as const;

const marked = new Map<WeakRef<HTMLElement>, { outline: string; offset: string }>();

/** Draws the outline for an outcome; outcomes without a look leave the element alone. */
export function outline(element: Element | undefined, outcome: string): void {
  if (!(element instanceof HTMLElement) || !(outcome in LOOKS)) return;
  marked.set(new WeakRef(element), { outline: element.style.outline, offset: element.style.outlineOffset });
  element.style.outline = LOOKS[outcome as keyof typeof LOOKS];
  element.style.outlineOffset = '1px';
}

/** Takes every outline away again. */
export function clearOutlines(): void {
  for (const [node, before] of marked) {
    const element = node.deref();
    if (!element) continue;
    element.style.outline = before.outline;
    element.style.outlineOffset = before.offset;
  }
  marked.clear();
}
