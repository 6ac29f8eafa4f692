/** What a credential may live, how a refresh is judged, and how devices and addresses are shown. */

export type SessionKind = 'portal' | 'api' | 'oauth' | 'token';

/** Kinds that act with scope `extension`. */
export const EXTENSION_KINDS: readonly SessionKind[] = ['token', 'oauth'];

const DAY = 86_400_000;

type Lifetime = {
  /** Milliseconds without use after which it ends. */
  readonly idle: number;
  /** Milliseconds after which it ends however much it is used. */
  readonly absolute: number;
};

export const LIFETIME: Readonly<Record<SessionKind, Lifetime>> = {
  portal: { idle: 14 * DAY, absolute: 90 * DAY },
  api: { idle: 30 * DAY, absolute: 180 * DAY },
  oauth: { idle: 180 * DAY, absolute: 365 * DAY },
  token: { idle: 180 * DAY, absolute: Number.POSITIVE_INFINITY },
};

/** When a session ends if it is not used again; milliseconds since 1970. */
export const expiryOf = (session: { kind: SessionKind; createdAt: number; lastUsedAt: number }): number =>
  Math.min(session.lastUsedAt + LIFETIME[session.kind].idle, session.createdAt + LIFETIME[session.kind].absolute);

/** Use is written down at most this often, so that reading does not become writing. */
export const TOUCH_SESSION_EVERY = 3_600_000;
export const TOUCH_ACCOUNT_EVERY = DAY;

/** A repeat of a refresh within this time is a lost answer or two tabs; later it is somebody else (RFC 9700 §4.14). */
export const REFRESH_GRACE = 10_000;

export type RefreshVerdict = 'rotate' | 'repeat' | 'reused';

/**
 * Judges a refresh token of a family by its secret's hash. The previous token counts as repeated only while it is fresh and
 * its successor has not been used, which is what being the *previous* one means.
 */
export function judgeRefresh(
  family: { hash: string; previousHash?: string | undefined; rotatedAt?: number | undefined },
  presented: { hash: string; now: number },
): RefreshVerdict {
  if (presented.hash === family.hash) return 'rotate';
  const fresh = family.rotatedAt !== undefined && presented.now - family.rotatedAt <= REFRESH_GRACE;
  return presented.hash === family.previousHash && fresh ? 'repeat' : 'reused';
}

/** An address without its last part, which names a household rather than a device: `203.0.113.0`, `2001:db8:12::`. */
export function coarseAddress(address: string): string {
  const four = /(?:^|:)(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1];
  if (four !== undefined) return `${four}.0`;
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter((group) => /^[\da-f]{1,4}$/i.test(group));
  if (!address.includes(':')) return 'unknown';
  return `${groups.slice(0, 3).join(':')}::`;
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A user agent as people call it: `Chrome on Linux`; programs by their own name. */
export function describeAgent(agent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  if (browser !== undefined) return system === undefined ? browser : `${browser} on ${system}`;
  const program = /^[\w.+-]{1,40}/.exec(agent)?.[0];
  return program ?? 'Unknown device';
}
