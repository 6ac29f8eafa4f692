/**
 * Live events: one WebSocket per page, opened when the first view listens and kept while any does. Views also poll, more
 * slowly while the socket is open, so nothing depends on it.
 */

import type { Call } from '#shared/kernel/client.ts';
import { LiveEvent, notificationContract } from '#shared/notification/notification.contract.ts';

type Listener = (event: LiveEvent) => void;

const PING_MS = 5 * 60_000;
const REOPEN_MS = 2 * 3_600_000;

const listeners = new Set<Listener>();
let socket: WebSocket | undefined;
let opening = false;
let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Whether events arrive by themselves just now. */
export const liveIsOpen = (): boolean => socket?.readyState === WebSocket.OPEN;

/** Calls `listener` for each event until the returned function is called. */
export function onLive(call: Call, listener: Listener): () => void {
  listeners.add(listener);
  void open(call);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) closeLive();
  };
}

/** Closes the socket and stops reconnecting. */
export function closeLive(): void {
  clearTimeout(retry);
  const old = socket;
  socket = undefined;
  old?.close();
}

async function open(call: Call): Promise<void> {
  if (opening || socket || listeners.size === 0) return;
  opening = true;
  clearTimeout(retry);
  try {
    const { url } = await call(notificationContract.ticket);
    if (listeners.size > 0) attach(new WebSocket(url), call);
  } catch {
    later(call);
  } finally {
    opening = false;
  }
}

function attach(mine: WebSocket, call: Call): void {
  socket = mine;
  const ping = setInterval(() => mine.readyState === WebSocket.OPEN && mine.send('ping'), PING_MS);
  const reopen = setTimeout(() => mine.close(), REOPEN_MS * (0.9 + Math.random() * 0.1));
  mine.addEventListener('open', () => {
    failures = 0;
  });
  mine.addEventListener('message', (message) => {
    const event = LiveEvent.safeParse(parse(message.data));
    if (event.success) for (const listener of [...listeners]) listener(event.data);
  });
  mine.addEventListener('close', () => {
    clearInterval(ping);
    clearTimeout(reopen);
    if (socket !== mine) return;
    socket = undefined;
    later(call);
  });
}

function later(call: Call): void {
  if (listeners.size === 0) return;
  failures++;
  const wait = Math.min(60_000, 1000 * 2 ** failures);
  retry = setTimeout(() => void open(call), wait * (0.5 + Math.random() / 2));
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
