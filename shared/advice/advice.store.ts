/** `USER#u → ADVICE#r#v`: the score of each file by each version of the rules. Its key is what it is about, so writing it again is harmless. */
import type { Platform } from '#shared/platform/platform.ts';
import { joinKey, key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import { ScoreRecord } from './advice.schema.ts';

export function createAdviceStore({ table }: Pick<Platform, 'table'>) {
  const rowKey = (owner: string, { resumeId, version }: Pick<ScoreRecord, 'resumeId' | 'version'>) =>
    key(['USER', owner], ['ADVICE', resumeId, String(version)]);

  return {
    /** Every score kept for the person. */
    async all(owner: string): Promise<ScoreRecord[]> {
      const rows = await table.query<Row>({ pk: joinKey(['USER', owner]), prefix: prefixOf(['ADVICE']) });
      return rows.map((row) => ScoreRecord.parse(row));
    },
    /** Two writes: the record, and the condition that its owner was not erased meanwhile. */
    save: (owner: string, record: ScoreRecord): Write[] => [
      { put: { ...rowKey(owner, record), ...record } },
      aliveCheck(owner),
    ],
    async remove(owner: string, record: ScoreRecord): Promise<void> {
      await table.write({ remove: rowKey(owner, record) });
    },
    exportUser(owner: string): Promise<unknown> {
      return this.all(owner);
    },
    async eraseUser(owner: string): Promise<void> {
      for (const record of await this.all(owner)) await this.remove(owner, record);
    },
  };
}

export type AdviceStore = ReturnType<typeof createAdviceStore>;
