/** What is asked of sources, put so that one wish of many people is one feed. */
import { fold } from '#shared/kernel/text.ts';
import type { FeedAsk, JobSource } from './source.schema.ts';

const plain = (text: string | undefined): string | undefined => {
  const words = text === undefined ? '' : fold(text).replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
};

/** The same ask in one spelling: case, accents and spaces of a search do not tell two apart. */
export function normalAsk({ source, board, query }: FeedAsk): FeedAsk {
  if (board !== undefined) return { source, board: board.trim() };
  if (query === undefined) return { source };
  const { what, where, country, remote, days } = query;
  return {
    source,
    query: {
      ...(plain(what) !== undefined && { what: plain(what) }),
      ...(plain(where) !== undefined && { where: plain(where) }),
      ...(country !== undefined && { country: country.toUpperCase() }),
      ...(remote && { remote }),
      ...(days !== undefined && { days }),
    },
  };
}

/** One line that two asks share exactly when they ask the same. */
export function askKey(ask: FeedAsk): string {
  const { source, board, query } = normalAsk(ask);
  const { what = '', where = '', country = '', remote = false, days = '' } = query ?? {};
  return JSON.stringify([source, board ?? null, query === undefined ? null : [what, where, country, remote, days]]);
}

/** An employer's name out of its name at a board: `acme-labs` → `Acme Labs`, `acme.recruitee.com` → `Acme`. */
export function companyOfBoard(board: string): string {
  // A region may stand before the name (`eu:acme`), and a board may lie under the employer's own host.
  const own = board.replace(/^[a-z]{2}:/, '');
  const isHost = /^https?:\/\//i.test(own) || SITE_PREFIX.test(own);
  const name = isHost ? hostName(own) : (own.split(/[./]/)[0] ?? own);
  const words = name
    .replace(/[-_+]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()).slice(0, 200);
}

/** First labels of hosts that say what the site is for. */
const SITE_PREFIX = /^(?:www|jobs|careers?|karriere|apply|work|join)\./;

/** `https://www.careers.acme.co.uk/x` → `acme`. */
function hostName(address: string): string {
  const host = URL.canParse(address) ? new URL(address).hostname : address;
  const labels = host.replace(SITE_PREFIX, '').split('.');
  const end = labels.length > 2 && /^(?:co|com|org|net|ac|gov)$/.test(labels.at(-2) ?? '') ? -3 : -2;
  return labels.at(end) ?? labels[0] ?? host;
}

/**
 * An employer's name from the title of its board's page, where it is the board's name in better spelling: `acmelabs` and
 * "ACME Labs – Jobs" give `ACME Labs`. Undefined where the title says something else.
 */
export function companyOfTitle(title: string, board: string): string | undefined {
  const letters = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = letters(companyOfBoard(board));
  const parts = title
    .split(/\s+[-–—|·:]\s+|\s+(?:jobs|careers|karriere|stellen)\b|\b(?:jobs|careers|karriere)\s+(?:at|bei)\s+/i)
    .map((part) => part.replace(/\s+/g, ' ').trim());
  return parts.find((part) => part !== '' && part.length <= 100 && letters(part) === wanted);
}

/**
 * Whether a source is switched on. One whose postings may not be shown to signed-in people alone is only on where it is
 * named: the portal shows postings after signing in.
 */
export const isEnabled = (source: Pick<JobSource, 'id' | 'display'>, enabled: 'all' | readonly string[]): boolean =>
  enabled === 'all' ? source.display.openToAll !== true : enabled.includes(source.id);
