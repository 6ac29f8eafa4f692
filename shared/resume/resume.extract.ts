/** One file → one reading, by the extractor of its format. */
import { extractDocx } from './extract/docx.extract.ts';
import { extractHtml } from './extract/html.extract.ts';
import { checkImage, ocrReading } from './extract/image.extract.ts';
import { extractOdt } from './extract/odt.extract.ts';
import { extractPdf } from './extract/pdf.extract.ts';
import { extractRtf } from './extract/rtf.extract.ts';
import { readJsonResume, readLinkedIn } from './extract/structured.extract.ts';
import { extractMarkdown, extractText } from './extract/text.extract.ts';
import { type Format, sniffFormat } from './format.rules.ts';
import type { Extracted } from './read/item.schema.ts';
import { forgetTexts } from './read/memo.rules.ts';
import { readExtracted } from './read/read.rules.ts';
import { resumeErrors } from './resume.errors.ts';
import type { Reading } from './resume.schema.ts';

export type ReadInput = {
  bytes: Uint8Array;
  fileName: string;
  password?: string | undefined;
  /** The day the file came (ISO 8601): decides the century of short years and which years are too far ahead to be dates. */
  asOf?: string | undefined;
  /** Whether pages without text may be read by OCR, which takes seconds a page; without it they are `resume.needs_ocr`. */
  ocr?: boolean | undefined;
};

/** Fewer characters than this on a page, on average, is a picture with a page number, not a text. */
const TEXT_PER_PAGE = 50;

/**
 * Reads a resume. Throws the errors of `resumeErrors`. Runs long or wide on hostile files: call it in a worker with
 * limits (`resume.worker.ts`).
 */
export async function readResume(input: ReadInput): Promise<Reading> {
  const { bytes } = input;
  const format = sniffFormat(bytes, input.fileName);
  if (format === 'json') return readJsonResume(bytes);
  if (format === 'linkedin') return readLinkedIn(bytes);
  const extracted = await extract(format, input);
  const { reading, verdict } = readWhole(extracted, input.asOf);
  if (verdict.characters < 30) throw resumeErrors.no_text();
  if (!verdict.isResume) throw resumeErrors.not_a_resume();
  return reading;
}

function readWhole(extracted: Extracted, asOf: string | undefined): ReturnType<typeof readExtracted> {
  try {
    return readExtracted(extracted, { asOf });
  } finally {
    forgetTexts();
  }
}

async function extract(
  format: Exclude<Format, 'json' | 'linkedin'>,
  { bytes, password, ocr }: ReadInput,
): Promise<Extracted> {
  switch (format) {
    case 'pdf': {
      const extracted = await extractPdf(bytes, password);
      if (hasText(extracted)) return extracted;
      if (ocr !== true) throw resumeErrors.needs_ocr();
      return ocrReading({ bytes, format, password });
    }
    case 'png':
    case 'jpeg':
      checkImage(bytes);
      if (ocr !== true) throw resumeErrors.needs_ocr();
      return ocrReading({ bytes, format });
    case 'docx':
      return extractDocx(bytes);
    case 'odt':
      return extractOdt(bytes);
    case 'rtf':
      return extractRtf(bytes);
    case 'html':
      return extractHtml(bytes);
    case 'md':
      return extractMarkdown(bytes);
    case 'txt':
      return extractText(bytes);
  }
}

/** Whether the text layer is worth reading: enough of it, and made of letters rather than unmapped glyphs. */
function hasText({ items, pages }: Extracted): boolean {
  const text = items.map((i) => i.text).join('');
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const solid = text.replace(/\s/gu, '').length;
  return letters >= Math.min(TEXT_PER_PAGE * pages.length, 400) && letters > solid * 0.5;
}
