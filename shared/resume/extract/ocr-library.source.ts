/**
 * The OCR data of languages that are not installed: fetched from the npm registry on first need, checked against the
 * pinned hashes, and kept. Nothing is trusted but the hash, so any mirror or cache serves.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { OCR_DATA_VERSION, OCR_LANGUAGES, type OcrLanguage } from './ocr-languages.data.ts';

/** Where fetched data is kept: the object store of a service, a folder on one machine. */
export type OcrDataStore = {
  get: (name: string) => Promise<Uint8Array | undefined>;
  put: (name: string, bytes: Uint8Array) => Promise<void>;
};

export type OcrLibrary = {
  /** Gzipped data of a language by Tesseract's code; undefined where there is none or it cannot be fetched now. */
  dataOf: (language: string) => Promise<Uint8Array | undefined>;
};

type Options = {
  /** Address of an npm registry. */
  registry: string;
  store: OcrDataStore;
  fetch?: typeof fetch;
  languages?: Readonly<Record<string, Pick<OcrLanguage, 'size' | 'integrity' | 'sha256'>>>;
  /** Told why data could not be had. */
  onFailure?: (failure: { language: string; cause: unknown }) => void;
};

const TIMEOUT_MS = 30_000;
const MAX_UNPACKED = 64 * 1024 * 1024;
const unzip = promisify(gunzip);

export function createOcrLibrary({
  registry,
  store,
  fetch: request = fetch,
  languages = OCR_LANGUAGES,
  onFailure,
}: Options): OcrLibrary {
  const underWay = new Map<string, Promise<Uint8Array | undefined>>();

  async function load(language: string): Promise<Uint8Array | undefined> {
    const pinned = languages[language];
    if (pinned === undefined) return undefined;
    const name = `${language}-${OCR_DATA_VERSION}.traineddata.gz`;
    const isRight = (bytes: Uint8Array): boolean => createHash('sha256').update(bytes).digest('hex') === pinned.sha256;
    try {
      const kept = await store.get(name);
      if (kept !== undefined && isRight(kept)) return kept;
      const bytes = await fetched(language, pinned);
      if (!isRight(bytes)) throw new Error('The file in the package is not the pinned one.');
      await store.put(name, bytes);
      return bytes;
    } catch (cause) {
      onFailure?.({ language, cause });
      return undefined;
    }
  }

  async function fetched(language: string, { size, integrity }: { size: number; integrity: string }) {
    const url = `${registry.replace(/\/+$/u, '')}/@tesseract.js-data/${language}/-/${language}-${OCR_DATA_VERSION}.tgz`;
    const response = await request(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || response.body === null) throw new Error(`The registry answered ${response.status}.`);
    const tarball = await atMost(response.body, size);
    if (`sha512-${createHash('sha512').update(tarball).digest('base64')}` !== integrity)
      throw new Error('The package is not the pinned one.');
    const archive = await unzip(tarball, { maxOutputLength: MAX_UNPACKED });
    const file = tarEntry(archive, `package/4.0.0_best_int/${language}.traineddata.gz`);
    if (file === undefined) throw new Error('The package does not hold the file.');
    return file;
  }

  return {
    dataOf(language) {
      const known = underWay.get(language) ?? load(language).finally(() => underWay.delete(language));
      underWay.set(language, known);
      return known;
    },
  };
}

/** The whole of a stream, given up as soon as it is longer than it may be. */
async function atMost(stream: ReadableStream<Uint8Array>, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const chunk of stream) {
    if (length + chunk.byteLength > size) throw new Error('The package is larger than the pinned one.');
    bytes.set(chunk, length);
    length += chunk.byteLength;
  }
  return bytes.subarray(0, length);
}

/** A file of a tar archive by its path (POSIX ustar: 512-byte headers, size in octal at 124). */
export function tarEntry(archive: Uint8Array, path: string): Uint8Array | undefined {
  const text = (from: number, length: number): string =>
    new TextDecoder('latin1').decode(archive.subarray(from, from + length)).replace(/\0.*$/su, '');
  for (let at = 0; at + 512 <= archive.length; ) {
    const size = Number.parseInt(text(at + 124, 12).trim(), 8);
    if (!Number.isFinite(size)) return undefined;
    if (text(at, 100) === path) return new Uint8Array(archive.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}
