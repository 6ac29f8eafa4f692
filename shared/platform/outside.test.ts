import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
