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
  const text = holder.textContent ?? '';
  const isSeen =
    text.includes(name) || (stemOf(name).length >= 8 && text.includes(stemOf(name))) || isShortened(text, name);
  return isSeen && (holder.checkVisibility() || visibleStandIn(holder, 2) !== undefined);
}

const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '');

/** “Nora_Lin….pdf”: the beginning, then dots. Names of one person begin alike, so the dots are needed. */
function isShortened(text: string, name: string): boolean {
  const start = stemOf(name).slice(0, 8);
  const at = start.length < 8 ? -1 : text.indexOf(start);
  const shown = at < 0 ? '' : (/^\S*?(?=…|\.\.\.)/.exec(text.slice(at))?.[0] ?? '');
  return shown !== '' && name.startsWith(shown);
}

const dropTarget = (zone: Element): Element => zone.querySelector('[class*="drop" i]:not(.hidden)') ?? zone;

function drop(zone: Element, dataTransfer: DataTransfer): void {
  for (const type of ['dragenter', 'dragover', 'drop']) {
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
  }
}

const TAKES_OUT =
  /^(?:[×✕✖⨯x]$|(?:remove|delete|clear|discard|entfernen|löschen|supprimer|retirer|eliminar|quitar|borrar|remover|excluir|rimuovi|elimina|usuń|verwijder|ta bort)(?![\p{L}]))/iu;
/** How long a page may take to let go of a file. */
const LETTING_GO = 1000;

/** Takes a file out again: out of its input, else by the page's own button for it. False where the page keeps it. */
export async function detachFile(control: Element, zone: Element | undefined, name: string): Promise<boolean> {
  const holder = holderOf(control, zone);
  const isGone = () => (holdsNone(control) && !shows({ control, holder, name })) || undefined;
  if (!holdsNone(control) && control instanceof HTMLInputElement) {
    control.files = new DataTransfer().files;
    inputEvent(control, '');
    changeEvent(control);
    if (await waitFor(isGone, LETTING_GO / 4)) return true;
  }
  const buttons = [...holder.querySelectorAll<HTMLElement>('button,[role=button],a')].filter((button) =>
    TAKES_OUT.test((button.getAttribute('aria-label') ?? button.textContent ?? button.title).trim()),
  );
  const [only, another] = buttons;
  if (only && !another && shows({ control, holder, name })) only.click();
  return (await waitFor(isGone, LETTING_GO)) === true;
}

const holdsNone = (control: Element): boolean =>
  !(control instanceof HTMLInputElement) || (control.files?.length ?? 0) === 0;

/** The name of a file a drop zone says it holds. */
export const shownFile = (zone: Element | undefined): string =>
  /[\p{L}\d_().-][\p{L}\d _().-]{0,100}\.(?:pdf|docx?|rtf|odt|txt)\b/iu.exec(zone?.textContent ?? '')?.[0]?.trim() ??
  '';
