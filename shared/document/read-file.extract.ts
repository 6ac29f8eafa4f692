/** Text of our own files as a stranger's program reads them: unpdf (pdf.js) for PDF, the XML itself for DOCX. */
import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';

/** All text of a PDF, pages in order. */
export async function readPdfText(bytes: Uint8Array): Promise<string> {
  // pdf.js takes the buffer over; the caller keeps its own.
  const { text } = await extractText(bytes.slice(), { mergePages: true });
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** All text of a DOCX we wrote, a line per paragraph. */
export function readDocxText(bytes: Uint8Array): string {
  const files = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' });
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  return xml
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
}
