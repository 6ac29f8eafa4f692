import { defineErrors } from '#shared/kernel/errors.ts';

export const searchErrors = defineErrors('search', {
  version_conflict: {
    kind: 'conflict',
    message: 'The search was changed elsewhere in the meantime. Load it again and repeat.',
  },
  exists: { kind: 'conflict', message: 'You have saved this search already under another name.' },
  too_many: { kind: 'unprocessable', message: 'You have 50 saved searches. Delete one first.' },
  empty: { kind: 'invalid', message: 'Give at least one word or filter to search for.' },
  bad_link: {
    kind: 'invalid',
    message: 'This link is not whole. Open it again from the mail, or switch the alert off under Account.',
  },
});
