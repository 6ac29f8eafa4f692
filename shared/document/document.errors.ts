import { defineErrors } from '#shared/kernel/errors.ts';

export const documentErrors = defineErrors('document', {
  posting_unreadable: {
    kind: 'unprocessable',
    message: 'No posting could be read at this address. Paste its text instead.',
  },
  misread: {
    kind: 'internal',
    message: 'The file did not read back as it was meant, so it was not kept. Try again or use another format.',
  },
  format_unavailable: {
    kind: 'unprocessable',
    message: 'This document does not exist in this format. Download it as DOCX.',
  },
  failed: { kind: 'internal', message: 'The documents could not be made. Try again.' },
});
