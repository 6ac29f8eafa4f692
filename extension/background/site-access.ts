/**
 * What the person allowed beyond the declared sites, and where they turned us off. Hosts are asked for one by one, at a
 * click; the detector is then put on them as on declared ones.
 */
import { hostOf, isDeclared } from '../hosts.ts';
import { isRefusedHost } from '../sites/registry.ts';
import { readSettings } from '../storage.ts';

const DETECTOR = 'content-scripts/job-page.js';
const ONE_HOST = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/;

/** Match patterns of single hosts the person allowed; a blanket permission vouches for nobody. */
export async function allowedHosts(): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.filter(
    (pattern) => ONE_HOST.test(pattern) && !__DECLARED_HOSTS__.includes(pattern) && !isRefusedHost(pattern),
  );
}

/** Patterns of application sites: declared ones, and those the person allowed one by one. */
export const knownHosts = async (): Promise<string[]> => [...__DECLARED_HOSTS__, ...(await allowedHosts())];

/** Whether the person turned us off on the site of an address. */
export async function isTurnedOff(url: string): Promise<boolean> {
  const host = hostOf(url);
  return host !== undefined && (await readSettings()).sitesOff.includes(host);
}

/** Puts the detector on every allowed host and takes it from the others. Call when permissions or settings change. */
export async function syncDetectors(): Promise<void> {
  const wanted = await allowedHosts();
  const present = await chrome.scripting.getRegisteredContentScripts();
  const gone = present.filter(({ id }) => !wanted.includes(id)).map(({ id }) => id);
  if (gone.length > 0) await chrome.scripting.unregisterContentScripts({ ids: gone });
  const fresh = wanted.filter((pattern) => !present.some(({ id }) => id === pattern));
  if (fresh.length === 0) return;
  await chrome.scripting.registerContentScripts(
    fresh.map((pattern) => ({ id: pattern, js: [DETECTOR], matches: [pattern], runAt: 'document_idle' })),
  );
}

/** Whether an address lies on a declared or allowed host. */
export const isWithinReach = async (url: string): Promise<boolean> => isDeclared(url, await knownHosts());
