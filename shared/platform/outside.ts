/**
 * The one way to fetch an address somebody gave us (SSRF guard): http(s) on ports 80 and 443 only, no credentials in the
 * address, every address a name resolves to checked when the socket connects (so that a name cannot change its mind in
 * between), redirects checked again, 2 MB of decompressed text, 10 s.
 */
import { lookup as resolve } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { defineErrors } from '#shared/kernel/errors.ts';

export const outsideErrors = defineErrors('outside', {
  not_allowed: { kind: 'invalid', message: 'This address cannot be read: only public http and https pages can.' },
  unreachable: { kind: 'unprocessable', message: 'The page did not answer. Paste its text instead.' },
  not_text: { kind: 'unprocessable', message: 'There is no page of text at this address. Paste the text instead.' },
  too_large: { kind: 'unprocessable', message: 'The page is too large. Paste its text instead.' },
});

export type Page = { readonly url: string; readonly text: string; readonly contentType: string };
export type Outside = {
  /** Throws `outside.not_allowed` for what may never be fetched, by its form or by every address its name has now. */
  check(url: string): Promise<void>;
  /** Reads a page. Throws `outside.*`. */
  read(url: string): Promise<Page>;
};

const MAX_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 5;
/** RFC 4291 §2.5.5.1, deprecated. */
const IPV4_COMPATIBLE = ipaddr.parseCIDR('::/96') as [ipaddr.IPv6, number];
const PORTS = new Set(['', '80', '443']);

/** Only what anybody on the internet could reach: not loopback, private, link-local, reserved, nor such in IPv6 clothes. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  // `::127.0.0.1` counts as unicast there, and some systems still route it to the IPv4 address inside.
  if (parsed instanceof ipaddr.IPv6 && parsed.match(IPV4_COMPATIBLE)) return false;
  return parsed.range() === 'unicast';
}

type Options = {
  readonly lookup?: LookupFunction;
  /** Replaced only by tests that serve pages from their own machine. */
  readonly allows?: (address: string) => boolean;
  readonly ports?: ReadonlySet<string>;
};

/** Names that by their definition mean this machine or this network (RFC 6761, 6762, 8375, 9476). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i;

export function createOutside({
  lookup = resolve as LookupFunction,
  allows = isPublicAddress,
  ports = PORTS,
}: Options = {}): Outside {
  function parse(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (
      url === undefined ||
      !/^https?:$/.test(url.protocol) ||
      url.username !== '' ||
      url.password !== '' ||
      !ports.has(url.port)
    )
      throw outsideErrors.not_allowed();
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (ipaddr.isValid(host) ? !allows(host) : PRIVATE_NAME.test(host)) throw outsideErrors.not_allowed();
    return url;
  }

  /** A lookup that gives only addresses that may be connected to, and fails where there are none. */
  const guarded: LookupFunction = (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const allowed = addresses.filter(({ address }) => allows(address));
      const [first] = allowed;
      if (error) return done(error, '', 4);
      if (first === undefined)
        return done(Object.assign(new Error('address not allowed'), { code: 'ENOTALLOWED' }), '', 4);
      return options.all ? done(null, allowed) : done(null, first.address, first.family);
    });

  async function get(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((done, failed) => {
      const sent = request(
        url,
        {
          lookup: guarded,
          signal,
          agent: false,
          headers: {
            'user-agent': 'Mozilla/5.0 (compatible; Foothold/1.0)',
            accept: 'text/html,application/xhtml+xml,application/json;q=0.8,text/plain;q=0.8',
            'accept-encoding': 'gzip, deflate, br',
          },
        },
        done,
      );
      // An address written as a number passes no lookup; what the socket reached is checked as well.
      sent.on('socket', (socket) =>
        socket.once('connect', () => {
          if (!allows(socket.remoteAddress ?? ''))
            sent.destroy(Object.assign(new Error('address not allowed'), { code: 'ENOTALLOWED' }));
        }),
      );
      sent.on('error', failed);
      sent.end();
    });
  }

  return {
    async check(address) {
      const url = parse(address);
      await new Promise<void>((done, failed) =>
        guarded(url.hostname.replace(/^\[|\]$/g, ''), { all: true }, (error) =>
          // A name nobody knows is no danger; reading it will say that it does not answer.
          error && 'code' in error && error.code === 'ENOTALLOWED' ? failed(outsideErrors.not_allowed()) : done(),
        ),
      );
    },

    async read(address) {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      let url = parse(address);
      try {
        for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
          const response = await get(url, signal);
          const status = response.statusCode ?? 0;
          const target = response.headers.location;
          if (status >= 300 && status < 400 && target !== undefined) {
            response.destroy();
            url = parse(new URL(target, url).href);
            continue;
          }
          if (status !== 200) {
            response.destroy();
            throw outsideErrors.unreachable({ log: `status ${status}` });
          }
          const contentType = response.headers['content-type'] ?? '';
          if (!/^(text\/|application\/(json|xhtml|ld\+json))/i.test(contentType)) {
            response.destroy();
            throw outsideErrors.not_text();
          }
          return { url: url.href, contentType, text: await readText(response, contentType) };
        }
        throw outsideErrors.unreachable({ log: 'too many redirects' });
      } catch (error) {
        throw asOutsideError(error);
      }
    },
  };
}

function asOutsideError(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('outside.')) return error as Error;
  if (code === 'ENOTALLOWED') return outsideErrors.not_allowed({ cause: error });
  return outsideErrors.unreachable({ cause: error });
}

async function readText(response: IncomingMessage, contentType: string): Promise<string> {
  const encoding = response.headers['content-encoding'];
  const stream =
    encoding === 'gzip'
      ? response.pipe(createGunzip())
      : encoding === 'deflate'
        ? response.pipe(createInflate())
        : encoding === 'br'
          ? response.pipe(createBrotliDecompress())
          : response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const part = Buffer.from(chunk);
    size += part.byteLength;
    if (size > MAX_BYTES) {
      response.destroy();
      throw outsideErrors.too_large();
    }
    chunks.push(part);
  }
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(Buffer.concat(chunks));
  } catch {
    return new TextDecoder().decode(Buffer.concat(chunks));
  }
}
