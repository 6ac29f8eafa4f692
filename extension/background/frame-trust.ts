/** Which frames of a page may be given a person's data: being able to reach a frame is no reason to trust it. */
import { getDomain } from 'tldts';
import { isDeclared } from '../hosts.ts';

export type TrustGiven = {
  /** Origin of the frame, as the frame itself has it; `null` in a sandbox. */
  frame: string;
  /** Origin of the page in the address bar. */
  top: string;
  /** Hosts of application sites, and those the person allowed one by one, as match patterns. */
  known: readonly string[];
};

/** Why nothing is written into a frame, in the person's words; undefined where it may be filled. */
export function whyUntrusted({ frame, top, known }: TrustGiven): string | undefined {
  if (!URL.canParse(frame)) return 'It stands in a sandboxed part of the page, which nobody vouches for';
  if (frame === top || isDeclared(`${frame}/`, known) || isSameSite(frame, top)) return undefined;
  return `It belongs to ${new URL(frame).hostname}, another site than the page you are on`;
}

/** Whether two origins belong to one owner: same scheme, and one registrable domain; hosting services' tenants differ. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  if (a.protocol !== b.protocol) return false;
  if (a.hostname === b.hostname) return true;
  const domain = getDomain(a.hostname, { allowPrivateDomains: true });
  return domain !== null && domain === getDomain(b.hostname, { allowPrivateDomains: true });
}
