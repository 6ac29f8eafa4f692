/** A binary heap of things that become due: take the earliest in O(log n). */
export type DueHeap<T> = {
  push(dueAt: number, value: T): void;
  /** When the earliest is due; undefined when empty. */
  next(): number | undefined;
  /** Removes and returns the earliest if it is due by `now`. */
  popDue(now: number): T | undefined;
};

export function createDueHeap<T>(): DueHeap<T> {
  const entries: { dueAt: number; value: T }[] = [];
  const dueAt = (index: number): number => entries[index]?.dueAt ?? Number.POSITIVE_INFINITY;
  const swap = (a: number, b: number): void => {
    const [x, y] = [entries[a], entries[b]];
    if (x === undefined || y === undefined) return;
    entries[a] = y;
    entries[b] = x;
  };

  return {
    push(at, value) {
      entries.push({ dueAt: at, value });
      let child = entries.length - 1;
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (dueAt(parent) <= dueAt(child)) break;
        swap(parent, child);
        child = parent;
      }
    },
    next: () => entries[0]?.dueAt,
    popDue(now) {
      if (dueAt(0) > now) return undefined;
      const top = entries[0];
      swap(0, entries.length - 1);
      entries.pop();
      for (let parent = 0; ; ) {
        const left = 2 * parent + 1;
        const smaller = dueAt(left + 1) < dueAt(left) ? left + 1 : left;
        if (dueAt(parent) <= dueAt(smaller)) break;
        swap(parent, smaller);
        parent = smaller;
      }
      return top?.value;
    },
  };
}
