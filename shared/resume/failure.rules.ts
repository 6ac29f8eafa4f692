/** What helps when a file could not be read: the password, once more, or another file; and how to make that other file. */

export type Help = { readonly password: boolean; readonly again: boolean; readonly hint: string | undefined };

const HINTS: Readonly<Record<string, string>> = {
  'resume.damaged': 'Opening it in the program it was made with and saving it as PDF once more usually helps.',
  'resume.no_text': 'A photo helps when it is straight, evenly lit and at least 1,000 pixels wide.',
  'resume.not_a_resume': 'If it is one, give its parts headings such as Experience and Education and upload it again.',
  'resume.image_too_large': 'Most phones and image programs can save it at a smaller size.',
  'resume.too_many_pages': 'Print only the pages of the resume into a new PDF.',
  'resume.too_complex': 'It may have been a busy moment: once more can help. If not, a plain PDF or DOCX does.',
};

/** Reading the same bytes again ends the same way, unless time or memory was what lacked. */
const AGAIN = new Set(['resume.too_complex', 'resume.not_uploaded']);
const LOCKED = new Set(['resume.encrypted', 'resume.wrong_password']);

/** What to offer for the error `code` of a reading; an unknown one may have been ours, so once more is offered. */
export const helpFor = (code: string): Help => ({
  password: LOCKED.has(code),
  again: AGAIN.has(code) || !code.startsWith('resume.'),
  hint: HINTS[code],
});

/** Whether reading the same bytes once more may end otherwise; a busy moment is believed once. */
export const mayHelp = (code: string, attempts: number): boolean =>
  helpFor(code).again && !(code === 'resume.too_complex' && attempts > 1);
