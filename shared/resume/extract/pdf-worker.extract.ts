/**
 * pdf.js splits itself into a page side and a worker side. Here both run in one thread, where its own channel copies
 * every message, glyph by glyph; this one hands them over, which saves a fifth of the time of a file.
 */
import { getResolvedPDFJS } from 'unpdf';

type Listener = (event: { data: unknown }) => void;
type Side = { initializeFromPort: (port: object) => void };

const isSide = (value: unknown): value is Side => typeof value === 'function' && 'initializeFromPort' in value;

function workerSide(): Side | undefined {
  const found: unknown = Reflect.get(globalThis, 'pdfjsWorker');
  const side: unknown =
    typeof found === 'object' && found !== null && 'WorkerMessageHandler' in found
      ? found.WorkerMessageHandler
      : undefined;
  return isSide(side) ? side : undefined;
}

/** The lists of a chunk are emptied by their sender after it is sent, so they are copied; what stands in them is not. */
function handedOver(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('chunk' in message)) return message;
  const { chunk } = message;
  if (typeof chunk !== 'object' || chunk === null || ArrayBuffer.isView(chunk)) return message;
  const copy = Object.fromEntries(
    Object.entries(chunk).map(([key, value]: [string, unknown]) => [key, Array.isArray(value) ? value.slice() : value]),
  );
  return { ...message, chunk: copy };
}

function nearPort(): Worker {
  const listeners = new Map<unknown, Listener>();
  let turn = Promise.resolve();
  return {
    postMessage(message: unknown) {
      const event = { data: handedOver(message) };
      turn = turn.then(() => {
        for (const listener of [...listeners.values()]) listener(event);
      });
    },
    addEventListener(_: string, listener: unknown, options?: unknown) {
      if (typeof listener !== 'function') return;
      listeners.set(listener, listener as Listener);
      const signal: unknown =
        typeof options === 'object' && options !== null && 'signal' in options ? options.signal : undefined;
      if (signal instanceof AbortSignal) signal.addEventListener('abort', () => listeners.delete(listener));
    },
    removeEventListener(_: string, listener: unknown) {
      listeners.delete(listener);
    },
    dispatchEvent: () => true,
    terminate() {
      listeners.clear();
    },
    onmessage: null,
    onmessageerror: null,
    onerror: null,
  };
}

export type NearWorker = ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['PDFWorker']['create']>;

/** The worker side of pdf.js for one document; undefined where this build of pdf.js does not show it. */
export async function nearWorker(): Promise<NearWorker | undefined> {
  const { PDFWorker } = await getResolvedPDFJS();
  const side = workerSide();
  if (side === undefined) return undefined;
  const port = nearPort();
  const worker = PDFWorker.create({ port, verbosity: 0 });
  side.initializeFromPort(port);
  return worker;
}

/** pdf.js wants to load fonts for drawing; where it cannot, it works out every outline instead. This says they are loaded. */
export function pretendFonts(): Record<string, unknown> {
  if (!('FontFace' in globalThis))
    Object.defineProperty(globalThis, 'FontFace', {
      configurable: true,
      value: function FontFace(this: { loaded: Promise<void> }) {
        this.loaded = Promise.resolve();
      },
    });
  return { ownerDocument: { fonts: { add() {}, delete() {} } } };
}
