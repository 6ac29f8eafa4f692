/**
 * The background's hand in a tab: puts our script into its frames and calls it. Every call names the *document* it was
 * given, so a page that has navigated in between cannot receive what was meant for the one before.
 */

import { actionsAmong } from '#shared/form/actions.rules.ts';
import type { FieldReport, FormAction } from '#shared/form/form.schema.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { isDeclared } from '../hosts.ts';
import type { FillOrder, FrameView, PageGlobal } from '../page/page-tools.ts';
import { isRefusedHost } from '../sites/registry.ts';
import { finishInPageWorld } from './page-world.ts';
import { isTurnedOff } from './site-access.ts';

const PAGE_SCRIPT = '/page-fill.js';

/** One frame of a tab as Chrome names it. */
export type Frame = { frameId: number; documentId: string };
export type SeenFrame = Frame & Omit<FrameView, 'buttons'> & { actions: FormAction[] };

export const unreachable = () =>
  new AppError('extension.page_closed', {
    kind: 'forbidden',
    message: 'Foothold may not look at this page. Open the application form and press the Foothold button there.',
  });

const refused = () =>
  new AppError('extension.page_refused', {
    kind: 'forbidden',
    message:
      'The terms of this site forbid tools on its pages. Follow its link to the employer and fill the form there.',
  });

const turnedOff = () =>
  new AppError('extension.site_off', {
    kind: 'forbidden',
    message: 'You turned Foothold off on this site. Turn it on again in the menu above or in the options.',
  });

const pageGone = (cause: unknown) =>
  new AppError('extension.page_gone', {
    kind: 'conflict',
    message: 'The page was left or loaded anew. Nothing more was written.',
    cause,
  });

/** The address of a tab, where we may know it. */
export async function addressOf(tabId: number): Promise<URL> {
  const tab = await chrome.tabs.get(tabId).catch(() => undefined);
  const url = tab?.url;
  if (url === undefined || !URL.canParse(url) || !/^https?:/.test(url)) throw unreachable();
  if (isRefusedHost(url)) throw refused();
  if (await isTurnedOff(url)) throw turnedOff();
  return new URL(url);
}

/** Popups opened as a tab act on declared hosts only, whatever else a click may have opened to us. */
export async function assertDeclared(tabId: number): Promise<void> {
  const { href } = await addressOf(tabId);
  if (!isDeclared(href, __DECLARED_HOSTS__)) throw unreachable();
}

const seenFrame = (frame: Frame, { buttons, ...view }: FrameView): SeenFrame => ({
  ...frame,
  ...view,
  actions: actionsAmong(buttons),
});

/** Puts the tools into every frame within reach and looks at each. Cross-origin frames answer only on declared hosts. */
export async function lookAtTab(tabId: number): Promise<SeenFrame[]> {
  await addressOf(tabId);
  const target = { tabId, allFrames: true };
  let results = await execute(target, look).catch((cause: unknown) => {
    throw isForbidden(cause) ? unreachable() : pageGone(cause);
  });
  if (results.some(({ result }) => !result)) {
    await inject(target);
    results = await execute(target, look);
  }
  const seen = results.flatMap(({ frameId, documentId, result }) =>
    result === undefined || result === null ? [] : [seenFrame({ frameId, documentId }, result)],
  );
  const off = await Promise.all(seen.map(({ origin }) => isTurnedOff(origin)));
  return seen.filter((_, index) => off[index] !== true);
}

/** Whether the tab still holds the document we looked at. */
export const hasTools = (tabId: number): Promise<boolean> =>
  execute({ tabId }, toolsAreThere).then(
    ([answer]) => answer?.result === true,
    () => false,
  );

