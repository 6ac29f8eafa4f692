import type { Server } from 'node:http';

/** Starts a server on a free port of this machine; gives its origin and the way to stop it. */
export async function listen(server: Server): Promise<{ origin: string; port: number; close: () => Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://localhost:${address.port}`, port: address.port, close };
}
