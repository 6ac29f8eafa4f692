import { defineErrors } from '#shared/kernel/errors.ts';

export const resumeErrors = defineErrors('resume', {
  empty_file: { kind: 'invalid', message: 'The file is empty. Choose the file again, or export it once more.' },
  too_large: { kind: 'too_large', message: 'The file is larger than 5 MB. Save it smaller, without large images.' },
  use_ticket: {
    kind: 'too_large',
    message: 'Files above 4 MB go by upload ticket: POST /resumes, then upload to the address it gives.',
  },
  unsupported_format: {
    kind: 'unsupported',
    message:
      'This file cannot be read. Use PDF, DOCX, TXT, MD, RTF, ODT, HTML, JSON Resume, LinkedIn ZIP, PNG or JPEG.',
  },
  not_uploaded: { kind: 'conflict', message: 'The file has not arrived yet. Upload it, then say so again.' },
  too_many: { kind: 'conflict', message: 'You have 100 resumes. Delete one first.' },
  needs_ocr: { kind: 'unprocessable', message: 'The pages are images; they are read by a slower way.' },
  needs_language: { kind: 'unprocessable', message: 'The pages are in a language whose OCR data is not there yet.' },
  not_ready: { kind: 'conflict', message: 'The resume is still being read. Ask for its status.' },
  encrypted: {
    kind: 'unprocessable',
    message: 'The file is protected by a password. Enter the password, or save it without one.',
  },
  wrong_password: { kind: 'invalid', message: 'This password does not open the file.' },
  damaged: {
    kind: 'unprocessable',
    message: 'The file is damaged or cut off. Export it again and upload the new file.',
  },
  too_many_pages: { kind: 'unprocessable', message: 'The file has more than 100 pages. Upload only the resume.' },
  too_complex: {
    kind: 'unprocessable',
    message: 'The file takes too much time or memory to read. Export it as a plain PDF or DOCX.',
  },
  no_text: {
    kind: 'unprocessable',
    message: 'No readable text was found in the file. Upload a text PDF or DOCX, or a sharper scan.',
  },
  not_a_resume: {
    kind: 'unprocessable',
    message: 'This does not look like a resume. Check that it is the right file.',
  },
  image_too_large: { kind: 'unprocessable', message: 'The image has more than 60 megapixels. Save it smaller.' },
});
