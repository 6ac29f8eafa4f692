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
  busy: { kind: 'unavailable', message: 'The source asks us to wait. It is asked again when it allows it.' },
  down: { kind: 'unavailable', message: 'The source does not answer as it should. It is asked again later.' },
  gone: {
    kind: 'unprocessable',
    message: 'There is no such board any more. If the company moved its jobs, watch its new address.',
  },
  refused: { kind: 'unprocessable', message: 'The source refused to answer. Its key may be wrong or used up.' },
  paced: { kind: 'unavailable', message: 'The source was asked as often today as it allows. It goes on tomorrow.' },
  endless: { kind: 'unprocessable', message: 'The source has more pages than are read. The first ones were taken in.' },
  shrunk: {
    kind: 'unprocessable',
    message: 'The source suddenly lists far fewer jobs. Nothing is closed until it says so again.',
  },
  robots_refused: {
    kind: 'unprocessable',
    message: 'This site asks programs not to read its jobs. Open a posting and paste its text instead.',
  },
  robots_unreachable: {
    kind: 'unavailable',
    message: 'The site does not say whether it may be read. It is asked again later.',
  },
  elsewhere: { kind: 'unprocessable', message: 'The page leads on to other sites. Give the address it ends at.' },
  not_ready: {
    kind: 'conflict',
    message: 'This source is switched off or lacks its keys. See ENABLE_SOURCES and its keys in .env.example.',
  },
  unreachable: {
    kind: 'unprocessable',
    message: 'The page at this address could not be read. Give the address of the page that lists the jobs.',
  },
  in_progress: { kind: 'unavailable', message: 'This source is being read already. It goes on when that is done.' },
  no_columns: {
    kind: 'unprocessable',
    message:
      'No column with job titles and no column with addresses was found. Name the columns, for example "title", "company", "location", "url", "description".',
  },
  too_many_rows: {
    kind: 'too_large',
    message: 'A file may hold 1,000 postings. Split it, or send them by POST /jobs/import.',
  },
  too_many: { kind: 'invalid', message: 'There are too many of these. Remove some first.' },
});
