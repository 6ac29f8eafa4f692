import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/kernel/errors.ts';
import { createOutside, isPublicAddress } from './outside.ts';

describe('an address somebody gave us', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    '::127.0.0.1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('is refused when it is %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('is public when it is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://１２７.０.０.１/',
    'http://example.org:8080/',
    'http://user:secret@example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'javascript:alert(1)',
    'data:text/html,hi',
    'not an address',
    'http://169.254.169.254/latest/meta-data/',
  ])('%s is refused before anything is sent', async (url) => {
    await expect(createOutside().read(url)).rejects.toMatchObject({ code: 'outside.not_allowed' });
  });
});

describe('a page', () => {
  let server: Server;
  let port = '';
  let hits = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      hits++;
      const pages: Record<string, () => void> = {
        '/ok': () => response.setHeader('content-type', 'text/html').end('<h1>Hello</h1>'),
        '/inside': () => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
        '/loop': () => response.writeHead(302, { location: '/loop' }).end(),
        '/bomb': () =>
          response
            .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
            .end(gzipSync(Buffer.alloc(20_000_000, 65))),
        '/image': () => response.setHeader('content-type', 'image/png').end('x'),
      };
      (pages[request.url ?? ''] ?? (() => response.writeHead(404).end()))();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = String(typeof address === 'object' ? address?.port : '');
  });
  afterAll(() => server.close());

  /** Our own machine stands for the outside here; everything else keeps its rules. */
  const outside = (allows = (address: string) => address === '127.0.0.1' || isPublicAddress(address)) =>
    createOutside({ allows, ports: new Set(['', port]) });
  const read = (path: string) => outside().read(`http://127.0.0.1:${port}${path}`);

  it('is read as text', async () => {
    expect(await read('/ok')).toMatchObject({ text: '<h1>Hello</h1>', contentType: 'text/html' });
  });
  it('that leads inside is not followed', async () => {
    await expect(read('/inside')).rejects.toMatchObject({ code: 'outside.not_allowed' });
  });
  it('that leads to itself ends', async () => {
    await expect(read('/loop')).rejects.toMatchObject({ code: 'outside.unreachable' });
  });
  it('that unpacks to 20 MB is cut off', async () => {
    await expect(read('/bomb')).rejects.toMatchObject({ code: 'outside.too_large' });
  });
  it('that is none is not taken', async () => {
    await expect(read('/image')).rejects.toMatchObject({ code: 'outside.not_text' });
  });

  it('of a name that turns to an inner address between check and connection is not reached', async () => {
    const before = hits;
    let asked = 0;
    const rebinding = createOutside({
      ports: new Set(['', port]),
      lookup: ((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
        done(null, [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }])) as never,
    });
    await rebinding.check(`http://rebind.example:${port}/ok`);
    await expect(rebinding.read(`http://rebind.example:${port}/ok`)).rejects.toMatchObject({
      code: 'outside.not_allowed',
    });
    expect(hits).toBe(before);
  });
});

