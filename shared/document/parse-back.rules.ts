/** Whether a file says what was meant: every field of the model is looked for, in order, in the text a machine read. */
import { fold } from '#shared/kernel/text.ts';
import type { AtsReport } from './document.schema.ts';
import type { DocumentModel } from './model.schema.ts';
import { traceOf } from './text.rules.ts';

type Difference = AtsReport['parseBack'][number];

/** Letters and digits only: line breaks, spaces and hyphens at line ends are layout, not content. */
const squeeze = (text: string): string => fold(text).replace(/[^\p{L}\p{N}+#%€$£@&]/gu, '');

/**
 * Compares field by field. A field whose letters are not found in the text read, at or after the place of the one
 * before it, is a difference; `read` then shows what stands nearest to where it should be.
 */
export function parseBack(model: DocumentModel, readText: string): Difference[] {
  const read = squeeze(readText);
  const differences: Difference[] = [];
  let from = 0;
  for (const field of fieldsOf(model)) {
    const meant = squeeze(field.text);
    if (meant === '') continue;
    const at = read.indexOf(meant, from);
    if (at >= 0) {
      // Fields of one line (title, date, employer) may be read in another order; go on from the start of this one.
      from = Math.max(from, at);
      continue;
    }
    const anywhere = read.includes(meant);
    differences.push({
      path: field.path,
      meant: field.text,
      read: anywhere ? 'found, but in another place' : nearest({ read, meant }),
    });
  }
  return differences;
}

function fieldsOf(model: DocumentModel): { path: string; text: string }[] {
  const traced = traceOf(model).map(({ text, evidence }) => ({ path: evidence[0] ?? 'text', text }));
  if (model.kind === 'coverLetter') return traced;
  // Date before employer, as both stand on the title line.
  return traced;
}

/** What stands where the field should: the text after its longest beginning that was found. */
function nearest({ read, meant }: { read: string; meant: string }): string {
  for (let length = Math.min(meant.length - 1, 40); length >= 4; length--) {
    const at = read.indexOf(meant.slice(0, length));
    if (at >= 0) return read.slice(at, at + meant.length);
  }
  return '';
}

/** Fields a document must not get wrong: with one of these misread the file is not given out. */
const ESSENTIAL = /^(?:basics\.(?:name|email)|work\[\d+\]\.name)$/;

export const isEssential = ({ path }: Difference): boolean => ESSENTIAL.test(path);
