/** What stands over the text of a PDF page: links and the fields of forms. */
import type { Extracted, TextItem } from '../read/item.schema.ts';
import { cleanText } from '../read/text.rules.ts';
import { boxUnder, type Matrix } from './paint.rules.ts';

const MAX_ANNOTATIONS = 500;

function rectOf(annotation: object, matrix: Matrix): readonly [number, number, number, number] | undefined {
  const rect = 'rect' in annotation && Array.isArray(annotation.rect) ? annotation.rect.map(Number) : [];
  const [x0, y0, x1, y1] = rect;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined;
  return boxUnder(matrix, [x0, y0, x1, y1]);
}

/** What stands in the fields of a form: it is drawn, but is no part of the text content. */
export function formTexts(
  annotations: readonly unknown[],
  { page, matrix }: { page: number; matrix: Matrix },
): TextItem[] {
  return annotations.slice(0, MAX_ANNOTATIONS).flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    if (!('fieldType' in annotation) || !('fieldValue' in annotation)) return [];
    if (annotation.fieldType !== 'Tx' && annotation.fieldType !== 'Ch') return [];
    if ('hidden' in annotation && annotation.hidden === true) return [];
    const value: unknown = Array.isArray(annotation.fieldValue) ? annotation.fieldValue[0] : annotation.fieldValue;
    const box = rectOf(annotation, matrix);
    if (typeof value !== 'string' || value.trim() === '' || box === undefined) return [];
    const lines = value.split(/\r\n|\r|\n/u);
    const fontSize = Math.max(4, Math.min(12, ((box[3] - box[1]) / lines.length) * 0.8));
    return lines.flatMap((line, i): TextItem[] => {
      const text = cleanText(line);
      if (text === '') return [];
      const y = box[1] + (i + 0.5) * ((box[3] - box[1]) / lines.length) - fontSize / 2;
      const width = Math.min(box[2] - box[0], text.length * fontSize * 0.5);
      return [{ text, x: box[0] + 2, y, width, height: fontSize, page, fontSize, weight: 400, italic: false }];
    });
  });
}

type Linked = { page: number; items: TextItem[]; looseLinks: Extracted['looseLinks'] };

/** Puts each link annotation on the items it covers; one that covers none is kept as a loose link. Gives how many there are. */
export function attachLinks(
  annotations: readonly unknown[],
  { matrix, text }: { matrix: Matrix; text: Linked },
): number {
  let links = 0;
  for (const annotation of annotations.slice(0, MAX_ANNOTATIONS)) {
    if (typeof annotation !== 'object' || annotation === null) continue;
    const url = 'url' in annotation ? annotation.url : 'unsafeUrl' in annotation ? annotation.unsafeUrl : undefined;
    const box = rectOf(annotation, matrix);
    if (typeof url !== 'string' || box === undefined || !/^(?:https?:|mailto:|tel:)/iu.test(url)) continue;
    links++;
    const [left, top, right, bottom] = box;
    let covered = false;
    for (const item of text.items) {
      const overlap = Math.min(right, item.x + item.width) - Math.max(left, item.x);
      const middle = item.y + item.height / 2;
      if (
        item.text.trim() === '' ||
        middle < top ||
        middle > bottom ||
        overlap < Math.min(item.width, right - left) * 0.5
      )
        continue;
      item.link = url;
      covered = true;
    }
    if (!covered) text.looseLinks.push({ url, page: text.page, x: left, y: top });
  }
  return links;
}
