/** Columns that grow, and values kept once: what indexes of a hundred thousand rows are made of. */

/** Distinct values with a small number each; `key` tells which are the same. */
export function createDistinct<T>(keyOf: (value: T) => string) {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    values: values as readonly T[],
    numberOf(value: T): number {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      values.push(value);
      return values.length - 1;
    },
    /** The number of a value that is there already. */
    find: (value: T): number | undefined => numbers.get(keyOf(value)),
  };
}

type Column = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float64Array;

/** The column with room for `count` values, what it held kept; grows by half so that appending stays cheap. */
export function withRoom<T extends Column>(column: T, count: number): T {
  if (count <= column.length) return column;
  const length = Math.max(count, Math.ceil(column.length * 1.5), 64);
  const Maker = column.constructor as new (length: number) => T;
  const wider = new Maker(length);
  wider.set(column);
  return wider;
}

/** Lists of numbers of each row, one behind the other; a row given anew leaves a gap until half of it all is gaps. */
export function createLists() {
  let data = new Uint32Array(0);
  let starts = new Uint32Array(0);
  let lengths = new Uint16Array(0);
  let used = 0;
  let live = 0;

  function compact(): void {
    const packed = new Uint32Array(Math.max(64, live));
    let at = 0;
    for (let row = 0; row < starts.length; row++) {
      const start = starts[row] ?? 0;
      const length = lengths[row] ?? 0;
      packed.set(data.subarray(start, start + length), at);
      starts[row] = at;
      at += length;
    }
    data = packed;
    used = at;
  }

  return {
    set(row: number, list: readonly number[]): void {
      starts = withRoom(starts, row + 1);
      lengths = withRoom(lengths, row + 1);
      live += list.length - (lengths[row] ?? 0);
      // The old list is a gap from here on, which compacting must not take along.
      lengths[row] = 0;
      if (used > 4096 && used > 2 * live) compact();
      data = withRoom(data, used + list.length);
      for (let i = 0; i < list.length; i++) data[used + i] = list[i] ?? 0;
      starts[row] = used;
      lengths[row] = list.length;
      used += list.length;
    },
    /** The columns as they are now; not to be kept over a `set`. */
    columns: (): { data: Uint32Array; starts: Uint32Array; lengths: Uint16Array } => ({ data, starts, lengths }),
    bytes: (): number => data.byteLength + starts.byteLength + lengths.byteLength,
  };
}