/** Fills one frame. Rejects where its document is gone. */
export async function fillFrame(given: {
  tabId: number;
  documentId: string;
  order: FillOrder;
}): Promise<FieldReport[]> {
  const { tabId, documentId, order } = given;
  const [answer] = await execute({ tabId, documentIds: [documentId] }, fill, order).catch((cause: unknown) => {
    throw pageGone(cause);
  });
  if (!answer?.result) throw pageGone('no answer');
  return finishInPageWorld({ tabId, documentId, order, reports: answer.result });
}

/** Presses a button that adds a row, submits held; false where it is gone, hidden, or no such button. */
export async function pressInFrame(given: { tabId: number; documentId: string; ref: string }): Promise<boolean> {
  const { tabId, documentId, ref } = given;
  const [answer] = await execute({ tabId, documentIds: [documentId] }, press, { ref }).catch((cause: unknown) => {
    throw pageGone(cause);
  });
  return answer?.result === true;
}

/** Has frames tell when they show questions beside those known; documents that are gone are passed over. */
export async function watchInTab(
  tabId: number,
  frames: readonly { documentId: string; known: string[] }[],
): Promise<void> {
  for (const { documentId, known } of frames)
    await execute({ tabId, documentIds: [documentId] }, watch, { known }).catch(() => undefined);
}

/** Asks every frame to stop a run before its next step. */
export const stopInTab = (tabId: number, runId: string): Promise<unknown> =>
  execute({ tabId, allFrames: true }, stop, { runId }).catch(() => undefined);

/** Puts back what the last fill changed, in every frame; gives the number of fields restored. */
export async function undoInTab(tabId: number): Promise<number> {
  const results = await execute({ tabId, allFrames: true }, undo);
  return results.reduce((sum, { result }) => sum + (result ?? 0), 0);
}

/** Scrolls a field into view and outlines it; false where it is no longer there. */
export async function revealInTab(given: { tabId: number; frameId: number; ref: string }): Promise<boolean> {
  const { tabId, frameId, ref } = given;
  await inject({ tabId, frameIds: [frameId] });
  const [answer] = await execute({ tabId, frameIds: [frameId] }, reveal, { ref });
  return answer?.result === true;
}

async function inject(target: chrome.scripting.InjectionTarget): Promise<void> {
  await chrome.scripting.executeScript({ target, files: [PAGE_SCRIPT] }).catch((cause: unknown) => {
    throw isForbidden(cause) ? unreachable() : pageGone(cause);
  });
}

const isForbidden = (cause: unknown): boolean =>
  /cannot access|cannot be scripted|must request permission|error page/i.test(String(cause));

type Injected<A extends unknown[], R> = (...args: A) => R;

/** What `func` gave in each frame of `target`; promises are awaited there. */
const execute = <A extends unknown[], R>(
  target: chrome.scripting.InjectionTarget,
  func: Injected<A, R>,
  ...args: A
): Promise<chrome.scripting.InjectionResult<Awaited<R>>[]> =>
  chrome.scripting.executeScript<A, R>({ target, func, args });

// These bodies run inside the page's isolated world: they are sent as text and may use nothing but their arguments.
function toolsAreThere(): boolean {
  return (globalThis as PageGlobal).footholdPage !== undefined;
}
function look(): FrameView | null {
  return (globalThis as PageGlobal).footholdPage?.look() ?? null;
}
function fill(order: FillOrder): Promise<FieldReport[]> | null {
  return (globalThis as PageGlobal).footholdPage?.fill(order) ?? null;
}
function press(given: { ref: string }): Promise<boolean> | boolean {
  return (globalThis as PageGlobal).footholdPage?.press(given) ?? false;
}
function watch(given: { known: string[] }): null {
  (globalThis as PageGlobal).footholdPage?.watch(given);
  return null;
}
function stop(given: { runId: string }): null {
  (globalThis as PageGlobal).footholdPage?.stop(given);
  return null;
}
function undo(): Promise<number> | number {
  return (globalThis as PageGlobal).footholdPage?.undo() ?? 0;
}
function reveal(given: { ref: string }): boolean {
  return (globalThis as PageGlobal).footholdPage?.reveal(given) ?? false;
}
