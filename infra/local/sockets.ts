/**
 * API Gateway's WebSocket side on one machine: `/ws/live?ticket=…` upgrades, and a management endpoint on a port of its
 * own that answers the same calls as `/@connections/{id}` in the cloud.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** What the product does when somebody connects; the same functions serve `functions/live.ts`. */
export type LiveHandlers = {
  /** Resolves when the ticket is good; rejects otherwise. */
  connect(input: { ticket: string; connectionId: string; origin: string | undefined }): Promise<unknown>;
  disconnect(connectionId: string): Promise<void>;
};

export type Sockets = {
  /** For LIVE_ENDPOINT. */
  readonly managementUrl: string;
  /** Takes upgrades of `server`'s path `/ws/live`. */
  attach(server: Server, handlers: LiveHandlers): void;
  close(): Promise<void>;
};

/** API Gateway closes a socket after two hours. */
const MAX_LIFE_MS = 2 * 60 * 60 * 1000;
const MAX_MESSAGE_BYTES = 32 * 1024;

export async function startSockets(): Promise<Sockets> {
  const open = new Map<string, WebSocket>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });

  const management = createServer((request, response) => {
    const id = decodeURIComponent(/^\/@connections\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '');
    const socket = open.get(id);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (socket === undefined) return response.writeHead(410, { 'x-amzn-errortype': 'GoneException' }).end('{}');
      if (request.method === 'POST') socket.send(Buffer.concat(chunks).toString('utf8'));
      else if (request.method === 'DELETE') socket.close(1008);
      return response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => management.listen(0, '127.0.0.1', resolve));
  const address = management.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  async function upgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    handlers: LiveHandlers,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/ws/live') return refuse(socket, '404 Not Found');
    const connectionId = randomUUID();
    try {
      await handlers.connect({
        ticket: url.searchParams.get('ticket') ?? '',
        connectionId,
        origin: request.headers.origin,
      });
    } catch {
      return refuse(socket, '401 Unauthorized');
    }
    sockets.handleUpgrade(request, socket, head, (live) => {
      open.set(connectionId, live);
      const end = setTimeout(() => live.close(1001), MAX_LIFE_MS).unref();
      live.on('message', (data) => {
        if (String(data) === 'ping') live.send('"pong"');
      });
      live.on('error', () => live.terminate());
      live.on('close', () => {
        clearTimeout(end);
        open.delete(connectionId);
        handlers.disconnect(connectionId).catch(() => {});
      });
    });
  }

  return {
    managementUrl: `http://127.0.0.1:${port}`,
    attach: (server, handlers) => {
      server.on('upgrade', (request, socket, head) => {
        socket.on('error', () => socket.destroy());
        upgrade(request, socket, head, handlers).catch(() => socket.destroy());
      });
    },
    async close() {
      for (const socket of open.values()) socket.terminate();
      sockets.close();
      management.closeAllConnections();
      await new Promise((resolve) => management.close(resolve));
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
