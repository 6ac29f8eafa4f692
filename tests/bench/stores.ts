/** Counts the calls of one platform to its stores, whoever makes them. */
import type { Platform } from '#shared/platform/platform.ts';

export type Counted = Readonly<Record<string, number>>;

/** Replaces the methods of `platform`'s table and blobs by ones that count; `take` gives the counts and begins anew. */
export function countStoreCalls({ table, blobs }: Platform): { take(): Counted } {
  let counts: Record<string, number> = {};
  for (const store of [table, blobs]) {
    for (const [name, method] of Object.entries(store)) {
      if (typeof method !== 'function' || name === 'uploadTicket' || name === 'downloadUrl') continue;
      const counted = (...given: unknown[]): unknown => {
        counts[name] = (counts[name] ?? 0) + 1;
        return Reflect.apply(method, store, given);
      };
      Object.assign(store, { [name]: counted });
    }
  }
  return {
    take: () => {
      const taken = counts;
      counts = {};
      return taken;
    },
  };
}

export const sum = (counts: Counted): number => Object.values(counts).reduce((total, count) => total + count, 0);
