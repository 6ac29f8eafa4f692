/** All files of one document, each read back and compared before it may be kept. */
import { atsReportOf } from './ats.rules.ts';
import type { AtsReport, Warning } from './document.schema.ts';
import type { DocumentModel } from './model.schema.ts';
import { isEssential, parseBack } from './parse-back.rules.ts';
import { readDocxText, readPdfText } from './read-file.extract.ts';
import { renderDocx } from './render/docx.render.ts';
import type { FontLoader } from './render/font.source.ts';
import { renderPdf } from './render/pdf.render.ts';
import type { Requirements } from './requirements.rules.ts';

export type Files = {
  /** Absent where the typeface lacks a script, or the file did not read back. */
  readonly pdf?: Uint8Array;
  readonly docx?: Uint8Array;
  readonly atsReport: AtsReport;
  readonly warnings: Warning[];
};

type Input = { readonly requirements?: Requirements | undefined; readonly fonts?: FontLoader; readonly now: Date };

/** Renders PDF and DOCX, reads both back, keeps what says what was meant. */
export async function renderFiles(model: DocumentModel, { requirements, fonts, now }: Input): Promise<Files> {
  const warnings: Warning[] = [];
  const [rendered, docx] = await Promise.all([renderPdf(model, { now, ...(fonts && { fonts }) }), renderDocx(model)]);
  const drawable = rendered.unsupported.length === 0;
  if (!drawable)
    warnings.push({
      code: 'script_not_supported_in_pdf',
      text: `The PDF typeface lacks ${rendered.unsupported.slice(0, 12).join(' ')}; use the DOCX, which has everything.`,
    });
  const readPdf = drawable ? parseBack(model, await readPdfText(rendered.bytes)) : [];
  const readDocx = parseBack(model, readDocxText(docx));
  const keepPdf = drawable && !readPdf.some(isEssential);
  const keepDocx = !readDocx.some(isEssential);
  if (drawable && !keepPdf)
    warnings.push({ code: 'pdf_misread', text: 'The PDF did not read back as meant and was not kept.' });
  if (!keepDocx) warnings.push({ code: 'docx_misread', text: 'The DOCX did not read back as meant and was not kept.' });
  const file = {
    bytes: keepPdf ? rendered.bytes.byteLength : docx.byteLength,
    pages: rendered.pages,
    parseBack: drawable ? readPdf : readDocx,
  };
  return {
    ...(keepPdf && { pdf: rendered.bytes }),
    ...(keepDocx && { docx }),
    atsReport: atsReportOf({ model, requirements, file }),
    warnings,
  };
}
