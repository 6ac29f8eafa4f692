/** Starts the embedded S3: the object store in a folder, and the protocol on a loopback port. */
import { createServer } from 'node:http';
import { closeServer, listen } from '../aws/http.ts';
import { damageReport } from '../aws/journal.ts';
import type { Credentials } from '../aws/signature.ts';
import { createS3Handler, type S3Handler } from './handler.ts';
import { openObjectStore } from './store.ts';

export type S3Server = {
  readonly port: number;
  /** `http://host:port`, for AWS_ENDPOINT_URL_S3. */
  readonly url: string;
  /**
   * A node:http listener for the API's own server, so that browsers need one port only: it answers below `prefix`
   * (`/storage`) uploads by policy and presigned reads, nothing else. The form's address becomes
   * `<API origin><prefix>/<bucket>`; a policy does not sign the host, so only the address changes.
   */
  mount(prefix: string): S3Handler;
  close(): Promise<void>;
};

/** Opens `dir` and listens; `port` 0 (the default) takes a free one. Only one process may use `dir`. */
export async function startS3(options: {
  dir: string;
  port?: number;
  host?: string;
  credentials: Credentials;
  corsOrigins?: readonly string[];
  onError?: (error: unknown) => void;
}): Promise<S3Server> {
  const { dir, port = 0, host = '127.0.0.1', ...rest } = options;
  const store = openObjectStore(dir);
  if (store.damagedLines > 0) rest.onError?.(damageReport(dir, store.damagedLines));
  const handler = createS3Handler({ store, ...rest });
  const server = createServer((request, response) => void handler(request, response));
  let bound: number;
  try {
    bound = await listen(server, { host, port });
  } catch (cause) {
    await store.close();
    throw cause;
  }
  return {
    port: bound,
    url: `http://${host}:${bound}`,
    mount: (prefix) => createS3Handler({ store, ...rest, mount: { prefix, signedHost: `${host}:${bound}` } }),
    async close() {
      await closeServer(server);
      await store.close();
    },
  };
}
