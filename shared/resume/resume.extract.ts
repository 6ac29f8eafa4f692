/** One file → one reading, by the extractor of its format. */
import { AppError } from '#shared/kernel/errors.ts';
import { extractDocx } from './extract/docx.extract.ts';
import { extractHtml } from './extract/html.extract.ts';
import { checkImage, type OcrHelp, ocrReading } from './extract/image.extract.ts';
import { asSeen } from './extract/ocr-place.rules.ts';
import { extractOdt } from './extract/odt.extract.ts';
import { extractPdf } from './extract/pdf.extract.ts';
import { extractRtf } from './extract/rtf.extract.ts';
import { readJsonResume, readLinkedIn } from './extract/structured.extract.ts';
import { extractMarkdown, extractText } from './extract/text.extract.ts';
import { type Format, sniffFormat } from './format.rules.ts';
import { withSkills } from './read/evidence.rules.ts';
import type { Extracted } from './read/item.schema.ts';
import { forgetTexts } from './read/memo.rules.ts';
import { readExtracted } from './read/read.rules.ts';
import { spokenLanguages } from './read/spoken.rules.ts';
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
  ocrHelp?: OcrHelp | undefined;
};

/**
 * Reads a resume. Throws the errors of `resumeErrors`. Runs long or wide on hostile files: call it in a worker with
 * limits (`resume.worker.ts`).
 */
export async function readResume(input: ReadInput): Promise<Reading> {
  const { bytes } = input;
  const format = sniffFormat(bytes, input.fileName);
  if (format === 'json') return withLanguages(withSkills(readJsonResume(bytes), input));
  if (format === 'linkedin') return withLanguages(withSkills(readLinkedIn(bytes), input));
  const extracted = await extract(format, input);
  const { reading, verdict } = readWhole(extracted, asOfDay(extracted.facts?.modifiedAt, input.asOf));
  if (verdict.characters < 30) throw resumeErrors.no_text();
  if (!verdict.isResume) throw resumeErrors.not_a_resume();
  return withLanguages(asSeen(reading, extracted.turned));
}

const withLanguages = (reading: Reading): Reading => ({ ...reading, languages: spokenLanguages(reading.resume) });

/**
 * The day the file tells of itself, where it can be true: not before there were such files, not after it came. Word
 * processors and printers say it, and a resume of 2012 that comes today is to be read as one of 2012.
 */
export function asOfDay(modifiedAt: string | undefined, uploaded: string | undefined): string | undefined {
  if (modifiedAt === undefined || modifiedAt < '1990') return uploaded;
  return uploaded === undefined || modifiedAt <= uploaded.slice(0, 10) ? modifiedAt : uploaded;
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
  { bytes, password, ocr, ocrHelp }: ReadInput,
): Promise<Extracted> {
  switch (format) {
    case 'pdf':
      return readPdf({ bytes, password, ocr, ocrHelp });
    case 'png':
    case 'jpeg':
      checkImage(bytes);
      if (ocr !== true) throw resumeErrors.needs_ocr();
      return ocrReading({ bytes, format, ...ocrHelp });
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

type PdfInput = Pick<ReadInput, 'bytes' | 'password' | 'ocr' | 'ocrHelp'>;

/** The text layer, with the pages that have none read from their picture where that is allowed. */
async function readPdf({ bytes, password, ocr, ocrHelp }: PdfInput): Promise<Extracted> {
  const extracted = await extractPdf(bytes, password);
  const { needsOcr: pages = [] } = extracted;
  if (pages.length === 0) return extracted;
  if (ocr !== true) throw resumeErrors.needs_ocr();
  const request = { bytes, format: 'pdf' as const, password, pages, ...ocrHelp };
  try {
    return withOcr(extracted, await ocrReading(request));
  } catch (cause) {
    // Pictures that hold no text cost nothing where other pages do.
    if (extracted.items.length === 0 || !(cause instanceof AppError) || cause.code !== resumeErrors.no_text().code)
      throw cause;
    return withOcr(extracted, undefined);
  }
}

/** The pages of the text layer and those read from pictures, in the order of the file. */
export function withOcr(text: Extracted, pictures: Extracted | undefined): Extracted {
  const wanted = new Set(text.needsOcr);
  const read = (pictures?.items ?? []).filter((item) => wanted.has(item.page));
  const found = [...new Set(read.map((item) => item.page))].sort((a, b) => a - b);
  const missing = [...wanted].filter((page) => !found.includes(page));
  const { needsOcr: _, ...rest } = text;
  return {
    ...rest,
    items: [...text.items, ...read].sort((a, b) => a.page - b.page),
    ocr: found.length > 0,
    warnings: [
      ...text.warnings,
      ...(pictures?.warnings ?? []),
      ...(missing.length > 0 && text.items.length > 0
        ? [{ code: 'pages_unreadable', text: `No text could be read on page ${missing.join(', ')}.` }]
        : []),
    ],
    facts: { ...text.facts, ocrPages: found },
    ...(pictures?.turned && { turned: pictures.turned }),
  };
}
