import { defineErrors } from '#shared/kernel/errors.ts';

export const feedErrors = defineErrors('feed', {
  unreadable: { kind: 'unprocessable', message: 'The source answered with something it does not usually answer.' },
  no_board: {
    kind: 'unprocessable',
    message: 'No job board was found at this address. Give the address of the page that lists the jobs.',
  },
  never_fetched: {
    kind: 'invalid',
    message: 'This site does not allow its postings to be fetched. Open the posting and paste its text instead.',
  },
  not_covered: {
    kind: 'invalid',
    message: 'This source has no postings of that country. Choose another country or source.',
  },
  too_many: { kind: 'invalid', message: 'There are too many of these. Remove some first.' },
});
