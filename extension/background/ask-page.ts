/** What the background asks of a page after a fill: what became of answers, what it says, how a form is built. */
import type { FieldSketch, PageGlobal, RememberOrder } from '../page/page-tools.ts';

type Change = { ref: string; value: string };

/** Has a document remember its answers. One that is gone is passed over. */
export async function rememberInFrame(given: {
  tabId: number;
  documentId: string;
  order: RememberOrder;
}): Promise<void> {
  const { tabId, documentId, order } = given;
  await chrome.scripting
    .executeScript({ target: { tabId, documentIds: [documentId] }, func: remember, args: [order] })
    .catch(() => undefined);
}

/** What became of the answers, by frame; empty where the page cannot be asked. */
export const changedInTab = (tabId: number): Promise<{ frameId: number; changed: Change[] }[]> =>
  chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: changed }).then(
    (answers) => answers.map(({ frameId, result }) => ({ frameId, changed: result ?? [] })),
    () => [],
  );

/** What a person can read, by frame; empty where the page cannot be asked. */
export const wordsInTab = (tabId: number): Promise<{ host: string; text: string }[]> =>
  chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: words }).then(
    (answers) => answers.flatMap(({ result }) => (result ? [result] : [])),
    () => [],
  );

/** The structure around a field; undefined where it is gone. */
export async function sketchInFrame(given: {
  tabId: number;
  frameId: number;
  ref: string;
}): Promise<FieldSketch | undefined> {
  const target = { tabId: given.tabId, frameIds: [given.frameId] };
  const drawn = async () => {
    await chrome.scripting.executeScript({ target, files: ['/page-sketch.js'] });
    return chrome.scripting.executeScript({ target, func: sketch, args: [{ ref: given.ref }] });
  };
  const [answer] = await drawn().catch(() => []);
  return answer?.result ?? undefined;
}

// These bodies run inside the page's isolated world: they are sent as text and may use nothing but their arguments.
function remember(order: RememberOrder): null {
  (globalThis as PageGlobal).footholdPage?.remember(order);
  return null;
}
function changed(): Change[] {
  return (globalThis as PageGlobal).footholdPage?.changed() ?? [];
}
function words(): { host: string; text: string } | null {
  const tools = (globalThis as PageGlobal).footholdPage;
  return tools === undefined ? null : { host: location.host, text: tools.words() };
}
function sketch(given: { ref: string }): FieldSketch | null {
  return (globalThis as PageGlobal).footholdSketch?.(given) ?? null;
}
