/** The file as a recruiter or a form gets it: its kind, its size, its name. */
import { fold } from '#shared/kernel/text.ts';
import { type Check, fine, problem } from '../check.rules.ts';

const extensionOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

const format: Check = {
  code: 'machine.format',
  area: 'machine',
  worth: 1,
  title: 'A format every system takes',
  look(subject) {
    const extension = extensionOf(subject.file.name);
    const asText = ['txt', 'md', 'html', 'htm', 'odt', 'rtf', 'json', 'zip'].includes(extension);
    const asPicture = ['png', 'jpg', 'jpeg'].includes(extension);
    if (!asText && !asPicture) return fine;
    return problem({
      severity: 'low',
      title: `The file is .${extension}`,
      text: 'Many application forms take only PDF and DOCX.',
      fix: 'Keep a PDF (and, for portals that ask for it, a DOCX) of the same text.',
      evidence: [{ text: subject.file.name }],
    });
  },
};

const size: Check = {
  code: 'machine.size',
  area: 'machine',
  worth: 1,
  title: 'Under 2 MB',
  look: ({ file }) =>
    file.bytes <= 2 * 1024 * 1024
      ? fine
      : problem({
          severity: 'low',
          title: `The file is ${(file.bytes / 1024 / 1024).toFixed(1)} MB`,
          text: 'Some application forms stop at 2 MB; text alone needs a tenth of that.',
          fix: 'Save it again with pictures at screen size (“Reduce file size”), or without them.',
          evidence: [{ text: file.name }],
        }),
};

const DRAFT =
  /(?:^|[\s_\-.(])(?:final|copy|draft|kopie|entwurf|copia|copie|brouillon|rascunho|new|neu|v\d+|\(\d+\)|untitled)(?=$|[\s_\-.)\d])|\(\d+\)/i;

const fileName: Check = {
  code: 'machine.fileName',
  area: 'machine',
  worth: 1,
  title: 'A file name that says whose it is',
  look({ file, resume, language }) {
    const stem = file.name.replace(/\.[^.]+$/, '');
    const folded = fold(stem);
    const names = fold(resume.basics?.name ?? '')
      .split(/[\s.,]+/)
      .filter((part) => part.length > 1);
    const named = names.length === 0 || names.some((name) => folded.includes(name));
    const draft = DRAFT.test(stem);
    if (named && !draft) return fine;
    return problem({
      severity: 'low',
      title: named ? 'The file name looks like a draft' : 'The file name does not hold your name',
      text: named
        ? 'Recruiters see it in their list, beside everyone else’s.'
        : 'In a recruiter’s folder it lies among many files that are called the same.',
      fix: `Call it ${suggestedName(resume.basics?.name, language)}.${extensionOf(file.name) || 'pdf'}.`,
      evidence: [{ text: file.name }],
    });
  },
};

/** What such a file is called where it is not called a resume. */
const FILE_WORDS: Readonly<Record<string, string>> = { en: 'Resume', de: 'Lebenslauf', zh: '简历' };

const suggestedName = (name: string | undefined, language: string): string =>
  `${(name ?? 'First Last').trim().replace(/[\s./\\]+/gu, '-')}-${FILE_WORDS[language] ?? 'CV'}`;

export const fileChecks: readonly Check[] = [format, size, fileName];
