import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { OCR_LANGUAGES } from './ocr-languages.data.ts';
import { createOcrLibrary, type OcrDataStore, tarEntry } from './ocr-library.source.ts';
import { ocrBlobs, ocrFolder } from './ocr-store.source.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocr-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = (path: string, size: number): Uint8Array => {
  const block = new Uint8Array(512);
  block.set(new TextEncoder().encode(path));
  block.set(new TextEncoder().encode(`${size.toString(8).padStart(11, '0')}\0`), 124);
  return block;
};
const tar = (files: Record<string, Uint8Array>): Uint8Array => {
  const parts = Object.entries(files).flatMap(([path, bytes]) => [
    header(path, bytes.length),
    bytes,
    new Uint8Array((512 - (bytes.length % 512)) % 512),
  ]);
  return Buffer.concat([...parts, new Uint8Array(1024)]);
};

const wanted = new Uint8Array(gzipSync('how letters look'));
const tarball = gzipSync(
  tar({
    'package/4.0.0/deu.traineddata.gz': new Uint8Array(3000).fill(7),
    'package/4.0.0_best_int/deu.traineddata.gz': wanted,
    'package/package.json': new TextEncoder().encode('{}'),
  }),
);
const pinned = {
  size: tarball.length,
  integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
  sha256: createHash('sha256').update(wanted).digest('hex'),
};

/** A library over a registry that answers with `bytes`, and how often it was asked. */
function library({
  bytes = tarball as Uint8Array,
  status = 200,
  store,
}: {
  bytes?: Uint8Array;
  status?: number;
  store?: OcrDataStore;
} = {}) {
  const asked: string[] = [];
  const failures: string[] = [];
  const kept = new Map<string, Uint8Array>();
  const made = createOcrLibrary({
    registry: 'https://registry.invalid/npm/',
    languages: { deu: pinned },
    store: store ?? { get: async (name) => kept.get(name), put: async (name, data) => void kept.set(name, data) },
    fetch: async (url) => {
      asked.push(String(url));
      if (status === 0) throw new TypeError('fetch failed');
      return new Response(bytes.slice(), { status });
    },
    onFailure: ({ cause }) => failures.push(String(cause)),
  });
  return { ...made, asked, failures, kept };
}

describe('the OCR data of a language', () => {
  it('is fetched once, taken out of its package and kept', async () => {
    const own = library();
    expect(await Promise.all([own.dataOf('deu'), own.dataOf('deu')])).toEqual([wanted, wanted]);
    expect(await own.dataOf('deu')).toEqual(wanted);
    expect(own.asked).toEqual(['https://registry.invalid/npm/@tesseract.js-data/deu/-/deu-1.0.0.tgz']);
  });

  it('is fetched again where what was kept is not what was pinned', async () => {
    const own = library();
    own.kept.set('deu-1.0.0.traineddata.gz', wanted.slice(1));
    expect(await own.dataOf('deu')).toEqual(wanted);
    expect(own.asked).toHaveLength(1);
    expect(own.kept.get('deu-1.0.0.traineddata.gz')).toEqual(wanted);
  });

  it.each([
    [
      'another package of the same size',
      { bytes: tarball.map((byte, i) => (i === 40 ? byte ^ 1 : byte)) },
      /not the pinned one/,
    ],
    ['a package that goes on and on', { bytes: new Uint8Array(tarball.length + 1) }, /larger than the pinned one/],
    ['a registry without it', { status: 404 }, /answered 404/],
    ['no network', { status: 0 }, /fetch failed/],
  ])('is not had from %s, and nothing is kept', async (_, answer, why) => {
    const own = library(answer);
    expect(await own.dataOf('deu')).toBeUndefined();
    expect(own.failures.join()).toMatch(why);
    expect(own.kept.size).toBe(0);
  });

  it('is not asked for where none is pinned', async () => {
    const own = library();
    expect(await own.dataOf('../../etc')).toBeUndefined();
    expect(own.asked).toEqual([]);
  });

  it('is kept in a folder whole or not at all, and in the object store beside what people own', async () => {
    const store = ocrFolder(join(folder, 'ocr'));
    expect(await library({ store }).dataOf('deu')).toEqual(wanted);
    const later = library({ store, status: 0 });
    expect(await later.dataOf('deu')).toEqual(wanted);
    expect(readdirSync(join(folder, 'ocr'))).toEqual(['deu-1.0.0.traineddata.gz']);
    const keys: string[] = [];
    await ocrBlobs({ get: async () => undefined, put: async (key) => void keys.push(key) }).put('x', wanted);
    expect(keys).toEqual(['shared/ocr/x']);
  });

  it('is pinned for every language a resume is read in besides English', () => {
    const languages = Object.values(OCR_LANGUAGES).map(({ language }) => language);
    expect(languages.sort()).toEqual(['de', 'es', 'fr', 'hi', 'it', 'nl', 'pl', 'pt', 'sv', 'tr', 'zh']);
    for (const { integrity, sha256 } of Object.values(OCR_LANGUAGES)) {
      expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/);
      expect(sha256).toMatch(/^[\da-f]{64}$/);
    }
  });
});

describe('a tar archive', () => {
  it('gives no file that it does not hold, however it is cut', () => {
    const archive = tar({ 'a/b': new Uint8Array([1, 2, 3]) });
    expect(tarEntry(archive, 'a/b')).toEqual(new Uint8Array([1, 2, 3]));
    for (const length of [0, 100, 511, 512, 600]) expect(tarEntry(archive.subarray(0, length), 'a/c')).toBeUndefined();
  });
});
