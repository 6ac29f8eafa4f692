/** Sites whose postings are never fetched: their terms forbid it, and nobody's permission changes that. */

/** `indeed.com`, `uk.indeed.com`, `linkedin.cn`, `glassdoor.co.uk`; not `indeed.acme.com`, which is somebody else's. */
const BRANDS = /(?:^|\.)(?:linkedin|indeed|glassdoor)\.(?:com|co|net|org|jobs|[a-z]{2})(?:\.[a-z]{2})?$/;
/** Their own shorteners and stores of pictures. */
const ALIASES = /(?:^|\.)(?:lnkd\.in|licdn\.com|indeedhi\.re|indeed\.page\.link)$/;
const GOOGLE = /(?:^|\.)google\.(?:com|co|[a-z]{2})(?:\.[a-z]{2})?$/;

/**
 * Whether an address, with or without `https://` before it, belongs to LinkedIn, Indeed or Glassdoor (every subdomain
 * and country) or to Google's search, whose job box copies other boards. Google's own careers pages are an employer's.
 */
export function neverFetched(address: string): boolean {
  const url = webAddress(address);
  if (!url) return false;
  const host = url.hostname.replace(/\.+$/, '');
  if (BRANDS.test(host) || ALIASES.test(host)) return true;
  if (host === 'jobs.google.com') return true;
  return GOOGLE.test(host) && /^\/(?:search|url|webhp)?\/?$/.test(url.pathname);
}

/** The http(s) address a person typed or pasted, also without `https://`; `undefined` for anything else. */
export function webAddress(typed: string): URL | undefined {
  const text = typed.trim();
  if (text.length > 2000 || text === '' || /\s/.test(text)) return undefined;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+\.[^/:]+:\d/.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(whole);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname.includes('.') ? url : undefined;
  } catch {
    return undefined;
  }
}
