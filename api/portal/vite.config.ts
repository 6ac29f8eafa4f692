/** Builds the portal into `dist/portal`: no inline script or style, so the page runs under a strict CSP. */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { PDF_ASSETS, pdfAssets } from './pdf-assets.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  base: '/',
  plugins: [preact({ devToolsEnabled: false }), tailwindcss(), pdfAssets()],
  define: { 'import.meta.env.PDF_ASSETS': JSON.stringify(`/${PDF_ASSETS}`) },
  resolve: { alias: [{ find: /^zod$/, replacement: fileURLToPath(new URL('zod.ts', import.meta.url)) }] },
  build: {
    outDir: fileURLToPath(new URL('../../dist/portal', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The first browsers with light-dark() and field-sizing; older ones still get a usable light page.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: false,
    // pdf.js is over a megabyte by itself; it is loaded only where a page is drawn.
    chunkSizeWarningLimit: 1300,
  },
});
