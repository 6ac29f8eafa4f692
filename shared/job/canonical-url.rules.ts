/** One address per posting: tracking dropped, and the posting id of the application systems we know. */

/** A posting's id at an application system. Two addresses with the same one show the same posting. */
export type AtsId = { ats: string; id: string };

const TRACKING =
  /^(utm_.*|gh_src|lever-.*|ref|referer|referrer|refid|source|src|trk|trackingid|fbclid|gclid|msclkid|mc_cid|mc_eid|_ga|_gl|igshid|li_fat_id|ccuid|jobpipeline|recruiter|campaign|se|v|lang|language|locale|hl|iis|iisn|jobboardsource|from|origin|sid|session_?id)$/i;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

function parse(url: string): URL | undefined {
  try {
    const parsed = new URL(url.trim());
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
  } catch {
    return undefined;
  }
}

type Reader = { host: RegExp; ats: string; read: (path: string, url: URL) => string | undefined };
const group = (pattern: RegExp) => (path: string) => pattern.exec(path)?.[1];

const READERS: readonly Reader[] = [
  {
    host: /(^|\.)greenhouse\.io$/,
    ats: 'greenhouse',
    read: (p, u) => /\/jobs\/(\d{4,})/.exec(p)?.[1] ?? u.searchParams.get('token') ?? undefined,
  },
  { host: /(^|\.)lever\.co$/, ats: 'lever', read: (p) => UUID.exec(p)?.[0]?.toLowerCase() },
  { host: /(^|\.)ashbyhq\.com$/, ats: 'ashby', read: (p) => UUID.exec(p)?.[0]?.toLowerCase() },
  { host: /(^|\.)smartrecruiters\.com$/, ats: 'smartrecruiters', read: group(/\/(\d{9,})(?:-|$|\/)/) },
  {
    host: /(^|\.)workable\.com$/,
    ats: 'workable',
    read: (p) => /\/(?:j|jobs)\/([0-9A-Za-z]{8,12})(?:\/|$)/.exec(p)?.[1]?.toUpperCase(),
  },
  {
    host: /(^|\.)myworkdayjobs\.com$/,
    ats: 'workday',
    read: (p, u) => {
      const id = /_([A-Za-z]{0,6}-?\d{3,}(?:-\d+)?)(?:\/|$)/.exec(p)?.[1];
      return id ? `${u.hostname.split('.')[0]}:${id}` : undefined;
    },
  },
  { host: /(^|\.)usajobs\.gov$/, ats: 'usajobs', read: group(/\/(?:job|viewdetails)\/(\d+)/i) },
  { host: /(^|\.)jobvite\.com$/, ats: 'jobvite', read: group(/\/job\/([0-9A-Za-z]+)/) },
  {
    host: /(^|\.)bamboohr\.com$/,
    ats: 'bamboohr',
    read: (p, u) => {
      const id = /\/(?:careers|jobs)\/(\d+)/.exec(p)?.[1];
      return id ? `${u.hostname.split('.')[0]}:${id}` : undefined;
    },
  },
  {
    host: /(^|\.)recruitee\.com$/,
    ats: 'recruitee',
    read: (p, u) => {
      const slug = /\/o\/([^/]+)/.exec(p)?.[1];
      return slug ? `${u.hostname.split('.')[0]}:${slug}` : undefined;
    },
  },
  {
    host: /(^|\.)jobs\.personio\.(de|com)$/,
    ats: 'personio',
    read: (p, u) => {
      const id = /\/job\/(\d+)/.exec(p)?.[1];
      return id ? `${u.hostname.split('.')[0]}:${id}` : undefined;
    },
  },
  {
    host: /(^|\.)icims\.com$/,
    ats: 'icims',
    read: (p, u) => {
      const id = /\/jobs\/(\d+)/.exec(p)?.[1];
      return id ? `${u.hostname.split('.')[0]}:${id}` : undefined;
    },
  },
  { host: /(^|\.)adzuna\.[a-z.]+$/, ats: 'adzuna', read: group(/\/(?:details|land\/ad)\/(\d+)/) },
];

/** The posting id in an address, also behind an employer's own domain where it travels as a parameter (`gh_jid`, `lever`, `ashby_jid`). */
export function atsIdOf(url: string): AtsId | undefined {
  const parsed = parse(url);
  if (!parsed) return undefined;
  const embedded = parsed.searchParams.get('gh_jid');
  if (embedded && /^\d{4,}$/.test(embedded)) return { ats: 'greenhouse', id: embedded };
  const ashby = parsed.searchParams.get('ashby_jid');
  if (ashby && UUID.test(ashby)) return { ats: 'ashby', id: ashby.toLowerCase() };
  const reader = READERS.find(({ host }) => host.test(parsed.hostname));
  const id = reader?.read(parsed.pathname, parsed);
  return reader && id ? { ats: reader.ats, id } : undefined;
}

/**
 * The address under which a posting is known once: `ats:id` where the system is known, else host and path without
 * tracking, `www.`, trailing `/apply` or slash, with the remaining parameters sorted. Other ids (`?id=…`) are kept:
 * without them every page of some boards would be one. `undefined` for what is no http(s) address.
 */
export function canonicalUrl(url: string): string | undefined {
  const parsed = parse(url);
  if (!parsed) return undefined;
  const ats = atsIdOf(url);
  if (ats) return `${ats.ats}:${ats.id}`;
  for (const name of [...parsed.searchParams.keys()]) if (TRACKING.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  const query = parsed.searchParams.toString();
  const path = parsed.pathname.replace(/\/{2,}/g, '/').replace(/\/(apply|application)?\/?$/i, '');
  const port = parsed.port ? `:${parsed.port}` : '';
  return `${parsed.hostname.replace(/^www\./, '')}${port}${path}${query ? `?${query}` : ''}`;
}

/** The site of an address, without `www.`; empty for what is no http(s) address. */
export const hostOf = (url: string): string => parse(url)?.hostname.replace(/^www\./, '') ?? '';
