/** Documents into file inputs: each into its own slot, never one for the other. */
import { type Case, type Outcome, yours } from './control.rules.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'text/plain': '.txt',
};

/** The document a file input asks for, if there is one it takes. */
export function attach({ field, meaning, input }: Case): Outcome {
  const kind =
    meaning.field === 'resumeFile' ? 'resume' : meaning.field === 'coverLetterFile' ? 'coverLetter' : undefined;
  if (!kind) return yours('Not a resume or cover letter');
  const candidates = input.documents.filter((document) => document.kind === kind);
  if (candidates.length === 0)
    return yours(kind === 'resume' ? 'No resume is ready to attach' : 'No cover letter is ready to attach');
  const fitting = candidates.find((document) => accepts(field.accept, document.fileName));
  return fitting
    ? { action: 'file', value: fitting.id, alternatives: [fitting.fileName], source: `document:${kind}` }
    : yours('The site does not take this kind of file');
}

function accepts(accept: string | undefined, fileName: string): boolean {
  if (!accept?.trim()) return true;
  const extension = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  return accept
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .some(
      (each) =>
        each === extension ||
        EXTENSIONS[each] === extension ||
        each === '*/*' ||
        (each.endsWith('/*') && each === 'application/*' && extension !== '.txt'),
    );
}
