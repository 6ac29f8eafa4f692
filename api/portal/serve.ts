/**
 * Serves the built portal: hashed assets for a year, every other path the page itself, all under a policy that allows no
 * inline script, no foreign origin and no frame.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=UTF-8',
  '.js': 'text/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** The policy of every page of ours; `connect` adds what scripts may call beside this origin. */
export const contentSecurityPolicy = (connect: readonly string[] = []): string =>
  [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${connect.join(' ')}`.trim(),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A handler for files below `folder`; `fallback` is answered for paths without a file name, as a page's own router wants. */
export function serveFolder(
  folder: string,
  options: { prefix?: string; fallback?: string; connect?: readonly string[] } = {},
) {
  const files = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();
  const policy = contentSecurityPolicy(options.connect);
  const load = (name: string) => {
    const known = files.get(name);
    if (known !== undefined) return known;
    const loading = readFile(join(folder, name)).then(
      (bytes) => new Uint8Array(bytes),
      () => {
        files.delete(name);
        return undefined;
      },
    );
    // Only a name with a hash never changes its content; anything else may be built anew under a running server.
    if (isHashed(name)) files.set(name, loading);
    return loading;
  };

  return async (c: Context): Promise<Response> => {
    const path = decode(c.req.path.slice(options.prefix?.length ?? 0));
    if (path === undefined) return c.notFound();
    const name = normalize(path === '/' || path === '' ? 'index.html' : path.replace(/^\/+/, ''));
    if (name.startsWith('..') || name.includes(`..${sep}`) || name.includes('\0')) return c.notFound();
    const wanted = extname(name) === '' ? (options.fallback ?? join(name, 'index.html')) : name;
    const bytes = await load(wanted);
    if (bytes === undefined) return c.notFound();
    return c.body(bytes, 200, {
      'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream',
      'cache-control': isHashed(wanted) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': policy,
      'x-frame-options': 'DENY',
    });
  };
}

const isHashed = (name: string): boolean => name.startsWith('assets/');

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
