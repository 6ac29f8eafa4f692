/**
 * The one way to fetch an address somebody gave us (SSRF guard): http(s) on ports 80 and 443 only, no credentials in the
 * address, every address a name resolves to checked when the socket connects (so that a name cannot change its mind in
 * between), redirects checked again, decompressed text of limited length, a limit of time for the whole answer. A page
 * has 2 MB and 10 s; who asks for more says so.
 */
import { lookup as resolve } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { AppError, defineErrors } from '#shared/kernel/errors.ts';

export const outsideErrors = defineErrors('outside', {
  not_allowed: { kind: 'invalid', message: 'This address cannot be read: only public http and https pages can.' },
  unreachable: { kind: 'unprocessable', message: 'The page did not answer. Paste its text instead.' },
  too_slow: { kind: 'unprocessable', message: 'The page took too long to answer. Paste its text instead.' },
  not_text: { kind: 'unprocessable', message: 'There is no page of text at this address. Paste the text instead.' },
  too_large: { kind: 'unprocessable', message: 'The page is too large. Paste its text instead.' },
});

export type Page = { readonly url: string; readonly text: string; readonly contentType: string };

export type OutsideRequest = {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  /** Ours to send; they are not carried to another origin by a redirect. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Decompressed; default 2 MB. */
  readonly maxBytes?: number;
  /** For all of it, redirects and the last byte included; default 10 s. */
  readonly timeoutMs?: number;
  /** What an earlier answer was marked with: then `304` may come back without a text. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Asked before this address and every one it leads to is fetched; throws where it may not be. */
  readonly guard?: (url: URL) => void;
};

/** What came back, whatever its status; only an answer of 200 has a text. */
export type OutsideAnswer = Page & {
  readonly status: number;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Seconds to wait, where it says so in seconds or as a date. */
  readonly retryAfter: number | undefined;
};

export type Outside = {
  /** Throws `outside.not_allowed` for what may never be fetched, by its form or by every address its name has now. */
  check(url: string): Promise<void>;
  /** Reads a page of status 200. Throws `outside.*`. */
  read(url: string): Promise<Page>;
  /** Asks and gives the answer with its status. Throws `outside.*`, or what `guard` throws. */
  fetch(request: OutsideRequest): Promise<OutsideAnswer>;
};

const MAX_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Pages, JSON, XML of any dialect, CSV; what does not say what it is is judged by who reads it. */
const TEXT = /^(?:$|text\/|application\/(?:json|xhtml|xml|rss|atom|csv|ld\+json|[\w.-]+\+(?:json|xml)))/i;
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

  function get(url: URL, { signal, method, headers, body }: Sent): Promise<IncomingMessage> {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((done, failed) => {
      const sent = request(url, { lookup: guarded, signal, method, headers, agent: false }, done);
      // An address written as a number passes no lookup; what the socket reached is checked as well.
      sent.on('socket', (socket) =>
        socket.once('connect', () => {
          if (!allows(socket.remoteAddress ?? ''))
            sent.destroy(Object.assign(new Error('address not allowed'), { code: 'ENOTALLOWED' }));
        }),
      );
      sent.on('error', failed);
      sent.end(body);
    });
  }

  async function fetch(asked: OutsideRequest): Promise<OutsideAnswer> {
    const { method = 'GET', body, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS, guard } = asked;
    const signal = AbortSignal.timeout(timeoutMs);
    let url = parse(asked.url);
    const { origin } = url;
    try {
      for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        guard?.(url);
        const own = url.origin === origin ? headersOf(asked) : {};
        const response = await get(url, { signal, method, headers: { ...USUAL_HEADERS, ...own }, body });
        const status = response.statusCode ?? 0;
        const { location } = response.headers;
        if (REDIRECTS.has(status) && location !== undefined) {
          response.destroy();
          // What is posted is meant for the one it was written for.
          if (body !== undefined) throw outsideErrors.unreachable({ log: `status ${status} to a post` });
          url = parse(new URL(location, url).href);
          continue;
        }
        return await answerOf(response, { url: url.href, status, maxBytes });
      }
      throw outsideErrors.unreachable({ log: 'too many redirects' });
    } catch (error) {
      throw signal.aborted ? outsideErrors.too_slow({ cause: error }) : asOutsideError(error);
    }
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

    fetch,

    async read(address) {
      const { url, status, contentType, text } = await fetch({ url: address });
      if (status !== 200) throw outsideErrors.unreachable({ log: `status ${status}` });
      return { url, contentType, text };
    },
  };
}

type Sent = {
  signal: AbortSignal;
  method: string;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
};

const USUAL_HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; Foothold/1.0)',
  accept: 'text/html,application/xhtml+xml,application/json;q=0.8,text/plain;q=0.8,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};

function headersOf({ headers, etag, lastModified }: OutsideRequest): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

function asOutsideError(error: unknown): Error {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTALLOWED') return outsideErrors.not_allowed({ cause: error });
  return outsideErrors.unreachable({ cause: error });
}

async function answerOf(
  response: IncomingMessage,
  { url, status, maxBytes }: { url: string; status: number; maxBytes: number },
): Promise<OutsideAnswer> {
  const {
    etag,
    'last-modified': lastModified,
    'retry-after': wait,
    'content-type': contentType = '',
  } = response.headers;
  const answer = { url, status, contentType, etag, lastModified, retryAfter: secondsOf(wait), text: '' };
  if (status !== 200) {
    response.destroy();
    return answer;
  }
  if (!TEXT.test(contentType)) {
    response.destroy();
    throw outsideErrors.not_text();
  }
  return { ...answer, text: await readText(response, { contentType, maxBytes }) };
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function secondsOf(wait: string | undefined): number | undefined {
  if (wait === undefined) return undefined;
  if (/^\d{1,9}$/.test(wait)) return Number(wait);
  const at = Date.parse(wait);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding'];
  const unpack =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : undefined;
  // A pipeline, so that an answer that breaks off ends the unpacking as well; whoever reads sees the error.
  return unpack === undefined ? response : pipeline(response, unpack, () => undefined);
}

async function readText(
  response: IncomingMessage,
  { contentType, maxBytes }: { contentType: string; maxBytes: number },
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(response)) {
    const part = Buffer.from(chunk);
    size += part.byteLength;
    if (size > maxBytes) {
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
