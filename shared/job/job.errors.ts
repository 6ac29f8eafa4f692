import { defineErrors } from '#shared/kernel/errors.ts';

export const jobErrors = defineErrors('job', {
  invalid: { kind: 'invalid', message: 'This posting lacks a title, an employer, a text or a web address.' },
  url_not_allowed: { kind: 'invalid', message: 'The address must begin with http:// or https://.' },
  too_many_own: { kind: 'invalid', message: 'You have as many postings as fit. Write to us if you need more.' },
  already_posted: { kind: 'conflict', message: 'Another of your postings has this title, employer and place.' },
  too_many: { kind: 'invalid', message: 'You have saved as many postings as fit. Delete some first.' },
  one_source: {
    kind: 'conflict',
    message: 'Only one source brings this posting, so there is nothing to split off.',
  },
});
