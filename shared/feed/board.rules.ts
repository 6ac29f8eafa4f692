/** The board behind a careers page: which application system the page's HTML points to, and under which name. */
import { addressOf } from './answer.rules.ts';
import { type BoardSystem, boardOf, boardSystems } from './board-address.rules.ts';
import { jobPostingsIn } from './job-posting.rules.ts';
import { neverFetched, webAddress } from './never.rules.ts';

export type FoundBoard = { readonly source: string; readonly board: string };

/** As much of a page as is looked at, and as many of its addresses. */
const MOST_TEXT = 2_000_000;
const MOST_ADDRESSES = 5_000;
const MOST_BOARDS = 20;

/** What a mention is worth: the page's own address, something the page loads, a link. */
const WORTH = { own: 1000, loaded: 20, linked: 1 } as const;

/** Names that a page's script gives its board's loader in other ways than by address. */
const SETTINGS: readonly { system: BoardSystem; setting: RegExp }[] = [
  {
    system: 'lever',
    setting: /\bleverJobsOptions\s*=\s*\{[^{}]{0,300}?\baccountName["']?\s*:\s*["']([\w.-]{1,100})["']/g,
  },
  { system: 'greenhouse', setting: /\bboardToken["']?\s*[:=]\s*["']([\w.-]{1,100})["']/g },
  { system: 'smartrecruiters', setting: /["']company_code["']\s*:\s*["']([\w.-]{1,100})["']/g },
];

/** Addresses in text, also protocol-relative ones and those whose slashes a script escaped. */
const ADDRESS = /(?:https?:)?(?:\/\/|\\\/\\\/|\\u002[fF]\\u002[fF])[a-zA-Z0-9.-]{4,253}[^\s"'<>()`{}|^]{0,500}/g;
/** Right before an address: the page loads it rather than linking to it. */
const LOADING = /<(?:iframe|script|embed|object)\b[^<>]{0,300}$|\b(?:fetch|get|src|load)\w*\s*[(=:]\s*["'`]?$/i;
const INTERFACE = /^(?:boards-api|api)\.|\/(?:embed|api)\b|\/v\d\//;

function urlIn(mention: string): URL | undefined {
  const text = mention
    .replaceAll('\\/', '/')
    .replace(/\\u002f/gi, '/')
    .replace(/\\u0026|&amp;|&#0?38;/gi, '&')
    .replace(/\\+$/, '');
  return webAddress(text.startsWith('//') ? `https:${text}` : text);
}

/**
 * Every board a page points to, best first: what it embeds or asks for its list before what it links to, the more often
 * named first; then postings the page itself describes, then feeds of jobs it announces. `url` is where the page was
 * read. Never a board of a site that forbids fetching.
 */
export function boardsIn(html: string, url: string): FoundBoard[] {
  if (neverFetched(url)) return [];
  const text = html.slice(0, MOST_TEXT);
  const worth = new Map<string, { found: FoundBoard; points: number }>();
  const add = (found: FoundBoard, points: number) => {
    const key = `${found.source} ${found.board}`;
    const known = worth.get(key);
    worth.set(key, { found: known?.found ?? found, points: (known?.points ?? 0) + points });
  };
  const addAddress = (address: URL | undefined, points: number) => {
    if (!address || neverFetched(address.href)) return;
    for (const source of boardSystems) {
      const board = boardOf(source, address);
      if (board !== undefined)
        add({ source, board }, points + (INTERFACE.test(address.host + address.pathname) ? WORTH.loaded : 0));
    }
  };
  addAddress(webAddress(url), WORTH.own);
  let seen = 0;
  for (const mention of text.matchAll(ADDRESS)) {
    seen += 1;
    if (seen > MOST_ADDRESSES) break;
    const before = text.slice(Math.max(0, mention.index - 320), mention.index);
    addAddress(urlIn(mention[0]), LOADING.test(before) ? WORTH.loaded : WORTH.linked);
  }
  for (const { system, setting } of SETTINGS)
    for (const [, board = ''] of text.matchAll(setting)) add({ source: system, board }, WORTH.loaded);
  // Under an employer's own domain the page's host is the board.
  const host = webAddress(url)?.hostname;
  if (host !== undefined && /\bteamtailor-cdn\.com\//.test(text))
    add({ source: 'teamtailor', board: host }, WORTH.loaded);
  const systems = [...worth.values()].sort((a, b) => b.points - a.points).map(({ found }) => found);
  const page = jobPostingsIn(text).length > 0 ? [{ source: 'job-posting-page', board: url }] : [];
  return [...systems, ...page, ...feedsIn(text, url)].slice(0, MOST_BOARDS);
}

/** Feeds a page announces that are about jobs: a careers page's blog is none. */
function feedsIn(html: string, url: string): FoundBoard[] {
  const feeds: FoundBoard[] = [];
  for (const [link] of html.matchAll(/<link\b[^<>]{0,1500}>/gi)) {
    if (!/\brel\s*=\s*["']?alternate\b/i.test(link) || !/application\/(?:rss|atom)\+xml/i.test(link)) continue;
    const href = addressOf(/\bhref\s*=\s*["']([^"']{1,1000})["']/i.exec(link)?.[1]?.replaceAll('&amp;', '&'), url);
    const title = /\btitle\s*=\s*["']([^"']{0,300})["']/i.exec(link)?.[1] ?? '';
    if (href === null || neverFetched(href) || feeds.some(({ board }) => board === href)) continue;
    if (ABOUT_JOBS.test(title) || ABOUT_JOBS.test(new URL(href).pathname)) feeds.push({ source: 'rss', board: href });
  }
  return feeds.slice(0, 5);
}
const ABOUT_JOBS =
  /\bjobs?\b|career|karriere|carri|vacanc|vacature|stellen|emploi|empleo|lavor|position|opening|hiring/i;
