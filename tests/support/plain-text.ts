/** The text of a file and nothing else: what everything beyond it is measured against. */
import { openPdf } from '#shared/resume/extract/pdf.extract.ts';
import { walkXml } from '#shared/resume/extract/xml.extract.ts';
import { openArchive } from '#shared/resume/extract/zip.extract.ts';

/** Number of characters in the text layer of all pages, as pdf.js gives it. */
export async function extractPdfText(bytes: Uint8Array): Promise<number> {
  const document = await openPdf(bytes);
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    for (const item of content.items) if ('str' in item) characters += item.str.length;
  }
  await document.loadingTask.destroy();
  return characters;
}

/** Number of characters in a Word document's main part. */
export function extractDocxText(bytes: Uint8Array): number {
  const part = openArchive(bytes).read('word/document.xml');
  let characters = 0;
  if (part !== undefined)
    walkXml(part, {
      open() {},
      close() {},
      text(text) {
        characters += text.length;
      },
    });
  return characters;
}
