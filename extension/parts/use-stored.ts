/** A stored item as component state: the value at hand first, then whatever it becomes. */
import { useEffect, useState } from 'preact/hooks';
import { type Item, read, watch } from '../storage.ts';

export function useStored<T>(item: Item<T>, first: T | undefined): T | undefined {
  const [value, setValue] = useState(first);
  useEffect(() => {
    const stop = watch(item, setValue);
    // It may have changed between the first read and this subscription.
    void read(item).then(setValue);
    return stop;
  }, [item.area, item.key]);
  return value;
}
