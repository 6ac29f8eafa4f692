/**
 * What pdf.js asks for by address while it draws: character maps, substitute fonts and the JPEG 2000 decoder that needs no
 * WebAssembly. Emitted as they are, under a name with their version, and fetched only for files that need them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Where the built portal has them; ends in a slash. */
export const PDF_ASSETS = `assets/pdfjs-${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}/`;

const WANTED: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$|^LICENSE/,
  standard_fonts: /\.(pfb|ttf)$|^LICENSE/,
  wasm: /nowasm_fallback\.js$|OPENJPEG$/,
};

export const pdfAssets = (): Plugin => ({
  name: 'foothold-pdf-assets',
  generateBundle() {
    for (const [folder, wanted] of Object.entries(WANTED))
      for (const name of readdirSync(join(root, folder)).filter((file) => wanted.test(file)))
        this.emitFile({
          type: 'asset',
          fileName: `${PDF_ASSETS}${folder}/${name}`,
          source: readFileSync(join(root, folder, name)),
        });
  },
});
