import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveFolder } from './serve.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foothold-serve-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), 'first');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const site = () => {
  const app = new Hono();
  app.get('*', serveFolder(folder, { fallback: 'index.html' }));
  return async (path: string) => {
    const response = await app.request(path);
    return response.status === 200 ? response.text() : response.status;
  };
};

it('picks up a rebuild while it runs: a new page, and a file that was missing when first asked for', async () => {
  const get = site();
  expect(await get('/profile')).toBe('first');
  expect(await get('/assets/page-1a2b.js')).toBe(404);
  await writeFile(join(folder, 'index.html'), 'second');
  await writeFile(join(folder, 'assets', 'page-1a2b.js'), 'built');
  expect(await get('/profile')).toBe('second');
  expect(await get('/assets/page-1a2b.js')).toBe('built');
});

it('never leaves its folder', async () => {
  await writeFile(join(folder, '..', 'foothold-outside.txt'), 'secret');
  const get = site();
  expect(await get('/%2e%2e%2ffoothold-outside.txt')).toBe(404);
  await rm(join(folder, '..', 'foothold-outside.txt'));
});
