/** What is told of a reading that failed, in words for the person who watches the company. */
import { feedErrors } from './feed.errors.ts';

const OUTSIDE: Readonly<Record<string, string>> = {
  'outside.too_large': 'The board answers with more than can be read. The jobs known so far stay.',
  'outside.too_slow': 'The board takes too long to answer. It is asked again later.',
  'outside.unreachable': 'The board does not answer. It is asked again later.',
  'outside.not_text': 'The board answers with something that is no list of jobs. It is asked again later.',
  'outside.not_allowed': 'The address leads to a place that is not public. Watch the company at another address.',
};
const OURS = 'Something went wrong on our side. It is tried again later.';

/** The text of a code of `feed.*` or `outside.*`. */
export function troubleText(code: string): string {
  const error = Object.values(feedErrors)
    .map((make) => make())
    .find((made) => made.code === code);
  return error?.message ?? OUTSIDE[code] ?? OURS;
}
