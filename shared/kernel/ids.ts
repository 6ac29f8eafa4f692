/** Ids that carry their kind: `res_01J…`, a Crockford base-32 ULID (48-bit time, 80 random bits) behind a prefix. */

const PREFIXES = {
  user: 'usr',
  session: 'ses',
  token: 'tok',
  resume: 'res',
  candidate: 'cnd',
  job: 'job',
  application: 'app',
  generation: 'gen',
  document: 'doc',
  task: 'tsk',
  event: 'evt',
  import: 'imp',
  connection: 'con',
  request: 'req',
  search: 'sea',
} as const;

export type IdKind = keyof typeof PREFIXES;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The millisecond `now` as ten base-32 digits, which sort as text. */
function timeDigits(now: number): string {
  let time = '';
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET.charAt(rest % 32) + time;
  return time;
}

/** A new id of `kind`; ids of one kind sort by the millisecond they were made in. */
export function newId(kind: IdKind, now: number = Date.now()): string {
  let random = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) random += ALPHABET.charAt(byte % 32);
  return `${PREFIXES[kind]}_${timeDigits(now)}${random}`;
}

/** The least id of `kind` that can be made at `now`: ids made earlier sort before it, later ones after. */
export const firstIdAt = (kind: IdKind, now: number): string => `${PREFIXES[kind]}_${timeDigits(now)}${'0'.repeat(16)}`;

/** A pattern for zod: exactly an id of `kind`. */
export const idPattern = (kind: IdKind): RegExp => new RegExp(`^${PREFIXES[kind]}_[0-9A-HJKMNP-TV-Z]{26}$`);
