/**
 * Draws pages of a PDF in the browser with pdf.js: its code and its worker come from our own origin and only when a page is
 * to be seen. Nothing in the file runs: no scripts, no forms, no actions, no code made from its functions.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';

/** Pixels a canvas may have; Safari draws nothing above 16.7 million. */
const MAX_PIXELS = 12_000_000;
/** Pictures in the file beyond this are left out, as the reader leaves them out. */
const MAX_IMAGE_PIXELS = 60_000_000;

export type OpenPdf = {
  readonly pages: number;
  /** Draws page `number` (from 1) `width` CSS pixels wide into a canvas of its own. Rejects when `signal` aborts. */
  draw(options: { number: number; width: number; signal: AbortSignal }): Promise<HTMLCanvasElement>;
  close(): void;
};

/** The file opens only with a password, or with another one than was given. */
export class PdfLocked extends Error {}

/** Opens `bytes`. Rejects with {@link PdfLocked}, or as pdf.js does where the file is broken. */
export async function openPdf(bytes: ArrayBuffer, password?: string): Promise<OpenPdf> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url), { type: 'module' });
  pdfjs.GlobalWorkerOptions.workerPort = port;
  const assets = new URL(z.string().parse(import.meta.env.PDF_ASSETS), location.origin).href;
  const loading = pdfjs.getDocument({
    data: bytes,
    ...(password !== undefined && { password }),
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    verbosity: 0,
  });
  const close = (): void => {
    void loading.destroy().finally(() => port.terminate());
  };
  let pdf: PDFDocumentProxy;
  try {
    pdf = await loading.promise;
  } catch (error) {
    close();
    // The class is not exported; its name is.
    throw error instanceof Error && error.name === 'PasswordException' ? new PdfLocked() : error;
  }
  return {
    pages: pdf.numPages,
    async draw({ number, width, signal }) {
      const page = await pdf.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const wanted = (width / plain.width) * Math.min(2, devicePixelRatio || 1);
      const scale = Math.min(wanted, Math.sqrt(MAX_PIXELS / (plain.width * plain.height)));
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      signal.throwIfAborted();
      const drawing = page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE });
      signal.addEventListener('abort', () => drawing.cancel(), { once: true });
      await drawing.promise;
      return canvas;
    },
    close,
  };
}
