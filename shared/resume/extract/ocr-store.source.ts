/** Where fetched OCR data is kept: in the object store for every function, in a folder for commands on one machine. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from '#shared/platform/blobs.ts';
import type { OcrDataStore } from './ocr-library.source.ts';

/** Public data of no person, beside what people own. */
const PREFIX = 'shared/ocr';

export const ocrBlobs = (blobs: Pick<Blobs, 'get' | 'put'>): OcrDataStore => ({
  get: (name) => blobs.get(`${PREFIX}/${name}`),
  put: (name, bytes) => blobs.put(`${PREFIX}/${name}`, bytes, { contentType: 'application/gzip' }),
});

/** `folder` is made when something is first kept. */
export const ocrFolder = (folder: string): OcrDataStore => ({
  async get(name) {
    try {
      return new Uint8Array(await readFile(join(folder, name)));
    } catch {
      return undefined;
    }
  },
  async put(name, bytes) {
    await mkdir(folder, { recursive: true });
    // Put in place whole: a run beside this one must not read half a file.
    const fresh = join(folder, `${name}.${process.pid}`);
    await writeFile(fresh, bytes);
    await rename(fresh, join(folder, name));
  },
});
