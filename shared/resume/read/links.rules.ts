/** Links of the person: from the text, from links behind words and icons, and from handles behind a network's name. */
import { EMAIL } from './email.rules.ts';
import type { Extracted, Line } from './item.schema.ts';
import type { Section } from './sections.rules.ts';
import { fold, wordCount } from './text.rules.ts';
import { clamp, type Found, spanOf } from './value.rules.ts';

export type Link = Found<{ network?: string; username?: string; url: string }>;

const NETWORKS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)linkedin\.com$/u, 'LinkedIn'],
  [/(?:^|\.)github\.com$/u, 'GitHub'],
  [/(?:^|\.)gitlab\.com$/u, 'GitLab'],
  [/(?:^|\.)(?:twitter|x)\.com$/u, 'Twitter'],
  [/(?:^|\.)stackoverflow\.com$/u, 'Stack Overflow'],
  [/(?:^|\.)xing\.com$/u, 'Xing'],
  [/(?:^|\.)facebook\.com$/u, 'Facebook'],
  [/(?:^|\.)instagram\.com$/u, 'Instagram'],
  [/(?:^|\.)behance\.net$/u, 'Behance'],
  [/(?:^|\.)dribbble\.com$/u, 'Dribbble'],
  [/(?:^|\.)medium\.com$/u, 'Medium'],
  [/(?:^|\.)kaggle\.com$/u, 'Kaggle'],
  [/(?:^|\.)orcid\.org$/u, 'ORCID'],
  [/(?:^|\.)youtube\.com$/u, 'YouTube'],
  [/(?:^|\.)quora\.com$/u, 'Quora'],
  [/(?:^|\.)bitbucket\.org$/u, 'Bitbucket'],
  [/(?:^|\.)researchgate\.net$/u, 'ResearchGate'],
  [/scholar\.google\./u, 'Google Scholar'],
  [/(?:^|\.)keybase\.io$/u, 'Keybase'],
  [/(?:^|\.)codepen\.io$/u, 'CodePen'],
  [/(?:^|\.)leetcode\.com$/u, 'LeetCode'],
  [/(?:^|\.)hackerrank\.com$/u, 'HackerRank'],
  [/(?:^|\.)dev\.to$/u, 'DEV'],
  [/(?:^|\.)pinterest\.[a-z]+$/u, 'Pinterest'],
  [/(?:^|\.)soundcloud\.com$/u, 'SoundCloud'],
  [/(?:^|\.)t\.me$/u, 'Telegram'],
  [/(?:^|\.)tumblr\.com$/u, 'Tumblr'],
  [/(?:^|\.)reddit\.com$/u, 'Reddit'],
];

const TLD =
  '(?:com|org|net|io|dev|me|co|ai|app|info|eu|de|fr|es|it|pt|br|nl|pl|se|tr|cn|in|uk|us|ca|au|ch|at|be|tech|design|xyz|site|online|blog|page|fi|no|dk|ie|tk|ml|name|pro|studio|works|space|cc|tv|ly|so|sh|gg|id|mx|ar|cl|jp|kr|tw|hk|sg|edu|gov|biz|ru|cz|ro|gr|eus|cat|gal|swiss|berlin|example)';
export const URL_TEXT = new RegExp(
  `(?<![\\p{L}\\p{N}@._-])(?:https?:\\/\\/)?(?:[a-z0-9-]+\\.)+${TLD}(?![\\p{L}\\p{N}@-])(?:\\/[^\\s|,;()<>•·]*)?`,
  'giu',
);
const URL_ONCE = new RegExp(URL_TEXT.source, 'iu');
const LABELLED =
  /(?<![\p{L}])(linkedin|github|gitlab|twitter|x|xing|instagram|behance|medium|kaggle|stack ?overflow|quora|youtube)\s*[:：]\s*@?\/?([\w.-]{3,40})(?![\w.]*@)/giu;
const NETWORK_URL: Readonly<Record<string, string>> = {
  linkedin: 'linkedin.com/in/',
  github: 'github.com/',
  gitlab: 'gitlab.com/',
  twitter: 'twitter.com/',
  x: 'x.com/',
  xing: 'xing.com/profile/',
  instagram: 'instagram.com/',
  behance: 'behance.net/',
  medium: 'medium.com/@',
  kaggle: 'kaggle.com/',
  youtube: 'youtube.com/user/',
  quora: 'quora.com/profile/',
};

