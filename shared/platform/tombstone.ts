/**
 * The mark of a person who was erased. It stands in their partition, outlives everything else there, and is what keeps late
 * work from bringing rows back: a write that must not resurrect carries {@link aliveCheck} in its transaction.
 */
import { type Key, key, type Table, type Write } from './table.ts';

export const tombstoneKey = (owner: string): Key => key(['USER', owner], ['TOMBSTONE']);

/** A condition for a transaction: the owner was not erased. */
export const aliveCheck = (owner: string): Write => ({ check: tombstoneKey(owner), when: { exists: false } });

/** Whether the owner was erased; tasks ask before they start and skip their work. */
export const isErased = async (table: Table, owner: string): Promise<boolean> =>
  (await table.get(tombstoneKey(owner))) !== undefined;
