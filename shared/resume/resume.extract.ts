/** One file → one reading, by the extractor of its format. */

import { extractDocx } from './extract/docx.extract.ts';
import { extractPdf } from './extract/pdf.extract.ts';
import { extractMarkdown, extractText } from './extract/text.extract.ts';
import { type Format, sniffFormat } from './format.rules.ts';
import type { Extracted } from './read/item.schema.ts';
import { readExtracted } from './read/read.rules.ts';
import { resumeErrors } from './resume.errors.ts';
import type { Reading } from './resume.schema.ts';

export type ReadInput = {
  bytes: Uint8Array;
  fileName: string;
  password?: string | undefined;
  /** The day the file came (ISO 8601): what "present" means. */
  asOf?: string | undefined;
  /** Whether pages without text may be read by OCR, which takes seconds a page; without it they are `resume.needs_ocr`. */
  ocr?: boolean | undefined;
};

/**
 * Reads a resume. Throws the errors of `resumeErrors`; anything else that goes wrong inside is `resume.damaged`.
 * Runs long or wide on hostile files: call it in a worker with limits (`resume.worker.ts`).
 */
export async function readResume(input: ReadInput): Promise<Reading> {
  const format = sniffFormat(input.bytes, input.fileName);
  const extracted = await extract(format, input);
  const { reading, verdict } = readExtracted(extracted);
  if (verdict.characters < 30) throw resumeErrors.no_text();
  if (!verdict.isResume) throw resumeErrors.not_a_resume();
  return reading;
}

async function extract(format: Format, { bytes, password }: ReadInput): Promise<Extracted> {
  switch (format) {
    case 'pdf':
      return extractPdf(bytes, password);
    case 'docx':
      return extractDocx(bytes);
    case 'md':
      return extractMarkdown(bytes);
    case 'txt':
      return extractText(bytes);
    default:
      throw resumeErrors.unsupported_format();
  }
}