const hostOf = (url: string): string =>
  url
    .replace(/^[a-z]+:\/\//iu, '')
    .split(/[/?#]/u)[0]
    ?.toLowerCase()
    .replace(/^www\./u, '') ?? '';
const pathOf = (url: string): string =>
  url
    .replace(/^[a-z]+:\/\//iu, '')
    .replace(/^[^/]*/u, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '');

const MAIL_PROVIDERS =
  /^(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|msn|icloud|me|aol|gmx|web|t-online|mail|proton|protonmail|orange|free|laposte|wanadoo|libero|uol|bol|terra|qq|163|126|sina|aliyun|rediffmail|yandex|zoho|fastmail|posteo|freenet|comcast|verizon|att)\./u;

const PROFILE_HOST =
  /linkedin|github|gitlab|xing\.com|behance|dribbble|stackoverflow|kaggle|orcid|youtube\.com|medium\.com|twitter\.com|researchgate/iu;

/** An address too long for its column goes on in the next line: `linkedin.com/in/jane` / `doe`. */
function unwrapped(line: Line, next: Line | undefined): string {
  if (next === undefined || next.index !== line.index + 1 || next.column !== line.column || next.page !== line.page)
    return line.text;
  const isOpen = /(?:\/\S*[^\s.,;)]|[-/.])$/u.test(line.text) && URL_ONCE.test(line.text);
  const tail = /^[\p{Ll}\d][\p{Ll}\d/_.-]{0,30}$/u.test(next.text) && !URL_ONCE.test(next.text) && next.gap < 0.9;
  return isOpen && tail && (line.full || /[-/]$/u.test(line.text)) ? line.text + next.text : line.text;
}

/** Links that are the person's own: those of the header and contact lines, and profile addresses elsewhere. */
export function readLinks({
  near,
  lines,
  sections,
  extracted,
  email,
}: {
  near: readonly Line[];
  lines: readonly Line[];
  sections: readonly Section[];
  extracted: Extracted;
  email: string | undefined;
}): Link[] {
  const links = new Map<string, Link>();
  const own = new Set(sections.filter((s) => s.kind === 'header' || s.kind === 'contact').flatMap((s) => s.lines));
  const headBottom = Math.max(0, ...[...own].filter((l) => l.page === 1).map((l) => l.y + l.height));
  const mailHost = email?.split('@')[1]?.toLowerCase() ?? '';
  const add = (raw: string, options: { line?: Line; confidence: number; own: boolean }): void => {
    let url = raw.replace(/[.,;:)\]]+$/u, '').trim();
    const host = hostOf(url);
    if (host === '' || (host === mailHost && MAIL_PROVIDERS.test(host)) || !host.includes('.')) return;
    const network = NETWORKS.find(([pattern]) => pattern.test(host))?.[1];
    const path = pathOf(url);
    if (network === undefined && !options.own) return;
    if (network !== undefined && path === '') return;
    if (!options.own && network !== undefined && !isProfilePath(network, path)) return;
    if (network === undefined && /(?:google\.com\/maps|maps\.|goo\.gl|youtu\.be|wikipedia\.org|doi\.org)/iu.test(url))
      return;
    if (!/^https?:/iu.test(url)) url = `https://${url}`;
    const key = `${host}${path}`.toLowerCase();
    const username =
      network === undefined
        ? undefined
        : path
            .split('/')
            .filter((p) => p !== '')
            .at(-1)
            ?.replace(/^@/u, '');
    const other = [...links.values()].find(
      (l) =>
        network !== undefined &&
        l.value.network === network &&
        (l.value.username ?? '').toLowerCase() === (username ?? '').toLowerCase(),
    );
    if (links.has(key) || other !== undefined) return;
    links.set(key, {
      value: { ...(network === undefined ? {} : { network }), ...(username === undefined ? {} : { username }), url },
      confidence: clamp(options.confidence),
      spans:
        options.line === undefined
          ? []
          : [spanOf(options.line, options.line.text.includes(raw) ? raw : options.line.text)],
    });
  };
  for (const [i, line] of near.entries()) {
    const isOwn = own.has(line);
    if (!isOwn && lines.length > 60 && line.page > 1 && !PROFILE_HOST.test(line.text)) continue;
    for (const link of line.cells.flatMap((c) => c.links))
      if (/^https?:/iu.test(link)) add(link, { line, confidence: isOwn ? 0.95 : 0.75, own: isOwn });
    const text = unwrapped(line, near[i + 1])
      .replace(EMAIL, ' ')
      .replace(/(?<=\.com|\.org)\s+(?=\/)/gu, '');
    for (const match of text.matchAll(URL_TEXT)) {
      if (
        /^\d|^(?:e\.g|i\.e|b\.sc|m\.sc|ph\.d)/iu.test(match[0]) ||
        /^(?:node|vue|next|nuxt|express|asp|ado|d3|three|socket|ml)\.(?:js|net|io)$/iu.test(match[0])
      )
        continue;
      add(match[0], {
        line,
        confidence: isOwn ? 0.92 : 0.7,
        own: isOwn && (match[0].includes('/') || match[0].includes('www') || wordCount(text) < 14),
      });
    }
    if (isOwn) {
      for (const match of text.matchAll(LABELLED)) {
        const network = fold(match[1] ?? '').replace(/\s/gu, '');
        const base = NETWORK_URL[network];
        if (base !== undefined && match[2] !== undefined && !/\.com|^https?$|^www/iu.test(match[2]))
          add(base + match[2], { line, confidence: 0.85, own: true });
      }
    }
  }
  for (const loose of extracted.looseLinks) {
    if (!/^https?:/iu.test(loose.url)) continue;
    const inHead = loose.page === 1 && loose.y <= headBottom + 20;
    add(loose.url, { confidence: inHead ? 0.85 : 0.6, own: inHead });
  }
  return [...links.values()].slice(0, 20);
}

/** Only an address of a person: `/in/jane`, `/jane`, not a repository or a company page. */
function isProfilePath(network: string, path: string): boolean {
  const depth = path.split('/').filter((p) => p !== '').length;
  if (/^\/(?:user|users|u|pub|profile|people|channel|c)\/[^/]+$/iu.test(path)) return true;
  if (network === 'LinkedIn') return /^\/(?:in|pub)\//iu.test(path) && depth <= 3;
  return depth === 1;
}
