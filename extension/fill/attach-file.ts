/** Attaching a document: into the input, else dropped on its zone; success is only what the page shows. */
import { changeEvent, inputEvent, waitFor } from './events.ts';
import { visibleStandIn, whyInvisible } from './visibility.ts';

export type FileBytes = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** How long a page may take to show what it was given. */
const PATIENCE = 4000;

/** Attaches and waits for the page to show the name; `reason` says what a person has to do otherwise. */
export async function attachFile(
  control: Element,
  zone: Element | undefined,
  source: FileBytes,
): Promise<{ shown: true } | { reason: string }> {
  const holder = holderOf(control, zone);
  if (control instanceof HTMLInputElement) {
    if ((control.files?.length ?? 0) > 0) return { reason: 'Another file is attached already' };
    control.files = carrying(source).files;
    inputEvent(control, '');
    changeEvent(control);
    if (await waitFor(() => shows({ control, holder, name: source.name }) || undefined, PATIENCE))
      return { shown: true };
    // The page kept the file but shows nothing: dropping it too might attach it twice.
    if ((control.files?.length ?? 0) > 0)
      return { reason: 'Given to the page, but it does not show the file: check before you submit' };
  }
  const target = dropTarget(zone ?? holder);
  drop(target, carrying(source));
  const shown = await waitFor(() => shows({ control, holder, name: source.name }) || undefined, PATIENCE);
  return shown ? { shown: true } : { reason: 'The page did not take the file: attach the downloaded one here' };
}

function carrying({ name, type, bytes }: FileBytes): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
  return transfer;
}

/** A place that outlives the input, which some pages remove once they have the file. */
function holderOf(control: Element, zone: Element | undefined): Element {
  let holder = zone ?? control;
  for (let depth = 0; depth < 3 && holder.parentElement; depth++) {
    const parent: Element = holder.parentElement;
    if (/^(?:FORM|BODY)$/.test(parent.tagName) || parent.querySelectorAll('input[type=file]').length > 1) break;
    holder = parent;
  }
  return holder;
}

/** Whether a person can read on the page that this file is attached. */
function shows({ control, holder, name }: { control: Element; holder: Element; name: string }): boolean {
  if (
    control instanceof HTMLInputElement &&
    control.isConnected &&
    control.files?.[0]?.name === name &&
    !whyInvisible(control)
  )
    return true;
  const stem = name.replace(/\.[^.]+$/, '');
  const text = holder.textContent ?? '';
  const isSeen =
    text.includes(name) || (stem.length >= 8 && text.includes(stem.slice(0, Math.max(8, Math.min(stem.length, 14)))));
  return isSeen && (holder.checkVisibility() || visibleStandIn(holder, 2) !== undefined);
}

const dropTarget = (zone: Element): Element => zone.querySelector('[class*="drop" i]:not(.hidden)') ?? zone;

function drop(zone: Element, dataTransfer: DataTransfer): void {
  for (const type of ['dragenter', 'dragover', 'drop']) {
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
  }
}

/** Takes a file out of its input again; zones that swallowed it keep it. */
export function detachFile(control: Element): boolean {
  if (!(control instanceof HTMLInputElement)) return false;
  control.files = new DataTransfer().files;
  inputEvent(control, '');
  changeEvent(control);
  return (control.files?.length ?? 0) === 0;
}

/** The name of a file a drop zone says it holds. */
export const shownFile = (zone: Element | undefined): string =>
  /[\p{L}\d_().-][\p{L}\d _().-]{0,100}\.(?:pdf|docx?|rtf|odt|txt)\b/iu.exec(zone?.textContent ?? '')?.[0]?.trim() ??
  '';
