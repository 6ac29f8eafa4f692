import { defineErrors } from '#shared/kernel/errors.ts';

export const profileErrors = defineErrors('profile', {
  version_conflict: {
    kind: 'conflict',
    message: 'The profile was changed elsewhere. Load it again and repeat your change.',
  },
  answers_full: {
    kind: 'unprocessable',
    message: 'You keep 300 answers already. Remove some on the profile page, then save this one again.',
  },
});
