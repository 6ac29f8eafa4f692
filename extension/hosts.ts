/** The application sites the extension declares: it may look at these pages unasked, and reach their frames when filling. */

/** Match patterns of the application sites; nothing on linkedin.com or indeed.com, whose terms forbid it. */
export const SITE_HOSTS: readonly string[] = [
  'https://boards.greenhouse.io/*',
  'https://job-boards.greenhouse.io/*',
  'https://boards.eu.greenhouse.io/*',
  'https://job-boards.eu.greenhouse.io/*',
  'https://jobs.lever.co/*',
  'https://jobs.eu.lever.co/*',
  'https://jobs.ashbyhq.com/*',
  'https://*.myworkdayjobs.com/*',
  'https://jobs.smartrecruiters.com/*',
  'https://*.successfactors.com/*',
  'https://*.successfactors.eu/*',
  'https://*.sapsf.com/*',
  'https://*.sapsf.eu/*',
  'https://jobs.jobvite.com/*',
  'https://apply.workable.com/*',
  'https://jobs.workable.com/*',
  'https://*.icims.com/*',
  'https://*.taleo.net/*',
  'https://*.bamboohr.com/*',
  'https://*.recruitee.com/*',
  'https://*.jobs.personio.com/*',
  'https://*.jobs.personio.de/*',
];

/** Only in local builds: the API on this machine, its demo pages and the pages of the tests. */
export const LOCAL_HOSTS: readonly string[] = ['http://localhost/*', 'http://127.0.0.1/*'];

const PATTERN = /^(https?):\/\/(\*\.)?([a-z0-9.-]+)\/\*$/;

/** Whether `url` lies under one of `patterns` (`scheme://host/*` or `scheme://*.host/*`; any port, as Chrome has it). */
export function isDeclared(url: string, patterns: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return patterns.some((pattern) => {
    const [, scheme, wildcard, host] = PATTERN.exec(pattern) ?? [];
    if (host === undefined || `${scheme}:` !== protocol) return false;
    return hostname === host || (wildcard !== undefined && hostname.endsWith(`.${host}`));
  });
}
