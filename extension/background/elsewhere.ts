/** Forms that stand in a frame of a site we may not look into: the person can open them on a page of their own. */
import { isApplicationForm } from '#shared/form/classify.rules.ts';
import { isRefusedHost, siteFor } from '../sites/registry.ts';
import type { SeenFrame } from './page.ts';

/** Words of addresses where employers keep their forms. */
const APPLYING =
  /apply|application|career|job|vacanc|recruit|talent|hiring|position|bewerb|karriere|candidat|emploi|empleo/i;

/**
 * The address of the frame the application form is probably in, where none of the frames within reach holds one.
 * Always http or https, and never a site that forbids tools.
 */
export function formElsewhere(frames: readonly SeenFrame[]): string | undefined {
  if (isApplicationForm(frames.flatMap(({ frameId, fields }) => fields.map((field) => ({ ...field, frame: frameId })))))
    return undefined;
  const reached = new Set(frames.map(({ origin }) => origin));
  return frames
    .flatMap(({ embedded }) => embedded)
    .find((address) => {
      if (!URL.canParse(address)) return false;
      const { protocol, origin, hostname, pathname } = new URL(address);
      if (!/^https?:$/.test(protocol) || reached.has(origin) || isRefusedHost(address)) return false;
      return siteFor(address) !== undefined || APPLYING.test(hostname + pathname);
    });
}
