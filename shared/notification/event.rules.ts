/** Names of events, which sort as text in the order of their numbers; and who may open a live connection. */

const DIGITS = 12;

/** `evt_000000000042` */
export const eventId = (seq: number): string => `evt_${String(seq).padStart(DIGITS, '0')}`;

/** The number of an event, or undefined for what is not the name of one. */
export function eventSeq(id: string): number | undefined {
  const digits = /^evt_(\d{12})$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Whether a page of this origin may open a live connection (ASVS 4.4.2). Programs that are no browser send none; for them
 * the ticket alone decides.
 */
export function originAllowed(
  origin: string | undefined,
  known: { publicUrl: string; extensionIds: readonly string[]; local: boolean },
): boolean {
  if (origin === undefined) return true;
  const portal = new URL(known.publicUrl);
  if (origin === portal.origin) return true;
  if (known.local && origin === `http://127.0.0.1:${portal.port}`) return true;
  return known.extensionIds.some((id) => origin === `chrome-extension://${id}`);
}
