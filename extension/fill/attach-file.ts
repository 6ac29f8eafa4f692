/** Attaching a document: into the input, else dropped on its zone; success is only what the page shows. */
import { composedParent, deepElements, shadowOf } from './deep-dom.ts';
import { changeEvent, inputEvent, waitFor } from './events.ts';
import { fileNamedIn, showsFile, watchSlot } from './file-evidence.ts';
import { wordsOf } from './label-of.ts';
import { whyInvisible } from './visibility.ts';

export type FileBytes = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** Where a document goes: the control, what a person sees of it, and how to stop waiting for it. */
export type Slot = {
  readonly control: Element;
  readonly zone: Element | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** `handOver` is the zone the page itself has to be asked to take the file for: it did nothing at all with ours. */
export type Attached = { readonly shown: true } | { readonly reason: string; readonly handOver?: Element };

/** How long a page may take to show what it was given, and how long to read it. */
const PATIENCE = 4000;
const READING = 15_000;
/** A page that does nothing at all for this long has not noticed. */
const DEAF = 1200;

const STAYS = 'Given to the page, but it does not show the file: check before you submit';
const NOT_TAKEN = 'The page did not take the file: download it and attach it here yourself';

/** Attaches and waits until the page shows the name and has finished reading; `reason` says what a person has to do otherwise. */
export async function attachFile(slot: Slot, source: FileBytes): Promise<Attached> {
  const { control, zone } = slot;
  const holder = holderOf(control, zone);
  const unfit = whyUnfit(slot, holder, source);
  if (unfit) return { reason: unfit };
  if (control instanceof HTMLInputElement) {
    if ((control.files?.length ?? 0) > 0) return { reason: 'Another file is attached already' };
    const given = await give(slot, source, () => putInto(control, source));
    if (given.shown) return { shown: true };
    if (given.refusal) return takeBack(control, given.refusal);
    const target = dropTarget(zone ?? holder);
    // The page has the file but shows nothing: dropping it too might attach it twice, unless it has not even noticed.
    if (!given.wasDeaf || !wantsDrops(target, source)) return { reason: STAYS };
    empty(control);
    const dropped = await dropOn(target, slot, source);
    if (!('handOver' in dropped)) return dropped;
    putInto(control, source);
    return { reason: STAYS };
  }
  const dropped = await dropOn(dropTarget(zone ?? holder), slot, source);
  if (!('handOver' in dropped)) return dropped;
  const input = await inputBehind(zone ?? holder);
  if (!input) return dropped;
  return attachFile({ ...slot, control: input, zone: zone ?? holder }, source);
}

async function dropOn(target: Element, slot: Slot, source: FileBytes): Promise<Attached> {
  const given = await give(slot, source, () => drop(target, carrying(source)));
  if (given.shown) return { shown: true };
  if (given.refusal) return { reason: pageSays(given.refusal) };
  return given.wasDeaf ? { reason: NOT_TAKEN, handOver: target } : { reason: NOT_TAKEN };
}

type Given = { readonly shown: boolean; readonly refusal?: string; readonly wasDeaf: boolean };

/** Does it, then waits for what the page shows: the name, and the end of its work on the file. */
async function give({ control, zone, signal }: Slot, source: FileBytes, act: () => unknown): Promise<Given> {
  const holder = holderOf(control, zone);
  const look = watchSlot({ control, holder, name: source.name });
  const pulse = listen(holder);
  act();
  let now = look();
  const started = performance.now();
  let calm = 0;
  await waitFor(() => {
    if (signal?.aborted) return true;
    now = look();
    const waited = performance.now() - started;
    calm = now.busy || !now.shown ? 0 : calm + 1;
    // Work on a file is announced a moment after its name.
    if (now.refusal || calm > 2) return true;
    if (now.busy) return undefined;
    return !now.shown && (waited > PATIENCE || (waited > DEAF && !pulse.heard())) ? true : undefined;
  }, READING);
  pulse.stop();
  return {
    shown: now.shown && !now.refusal,
    wasDeaf: !pulse.heard(),
    ...(now.refusal ? { refusal: now.refusal } : {}),
  };
}

/** Whether the page changes anything around the slot. */
function listen(holder: Element): { heard: () => boolean; stop: () => void } {
  let changes = 0;
  const observer = new MutationObserver((records) => {
    changes += records.length;
  });
  const roots = [...holder.querySelectorAll('*')].map(shadowOf).filter((root) => root !== null);
  for (const root of [holder, ...roots])
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  return {
    heard: () => {
      changes += observer.takeRecords().length;
      return changes > 0;
    },
    stop: () => observer.disconnect(),
  };
}

function putInto(control: HTMLInputElement, source: FileBytes): void {
  control.files = carrying(source).files;
  inputEvent(control, '');
  changeEvent(control);
}

function empty(control: HTMLInputElement): void {
  control.files = new DataTransfer().files;
}

const pageSays = (words: string): string => `The page says: “${words}”`;

/** What the page refused does not stay in its input, where it would be sent along. */
function takeBack(control: HTMLInputElement, refusal: string): Attached {
  if ((control.files?.length ?? 0) > 0) empty(control);
  return { reason: pageSays(refusal) };
}

function carrying({ name, type, bytes }: FileBytes): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
  return transfer;
}

const UNITS: Readonly<Record<string, number>> = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
const LIMIT =
  /(?:max(?:imum|imal|\.)?|up to|limit|under|less than|smaller than|≤|<|bis zu|höchstens|taille|hasta|até|fino a|maks\w*)[^.\d]{0,40}?(\d+(?:[.,]\d+)?) ?([KMG])i?B\b/iu;

