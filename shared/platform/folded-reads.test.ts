import { describe, expect, it } from 'vitest';
import { foldReads } from './folded-reads.ts';
import type { Key, Row, Table } from './table.ts';

function tableOf(rows: Row[]) {
  const calls: string[][] = [];
  const find = (keys: readonly Key[]) => {
    calls.push(keys.map(({ sk }) => sk));
    if (keys.some(({ sk }) => sk === 'broken')) throw new Error('The store is down');
    return keys.flatMap(({ sk }) => rows.find((row) => row.sk === sk) ?? []);
  };
  const table = {
    get: async (key: Key) => find([key])[0],
    getMany: async (keys: readonly Key[]) => find(keys),
    query: async () => rows,
  } as Partial<Table> as Table;
  return { table: foldReads(table), plain: table, calls };
}
const at = (sk: string): Key => ({ pk: 'p', sk });
const rows = ['a', 'b', 'c'].map((sk) => ({ ...at(sk), said: sk }));

describe('reads of one turn', () => {
  it('are one call, and each asker gets its own rows in its own order', async () => {
    const { table, calls } = tableOf(rows);
    const answers = await Promise.all([
      table.get(at('b')),
      table.getMany([at('c'), at('none'), at('a')]),
      table.get(at('none')),
      table.getMany([]),
      table.get(at('b')),
    ]);
    expect(answers).toEqual([rows[1], [rows[2], rows[0]], undefined, [], rows[1]]);
    expect(calls).toEqual([['b', 'c', 'none', 'a']]);
  });
  it('of the next turn are the next call', async () => {
    const { table, calls } = tableOf(rows);
    await table.get(at('a'));
    await table.get(at('a'));
    expect(calls).toEqual([['a'], ['a']]);
  });
  it('fail together, and the next ones go on', async () => {
    const { table } = tableOf(rows);
    const both = await Promise.allSettled([table.get(at('broken')), table.get(at('a'))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await table.get(at('a'))).toEqual(rows[0]);
  });
  it('fold across all who use the same table, and everything else is the table’s own', async () => {
    const { table, plain, calls } = tableOf(rows);
    expect(foldReads(plain)).toBe(table);
    expect(foldReads(table)).toBe(table);
    await Promise.all([foldReads(plain).get(at('a')), table.get(at('b'))]);
    expect(calls).toEqual([['a', 'b']]);
    plain.query = async () => [];
    expect(await table.query({ pk: 'p' })).toEqual([]);
  });
});
