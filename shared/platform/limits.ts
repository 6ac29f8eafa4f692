/**
 * Rate limits that several processes share. A window opens with the first call and lasts `windowSeconds`; its row
 * `LIMIT#<owner> → bucket` counts permits handed out. Processes lease 20 at a time by one conditional ADD, so a call costs
 * a twentieth of a write and the row's count never passes the limit; limits of 20 and less take permits one by one.
 */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/kernel/errors.ts';
import { type Clock, ttlIn } from './clock.ts';
import { type Key, key, type Row, type Table } from './table.ts';

export type LimitRequest = {
  /** Whose permits; any text, it is stored hashed. */
  readonly owner: string;
  /** Which of the owner's counters. */
  readonly bucket?: string;
  readonly limit: number;
  readonly windowSeconds: number;
};

export type Permit = {
  readonly allowed: boolean;
  /** Seconds until the window ends; 0 when allowed. */
  readonly retryAfter: number;
};

export type Limits = { take(request: LimitRequest): Promise<Permit> };

type Lease = { endsAt: number; left: number; exhausted: boolean };
type LimitRow = Row & { permits: number; endsAt: number };

const BLOCK = 20;
const MAX_LEASES = 20_000;

export function createLimits(table: Table, clock: Clock): Limits {
  const leases = new Map<string, Lease>();
  const asking = new Map<string, Promise<Lease>>();
  const remember = (name: string, lease: Lease) => {
    if (leases.size >= MAX_LEASES)
      for (const [other, { endsAt }] of leases) if (endsAt <= clock.now()) leases.delete(other);
    leases.set(name, lease);
  };

  return {
    async take({ owner, bucket = 'calls', limit, windowSeconds }) {
      const row = key(['LIMIT', createHash('sha256').update(owner).digest('base64url').slice(0, 27)], [bucket]);
      const name = `${row.pk} ${bucket}`;
      for (;;) {
        const lease = leases.get(name);
        if (lease !== undefined && lease.endsAt > clock.now()) {
          if (lease.left > 0) {
            lease.left--;
            return { allowed: true, retryAfter: 0 };
          }
          if (lease.exhausted)
            return { allowed: false, retryAfter: Math.max(1, Math.ceil((lease.endsAt - clock.now()) / 1000)) };
        }
        // Calls that arrive together wait for one lease, so none is refused while permits are on their way.
        const pending =
          asking.get(name) ??
          leaseFrom({ table, clock, row, limit, windowSeconds, known: lease?.endsAt }).finally(() =>
            asking.delete(name),
          );
        asking.set(name, pending);
        const fresh = await pending;
        if (leases.get(name) !== fresh) remember(name, fresh);
      }
    },
  };
}

type Ask = {
  table: Table;
  clock: Clock;
  row: Key;
  limit: number;
  windowSeconds: number;
  /** End of the window this process last knew. */
  known: number | undefined;
};

/** Opens a window or takes a block of the running one. One write where nobody else counts at this moment. */
async function leaseFrom({ table, clock, row, limit, windowSeconds, known }: Ask): Promise<Lease> {
  const block = limit > BLOCK ? BLOCK : 1;
  let endsAt = known !== undefined && known > clock.now() ? known : undefined;
  for (;;) {
    if (endsAt === undefined) {
      const now = clock.now();
      const opened: LimitRow = {
        ...row,
        permits: Math.min(block, limit),
        endsAt: now + windowSeconds * 1000,
        ttl: ttlIn(clock, windowSeconds + 60),
      };
      if (await held(table.write({ put: opened, when: { below: { endsAt: now + 1 } } })))
        return { endsAt: opened.endsAt, left: opened.permits, exhausted: limit <= 0 };
      endsAt = (await table.get<LimitRow>(row))?.endsAt;
      if (endsAt === undefined || endsAt <= clock.now()) {
        endsAt = undefined;
        continue;
      }
    }
    for (const size of block === 1 ? [1] : [block, 1]) {
      const when = { equals: { endsAt }, below: { permits: limit - size + 1 } };
      if (await held(table.write({ update: row, add: { permits: size }, when })))
        return { endsAt, left: size, exhausted: false };
    }
    const current = (await table.get<LimitRow>(row))?.endsAt;
    if (current === endsAt) return { endsAt, left: 0, exhausted: true };
    endsAt = current;
  }
}

async function held(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'table.condition_failed') return false;
    throw error;
  }
}
