/** Whose board an address shows: the employer's name for itself at each application system, read off the address alone. */

type Reader = (host: string, path: readonly string[], url: URL) => string | undefined;

const SLUG = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;
/** First parts of paths that are pages of the system itself, never an employer. */
const OWN_PAGES = new Set(
  'api v0 v1 embed assets static js css img images favicon.ico robots.txt about login search jobs j www'.split(' '),
);

const slug = (part: string | undefined): string | undefined =>
  part !== undefined && SLUG.test(part) && !OWN_PAGES.has(part.toLowerCase()) ? part : undefined;

/** `acme` of `acme.recruitee.com`; `undefined` for the system's own hosts. */
const subdomain = (host: string, domain: string): string | undefined => {
  const label = host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : undefined;
  return label !== undefined && /^[a-z0-9][a-z0-9-]{0,62}$/.test(label) && !SYSTEM_HOSTS.has(label) ? label : undefined;
};
const SYSTEM_HOSTS = new Set(
  'www api app apply careers jobs help support developer developers docs status cdn'.split(' '),
);

const READERS = {
  greenhouse: (host, path, url) => {
    if (host === 'boards-api.greenhouse.io' || host === 'api.greenhouse.io')
      return path[0] === 'v1' && path[1] === 'boards' ? slug(path[2]) : undefined;
    if (!/^(?:job-)?boards(?:\.eu)?\.greenhouse\.io$/.test(host)) return undefined;
    return path[0] === 'embed' ? slug(url.searchParams.get('for') ?? undefined) : slug(path[0]);
  },
  ashby: (host, path) => {
    if (host === 'api.ashbyhq.com') return path[1] === 'job-board' ? slug(path[2]) : undefined;
    return host === 'jobs.ashbyhq.com' ? named(path[0]) : undefined;
  },
  lever: (host, path) => {
    const found = /^(jobs|api)\.(eu\.)?lever\.co$/.exec(host);
    if (!found) return undefined;
    const site = found[1] === 'jobs' ? slug(path[0]) : path[1] === 'postings' ? slug(path[2]) : undefined;
    return site === undefined ? undefined : found[2] ? `eu:${site}` : site;
  },
  smartrecruiters: (host, path) => {
    if (host === 'api.smartrecruiters.com') return path[1] === 'companies' ? slug(path[2]) : undefined;
    return host === 'jobs.smartrecruiters.com' || host === 'careers.smartrecruiters.com' ? company(path) : undefined;
  },
  recruitee: (host) => subdomain(host, 'recruitee.com'),
  personio: (host) => {
    const german = subdomain(host, 'jobs.personio.de');
    return german ?? (subdomain(host, 'jobs.personio.com') === undefined ? undefined : host);
  },
  workable: (host, path) => {
    if (host === 'apply.workable.com')
      return path[0] === 'api' ? slug(path[path.indexOf('accounts') + 1 || path.length]) : slug(path[0]);
    if (host === 'www.workable.com') return path[1] === 'accounts' ? slug(path[2]) : undefined;
    return subdomain(host, 'workable.com');
  },
  teamtailor: (host) => {
    const name = subdomain(host, 'teamtailor.com');
    return name ?? (/^[a-z0-9-]+\.(?:na|eu|uk|au)\.teamtailor\.com$/.test(host) ? host : undefined);
  },
  bamboohr: (host) => subdomain(host, 'bamboohr.com'),
  workday: (host, path) => {
    if (!/^[a-z0-9-]{1,60}\.wd\d{1,3}\.myworkdayjobs\.com$/.test(host)) return undefined;
    // `/wday/cxs/acme/Careers/jobs`, `/en-US/Careers/job/…`, `/Careers`.
    const site = path[0] === 'wday' ? path[3] : /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(path[0] ?? '') ? path[1] : path[0];
    return site !== undefined && /^[A-Za-z0-9_-]{1,80}$/.test(site) ? `${host}/${site}` : undefined;
  },
} satisfies Record<string, Reader>;

export type BoardSystem = keyof typeof READERS;
export const boardSystems = Object.keys(READERS) as readonly BoardSystem[];

/** Ashby's names may hold spaces and dots; they stand encoded in addresses. */
function named(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  const name = decoded(part);
  return name !== undefined &&
    /^[\p{L}\p{N}][\p{L}\p{N} _.&'-]{0,99}$/u.test(name) &&
    !OWN_PAGES.has(name.toLowerCase())
    ? name
    : undefined;
}

/** SmartRecruiters puts `oneclick-ui/company/X` before some addresses. */
function company(path: readonly string[]): string | undefined {
  const at = path.indexOf('company');
  return slug(path[at < 0 ? 0 : at + 1]);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** The board of one system that an address belongs to: its list, one of its postings, its embed or its interface. */
export function boardOf(system: BoardSystem, url: URL): string | undefined {
  const read: Reader = READERS[system];
  return read(url.hostname.toLowerCase().replace(/\.$/, ''), url.pathname.split('/').filter(Boolean), url);
}
