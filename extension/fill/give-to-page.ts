/**
 * The one thing of ours that runs in a page's own world, as the last resort for drop zones that pages guard against events: it
 * hands a file to the handler the page's framework keeps on the zone. Chrome sends the function as text, so it may use nothing
 * but its arguments; it leaves nothing behind and answers only whether there was such a handler.
 */

/** Where, by positions among element children per tree, and what. The page was to have this very file anyway. */
export type GivenToPage = { path: number[][]; name: string; type: string; base64: string };

export function giveToPage({ path, name, type, base64 }: GivenToPage): boolean {
  let root: Document | ShadowRoot | null = document;
  let target: Element | undefined;
  for (const steps of path) {
    let at: ParentNode | null = root;
    for (const index of steps) at = at?.children[index] ?? null;
    if (!(at instanceof Element)) return false;
    target = at;
    root = at.shadowRoot;
  }
  if (!target) return false;
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  transfer.items.add(new File([bytes], name, { type }));

  const handlerOf = (element: Element, event: string): ((event: object) => unknown) | undefined => {
    const key = Object.keys(element).find((each) => /^__react(?:Props|EventHandlers)\$/.test(each));
    const props: unknown = key === undefined ? undefined : Reflect.get(element, key);
    const handler: unknown = typeof props === 'object' && props !== null ? Reflect.get(props, event) : undefined;
    return typeof handler === 'function' ? (given) => Reflect.apply(handler, undefined, [given]) : undefined;
  };
  const eventFor = (element: Element, kind: string, nativeEvent: Event): object => ({
    type: kind,
    nativeEvent,
    target: element,
    currentTarget: element,
    dataTransfer: transfer,
    preventDefault: () => undefined,
    stopPropagation: () => undefined,
    persist: () => undefined,
    isDefaultPrevented: () => false,
    isPropagationStopped: () => false,
  });

  const near: Element[] = [];
  for (let at: Element | null = target; at && near.length < 6 && at.tagName !== 'FORM'; at = at.parentElement)
    near.push(at);
  near.push(...target.querySelectorAll('*'));
  const zone = near.find((element) => handlerOf(element, 'onDrop'));
  if (zone) {
    handlerOf(zone, 'onDrop')?.(eventFor(zone, 'drop', new DragEvent('drop', { dataTransfer: transfer })));
    return true;
  }
  const input = near.find(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.type === 'file' && handlerOf(element, 'onChange') !== undefined,
  );
  if (!input) return false;
  input.files = transfer.files;
  handlerOf(input, 'onChange')?.(eventFor(input, 'change', new Event('change')));
  return true;
}
