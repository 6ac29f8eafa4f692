/** Any page that describes its postings to machines: one posting, or a list of them. Its `board` is the page's address. */
import { fieldsOf, readEntries } from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { jobPostingsIn, ownAddress, readJobPosting } from '../job-posting.rules.ts';
import { neverFetched, webAddress } from '../never.rules.ts';
import type { JobSource } from '../source.schema.ts';

/** The page's own word on its address, without tracking and session, where it stays on its site. */
function pageAddress(html: string, fetched: string): string {
  const link = /<link\b[^>]{0,500}\brel=["']?canonical["']?[^>]{0,2500}>/i.exec(html.slice(0, 200_000))?.[0];
  const href = /\bhref=["']([^"'\s>]{1,2000})["']/i.exec(link ?? '')?.[1]?.replaceAll('&amp;', '&');
  const own = ownAddress(href, fetched);
  // Some sites name their front page as the address of every page.
  return own !== null && new URL(own).pathname !== '/' ? own : fetched;
}

export const jobPostingPage: JobSource = {
  id: 'job-posting-page',
  display: displayOf('job-posting-page'),
  kind: 'list',
  keys: [],
  pace: { everyMs: 2000 },
  robots: true,
  boardUrl: (board) => board,
  start({ board }) {
    const url = webAddress(board ?? '');
    if (!url) throw feedErrors.no_board();
    if (neverFetched(url.href)) throw feedErrors.never_fetched();
    return { url: url.href, headers: { accept: 'text/html,application/xhtml+xml' } };
  },
  read(answer) {
    const nodes = jobPostingsIn(answer.body);
    if (nodes.length === 0) throw feedErrors.no_board({ log: `no JobPosting at ${answer.url}` });
    const pageUrl = pageAddress(answer.body, answer.url);
    const alone = nodes.length === 1;
    return readEntries(nodes, {
      read: (node) => readJobPosting(fieldsOf(node), { source: 'job-posting-page', pageUrl, alone }),
      idOf: () => undefined,
    });
  },
};