describe('a source that is asked', () => {
  const asked: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let server: Server;
  let other: Server;
  let origin = '';
  let elsewhere = '';
  const started = (made: Server) =>
    new Promise<string>((resolve) =>
      made.listen(0, '127.0.0.1', () => {
        const address = made.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
      }),
    );

  beforeAll(async () => {
    other = createServer((request, response) => {
      asked.push({ url: `other${request.url}`, headers: request.headers, body: '' });
      response.setHeader('content-type', 'application/json').end('{}');
    });
    elsewhere = await started(other);
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push({ url: request.url ?? '', headers: request.headers, body });
      const drip = (into: { write(part: string): unknown }) => {
        const timer = setInterval(() => into.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      };
      const answers: Record<string, () => void> = {
        '/jobs': () =>
          request.headers['if-none-match'] === '"7"'
            ? response.writeHead(304, { etag: '"7"' }).end()
            : response.writeHead(200, { 'content-type': 'application/json', etag: '"7"' }).end('{"jobs":[]}'),
        '/busy': () => response.writeHead(429, { 'retry-after': '90' }).end('<html>'),
        '/dated': () => response.writeHead(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end(),
        '/away': () => response.writeHead(302, { location: `${elsewhere}/jobs` }).end(),
        '/posted': () => response.setHeader('content-type', 'application/json').end('[]'),
        '/posted-away': () => response.writeHead(307, { location: '/posted' }).end(),
        '/drip': () => drip(response.writeHead(200, { 'content-type': 'text/xml' })),
        '/packed-drip': () => {
          const gzip = createGzip();
          gzip.pipe(response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' }));
          drip(gzip);
        },
        '/broken': () => {
          response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip', 'content-length': '999' });
          response.write(gzipSync('<jobs>').subarray(0, 12));
          setTimeout(() => response.destroy(), 20);
        },
        '/large': () => response.setHeader('content-type', 'application/rss+xml').end('x'.repeat(3_000_000)),
      };
      (answers[request.url ?? ''] ?? (() => response.writeHead(404).end()))();
    });
    origin = await started(server);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    other.close();
  });
  const outside = () =>
    createOutside({
      allows: (address) => address === '127.0.0.1',
      ports: new Set([new URL(origin).port, new URL(elsewhere).port]),
    });

  it('answers once, and then only says that nothing changed', async () => {
    const first = await outside().fetch({ url: `${origin}/jobs` });
    expect(first).toMatchObject({ status: 200, text: '{"jobs":[]}', etag: '"7"' });
    expect(await outside().fetch({ url: `${origin}/jobs`, etag: first.etag })).toMatchObject({ status: 304, text: '' });
  });
  it('says how long to wait, in seconds or as a date', async () => {
    expect(await outside().fetch({ url: `${origin}/busy` })).toMatchObject({ status: 429, retryAfter: 90, text: '' });
    const { retryAfter = 0 } = await outside().fetch({ url: `${origin}/dated` });
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThan(62);
  });
  it('gets our headers and body, another one it leads to does not', async () => {
    const headers = { Authorization: 'Basic secret', 'Content-Type': 'application/json' };
    await outside().fetch({ url: `${origin}/posted`, method: 'POST', headers, body: '{"page":1}' });
    expect(asked.at(-1)).toMatchObject({ body: '{"page":1}', headers: { authorization: 'Basic secret' } });
    await outside().fetch({ url: `${origin}/away`, headers });
    expect(asked.at(-1)?.url).toBe('other/jobs');
    expect(asked.at(-1)?.headers.authorization).toBeUndefined();
    await expect(
      outside().fetch({ url: `${origin}/posted-away`, method: 'POST', headers, body: '{}' }),
    ).rejects.toMatchObject({ code: 'outside.unreachable' });
  });
  it('is not followed to where the caller does not go', async () => {
    const guard = (url: URL) => {
      if (url.origin === elsewhere) throw new AppError('x.never', { kind: 'invalid', message: 'Never.' });
    };
    const before = asked.filter(({ url }) => url.startsWith('other')).length;
    await expect(outside().fetch({ url: `${origin}/away`, guard })).rejects.toMatchObject({ code: 'x.never' });
    expect(asked.filter(({ url }) => url.startsWith('other'))).toHaveLength(before);
  });
  it.each(['/drip', '/packed-drip'])('that drips (%s) is left when its time is over', async (path) => {
    await expect(outside().fetch({ url: origin + path, timeoutMs: 300 })).rejects.toMatchObject({
      code: 'outside.too_slow',
    });
  });
  it('that breaks off within its packing is no answer', async () => {
    await expect(outside().fetch({ url: `${origin}/broken` })).rejects.toMatchObject({ code: 'outside.unreachable' });
  });
  it('may say more than a page where the caller allows it', async () => {
    await expect(outside().fetch({ url: `${origin}/large` })).rejects.toMatchObject({ code: 'outside.too_large' });
    const { text } = await outside().fetch({ url: `${origin}/large`, maxBytes: 4_000_000 });
    expect(text).toHaveLength(3_000_000);
  });
});