/** What the page says it takes, where it says so: kinds in `accept`, a size beside the slot. */
function whyUnfit({ control }: Slot, holder: Element, { name, bytes }: FileBytes): string | undefined {
  if (control instanceof HTMLInputElement && !takes(control.accept, name))
    return `The site does not take this kind of file (${control.accept.slice(0, 60)})`;
  const [, amount, unit = ''] = LIMIT.exec(wordsOf(holder, { buttons: true })) ?? [];
  const limit = Number((amount ?? '').replace(',', '.')) * (UNITS[unit.toUpperCase()] ?? 0);
  return limit > 0 && bytes.length > limit * 1.05 ? `The page takes files up to ${amount} ${unit}B` : undefined;
}

function takes(accept: string, name: string): boolean {
  const endings = accept
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each.startsWith('.'));
  // Media types are weighed when the document is chosen; here only a plain list of endings is sure.
  const isPlain = endings.length > 0 && endings.length === accept.split(',').length;
  return !isPlain || endings.some((ending) => name.toLowerCase().endsWith(ending));
}

const UPLOADS = 'input[type=file],[class*="drop-zone" i],[class*="dropzone" i]';

/** A place that outlives the input, which some pages remove once they have the file. */
export function holderOf(control: Element, zone: Element | undefined): Element {
  let holder = zone ?? control;
  for (let depth = 0; depth < 3; depth++) {
    const parent = composedParent(holder);
    if (!parent) break;
    const inside = new Set<Element>([holder, ...deepElements(holder)]);
    const isShared = [...deepElements(parent)].some(
      (other) => other.matches(UPLOADS) && !inside.has(other) && !other.contains(holder),
    );
    if (/^(?:FORM|BODY|MAIN)$/.test(parent.tagName) || isShared) break;
    holder = parent;
  }
  return holder;
}

const dropTarget = (zone: Element): Element =>
  [...zone.querySelectorAll('[class*="drop" i]:not(.hidden)')].find((at) => !whyInvisible(at)) ?? zone;

const dragEvent = (type: string, dataTransfer: DataTransfer): DragEvent =>
  new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer });

/** A place that takes drops says so by cancelling the browser's own answer to what hovers over it. */
function wantsDrops(zone: Element, source: FileBytes): boolean {
  const dataTransfer = carrying(source);
  zone.dispatchEvent(dragEvent('dragenter', dataTransfer));
  const isWanted = !zone.dispatchEvent(dragEvent('dragover', dataTransfer));
  zone.dispatchEvent(dragEvent('dragleave', dataTransfer));
  return isWanted;
}

function drop(zone: Element, dataTransfer: DataTransfer): void {
  for (const type of ['dragenter', 'dragover', 'drop']) zone.dispatchEvent(dragEvent(type, dataTransfer));
}

const CHOOSES =
  /^(?:(?:attach|upload|select|choose|browse|add)(?: (?:a |your |the )?(?:files?|documents?|resume|résumé|cv|cover letter|from (?:computer|device)))?|datei(?:en)? (?:auswählen|hochladen)|durchsuchen|parcourir|choisir un fichier|seleccionar archivo|examinar|selecionar arquivo|escolher arquivo|scegli file|sfoglia|wybierz plik|przeglądaj|bestand kiezen|bladeren|välj fil|dosya seç)\W*$/iu;
const APPEARS = 800;

/**
 * Some pages make their input only when their button is pressed. A press by a program opens no chooser of the system unless the
 * person has just pressed something in the page, so it is done only when they have not.
 */
async function inputBehind(place: Element): Promise<HTMLInputElement | undefined> {
  if (navigator.userActivation?.isActive) return undefined;
  const buttons = [...place.querySelectorAll<HTMLElement>('button,[role=button]')].filter(
    (button) => CHOOSES.test(wordsOf(button, { buttons: true })) && !whyInvisible(button),
  );
  const [button, another] = buttons;
  if (!button || another) return undefined;
  const before = new Set(fileInputs(place.ownerDocument));
  button.click();
  return waitFor(() => {
    const [input, second] = fileInputs(place.ownerDocument).filter((each) => !before.has(each));
    return second ? undefined : input;
  }, APPEARS);
}

const fileInputs = (document: Document): HTMLInputElement[] =>
  [...deepElements(document)].filter(
    (at): at is HTMLInputElement => at instanceof HTMLInputElement && at.type === 'file',
  );

const TAKES_OUT =
  /^(?:[×✕✖⨯x]$|(?:remove|delete|clear|discard|entfernen|löschen|supprimer|retirer|eliminar|quitar|borrar|remover|excluir|rimuovi|elimina|usuń|verwijder|ta bort)(?![\p{L}]))/iu;
/** How long a page may take to let go of a file. */
const LETTING_GO = 1000;

/** Takes a file out again: out of its input, else by the page's own button for it. False where the page keeps it. */
export async function detachFile({ control, zone }: Slot, name: string): Promise<boolean> {
  const holder = holderOf(control, zone);
  const isGone = () => (holdsNone(control) && !showsFile({ control, holder, name })) || undefined;
  if (!holdsNone(control) && control instanceof HTMLInputElement) {
    empty(control);
    inputEvent(control, '');
    changeEvent(control);
    if (await waitFor(isGone, LETTING_GO / 4)) return true;
  }
  const buttons = [...holder.querySelectorAll<HTMLElement>('button,[role=button],a')].filter((button) =>
    TAKES_OUT.test((button.getAttribute('aria-label') || button.textContent || button.title).trim()),
  );
  const [only, another] = buttons;
  if (only && !another && showsFile({ control, holder, name })) only.click();
  return (await waitFor(isGone, LETTING_GO)) === true;
}

const holdsNone = (control: Element): boolean =>
  !(control instanceof HTMLInputElement) || (control.files?.length ?? 0) === 0;

/** The name of a file a drop zone says it holds. */
export const shownFile = fileNamedIn;
