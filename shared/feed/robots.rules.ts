/** robots.txt (RFC 9309): whether an address may be read by us, and how slowly. */
import robotsParser from 'robots-parser';

/** The name we are addressed by. */
const AGENT = 'Foothold';
/** Nobody waits longer for one page; who asks for more is read at this pace. */
const LONGEST_DELAY_MS = 60_000;

/** What a site's robots.txt answered: its text, none (4xx: everything may be read), or no answer (nothing may). */
export type Robots = { readonly state: 'rules'; readonly text: string } | { readonly state: 'none' | 'unreachable' };

/** What an answer to `/robots.txt` means, RFC 9309 §2.3.1. `status` 0: it did not answer at all. */
export function robotsOf({ status, text }: { status: number; text: string }): Robots {
  if (status === 200) return { state: 'rules', text };
  return { state: status >= 400 && status < 500 && status !== 429 ? 'none' : 'unreachable' };
}

export function mayRead(robots: Robots, url: string): boolean {
  if (robots.state !== 'rules') return robots.state === 'none';
  return robotsParser(new URL('/robots.txt', url).href, robots.text).isAllowed(url, AGENT) !== false;
}

/** Milliseconds between two requests the site asks for. */
export function delayOf(robots: Robots, url: string): number {
  if (robots.state !== 'rules') return 0;
  const seconds = robotsParser(new URL('/robots.txt', url).href, robots.text).getCrawlDelay(AGENT);
  return seconds === undefined || !Number.isFinite(seconds) || seconds < 0
    ? 0
    : Math.min(seconds * 1000, LONGEST_DELAY_MS);
}
