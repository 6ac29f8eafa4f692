/**
 * Reads asked for in the same turn go to the table as one: what several stores want for one answer is one round trip,
 * without any of them knowing of the others.
 */
import type { Key, Row, Table } from './table.ts';

type Waiting = { keys: readonly Key[]; resolve: (rows: Row[]) => void; reject: (error: unknown) => void };

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
const folded = new WeakMap<Table, Table>();

/** The table with `get` and `getMany` folded; the same wrapper for the same table, so that all its users fold together. */
export function foldReads(table: Table): Table {
  const known = folded.get(table);
  if (known !== undefined) return known;
  let waiting: Waiting[] = [];

  async function flush(): Promise<void> {
    const now = waiting;
    waiting = [];
    const wanted = new Map(now.flatMap(({ keys }) => keys.map((one) => [nameOf(one), one])));
    try {
      const [only] = wanted.values();
      const row = wanted.size === 1 && only !== undefined ? await table.get(only) : undefined;
      const rows = wanted.size > 1 ? await table.getMany([...wanted.values()]) : row === undefined ? [] : [row];
      const found = new Map(rows.map((one) => [nameOf(one), one]));
      for (const { keys, resolve } of now) resolve(keys.flatMap((one) => found.get(nameOf(one)) ?? []));
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
  }

  const read = (keys: readonly Key[]): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      if (keys.length === 0) return resolve([]);
      if (waiting.length === 0) queueMicrotask(() => void flush());
      waiting.push({ keys, resolve, reject });
    });

  // What is not folded stays the table's own, also when it is replaced there later.
  const wrapper: Table = Object.assign(Object.create(table) as Table, {
    get: async <T extends Row>(key: Key): Promise<T | undefined> => ((await read([key])) as T[])[0],
    getMany: <T extends Row>(keys: readonly Key[]): Promise<T[]> => read(keys) as Promise<T[]>,
  });
  folded.set(table, wrapper);
  folded.set(wrapper, wrapper);
  return wrapper;
}
