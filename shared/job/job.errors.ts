import { defineErrors } from '#shared/kernel/errors.ts';

export const jobErrors = defineErrors('job', {
  invalid: { kind: 'invalid', message: 'This posting lacks a title, an employer, a text or a web address.' },
  url_not_allowed: { kind: 'invalid', message: 'The address must begin with http:// or https://.' },
  too_many: { kind: 'invalid', message: 'You have saved as many postings as fit. Delete some first.' },
});
