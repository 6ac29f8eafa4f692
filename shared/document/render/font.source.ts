/** Bytes of the document typeface, Noto Sans (Latin, Greek, Cyrillic, Vietnamese; OFL 1.1), read once per process. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export type FontWeight = 'regular' | 'semibold';
/** Where a renderer gets its fonts from; a bundler that cannot resolve packages passes its own. */
export type FontLoader = (weight: FontWeight) => Promise<Uint8Array>;

const FILES: Readonly<Record<FontWeight, string>> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
};
const loaded = new Map<FontWeight, Promise<Uint8Array>>();

/** Reads a weight from the installed package. */
export const packageFonts: FontLoader = (weight) => {
  const known = loaded.get(weight);
  if (known !== undefined) return known;
  const made = readFile(createRequire(import.meta.url).resolve(FILES[weight])).then((bytes) => new Uint8Array(bytes));
  // A failed read may succeed next time.
  made.catch(() => loaded.delete(weight));
  loaded.set(weight, made);
  return made;
};
