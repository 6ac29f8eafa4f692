/**
 * Which pages are declared: the extension may look at them unasked and reach their frames when filling. The list itself
 * comes from `sites/registry.ts` and reaches the bundles as `__DECLARED_HOSTS__`.
 */

import { isRefusedHost } from './sites/refused.ts';

/** Only in local builds: the API on this machine, its demo pages and the pages of the tests. */
export const LOCAL_HOSTS: readonly string[] = ['http://localhost/*', 'http://127.0.0.1/*'];

/** Match patterns of application sites, from host names where `*.` stands for any subdomain. */
export const siteHosts = (sites: readonly { hosts: readonly string[] }[]): string[] =>
  sites.flatMap((site) => site.hosts.map((host) => `https://${host}/*`));

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

/** The host name of an http(s) address as settings keep it: without `www.`; undefined for anything else. */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && hostname !== '' ? hostname.replace(/^www\./, '') : undefined;
}

/** The host name somebody typed, as settings keep it: of an address, or alone. */
export const hostIn = (typed: string): string | undefined => {
  const name = typed.trim().toLowerCase();
  const host = hostOf(/^https?:\/\//.test(name) ? name : `https://${name}`);
  return host !== undefined && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ? host : undefined;
};

/** The match pattern to ask for to work on an address; undefined where it is declared, not https, or never asked for. */
export function patternOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' || isRefusedHost(address) || isDeclared(address, __DECLARED_HOSTS__)) return undefined;
  return `https://${hostname}/*`;
}
